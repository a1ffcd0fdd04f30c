# --8<-- [start:reductions]
import torch
import torch.nn.functional as F

z = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]],
    requires_grad=True,
)  # (4, 3)


def gradient(targets, **options):
    loss = F.cross_entropy(z, torch.tensor(targets), **options)
    return torch.autograd.grad(loss, z)[0]  # (4, 3)


by_sum = gradient([1, 0, 2, 2], reduction="sum")
by_mean = gradient([1, 0, 2, 2])
print("sum: ", by_sum[0])
print("mean:", by_mean[0])
print(torch.allclose(by_mean, by_sum / 4))
# --8<-- [end:reductions]

# --8<-- [start:ignored]
some = gradient([1, -100, 2, 2])
print(some)
print(torch.allclose(some[0], by_sum[0] / 3))
# --8<-- [end:ignored]

# --8<-- [start:weighted]
weight = torch.tensor([1.0, 2.0, 5.0])  # (3,) one per class
weighted = gradient([1, 0, 2, 2], weight=weight)
w = weight[[1, 0, 2, 2]]  # (4,) one per row
print(w, w.sum())
print(torch.allclose(weighted, by_sum * (w / w.sum())[:, None]))
# --8<-- [end:weighted]

# --8<-- [start:weighted_soft]
soft = torch.tensor(
    [[0.2, 0.7, 0.1], [1.0, 0.0, 0.0], [0.0, 0.5, 0.5], [0.3, 0.3, 0.4]]
)  # (4, 3)
found = gradient(soft.tolist(), weight=weight)
p, wy = z.detach().softmax(dim=1), weight * soft  # (4, 3), (4, 3)
print(found[0])
by_hand = (p * wy.sum(dim=1, keepdim=True) - wy) / 4  # (4, 3)
print(torch.allclose(found, by_hand, atol=1e-6))
# --8<-- [end:weighted_soft]

# --8<-- [start:parts]
z = z.detach()[:3].requires_grad_()  # (3, 3)
whole = F.cross_entropy(z, torch.tensor([1, 0, 2]))
one = F.cross_entropy(z[:1], torch.tensor([1]))  # the mean of one row
two = F.cross_entropy(z[1:], torch.tensor([0, 2]))  # the mean of two rows
print(*torch.autograd.grad(whole, z, retain_graph=True))
print(*torch.autograd.grad((one + two) / 2, z, retain_graph=True))
print(*torch.autograd.grad((1 * one + 2 * two) / 3, z))
# --8<-- [end:parts]

# --8<-- [start:denominators]
some = torch.tensor([1, -100, 2])  # (3,) the second row is ignored
one = F.cross_entropy(z[:1], some[:1])  # one row, which counts
two = F.cross_entropy(z[1:], some[1:])  # two rows, of which one counts
whole = F.cross_entropy(z, some)
(right,) = torch.autograd.grad(whole, z, retain_graph=True)
for name, loss in ("rows", (1 * one + 2 * two) / 3), ("counted", (one + two) / 2):
    (found,) = torch.autograd.grad(loss, z, retain_graph=True)
    print(f"weighted by {name}:", torch.allclose(found, right))
# --8<-- [end:denominators]
