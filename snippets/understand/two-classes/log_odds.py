# --8<-- [start:table]
import torch

print("| probability | odds | logit |")
print("| --: | --: | --: |")
for p in torch.tensor([0.1, 0.25, 0.5, 0.75, 0.9]):
    print(f"| {p:.2f} | {p / (1 - p):.4f} | {torch.logit(p):.4f} |")
# --8<-- [end:table]

# --8<-- [start:shape]
import torch.nn.functional as F

d = torch.tensor([[-3.0], [1.4]])  # (2, 1) as nn.Linear(..., 1) returns it
targets = torch.tensor([0.0, 1.0])  # (2,)
try:
    F.binary_cross_entropy_with_logits(d, targets)
except ValueError as error:
    print("ValueError:", error)
print(F.binary_cross_entropy_with_logits(d.squeeze(1), targets))
# --8<-- [end:shape]

# --8<-- [start:types]
try:
    F.binary_cross_entropy_with_logits(d.squeeze(1), targets.long())
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:types]
