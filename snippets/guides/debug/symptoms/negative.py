# --8<-- [start:nll]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
target = torch.tensor([1])  # (1,)
print("logits:           ", F.nll_loss(logits, target))
print("probabilities:    ", F.nll_loss(logits.softmax(dim=1), target))
print("log-probabilities:", F.nll_loss(logits.log_softmax(dim=1), target))
# --8<-- [end:nll]

# --8<-- [start:targets]
minus = torch.tensor([[-1.0, 1.0, -1.0]])  # (1, 3) not probabilities
print("target:", F.cross_entropy(logits, minus))
w = torch.tensor([1.0, -1.0, 1.0])  # (3,)
print("weight:", F.cross_entropy(logits, target, weight=w, reduction="sum"))
# --8<-- [end:targets]

# --8<-- [start:others]
z = torch.tensor([2.0, -2.0])  # (2,)
signs = torch.tensor([1.0, -1.0])  # (2,)
print("signs:            ", F.binary_cross_entropy_with_logits(z, signs))
zero_or_one = (signs + 1) / 2  # (2,)
print("zeros and ones:   ", F.binary_cross_entropy_with_logits(z, zero_or_one))
# --8<-- [end:others]

# --8<-- [start:kl]
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3)
p, log_p = logits.softmax(dim=1), logits.log_softmax(dim=1)  # (1, 3) each
print("probabilities:    ", F.kl_div(p, one_hot, reduction="batchmean"))
print("log-probabilities:", F.kl_div(log_p, one_hot, reduction="batchmean"))
less = torch.tensor([[0.1, 0.2, 0.1]])  # (1, 3) adds up to 0.4
print("target below one: ", F.kl_div(log_p, less, reduction="batchmean"))
whole = less / less.sum(dim=1, keepdim=True)  # (1, 3)
print("normalised:       ", F.kl_div(log_p, whole, reduction="batchmean"))
# --8<-- [end:kl]

# --8<-- [start:padded]
scores = torch.tensor([[4.0, 3.0, -4.0]])  # (1, 3)
indices = torch.tensor([[0, 2, -1]])  # (1, 3) classes 0 and 2, then padding
print("indices:       ", F.multilabel_soft_margin_loss(scores, indices))
labels = torch.tensor([[1.0, 0.0, 1.0]])  # (1, 3)
print("zeros and ones:", F.multilabel_soft_margin_loss(scores, labels))
# --8<-- [end:padded]

# --8<-- [start:ignored]
z, y = torch.tensor([2.0, -2.0, -3.0]), torch.tensor([1.0, 0.0, -100.0])  # (3,)
valid = y != -100  # (3,)
print("with -100:", F.binary_cross_entropy_with_logits(z, y))
print("valid:    ", F.binary_cross_entropy_with_logits(z[valid], y[valid]))
# --8<-- [end:ignored]

# --8<-- [start:density]
mean, target, var = torch.tensor([[0.0], [0.0], [0.01]])  # (1,) each
print(F.gaussian_nll_loss(mean, target, var))
# --8<-- [end:density]
