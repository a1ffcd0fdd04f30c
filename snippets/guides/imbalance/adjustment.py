# --8<-- [start:loss]
import torch
import torch.nn.functional as F

log_prior = torch.tensor([0.9, 0.1]).log()  # (2,)
share = torch.tensor([0.8, 0.2])  # (2,) of the classes among rows that look alike
y = torch.tensor([0, 0, 0, 0, 1])  # (5,) five such rows
plain = share.log()  # (2,) where F.cross_entropy(z, y) is smallest
z = (plain - log_prior).requires_grad_()  # (2,)
loss = F.cross_entropy(z.expand(5, 2) + log_prior, y)  # in training
loss.backward()
print(torch.allclose(z.grad, torch.zeros(2), atol=1e-6))  # z is the optimum
z = z.detach()
print(z.softmax(dim=0), (plain - log_prior).softmax(dim=0))  # balanced
print((z + log_prior).softmax(dim=0), plain.softmax(dim=0))  # the shares
print((plain + log_prior).softmax(dim=0))  # wrong
# --8<-- [end:loss]
