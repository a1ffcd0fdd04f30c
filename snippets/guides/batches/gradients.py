# --8<-- [start:gradients]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3)
targets = torch.tensor([0, 0, 2, 1])  # (4,)
bias = torch.zeros(3, requires_grad=True)  # (3,) added to every row

first = F.cross_entropy(logits[:1] + bias, targets[:1])
others = F.cross_entropy(logits[1:] + bias, targets[1:])
[of_means] = torch.autograd.grad((first + others) / 2, bias)
[of_all] = torch.autograd.grad(F.cross_entropy(logits + bias, targets), bias)
print("gradient of the mean:          ", of_all)
print("gradient of the mean of means: ", of_means)
# --8<-- [end:gradients]

# --8<-- [start:step]
print("before:                        ", F.cross_entropy(logits, targets))
for gradient in of_all, of_means:
    after = logits - gradient  # a step of SGD with learning rate 1
    print("after a step:                  ", F.cross_entropy(after, targets))
# --8<-- [end:step]
