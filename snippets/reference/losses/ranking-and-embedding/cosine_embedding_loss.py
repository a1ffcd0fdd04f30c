from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/cosine_embedding_loss.py"
cosine_embedding_loss = run_path(str(FUNCTION))["cosine_embedding_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

cosine = torch.linspace(-1, 1, 61)
x1 = torch.stack([cosine, (1 - cosine**2).sqrt()], dim=1)  # (61, 2)
x2 = torch.tensor([[1.0, 0.0]]).expand(61, 2)
fig, ax = plt.subplots()
lines = (
    (1, 0.0, "target 1: similar", -0.65, 1.75),
    (-1, 0.0, "target −1,\nmargin 0", 1.06, 0.9),
    (-1, 0.5, "target −1,\nmargin 0.5", 1.06, 0.33),
)
for target, margin, name, x, y in lines:
    targets = torch.full((61,), target)
    losses = F.cosine_embedding_loss(x1, x2, targets, margin, reduction="none")
    (line,) = ax.plot(cosine, losses)
    ax.text(x, y, name, color=line.get_color())
ax.text(-1, 0.08, "dissimilar: no loss\nup to the margin")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="cosine of input1 and input2", xlim=(-1.03, 1.5))
ax.set(ylim=(-0.06, 2.05), xticks=[-1, 0, 0.5, 1], yticks=[0, 1, 2])
fig.savefig("cosine_embedding_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input1 = torch.tensor([[3.0, 4.0], [3.0, 4.0], [1.0, 0.0]])  # (3, 2)
input2 = torch.tensor([[4.0, 3.0], [4.0, 3.0], [0.0, 2.0]])  # (3, 2)
target = torch.tensor([1, -1, -1])  # (3,) 1: similar, -1: dissimilar
print("cosines:", F.cosine_similarity(input1, input2))
for how in "none", "mean", "sum":
    loss = F.cosine_embedding_loss(input1, input2, target, 0.5, reduction=how)
    print(f"{how}:", loss)
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input1.numpy(), input2.numpy(), target.numpy()
for how in "none", "mean", "sum":
    loss = cosine_embedding_loss(*arrays, 0.5, reduction=how)
    print(f"{how}:", loss.round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x1 = input1.clone().requires_grad_()
F.cosine_embedding_loss(x1, input2, target, margin=0.5).backward()
size1 = input1.norm(dim=1, keepdim=True)  # (3, 1)
size2 = input2.norm(dim=1, keepdim=True)  # (3, 1)
cosine = (input1 * input2).sum(dim=1, keepdim=True) / (size1 * size2)  # (3, 1)
slope = (input2 / size2 - cosine * input1 / size1) / size1  # (3, 2)
sign = torch.tensor([[-1.0], [1.0], [0.0]])  # (3, 1) the third costs nothing
print("autograd:", x1.grad)
print("by hand: ", sign * slope / 3)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_margin]
x = torch.tensor([3.0, 4.0])  # (2,)
for y, margin in (1, 0.0), (-1, 0.0), (-1, -1.0):
    for name, other in ("same", x), ("opposite", -x):
        loss = F.cosine_embedding_loss(x, other, torch.tensor(y), margin)
        print(f"target {y:2}, margin {margin:4}, {name:8}: {loss:.4f}")
# --8<-- [end:pitfall_margin]

# --8<-- [start:pitfall_target]
zero_or_one = torch.tensor([1, 0, 0])  # (3,) 0 where -1 is meant
loss = F.cosine_embedding_loss(input1, input2, zero_or_one, reduction="none")
print("with 0: ", loss)
loss = F.cosine_embedding_loss(input1, input2, target, reduction="none")
print("with -1:", loss)
# --8<-- [end:pitfall_target]

# --8<-- [start:pitfall_length]
for factor in 1.0, 100.0:
    x1 = (factor * input1[0]).requires_grad_()  # (2,)
    loss = F.cosine_embedding_loss(x1, input2[0], torch.tensor(1))
    loss.backward()
    print(f"length {x1.norm():.4f}: {loss:.4f}, gradient", x1.grad)
# --8<-- [end:pitfall_length]

# --8<-- [start:pitfall_zero]
x1 = torch.zeros(2, requires_grad=True)  # (2,)
loss = F.cosine_embedding_loss(x1, input2[0], torch.tensor(1))
loss.backward()
print(f"{loss:.4f}, gradient {x1.grad}")
half = x1.detach().half(), input2[0].half(), torch.tensor(1)
print("float16:", F.cosine_embedding_loss(*half).item())
# --8<-- [end:pitfall_zero]
