# --8<-- [start:raw]
import torch

cities = ["Anaheim", "Boulder", "Chicago"]
people = [  # age, income in dollars, weight, city
    (23, 72000, 155, "Boulder"),
    (31, 63000, 165, "Anaheim"),
    (38, 58000, 170, "Chicago"),
    (54, 24000, 200, "Chicago"),
]
# --8<-- [end:raw]

# --8<-- [start:normalise]
raw = torch.tensor([person[:3] for person in people])  # (4, 3)
inputs = raw / torch.tensor([100, 100_000, 1000])  # (4, 3)
print(inputs)
# --8<-- [end:normalise]

# --8<-- [start:which_row]
quoted = torch.tensor([0.31, 0.63, 0.165])  # "the first training item"
print((inputs == quoted).all(dim=1))  # (4,)
# --8<-- [end:which_row]
