# --8<-- [start:underflow]
import torch

probs = torch.full((1000,), 0.5)  # (1000,)
print("product: ", probs.prod())
print("mean NLL:", -probs.log().mean())
# --8<-- [end:underflow]
