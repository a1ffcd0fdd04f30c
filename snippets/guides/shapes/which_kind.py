# --8<-- [start:setup]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 1.0, 0.0], [0.0, 3.0, 1.0]])  # (2, 3)


def attempt(target):
    same = target.shape == logits.shape
    print("probabilities:" if same else "class indices:", end=" ")
    try:
        print(F.cross_entropy(logits, target))
    except (RuntimeError, ValueError, IndexError) as error:
        print(error)
# --8<-- [end:setup]

# --8<-- [start:indices]
attempt(torch.tensor([0, 1]))  # (2,)
attempt(torch.tensor([0.0, 1.0]))  # (2,), floats
# --8<-- [end:indices]

# --8<-- [start:probabilities]
one_hot = F.one_hot(torch.tensor([0, 1]), 3)  # (2, 3), int64
attempt(one_hot.float())
attempt(one_hot)
# --8<-- [end:probabilities]

# --8<-- [start:no_broadcasting]
attempt(torch.tensor([[0.8, 0.1, 0.1]]))  # (1, 3)
attempt(torch.tensor([[0.8, 0.1, 0.1]]).expand(2, 3))
# --8<-- [end:no_broadcasting]

# --8<-- [start:kinds]
kinds = [torch.int64, torch.uint8, torch.int32, torch.bool,
         torch.float16, torch.float32, torch.float64]
sizes = (2,), (2, 3), (2, 4)  # indices, probabilities, indices


def takes(logits, size, kind):
    try:
        F.cross_entropy(logits, torch.zeros(size, dtype=kind))
    except RuntimeError:
        return "no"
    return "yes"


print("| target | `(N,)` | `(N, C)` | `(N, L)` |\n| :-- | :-- | :-- | :-- |")
for kind in kinds:
    inputs = logits, logits, torch.zeros(2, 3, 4)
    cells = [takes(z, size, kind) for z, size in zip(inputs, sizes)]
    print(f"| `{str(kind)[6:]}` |", " | ".join(cells), "|")
# --8<-- [end:kinds]

# --8<-- [start:bytes]
logits, target = torch.zeros(2, 3), torch.tensor([1, -100])  # (2, 3), (2,)
try:
    F.cross_entropy(logits, target.byte())
except IndexError as error:
    print("IndexError:", error)
try:
    F.cross_entropy(logits, target.byte(), reduction="none")
except UnicodeDecodeError as error:
    print("UnicodeDecodeError:", error)
many = torch.zeros(2, 157)  # (2, 157), 156 is a class
print(F.cross_entropy(many, target.byte(), reduction="none"))
print(F.cross_entropy(logits, target))
padded = torch.tensor([1, 255], dtype=torch.uint8)  # (2,)
print(F.cross_entropy(logits, padded, ignore_index=255))
# --8<-- [end:bytes]

# --8<-- [start:smoothed]
labels, w = torch.tensor([1, 2], dtype=torch.uint8), torch.ones(3)  # (2,), (3,)
for target in labels, labels.long():
    try:
        print(F.cross_entropy(logits, target, weight=w, label_smoothing=0.1))
    except RuntimeError as error:
        print("RuntimeError:", error)
# --8<-- [end:smoothed]
