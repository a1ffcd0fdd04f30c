# --8<-- [start:define]
import torch
import torch.nn.functional as F


def one_formula(z, target, w, eps, ignored=-100):
    N, C = z.shape
    if target.shape == z.shape:  # soft targets
        y, valid, D = target, torch.ones(N), N
    else:  # class indices
        valid = (target != ignored).float()  # (N,)
        c = target.where(target != ignored, 0)
        y, D = F.one_hot(c, C), (w[c] * valid).sum()
    a = w * ((1 - eps) * y + eps / C)  # (N, C)
    losses = -(a * z.log_softmax(dim=1)).sum(dim=1) * valid  # (N,)
    A = a.sum(dim=1)  # (N,)
    floors = (torch.xlogy(A, A) - torch.xlogy(a, a).sum(dim=1)) * valid
    return D, losses.sum() / D, floors.sum() / D
# --8<-- [end:define]

# --8<-- [start:data]
p = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3],
                  [0.3, 0.3, 0.4], [0.2, 0.7, 0.1]])  # (4, 3)
z = p.log()  # logits whose softmax is p
index = torch.tensor([0, 1, 2, 1])  # (4,)
masked = torch.tensor([0, 1, 2, -100])  # (4,), the last row ignored
soft = torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.8, 0.2],
                     [0.0, 0.5, 0.5], [0.1, 0.9, 0.0]])  # (4, 3)
weight = torch.tensor([1.0, 2.0, 4.0])  # (3,)
# --8<-- [end:data]

# --8<-- [start:table]
print("| target | weight | smoothing | divides by | formula | torch |",
      "floor |\n| :-- | :-- | :-- | --: | --: | --: | --: |")
for name, y in ("index", index), ("masked", masked), ("soft", soft):
    for eps in 0.0, 0.1:
        for used in "no", "yes":
            w = weight if used == "yes" else torch.ones(3)
            D, by_hand, floor = one_formula(z, y, w, eps)
            mean = F.cross_entropy(z, y, w, label_smoothing=eps)
            print(f"| {name} | {used} | {eps} | {D:g} | {by_hand:.4f} |",
                  f"{mean:.4f} | {floor:.4f} |")
# --8<-- [end:table]
