# --8<-- [start:terms]
import torch
import torch.nn as nn
import torch.nn.functional as F

probs = torch.tensor([2.5, 3.5, 1.5]).softmax(dim=0)  # (3,)
target = torch.tensor([0.0, 1.0, 0.0])  # (3,) one-hot: Boulder
terms = (probs - target) ** 2  # (3,)
print(terms)
print(terms.sum())
# --8<-- [end:terms]

# --8<-- [start:printed]
terms = (torch.tensor([0.20, 0.70, 0.10]) - target) ** 2
print(terms)
print(terms.sum())
# --8<-- [end:printed]

# --8<-- [start:batch]
logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3) a row per person
targets = F.one_hot(torch.tensor([1, 0, 2, 2]), num_classes=3).float()  # (4, 3)
per_person = ((logits.softmax(dim=1) - targets) ** 2).sum(dim=1)  # (4,)
print(per_person)
print(per_person.mean())
# --8<-- [end:batch]

# --8<-- [start:last_row]
print(logits[3].softmax(dim=0), "target:", targets[3])
# --8<-- [end:last_row]

# --8<-- [start:mse_loss]
print("entries:", targets.numel(), "people:", len(targets))
print(nn.MSELoss()(logits.softmax(dim=1), targets))
print(per_person.mean() / 3)
# --8<-- [end:mse_loss]
