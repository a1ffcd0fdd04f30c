# --8<-- [start:example]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
p = logits.softmax(dim=0)  # (3,)
print(p)
print(torch.allclose(p.sum(), torch.tensor(1.0)))
# --8<-- [end:example]
