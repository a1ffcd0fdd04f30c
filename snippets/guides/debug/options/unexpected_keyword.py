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
print(F.cross_entropy(logits.T.movedim(0, 1), target))  # classes were first
# --8<-- [end:fix]
