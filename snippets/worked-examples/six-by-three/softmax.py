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

# --8<-- [start:keepdim]
print(torch.exp(x).sum(dim=1).shape)
print(torch.exp(x).sum(dim=1, keepdim=True).shape)
# --8<-- [end:keepdim]

# --8<-- [start:limits]
print(softmax(torch.tensor([[100.0, 0.0, 0.0]])))
print(torch.softmax(torch.tensor([[100.0, 0.0, 0.0]]), dim=1))
# --8<-- [end:limits]
