# --8<-- [start:mean]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3],
                  [0.3, 0.3, 0.4], [0.2, 0.7, 0.1]])  # (4, 3)
z, masked = p.log(), torch.tensor([0, 1, 2, -100])  # (4, 3), (4,)

losses = F.cross_entropy(z, masked, reduction="none")  # (4,)
valid = masked != -100  # (4,)
print(losses)
print(losses.sum(), valid.sum(), losses.sum() / valid.sum())
print(F.cross_entropy(z, masked))
print(losses.mean())
# --8<-- [end:mean]

# --8<-- [start:none_left]
nothing = torch.full((4,), -100)
print(F.cross_entropy(z, nothing))
print(F.cross_entropy(z, nothing, reduction="sum"))
# --8<-- [end:none_left]

# --8<-- [start:row]
y = torch.tensor([0, 1, 2, 1])  # (4,)
scores = z.clone().requires_grad_()
losses = F.cross_entropy(scores, y, ignore_index=0, reduction="none")
losses.sum().backward()
print(losses.detach(), scores.grad, sep="\n")
# --8<-- [end:row]

# --8<-- [start:class]
without = z.clone()
without[:, 0] = -torch.inf  # class 0 leaves the softmax
print(without[1])
print(F.cross_entropy(without, y, ignore_index=0, reduction="none"))
# --8<-- [end:class]

# --8<-- [start:nan]
broken = torch.tensor([[1.0, 0.0], [torch.nan, 0.0]], requires_grad=True)
loss = F.cross_entropy(broken, torch.tensor([0, -100]))
loss.backward()
print(f"{loss:.4f}", broken.grad, sep="\n")
# --8<-- [end:nan]

# --8<-- [start:several]
labels = torch.tensor([0, 255, 2, 1, 2])  # (5,) neither 2 nor 255 counts
print(labels.masked_fill((labels == 2) | (labels == 255), -100))
# --8<-- [end:several]
