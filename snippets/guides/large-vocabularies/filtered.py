# --8<-- [start:filtered]
import torch

threshold = torch.finfo(torch.bfloat16).eps / 32
print(f"threshold {threshold:.6f}")
for V in 1_000, 32_000, 128_256:
    print(f"V = {V}: 1/V = {1 / V:.6f}, below it: {1 / V < threshold}")
# --8<-- [end:filtered]
