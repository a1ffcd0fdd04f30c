# --8<-- [start:table]
from math import exp, log


def boundary(steps, weight=1.0, shift=0.0):
    """Where z = a x + b changes its sign, trained on nine 0s at x = -1 and a 1 at x = 1."""
    a = b = 0.0
    for _ in range(steps):
        zeros = 9 / (1 + exp(a - b - shift))  # the gradients of the two groups
        one = weight / (1 + exp(a + b + shift))
        a += (zeros + one) / (9 + weight)
        b += (one - zeros) / (9 + weight)
    return -b / a


print("| steps | plain | balanced weights | logit adjustment |")
print("| --: | --: | --: | --: |")
for steps in 10, 100, 1000, 10000:
    ends = boundary(steps), boundary(steps, weight=9), boundary(steps, shift=log(1 / 9))
    print(f"| {steps} |", " | ".join(f"{x + 0:.3f}" for x in ends), "|")
# --8<-- [end:table]
