# --8<-- [start:define]
import torch
import torch.nn.functional as F


def token_log_probs(logits, labels):  # (N, L, V), (N, L)
    targets = labels[:, 1:]  # (N, L - 1)
    keep = targets != -100
    index = targets.masked_fill(~keep, 0).unsqueeze(2)  # any valid id
    log_p = logits[:, :-1].log_softmax(dim=2).gather(2, index).squeeze(2)
    return log_p.masked_fill(~keep, 0.0), keep
# --8<-- [end:define]

# --8<-- [start:use]
table = torch.tensor([[0, 2, 1, 0], [0, 0, 2, 1], [1, 0, 0, 2], [2, 1, 0, 0]])
ids = torch.tensor([[3, 1, 2, 0], [1, 3, 0, 0]])  # (N, L)
labels = torch.tensor([[3, 1, 2, 0], [1, 3, 0, -100]])  # (N, L)
logits = torch.tensor(2.0).log() * table[ids]  # (N, L, V)
log_p, keep = token_log_probs(logits, labels)  # (N, L - 1) each
print("sum: ", log_p.sum(dim=1))
print("mean:", log_p.sum(dim=1) / keep.sum(dim=1))
z, y = logits[:, :-1].transpose(1, 2), labels[:, 1:]  # (N, V, L - 1), (N, L - 1)
print(torch.allclose(-F.cross_entropy(z, y, reduction="none"), log_p))
# --8<-- [end:use]

# --8<-- [start:rows]
scores, tokens = logits[0, :-1], ids[0, 1:]  # (L - 1, V), (L - 1,)
totals = torch.stack([row.logsumexp(dim=0) for row in scores])  # (L - 1,)
by_row = scores.gather(1, tokens[:, None]).squeeze(1) - totals  # (L - 1,)
print(torch.allclose(by_row, log_p[0]))
# --8<-- [end:rows]

# --8<-- [start:index]
try:
    logits[:, :-1].log_softmax(dim=2).gather(2, y.unsqueeze(2))
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:index]

# --8<-- [start:preference]
reference, _ = token_log_probs(torch.zeros(2, 4, 4), labels)  # (N, L - 1)
gain = (log_p - reference).sum(dim=1)  # (N,): row 0 is chosen, row 1 rejected
beta = 0.1
for name, (chosen, rejected) in ("sum", gain), ("mean", gain / keep.sum(dim=1)):
    print(f"by {name}: {-F.logsigmoid(beta * (chosen - rejected)):.4f}")
# --8<-- [end:preference]
