# --8<-- [start:ranks]
import torch

counts = {  # TP, FP, FN of two images
    "model a": torch.tensor([[2.0, 0.0, 0.0], [1.0, 1.0, 1.0]]),  # (2, 3)
    "model b": torch.tensor([[5.0, 2.0, 1.0], [5.0, 1.0, 2.0]]),  # (2, 3)
}
for name, each in counts.items():
    tp, fp, fn = each.unbind(dim=1)
    dice = 2 * tp / (2 * tp + fp + fn)
    iou = tp / (tp + fp + fn)
    assert torch.allclose(iou, dice / (2 - dice))
    print(f"{name}: Dice", dice, f"mean {dice.mean():.4f}")
    print("         IoU ", iou, f"mean {iou.mean():.4f}")
# --8<-- [end:ranks]
