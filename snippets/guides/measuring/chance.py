# --8<-- [start:pairs]
import torch

counts = torch.tensor([870, 30, 45, 55])  # both right, only a, only b, neither
a = torch.tensor([1.0, 1.0, 0.0, 0.0]).repeat_interleave(counts)  # (1000,) hits
b = torch.tensor([1.0, 0.0, 1.0, 0.0]).repeat_interleave(counts)  # (1000,)


def error(x):
    return x.std(correction=0) / len(x) ** 0.5


for name, x in ("a", a), ("b", b), ("b - a", b - a):
    print(f"{name:5} {x.mean():.3f} ± {error(x):.4f}")
print(f"      on different rows: ± {torch.hypot(error(a), error(b)):.4f}")
# --8<-- [end:pairs]
