# --8<-- [start:odds]
import torch

logits = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
p = logits.softmax(dim=1)[:, 0]  # (2,) probability of class 0
odds = logits[:, 0] - logits[:, 1:].logsumexp(dim=1)  # (2,)
at = torch.logit(torch.tensor(0.2))
print("log-odds: ", odds, torch.logit(p))
print("threshold:", at)
print("predicted:", odds >= at, p >= 0.2)
# --8<-- [end:odds]
