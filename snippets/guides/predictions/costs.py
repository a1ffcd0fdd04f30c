# --8<-- [start:two]
import torch

missed, false_alarm = 9.0, 1.0  # what the two errors cost
t = false_alarm / (false_alarm + missed)
probs = torch.tensor([0.05, 0.2, 0.6])  # (3,) of class 1
print("threshold:", t)
print("predicted:", (probs > t).int())
# --8<-- [end:two]

# --8<-- [start:several]
probs = torch.softmax(torch.tensor([[2.5, 3.5, 1.5]]), dim=1)  # (1, 3)
cost = torch.tensor(  # (3, 3) rows: the true class, columns: the predicted
    [[0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [20.0, 20.0, 0.0]]
)
expected = probs @ cost  # (1, 3)
print("expected costs:", expected)
print("cheapest:      ", expected.argmin(dim=1))
print("most probable: ", probs.argmax(dim=1))
# --8<-- [end:several]
