# --8<-- [start:learned]
import torch

losses = torch.tensor([0.25, 0.125])  # (2,) of two tasks, held fixed
s = torch.zeros(2, requires_grad=True)  # (2,) one learned number for each task
optimizer = torch.optim.SGD([s], lr=0.1)
for step in range(401):
    weights = (-s).exp()  # (2,)
    total = (weights * losses + s).sum()
    if step in (0, 400):
        print(f"step {step}: total {total:.4f}", weights.data, (weights * losses).data)
    optimizer.zero_grad()
    total.backward()
    optimizer.step()
# --8<-- [end:learned]

# --8<-- [start:vae]
import torch.nn.functional as F

logits = torch.tensor([[2.0, -1.0, 0.0, 1.0], [0.0, 3.0, -2.0, 1.0]])  # (N, P): the decoder's, for each pixel
pixels = torch.tensor([[1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 1.0]])  # (N, P)
mean = torch.tensor([[1.0, 0.5], [-1.0, 0.0]])  # (N, Z): the encoder's
log_variance = torch.zeros(2, 2)  # (N, Z)
divergence = 0.5 * (mean**2 + log_variance.exp() - 1 - log_variance).sum(dim=1)  # (N,)
each = F.binary_cross_entropy_with_logits(logits, pixels, reduction="none")  # (N, P)
for name, reconstruction in {"sum": each.sum(dim=1), "mean": each.mean(dim=1)}.items():
    print(f"{name} over the pixels: {reconstruction.mean():.4f}, KL divergence {divergence.mean():.4f}")
# --8<-- [end:vae]
