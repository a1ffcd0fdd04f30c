# --8<-- [start:mean]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3],
                  [0.3, 0.3, 0.4], [0.2, 0.7, 0.1]])  # (4, 3)
z = p.log()
soft = torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.8, 0.2],
                     [0.0, 0.5, 0.5], [0.1, 0.9, 0.0]])  # (4, 3)

losses = -(soft * p.log()).sum(dim=1)  # (4,)
print(losses, losses.mean())
print(F.cross_entropy(z, soft))
entropies = -torch.xlogy(soft, soft).sum(dim=1)  # (4,)
print(entropies, entropies.mean())
# --8<-- [end:mean]

# --8<-- [start:sums]
first = torch.tensor([[0.5, 0.3, 0.2]]).log()  # (1, 3)
for row in [1.0, 0.0, 0.0], [2.0, 0.0, 0.0], [1.0, 0.0, 0.5], [0.0] * 3:
    scores, target = first.clone().requires_grad_(), torch.tensor([row])
    loss = F.cross_entropy(scores, target)
    loss.backward()
    print(row, f"{loss.abs():.4f}", scores.grad)
# --8<-- [end:sums]

# --8<-- [start:negative]
print(F.cross_entropy(first, torch.tensor([[2.0, 0.0, -1.0]])))
# --8<-- [end:negative]

# --8<-- [start:check]
def is_distribution(target, dim=1):
    sums, step = target.float().sum(dim=dim), torch.finfo(target.dtype).eps
    adds_up = torch.allclose(sums, torch.ones_like(sums), atol=step)
    return adds_up and bool((target >= 0).all())


half = torch.tensor([[0.7, 0.2, 0.1]]).bfloat16()  # (1, 3)
double = torch.tensor([[2.0, 0.0, 0.0]])  # (1, 3)
print(is_distribution(soft), is_distribution(half), is_distribution(double))
print(torch.allclose(half.float().sum(dim=1), torch.ones(1)))  # by default
# --8<-- [end:check]
