# --8<-- [start:bisect]
import math

import torch

bits = {torch.float16: torch.int16, torch.bfloat16: torch.int16}
bits |= {torch.float32: torch.int32, torch.float64: torch.int64}


def last(holds, dtype):
    """The largest positive number for which `holds`, and the next one."""
    low, high = 0, torch.tensor(math.inf, dtype=dtype).view(bits[dtype]).item()
    while high - low > 1:
        middle = (low + high) // 2
        x = torch.tensor(middle, dtype=bits[dtype]).view(dtype)  # ()
        low, high = (middle, high) if holds(x) else (low, middle)
    both = torch.tensor([low, high], dtype=bits[dtype]).view(dtype)
    return both.tolist()
# --8<-- [end:bisect]


# --8<-- [start:exp]
print("| | ln max | largest finite | ln(min / 2) | smallest not 0 |")
print("| --- | --: | --: | --: | --: |")
for dtype in bits:
    info = torch.finfo(dtype)
    ln_max = math.log(info.max)
    ln_min = math.log(info.smallest_normal * info.eps)  # of the subnormal
    top, _ = last(lambda x: x.exp().isfinite(), dtype)
    bottom, _ = last(lambda x: (-x).exp() > 0, dtype)
    row = ln_max, top, ln_min - math.log(2), -bottom
    print(f"| {dtype} |", " | ".join(f"{x:.10g}" for x in row), "|")
# --8<-- [end:exp]


# --8<-- [start:gaps]
def apart(gap):
    return torch.stack([0 * gap, -gap]).requires_grad_()  # (2,)


def gradient(gap):
    z = apart(gap)
    z.softmax(dim=0).log()[1].backward()
    return z.grad  # (2,)


print("| | gradient not finite | log(softmax) is -inf | log_softmax there |")
print("| --- | --: | --: | --: |")
for dtype in bits:
    _, lost = last(lambda gap: gradient(gap).isfinite().all(), dtype)
    _, gap = last(lambda gap: apart(gap).softmax(dim=0).log()[1] > -9999, dtype)
    there = apart(torch.tensor(gap, dtype=dtype)).log_softmax(dim=0)[1]
    print(f"| {dtype} | {lost:.10g} | {gap:.10g} | {there:.4f} |")
# --8<-- [end:gaps]
