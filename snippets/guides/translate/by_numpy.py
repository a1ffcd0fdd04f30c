# --8<-- [start:losses]
import numpy as np

z = np.array(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
c = np.array([1, 0, 2, 2])  # (4,)
shifted = z - z.max(axis=1, keepdims=True)  # (4, 3) no large exponents
log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
losses = -log_p[np.arange(4), c]  # (4,)
print("one per row:   ", losses.round(4))
print(f"mean:           {losses.mean():.4f}")
# --8<-- [end:losses]

# --8<-- [start:weights]
w = np.array([1.0, 2.0, 5.0])[c]  # (4,) the weight of each target
print(f"weighted mean:  {np.average(losses, weights=w):.4f}")
some = np.array([1, -100, 2, 2])  # (4,)
print(f"one ignored:    {losses[some != -100].mean():.4f}")
y = 0.9 * np.eye(3)[c] + 0.1 / 3  # (4, 3) smoothed targets
print(f"smoothed:       {-(y * log_p).sum(axis=1).mean():.4f}")
# --8<-- [end:weights]

# --8<-- [start:wraps]
import torch
import torch.nn.functional as F

wrong = np.array([1, 0, 2, -1])  # (4,)
print("NumPy:", -log_p[np.arange(4), wrong].round(4))
try:
    F.cross_entropy(torch.from_numpy(z), torch.from_numpy(wrong))
except IndexError as error:
    print("torch:", error)
# --8<-- [end:wraps]

# --8<-- [start:types]
print(torch.from_numpy(z).dtype, torch.tensor(z.tolist()).dtype)
try:
    F.cross_entropy(torch.from_numpy(z), torch.from_numpy(c.astype(np.int32)))
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:types]
