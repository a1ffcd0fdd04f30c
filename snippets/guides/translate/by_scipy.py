# --8<-- [start:axis]
import numpy as np
from scipy.special import log_softmax, logsumexp

z = np.array(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
c = np.array([1, 0, 2, 2])  # (4,)
print("with axis=1:    ", -log_softmax(z, axis=1)[np.arange(4), c].round(4))
print("by logsumexp:   ", (logsumexp(z, axis=1) - z[np.arange(4), c]).round(4))
print("without an axis:", -log_softmax(z)[np.arange(4), c].round(4))
# --8<-- [end:axis]

# --8<-- [start:sums]
print(np.exp(log_softmax(z, axis=1)).sum(axis=1).round(4))
print(f"{np.exp(log_softmax(z)).sum():.4f}")
# --8<-- [end:sums]
