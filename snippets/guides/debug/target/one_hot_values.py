# --8<-- [start:error]
import torch
import torch.nn.functional as F

for labels in ([1, 3], [1, -100], [1.0, 2.0]):
    print(labels)
    try:
        F.one_hot(torch.tensor(labels), num_classes=3)
    except RuntimeError as error:
        print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
print(F.cross_entropy(logits, torch.tensor([1, -100])))
# --8<-- [end:fix]
