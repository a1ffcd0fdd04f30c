# --8<-- [start:undecided]
import torch
import torch.nn.functional as F

d, no = torch.tensor(0.0), torch.tensor(0.0)  # the logit, the target
print("binary cross-entropy:", F.binary_cross_entropy_with_logits(d, no))
print("logit - target:", d - no)
print("sigmoid, 1 / 2:", torch.sigmoid(d))
# --8<-- [end:undecided]

# --8<-- [start:shift]
logits = torch.tensor([[2.0, -1.0], [0.3, 1.7]])  # (2, 2)
classes, one_hot = torch.tensor([0, 1]), torch.eye(2)  # (2,), (2, 2)
bce = F.binary_cross_entropy_with_logits
for z in logits, logits + 3:  # (2, 2)
    difference = z[:, 1] - z[:, 0]  # (2,)
    print(f"cross-entropy {F.cross_entropy(z, classes):.4f}", end=", ")
    print(f"BCE of both {bce(z, one_hot):.4f}", end=", ")
    print(f"of the difference {bce(difference, classes.float()):.4f}")
# --8<-- [end:shift]

# --8<-- [start:odds]
odds = torch.tensor(4.0)
print(f"odds 4 to 1: {odds / (odds + 1):.2f}")
print(f"sigmoid of the logit: {torch.sigmoid(odds.log()):.2f}")
print(f"odds 3 to 1: {torch.tensor(3.0) / 4:.2f}")
print(f"1 / odds: {1 / odds:.2f}")
print(f"sigmoid of the odds: {torch.sigmoid(odds):.2f}")
# --8<-- [end:odds]

# --8<-- [start:one_column]
d = torch.tensor([[-3.0], [1.4]])  # (2, 1)
print("cross_entropy:", F.cross_entropy(d, torch.tensor([0, 0])))
print("binary:", F.binary_cross_entropy_with_logits(d, torch.zeros(2, 1)))
try:
    F.cross_entropy(d, torch.tensor([1, 1]))
except IndexError as error:
    print("class index 1:", error)
# --8<-- [end:one_column]

# --8<-- [start:costs]
for false_yes, missed in (4.0, 1.0), (1.0, 4.0), (1.0, 1.0):
    print(f"a false yes costs {false_yes:g}, a missed one {missed:g}:", end=" ")
    print(f"{false_yes / (false_yes + missed):.2f}")
print(f"quotient of the costs: {1 / 4:.2f}")
# --8<-- [end:costs]

# --8<-- [start:weighted_mean]
d, yes = torch.zeros(4), torch.tensor([1.0, 0.0, 0.0, 0.0])  # (4,), (4,)
three = torch.tensor(3.0)
print("mean:", F.binary_cross_entropy_with_logits(d, yes, pos_weight=three))
rows = F.binary_cross_entropy_with_logits(d, yes, reduction="none")  # (4,)
weights = torch.tensor([3.0, 1.0, 1.0, 1.0])  # (4,)
print("sum:", (weights * rows).sum())
print("sum / weights:", (weights * rows).sum() / weights.sum())
print("all rows times 3:", (3 * rows).mean())
# --8<-- [end:weighted_mean]
