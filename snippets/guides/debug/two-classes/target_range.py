# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([1.5, -0.5])  # (2,)
target = torch.tensor([1.0, 0.0])  # (2,)
probs = logits.sigmoid()  # (2,)
signs = torch.tensor([1.0, -1.0])  # (2,)
try:
    F.binary_cross_entropy(probs, signs)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.binary_cross_entropy(probs, (signs + 1) / 2))
# --8<-- [end:fix]

# --8<-- [start:compiled]
decomposed = "aot_eager_decomp_partition"
compiled = torch.compile(F.binary_cross_entropy, backend=decomposed)
print(compiled(probs, signs))
# --8<-- [end:compiled]
