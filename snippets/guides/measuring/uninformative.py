# --8<-- [start:chance]
from sklearn.metrics import average_precision_score, roc_auc_score

target = [1] + [0] * 19
scores = [0.5] * 20  # which say nothing about the targets
print("AUC:              ", roc_auc_score(target, scores))
print("average precision:", average_precision_score(target, scores))
# --8<-- [end:chance]
