# --8<-- [start:shift]
import torch
import torch.nn.functional as F

raised = torch.tensor([3.5, 4.5, 2.5])  # (3,) each logit plus 1
print("each plus 1:", raised.softmax(dim=0)[1])
print("Boulder plus 1:", torch.tensor([2.5, 4.5, 1.5]).softmax(dim=0)[1])
print("old exp / new sum:", torch.tensor(3.5).exp() / raised.exp().sum())
# --8<-- [end:shift]

# --8<-- [start:minus_log]
three = torch.tensor([0.5, 0.25, 0.25])  # (3,) Boulder is the second
print("minus the logarithm:", -three[1].log())
print("of the likeliest city:", -three.max().log())
print("to base 10:", -three[1].log10())
print("without the sign:", three[1].log())
# --8<-- [end:minus_log]

# --8<-- [start:on_logits]
row, index_2 = torch.tensor([[1.0, 0.5, 2.0]]), torch.tensor([2])  # (1, 3), (1,)
for name, z in ("as they are", row), ("plus 10", row + 10):
    print(f"{name}: nll_loss", F.nll_loss(z, index_2), end=", ")
    print("cross_entropy", F.cross_entropy(z, index_2))
# --8<-- [end:on_logits]

# --8<-- [start:denominator]
index, per_class = torch.tensor([0, 2, 2, 1]), torch.tensor([1.0, 2.0, 4.0])
print("weights of the targets:", per_class[index].sum())
print("rows:", len(index))
print("weights of the classes:", per_class.sum())
rows = torch.tensor([[2.5, 3.5, 1.5]]).log_softmax(dim=1).expand(4, 3)  # (4, 3)
total = F.nll_loss(rows, index, weight=per_class, reduction="sum")
mean = F.nll_loss(rows, index, weight=per_class)
print("sum / 11 is the mean:", torch.allclose(total / 11, mean))
# --8<-- [end:denominator]

# --8<-- [start:perfect]
output, right = torch.tensor([0.0, 1.0, 0.0]), torch.tensor(1)  # (3,), ()
print("cross_entropy:", F.cross_entropy(output, right))
print("logarithm of 1:", output[right].log())
print("logsumexp:", output.logsumexp(dim=0))
print("equal logits:", F.cross_entropy(torch.zeros(3), right))
# --8<-- [end:perfect]
