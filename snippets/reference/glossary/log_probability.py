# --8<-- [start:example]
import torch

for p in 1.0, 0.5, 0.1, 0.0:
    print(p, torch.tensor(p).log())
# --8<-- [end:example]
