# --8<-- [start:untrained]
import torch
import torch.nn.functional as F

equal = torch.zeros(3)  # (3,) logits
third = equal.softmax(dim=0)[0]
print("loss:", F.cross_entropy(equal, torch.tensor(0)))
print("probability, 1 / 3:", third)
print("logarithm to base 10:", -third.log10())
print("logarithm to base 2:", -third.log2())
# --8<-- [end:untrained]

# --8<-- [start:exp_or_softmax]
three_logs = torch.tensor([0.1, 0.7, 0.2]).log()  # (3,)
print("log-probabilities:", three_logs)
print("exp:", three_logs.exp())
print("softmax:", three_logs.softmax(dim=0))
print("softmax of exp:", three_logs.exp().softmax(dim=0))
# --8<-- [end:exp_or_softmax]

# --8<-- [start:third_step]
weight = torch.tensor(0.0, requires_grad=True)  # ()
descent = torch.optim.SGD([weight], lr=0.1)
for number in 1, 2, 3:
    (0.4 * weight).backward()
    before = weight.item()
    descent.step()
    moved = before - weight.item()
    print(f"step {number}: {moved:.2f}")
print(f"together: {-weight.item():.2f}")
# --8<-- [end:third_step]

# --8<-- [start:missing_log]
returned = torch.tensor([[0.05, 0.9, 0.05]])  # (1, 3) from a softmax
versicolor = torch.tensor([1])
print("NLLLoss of probabilities:", F.nll_loss(returned, versicolor))
print("NLLLoss of their logarithms:", F.nll_loss(returned.log(), versicolor))
print("1 - p:", 1 - returned[0, 1])
# --8<-- [end:missing_log]

# --8<-- [start:two_classes]
right = torch.tensor(0)
best = torch.tensor([1.0, 0.0])  # (2,) the limit of a softmax
print("two classes:", F.cross_entropy(best, right))
print("three classes:", F.cross_entropy(torch.tensor([1.0, 0.0, 0.0]), right))
print("equal logits:", F.cross_entropy(torch.zeros(2), right))
print(f"logits far apart: {F.cross_entropy(100 * best, right).abs():.4f}")
# --8<-- [end:two_classes]
