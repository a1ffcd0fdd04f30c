# --8<-- [start:tokens]
import warnings

import torch
import torch.nn.functional as F

ids = torch.tensor([[3, 1, 4, 1, 5], [2, 0, 2, 0, 1]])  # (2, 5)
z = torch.zeros(2, 5, 6)  # (2, 5, 6)
target = ids[:, 1:].flatten()  # (8,)
losses = F.cross_entropy(z[:, :-1].flatten(0, 1), target, reduction="none")
print("losses:", losses.numel())
print("without the shift:", ids.numel())
print("flattened, then shifted:", ids.flatten()[1:].numel())
print("positions of one row:", ids[0, 1:].numel(), "rows:", len(ids))
# --8<-- [end:tokens]

# --8<-- [start:threshold]
limit = torch.tensor(0.8)
print("logit:", (limit / (1 - limit)).log(), limit.logit())
print("odds:", limit, "to", 1 - limit, "=", limit / (1 - limit))
print("sigmoid of", f"{limit:.1f}:", limit.sigmoid())
print("logarithm of", f"{limit:.1f}:", limit.log())
# --8<-- [end:threshold]

# --8<-- [start:mixed]
z, y = torch.zeros(4), torch.tensor([1.0, 0.0, 0.0, 1.0])  # (4,), (4,)
print("cross-entropy:", F.cross_entropy(z, y))
print("one row of classes:", F.cross_entropy(z[None], y[None]))
print("yes or no:", F.binary_cross_entropy_with_logits(z, y))
print("divided by the labels:", F.cross_entropy(z, y) / y.sum())
print(f"as (4, 1): {F.cross_entropy(z[:, None], y[:, None]).abs()}")
# --8<-- [end:mixed]

# --8<-- [start:three]
y = torch.tensor([[1.0, 1.0, 1.0, 0.0]])  # (1, 4)
z = torch.tensor([[30.0, 30.0, 30.0, -30.0]])  # (1, 4), very sure
print("cross-entropy:", F.cross_entropy(z, y))
print("one label's part:", F.cross_entropy(z, torch.tensor([0])))
print("two labels:", F.cross_entropy(z[:, 1:], y[:, 1:]))
print(f"binary: {F.binary_cross_entropy_with_logits(z, y):.1f}")
# --8<-- [end:three]

# --8<-- [start:pairs]
y = torch.tensor([0.0, 1.0, 2.0])  # (3,)
squared = (y[:, None] - y) ** 2  # (3, 3)
print(squared, "sum:", squared.sum())
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print("as (3, 1):", F.mse_loss(y[:, None], y))
print(f"as (3,): {F.mse_loss(y, y):.1f}")
print(f"divided by six pairs: {squared.sum() / 6:.1f}, by three rows: {squared.sum() / 3:.1f}")
# --8<-- [end:pairs]

# --8<-- [start:ranked]
better, worse = torch.tensor([4.0, 0.0]), torch.tensor([1.0, 0.0])
short = 1 - (better - worse)  # (2,), what the lead lacks
print("margin loss:", F.margin_ranking_loss(better, worse, torch.ones(2), margin=1.0))
print("lacking:", short, "mean:", short.mean())
print(f"without a margin: {F.margin_ranking_loss(better, worse, torch.ones(2)):.1f}")
print(f"sum: {short.clamp(min=0).sum():.1f}, divided by {len(short)}")
# --8<-- [end:ranked]
