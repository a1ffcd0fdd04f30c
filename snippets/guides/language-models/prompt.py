# --8<-- [start:mask]
import torch

ids = torch.tensor([[5, 7, 2, 4, 0, 0], [5, 7, 7, 9, 2, 0]])  # (N, L)
length = torch.tensor([[5], [6]])  # (N, 1): real tokens of each row
prompt = torch.tensor([[3], [4]])  # (N, 1): tokens of its prompt
position = torch.arange(6)  # (L,)

keep = (position >= prompt) & (position < length)  # (N, L)
labels = ids.masked_fill(~keep, -100)  # (N, L)
print(labels)
# --8<-- [end:mask]

# --8<-- [start:late]
targets = labels[:, 1:]  # (N, L - 1)
late = ids[:, 1:].masked_fill(~keep[:, :-1], -100)  # (N, L - 1)
print("masked, then shifted:", targets[0].tolist())
print("shifted, then masked:", late[0].tolist())
# --8<-- [end:late]
