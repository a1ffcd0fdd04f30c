# --8<-- [start:example]
import torch

for q in [0.0, 1.0, 0.0], [0.2, 0.7, 0.1], [1 / 3, 1 / 3, 1 / 3]:
    q = torch.tensor(q)  # (3,)
    print(torch.special.entr(q).sum())
print(torch.tensor(3.0).log())
# --8<-- [end:example]
