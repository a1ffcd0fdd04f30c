# --8<-- [start:amplify]
import torch

for p, q in torch.tensor([[0.01, 0.02], [0.98, 0.99]]):
    print(f"{p:.2f} and {q:.2f} differ by {q - p:.2f}", end=", ")
    print(f"their losses by {q.log() - p.log():.4f}")
# --8<-- [end:amplify]

# --8<-- [start:product]
probs = torch.full((50,), 0.1)  # (50,) of 50 right classes
print(probs.prod())
print(probs.log().sum())
# --8<-- [end:product]

# --8<-- [start:neither]
logits = torch.tensor([104.0, 0.0])  # (2,) the second class is right
shifted = logits - logits.max()  # (2,) none above 0
print(-(shifted.exp() / shifted.exp().sum())[1].log())
print(-torch.softmax(logits, dim=0)[1].log())
print(-torch.log_softmax(logits, dim=0)[1])
# --8<-- [end:neither]

# --8<-- [start:overflow]
exps = logits.exp()  # (2,)
print(exps)
print((exps / exps.sum()).log())
# --8<-- [end:overflow]
