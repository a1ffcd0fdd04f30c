# --8<-- [start:softmax]
import torch

torch.manual_seed(42)
acts = torch.randn((6, 3)) * 2  # (6, 3)
sm_acts = torch.softmax(acts, dim=1)  # (6, 3)
print(sm_acts)
print(torch.allclose(sm_acts, acts.exp() / acts.exp().sum(dim=1, keepdim=True)))
# --8<-- [end:softmax]

# --8<-- [start:sums]
print([f"{total:.4f}" for total in sm_acts.sum(dim=1)])
# --8<-- [end:sums]
