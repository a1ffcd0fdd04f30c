# --8<-- [start:f1]
import torch

tp, fp, fn = torch.tensor([[8.0, 1.0], [0.0, 3.0], [0.0, 4.0]])  # (2,) each: both batches
each = 2 * tp / (2 * tp + fp + fn)  # (2,)
TP, FP, FN = tp.sum(), fp.sum(), fn.sum()
print(f"{TP:g} right, {FP:g} and {FN:g} wrong: {2 * TP / (2 * TP + FP + FN):.2f}")
print(f"mean of both:    {each.mean():.2f}", "of", each)
print(f"without the 2:   {TP / (TP + FP + FN):.2f}")
print(f"precision:       {TP / (TP + FP):.2f}")
print(f"recall:          {TP / (TP + FN):.2f}")
# --8<-- [end:f1]

# --8<-- [start:sure]
p = torch.tensor([0.9] * 9 + [0.0001])  # (10,) of the right class
print(f"mean loss:           {-p.log().mean():.2f}")
print(f"the tenth row:       {-p[9].log():.2f}")
print(f"nine rows alone:     {-p[:9].log().mean():.2f}")
print(f"loss of the mean p:  {-p.mean().log():.2f}")
print(f"logarithm to base 10: {-p.log10().mean():.2f}")
# --8<-- [end:sure]

# --8<-- [start:recall]
right, rows = torch.tensor([90.0, 2.0]), torch.tensor([90.0, 10.0])  # (2,) of each class
recall = right / rows  # (2,)
print(f"macro recall:      {recall.mean():.2f}")
print(f"accuracy:          {right.sum() / rows.sum():.2f}")
print(f"of the rare class: {recall[1]:.2f}")
# --8<-- [end:recall]

# --8<-- [start:tie]
positives, negatives = torch.tensor([3.0, 1.0]), torch.tensor([2.0, 1.0, 0.0])  # (2,), (3,)
gaps = positives.unsqueeze(1) - negatives  # (2, 3)
for name, tie in ("half", 0.5), ("lost", 0.0), ("won", 1.0):
    print(f"a tie is {name}: {((gaps > 0) + tie * (gaps == 0)).mean():.2f}")
# --8<-- [end:tie]

# --8<-- [start:brier]
p, y = torch.tensor([0.7, 0.2, 0.1]), torch.tensor([1.0, 0.0, 0.0])  # (3,) each
off = (p - y).abs()  # (3,)
print("off by:", off, "squared:", off.square())
print(f"sum:             {off.square().sum():.2f}")
print(f"the right class: {off.square()[0]:.2f}")
print(f"mean:            {off.square().mean():.2f}")
print(f"not squared:     {off.sum():.2f}")
# --8<-- [end:brier]
