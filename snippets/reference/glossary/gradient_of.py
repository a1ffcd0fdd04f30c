# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
logits.requires_grad_()
F.cross_entropy(logits, torch.tensor(1)).backward()
one_hot = torch.tensor([0.0, 1.0, 0.0])  # (3,)
print(logits.grad)
print(logits.detach().softmax(dim=0) - one_hot)
# --8<-- [end:example]
