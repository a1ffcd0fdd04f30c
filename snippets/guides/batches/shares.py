# --8<-- [start:table]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3)
targets = torch.tensor([0, 0, 2, 1])  # (4,)
losses = F.cross_entropy(logits, targets, reduction="none")  # (4,)
true = torch.full((4,), 1 / 4)  # (4,)
share = torch.tensor([1 / 2, 1 / 6, 1 / 6, 1 / 6])  # (4,) in mean of means
print("| token | part | loss | share in the mean | in the mean of means |")
print("| --: | :-: | --: | --: | --: |")
for n, part in enumerate("abbb"):
    cells = losses[n], true[n], share[n]
    print(f"| {n} | {part} | " + " | ".join(f"{x:.4f}" for x in cells) + " |")
print(f"| all | | | {losses @ true:.4f} | {losses @ share:.4f} |")
# --8<-- [end:table]
