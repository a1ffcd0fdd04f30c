# --8<-- [start:define]
import torch


def softmax(x):
    return torch.exp(x) / torch.exp(x).sum(dim=1, keepdim=True)


x = torch.tensor([[1.0, 2.0, 4.0], [-3.0, 0.0, 0.0]])  # (2, 3)
print(softmax(x))
# --8<-- [end:define]

# --8<-- [start:guarantees]
p = softmax(x)  # (2, 3)
print(bool((p > 0).all()), bool((p < 1).all()))
print(torch.allclose(p.sum(dim=1), torch.ones(2)))
# --8<-- [end:guarantees]

# --8<-- [start:rounding]
print(softmax(torch.tensor([[0.0, -104.0]])))
thirds = softmax(torch.zeros(1, 3))  # (1, 3)
print(f"{thirds.double().sum():.8f}")
# --8<-- [end:rounding]

# --8<-- [start:shift]
print(torch.allclose(softmax(x + 10), softmax(x)))
# --8<-- [end:shift]


# --8<-- [start:keepdim]
def without_keepdim(x):
    return torch.exp(x) / torch.exp(x).sum(dim=1)


try:
    without_keepdim(x)  # (2, 3) / (2,)
except RuntimeError as error:
    print("RuntimeError:", error)
square = torch.tensor([[1.0, 2.0], [0.0, 0.0]])  # (2, 2)
print(without_keepdim(square))  # (2, 2) / (2,)
print(softmax(square))
print(without_keepdim(torch.zeros(3, 1)).shape)  # (3, 1) / (3,)
# --8<-- [end:keepdim]

# --8<-- [start:limits]
for row in [100.0, 0.0, 0.0], [-104.0, -104.0, -104.0]:
    print(softmax(torch.tensor([row])))
    print(torch.softmax(torch.tensor([row]), dim=1))
# --8<-- [end:limits]
