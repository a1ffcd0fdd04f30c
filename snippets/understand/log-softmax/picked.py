# --8<-- [start:right]
import torch

for right in 0, 1:
    z = torch.tensor([0.0, -104.0], requires_grad=True)  # (2,)
    loss = -z.softmax(dim=0)[right].log()  # () picked before the logarithm
    (grad,) = torch.autograd.grad(loss, z)
    print(f"class {right} is right: {loss.abs():.4f}", grad)
# --8<-- [end:right]
