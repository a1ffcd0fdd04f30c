# --8<-- [start:rows]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 0.0, 1.0], [0.0, 3.0, -1.0]])  # (N, C)
one, other = torch.tensor([0, 1]), torch.tensor([1, 2])  # (N,), (N,)
share = torch.tensor([0.9, 0.4])  # (N,) of `one` in each row
soft = share.unsqueeze(1) * F.one_hot(one, 3) + (1 - share).unsqueeze(1) * F.one_hot(other, 3)  # (N, C)
print(f"soft targets:      {F.cross_entropy(logits, soft):.4f}")
rows = [F.cross_entropy(logits, labels, reduction="none") for labels in (one, other)]
print(f"rows, then mean:   {(share * rows[0] + (1 - share) * rows[1]).mean():.4f}")
print(f"mean, then shares: {(share * rows[0].mean() + (1 - share) * rows[1].mean()).mean():.4f}")
# --8<-- [end:rows]
