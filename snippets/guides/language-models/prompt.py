# --8<-- [start:mask]
import torch

chats = torch.tensor([[5, 7, 2, 4, 0, 0], [5, 7, 7, 9, 2, 0]])  # (N, L)
length = torch.tensor([[5], [6]])  # (N, 1): real tokens of each row
prompt = torch.tensor([[3], [4]])  # (N, 1): tokens of its prompt
position = torch.arange(6)  # (L,)

keep = (position >= prompt) & (position < length)  # (N, L)
chat_labels = chats.masked_fill(~keep, -100)  # (N, L)
print(chat_labels)
print("right:", chat_labels[0, 1:].tolist())
print("wrong:", chats[:, 1:].masked_fill(~keep[:, :-1], -100)[0].tolist())
# --8<-- [end:mask]
