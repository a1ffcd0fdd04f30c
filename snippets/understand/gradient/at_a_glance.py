# --8<-- [start:grad]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5], requires_grad=True)  # (3,) logits
F.cross_entropy(z, torch.tensor(1)).backward()
print("gradient:        ", z.grad)
p, y = z.detach().softmax(dim=0), torch.tensor([0.0, 1.0, 0.0])  # (3,), (3,)
print("softmax - target:", p - y)
# --8<-- [end:grad]
