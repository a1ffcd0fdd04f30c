# --8<-- [start:two]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print("T = 1:", logits.softmax(dim=0)[1])
print("T = 2:", (logits / 2).softmax(dim=0)[1])
print("half the probability:", logits.softmax(dim=0)[1] / 2)
print("T = 1 / 2:", (2 * logits).softmax(dim=0)[1])
# --8<-- [end:two]
