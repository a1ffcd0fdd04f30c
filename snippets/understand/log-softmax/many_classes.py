# --8<-- [start:sum]
import torch
import torch.nn.functional as F

z = torch.full((1, 100_000, 2), -17.5)  # (N, C, L) two positions
z[:, 0] = 0.0  # class 0 leads each other class by 17.5
c = torch.zeros(1, 2, dtype=torch.int64)  # (N, L)
print(f"(N, C, L): {F.cross_entropy(z, c):.3f}")
print(f"(N, C):    {F.cross_entropy(z[:, :, 0].contiguous(), c[:, 0]):.3f}")
print(f"float64:   {F.cross_entropy(z.double(), c):.3f}")
# --8<-- [end:sum]
