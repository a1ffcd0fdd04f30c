# --8<-- [start:none]
import torch
import torch.nn.functional as F

used = torch.tensor([[2.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
unused = torch.tensor([1.0], requires_grad=True)  # (1,)
F.cross_entropy(used, torch.tensor([1])).backward()
print(used.grad)
print(unused.grad)
# --8<-- [end:none]

# --8<-- [start:zero]
z = torch.tensor([[200.0, 0.0, 0.0]], requires_grad=True)  # (1, 3) confident
y = torch.tensor([1])  # (1,) and wrong
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3)
p = z.softmax(dim=1)  # (1, 3)
ignored, zero = torch.full((1,), -100), torch.zeros(1, 1)
losses = {
    "cross_entropy on one column": F.cross_entropy(z[:, :1], torch.tensor([0])),
    "all labels ignored, sum": F.cross_entropy(z, ignored, reduction="sum"),
    "ReLU after the last layer": F.cross_entropy((z - 300).relu(), y),
    "squared error of probabilities": F.mse_loss(p, one_hot),
    "BCELoss of a sigmoid": F.binary_cross_entropy(z[:, :1].sigmoid(), zero),
    "`nll_loss` of probabilities": F.nll_loss(p, y),
    "cross_entropy of the logits": F.cross_entropy(z, y),
}
# --8<-- [end:zero]

# --8<-- [start:table]
print("| loss | value | largest gradient |")
print("| --- | --: | --: |")
for name, loss in losses.items():
    (gradient,) = torch.autograd.grad(loss, z, retain_graph=True)
    print(f"| {name} | {loss.abs():.4f} | {gradient.abs().max():.4f} |")
# --8<-- [end:table]
