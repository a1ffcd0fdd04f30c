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
print("sum: ", F.nll_loss(log_probs, targets, reduction="sum"))
print("mean:", F.nll_loss(log_probs, targets))
# --8<-- [end:reduce]

# --8<-- [start:weight]
weight = torch.tensor([1.0, 2.0, 5.0])  # (3,) one per class
w = weight[targets]  # (4,) one per person
print("weights of the targets:", w)
print("NLLLoss:               ", F.nll_loss(log_probs, targets, weight=weight))
print("divided by the weights:", (w * losses).sum() / w.sum())
print("divided by the people: ", (w * losses).sum() / 4)
# --8<-- [end:weight]

# --8<-- [start:ignore]
some = torch.tensor([1, -100, 2, 2])  # (4,) the second label is unknown
print("one ignored:       ", F.nll_loss(log_probs, some))
print("mean of the others:", losses[[0, 2, 3]].mean())
print("all ignored:       ", F.nll_loss(log_probs, torch.full((4,), -100)))
# --8<-- [end:ignore]

# --8<-- [start:bounds]
try:
    F.nll_loss(log_probs, torch.tensor([1, 0, 2, 3]))
except IndexError as error:
    print("IndexError:", error)
# --8<-- [end:bounds]
