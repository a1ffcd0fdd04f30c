# --8<-- [start:error]
import torch

logits = torch.tensor([[3.0, 1.0, 2.0], [1.0, 2.0, 3.0]])  # (2, 3): (N, C)
target = torch.tensor([0, 1])  # (2,)
correct = logits.topk(2, dim=1).indices.T == target  # (2, 2): (k, N)
try:
    correct.view(-1)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print("top 2:", correct.reshape(-1).float().sum() / len(target))
z = torch.tensor([[[5.0, 6.0], [7.0, 8.0], [9.0, 10.0]]])  # (1, 3, 2): (N, C, L)
print("reshape:  ", z.reshape(-1, 3).tolist())
print("transpose:", z.transpose(1, 2).flatten(0, 1).tolist())
# --8<-- [end:fix]
