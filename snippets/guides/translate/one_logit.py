# --8<-- [start:binary]
import numpy as np
import torch
import torch.nn.functional as F
from scipy.special import expit
from sklearn.metrics import log_loss

z, y = np.array([2.0, -1.0]), np.array([1.0, 0.0])  # (2,) each
by_torch = F.binary_cross_entropy_with_logits(*map(torch.from_numpy, (z, y)))
print(f"PyTorch:      {by_torch:.4f}")
print(f"NumPy:        {(np.logaddexp(0, z) - y * z).mean():.4f}")
print(f"scikit-learn: {log_loss(y, expit(z)):.4f}")
# --8<-- [end:binary]
