# --8<-- [start:one]
import torch
import torch.nn.functional as F

probs = torch.tensor([2.5, 3.5, 1.5]).softmax(dim=0)  # (3,)
target = torch.tensor([0.0, 1.0, 0.0])  # (3,) one-hot: Boulder
print(-(target * probs.log()).sum())
print(-probs[1].log())
# --8<-- [end:one]

# --8<-- [start:printed]
print(-torch.tensor(0.70).log())
# --8<-- [end:printed]

# --8<-- [start:others]
print(-torch.tensor([3.5, 3.5, 1.5]).softmax(dim=0)[1].log())
# --8<-- [end:others]

# --8<-- [start:batch]
logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
targets = F.one_hot(torch.tensor([1, 0, 2, 2]), num_classes=3).float()  # (4, 3)
per_person = -(targets * logits.softmax(dim=1).log()).sum(dim=1)  # (4,)
print(per_person)
print(per_person.mean())
# --8<-- [end:batch]
