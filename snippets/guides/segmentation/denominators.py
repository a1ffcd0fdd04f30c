# --8<-- [start:forms]
import torch

p = torch.tensor([0.9, 0.6, 0.2, 0.1])  # (4,) four pixels
y = torch.tensor([1.0, 1.0, 0.0, 0.0])  # (4,)
tp, fp, fn = (p * y).sum(), (p * (1 - y)).sum(), ((1 - p) * y).sum()
print("TP, FP, FN:      ", tp, fp, fn)
print("Dice:            ", 1 - 2 * tp / (p + y).sum())
print("Dice, squares:   ", 1 - 2 * tp / (p**2 + y**2).sum())
print("IoU:             ", 1 - tp / (tp + fp + fn))
print("Tversky 0.5, 0.5:", 1 - tp / (tp + 0.5 * fp + 0.5 * fn))
print("Tversky 0.3, 0.7:", 1 - tp / (tp + 0.3 * fp + 0.7 * fn))
# --8<-- [end:forms]
# --8<-- [start:soft_target]
soft = torch.tensor([0.5, 0.5, 0.0, 0.0])  # (4,) two pixels half covered
for name, p in ("p = y:", soft), ("p rounded up:", y):
    linear = 1 - 2 * (p * soft).sum() / (p + soft).sum()
    squares = 1 - 2 * (p * soft).sum() / (p**2 + soft**2).sum()
    distance = (p - soft).abs().sum() / (p + soft).sum()
    print(name, f"linear {linear:.4f}, squares {squares:.4f}, L1 {distance:.4f}")
# --8<-- [end:soft_target]
