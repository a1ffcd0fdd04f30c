# --8<-- [start:loop]
import torch
import torch.nn.functional as F

model = torch.nn.Identity()  # your model: here its inputs are the logits
rows = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5],
     [2.0, 0.5, 1.0], [0.0, 2.0, 1.0]]
)  # (5, 3)
labels = torch.tensor([1, 0, 2, 2, -100])  # (5,)
model.eval()
right, total, count = 0, 0.0, 0
with torch.inference_mode():
    for x, targets in zip(rows.split(3), labels.split(3)):
        logits = model(x)  # (N, C)
        valid = targets != -100  # (N,)
        right += (logits.argmax(dim=1) == targets)[valid].sum()
        total += F.cross_entropy(logits, targets, reduction="sum")
        count += valid.sum()
print("accuracy:", right / count)
print("NLL:     ", total / count)
# --8<-- [end:loop]
