# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
logits.requires_grad_()
target = torch.tensor([1, 2])  # (2,)
predicted = F.one_hot(logits.argmax(dim=1), num_classes=3).float()
try:
    F.cross_entropy(predicted, target).backward()
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
steps = {"logits": logits, "detached": logits.detach()}
steps["argmax"] = logits.argmax(dim=1)
steps["softmax"] = logits.softmax(dim=1)
for name, x in steps.items():
    print(name, x.requires_grad)
F.cross_entropy(logits, target).backward()
print(logits.grad is not None)
# --8<-- [end:fix]
