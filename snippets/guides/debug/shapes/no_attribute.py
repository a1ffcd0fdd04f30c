# --8<-- [start:error]
import torch
import torch.nn.functional as F

try:
    F.log_softmax([2.5, 3.5, 1.5], dim=0)
except AttributeError as error:
    print("AttributeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.log_softmax(torch.tensor([2.5, 3.5, 1.5]), dim=0))
# --8<-- [end:fix]
