# --8<-- [start:by_hand]
import torch

z = torch.tensor([2.5, 3.5, 1.5])  # (3,)
p = z.softmax(dim=0)  # (3,)
J = p.diag() - p.outer(p)  # (3, 3)
print(p)
print(J)
# --8<-- [end:by_hand]

# --8<-- [start:autograd]
auto = torch.func.jacrev(lambda z: z.softmax(dim=0))(z)  # (3, 3)
print(torch.allclose(auto, J))
# --8<-- [end:autograd]

# --8<-- [start:sums]
print("symmetric:  ", torch.equal(J, J.T))
print("row sums 0: ", torch.allclose(J.sum(dim=1), torch.zeros(3), atol=1e-6))
print("column sums:", torch.allclose(J.sum(dim=0), torch.zeros(3), atol=1e-6))
# --8<-- [end:sums]
