# --8<-- [start:kl]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
target = torch.tensor([1])  # (1,)
smoothed = 0.9 * F.one_hot(target, 3) + 0.1 / 3  # (1, 3)
loss = F.cross_entropy(logits, target, label_smoothing=0.1)
kl = F.kl_div(logits.log_softmax(dim=1), smoothed, reduction="batchmean")
print("loss:", loss, "KL:", kl, "difference:", loss - kl)
print("entropy of the smoothed target:", -(smoothed * smoothed.log()).sum())
# --8<-- [end:kl]
