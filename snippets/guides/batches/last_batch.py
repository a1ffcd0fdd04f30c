# --8<-- [start:epoch]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 2.0], [3.0, 0.0]]
)  # (5, 2) a data set of five rows
targets = torch.tensor([0, 1, 0, 1, 1])  # (5,)

batch_means, total, rows = [], 0.0, 0
for z, c in zip(logits.split(2), targets.split(2)):  # of 2, 2 and 1 rows
    loss = F.cross_entropy(z, c)
    batch_means.append(loss.item())
    total += loss.item() * len(c)
    rows += len(c)
print(f"mean of the batch means: {sum(batch_means) / len(batch_means):.4f}")
print(f"mean of the epoch:       {total / rows:.4f}")
print(f"all rows at once:        {F.cross_entropy(logits, targets):.4f}")
# --8<-- [end:epoch]
