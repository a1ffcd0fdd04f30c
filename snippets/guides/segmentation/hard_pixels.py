# --8<-- [start:topk]
import torch
import torch.nn.functional as F

of_class_1 = torch.tensor([3.0, 3.0, 3.0, 3.0, 0.0, -2.0, 5.0, 5.0])  # (L,)
logits = torch.stack([torch.zeros(8), of_class_1]).view(1, 2, 2, 4)  # (N, C, H, W)
target = torch.tensor([[[1, 1, 1, 1], [1, 1, 255, 255]]])  # (N, H, W)
cross_entropy = torch.nn.CrossEntropyLoss(ignore_index=255, reduction="none")
losses = cross_entropy(logits, target)  # (N, H, W)
valid = losses[target != 255]  # (6,)
hard = valid.topk(max(1, len(valid) // 3)).values  # (2,)
print("hard pixels:", hard, "mean", hard.mean())
print("divided by all valid pixels:", hard.sum() / len(valid))
print("all valid pixels:", valid.mean())
print("with the ignored ones:", losses.flatten().topk(8).values.mean())
# --8<-- [end:topk]
# --8<-- [start:map]
weights = torch.tensor([[[1.0, 1.0, 1.0, 1.0], [5.0, 5.0, 1.0, 1.0]]])  # (N, H, W)
print((losses * weights).sum() / weights[target != 255].sum())
# --8<-- [end:map]
# --8<-- [start:weights]
labels = torch.tensor([[0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 2, 255]])
count = labels[labels != 255].bincount(minlength=3)  # (C,)
weight = count.sum() / (3 * count.clamp(min=1))  # (C,)
print("pixels:", count.tolist(), "weights:", weight)
print("pixels times weight:", count * weight)
# --8<-- [end:weights]
# --8<-- [start:deterministic]
torch.set_deterministic_debug_mode("error")
mean = F.cross_entropy(logits, target, ignore_index=255)  # raises on a GPU
losses = cross_entropy(logits, target)  # reduction="none": does not raise
print(mean, losses.sum() / (target != 255).sum())
torch.set_deterministic_debug_mode("default")
# --8<-- [end:deterministic]
