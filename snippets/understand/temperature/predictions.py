# --8<-- [start:four]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print("T = 1:", logits.softmax(dim=0)[1])
print("T = 4:", (logits / 4).softmax(dim=0)[1])
print("a quarter of the probability:", logits.softmax(dim=0)[1] / 4)
print("T = 1 / 4:", (4 * logits).softmax(dim=0)[1])
# --8<-- [end:four]

# --8<-- [start:limit]
four = torch.tensor([2.5, 3.5, 1.5, 0.0])  # (4,) the second class is right
p = (four / 1e6).softmax(dim=0)[1]
print("T = 1e6, probability:", p)
print("loss:", -p.log())
print("to base 10:", -p.log10())
print("T = 0.01, loss:", f"{(four / 0.01).log_softmax(dim=0)[1].abs():.4f}")
# --8<-- [end:limit]

# --8<-- [start:all_right]
rows = torch.tensor([[2.0, 1.0], [0.0, 3.0]])  # (2, 2)
right = torch.tensor([0, 1])  # (2,)
for T in 0.1, 1.0, 100.0:
    print(f"T = {T:g}: loss {F.cross_entropy(rows / T, right):.4f}")
# --8<-- [end:all_right]

# --8<-- [start:two_bins]
counts = torch.tensor([4.0, 6.0])  # (2,) predictions in each bin
right, confidence = torch.tensor([2.0, 3.0]), torch.tensor([0.9, 0.5])
gaps = (confidence - right / counts).abs()  # (2,)
print("gaps:", gaps)
print(f"weighted mean: {(counts * gaps).sum() / counts.sum():.2f}, of {counts.sum():g}")
print(f"plain mean: {gaps.mean():.2f}")
print(f"largest: {gaps.max():.2f}")
# --8<-- [end:two_bins]

# --8<-- [start:divided]
z = torch.zeros(2, requires_grad=True)  # (2,)
loss = F.cross_entropy(z / 4, torch.tensor(0))
gradient = torch.autograd.grad(loss, z)[0][0]  # () of the right class
print(f"gradient at T = 4: {gradient:.4f}")
print(f"times 4: {4 * gradient:.4f}")
print(f"times 4 twice: {16 * gradient:.4f}")
print(f"the step's sign: {-gradient:.4f}")
# --8<-- [end:divided]
