# --8<-- [start:mask]
import torch

logits = torch.tensor(
    [[[2.0, 0.0], [0.0, 1.0], [3.0, 0.0]], [[0.0, 2.0], [1.0, 0.0], [1.0, 0.0]]]
)  # (N, L, C)
labels = torch.tensor([[0, 1, 1], [1, -100, -100]])  # (N, L), two padded
valid = labels != -100  # (N, L)
predicted, kept = logits.argmax(dim=-1)[valid], labels[valid]  # (4,) each
hits = logits.argmax(dim=-1) == labels  # (N, L)
print("of valid positions:", (predicted == kept).sum() / valid.sum())
print("of all positions:  ", hits.float().mean())
print("mean of sequences: ", (hits.sum(dim=1) / valid.sum(dim=1)).mean())
# --8<-- [end:mask]

# --8<-- [start:confusion]
confusion = torch.bincount(2 * kept + predicted, minlength=4).view(2, 2)
print(confusion.tolist())  # a row for each target, a column for each prediction
try:
    torch.bincount(2 * labels.flatten() + logits.argmax(dim=-1).flatten())
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# --8<-- [end:confusion]
