# --8<-- [start:layer]
import torch
import torch.nn as nn
import torch.nn.functional as F

inputs = torch.tensor(
    [[0.23, 0.72, 0.155], [0.31, 0.63, 0.165], [0.38, 0.58, 0.17], [0.54, 0.24, 0.2]]
).double()  # (4, 3) the four people
index = torch.tensor([1, 0, 2, 2])  # (4,) their cities
targets = F.one_hot(index, num_classes=3)  # (4, 3)


def new_layer():
    layer = nn.Linear(3, 3).double()
    for parameter in layer.parameters():
        nn.init.zeros_(parameter)
    return layer


def mse(layer):
    errors = (layer(inputs).softmax(dim=1) - targets) ** 2  # (4, 3)
    return errors.sum(dim=1).mean()


# --8<-- [end:layer]
# --8<-- [start:step]
layer = new_layer()
optimizer = torch.optim.SGD(layer.parameters(), lr=1.0)
mse(layer).backward()
print("changed by backward():", bool(layer.weight.any()))
optimizer.step()
print("changed by step():    ", bool(layer.weight.any()))
# --8<-- [end:step]


# --8<-- [start:train]
def train(lr, steps):
    layer = new_layer()
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    for _ in range(steps):
        optimizer.zero_grad()
        mse(layer).backward()
        optimizer.step()
    return layer


print("| learning rate | steps | MSE | probability of each right city |")
print("| --: | --: | --: | --- |")
for lr, steps in (1.0, 0), (1.0, 1), (10.0, 1), (5.0, 1000):
    layer = train(lr, steps)
    right = layer(inputs).softmax(dim=1)[range(4), index]  # (4,)
    right = ", ".join(f"{p:.4f}" for p in right)
    print(f"| {lr} | {steps} | {mse(layer):.4f} | {right} |")
# --8<-- [end:train]
