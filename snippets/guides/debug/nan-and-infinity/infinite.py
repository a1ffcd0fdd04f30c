# --8<-- [start:log]
import torch
import torch.nn.functional as F

logits = torch.tensor([[104.0, 0.0]], requires_grad=True)  # (1, 2)
target = torch.tensor([1])  # (1,)
probs = logits.softmax(dim=1)  # (1, 2)
print(probs.detach())
losses = {"log of softmax": F.nll_loss(probs.log(), target)}
losses["with 1e-9 added"] = F.nll_loss((probs + 1e-9).log(), target)
losses["cross_entropy"] = F.cross_entropy(logits, target)
for name, loss in losses.items():
    (gradient,) = torch.autograd.grad(loss, logits, retain_graph=True)
    print(f"{name}: {loss:.4f}", gradient)
# --8<-- [end:log]

# --8<-- [start:masked]
masked = torch.tensor([[2.0, 1.0, -torch.inf]])  # (1, 3) the last class is masked
other, same = torch.tensor([0]), torch.tensor([2])
one_hot = torch.tensor([[1.0, 0.0, 0.0]])  # (1, 3)
print("another class:   ", F.cross_entropy(masked, other))
print("the masked class:", F.cross_entropy(masked, same))
print("smoothing:       ", F.cross_entropy(masked, other, label_smoothing=0.1))
print("one-hot:         ", F.cross_entropy(masked, one_hot))
print("column left out: ", F.cross_entropy(masked[:, :2], one_hot[:, :2]))
# --8<-- [end:masked]

# --8<-- [start:half]
many = torch.tensor([[20.0, 0.0]]).half().repeat(4096, 1)  # (4096, 2)
wrong = torch.ones(4096, dtype=torch.int64)  # (4096,) each row costs 20
print(F.cross_entropy(many, wrong))
print(F.cross_entropy(many.float(), wrong))
# --8<-- [end:half]
