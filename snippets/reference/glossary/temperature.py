# --8<-- [start:example]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
for temperature in 0.5, 1.0, 2.0:
    print(temperature, (logits / temperature).softmax(dim=0))
# --8<-- [end:example]
