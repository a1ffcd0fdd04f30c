# --8<-- [start:gather]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
targets = torch.tensor([1, 0, 2, 2])  # (4,)
log_probs = F.log_softmax(logits, dim=1)  # (4, 3)
losses = F.nll_loss(log_probs, targets, reduction="none")  # (4,)
print(losses)
print(torch.equal(losses, -log_probs[torch.arange(4), targets]))
# --8<-- [end:gather]

# --8<-- [start:reduce]
print(F.nll_loss(log_probs, targets, reduction="sum"))
print(F.nll_loss(log_probs, targets))  # reduction="mean"
# --8<-- [end:reduce]

# --8<-- [start:weight]
weight = torch.tensor([1.0, 2.0, 5.0])  # (3,) one per class
w = weight[targets]  # (4,) one per person
print(w)
print(F.nll_loss(log_probs, targets, weight=weight))
print((w * losses).sum() / w.sum())
print((w * losses).mean())  # not what torch computes
# --8<-- [end:weight]

# --8<-- [start:ignore]
some = torch.tensor([1, -100, 2, 2])  # (4,) the second label is unknown
print(F.nll_loss(log_probs, some))
print(losses[[0, 2, 3]].mean())
# --8<-- [end:ignore]

# --8<-- [start:bounds]
try:
    F.nll_loss(log_probs, torch.tensor([1, 0, 2, 3]))
except IndexError as error:
    print("IndexError:", error)
# --8<-- [end:bounds]
