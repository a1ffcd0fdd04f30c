# --8<-- [start:alike]
import torch
import torch.nn.functional as F

caption = torch.tensor([7, 7, 9])  # (3,) rows 0 and 1 have the same caption
same = caption[:, None] == caption  # (3, 3)
itself = torch.eye(3, dtype=torch.bool)
partner = torch.arange(3)  # (3,)
perfect = 100 * same.float()  # (3, 3) scale 100: cosine 1 if the same, else 0
shares = same / same.sum(dim=1, keepdim=True)  # (3, 3) rows add up to 1

print("diagonal:    ", F.cross_entropy(perfect, partner))
masked = perfect.masked_fill(same & ~itself, -torch.inf)
print("masked:      ", F.cross_entropy(masked, partner))
print("soft targets:", F.cross_entropy(perfect, shares))
print("both:        ", F.cross_entropy(masked, shares))
# --8<-- [end:alike]

# --8<-- [start:gradients]
logits = torch.tensor([[4.0, 3.0, 0.0], [3.0, 4.0, 0.0], [0.0, 0.0, 4.0]])
logits.requires_grad_()  # (3, 3)
masked = logits.masked_fill(same & ~itself, -torch.inf)
for name, loss in [
    ("diagonal:    ", F.cross_entropy(logits, partner)),
    ("masked:      ", F.cross_entropy(masked, partner)),
    ("soft targets:", F.cross_entropy(logits, shares)),
]:
    [gradient] = torch.autograd.grad(loss, logits)
    print(name, gradient[0] * 3)
# --8<-- [end:gradients]

# --8<-- [start:scale]
scale = torch.tensor(2.0, requires_grad=True)  # learned
cosines = torch.tensor([[0.8, 0.6, 0.0]])  # (1, 3) of row 0
false = torch.tensor([[False, True, False]])  # (1, 3) its second match
for name, logits in [
    ("masked after: ", (scale * cosines).masked_fill(false, -torch.inf)),
    ("masked before:", scale * cosines.masked_fill(false, -torch.inf)),
]:
    loss = F.cross_entropy(logits, partner[:1])
    print(name, f"loss {loss:.4f}, gradient", *torch.autograd.grad(loss, scale))
# --8<-- [end:scale]
