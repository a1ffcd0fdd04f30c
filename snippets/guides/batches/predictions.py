# --8<-- [start:means]
import torch
import torch.nn.functional as F

means, rows = torch.tensor([6.0, 2.0]), torch.tensor([1.0, 3.0])  # (2,), (2,)
total = (rows * means).sum()
print(f"mean of all rows: {total / rows.sum():.1f}")
print(f"mean of means:    {means.mean():.1f}")
print(f"other sizes:      {(rows.flip(0) * means).sum() / rows.sum():.1f}")
print(f"sum:              {total:.1f}")
# --8<-- [end:means]

# --8<-- [start:sign]
tokens, of_each = torch.tensor([10.0, 30.0]), torch.tensor([1.0, 2.0])  # (2,), (2,) mean losses
print("mean of means:     ", of_each.mean())
print("mean of all tokens:", (tokens * of_each).sum() / tokens.sum())
error = of_each.mean() - (tokens * of_each).sum() / tokens.sum()
print(f"error: {error:.2f}, other sign: {-error:.2f}")
covariance = torch.cov(torch.stack([tokens, of_each]))[0, 1]
print(f"with torch.cov: {-covariance / tokens.mean():.1f}")
print(f"equal sizes: {of_each.mean() - (of_each * 20).sum() / 40:.1f}")
# --8<-- [end:sign]

# --8<-- [start:elements]
z, y = torch.zeros(4, 3), torch.eye(3)[[0, 1, 2, 0]]  # (4, 3), (4, 3)
for loss in F.binary_cross_entropy_with_logits, F.cross_entropy:
    print(loss.__name__, f"{loss(z, y, reduction='sum') / loss(z, y):.0f}")
print("labels in a row:", y.shape[1])
# --8<-- [end:elements]

# --8<-- [start:padded]
losses = torch.tensor([[1.0, 1.0, 1.0, 1.0], [6.0, 0.0, 0.0, 0.0]])  # (2, 4)
counts = torch.tensor([4, 1])  # (2,), targets that are not -100
print(f"mean of those that count: {losses.sum() / counts.sum():.1f}")
print(f"mean of means: {(losses.sum(dim=1) / counts).mean():.1f}")
print(f"of all positions: {losses.sum() / losses.numel():.2f} {losses.numel()}")
print(f"sum: {losses.sum():.1f}, targets: {counts.sum()}")
# --8<-- [end:padded]

# --8<-- [start:weighted]
losses, weights = torch.tensor([1.0, 2.0]), torch.tensor([1.0, 9.0])  # (2,), (2,)
total = (weights * losses).sum()
print(f"weighted mean: {total / weights.sum():.1f}, weights: {weights.sum():.1f}")
print(f"mean of means: {(weights * losses / weights).mean():.1f}")
print(f"sum / rows:    {total / len(losses):.1f}")
# --8<-- [end:weighted]

# --8<-- [start:scaled]
sums, counts = torch.tensor([1.0, 9.0]), torch.tensor([100.0, 300.0])  # (2,), (2,)
print("sum / all targets:", (sums.sum() / counts.sum()))
print("1/200:", (sums / 200).mean())
print("1/400:", (sums / 400).mean())
print("1/100 and 1/300:", (sums / counts).mean())
# --8<-- [end:scaled]
