# --8<-- [start:acts]
import torch
import torch.nn.functional as F

torch.manual_seed(42)
acts = torch.randn((6, 3)) * 2  # (6, 3)
print(acts)
# --8<-- [end:acts]

# --8<-- [start:targ]
targ = torch.tensor([0, 1, 0, 2, 2, 0])  # (6,)
print(targ)
# --8<-- [end:targ]

# --8<-- [start:loss]
print(F.cross_entropy(acts, targ, reduction="none"))
print(F.cross_entropy(acts, targ))
# --8<-- [end:loss]
