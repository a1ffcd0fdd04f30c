# --8<-- [start:index]
import torch
import torch.nn.functional as F

torch.manual_seed(42)
sm_acts = torch.softmax(torch.randn((6, 3)) * 2, dim=1)  # (6, 3)
targ = torch.tensor([0, 1, 0, 2, 2, 0])  # (6,)
idx = range(6)
print(sm_acts[idx, targ])  # (6,)
# --8<-- [end:index]

# --8<-- [start:gather]
column = targ[:, None]  # (6, 1)
print(torch.equal(sm_acts.gather(dim=1, index=column)[:, 0], sm_acts[idx, targ]))
# --8<-- [end:gather]

# --8<-- [start:slice]
print(sm_acts[:, targ].shape)
# --8<-- [end:slice]

# --8<-- [start:nll]
flipped = F.nll_loss(sm_acts, targ, reduction="none")  # (6,)
print(flipped)
print(torch.equal(-flipped, sm_acts[idx, targ]))
# --8<-- [end:nll]
