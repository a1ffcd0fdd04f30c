from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/poisson_nll_loss.py"
poisson_nll_loss = run_path(str(FUNCTION))["poisson_nll_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

log_rate = torch.linspace(-3, 2.4, 60)  # (60,)
fig, ax = plt.subplots()
for y, x, height in (0.0, -2.9, 0.55), (1.0, -2.9, 3.3), (4.0, -2.35, 10.7):
    counts = torch.full((60,), y)
    losses = F.poisson_nll_loss(log_rate, counts, reduction="none")
    (line,) = ax.plot(log_rate, losses)
    ax.text(x, height, f"target {y:.0f}", color=line.get_color())
    if y > 0:
        count = counts[:1]
        lowest = F.poisson_nll_loss(count.log(), count)
        ax.plot(count.log(), lowest, "o", color=line.get_color())
ax.text(0.85, -2.7, "lowest where the rate is the target", ha="right")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="input, the log of the rate", xlim=(-3, 2.45), ylim=(-3.2, 12.3))
ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[0, 4, 8, 12])
fig.savefig("poisson_nll_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([0.0, 0.0, 1.0])  # (3,) logs of the rates
target = torch.tensor([0.0, 1.0, 5.0])  # (3,) counts
each = {"reduction": "none"}
print("default:", F.poisson_nll_loss(input, target, **each))
print("full:   ", F.poisson_nll_loss(input, target, full=True, **each))
print("rates:  ", F.poisson_nll_loss(input, target, log_input=False, **each))
print("mean:   ", F.poisson_nll_loss(input, target))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
print("default:", poisson_nll_loss(*arrays, **each).round(4))
print("full:   ", poisson_nll_loss(*arrays, full=True, **each).round(4))
print("rates:  ", poisson_nll_loss(*arrays, log_input=False, **each).round(4))
print("mean:   ", poisson_nll_loss(*arrays).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = input.clone().requires_grad_()
F.poisson_nll_loss(x, target).backward()
print("autograd:", x.grad)
print("by hand: ", (input.exp() - target) / 3)
rate = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
F.poisson_nll_loss(rate, target, log_input=False).backward()
print("autograd:", rate.grad)
print("by hand: ", (1 - target / (rate.detach() + 1e-8)) / 3)
# --8<-- [end:gradient]

# --8<-- [start:floor]
counts = torch.tensor([1.0, 2.0, 3.0, 20.0])  # (4,)
for shift in -0.1, 0.0, 0.1:
    around = counts.log() + shift
    print(F.poisson_nll_loss(around, counts, reduction="none"))
print("y - y log y:", counts - counts * counts.log())
# --8<-- [end:floor]

# --8<-- [start:pitfall_log_input]
count = torch.tensor(100.0)  # the rate is predicted exactly
print("the rate as a log: ", F.poisson_nll_loss(count, count))
print("the rate as a rate:", F.poisson_nll_loss(count, count, log_input=False))
print("its log:           ", F.poisson_nll_loss(count.log(), count))
# --8<-- [end:pitfall_log_input]

# --8<-- [start:pitfall_negative]
rates = torch.tensor([2.0, 0.0, -1.0])  # (3,)
one = torch.ones(3)
print(F.poisson_nll_loss(rates, one, log_input=False, reduction="none"))
# --8<-- [end:pitfall_negative]

# --8<-- [start:pitfall_full]
few = torch.tensor([1.0, 2.0, 3.0, 10.0])  # (4,) counts, each of rate 1
full = F.poisson_nll_loss(torch.zeros(4), few, full=True, reduction="none")
exact = -torch.distributions.Poisson(torch.ones(4)).log_prob(few)
print("full: ", full)
print("exact:", exact)
# --8<-- [end:pitfall_full]
