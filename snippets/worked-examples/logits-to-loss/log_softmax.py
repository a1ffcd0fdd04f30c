# --8<-- [start:ways]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print(F.log_softmax(logits, dim=0))
print(logits.softmax(dim=0).log())
print(logits - logits.exp().sum().log())
# --8<-- [end:ways]

# --8<-- [start:limits]
for logits in torch.tensor([100.0, 101.0, 99.0]), torch.tensor([0.0, 200.0]):
    print("F.log_softmax:", F.log_softmax(logits, dim=0))
    print("log(softmax): ", logits.softmax(dim=0).log())
    print("formula:      ", logits - logits.exp().sum().log())
# --8<-- [end:limits]
