# --8<-- [start:loss]
import torch
import torch.nn.functional as F


def dice_loss(logits, target, ignore=255, smooth=1e-5):
    valid = (target != ignore).unsqueeze(1)  # (N, 1, H, W)
    classes = target.where(target != ignore, 0)  # (N, H, W)
    one_hot = F.one_hot(classes, logits.shape[1]).movedim(-1, 1) * valid
    probs = logits.float().softmax(dim=1) * valid  # (N, C, H, W)
    overlap = (probs * one_hot).sum(dim=(0, 2, 3))  # (C,)
    total = (probs + one_hot).sum(dim=(0, 2, 3))  # (C,)
    dice = (2 * overlap + smooth) / (total + smooth)
    return 1 - dice[1:].mean()  # without the background, class 0


a = [[[0.8, 0.8], [0.8, 0.2]], [[0.1, 0.1], [0.1, 0.6]], [[0.1, 0.1], [0.1, 0.2]]]
b = [[[0.8, 0.2], [0.5, 0.2]], [[0.1, 0.6], [0.1, 0.1]], [[0.1, 0.2], [0.4, 0.7]]]
logits = torch.tensor([a, b]).log()  # (2, 3, 2, 2), of these probabilities
target = torch.tensor([[[0, 0], [0, 1]], [[0, 1], [2, 255]]])  # (2, 2, 2)

cross_entropy = F.cross_entropy(logits, target, ignore_index=255)
dice = dice_loss(logits, target)
print(f"{cross_entropy:.4f} + {dice:.4f} = {cross_entropy + dice:.4f}")
# --8<-- [end:loss]
