# --8<-- [start:half]
import torch

d = torch.tensor([-2.5, -1.0, 0.3, 0.8])  # (4,) one logit per row
print("probabilities:", torch.sigmoid(d))
print("p > 0.5:", torch.sigmoid(d) > 0.5)
print("d > 0:  ", d > 0)
print("d > 0.5:", d > 0.5)
# --8<-- [end:half]

# --8<-- [start:stray]
print(torch.sigmoid(torch.tensor(0.5)))
# --8<-- [end:stray]

# --8<-- [start:costs]
false_yes, missed_yes = 1.0, 9.0  # what each mistake costs
threshold = torch.tensor(false_yes / (false_yes + missed_yes))
print("probability above:", threshold)
print("logit above:      ", torch.logit(threshold))
print("yes:", d > torch.logit(threshold))
# --8<-- [end:costs]
