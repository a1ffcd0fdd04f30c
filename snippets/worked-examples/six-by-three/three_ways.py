# --8<-- [start:ways]
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(42)
acts = torch.randn((6, 3)) * 2  # (6, 3)
targ = torch.tensor([0, 1, 0, 2, 2, 0])  # (6,)

result = torch.softmax(acts, dim=1)[range(6), targ]  # (6,)
by_hand = -torch.log(result)  # (6,)
by_functions = F.nll_loss(F.log_softmax(acts, dim=1), targ, reduction="none")
by_module = nn.CrossEntropyLoss(reduction="none")(acts, targ)
print(by_hand, by_functions, by_module, sep="\n")
# --8<-- [end:ways]

# --8<-- [start:mean]
print(by_module.mean())
print(nn.CrossEntropyLoss()(acts, targ))
# --8<-- [end:mean]

# --8<-- [start:right_and_wrong]
print("| row | target | prediction | probability of the target | loss |")
print("| --: | --: | --: | --: | --: |")
for row in range(6):
    prediction = acts[row].argmax()
    print(f"| {row} | {targ[row]} | {prediction}", end=" | ")
    print(f"{result[row]:.4f} | {by_module[row]:.4f} |")
# --8<-- [end:right_and_wrong]

# --8<-- [start:no_rule]
probs = torch.tensor([[0.34, 0.33, 0.33], [0.51, 0.49, 0.0]])  # (2, 3)
targets = torch.tensor([0, 1])  # (2,) the first row is right
print("predictions:", probs.argmax(dim=1))
print("losses:     ", F.nll_loss(probs.log(), targets, reduction="none"))
# --8<-- [end:no_rule]
