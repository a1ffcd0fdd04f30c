# --8<-- [start:mask]
import torch
import torch.nn.functional as F

mask = torch.tensor([[[[0, 2, 2, 255]]]])  # (N, 1, H, W)
for mode in "bilinear", "nearest":
    larger = F.interpolate(mask.float(), size=(1, 8), mode=mode)  # (1, 1, 1, 8)
    print(f"{mode}:", larger.long().flatten().tolist())
try:
    F.interpolate(mask, size=(1, 8), mode="nearest")
except NotImplementedError as error:
    print(error)
# --8<-- [end:mask]
# --8<-- [start:logits]
logits = torch.tensor([[[[0.0, 0.0]], [[8.0, -2.0]]]])  # (1, 2, 1, 2)
target = torch.tensor([[[1, 1, 1, 0]]])  # (1, 1, 4), twice as wide
for corners in False, True:
    larger = F.interpolate(logits, (1, 4), mode="bilinear", align_corners=corners)
    print(f"align_corners={corners}, loss {F.cross_entropy(larger, target):.4f}")
    print("  logits       ", larger[0, 1, 0])
    print("  probabilities", larger.softmax(dim=1)[0, 1, 0])
probs = F.interpolate(logits.softmax(dim=1), (1, 4), mode="bilinear")  # (1, 2, 1, 4)
print(f"of probabilities, loss {F.nll_loss(probs.log(), target):.4f}")
print("  probabilities", probs[0, 1, 0])
# --8<-- [end:logits]
