# --8<-- [start:example]
import torch

confidence = torch.tensor([0.9, 0.8, 0.7, 0.8, 0.8])  # (5,)
right = torch.tensor([1.0, 1.0, 0.0, 1.0, 1.0])  # (5,)
print(confidence.mean(), right.mean())
# --8<-- [end:example]
