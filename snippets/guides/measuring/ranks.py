# --8<-- [start:auc]
import torch


def auc(scores, targets):
    """The share of pairs with the positive row higher, a tie counted as one half."""
    pairs = scores[targets == 1].unsqueeze(1) - scores[targets == 0]  # (P, N)
    return ((pairs > 0).float() + (pairs == 0).float() / 2).mean()


z = torch.tensor([-1.0, -0.5, 2.0, 20.0, 21.0, 22.0])  # (6,)
y = torch.tensor([0, 1, 0, 0, 1, 1])  # (6,)
print("logits:       ", auc(z, y))
print("sigmoid:      ", auc(z.sigmoid(), y))
print("sigmoid of 20, 21, 22:", z[3:].sigmoid().tolist())
print("0/1 decisions:", auc((z > 0).float(), y))
# --8<-- [end:auc]

# --8<-- [start:two]
two = torch.tensor([[1.0, 3.0], [4.0, 5.0], [0.0, 1.0], [3.0, 4.5]])  # (4, 2)
c = torch.tensor([1, 0, 0, 1])  # (4,)
print("softmax:          ", auc(two.softmax(dim=1)[:, 1], c))
print("difference:       ", auc(two[:, 1] - two[:, 0], c))
print("logit of class 1: ", auc(two[:, 1], c))
print("softmax, class 0: ", auc(two.softmax(dim=1)[:, 0], c))
# --8<-- [end:two]

# --8<-- [start:threshold]
near = torch.tensor([-0.1, 0.0, 0.2, 0.6])  # (4,) logits
print((near.sigmoid() > 0.5).tolist())
print((near > 0).tolist())
print((near > 0.5).tolist())  # wrong: that is a probability of 0.62
# --8<-- [end:threshold]
