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

# --8<-- [start:confusion]
predicted = torch.tensor([0, 0, 1, 1, 0, 2])  # (P,) pixels, logits.argmax(dim=1)
target = torch.tensor([0, 0, 0, 1, 255, 255])  # (P,)
valid = target != 255
pairs = 3 * target[valid] + predicted[valid]  # 3 classes
confusion = torch.bincount(pairs, minlength=9).view(3, 3)  # add these up
hits = confusion.diag()  # (3,)
iou = hits / (confusion.sum(dim=0) + confusion.sum(dim=1) - hits)  # (3,)
print(confusion.tolist(), iou)
print(f"pixel accuracy {hits.sum() / confusion.sum():.4f}")
print(f"mIoU {iou.nanmean():.4f}, nan as 0: {iou.nan_to_num().mean():.4f}")
# --8<-- [end:confusion]
