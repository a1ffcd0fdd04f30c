# --8<-- [start:pick]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3) a batch of one person
target = torch.tensor([1])  # (1,) class index: Boulder
log_probs = F.log_softmax(logits, dim=1)  # (1, 3)
print("picked: ", log_probs[0, 1])
print("flipped:", -log_probs[0, 1])
print("NLLLoss:", F.nll_loss(log_probs, target))
# --8<-- [end:pick]

# --8<-- [start:no_log]
print("on logits:       ", F.nll_loss(logits, target))
print("on probabilities:", F.nll_loss(logits.softmax(dim=1), target))
# --8<-- [end:no_log]
