from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/nll_loss.py"
nll_loss = run_path(str(FUNCTION))["nll_loss"]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

probs = torch.tensor([[0.7, 0.2, 0.1], [0.25, 0.5, 0.25]])  # (2, 3)
log_probs = probs.log()  # (2, 3)
target = torch.tensor([0, 2])  # (2,) class indices
for how in "none", "mean", "sum":
    print(f"{how}:", F.nll_loss(log_probs, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = log_probs.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", nll_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
z = log_probs.clone().requires_grad_()
F.nll_loss(z, target).backward()
print("autograd:", z.grad)
print("by hand: ", -F.one_hot(target, 3) / 2)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_logs]
logits = torch.tensor([[2.0, 0.0, 1.0]])  # (1, 3)
right = torch.tensor([0])  # (1,)
print(f"of logits:            {F.nll_loss(logits, right):.4f}")
print(f"of probabilities:     {F.nll_loss(logits.softmax(dim=1), right):.4f}")
print(f"of log-probabilities: {F.nll_loss(logits.log_softmax(dim=1), right):.4f}")
print(f"cross_entropy:        {F.cross_entropy(logits, right):.4f}")
# --8<-- [end:pitfall_logs]

# --8<-- [start:pitfall_zero]
far = torch.tensor([[200.0, 0.0]])  # (1, 2) logits
wrong = torch.tensor([1])  # (1,)
print("log of softmax:", F.nll_loss(far.softmax(dim=1).log(), wrong))
print("log_softmax:   ", F.nll_loss(far.log_softmax(dim=1), wrong))
# --8<-- [end:pitfall_zero]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([1.0, 1.0, 0.0])  # (3,)
print("one of two counts:", F.nll_loss(log_probs, target, weight))
none_left = torch.tensor([2, 2])  # (2,) both of weight 0
print("none counts:      ", F.nll_loss(log_probs, none_left, weight))
# --8<-- [end:pitfall_weight]
