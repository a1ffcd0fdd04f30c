# --8<-- [start:sums]
import torch

logits = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
log_probs = torch.log_softmax(logits, dim=1)  # (2, 3)
print("exp(logits):  ", logits.exp()[0], "sum", logits.exp()[0].sum())
print("exp(log-probs):", log_probs.exp()[0])
ones = torch.ones(2)  # (2,) what each row of probabilities adds up to
print(torch.allclose(logits.exp().sum(dim=1), ones))
print(torch.allclose(log_probs.exp().sum(dim=1), ones))
# --8<-- [end:sums]

# --8<-- [start:again]
probs = torch.softmax(logits, dim=1)  # (2, 3)
print("softmax of log-probabilities:", torch.softmax(log_probs, dim=1)[0])
print("softmax of probabilities:    ", torch.softmax(probs, dim=1)[0])
# --8<-- [end:again]
