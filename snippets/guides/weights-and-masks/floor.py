# --8<-- [start:row]
import torch
import torch.nn.functional as F

w = torch.tensor([1.0, 2.0, 4.0])  # (3,)
q = torch.tensor([0.1, 0.7, 0.2])  # (3,)
a = w * q  # (3,)
A = a.sum()
print(a, A, a / A)
print(A * A.log() - (a * a.log()).sum())
print(A * torch.special.entr(a / A).sum())
# --8<-- [end:row]

# --8<-- [start:optimum]
best = (a / A).log()[None].requires_grad_()  # (1, 3)
loss = F.cross_entropy(best, q[None], weight=w)
loss.backward()
print(f"{loss:.4f}", torch.allclose(best.grad, torch.zeros(3), atol=1e-6))
for step in torch.eye(3):
    print(f"{F.cross_entropy(best + 0.5 * step, q[None], weight=w):.4f}")
# --8<-- [end:optimum]
