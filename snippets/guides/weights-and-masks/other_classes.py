# --8<-- [start:others]
import torch
import torch.nn.functional as F

z, y, eps, C = torch.tensor([[2.0, 1.0, 0.0]]), torch.tensor([0]), 0.1, 3
right = F.one_hot(y, C)  # (1, 3)
q = (1 - eps) * right + eps / (C - 1) * (1 - right)  # (1, 3)
print("target:              ", q)
print("its loss:            ", F.cross_entropy(z, q))
larger = eps * C / (C - 1)
print(f"label_smoothing={larger:.2f}:", F.cross_entropy(z, y, label_smoothing=larger))
print(f"label_smoothing={eps:.2f}:", F.cross_entropy(z, y, label_smoothing=eps))
# --8<-- [end:others]
