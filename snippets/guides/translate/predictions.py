# --8<-- [start:wraps]
import numpy as np
import torch
import torch.nn.functional as F
from scipy.special import softmax
from sklearn.metrics import log_loss

row = np.array([[-3.0, -2.0, -0.2]])  # (1, 3)
print("NumPy:", -row[0, -1], "first entry:", -row[0, 0])
try:
    F.nll_loss(torch.from_numpy(row), torch.tensor([-1]))
except IndexError as error:
    print("PyTorch:", error)
# --8<-- [end:wraps]

# --8<-- [start:axis]
equal = np.zeros((2, 3))  # (2, 3)
print(f"without an axis: {softmax(equal)[0, 0]:.4f}")
print(f"axis=1: {softmax(equal, axis=1)[0, 0]:.4f}")
print(f"axis=0: {softmax(equal, axis=0)[0, 0]:.1f}")
# --8<-- [end:axis]

# --8<-- [start:sorted]
pets = np.array([[0.8, 0.2]])  # (1, 2), dog and cat
print(f"as it is: {log_loss(['dog'], pets, labels=['cat', 'dog']):.4f}")
print(f"sorted: {log_loss(['dog'], pets[:, ::-1], labels=['cat', 'dog']):.4f}")
print("probability of dog:", pets[0, 0])
# --8<-- [end:sorted]

# --8<-- [start:shares]
z = torch.tensor([[2.0, 1.0, 1.0]])  # (1, 3)
parts = z / z.sum(dim=1, keepdim=True)  # (1, 3)
print("parts:", parts, "sum:", z.sum())
print("default:", F.nll_loss(parts.log(), torch.tensor([0])))
print("other class:", F.nll_loss(parts.log(), torch.tensor([1])))
print("from logits:", F.cross_entropy(z, torch.tensor([0])))
# --8<-- [end:shares]

# --8<-- [start:divided]
two, heavy = torch.tensor([1.0, 2.0]), torch.tensor([1.0, 3.0])  # (2,), (2,)
print(f"weighted sum: {(heavy * two).sum():.1f}, weights: {heavy.sum():.0f}")
print(f"divided by rows: {(heavy * two).sum() / 2:.1f}")
print(f"divided by weights: {(heavy * two).sum() / heavy.sum():.2f}")
print(f"without weights: {two.mean():.1f}")
# --8<-- [end:divided]

# --8<-- [start:one-logit]
zero, one = np.array(0.0), np.array(1.0)
print(f"loss: {np.logaddexp(0, zero) - one * zero:.4f}")
print(f"less the label: {np.logaddexp(0, zero) - one:.4f}")
print("probability:", 1 / (1 + np.exp(-zero)))
print(f"label times logit: {one * zero:.1f}")
# --8<-- [end:one-logit]
