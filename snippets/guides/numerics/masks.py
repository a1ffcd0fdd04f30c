# --8<-- [start:grid]
import torch
import torch.nn.functional as F

inf = torch.inf
z = torch.tensor([[2.5, 3.5, -inf]], requires_grad=True)  # (1, 3)
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3)
index = torch.tensor([1])  # (1,)
losses = {"class index": F.cross_entropy(z, index)}
losses["one-hot target"] = F.cross_entropy(z, one_hot)
losses["label smoothing"] = F.cross_entropy(z, index, label_smoothing=0.1)
losses["masked target"] = F.cross_entropy(z, torch.tensor([2]))
for name, loss in losses.items():
    (g,) = torch.autograd.grad(loss, z)
    print(f"{name}: loss {loss:.4f}, gradient", g)
# --8<-- [end:grid]

# --8<-- [start:why]
print(F.cross_entropy(torch.tensor([[2.5, 3.5]]), index))
print(one_hot * z.log_softmax(dim=1).detach())
# --8<-- [end:why]

# --8<-- [start:infinite_logits]
sure = torch.tensor([[inf, -inf], [inf, -inf]])  # (2, 2)
t = torch.tensor([[1.0, 1.0], [0.0, 0.0]])  # (2, 2)
print(F.binary_cross_entropy_with_logits(sure, t, reduction="none"))
# --8<-- [end:infinite_logits]

# --8<-- [start:binary]
labels, zero = torch.tensor([2.5, -inf]), torch.zeros(2)  # (2,) each
print(F.binary_cross_entropy_with_logits(labels, zero, reduction="none"))
allowed = labels != -inf  # (2,)
print(F.binary_cross_entropy_with_logits(labels[allowed], zero[allowed]))
# --8<-- [end:binary]

# --8<-- [start:one_hot]
log_probs = z.log_softmax(dim=1)  # (1, 3)
log_probs = log_probs.masked_fill(z == -inf, 0.0)
loss = -(one_hot * log_probs).sum(dim=1).mean()
print(loss, *torch.autograd.grad(loss, z))
# --8<-- [end:one_hot]

# --8<-- [start:smooth]
allowed = z != -inf  # (1, 3)
log_probs = z.log_softmax(dim=1).masked_fill(~allowed, 0.0)
spread = allowed / allowed.sum(dim=1, keepdim=True)  # over allowed classes
target = 0.9 * one_hot + 0.1 * spread
print(target)
loss = -(target * log_probs).sum(dim=1).mean()
print(loss, *torch.autograd.grad(loss, z))
# --8<-- [end:smooth]

# --8<-- [start:finite]
finite = torch.tensor([[2.5, 3.5, -1e4]])  # (1, 3)
print("class index:    ", F.cross_entropy(finite, index))
print("one-hot target: ", F.cross_entropy(finite, one_hot))
smooth = F.cross_entropy(finite, index, label_smoothing=0.1)
print("label smoothing:", smooth)
print("masked target:  ", F.cross_entropy(finite, torch.tensor([2])))
# --8<-- [end:finite]

# --8<-- [start:fill]
half = torch.tensor([[2.5, 3.5, 1.5]]).half()  # (1, 3)
mask = torch.tensor([[False, False, True]])  # (1, 3)
try:
    half.masked_fill(mask, -1e9)
except RuntimeError as error:
    print(error)
print(F.cross_entropy(half.masked_fill(mask, -inf), index))
# --8<-- [end:fill]

# --8<-- [start:all_masked]
for fill in -inf, -1e4:
    z = torch.full((1, 3), fill, requires_grad=True)
    loss = F.cross_entropy(z, index)
    (g,) = torch.autograd.grad(loss, z)
    print(f"all {fill}: loss {loss:.4f}, gradient", g)
# --8<-- [end:all_masked]
