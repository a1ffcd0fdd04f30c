# --8<-- [start:soft]
import torch

mask = torch.tensor([[[[1.0, 1.0], [0.0, 0.0]]]])  # (N, 1, H, W)
logits = torch.tensor([[[[0.9, 0.6], [0.2, 0.1]]]]).logit()  # (N, 1, H, W)
logits.requires_grad_()
outputs = {
    "sigmoid": logits.sigmoid(),
    "raw logits": logits,
    "softmax of one channel": logits.softmax(dim=1),
    "thresholded": (logits > 0).float(),
}
for name, probs in outputs.items():
    overlap = (probs * mask).sum(dim=(2, 3))  # (N, 1)
    total = (probs + mask).sum(dim=(2, 3))  # (N, 1)
    loss = (1 - 2 * overlap / total).mean()
    print(f"{name}: 1 - 2 * {overlap.item():.4f} / {total.item():.4f} =", loss.detach())
    if loss.requires_grad:
        print("  gradient:", torch.autograd.grad(loss, logits)[0].flatten())
# --8<-- [end:soft]
