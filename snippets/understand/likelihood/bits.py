# --8<-- [start:table]
import torch

print("| probability | nats | bits |")
print("| --: | --: | --: |")
for p in torch.tensor([1.0, 0.5, 0.25, 0.125, 0.1]):
    print(f"| {p:.4g} | {(1 / p).log():.4f} | {(1 / p).log2():.4f} |")
# --8<-- [end:table]

# --8<-- [start:convert]
import math

import torch.nn.functional as F

nats = F.cross_entropy(torch.tensor([[2.5, 3.5, 1.5]]), torch.tensor([1]))
print("nats:", nats)
print("bits:", nats / math.log(2))
# --8<-- [end:convert]
