# --8<-- [start:bits]
import math

import torch

for dtype in torch.float32, torch.bfloat16, torch.float16:
    info = torch.finfo(dtype)
    fraction = -round(math.log2(info.eps))  # eps is the step from 1 to the next number
    print(f"{dtype}: exponent {info.bits - 1 - fraction}, fraction {fraction}")
# --8<-- [end:bits]
