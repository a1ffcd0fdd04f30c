# --8<-- [start:loss]
import torch
import torch.nn.functional as F

y = torch.tensor([0, 1, 2, 3])  # (4,), classes 0 to 3
levels = (y[:, None] > torch.arange(3)).float()  # (4, 3): above 0? above 1? above 2?
score = torch.tensor([[-2.0], [-0.5], [0.5], [2.0]])  # (4, 1), one output, no bias
biases = torch.tensor([1.0, 0.0, -1.0])  # (3,), a parameter
z = score + biases  # (4, 3)
losses = F.binary_cross_entropy_with_logits(z, levels, reduction="none")  # (4, 3)
print("loss", losses.sum(dim=1).mean())
print("classes", (z > 0).sum(dim=1))
# --8<-- [end:loss]

# --8<-- [start:median]
above = torch.tensor([[0.55, 0.4]])  # (1, 2)
probs = -above.diff(dim=1, prepend=torch.ones(1, 1), append=torch.zeros(1, 1))
print(probs, "most probable", probs.argmax(dim=1), "counted", (above > 0.5).sum(dim=1))
first, steps = torch.tensor([1.0]), torch.tensor([-1.0, 0.5])  # (1,), (2,), parameters
print("in order", torch.cat([first, first - F.softplus(steps).cumsum(dim=0)]))
# --8<-- [end:median]
