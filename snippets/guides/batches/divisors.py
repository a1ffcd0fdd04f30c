# --8<-- [start:table]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3)
c = torch.tensor([0, 0, 2, 1])  # (4,) class indices
some = torch.tensor([0, -100, 2, 1])  # (4,) one of them ignored
y = F.one_hot(c).float()  # (4, 3) the same targets as probabilities
w = torch.tensor([1.0, 2.0, 5.0])  # (3,) weights of the classes

print("| targets | sum | mean | divisor |")
print("| --- | --: | --: | --: |")
for name, t, weight in [
    ("class indices", c, None),
    ("class indices, one ignored", some, None),
    ("class indices, weights", c, w),
    ("class indices, weights, one ignored", some, w),
    ("probabilities", y, None),
    ("probabilities, weights", y, w),
]:
    total = F.cross_entropy(logits, t, weight, reduction="sum")
    mean = F.cross_entropy(logits, t, weight)
    print(f"| {name} | {total:.4f} | {mean:.4f} | {total / mean:.1f} |")
# --8<-- [end:table]

# --8<-- [start:elements]
x, t = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), torch.ones(2, 3)
for loss in F.mse_loss, F.l1_loss, F.binary_cross_entropy_with_logits:
    print(loss.__name__, f"{loss(x, t, reduction='sum') / loss(x, t):.1f}")
# --8<-- [end:elements]
