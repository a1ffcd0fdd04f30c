# --8<-- [start:bytes]
import torch

N, V = 4096, 128_000
for name in "bfloat16", "float32":
    print(f"{name}: {N * V * getattr(torch, name).itemsize / 1e9:.2f}")
print(f"gibibytes: {N * V * 2 / 2**30:.2f}")
print(f"one byte each: {N * V / 1e9:.2f}")
print(f"bits, not bytes: {N * V * 16 / 1e9:.2f}")
# --8<-- [end:bytes]

# --8<-- [start:ones]
total = torch.tensor(128.0, dtype=torch.bfloat16)
for _ in range(300):
    total = total + 1  # rounded each time
print(f"one at a time: {total:g}")
print(f"exact: {128 + 300}")
print(f"start: {128}")
# --8<-- [end:ones]

# --8<-- [start:devices]
top = torch.tensor([2.0, 0.0])  # (2,) the largest logit of each device
total = torch.tensor([1.5, 1.5])  # (2,) its sum of exp(z - top)
log_z = top + total.log()  # (2,) of its own classes
print(f"rescaled to one maximum:  {log_z.logsumexp(dim=0):.2f}")
print(f"sums added as they are:   {top.max() + total.sum().log():.2f}")
print(f"log Z of both, added:     {log_z.sum():.2f}")
print(f"the larger log Z:         {log_z.max():.2f}")
# --8<-- [end:devices]

# --8<-- [start:uniform]
p = torch.tensor([0.5, 0.3, 0.2])  # (3,) of the targets
for name, q in ("uniform", torch.ones(3) / 3), ("p", p), ("1 / p", 1 / p):
    print(f"q is {name}:", (p / q).log().softmax(dim=0))
# --8<-- [end:uniform]

# --8<-- [start:padding]
z = torch.tensor([-5.0, -5.0, -5.0])  # (3,)
for name, extra in ("left in", [0.0]), ("without it", []), ("as large as the others", [-5.0]):
    padded = torch.cat([z, torch.tensor(extra)])  # (3,) or (4,)
    print(f"{name}: {padded.logsumexp(dim=0) - z[0]:.2f}")
# --8<-- [end:padding]
