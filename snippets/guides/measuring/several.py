# --8<-- [start:auc]
import torch
from sklearn.metrics import roc_auc_score

target = [0, 1, 2, 2]
logits = torch.tensor([[2.0, 0.0, 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 3.0], [1.0, 0.5, 0.0]])  # (N, C)
print(f"{roc_auc_score(target, logits.softmax(dim=1), multi_class='ovr'):.4f}")
try:
    roc_auc_score(target, logits, multi_class="ovr")
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:auc]

# --8<-- [start:labels]
import warnings

labels = torch.tensor([[1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 0]])  # (N, L): no row has label 2
logits = torch.tensor([[2.0, -1.0, -3.0], [1.0, 3.0, -2.0], [1.5, -2.0, -4.0], [-1.0, 0.5, -1.0]])  # (N, L)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    each = torch.from_numpy(roc_auc_score(labels, logits, average=None))  # (L,)
    print("mean of all:", roc_auc_score(labels, logits))
print("warns:", caught[0].message)
print("each:", each.tolist())
defined = ~each.isnan()
print(f"mean of {defined.sum()}: {each[defined].mean()}")
# --8<-- [end:labels]
