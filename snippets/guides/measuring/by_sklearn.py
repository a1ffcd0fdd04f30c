# --8<-- [start:same]
import torch
import torch.nn.functional as F
from sklearn import metrics

z = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]])
c = torch.tensor([1, 0, 2, 2])  # (4,)
p, y = z.double().softmax(dim=1), F.one_hot(c)  # (4, 3) each
hits = (z.topk(2, dim=1).indices == c.unsqueeze(1)).any(dim=1)  # (4,)
best, brier = z.argmax(dim=1), (p - y).square().sum(dim=1).mean()
rows = [
    ("accuracy", (best == c).float().mean(), metrics.accuracy_score(c, best)),
    ("top-2 accuracy", hits.float().mean(), metrics.top_k_accuracy_score(c, z, k=2)),
    ("NLL", F.cross_entropy(z, c), metrics.log_loss(c, p)),
    ("Brier score", brier, metrics.brier_score_loss(c, p)),
]
print("| measure | torch | scikit-learn |")
print("| --- | --: | --: |")
for name, by_torch, by_sklearn in rows:
    print(f"| {name} | {by_torch:.4f} | {by_sklearn:.4f} |")
# --8<-- [end:same]

# --8<-- [start:logits]
calls = {
    "log_loss": lambda: metrics.log_loss(c, z),
    "roc_auc_score": lambda: metrics.roc_auc_score(c, z, multi_class="ovr"),
    "accuracy_score": lambda: metrics.accuracy_score(c, z),
    "f1_score": lambda: metrics.f1_score(c, best),
}
for name, call in calls.items():
    try:
        print(name, call())
    except ValueError as error:
        print(name)
        print(f"ValueError: {error}")
# --8<-- [end:logits]

# --8<-- [start:ties]
tied = torch.tensor([[1.0, 1.0, 0.0]])  # (1, 3)
for target in 0, 1:
    hit = metrics.top_k_accuracy_score([target], tied, k=1, labels=[0, 1, 2])
    print(target, (tied.argmax(dim=1) == target).float().item(), hit)
# --8<-- [end:ties]
