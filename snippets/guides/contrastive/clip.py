# --8<-- [start:loss]
import math

import torch
import torch.nn.functional as F

log_scale = torch.tensor(math.log(10), requires_grad=True)  # () learned


def clip_loss(images, texts):
    a, b = F.normalize(images, dim=1), F.normalize(texts, dim=1)  # (N, D)
    logits = log_scale.exp() * a @ b.T  # (N, N) scaled cosines
    partner = torch.arange(len(a), device=a.device)  # (N,) row n: class n
    rows = F.cross_entropy(logits, partner)  # each image finds its text
    columns = F.cross_entropy(logits.T, partner)  # each text finds its image
    return (rows + columns) / 2


images = torch.tensor([[3.0, 4.0], [0.0, 2.0], [4.0, -3.0]])  # (3, 2)
texts = torch.tensor([[4.0, 3.0], [0.0, 1.0], [1.0, 0.0]])  # (3, 2)
print("loss:", clip_loss(images, texts).detach())
# --8<-- [end:loss]

# --8<-- [start:directions]
cosines = F.normalize(images, dim=1) @ F.normalize(texts, dim=1).T  # (3, 3)
partner = torch.arange(3)  # (3,)
print(cosines)
print("rows:               ", F.cross_entropy(10 * cosines, partner))
print("rows, by diagonal:  ", -(10 * cosines).log_softmax(dim=1).diag().mean())
print("columns:            ", F.cross_entropy(10 * cosines.T, partner))
print("no scale:           ", F.cross_entropy(cosines, partner))
print("not normalised:     ", F.cross_entropy(10 * images @ texts.T, partner))
a, b = F.normalize(images, dim=0), F.normalize(texts, dim=0)  # (3, 2)
print("normalised by dim=0:", F.cross_entropy(10 * a @ b.T, partner))
# --8<-- [end:directions]

# --8<-- [start:own]
hard = torch.tensor([[[4.0, 2.0]], [[1.0, 3.0]], [[2.0, 1.0]]])  # (3, 1, 2) each image's own
own = torch.einsum("nd,nkd->nk", F.normalize(images, dim=1), F.normalize(hard, dim=2))
print("own negatives:", own)  # (3, 1)
print("rows:", F.cross_entropy(10 * torch.cat([cosines, own], dim=1), partner))
# --8<-- [end:own]

# --8<-- [start:clamp]
log_scale = torch.tensor(math.log(120), requires_grad=True)  # () too large
logits = log_scale.exp().clamp(max=100) * cosines  # (3, 3)
wrong = torch.tensor([1, 0, 2])  # (3,) two texts are swapped
[inside] = torch.autograd.grad(F.cross_entropy(logits, wrong), log_scale)
with torch.no_grad():
    log_scale.clamp_(max=math.log(100))  # after optimizer.step()
logits = log_scale.exp() * cosines  # (3, 3)
[after] = torch.autograd.grad(F.cross_entropy(logits, wrong), log_scale)
print(f"scale at temperature 0.07: {1 / 0.07:.4f}")
print("gradient, clamped in the loss:   ", inside)
print("gradient, clamped after the step:", after)
print("bfloat16:", 100 * torch.tensor([0.998, 1.0]).bfloat16())  # (2,)
# --8<-- [end:clamp]
