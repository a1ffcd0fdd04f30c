# --8<-- [start:loss]
import math

import torch
import torch.nn.functional as F

log_scale = torch.tensor(math.log(10), requires_grad=True)  # () both learned
bias = torch.tensor(-10.0, requires_grad=True)  # ()


def siglip_loss(images, texts):
    a, b = F.normalize(images, dim=1), F.normalize(texts, dim=1)  # (N, D)
    logits = log_scale.exp() * a @ b.T + bias  # (N, N)
    match = torch.eye(len(a), device=a.device)  # (N, N) 1 for a pair, else 0
    total = F.binary_cross_entropy_with_logits(logits, match, reduction="sum")
    return total / len(a), logits, match


images = torch.tensor([[3.0, 4.0], [0.0, 2.0], [4.0, -3.0]])  # (3, 2)
texts = torch.tensor([[4.0, 3.0], [0.0, 1.0], [1.0, 0.0]])  # (3, 2)
loss, logits, match = siglip_loss(images, texts)
print("sum / N:    ", loss.detach())
signs = 2 * match - 1  # (3, 3) 1 or -1
print("by signs:   ", -F.logsigmoid(signs * logits.detach()).sum() / 3)
mean = F.binary_cross_entropy_with_logits(logits, match)
print("plain mean: ", mean.detach())
# --8<-- [end:loss]

# --8<-- [start:bias]
print("| pairs | loss, bias 0 | bias -10 | best bias | loss there |")
print("| --: | --: | --: | --: | --: |")
for n in 8, 256, 32768:
    best = -math.log(n - 1)
    cells = [
        math.log1p(math.exp(-b)) + (n - 1) * math.log1p(math.exp(b)) for b in (0, -10, best)
    ]
    print(f"| {n} | {cells[0]:.4f} | {cells[1]:.4f} | {best:.4f} | {cells[2]:.4f} |")
# --8<-- [end:bias]
