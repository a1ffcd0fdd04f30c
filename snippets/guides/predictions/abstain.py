# --8<-- [start:abstain]
import torch

logits = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
confidence, classes = logits.softmax(dim=1).max(dim=1)  # (2,) each
print(confidence, classes)
print(torch.where(confidence >= 0.7, classes, -1))
# --8<-- [end:abstain]

# --8<-- [start:across]
rows = torch.tensor([[5.0, 5.0, 4.0], [2.0, 0.0, -1.0]])  # (2, 3)
print("largest logit:      ", rows.amax(dim=1))
print("largest probability:", rows.softmax(dim=1).amax(dim=1))
# --8<-- [end:across]
