# --8<-- [start:rows]
import torch
import torch.nn.functional as F

logits = torch.tensor([5.0, 4.0, 3.0, 2.0, -1.0, -2.0, -3.0, -4.0])  # (8,) of class 1
targets = torch.tensor([1, 1, 0, 0, 1, 1, 0, 0])  # (8,)
# --8<-- [end:rows]


# --8<-- [start:measures]
def f1(z, y):
    tp, wrong = ((z > 0) & (y == 1)).sum(), ((z > 0) != (y == 1)).sum()
    return 2 * tp / (2 * tp + wrong)


def auc(z, y):  # without ties: the share of pairs in which the positive row is higher
    return (z[y == 1].unsqueeze(1) > z[y == 0]).float().mean()


def ece(z, y, bins=10):
    confidence, gaps = z.abs().sigmoid(), torch.zeros(bins)
    gap = confidence - ((z > 0) == (y == 1)).float()
    return gaps.index_add(0, (confidence * bins).long(), gap).abs().sum() / len(z)


measures = {
    "accuracy": lambda z, y: ((z > 0) == (y == 1)).float().mean(),
    "NLL": lambda z, y: F.binary_cross_entropy_with_logits(z, y.float()),
    "Brier score": lambda z, y: (z.sigmoid() - y).square().mean(),
    "perplexity": lambda z, y: F.binary_cross_entropy_with_logits(z, y.float()).exp(),
    "F1": f1,
    "ECE": ece,
    "AUC": auc,
}
# --8<-- [end:measures]

# --8<-- [start:table]
print("| measure | batch 1 | batch 2 | mean of both | all rows |")
print("| --- | --: | --: | --: | --: |")
for name, measure in measures.items():
    each = torch.stack([measure(logits[:4], targets[:4]), measure(logits[4:], targets[4:])])  # (2,)
    whole = measure(logits, targets)
    print(f"| {name} | {each[0]:.4f} | {each[1]:.4f} | {each.mean():.4f} | {whole:.4f} |")
# --8<-- [end:table]
