# --8<-- [start:example]
import torch

print(torch.tensor(1.0).sigmoid())
print(torch.tensor([0.0, 1.0]).softmax(dim=0))
# --8<-- [end:example]
