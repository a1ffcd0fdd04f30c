# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
logits.requires_grad_()
target = torch.tensor([1, 2])  # (2,)
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
loss = F.nll_loss(log_probs, target)
log_probs *= 2  # changes what log_softmax has kept
try:
    loss.backward()
except RuntimeError as error:
    print("RuntimeError:", str(error).partition(":")[0])
# --8<-- [end:error]

# --8<-- [start:fix]
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
loss = F.nll_loss(log_probs, target)
twice = log_probs * 2  # (2, 3)
loss.backward()
print(loss.detach())
# --8<-- [end:fix]
