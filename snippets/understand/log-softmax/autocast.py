# --8<-- [start:dtypes]
import torch
import torch.nn.functional as F

z = torch.zeros(1, 3, dtype=torch.bfloat16)  # (1, 3) as a layer returns them
with torch.autocast("cpu", dtype=torch.bfloat16):
    print("softmax:      ", z.softmax(dim=1).dtype)
    print("log_softmax:  ", z.log_softmax(dim=1).dtype)
    print("cross_entropy:", F.cross_entropy(z, torch.tensor([0])).dtype)
# --8<-- [end:dtypes]
