# --8<-- [start:target]
import torch
import torch.nn.functional as F

z = torch.zeros(8, 20, 5)  # (8, 20, 5)
for shape in (8, 5), (8, 20), (8,):
    try:
        F.cross_entropy(z, torch.zeros(shape, dtype=torch.int64))
        print(shape, "passes")
    except RuntimeError as error:
        print(shape, error)
# --8<-- [end:target]

# --8<-- [start:eye]
z, rows = torch.eye(3), torch.eye(3, dtype=torch.int64)  # (3, 3), (3, 3)
try:
    F.cross_entropy(z, rows)
except RuntimeError as error:
    print("integers:", error)
print("as floats:", F.cross_entropy(z, rows.float()))
print("as indices:", F.cross_entropy(z, torch.tensor([0, 1, 2])))
# --8<-- [end:eye]

# --8<-- [start:viewed]
item = torch.tensor([[[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]])  # (1, 3, 2)
print("viewed:", item.view(1, 2, 3)[0])
print("first position:", item.view(1, 2, 3)[0, :, 0])
print("transposed, first position:", item.transpose(1, 2)[0, :, 0])
print("two first logits:", item[0, :2, 0])
# --8<-- [end:viewed]

# --8<-- [start:pixels]
z = torch.zeros(2, 4, 3, 5)  # (2, 4, 3, 5)
marks = torch.zeros(2, 3, 5, dtype=torch.int64)  # (2, 3, 5)
losses = F.cross_entropy(z, marks, reduction="none")  # (2, 3, 5)
print("losses:", losses.numel(), "of one image:", losses[0].numel())
print("mean:", F.cross_entropy(z, marks), losses.sum() / 30)
print("logits:", z.numel(), "images:", len(z), "last left out:", z[..., 0].numel())
# --8<-- [end:pixels]

# --8<-- [start:from-one]
z = torch.zeros(1, 5)  # (1, 5)
for label in 1, 2, 3, 4, 5:
    try:
        print(label, "passes:", F.cross_entropy(z, torch.tensor([label])))
    except IndexError as error:
        print(label, error)
# --8<-- [end:from-one]

# --8<-- [start:square]
z = torch.tensor([[[5.0, 0.0], [5.0, 0.0]]])  # (1, 2, 2)
y = torch.tensor([[0, 0]])  # (1, 2)
print("as it is:", F.cross_entropy(z, y))
print("transposed:", F.cross_entropy(z.transpose(1, 2), y))
print("sum:", F.cross_entropy(z, y, reduction="sum"))
# --8<-- [end:square]
