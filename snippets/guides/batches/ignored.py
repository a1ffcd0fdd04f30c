# --8<-- [start:padded]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [
        [[-2.0, 4.0, 4.0], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]],
        [[4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]],
    ]
)  # (2, 3, 3) two sequences of three tokens
targets = torch.tensor([[0, -100, -100], [0, 2, 1]])  # (2, 3) padded
rows = [F.cross_entropy(z, c) for z, c in zip(logits, targets)]
print("one sequence at a time:", (rows[0] + rows[1]) / 2)
print("all at once:           ", F.cross_entropy(logits.mT, targets))
# --8<-- [end:padded]

# --8<-- [start:empty]
empty = torch.full((3,), -100)  # (3,) nothing to learn from
z = logits[1].clone().requires_grad_()  # (3, 3)
loss = F.cross_entropy(z, empty)
loss.backward()
print(loss.item(), z.grad.abs().max())
print(F.cross_entropy(z, empty, reduction="sum").item())
# --8<-- [end:empty]

# --8<-- [start:shifted]
labels = torch.tensor([[1, 0, -100], [1, 0, 2]])  # (2, 3) token ids
shifted = labels[:, 1:]  # (2, 2) what the loss sees
total = F.cross_entropy(logits[:, :-1].mT, shifted, reduction="sum")
for count in (labels != -100).sum(), (shifted != -100).sum():
    print(count.item(), total / count)
print("mean:", F.cross_entropy(logits[:, :-1].mT, shifted))
# --8<-- [end:shifted]
