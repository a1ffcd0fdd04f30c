# --8<-- [start:table]
import torch
import torch.nn.functional as F

print("| logits `z` | indices `c` | or probabilities `y` | losses |",
      "mean, `c` | mean, `y` |")
print("| :-- | :-- | :-- | :-- | --: | --: |")
for shape in [(3,), (2, 3), (2, 3, 4), (2, 3, 4, 5)]:
    logits = torch.zeros(shape)  # C = 3 classes
    dim = 0 if logits.dim() == 1 else 1  # where the classes are
    index, probs = logits.argmax(dim=dim), logits.softmax(dim=dim)
    losses = F.cross_entropy(logits, index, reduction="none")
    sizes = shape, tuple(index.shape), tuple(probs.shape), tuple(losses.shape)
    means = [F.cross_entropy(logits, target) for target in (index, probs)]
    print("|", *(f"`{size}` |" for size in sizes), end=" ")
    print(*(f"{mean:.4f} |" for mean in means))
# --8<-- [end:table]
