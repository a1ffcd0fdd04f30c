# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
losses = F.cross_entropy(logits, target, reduction="none")  # (2,)
for convert in (torch.Tensor.item, float):
    try:
        convert(losses)
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(f"{losses.mean().item():.4f}")
print([f"{each:.4f}" for each in losses.tolist()])
# --8<-- [end:fix]
