# --8<-- [start:loop]
import torch
import torch.nn.functional as F

model = torch.nn.Identity()  # stands for your model: here the inputs are the logits
batches = [
    (torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5]]), torch.tensor([1, 0, 2])),
    (torch.tensor([[2.0, 0.5, 1.0], [0.0, 2.0, 1.0]]), torch.tensor([2, -100])),
]
model.eval()
right, total, count = 0, 0.0, 0
with torch.inference_mode():
    for x, targets in batches:
        logits = model(x)  # (N, C)
        valid = targets != -100  # (N,)
        right += (logits.argmax(dim=1) == targets)[valid].sum()
        total += F.cross_entropy(logits, targets, reduction="sum")  # leaves out -100 itself
        count += valid.sum()
print("accuracy:", right / count)
print("NLL:     ", total / count)
# --8<-- [end:loop]
