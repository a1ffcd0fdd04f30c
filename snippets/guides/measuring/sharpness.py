# --8<-- [start:brier]
import torch

target = torch.tensor([0, 0, 0, 1, 0, 1, 1, 1])  # (8,)
calibrated = torch.tensor([0.25] * 4 + [0.75] * 4)  # (8,)
sharper = torch.where(target == 1, 0.75, 0.25)  # (8,)
for name, p in ("calibrated", calibrated), ("sharper", sharper):
    low, high = (target[p == value].float().mean() for value in (0.25, 0.75))
    brier = (p - target).square().mean()
    print(f"{name:10}  Brier {brier:.4f}  shares at 0.25, 0.75: {low} {high}")
# --8<-- [end:brier]
