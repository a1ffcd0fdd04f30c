# --8<-- [start:keepdim]
import torch

one = torch.tensor([[1.0, 2.0, 4.0]])  # (1, 3)
print(torch.exp(one) / torch.exp(one).sum(dim=1))  # (1, 3) / (1,)
print(torch.softmax(one, dim=1))
# --8<-- [end:keepdim]
