# --8<-- [start:improve]
import torch
import torch.nn.functional as F

target = torch.tensor([0, 0])  # (2,)
before = torch.tensor([[0.0, 2.0], [0.0, 1.0]])  # (2, 2)
after = torch.tensor([[0.0, 0.5], [0.0, 0.1]])  # (2, 2)
for logits in before, after:
    right = logits.argmax(dim=1) == target  # (2,)
    loss = F.cross_entropy(logits, target)
    print(f"loss {loss:.4f}, accuracy {right.float().mean():.2f}")
# --8<-- [end:improve]

# --8<-- [start:wrong_dim]
logits = torch.tensor([[2.0, 0.0, 9.0], [6.0, 5.0, 7.0], [0.0, 1.0, 3.0]])
target = torch.tensor([2, 2, 2])  # (3,) each row's right class is its largest
print(f"loss {F.cross_entropy(logits, target):.4f}")
for dim in 0, 1:
    right = logits.argmax(dim=dim) == target  # (3,)
    print(f"argmax over dimension {dim}: accuracy {right.float().mean():.2f}")
# --8<-- [end:wrong_dim]

# --8<-- [start:sigmoid]
logits = torch.tensor([2.0, -1.0, -3.0])  # (3,)
target = torch.tensor([1.0, 0.0, 0.0])  # (3,)
for name, z in ("logits:", logits), ("sigmoid:", logits.sigmoid()):
    loss = F.binary_cross_entropy_with_logits(z, target)
    accuracy = ((z > 0) == target.bool()).float().mean()
    print(f"{name:8} loss {loss:.4f}, accuracy {accuracy:.4f}")
# --8<-- [end:sigmoid]
