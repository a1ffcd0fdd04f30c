# --8<-- [start:example]
import torch

for z in [2.5, 3.5, 1.5], [1002.5, 1003.5, 1001.5]:
    print(torch.tensor(z).softmax(dim=0))
# --8<-- [end:example]
