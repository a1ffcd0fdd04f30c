# --8<-- [start:ignored]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]], requires_grad=True)
target, nobody = torch.tensor([1, 2]), torch.tensor([-100, -100])  # (2,) each
nothing = torch.tensor([1.0, 0.0, 0.0])  # (3,) zero for both rows' classes
losses = {
    "all ignored: ": F.cross_entropy(logits, nobody),
    "empty batch: ": F.cross_entropy(logits[:0], target[:0]),
    "weights zero:": F.cross_entropy(logits, target, weight=nothing),
}
for name, loss in losses.items():
    (gradient,) = torch.autograd.grad(loss, logits)
    print(name, loss.item(), "gradient", gradient[0])
# --8<-- [end:ignored]

# --8<-- [start:ignored_fix]
for labels in nobody, torch.tensor([1, -100]):
    total = F.cross_entropy(logits.detach(), labels, reduction="sum")
    print(total / (labels != -100).sum().clamp(min=1))
# --8<-- [end:ignored_fix]

# --8<-- [start:by_hand]
far = torch.tensor([[0.0, 200.0]])  # (1, 2)
one_hot = torch.tensor([[0.0, 1.0]])  # (1, 2)
print(far.softmax(dim=1).log())
print(-(one_hot * far.softmax(dim=1).log()).sum())
print(F.cross_entropy(far, one_hot))
# --8<-- [end:by_hand]

# --8<-- [start:logits]
print(F.cross_entropy(torch.tensor([[torch.inf, 1.0]]), torch.tensor([0])))
print(F.cross_entropy(torch.tensor([[-torch.inf, -torch.inf]]), torch.tensor([0])))
print(torch.finfo(torch.float16).max)
half = torch.tensor([[70000.0, 1.0]]).half()  # (1, 2)
print(half)
print(F.cross_entropy(half.float(), torch.tensor([0])))
# --8<-- [end:logits]
