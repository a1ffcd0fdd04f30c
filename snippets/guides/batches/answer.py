# --8<-- [start:loss]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3) four tokens, three classes
targets = torch.tensor([0, 0, 2, 1])  # (4,)
parts = list(zip(logits.split([1, 3]), targets.split([1, 3])))  # two parts

means = torch.stack([F.cross_entropy(z, c) for z, c in parts])  # (2,)
sums = [F.cross_entropy(z, c, reduction="sum") for z, c in parts]
print("mean of all tokens: ", F.cross_entropy(logits, targets))
print("mean of the means:  ", means.mean())
print("sum, divided once:  ", sum(sums) / len(targets))
# --8<-- [end:loss]
