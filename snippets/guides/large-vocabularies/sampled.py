# --8<-- [start:sampled]
import torch
import torch.nn.functional as F

p = torch.tensor([0.6, 0.3, 0.1])  # (3,) the classes of the targets


def slope(z, q, correction):
    """The gradient of the mean loss: a target from p against a negative from q."""
    z = z.requires_grad_()
    s = z - correction  # (3,)
    pairs = torch.cartesian_prod(s, s)  # (9, 2) target, negative
    losses = F.cross_entropy(pairs, torch.zeros(9, dtype=torch.long), reduction="none")
    return torch.autograd.grad((torch.outer(p, q).flatten() * losses).sum(), z)[0]


print("| negatives from | correction | best probabilities | gradient is 0 |")
print("| --- | --- | --- | --- |")
for name, q in ("√p", p.sqrt() / p.sqrt().sum()), ("p", p):
    for text, correction, best in ("none", 0.0, p / q), ("log q", q.log(), p):
        zero = torch.allclose(slope(best.log(), q, correction), torch.zeros(3), atol=1e-6)
        shares = ", ".join(f"{each:.4f}" for each in best / best.sum())
        print(f"| {name} | {text} | {shares} | {zero} |")
# --8<-- [end:sampled]
