# --8<-- [start:train]
import numpy as np
import torch
import torch.nn as nn
from torch.nn.utils import parameters_to_vector

iris = np.loadtxt("iris.csv", delimiter=",", skiprows=1)  # (150, 5)
X = torch.tensor(iris[:, :4])  # (150, 4)
Y = torch.tensor(iris[:, 4]).long()  # (150,)


def train(clear, momentum=0.0):
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(4, 7), nn.Tanh(), nn.Linear(7, 3)).double()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=momentum)
    losses, steps = [], []  # of each epoch: the loss, the length of the step
    for epoch in range(61):
        loss = nn.functional.cross_entropy(net(X), Y)
        if clear:
            optimizer.zero_grad()
        loss.backward()
        before = parameters_to_vector(net.parameters())  # (59,) all weights
        optimizer.step()
        step = parameters_to_vector(net.parameters()) - before  # (59,)
        losses.append(loss.item())
        steps.append(step.norm().item())
    return losses, steps


losses, steps = train(clear=True)
added_losses, added_steps = train(clear=False)  # the source's loop
# --8<-- [end:train]

# --8<-- [start:table]
print("| epoch | cleared: loss | step | added up: loss | step |")
print("| --: | --: | --: | --: | --: |")
for epoch in 0, 1, 2, 5, 10, 20, 30, 40, 50, 60:
    row = losses[epoch], steps[epoch], added_losses[epoch], added_steps[epoch]
    print(f"| {epoch} |", " | ".join(f"{value:.4f}" for value in row), "|")
# --8<-- [end:table]

# --8<-- [start:rises]
for name, curve in ("cleared", losses), ("added up", added_losses):
    rises = sum(after > before for before, after in zip(curve, curve[1:]))
    print(f"{name}: the loss rises in {rises} of 60 epochs")
# --8<-- [end:rises]

# --8<-- [start:momentum]
heavy_losses, _ = train(clear=True, momentum=1.0)
print(np.allclose(heavy_losses, added_losses))
# --8<-- [end:momentum]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
epochs = range(0, 61, 2)
ax.plot(epochs, losses[::2])
ax.text(32, 0.8, "gradients cleared", color="#1f5fa8")
ax.plot(epochs, added_losses[::2])
ax.text(27, 0.42, "gradients added up:", color="#a3470b")
ax.text(27, 0.31, "fast, then it wanders", color="#a3470b")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="epoch", xticks=[0, 30, 60], yticks=[0, 0.5, 1], ylim=(0, 1.15))
fig.savefig("without_zero_grad.svg")
# --8<-- [end:figure]
