# --8<-- [start:table]
import torch
import torch.nn.functional as F

teacher = torch.tensor([5.0, 2.0, -1.0], dtype=torch.float64)  # (3,)
z = torch.tensor([1.0, 3.0, 0.0], dtype=torch.float64, requires_grad=True)
print("| T | gradient | gradient × T² |\n| --: | --: | --: |")
for T in 1, 2, 5, 10, 100:
    q = (teacher / T).softmax(dim=0)  # (3,) soft target
    (g,) = torch.autograd.grad(F.cross_entropy(z / T, q), z)
    columns = (", ".join(f"{g:.4f}" for g in each) for each in (g, g * T**2))
    print(f"| {T} | {' | '.join(columns)} |")
# --8<-- [end:table]

# --8<-- [start:limit]
gap = z.detach() - teacher  # (3,)
print((gap - gap.mean()) / 3)
# --8<-- [end:limit]

# --8<-- [start:loss]
T, alpha, c = 4.0, 0.5, torch.tensor(0)
q = (teacher / T).softmax(dim=0)  # (3,)
soft = F.kl_div((z / T).log_softmax(dim=0), q, reduction="sum")
hard = F.cross_entropy(z, c)
loss = alpha * T**2 * soft + (1 - alpha) * hard
print(f"soft {soft:.4f}, times T²: {T**2 * soft:.4f}, hard {hard:.4f}")
print(f"loss {loss:.4f}")
# --8<-- [end:loss]
