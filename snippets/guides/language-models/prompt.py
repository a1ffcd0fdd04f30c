# --8<-- [start:labels]
import torch

input_ids = torch.tensor([[5, 7, 2, 4, 0, 0], [5, 7, 7, 9, 2, 0]])  # (N, L)
attention_mask = torch.tensor([[1, 1, 1, 1, 1, 0], [1, 1, 1, 1, 1, 1]])  # (N, L)
prompt_length = torch.tensor([[3], [4]])  # (N, 1)

labels = input_ids.clone()
labels[attention_mask == 0] = -100  # padding
labels[torch.arange(6) < prompt_length] = -100  # prompt
print(labels)
# --8<-- [end:labels]

# --8<-- [start:mask]
ignored = (attention_mask == 0) | (torch.arange(6) < prompt_length)  # (N, L)
print("right:", input_ids.masked_fill(ignored, -100)[0, 1:].tolist())
print("wrong:", input_ids[:, 1:].masked_fill(ignored[:, :-1], -100)[0].tolist())
# --8<-- [end:mask]
