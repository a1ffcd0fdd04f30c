# --8<-- [start:default]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
c = torch.tensor([1, 0, 2, 2])  # (4,)
shares = logits / logits.sum(dim=1, keepdim=True)  # (4, 3) no softmax
print("default on logits:", F.nll_loss(shares.log(), c))
print("mean:             ", F.cross_entropy(logits, c))
# --8<-- [end:default]

# --8<-- [start:weights]
w = torch.tensor([1.0, 2.0, 5.0])[c]  # (4,)
losses = F.cross_entropy(logits, c, reduction="none")  # (4,)
print("divided by the rows:   ", (w * losses).sum() / 4)
print("divided by the weights:", (w * losses).sum() / w.sum())
# --8<-- [end:weights]

# --8<-- [start:ignored]
some = torch.tensor([1, -100, 2, 2])  # (4,)
print("one ignored:", F.cross_entropy(logits, some))
print("all ignored:", F.cross_entropy(logits, torch.full((4,), -100)))
# --8<-- [end:ignored]

# --8<-- [start:outside]
kept = torch.tensor([1.0, 1.0, 1.0, 0.0])  # (4,) the last label is wrong
print("a loss of 0, counted: ", (kept * losses).sum() / 4)
print("-100, a loss of 0 too:", F.cross_entropy(logits, some, reduction="none").mean())
# --8<-- [end:outside]
