from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/gaussian_nll_loss.py"
gaussian_nll_loss = run_path(str(FUNCTION))["gaussian_nll_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

var = torch.logspace(-1.5, 1.5, 60)  # (60,)
fig, ax = plt.subplots()
for error, x, y in (0.5, 0.046, 1.6), (1.0, 0.15, 2.8), (2.0, 0.56, 3.7):
    errors, zeros = torch.full((60,), error), torch.zeros(60)
    losses = F.gaussian_nll_loss(errors, zeros, var, reduction="none")
    (line,) = ax.plot(var, losses)
    lowest = F.gaussian_nll_loss(errors[:1], zeros[:1], errors[:1] ** 2)
    ax.plot(error**2, lowest, "o", color=line.get_color())
    ax.text(x, y, f"error {error}", color=line.get_color())
ax.text(1, -0.75, "lowest at var = error²", ha="center")
ax.text(0.034, -0.75, "← too sure", color="tab:gray")
ax.text(30, -0.75, "too unsure →", ha="right", color="tab:gray")
ax.set_title("loss", size=11, weight="normal")
ax.set(xscale="log", xlabel="var", xlim=(0.032, 32), ylim=(-0.9, 4.1))
ax.set(xticks=[0.1, 1, 10], xticklabels=["0.1", "1", "10"])
ax.set(yticks=[0, 1, 2, 3, 4])
ax.minorticks_off()
fig.savefig("gaussian_nll_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([0.0, 1.0, 2.0])  # (3,) means
target = torch.tensor([0.5, 1.0, 4.0])  # (3,) errors -0.5, 0 and -2
var = torch.tensor([1.0, 0.25, 4.0])  # (3,)
print("none:", F.gaussian_nll_loss(input, target, var, reduction="none"))
print("full:", F.gaussian_nll_loss(input, target, var, full=True))
print("one variance for all:", F.gaussian_nll_loss(input, target, 4.0))
# --8<-- [end:example]

# --8<-- [start:numpy]
x, y, v = input.numpy(), target.numpy(), var.numpy()
print("none:", gaussian_nll_loss(x, y, v, reduction="none").round(4))
print("full:", gaussian_nll_loss(x, y, v, full=True).round(4))
print("one variance for all:", gaussian_nll_loss(x, y, 4.0).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x, v = input.clone().requires_grad_(), var.clone().requires_grad_()
F.gaussian_nll_loss(x, target, v).backward()
error = input - target
print("autograd:", x.grad)
print("by hand: ", error / var / 3)
print("autograd:", v.grad)
print("by hand: ", 0.5 * (1 / var - error**2 / var**2) / 3)
# --8<-- [end:gradient]

# --8<-- [start:floor]
zero = torch.zeros(4)
small = torch.tensor([1.0, 1e-3, 1e-6, 0.0])  # (4,) variances
print(F.gaussian_nll_loss(zero, zero, small, reduction="none"))
print("0.5 log eps:", 0.5 * torch.tensor(1e-6).log())
# --8<-- [end:floor]

# --8<-- [start:pitfall_std]
std = torch.tensor([3.0])  # (1,)
normal = torch.distributions.Normal(0.0, std)
for name, spread in ("std: ", std), ("std²:", std**2):
    loss = F.gaussian_nll_loss(torch.tensor([0.0]), std, spread, full=True)
    print(name, loss)
print("Normal:", -normal.log_prob(std))
# --8<-- [end:pitfall_std]

# --8<-- [start:pitfall_negative]
raw = torch.tensor([-1.0, 0.5, 2.0])  # (3,) a layer's output
try:
    F.gaussian_nll_loss(input, target, raw)
except ValueError as problem:
    print("ValueError:", problem)
print("softplus:", F.gaussian_nll_loss(input, target, F.softplus(raw)))
print("exp:     ", F.gaussian_nll_loss(input, target, raw.exp()))
# --8<-- [end:pitfall_negative]

# --8<-- [start:pitfall_rows]
zeros = torch.zeros(2, 2)
each = torch.tensor([1.0, 100.0])  # (2,)
print(F.gaussian_nll_loss(zeros, zeros, each, reduction="none"))
print(F.gaussian_nll_loss(zeros, zeros, each[None], reduction="none"))
# --8<-- [end:pitfall_rows]

# --8<-- [start:pitfall_scalar]
print(F.gaussian_nll_loss(zeros, zeros, 4.0))
try:
    F.gaussian_nll_loss(zeros, zeros, torch.tensor(4.0))
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:pitfall_scalar]

# --8<-- [start:pitfall_broadcast]
column = target[:, None]  # (3, 1)
wrong = F.gaussian_nll_loss(input, column, var, reduction="none")
print(wrong.shape)
print("target (3, 1):", F.gaussian_nll_loss(input, column, var))
print("target (3,):  ", F.gaussian_nll_loss(input, target, var))
# --8<-- [end:pitfall_broadcast]

# --8<-- [start:pitfall_eps]
zero = torch.zeros(1)
for value in 0.0, 0.05, 0.1:
    v = torch.tensor([value], requires_grad=True)  # (1,)
    loss = F.gaussian_nll_loss(zero, zero, v, eps=0.1)
    loss.backward()
    print(f"var {value}: loss {loss:.4f}, gradient", v.grad)
print("0.5 / eps:", 0.5 / 0.1)
# --8<-- [end:pitfall_eps]
