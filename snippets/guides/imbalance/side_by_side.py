# --8<-- [start:optimum]
import torch
import torch.nn.functional as F

counts = torch.tensor([[760, 40], [80, 20], [60, 40]])  # (3, 2)
cells = torch.cartesian_prod(torch.arange(3), torch.arange(2))  # (6, 2)
x, y = cells.repeat_interleave(counts.flatten(), dim=0).T  # (1000,), (1000,)


def optimum(loss):
    """The logits of each x (3, 2) with the smallest loss of all rows, by bisection of its slope."""
    low, high = torch.full((2, 3), 20.0, dtype=torch.double) * torch.tensor([[-1], [1]])
    for _ in range(40):
        d = ((low + high) / 2).requires_grad_()  # (3,) the lead of class 1
        z = torch.stack([torch.zeros_like(d), d], dim=1)  # (3, 2)
        (slope,) = torch.autograd.grad(loss(z[x]), d)  # (3,)
        d = d.detach()
        low, high = torch.where(slope < 0, d, low), torch.where(slope < 0, high, d)
    return z.detach()
# --8<-- [end:optimum]

# --8<-- [start:losses]
n = torch.bincount(y).double()  # (2,)
log_prior = (n / n.sum()).log()
balanced, root = n.sum() / (2 * n), n.rsqrt()
effective = (1 - 0.999) / (1 - 0.999**n)
drawn = balanced[y] / balanced[y].sum()  # (1000,) the sampler's chances


def focal(z):
    plain = F.cross_entropy(z, y, reduction="none")
    return ((-torch.expm1(-plain)) ** 2 * plain).mean()


losses = {
    "plain loss": lambda z: F.cross_entropy(z, y),
    "balanced weights": lambda z: F.cross_entropy(z, y, balanced),
    "balanced sampler": lambda z: F.cross_entropy(z, y, reduction="none") @ drawn,
    "logit adjustment": lambda z: F.cross_entropy(z + log_prior, y),
    "√ weights": lambda z: F.cross_entropy(z, y, root),
    "effective number": lambda z: F.cross_entropy(z, y, effective),
    "focal, γ = 2": focal,
}
# --8<-- [end:losses]

# --8<-- [start:table]
share, total = counts[:, 1] / counts.sum(dim=1), counts.sum(dim=1)  # (3,), (3,)


def line(z):
    p, says = z.softmax(dim=1)[:, 1], z.argmax(dim=1)  # (3,), (3,)
    error = (total * (p - share).abs()).sum() / total.sum()
    right = counts[torch.arange(3), says].sum() / total.sum()
    recall = torch.stack([counts[says == k, k].sum() / n[k] for k in (0, 1)])
    scores = error, recall[1], recall.mean(), right, *p
    return " | ".join(f"{value:.3f}" for value in scores)


found = {name: optimum(loss) for name, loss in losses.items()}
groups = {}
for name, z in (found | {"plain minus log π": found["plain loss"] - log_prior}).items():
    groups.setdefault(line(z), []).append(name)
print("| trained with | calibration error | recall | balanced | accuracy | x=0 | x=1 | x=2 |")
print("| --- | --: | --: | --: | --: | --: | --: | --: |")
for scores, names in groups.items():
    print("|", ", ".join(names), "|", scores, "|")
# --8<-- [end:table]

# --8<-- [start:undo]
def shares_of_focal(z, gamma=2):
    p = z.softmax(dim=1)  # (3, 2)
    slope = (1 - p) ** gamma / p - gamma * (1 - p) ** (gamma - 1) * p.log()
    return slope.reciprocal() / slope.reciprocal().sum(dim=1, keepdim=True)


undone = {
    "balanced weights": found["balanced weights"] - balanced.log(),
    "balanced sampler": found["balanced sampler"] - balanced.log(),
    "logit adjustment": found["logit adjustment"] + log_prior,
    "√ weights": found["√ weights"] - root.log(),
    "effective number": found["effective number"] - effective.log(),
    "focal, γ = 2": shares_of_focal(found["focal, γ = 2"]).log(),
}
for name, z in undone.items():
    print(f"{name:16}", z.softmax(dim=1)[:, 1].float())
# --8<-- [end:undo]

# --8<-- [start:shift]
there = torch.tensor([0.8, 0.2]).double()  # (2,) shares where it is used
moved = found["plain loss"] + there.log() - log_prior  # (3, 2)
print(moved.softmax(dim=1)[:, 1].float())
# --8<-- [end:shift]
