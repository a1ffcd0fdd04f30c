# --8<-- [start:dtype]
import numpy as np
import torch
import torch.nn.functional as F

x, y = torch.zeros(2), torch.tensor(0.5, dtype=torch.float64)  # (2,) and ()
print("torch:", F.kl_div(x, y, reduction="sum").dtype)
print("NumPy:", np.result_type(x.numpy(), y.numpy()))
# --8<-- [end:dtype]

# --8<-- [start:order]
log_probs = torch.tensor([0.0, 6e4, 6e4, -6e4]).half()[:, None]  # (4, 1)
target = torch.zeros(4, dtype=torch.int64)  # (4,)
print("torch:", F.nll_loss(log_probs, target, reduction="sum"))
print("NumPy:", -log_probs.numpy().sum(dtype=np.float32))
# --8<-- [end:order]

# --8<-- [start:byte]
target = torch.tensor([255], dtype=torch.uint8)  # (1,)
print("torch:", target == -1)
print("NumPy:", target.numpy() == -1)
# --8<-- [end:byte]
