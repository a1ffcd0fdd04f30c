# --8<-- [start:zero]
import torch
import torch.nn.functional as F

scores = torch.tensor([[2.0], [-3.0]], requires_grad=True)  # (2, 1)
labels = torch.tensor([[0.0], [1.0]])  # (2, 1)

loss = F.cross_entropy(scores, labels)
loss.backward()
print((loss == 0).item(), (scores.grad == 0).tolist())
print(f"{F.binary_cross_entropy_with_logits(scores, labels):.4f}")
# --8<-- [end:zero]
