# --8<-- [start:middle]
import torch
import torch.nn.functional as F

y = torch.tensor([1.0, 2.0, 2.0, 15.0])  # (4,)
print("| prediction | mse_loss | l1_loss |\n| --: | --: | --: |")
for guess in y.median(), y.mean():
    z = guess.expand(4)
    print(f"| {guess} | {F.mse_loss(z, y):.4f} | {F.l1_loss(z, y):.4f} |")
# --8<-- [end:middle]

# --8<-- [start:shapes]
import warnings

z = y[:, None].clone()  # (4, 1), every prediction right
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(F.mse_loss(z, y))
print(caught[0].message)
print(F.mse_loss(z[:, 0], y))
# --8<-- [end:shapes]

# --8<-- [start:counts]
counts = torch.tensor([3.0, 5.0, 7.0])  # (3,)
for rate in 4.0, 5.0, 6.0:
    z = torch.tensor(rate).log().expand(3)
    print(rate, f"{F.poisson_nll_loss(z, counts):.4f}", z.exp())
# --8<-- [end:counts]
