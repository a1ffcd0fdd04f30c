# --8<-- [start:two]
import torch

mask = torch.zeros(2, 1, 2, 4)  # (N, 1, H, W)
mask[0, 0, :, :3] = 1  # six pixels
mask[1, 0, 0, 0] = 1  # one pixel
probs = torch.full((2, 1, 2, 4), 0.1)  # (N, 1, H, W)
probs[0, 0, :, :3] = 0.9  # the large object is found
probs[1, 0, 0, 0] = 0.2  # the small one is not
probs.requires_grad_()

for dims in (2, 3), (0, 2, 3):
    overlap, total = (probs * mask).sum(dim=dims), (probs + mask).sum(dim=dims)
    losses = 1 - 2 * overlap / total
    pull = -torch.autograd.grad(losses.mean(), probs)[0][1, 0, 0, 0]
    print(f"dim={dims}: mean of", losses.detach().flatten(), f"is {losses.mean():.4f}")
    print(f"  pull on the small object: {pull:.4f}")
# --8<-- [end:two]
