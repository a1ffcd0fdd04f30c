# --8<-- [start:both_ends]
import torch

for row in [88.0, 87.0], [89.0, 88.0], [-104.0, -105.0], [88.0, 88.0, 88.0]:
    z = torch.tensor(row)  # (2,) or (3,)
    print("logits:     ", z)
    print("sum of exp: ", z.exp().sum())
    print("formula:    ", z - z.exp().sum().log())
    print("log_softmax:", z.log_softmax(dim=0))
# --8<-- [end:both_ends]
