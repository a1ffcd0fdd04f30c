# --8<-- [start:loss]
import torch
import torch.nn.functional as F


def supcon(z, labels, temperature=0.1):
    z = F.normalize(z, dim=1)  # (N, D)
    itself = torch.eye(len(z), dtype=torch.bool, device=z.device)  # (N, N)
    logits = z @ z.T / temperature  # (N, N)
    logits = logits.masked_fill(itself, torch.finfo(logits.dtype).min)
    positive = (labels[:, None] == labels) & ~itself  # (N, N)
    kept = positive.any(dim=1)  # (N,) an anchor alone in its class has no loss
    shares = positive[kept] / positive[kept].sum(dim=1, keepdim=True)
    return F.cross_entropy(logits[kept], shares)


z = torch.tensor(
    [[1.0, 0.0], [0.8, 0.6], [0.6, 0.8], [-1.0, 0.0], [-0.6, 0.8], [0.0, -1.0]]
)  # (6, 2)
labels = torch.tensor([0, 0, 0, 1, 1, 2])  # (6,)
print("loss:    ", supcon(z, labels))
perfect = F.one_hot(labels).float()  # (6, 3) one point for each class
print("floor:   ", supcon(perfect, labels, 0.01))
print("3/5 ln 2:", 3 / 5 * torch.tensor(2.0).log())
# --8<-- [end:loss]

# --8<-- [start:nan]
z = F.normalize(z, dim=1)  # (6, 2)
itself = torch.eye(6, dtype=torch.bool)
positive = (labels[:, None] == labels) & ~itself  # (6, 6)
kept = positive.any(dim=1)  # (6,)
count = positive.sum(dim=1, keepdim=True)  # (6, 1)
logits = (z @ z.T / 0.1).masked_fill(itself, -torch.inf)  # (6, 6)
shares = positive / count  # (6, 6) the last row is 0 / 0
print("minus infinity:         ", F.cross_entropy(logits[kept], shares[kept]))
finite = logits.masked_fill(itself, torch.finfo(z.dtype).min)  # (6, 6)
print("an anchor left alone:   ", F.cross_entropy(finite, shares))
log_probs = finite.log_softmax(dim=1)  # (6, 6)
outside = -(log_probs * shares)[kept].sum(dim=1)  # (5,)
inside = -(log_probs.exp() * shares)[kept].sum(dim=1).log()  # (5,)
print("mean of the logs, L_out:", outside.mean())
print("log of the mean, L_in:  ", inside.mean())
# --8<-- [end:nan]
