# --8<-- [start:confusion]
import torch

targets = torch.tensor([0, 0, 0, 0, 0, 0, 1, 1, 1, 2])  # (10,)
predicted = torch.tensor([0, 0, 0, 0, 0, 1, 1, 1, 0, 0])  # (10,) logits.argmax(dim=1)
confusion = torch.bincount(3 * targets + predicted, minlength=9).view(3, 3).float()
tp = confusion.diag()  # (3,)
of_target, of_predicted = confusion.sum(dim=1), confusion.sum(dim=0)  # (3,) each
f1 = 2 * tp / (of_target + of_predicted)  # (3,) = 2 TP / (2 TP + FP + FN)
print("F1 of each class:", f1)
print("macro:   ", f1.mean())
print("weighted:", (f1 * of_target).sum() / of_target.sum())
print("micro:   ", 2 * tp.sum() / (of_target.sum() + of_predicted.sum()))
print("accuracy:", (predicted == targets).float().mean())
# --8<-- [end:confusion]

# --8<-- [start:others]
recall, precision = tp / of_target, tp / of_predicted.clamp(min=1)  # (3,) each
p, r = precision.mean(), recall.mean()
print("balanced accuracy:", r)
print("F1 of the means:  ", 2 * p * r / (p + r))
micro = 2 * tp[1:].sum() / (of_target[1:].sum() + of_predicted[1:].sum())
print("micro without class 0:", micro)
tn = confusion.sum() - of_target - of_predicted + tp  # (3,)
print("specificity:", tn / (tn + of_predicted - tp))
# --8<-- [end:others]

# --8<-- [start:empty]
import warnings

from sklearn.metrics import f1_score, precision_score

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f1_score([0, 0], [0, 0]), f1_score([0, 0], [0, 0], zero_division=1.0))
    print(f"macro precision: {precision_score(targets, predicted, average='macro'):.4f}")
print(*[warning.message for warning in caught], sep="\n")
# --8<-- [end:empty]

# --8<-- [start:labels]
several = torch.tensor([[1, 0, 0, 1], [0, 0, 0, 1], [1, 0, 0, 0]])  # (N, K) targets
found = torch.tensor([[1, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0]])  # (N, K) logits > 0
print("labels right: ", (found == several).float().mean())
print("rows right:   ", (found == several).all(dim=1).float().mean())
print("nothing found:", (several == 0).float().mean())
# --8<-- [end:labels]
