# --8<-- [start:never]
import torch
import torch.nn.functional as F

labels = torch.tensor([0] * 97 + [1] * 3)  # (100,)
predicted = torch.zeros(100, dtype=torch.int64)  # (100,)
hits = (predicted == labels).float()  # (100,)
recalls = torch.stack([hits[labels == k].mean() for k in (0, 1)])  # (2,)
print(f"balanced accuracy: {recalls.mean():.1f}, accuracy: {hits.mean():.2f}")
print(f"recalls: {recalls[0]:.1f}, {recalls[1]:.1f}")
# --8<-- [end:never]

# --8<-- [start:odds]
share = torch.tensor(0.1)
odds = share / (1 - share)
print("balanced:", f"{9 * odds / (1 + 9 * odds):.1f}, odds {9 * odds:.1f}")
print(f"share: {share:.1f}, times 9: {9 * share:.1f}")
print(f"odds divided by 9: {odds / 9 / (1 + odds / 9):.4f}")
# --8<-- [end:odds]

# --8<-- [start:threshold]
w = torch.tensor(4.0)
at = 1 / (1 + w)
print(f"threshold: 1 / {1 + w:.0f} = {at:.1f}, its odds: {at / (1 - at):.2f}")
print(f"weighted odds: {w * at / (1 - at):.1f}")
print(f"weights swapped: {w / (1 + w):.1f}, without weights: {1 / (1 + 1)}")
# --8<-- [end:threshold]

# --8<-- [start:balanced]
few = torch.tensor([90.0, 10.0])  # (2,)
weights = few.sum() / (len(few) * few)  # (2,)
print(f"balanced: {weights[0]:.2f}, {weights[1]:.1f}, rows: {few.sum():.0f}")
print(f"inverse frequency: {few.sum() / few[1]:.1f}")
print(f"relative: {weights[1] / weights[0]:.1f}")
# --8<-- [end:balanced]

# --8<-- [start:adjusted]
equal, priors = torch.zeros(2), torch.tensor([0.8, 0.2])  # (2,), (2,)
print(f"subtracted: {(equal - priors.log()).softmax(dim=0)[1]:.1f}")
print(f"added: {(equal + priors.log()).softmax(dim=0)[1]:.1f}")
print(f"plain: {equal.softmax(dim=0)[1]:.1f}, ratio: {priors[0] / priors[1]:.0f}")
print(f"less the prior: {equal.softmax(dim=0)[1] - priors[1]:.1f}")
# --8<-- [end:adjusted]

# --8<-- [start:first-loss]
priors = torch.tensor([0.5, 0.25, 0.25])  # (3,)
labels = torch.tensor([0, 0, 1, 2])  # (4,), in these shares
losses = F.cross_entropy(priors.log().expand(4, 3), labels, reduction="none")  # (4,)
print("losses:", losses, "mean:", losses.mean())
print("zero biases:", F.cross_entropy(torch.zeros(4, 3), labels))
print("mean of the classes:", losses[1:].mean())
# --8<-- [end:first-loss]
