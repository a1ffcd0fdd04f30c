# --8<-- [start:labels]
import torch
import torch.nn.functional as F

probs = torch.tensor([0.5, 0.8, 0.1, 0.5])  # (4,) of the right classes
print("likelihood:       ", probs.prod())
print("mean NLL:         ", -probs.log().mean())
print("exp(-4 * mean NLL):", torch.exp(4 * probs.log().mean()))
# --8<-- [end:labels]

# --8<-- [start:distribution]
q = torch.tensor([0.2, 0.7, 0.1])  # (3,) soft target
p = torch.tensor([0.6, 0.3, 0.1])  # (3,) prediction
print("cross-entropy:", F.cross_entropy(p.log(), q))
print("entropy of q: ", -(q * q.log()).sum())
print("KL(q || p):   ", (q * (q / p).log()).sum())
# --8<-- [end:distribution]
