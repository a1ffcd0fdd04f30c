# --8<-- [start:rows]
import torch
import torch.nn.functional as F

scores = torch.tensor([[2.0, 1.0, 0.0], [2.0, 1.0, 0.0]])  # (N, C)
right, rare = torch.tensor([0, 2]), torch.tensor([False, False, True])  # (N,), (C,)
dropped = rare & ~F.one_hot(right, 3).bool()  # (N, C) never the target
print("plain:             ", F.cross_entropy(scores, right, reduction="none"))
print("class 2 dropped:   ", F.cross_entropy(scores.masked_fill(dropped, -torch.inf), right, reduction="none"))
print("as a target, too:  ", F.cross_entropy(scores.masked_fill(rare, -torch.inf), right, reduction="none"))
# --8<-- [end:rows]
