# --8<-- [start:loss]
import torch
import torch.nn.functional as F


def nt_xent(a, b, temperature=0.5):
    z = F.normalize(torch.cat([a, b]), dim=1)  # (2N, D)
    itself = torch.eye(len(z), dtype=torch.bool, device=z.device)  # (2N, 2N)
    logits = (z @ z.T / temperature).masked_fill(itself, -torch.inf)  # (2N, 2N)
    partner = torch.arange(len(z), device=z.device).roll(len(a))  # (2N,)
    return logits, partner, F.cross_entropy(logits, partner)


first = torch.tensor([[1.0, 0.0], [0.0, 1.0]])  # (2, 2) one view of two images
second = torch.tensor([[0.8, 0.6], [-0.8, 0.6]])  # (2, 2) the other view
logits, partner, loss = nt_xent(first, second)
print(logits)
print(partner, loss)
# --8<-- [end:loss]

# --8<-- [start:limits]
def unmasked(a, b, temperature):
    z = F.normalize(torch.cat([a, b]), dim=1)  # (2N, D)
    return F.cross_entropy(z @ z.T / temperature, torch.arange(len(z)).roll(len(a)))


print("perfect views, masked:  ", nt_xent(first, first, 0.01)[2])
print("perfect views, unmasked:", unmasked(first, first, 0.01))
alike = torch.ones(2, 2)  # (2, 2)
print("all alike, masked:      ", nt_xent(alike, alike)[2])
# --8<-- [end:limits]
