# --8<-- [start:example]
import torch
import torch.nn.functional as F

x = torch.tensor([-1.0, 0.0, 20.0])  # (3,)
print(F.softplus(x))
print(-F.logsigmoid(-x))
# --8<-- [end:example]
