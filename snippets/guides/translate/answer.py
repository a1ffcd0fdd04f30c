# --8<-- [start:batch]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
c = torch.tensor([1, 0, 2, 2])  # (4,)
some = torch.tensor([1, -100, 2, 2])  # (4,) the second is to be ignored
weight = torch.tensor([1.0, 2.0, 5.0])  # (3,) one per class
print("one per row:   ", F.cross_entropy(logits, c, reduction="none"))
print("mean:          ", F.cross_entropy(logits, c))
print("weighted mean: ", F.cross_entropy(logits, c, weight))
print("one ignored:   ", F.cross_entropy(logits, some))
print("smoothed:      ", F.cross_entropy(logits, c, label_smoothing=0.1))
# --8<-- [end:batch]
