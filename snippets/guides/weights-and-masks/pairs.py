# --8<-- [start:setup]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3],
                  [0.3, 0.3, 0.4], [0.2, 0.7, 0.1]])  # (4, 3)
z, y = p.log(), torch.tensor([0, 1, 2, 1])  # (4, 3), (4,)
masked = torch.tensor([0, 1, 2, -100])  # (4,)
w = torch.tensor([1.0, 2.0, 4.0])  # (3,)
q = 0.9 * F.one_hot(y, 3) + 0.1 / 3  # (4, 3), smoothed by 0.1
# --8<-- [end:setup]

# --8<-- [start:weight_soft]
one_hot = F.one_hot(y, 3).float()  # (4, 3)
losses = F.cross_entropy(z, one_hot, weight=w, reduction="none")  # (4,)
print(losses, losses.sum())
print(losses.sum() / 4, F.cross_entropy(z, one_hot, weight=w))
print(losses.sum() / w[y].sum(), F.cross_entropy(z, y, weight=w))
# --8<-- [end:weight_soft]

# --8<-- [start:weight_smoothing]
losses = -(w * q * p.log()).sum(dim=1)  # (4,)
print(w * q, losses, sep="\n")
print(losses.sum(), w[y].sum(), losses.sum() / w[y].sum())
print(F.cross_entropy(z, y, weight=w, label_smoothing=0.1))
# --8<-- [end:weight_smoothing]

# --8<-- [start:smoothed_one_hot]
print(losses.sum() / 4)
print(F.cross_entropy(z, one_hot, weight=w, label_smoothing=0.1))
# --8<-- [end:smoothed_one_hot]

# --8<-- [start:flip]
steep = torch.tensor([1.0, 1.0, 30.0])  # (3,)
a = steep * q[0]  # (3,), the target is class 0
print(q[0, 0] / q[0, 2], a, a / a.sum(), sep="\n")
best = (a / a.sum()).log()[None]  # (1, 3)
sure = torch.tensor([[8.0, 0.0, 0.0]])
for row in best, sure:
    print(F.cross_entropy(row, y[:1], weight=steep, label_smoothing=0.1))
# --8<-- [end:flip]

# --8<-- [start:tipping]
smooth = torch.tensor([0.95, 0.05])  # (2,) class 0, smoothed by 0.1
a = torch.tensor([1.0, 100.0]) * smooth  # (2,)
print(f"{a[0] / a.sum():.3f} {smooth[0] / smooth[1]:.1f}")
# --8<-- [end:tipping]

# --8<-- [start:weight_ignore]
losses = F.cross_entropy(z, masked, weight=w, reduction="none")  # (4,)
D = w[masked[:3]].sum()
print(losses, losses.sum(), D, losses.sum() / D, sep="\n")
print(F.cross_entropy(z, masked, weight=w))
# --8<-- [end:weight_ignore]

# --8<-- [start:zero_weight]
zero = torch.tensor([1.0, 0.0, 4.0])  # class 1 counts for nothing
for eps in 0.0, 0.1:
    weighted = F.cross_entropy(z, y, weight=zero, label_smoothing=eps)
    ignored = F.cross_entropy(z, y, weight=zero, label_smoothing=eps,
                              ignore_index=1)
    print(f"{eps}  {weighted:.4f}  {ignored:.4f}")
# --8<-- [end:zero_weight]

# --8<-- [start:ignore_smoothing]
losses = -(q * p.log()).sum(dim=1) * (masked != -100)  # (4,)
print(losses, losses.sum() / 3, sep="\n")
print(F.cross_entropy(z, masked, label_smoothing=0.1))
# --8<-- [end:ignore_smoothing]

# --8<-- [start:infinite]
closed = torch.tensor([[1.0, 0.0, -torch.inf]])  # class 2 is masked
print(F.cross_entropy(closed, y[:1]))
print(F.cross_entropy(closed, y[:1], label_smoothing=0.1))
print(F.cross_entropy(closed, one_hot[:1]))
# --8<-- [end:infinite]

# --8<-- [start:ignore_soft]
try:
    F.cross_entropy(z, one_hot, ignore_index=1)
except RuntimeError as error:
    print(error)
print(F.cross_entropy(z, one_hot), F.cross_entropy(z, one_hot, ignore_index=-1))
# --8<-- [end:ignore_soft]

# --8<-- [start:mask_soft]
keep = torch.tensor([1.0, 1.0, 1.0, 0.0])  # (4,)
losses = F.cross_entropy(z, one_hot, reduction="none")  # (4,)
print((losses * keep).sum() / keep.sum())
print(F.cross_entropy(z, masked))
# --8<-- [end:mask_soft]

# --8<-- [start:smoothing_soft]
soft = torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.8, 0.2],
                     [0.0, 0.5, 0.5], [0.1, 0.9, 0.0]])  # (4, 3)
print(0.9 * soft + 0.1 / 3)
print(-((0.9 * soft + 0.1 / 3) * p.log()).sum() / 4)
print(F.cross_entropy(z, soft, label_smoothing=0.1))
# --8<-- [end:smoothing_soft]

# --8<-- [start:all_three]
losses = -(w * q * p.log()).sum(dim=1) * (masked != -100)  # (4,)
print(losses, losses.sum(), losses.sum() / 7, sep="\n")
print(F.cross_entropy(z, masked, weight=w, label_smoothing=0.1))
# --8<-- [end:all_three]
