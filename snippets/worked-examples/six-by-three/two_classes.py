# --8<-- [start:sigmoid]
import torch
import torch.nn.functional as F

logits = torch.tensor([[0.5, 2.0]])  # (1, 2)
difference = logits[:, 1] - logits[:, 0]  # (1,)
print(torch.softmax(logits, dim=1))
print(torch.sigmoid(difference))
# --8<-- [end:sigmoid]

# --8<-- [start:loss]
print(F.cross_entropy(logits, torch.tensor([1])))
print(F.binary_cross_entropy_with_logits(difference, torch.tensor([1.0])))
# --8<-- [end:loss]
