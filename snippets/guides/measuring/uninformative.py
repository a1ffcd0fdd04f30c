# --8<-- [start:chance]
from sklearn.metrics import auc, average_precision_score, precision_recall_curve, roc_auc_score

target = [1] + [0] * 19
scores = [0.5] * 20  # which say nothing about the targets
print("AUC:              ", roc_auc_score(target, scores))
print("average precision:", average_precision_score(target, scores))
precision, recall, _ = precision_recall_curve(target, scores)
print("straight lines:   ", auc(recall, precision))
# --8<-- [end:chance]
