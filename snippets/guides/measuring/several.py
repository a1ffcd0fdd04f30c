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
