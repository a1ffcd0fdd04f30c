# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([1.5, -0.5])  # (2,)
target = torch.tensor([1.0, 0.0])  # (2,)
for labels in (target.long(), target.bool()):
    try:
        F.binary_cross_entropy_with_logits(logits, labels)
    except RuntimeError as error:
        print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
labels = target.long()  # (2,)
print(F.binary_cross_entropy_with_logits(logits, labels.float()))
# --8<-- [end:fix]
