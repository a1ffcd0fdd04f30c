# --8<-- [start:total]
import torch
import torch.nn.functional as F

z = torch.tensor([[20.0, 0.0]]).half().repeat(4096, 1)  # (4096, 2)
one_hot = torch.tensor([[0.0, 1.0]]).half().repeat(4096, 1)  # (4096, 2)
print("the mean:", F.cross_entropy(z, one_hot))
print("float():", F.cross_entropy(z.float(), one_hot.float()))
# --8<-- [end:total]
