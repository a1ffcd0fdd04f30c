# --8<-- [start:labels]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [-0.5, -3.0, -2.0]])  # (2, 3)
probs = torch.sigmoid(logits)  # (2, 3)
print(probs)
print("sums:  ", probs.sum(dim=1))
print("labels:", (logits > 0).int().tolist())
print("argmax:", logits.argmax(dim=1).tolist())
# --8<-- [end:labels]

# --8<-- [start:all_right]
each = torch.sigmoid(logits.abs())  # (2, 3) of what is predicted
print(each)
print(each.prod(dim=1), F.logsigmoid(logits.abs()).sum(dim=1).exp())
# --8<-- [end:all_right]
