# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
nats = F.cross_entropy(logits, target)  # ()
bits = nats / torch.tensor(2.0).log()  # ()
print(f"{nats.exp():.4f} {2**bits:.4f}")
equal = torch.zeros(1, 10)  # (1, 10)
print(f"{F.cross_entropy(equal, torch.tensor([0])).exp():.4f}")
# --8<-- [end:example]
