from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/kl_div.py"
kl_div = run_path(str(FUNCTION))["kl_div"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

first = torch.linspace(-4.5, 4.5, 60).sigmoid()  # (60,) of two outcomes
predicted = torch.stack([first, 1 - first], dim=1)  # (60, 2)
fig, ax = plt.subplots()
for y in 0.1, 0.5, 0.9:
    both = torch.tensor([y, 1 - y]).expand(60, 2)
    losses = F.kl_div(predicted.log(), both, reduction="none").sum(dim=1)
    (line,) = ax.plot(first, losses)
    ax.plot(y, 0, "o", color=line.get_color())
    ax.text(1.01, losses[-1], f"target {y}", color=line.get_color())
ax.text(0.5, 2, "0 where the prediction\nis the target", ha="center")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="predicted probability", xlim=(0, 1.2), ylim=(-0.1, 4.1))
ax.set(xticks=[0.1, 0.5, 0.9], yticks=[0, 2, 4])
fig.savefig("kl_div.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]])  # (2, 3) predicted
target = torch.tensor([[0.25, 0.75, 0.0], [0.2, 0.2, 0.6]])  # (2, 3)
input = p.log()  # (2, 3) log-probabilities
for how in "none", "batchmean", "sum":
    print(f"{how}:", F.kl_div(input, target, reduction=how))
both_logs = dict(reduction="sum", log_target=True)
print("sum of logs:", F.kl_div(input[0], input[1], **both_logs))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "batchmean", "sum":
    print(f"{how}:", kl_div(*arrays, reduction=how).round(4))
print("sum of logs:", kl_div(*input.numpy(), **both_logs).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = input.clone().requires_grad_()
F.kl_div(x, target, reduction="batchmean").backward()
print("autograd:", x.grad)
print("by hand: ", -target / 2)
z = input.clone().requires_grad_()  # logits
F.kl_div(z.log_softmax(dim=1), target, reduction="batchmean").backward()
print("autograd:", z.grad)
print("by hand: ", (z.detach().softmax(dim=1) - target) / 2)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_mean]
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    mean = F.kl_div(input, target)
print(str(caught[0].message).partition("'batchmean'")[0])
print("mean:     ", mean)
print("sum / 6:  ", F.kl_div(input, target, reduction="sum") / 6)
print("batchmean:", F.kl_div(input, target, reduction="batchmean"))
# --8<-- [end:pitfall_mean]
# --8<-- [start:pitfall_positions]
sequence, targets = input[None], target[None]  # (1, 2, 3) each: N, L, C
print("(N, L, C):  ", F.kl_div(sequence, targets, reduction="batchmean"))
rows = sequence.flatten(0, 1), targets.flatten(0, 1)  # (2, 3) each
print("(N * L, C): ", F.kl_div(*rows, reduction="batchmean"))
# --8<-- [end:pitfall_positions]

# --8<-- [start:pitfall_log]
for y in p[0], p[1]:  # (3,) targets that the model predicts exactly
    right = F.kl_div(y.log(), y, reduction="sum")
    wrong = F.kl_div(y, y, reduction="sum")
    print("log-probabilities:", right)
    print("probabilities:    ", wrong)
# --8<-- [end:pitfall_log]

# --8<-- [start:pitfall_zero]
sure = torch.tensor([1.0, 0.0])  # (2,)
half = torch.tensor([0.5, 0.5])  # (2,)
print("log of 0:   ", F.kl_div(sure.log(), sure, reduction="none"))
print("target half:", F.kl_div(sure.log(), half, reduction="none"))
logits = torch.tensor([200.0, 0.0])  # (2,)
stable, late = logits.log_softmax(dim=0), logits.softmax(dim=0).log()
print("log_softmax:", F.kl_div(stable, sure, reduction="none"))
print("softmax.log:", F.kl_div(late, sure, reduction="none"))
far = torch.tensor([6e4, -6e4]).half()  # (2,), finite
log_probs = far.log_softmax(dim=0)
print("float16:    ", F.kl_div(log_probs, sure.half(), reduction="none"))
# --8<-- [end:pitfall_zero]

# --8<-- [start:pitfall_log_target]
equal = torch.tensor([0.5, 0.5]).log()  # (2,)
print(F.kl_div(equal, sure, reduction="none"))
print(F.kl_div(equal, sure.log(), reduction="none", log_target=True))
# --8<-- [end:pitfall_log_target]

# --8<-- [start:pitfall_sum]
log_p = torch.tensor([0.5, 0.5]).log()  # (2,)
for y in torch.tensor([0.2, 0.2]), torch.tensor([0.5, 0.5]):
    print(f"sum {y.sum():.1f}:", F.kl_div(log_p, y, reduction="sum").round(decimals=4))
# --8<-- [end:pitfall_sum]

# --8<-- [start:pitfall_order]
one = torch.tensor([0.5, 0.5])  # (2,)
other = torch.tensor([0.9, 0.1])  # (2,)
print("KL(one || other):", F.kl_div(other.log(), one, reduction="sum"))
print("KL(other || one):", F.kl_div(one.log(), other, reduction="sum"))
divergence = torch.distributions.kl_divergence
model, data = (torch.distributions.Categorical(probs=q) for q in (other, one))
print("kl_divergence(one, other):", divergence(data, model))
# --8<-- [end:pitfall_order]
