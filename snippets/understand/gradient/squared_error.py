# --8<-- [start:formula]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5], requires_grad=True)  # (3,)
y = torch.tensor([0.0, 1.0, 0.0])  # (3,)
p = z.softmax(dim=0)  # (3,)
(auto,) = torch.autograd.grad(((p - y) ** 2).sum(), z)
p = p.detach()
print(auto)
print(2 * p * ((p - y) - (p * (p - y)).sum()))
# --8<-- [end:formula]

# --8<-- [start:line]
def gradients(lead):
    """The gradients of both losses at the wrong class, whose logit leads."""
    z = torch.tensor([lead, 0.0], dtype=torch.float64, requires_grad=True)
    y = torch.tensor([0.0, 1.0], dtype=torch.float64)  # (2,)
    squared = ((z.softmax(dim=0) - y) ** 2).sum()
    (by_squared,) = torch.autograd.grad(squared, z)
    (by_entropy,) = torch.autograd.grad(F.cross_entropy(z, y), z)
    return by_entropy[0].item(), by_squared[0].item()
# --8<-- [end:line]


# --8<-- [start:table]
print("| lead of the wrong logit | gradient of cross-entropy | of squared error |")
print("| --: | --: | --: |")
for lead in -4.0, 0.0, 0.6931, 4.0, 8.0, 16.0:
    by_entropy, by_squared = gradients(lead)
    print(f"| {lead} | {by_entropy:.4f} | {by_squared:.2e} |")
# --8<-- [end:table]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

leads = torch.linspace(-6, 12, 109).tolist()
by_entropy, by_squared = zip(*(gradients(lead) for lead in leads))
fig, ax = plt.subplots()
ax.plot(leads, by_entropy)
ax.text(3, 1.03, "cross-entropy", color="#1f5fa8")
ax.plot(leads, by_squared)
ax.text(2.6, 0.42, "squared error", color="#a3470b")
both = gradients(8.0)  # the network is certain, and wrong
arrow = {"arrowstyle": "<->", "color": "tab:gray"}
ax.annotate("", (8, both[1]), (8, both[0]), arrowprops=arrow)
ax.plot([8, 8], both, "o", color="#1f5fa8")
ax.text(8.3, 0.47, "a confident\nmistake", va="center")
ax.text(8.3, 0.88, "full push")
ax.text(8.3, 0.06, "hardly any push")
ax.set_title("gradient at the wrong logit", size=11, weight="normal")
ax.set(xlabel="lead of the wrong logit", xlim=(-6, 13.5), ylim=(-0.02, 1.12))
ax.set(xticks=[-6, 0, 8], yticks=[0, 0.5, 1])
fig.savefig("squared_error.svg")
# --8<-- [end:figure]

# --8<-- [start:steps]
def steps_to_flip(lead, which, rate=1.0):
    """Steps of gradient descent until the wrong logit no longer leads."""
    steps = 0
    while lead > 0:  # both logits move by the same amount, in opposite ways
        lead -= 2 * rate * gradients(lead)[which]
        steps += 1
    return steps


for lead in 2.0, 4.0, 6.0, 7.0:
    print(lead, steps_to_flip(lead, 0), steps_to_flip(lead, 1))
# --8<-- [end:steps]
