# --8<-- [start:example]
import torch
import torch.nn.functional as F

for margin in -5.0, 0.0, 1.0, 5.0:
    loss = F.cross_entropy(torch.tensor([0.0, margin]), torch.tensor(1))
    print(f"{margin}: {loss:.4f}")
# --8<-- [end:example]
