# --8<-- [start:equal]
import torch
import torch.nn.functional as F

label = torch.tensor([0])  # (1,)
for classes in 65_519, 65_520:
    equal = torch.zeros(1, classes).half()  # (1, C)
    print(f"{classes}:", F.cross_entropy(equal, label))
    print("float():", F.cross_entropy(equal.float(), label))
# --8<-- [end:equal]
