# --8<-- [start:constant]
import torch
import torch.nn.functional as F

d = torch.tensor([[-3.0], [1.4]], requires_grad=True)  # (2, 1)
try:
    F.cross_entropy(d, torch.tensor([0, 1]))
except IndexError as error:
    print("IndexError:", error)
loss = F.cross_entropy(d, torch.tensor([[0.0], [1.0]]))
(gradient,) = torch.autograd.grad(loss, d)  # (2, 1)
# abs() turns -0 into 0
print("loss:", loss.detach().abs(), "gradient:", gradient.abs().flatten())
# --8<-- [end:constant]

# --8<-- [start:argmax]
print(d.argmax(dim=1), (d > 0).flatten())
# --8<-- [end:argmax]
