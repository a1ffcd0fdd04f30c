# --8<-- [start:both]
import torch
import torch.nn.functional as F

y = torch.tensor([[1.0, 1.0, 0.0]])  # (1, 3), two labels apply
for lead in 3.0, 9.0:
    z = torch.tensor([[lead, lead, -lead]])  # (1, 3), and the model knows
    print(F.cross_entropy(z, y), F.binary_cross_entropy_with_logits(z, y))
# --8<-- [end:both]

# --8<-- [start:compete]
z = torch.tensor([[3.0, 3.0, -3.0]])  # (1, 3)
print(z.softmax(dim=1), z.sigmoid(), sep="\n")
# --8<-- [end:compete]

# --8<-- [start:none]
nothing = torch.tensor([[0.0, 0.0, 0.0]])  # (1, 3), no label applies
wrong = torch.tensor([[9.0, -9.0, -9.0]])  # (1, 3), the model claims one
print((F.cross_entropy(wrong, nothing) == 0).item())
print(F.binary_cross_entropy_with_logits(wrong, nothing))
# --8<-- [end:none]
