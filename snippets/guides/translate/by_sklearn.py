# --8<-- [start:agree]
import numpy as np
from scipy.special import log_softmax, softmax
from sklearn.metrics import log_loss

z = np.array(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
c = np.array([1, 0, 2, 2])  # (4,)
w = np.array([1.0, 2.0, 5.0])  # (3,) one per class
p = softmax(z, axis=1)  # (4, 3)
print(f"mean:           {log_loss(c, p):.4f}")
print(f"sum:            {log_loss(c, p, normalize=False):.4f}")
print(f"weighted mean:  {log_loss(c, p, sample_weight=w[c]):.4f}")
# --8<-- [end:agree]

# --8<-- [start:errors]
for scores in z, log_softmax(z, axis=1).round(4):
    try:
        log_loss(c, scores)
    except ValueError as error:
        print("ValueError:", error)
# --8<-- [end:errors]

# --8<-- [start:warns]
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f"{log_loss(c, z / 10):.4f}")
print("UserWarning:", caught[0].message)
# --8<-- [end:warns]

# --8<-- [start:labels]
try:
    log_loss([1, 0, 1, 1], p)
except ValueError as error:
    print("ValueError:", str(error).partition(". ")[0])
print(f"with labels:    {log_loss([1, 0, 1, 1], p, labels=[0, 1, 2]):.4f}")
# --8<-- [end:labels]

# --8<-- [start:sorted]
cities = np.array(["Concord", "Boulder", "Anaheim"])  # the model's order
print(f"by index:       {log_loss(c, p):.4f}")
print(f"by name:        {log_loss(cities[c], p):.4f}")
order = cities.argsort()  # the columns in the order of the sorted names
print(f"columns sorted: {log_loss(cities[c], p[:, order]):.4f}")
# --8<-- [end:sorted]

# --8<-- [start:clipped]
import torch
import torch.nn.functional as F

far = np.array([[0.0, 200.0]])  # (1, 2) the first class is right
q = softmax(far, axis=1)
print(f"p = {q[0, 0]:.1e}, epsilon = {np.finfo(q.dtype).eps:.1e}")
print("torch:  ", F.cross_entropy(torch.from_numpy(far), torch.tensor([0])))
print(f"float64: {log_loss([0], q, labels=[0, 1]):.4f}")
print(f"float32: {log_loss([0], q.astype(np.float32), labels=[0, 1]):.4f}")
# --8<-- [end:clipped]
