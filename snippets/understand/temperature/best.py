# --8<-- [start:data]
import torch
import torch.nn.functional as F

z = torch.tensor(
    [
        [6.0, 1.0, 0.0], [0.5, 5.0, 1.0], [1.0, 0.0, 4.0], [4.5, 3.0, 0.0],
        [0.0, 3.5, 3.0], [2.0, 6.5, 0.0], [5.0, 0.0, 1.0], [1.0, 2.0, 1.5],
        [3.0, 0.5, 0.0], [0.0, 4.0, 1.0], [1.0, 0.0, 5.5], [2.5, 2.0, 0.0],
    ]
)  # (12, 3) logits of a validation set  # fmt: skip
y = torch.tensor([0, 1, 2, 1, 1, 1, 2, 2, 0, 0, 2, 0])  # (12,)
predicted = z.argmax(dim=1)  # (12,)
print("right:", int((predicted == y).sum()), "of", len(y))
print("mean confidence:", z.softmax(dim=1).amax(dim=1).mean())
print("mean loss:", F.cross_entropy(z, y))
# --8<-- [end:data]

# --8<-- [start:bisect]
def slope(beta):
    """The derivative of the mean loss with respect to beta = 1 / T."""
    p = (beta * z.double()).softmax(dim=1)  # (12, 3)
    expected = (p * z).sum(dim=1)  # (12,) logits
    return (expected - z[range(12), y]).mean()


low, high = 0.0, 1.0
print(f"slope at {low}: {slope(low):.4f}, at {high}: {slope(high):.4f}")
for _ in range(40):
    middle = (low + high) / 2
    if slope(middle) < 0:
        low = middle
    else:
        high = middle
T = 1 / high
print(f"beta {high:.4f}, T {T:.4f}")
# --8<-- [end:bisect]

# --8<-- [start:around]
print("| T | mean loss | mean confidence | right |\n| --: | --: | --: | --: |")
for t in 0.5, 1.0, 2.0, T, 3.0, 5.0:
    p = (z / t).softmax(dim=1)  # (12, 3)
    right = int((p.argmax(dim=1) == y).sum())
    loss, sure = F.cross_entropy(z / t, y), p.amax(dim=1).mean()
    print(f"| {t:.4f} | {loss:.4f} | {sure:.4f} | {right} |")
# --8<-- [end:around]

# --8<-- [start:condition]
p = (z / T).softmax(dim=1)  # (12, 3)
print("mean of the expected logit:", (p * z).sum(dim=1).mean())
print("mean of the target's logit:", z[range(12), y].mean())
# --8<-- [end:condition]
