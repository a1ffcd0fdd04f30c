# --8<-- [start:rows]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[4.0, 0.0, 0.0], [0.0, 5.0, 0.0], [0.0, 0.0, 3.0], [12.0, 0.0, 1.0]]
)  # (4, 3)
target = torch.tensor([0, 1, 2, 1])  # (4,)
losses = F.cross_entropy(logits, target, reduction="none")  # (4,)
right = logits.argmax(dim=1) == target  # (4,)
print(f"accuracy {right.float().mean():.2f}, loss {losses.mean():.4f}")
worst = losses.sort(descending=True)
print("rows:  ", worst.indices)
print("losses:", worst.values)
print(f"share of the worst row: {losses.max() / losses.sum():.4f}")
# --8<-- [end:rows]

# --8<-- [start:temperature]
for temperature in 1.0, 2.0, 4.0, 8.0:
    cooler = logits / temperature  # (4, 3)
    accuracy = (cooler.argmax(dim=1) == target).float().mean()  # ()
    loss = F.cross_entropy(cooler, target)
    print(f"{temperature}: accuracy {accuracy:.2f}, loss {loss:.4f}")
# --8<-- [end:temperature]
