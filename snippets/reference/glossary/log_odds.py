# --8<-- [start:example]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
p = logits.softmax(dim=0)  # (3,)
print(f"{(p[1] / p[0]).log():.4f} {logits[1] - logits[0]:.4f}")
print(f"{(p[1] / (1 - p[1])).log():.4f} {torch.logit(p[1]):.4f}")
# --8<-- [end:example]
