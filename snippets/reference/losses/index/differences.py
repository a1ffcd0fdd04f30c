from pathlib import Path
from runpy import run_path

folder = Path(__file__).parents[1] / "functions"
kl_div = run_path(str(folder / "kl_div.py"))["kl_div"]
nll_loss = run_path(str(folder / "nll_loss.py"))["nll_loss"]

# --8<-- [start:dtype]
import torch
import torch.nn.functional as F

x, y = torch.zeros(2), torch.tensor(0.5, dtype=torch.float64)  # (2,) and ()
print("torch:", F.kl_div(x, y, reduction="sum").dtype)
print("NumPy:", kl_div(x.numpy(), y.numpy(), reduction="sum").dtype)
# --8<-- [end:dtype]

# --8<-- [start:order]
log_probs = torch.tensor([0.0, 6e4, 6e4, -6e4]).half()[:, None]  # (4, 1)
target = torch.zeros(4, dtype=torch.int64)  # (4,)
arrays = log_probs.numpy(), target.numpy()
print("torch:", F.nll_loss(log_probs, target, reduction="sum"))
print("NumPy:", nll_loss(*arrays, reduction="sum"))
# --8<-- [end:order]
