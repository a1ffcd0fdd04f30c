# --8<-- [start:dice]
import torch
import torch.nn.functional as F

probs, mask = torch.tensor([0.8, 0.4]), torch.tensor([1.0, 0.0])  # (2,), (2,)
overlap, total = (probs * mask).sum(), (probs + mask).sum()
print(f"twice the overlap: {2 * overlap:.1f}, total: {total:.1f}")
print("Dice loss:", 1 - 2 * overlap / total, "Dice:", 2 * overlap / total)
print("without the factor 2:", 1 - overlap / total)
print(f"union: {total - overlap:.1f}, IoU loss:", 1 - overlap / (total - overlap))
# --8<-- [end:dice]

# --8<-- [start:batch]
sizes, found = torch.tensor([8.0, 2.0]), torch.tensor([8.0, 0.0])  # (2,), (2,)
each = 1 - 2 * found / (found + sizes)  # (2,)
print("per image:", each, f"mean {each.mean():.1f}")
dice = 2 * found.sum() / (found + sizes).sum()
print(f"overlap twice: {2 * found.sum():.0f}, total: {(found + sizes).sum():.0f}")
print("per batch:", 1 - dice, "Dice:", dice)
print(f"missed: {1 - found.sum() / sizes.sum():.1f}")
# --8<-- [end:batch]

# --8<-- [start:empty]
total = torch.tensor(1.0)
for above, below in (1, 1), (0, 1):
    print(f"{above} above, {below} below: {1 - (0 + above) / (total + below):.1f}")
print(f"probabilities of 0: {1 - (0 + 1) / (0 * total + 1):.1f}")
# --8<-- [end:empty]

# --8<-- [start:iou]
tp, fp, fn = torch.tensor([4.0, 1.0, 1.0])  # (), (), ()
print(f"Dice: {2 * tp:.0f} / {2 * tp + fp + fn:.0f} = {2 * tp / (2 * tp + fp + fn):.1f}")
print(f"IoU: {tp:.0f} / {tp + fp + fn:.0f} =", tp / (tp + fp + fn))
print("IoU loss:", 1 - tp / (tp + fp + fn))
print(f"divided by both sizes: {tp / (2 * tp + fp + fn):.1f}")
# --8<-- [end:iou]

# --8<-- [start:ignored]
z = torch.tensor(1.0)
print("target 255:", F.binary_cross_entropy_with_logits(z, torch.tensor(255.0)))
print("target 1:", F.binary_cross_entropy_with_logits(z, torch.tensor(1.0)))
print("multiplied by 0:", f"{0 * z:.0f}")
try:
    F.binary_cross_entropy_with_logits(z, torch.tensor(255))
except RuntimeError as error:
    print("integer target:", type(error).__name__)
# --8<-- [end:ignored]

# --8<-- [start:bilinear]
narrow = torch.tensor([[[[0.0, 4.0]]]])  # (1, 1, 1, 2)
for mode in "bilinear", "nearest":
    wide = F.interpolate(narrow, size=(1, 4), mode=mode)  # (1, 1, 1, 4)
    print(f"{mode}:", wide.long().flatten().tolist())
wide = F.interpolate(narrow, size=(1, 4), mode="bilinear", align_corners=True)  # (1, 1, 1, 4)
print("align_corners=True:", wide, wide.long().flatten().tolist())
print("middle:", narrow.mean())
# --8<-- [end:bilinear]
