# --8<-- [start:weights]
import torch

dice = torch.tensor([0.9, 0.5, 0.2])  # (C,) the scores of three classes
w = torch.tensor([1.0, 1.0, 4.0])  # (C,)
print("weighted losses:", (w * (1 - dice)).sum() / w.sum())
print("weighted scores:", (1 - w * dice).mean(), "at best:", (1 - w).mean())
# --8<-- [end:weights]
