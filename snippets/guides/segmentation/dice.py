# --8<-- [start:soft]
import torch
import torch.nn.functional as F

probs = torch.tensor([[[[0.9, 0.6], [0.2, 0.1]]]])  # (N, 1, H, W)
mask = torch.tensor([[[[1.0, 1.0], [0.0, 0.0]]]])  # (N, 1, H, W)
logits = probs.logit()  # what the model returns


def dice_loss(probs, mask):
    overlap = (probs * mask).sum(dim=(2, 3))  # (N, 1)
    total = (probs + mask).sum(dim=(2, 3))  # (N, 1)
    return (1 - 2 * overlap / total).mean()


print("overlap", (probs * mask).sum(), "total", (probs + mask).sum())
print("loss   ", dice_loss(logits.sigmoid(), mask))
# --8<-- [end:soft]
# --8<-- [start:wrong]
logits.requires_grad_()
wrong = {
    "raw logits": logits,
    "softmax over one channel": logits.softmax(dim=1),
    "thresholded": (logits > 0).float(),
}
for name, output in wrong.items():
    loss = dice_loss(output, mask)
    print(f"{name}: {loss.item():.4f}, has a gradient: {loss.requires_grad}")
print(torch.autograd.grad(dice_loss(wrong["softmax over one channel"], mask), logits)[0].flatten())
# --8<-- [end:wrong]
# --8<-- [start:miss]
missed = torch.tensor([[[[2.0, -8.0], [-2.0, -2.0]]]], requires_grad=True)  # (N, 1, H, W)
for loss in F.binary_cross_entropy_with_logits(missed, mask), dice_loss(missed.sigmoid(), mask):
    print(torch.autograd.grad(loss, missed)[0].flatten())
# --8<-- [end:miss]
