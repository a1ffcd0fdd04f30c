# --8<-- [start:shapes]
import torch

logits = torch.tensor(
    [
        [[2.0, 0.0, 1.0, 0.0], [0.0, 3.0, 1.0, 0.0], [0.0, 0.0, 3.0, 4.0]],
        [[1.0, 5.0, 0.0, 0.0], [2.0, 0.0, 0.0, 1.0], [0.0, 0.0, 2.0, 0.0]],
    ]
)  # (N, C, L) = (2, 3, 4)
print("classes:  ", logits.argmax(dim=1).tolist())  # (N, L)
print("positions:", logits.argmax(dim=-1).tolist())  # (N, C) wrong
print("one index:", logits.argmax())  # in the flattened tensor
# --8<-- [end:shapes]

# --8<-- [start:sequence]
best = logits.log_softmax(dim=1).amax(dim=1)  # (2, 4)
print("each position: ", best.exp())
print("whole sequence:", best.sum(dim=1).exp())
print("per position, on average:", best.mean(dim=1).exp())
# --8<-- [end:sequence]
