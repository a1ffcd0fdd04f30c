# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
try:
    F.cross_entropy(logits, [1, 2])
except TypeError as error:
    print("TypeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(logits, torch.tensor([1, 2])))
# --8<-- [end:fix]

# --8<-- [start:input]
outputs = (logits, None)  # as some models return
try:
    F.cross_entropy(outputs, target)
except TypeError as error:
    print("TypeError:", error)
print(F.cross_entropy(outputs[0], target))
# --8<-- [end:input]
