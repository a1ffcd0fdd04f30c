# --8<-- [start:error]
import torch

logits = torch.tensor([[1.0, 2.0], [0.0, 3.0]])  # (2, 2)
logits = logits / torch.tensor([[1.0], [0.0]])  # (2, 2) the second row at a temperature of zero
try:
    torch.multinomial(logits.softmax(dim=1), num_samples=1)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(logits.isfinite().all(dim=1))
# --8<-- [end:fix]
