# --8<-- [start:error]
import torch
import torch.nn as nn

trained, model = nn.Sequential(), nn.Sequential()
for each in trained, model:
    each.add_module("layer", nn.LayerNorm(3))
trained.add_module("loss", nn.CrossEntropyLoss(torch.tensor([1.0, 1.0, 3.0])))
saved = trained.state_dict()
try:
    model.load_state_dict(saved)
except RuntimeError as error:
    print("RuntimeError:", str(error).expandtabs(4))
# --8<-- [end:error]

# --8<-- [start:fix]
del saved["loss.weight"]
print(model.load_state_dict(saved))
# --8<-- [end:fix]
