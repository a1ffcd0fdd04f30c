# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

torch.manual_seed(42)
acts = (torch.randn((6, 3)) * 2).double()  # (6, 3)
result = torch.softmax(acts, dim=1)[range(6), [0, 1, 0, 2, 2, 0]]  # (6,)
p = torch.linspace(0.01, 1, 200, dtype=torch.float64)

fig, ax = plt.subplots()
ax.plot(p, -p.log())
ax.plot(result, -result.log(), "o")
for row, point in enumerate(zip(result, -result.log())):
    offset = 4, (18 if row == 3 else 4)
    ax.annotate(f"row {row}", point, offset, textcoords="offset points")
ax.set(xlabel="probability of the target", ylabel="loss", xlim=(0, 1.08))
fig.savefig("minus_log.svg")
# --8<-- [end:figure]
