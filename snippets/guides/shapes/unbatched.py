# --8<-- [start:one]
import torch
import torch.nn.functional as F

row = torch.tensor([2.0, 1.0, 0.0])  # (3,)
print(F.cross_entropy(row, torch.tensor(0)))  # ()
print(F.cross_entropy(row, torch.tensor([0])))  # (1,) passes too
print(F.cross_entropy(row, torch.tensor([1.0, 0.0, 0.0])))  # (3,)
print(F.cross_entropy(row[None], torch.tensor([0])))  # (1, 3), (1,)
# --8<-- [end:one]

# --8<-- [start:backward]
row.requires_grad_()
for index in torch.tensor(0), torch.tensor([0]):  # () and (1,)
    try:
        F.cross_entropy(row, index).backward()
        print(row.grad)
    except RuntimeError as error:
        print("RuntimeError:", error)
# --8<-- [end:backward]

# --8<-- [start:sequence]
sequence = torch.tensor([[2.0, 0.0], [1.0, 3.0], [0.0, 1.0]])  # (3, 2)
steps = torch.tensor([0, 1])  # (2,)
try:
    F.cross_entropy(sequence, steps)
except ValueError as error:
    print(error)
print(F.cross_entropy(sequence[None], steps[None]))
print(F.cross_entropy(sequence.T, steps))
# --8<-- [end:sequence]
