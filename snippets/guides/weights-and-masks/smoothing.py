# --8<-- [start:target]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3],
                  [0.3, 0.3, 0.4], [0.2, 0.7, 0.1]])  # (4, 3)
z, y, eps, C = p.log(), torch.tensor([0, 1, 2, 1]), 0.1, 3

q = (1 - eps) * F.one_hot(y, C) + eps / C  # (4, 3)
print(q)
losses = -(q * p.log()).sum(dim=1)  # (4,)
print(losses, losses.mean())
print(F.cross_entropy(z, y, label_smoothing=eps))
# --8<-- [end:target]

# --8<-- [start:split]
target = -p.log().take_along_dim(y[:, None], dim=1)[:, 0]  # (4,)
uniform = -p.log().mean(dim=1)  # (4,)
print(target, uniform, sep="\n")
print((1 - eps) * target.mean() + eps * uniform.mean())
# --8<-- [end:split]

# --8<-- [start:lead]
for lead in 2.0, 3.0, 3.3322, 4.0, 8.0:
    row = torch.tensor([[lead, 0.0, 0.0]])
    loss = F.cross_entropy(row, torch.tensor([0]), label_smoothing=eps)
    print(f"{lead:.4f}  {loss:.4f}")
# --8<-- [end:lead]

# --8<-- [start:floors]
print("| classes | target's share | others' share | lead | floor |")
print("| --: | --: | --: | --: | --: |")
for C in 2, 3, 10, 1000:
    own, other = torch.tensor(1 - eps + eps / C), torch.tensor(eps / C)
    floor = -own * own.log() - (C - 1) * other * other.log()
    print(f"| {C} | {own:.4f} | {other:.4f} |", end=" ")
    print(f"{(own / other).log():.4f} | {floor:.4f} |")
# --8<-- [end:floors]

# --8<-- [start:range]
for outside in 1.1, -0.1:
    try:
        print(F.cross_entropy(z, y, label_smoothing=outside))
    except RuntimeError as error:
        print(error)
print(F.cross_entropy(z, y))
# --8<-- [end:range]

# --8<-- [start:nll]
log_p = p.log()  # (4, 3)
try:
    torch.nn.NLLLoss(label_smoothing=eps)
except TypeError as error:
    print("TypeError:", error)
print(F.cross_entropy(log_p, y, label_smoothing=eps))
print((1 - eps) * F.nll_loss(log_p, y) - eps * log_p.mean())
# --8<-- [end:nll]
