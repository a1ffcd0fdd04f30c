# --8<-- [start:both_ends]
import torch

for pair in [88.0, 87.0], [89.0, 88.0], [-104.0, -105.0]:
    z = torch.tensor(pair)  # (2,)
    print("logits:     ", z)
    print("sum of exp: ", z.exp().sum())
    print("formula:    ", z - z.exp().sum().log())
    print("log_softmax:", z.log_softmax(dim=0))
# --8<-- [end:both_ends]
