# --8<-- [start:brier]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
targets = torch.tensor([1, 0, 2, 2])  # (4,)
probs = logits.softmax(dim=1)  # (4, 3)
one_hot = F.one_hot(targets, 3).float()  # (4, 3)
brier = (probs - one_hot).square().sum(dim=1).mean()
print("sum over classes: ", brier)
print("half of it:       ", brier / 2)
print("mean over classes:", F.mse_loss(probs, one_hot))
p, y = torch.tensor([0.8, 0.3]), torch.tensor([1.0, 0.0])  # (2,) each, of class 1
both = (p - y).square() + ((1 - p) - (1 - y)).square()  # (2,)
print("two classes, sum: ", both.mean())
print("  only class 1:   ", (p - y).square().mean())
# --8<-- [end:brier]


# --8<-- [start:ece]
def ece(confidence, right, bins):
    index = (confidence * bins).long().clamp(max=bins - 1)  # (N,)
    gaps = torch.zeros(bins).index_add(0, index, confidence - right)  # (bins,)
    return gaps.abs().sum() / len(right)


confidence, predicted = probs.max(dim=1)  # (4,) each
right = (predicted == targets).float()  # (4,)
print("confidence:", confidence, "right:", right.tolist())
for bins in 1, 15, 100:
    print(f"{bins:3} bins:", ece(confidence, right, bins))
print("row by row:", (confidence - right).abs().mean())
# --8<-- [end:ece]
