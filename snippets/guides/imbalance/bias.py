# --8<-- [start:heads]
import torch
import torch.nn.functional as F

n = torch.tensor([900, 90, 10])  # (3,) rows of each class
prior = n / n.sum()  # (3,)
head = torch.nn.Linear(16, 3)
one = torch.nn.Linear(16, 1)  # one logit, for a class with 1 % of the rows
with torch.no_grad():
    head.bias.copy_(prior.log())
    one.bias.fill_(torch.tensor(0.01).logit())
    print(head.bias.softmax(dim=0), one.bias.sigmoid())
# --8<-- [end:heads]

# --8<-- [start:first]
y = torch.arange(3).repeat_interleave(n)  # (1000,)
balanced = n.sum() / (3 * n)  # (3,)
print("| bias | weights | first loss | gradient is 0 |")
print("| --- | --- | --: | --- |")
for name, start in ("zeros", torch.zeros(3)), ("log priors", prior.log()):
    for weights, w in ("none", None), ("balanced", balanced):
        bias = start.clone().requires_grad_()  # (3,)
        loss = F.cross_entropy(bias.expand(1000, 3), y, w)
        loss.backward()
        still = torch.allclose(bias.grad, torch.zeros(3), atol=1e-5)
        print(f"| {name} | {weights} | {loss:.4f} | {still} |")
# --8<-- [end:first]
