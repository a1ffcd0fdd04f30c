from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/multilabel_soft_margin_loss.py"
multilabel_soft_margin_loss = run_path(str(FUNCTION))["multilabel_soft_margin_loss"]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([[2.0, -1.0, 0.5], [0.0, 3.0, -2.0]])  # (2, 3) logits
target = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])  # (2, 3)
for how in "none", "mean", "sum":
    loss = F.multilabel_soft_margin_loss(input, target, reduction=how)
    print(f"{how}:", loss)
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    loss = multilabel_soft_margin_loss(*arrays, reduction=how)
    print(f"{how}:", loss.round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
z = input.clone().requires_grad_()
F.multilabel_soft_margin_loss(z, target).backward()
by_hand = (torch.sigmoid(input) - target) / (2 * 3)
print("autograd:", z.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_reduction]
bce = F.binary_cross_entropy_with_logits
for how in "mean", "sum":
    ours = F.multilabel_soft_margin_loss(input, target, reduction=how)
    print(how, ours, "BCEWithLogitsLoss:", bce(input, target, reduction=how))
# --8<-- [end:pitfall_reduction]

# --8<-- [start:pitfall_target]
row = torch.tensor([1.0, 0.0, 1.0])  # (3,)
print("target (3,):", F.multilabel_soft_margin_loss(input, row))
print("integers:   ", F.multilabel_soft_margin_loss(input, target.long()))
for loss, wrong in (bce, row), (F.multilabel_soft_margin_loss, target.bool()):
    try:
        loss(input, wrong)
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, str(error).partition(". ")[0])
# --8<-- [end:pitfall_target]

# --8<-- [start:pitfall_padded]
scores = torch.tensor([[4.0, 3.0, -4.0]])  # (1, 3)
indices = torch.tensor([[0, 2, -1]])  # (1, 3), classes 0 and 2
print("indices: ", F.multilabel_soft_margin_loss(scores, indices))
labels = torch.tensor([[1.0, 0.0, 1.0]])  # (1, 3), the same classes
print("1 and 0: ", F.multilabel_soft_margin_loss(scores, labels))
# --8<-- [end:pitfall_padded]

# --8<-- [start:pitfall_classes]
image = torch.zeros(1, 2, 4)  # (N, C, L)
labels = torch.ones(1, 2, 4)
loss = F.multilabel_soft_margin_loss(image, labels, reduction="none")
print("this loss:    ", loss.shape)
cross_entropy = F.cross_entropy(image, labels, reduction="none")
print("cross_entropy:", cross_entropy.shape)
last = image.movedim(1, -1), labels.movedim(1, -1)  # (N, L, C)
loss = F.multilabel_soft_margin_loss(*last, reduction="none")
print("classes last: ", loss.shape)
# --8<-- [end:pitfall_classes]
