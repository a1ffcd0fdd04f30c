# --8<-- [start:nll]
import torch

log_p = torch.tensor(-0.5)
print("exp:", log_p.exp())
print("sigmoid:", log_p.sigmoid())
print("without the sign:", f"{-log_p:.1f}")
print("exp of the loss:", (-log_p).exp())
# --8<-- [end:nll]

# --8<-- [start:twice]
pair = torch.tensor([1.0, 0.0])  # (2,), probabilities
print("softmax of them:", pair.softmax(dim=0))
print(f"softmax of their logarithms: {pair.log().softmax(dim=0)[0]:.1f}")
print("softmax of 0, 0:", torch.zeros(2).softmax(dim=0))
print("softmax of 1, -1:", torch.tensor([1.0, -1.0]).softmax(dim=0))
# --8<-- [end:twice]

# --8<-- [start:accuracy]
predicted = torch.tensor([0, 1, 2, 2, 0])  # (5,)
labelled = torch.tensor([0, 1, 1, -100, -100])  # (5,)
right, counts = predicted == labelled, labelled != -100  # (5,) each
print("accuracy:", right[counts].float().mean())
print(f"as mistakes: {right.float().mean():.1f}")
print(f"as right: {(right | ~counts).float().mean():.1f}")
print("mistakes:", (~right[counts]).float().mean())
# --8<-- [end:accuracy]

# --8<-- [start:confident]
two = torch.tensor([[9.0, 9.0], [2.0, 0.0]])  # (2, 2)
print("probabilities:", two.softmax(dim=1))
print("confidence:", two.softmax(dim=1).amax(dim=1))
# --8<-- [end:confident]

# --8<-- [start:cost]
missed, false_alarm = torch.tensor(3.0), torch.tensor(1.0)
print(f"threshold: {false_alarm / (false_alarm + missed):.2f}")
print(f"costs swapped: {missed / (false_alarm + missed):.2f}")
print("on the odds:", false_alarm / missed)
print(f"equal costs: {missed / (missed + missed):.1f}")
# --8<-- [end:cost]

# --8<-- [start:labels]
p = torch.tensor([0.9, 0.2])  # (2,)
sure = torch.maximum(p, 1 - p)  # (2,), of what is predicted
print("each:", sure)
print(f"both right: {sure.prod():.2f}")
print(f"both on: {p.prod():.2f}, mean: {sure.mean():.2f}")
print(f"both wrong: {(1 - sure).prod():.2f}")
# --8<-- [end:labels]
