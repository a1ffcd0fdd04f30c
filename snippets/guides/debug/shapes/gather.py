# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3): (N, C)
target = torch.tensor([1, 2])  # (2,)
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
try:
    log_probs.gather(1, target)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
right = log_probs.gather(1, target[:, None]).squeeze(1)  # (2,)
print("gathered:     ", -right.mean())
print("cross_entropy:", F.cross_entropy(logits, target))
# --8<-- [end:fix]

# --8<-- [start:silent]
z = torch.tensor([[2.0], [-1.0]])  # (2, 1)
y = torch.tensor([1.0, 0.0])  # (2,)
losses = -(y * F.logsigmoid(z) + (1 - y) * F.logsigmoid(-z))  # (2, 2)
print("broadcast:", losses.mean())
print("squeezed: ", F.binary_cross_entropy_with_logits(z.squeeze(1), y))
# --8<-- [end:silent]
