# --8<-- [start:classes]
import torch
import torch.nn.functional as F

a = [[[0.8, 0.8], [0.8, 0.2]], [[0.1, 0.1], [0.1, 0.6]], [[0.1, 0.1], [0.1, 0.2]]]
b = [[[0.8, 0.2], [0.5, 0.2]], [[0.1, 0.6], [0.1, 0.1]], [[0.1, 0.2], [0.4, 0.7]]]
probs = torch.tensor([a, b])  # (N, C, H, W)
target = torch.tensor([[[0, 0], [0, 1]], [[0, 1], [2, 2]]])  # (N, H, W)
one_hot = F.one_hot(target, 3).movedim(-1, 1)  # (N, C, H, W)
overlap = (probs * one_hot).sum(dim=(2, 3))  # (N, C)
total = (probs + one_hot).sum(dim=(2, 3))  # (N, C)
print(1 - 2 * overlap / total)
# --8<-- [end:classes]
# --8<-- [start:same]


def losses(probs, one_hot):
    overlap, total = (probs * one_hot).sum(dim=(2, 3)), (probs + one_hot).sum(dim=(2, 3))  # (N, C)
    each = 1 - 2 * overlap / total  # (N, C)
    present = one_hot.sum(dim=(2, 3)) > 0  # (N, C)
    of_batch = 1 - 2 * overlap.sum(dim=0) / total.sum(dim=0)  # (C,)
    raw = probs.log()
    hard = F.one_hot(probs.argmax(dim=1), 3).movedim(-1, 1)  # (N, C, H, W)
    score = 2 * (hard * one_hot).sum(dim=(2, 3)) / (hard + one_hot).sum(dim=(2, 3))  # (N, C)
    return {
        "MONAI DiceLoss": each.mean(),
        "  without background": each[:, 1:].mean(),
        "  batch": of_batch.mean(),
        "  without softmax": (1 - 2 * (raw * one_hot).sum(dim=(2, 3)) / (raw + one_hot).sum(dim=(2, 3))).mean(),
        "MONAI DiceCELoss": each.mean() + F.cross_entropy(raw, one_hot.float()),
        "SMP DiceLoss": (of_batch * present.any(dim=0)).mean(),
        "Kornia DiceLoss": (1 - 2 * overlap.sum(dim=1) / total.sum(dim=1)).mean(),
        "Kornia, macro": ((each * present).sum(dim=1) / present.sum(dim=1)).mean(),
        "1 - DiceScore": 1 - score.nanmean(dim=1).mean(),
    }


for (name, both), first in zip(losses(probs, one_hot).items(), losses(probs[:1], one_hot[:1]).values()):
    print(f"{name:22} {both:.4f}  {first:.4f}")
# --8<-- [end:same]
