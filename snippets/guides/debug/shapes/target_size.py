# --8<-- [start:error]
import torch
import torch.nn.functional as F

outputs = torch.zeros(2, 5, 7)  # (N, L, C): 5 tokens, 7 classes
labels = torch.zeros(2, 5, dtype=torch.int64)  # (N, L)
try:
    F.cross_entropy(outputs, labels)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(outputs.transpose(1, 2), labels))
print(F.cross_entropy(outputs.flatten(0, 1), labels.flatten()))
# --8<-- [end:fix]

# --8<-- [start:silent]
outputs = torch.tensor([[[3.0, 0.0], [2.0, 1.0]]])  # (1, 2, 2)
labels = torch.tensor([[0, 0]])  # (1, 2)
print("(N, L, C) as it is:", F.cross_entropy(outputs, labels))
print("transposed:        ", F.cross_entropy(outputs.transpose(1, 2), labels))
# --8<-- [end:silent]
