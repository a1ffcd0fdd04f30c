# --8<-- [start:tokens]
import torch

most = torch.iinfo(torch.int32).max
print(most + 1)
for vocabulary in 32_000, 50_257, 128_256:
    print(f"{vocabulary} classes: {most // vocabulary + 1} tokens")
# --8<-- [end:tokens]
