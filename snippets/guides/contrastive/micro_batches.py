# --8<-- [start:accumulated]
import torch
import torch.nn.functional as F
from torch import nn

images = torch.tensor([[2.0, 1.0], [1.0, 2.0], [-1.0, 1.0], [1.0, -1.0]])  # (4, 2)
texts = torch.tensor([[1.0, 0.0], [0.0, 1.0], [-2.0, 1.0], [2.0, -1.0]])  # (4, 2)
encoder = nn.Linear(2, 2, bias=False)
nn.init.eye_(encoder.weight)


def loss_of(a, b):
    logits = 2 * F.normalize(a, dim=1) @ F.normalize(b, dim=1).T  # (N, N)
    return F.cross_entropy(logits, torch.arange(len(a), device=a.device))


whole = loss_of(encoder(images), encoder(texts))
[gradient] = torch.autograd.grad(whole, encoder.weight)
print("four pairs:         ", f"{whole.item():.4f}", gradient[0])
halves = zip(images.split(2), texts.split(2))
parts = [loss_of(encoder(x), encoder(t)) for x, t in halves]
[gradient] = torch.autograd.grad(sum(parts) / 2, encoder.weight)
print("two and two:        ", f"{sum(parts).item() / 2:.4f}", gradient[0])
# --8<-- [end:accumulated]

# --8<-- [start:cached]
with torch.no_grad():  # first pass: all embeddings, without their graphs
    a = torch.cat([encoder(x) for x in images.split(2)])  # (4, 2)
    b = torch.cat([encoder(t) for t in texts.split(2)])  # (4, 2)
loss = loss_of(a.requires_grad_(), b.requires_grad_())
loss.backward()  # stops at the embeddings
for inputs, gradients in (images, a.grad), (texts, b.grad):  # second pass
    for x, g in zip(inputs.split(2), gradients.split(2)):
        (encoder(x) * g).sum().backward()  # adds up in weight.grad
print("two and two, cached:", f"{loss.item():.4f}", encoder.weight.grad[0])
# --8<-- [end:cached]
