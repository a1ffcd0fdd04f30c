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
probs = logits.softmax(dim=1)  # (1, 3)
print("on logits:       ", F.nll_loss(logits, target))
print("on probabilities:", F.nll_loss(probs, target))
one_hot = F.one_hot(target, num_classes=3)  # (1, 3)
print("half the distance, minus 1:", (probs - one_hot).abs().sum() / 2 - 1)
# --8<-- [end:no_log]

# --8<-- [start:confident]
z = torch.tensor([[10.0, 0.0, 0.0]], requires_grad=True)  # (1, 3)
(gradient,) = torch.autograd.grad(F.nll_loss(z.softmax(dim=1), target), z)
print("on probabilities:", [f"{g:.4f}" for g in gradient[0]])
(gradient,) = torch.autograd.grad(F.cross_entropy(z, target), z)
print("cross-entropy:   ", [f"{g:.4f}" for g in gradient[0]])
print("on logits × 100: ", F.nll_loss(100 * logits, target))
# --8<-- [end:confident]
