# --8<-- [start:draw]
import torch

torch.manual_seed(42)
acts = torch.randn((6, 3)) * 2  # (6, 3)
targ = torch.tensor([0, 1, 0, 2, 2, 0])  # (6,)
print(acts)
# --8<-- [end:draw]
