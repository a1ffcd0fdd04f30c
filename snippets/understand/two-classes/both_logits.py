# --8<-- [start:entries]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, -1.0], [0.3, 1.7]])  # (2, 2)
one_hot = torch.tensor([[1.0, 0.0], [0.0, 1.0]])  # (2, 2)
bce = F.binary_cross_entropy_with_logits
entries = bce(logits, one_hot, reduction="none")  # (2, 2)
print(entries)
print("mean of entries:", entries.mean())
print("mean of rows:   ", entries.sum(dim=1).mean())
# --8<-- [end:entries]

# --8<-- [start:shift]
for shift in 0, 3:
    ce = F.cross_entropy(logits + shift, one_hot)
    print(f"+ {shift}: CE {ce:.4f}, BCE {bce(logits + shift, one_hot):.4f}")
# --8<-- [end:shift]

# --8<-- [start:optimum]
labels = torch.tensor([[0.0, 1.0]] * 3 + [[1.0, 0.0]])  # (4, 2) 3 of class 1
z = torch.tensor([1 / 3, 3.0]).log().requires_grad_()  # (2,)
(gradient,) = torch.autograd.grad(bce(z.expand(4, 2), labels), z)
print(torch.allclose(gradient, torch.zeros(2), atol=1e-6))
print("sigmoid:", torch.sigmoid(z.detach()))
print("softmax:", z.detach().softmax(dim=0))
# --8<-- [end:optimum]
