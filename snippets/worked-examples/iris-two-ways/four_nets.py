# --8<-- [start:train]
import numpy as np
import torch
import torch.nn as nn

iris = np.loadtxt("iris.csv", delimiter=",", skiprows=1)  # (150, 5)
X = torch.tensor(iris[:, :4])  # (150, 4)
Y = torch.tensor(iris[:, 4]).long()  # (150,)
nets = {
    "logits, CrossEntropyLoss": ([], nn.CrossEntropyLoss()),
    "log-softmax, NLLLoss": ([nn.LogSoftmax(dim=1)], nn.NLLLoss()),
    "softmax, CrossEntropyLoss": ([nn.Softmax(dim=1)], nn.CrossEntropyLoss()),
    "softmax, NLLLoss": ([nn.Softmax(dim=1)], nn.NLLLoss()),
}
curves, right = {}, {}
for name, (last, loss_func) in nets.items():
    torch.manual_seed(1)
    layers = nn.Linear(4, 7), nn.Tanh(), nn.Linear(7, 3), *last
    net = nn.Sequential(*layers).double()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05)
    curves[name] = []
    for epoch in range(601):
        loss = loss_func(net(X), Y)
        curves[name].append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.inference_mode():
        right[name] = int((net(X).argmax(dim=1) == Y).sum())
# --8<-- [end:train]

# --8<-- [start:table]
print("| last layer, loss | first | last | right of 150 |")
print("| --- | --: | --: | --: |")
for name, curve in curves.items():
    print(f"| {name} | {curve[0]:.4f} | {curve[-1]:.4f} | {right[name]} |")
# --8<-- [end:table]

# --8<-- [start:floors]
perfect = torch.tensor([[1.0, 0.0, 0.0]])  # (1, 3) the limit of a softmax
zero = torch.tensor([0])  # (1,)
print("softmax, CrossEntropyLoss:", nn.CrossEntropyLoss()(perfect, zero))
print("softmax, NLLLoss:         ", nn.NLLLoss()(perfect, zero))
# --8<-- [end:floors]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(6.2, 3.6))
ax.axhline(0, color="tab:gray", linewidth=1)
heights, styles = (0.6, 0.44, 1.0, -0.52), ("-", (0, (2, 4)), "--", "-.")
for (name, curve), y, style in zip(curves.items(), heights, styles):
    (line,) = ax.plot(range(0, 601, 20), curve[::20], linestyle=style)
    ax.text(130, y, name, color=line.get_color())
ax.text(600, -0.14, "no right loss is below 0", ha="right")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="epoch", xticks=[0, 300, 600], yticks=[-1, 0, 1], ylim=(-1, 1.15))
fig.savefig("four_nets.svg")
# --8<-- [end:figure]
