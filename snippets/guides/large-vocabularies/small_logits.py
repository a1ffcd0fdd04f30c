# --8<-- [start:zloss]
import torch
import torch.nn.functional as F

y = torch.tensor([0])  # (1,)
for shift in 0.0, 100.0:
    z = torch.tensor([[2.0, 1.0, 0.0]]) + shift  # (1, 3)
    log_z = z.logsumexp(dim=1)  # (1,)
    loss, extra = F.cross_entropy(z, y), 1e-4 * log_z.square().mean()
    p = z.softmax(dim=1)  # (1, 3)
    grad = p - F.one_hot(y, num_classes=3)  # (1, 3) of the loss
    pull = 2e-4 * log_z[:, None] * p  # (1, 3) of the z-loss
    print(f"log Z {log_z.item():.4f}: loss {loss:.4f} + {extra:.4f}, ", end="")
    print(f"sum of the gradient {abs(grad.sum()):.4f} + {pull.sum():.4f}")
# --8<-- [end:zloss]

# --8<-- [start:softcap]
print("| logit | 1 | 10 | 30 | 60 | 90 | 100 |\n| --- |" + " --: |" * 6)
z = torch.tensor([1.0, 10.0, 30.0, 60.0, 90.0, 100.0])  # (6,)
t = torch.tanh(z / 30)  # (6,)
half = 30 * torch.tanh(z.bfloat16() / 30)  # (6,)
rows = {"capped": 30 * t, "gradient times": 1 - t.square(), "capped in `bfloat16`": half}
for name, row in rows.items():
    print(f"| {name} |", " | ".join(f"{each:.4f}" for each in row.tolist()), "|")
# --8<-- [end:softcap]
