# --8<-- [start:numpy]
import numpy as np
import torch
import torch.nn.functional as F

x = np.array([[1.0, 2.0], [0.0, -1.0]])  # (2, 2) two rows of features
w = np.array([[0.5, -1.0, 0.0], [1.0, 0.0, -0.5]])  # (2, 3) a column per class
y = np.array([0, 2])  # (2,) class indices
z = x @ w  # (2, 3) logits
p = np.exp(z - z.max(axis=1, keepdims=True))  # (2, 3)
p /= p.sum(axis=1, keepdims=True)

dz = p.copy()
dz[np.arange(len(y)), y] -= 1  # p minus y
dz /= len(y)  # the mean over the rows
dw = x.T @ dz  # (2, 3)
print(dw.round(4))

weight = torch.tensor(w, requires_grad=True)  # (2, 3)
F.cross_entropy(torch.tensor(x) @ weight, torch.tensor(y)).backward()
print("as by autograd:", np.allclose(dw, weight.grad.numpy()))
# --8<-- [end:numpy]
