# --8<-- [start:rounded]
import torch

z = torch.zeros(1, 128_256)  # (1, V) an untrained model
for kept in z.log_softmax(dim=1), z.log_softmax(dim=1).bfloat16():
    p = kept.float().exp()  # (1, V) as the backward pass computes them
    print(f"{kept.dtype}: loss {-kept[0, 0]:.4f}, sum of p {p.sum():.4f}")
# --8<-- [end:rounded]
