# --8<-- [start:loss]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,) one per class
target = torch.tensor(1)  # () the index of the right class
print(F.cross_entropy(logits, target))
# --8<-- [end:loss]

# --8<-- [start:by_hand]
log_sum = logits.exp().sum().log()  # ()
print(log_sum)
print(log_sum - logits[1])
# --8<-- [end:by_hand]
