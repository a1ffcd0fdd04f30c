# --8<-- [start:probabilities]
import torch

logits = torch.tensor([[2.0, -1.0], [0.3, 1.7]])  # (2, 2)
d = logits[:, 1] - logits[:, 0]  # (2,)
print(logits.softmax(dim=1))
print(torch.sigmoid(d))
print(torch.sigmoid(-d))
# --8<-- [end:probabilities]

# --8<-- [start:zero]
print(torch.stack([torch.zeros(2), d], dim=1).softmax(dim=1))
# --8<-- [end:zero]
