# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
for options in ({"dim": 1}, {"from_logits": True}):
    try:
        F.cross_entropy(logits, target, **options)
    except TypeError as error:
        print("TypeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(input=logits, target=target))
classes_first = torch.tensor([[2.5, 0.5], [3.5, 1.0], [1.5, 2.0]])  # (3, 2)
print(F.cross_entropy(classes_first.T, target))
# --8<-- [end:fix]
