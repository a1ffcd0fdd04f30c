# --8<-- [start:each]
import torch
import torch.nn as nn

logits = torch.tensor([[2.0, -1.0, 0.5], [0.3, 1.7, -2.0]])  # (2, 3)
y = torch.tensor([[1.0, 0.0, 1.0], [0.0, 0.0, 0.0]])  # (2, 3)
loss = nn.BCEWithLogitsLoss(reduction="none")(logits, y)  # (2, 3)
print(loss)
print("mean of all:  ", nn.BCEWithLogitsLoss()(logits, y))
print("sum of a row: ", loss.sum(dim=1).mean())
print("predictions:  ", (logits > 0).tolist())
# --8<-- [end:each]

# --8<-- [start:known]
known = torch.tensor([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0]])  # (2, 3)
print("weight=known:     ", nn.BCEWithLogitsLoss(weight=known)(logits, y))
print("mean of the known:", (loss * known).sum() / known.sum())
# --8<-- [end:known]

# --8<-- [start:unknown]
stored = y.where(known > 0, float("nan"))  # (2, 3) one entry is nan
bce = nn.BCEWithLogitsLoss(reduction="none")
for target in stored, stored.nan_to_num():
    print(nn.BCEWithLogitsLoss(weight=known)(logits, target), end=", ")
    print((bce(logits, target) * known).sum() / known.sum())
# --8<-- [end:unknown]

# --8<-- [start:pos_weight]
rare = torch.tensor([1.0, 1.0, 4.0])  # (3,) one per label
print(nn.BCEWithLogitsLoss(pos_weight=rare, reduction="none")(logits, y))
# --8<-- [end:pos_weight]
