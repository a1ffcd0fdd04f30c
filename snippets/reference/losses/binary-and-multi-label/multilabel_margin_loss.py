from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/multilabel_margin_loss.py"
multilabel_margin_loss = run_path(str(FUNCTION))["multilabel_margin_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

scores = torch.linspace(-3, 3, 61)  # (61,) the other classes score 0
fig, ax = plt.subplots()
for classes, x, y in (2, -2.9, 1.1), (4, -2.5, 2.75):
    rows = torch.zeros(61, classes)
    rows[:, 0] = scores
    labels = torch.full((61, classes), -1)
    labels[:, 0] = 0
    losses = F.multilabel_margin_loss(rows, labels, reduction="none")
    (line,) = ax.plot(scores, losses)
    ax.text(x, y, f"{classes} classes", color=line.get_color())
ax.annotate(
    "a lead of 1:\nno loss",
    (1, 0),
    (1.6, 0.9),
    arrowprops={"arrowstyle": "->", "color": "tab:gray"},
)
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="score of the only label", xlim=(-3, 3), ylim=(-0.08, 3.1))
ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[0, 1, 2, 3])
fig.savefig("multilabel_margin_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([[2.0, 0.25, 1.5, 0.75], [3.0, 0.0, 1.0, 1.5]])  # (2, 4)
# row 0 has the labels 3 and 0, row 1 the label 0; the rest is ignored
target = torch.tensor([[3, 0, -1, 1], [0, -1, -1, -1]])  # (2, 4)
for how in "none", "mean", "sum":
    print(f"{how}:", F.multilabel_margin_loss(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", multilabel_margin_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
z = input[0].clone().requires_grad_()  # (4,)
F.multilabel_margin_loss(z, target[0]).backward()
label, other = torch.tensor([3, 0]), torch.tensor([1, 2])
lacks = 1 - input[0, label][:, None] + input[0, other] > 0  # (2, 2)
by_hand = torch.zeros(4)
by_hand[label] = -lacks.sum(dim=1) / 4
by_hand[other] = lacks.sum(dim=0) / 4
print("autograd:", z.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_bits]
row = input[0]  # (4,)
indices = torch.tensor([3, 0, -1, -1])  # (4,) the classes 3 and 0
bits = torch.tensor([1, 0, 0, 1])  # (4,) the same, not as indices
as_indices = torch.tensor([1, 0, -1, -1])  # (4,) the classes 1 and 0
print("indices:", F.multilabel_margin_loss(row, indices))
print("bits:   ", F.multilabel_margin_loss(row, bits))
print("classes 1 and 0, once:", F.multilabel_margin_loss(row, as_indices))
# --8<-- [end:pitfall_bits]

# --8<-- [start:pitfall_nothing]
first = torch.tensor([-1, 3, 0, -1])  # (4,) begins with -1
every = torch.tensor([0, 1, 2, 3])  # (4,) leaves no other class
print("-1 first:   ", F.multilabel_margin_loss(row, first))
print("every class:", F.multilabel_margin_loss(row, every))
nan = torch.full((4,), torch.nan)
print("scores nan: ", F.multilabel_margin_loss(nan, indices))
# --8<-- [end:pitfall_nothing]

# --8<-- [start:pitfall_compiled]
def total(scores, labels, loss=F.multilabel_margin_loss):
    return 1.0 * loss(scores, labels)


compiled = torch.compile(total, backend="aot_eager_decomp_partition")
print("not compiled:", total(row, indices))
print("compiled:    ", compiled(row, indices))
kept_out = torch.compiler.disable(F.multilabel_margin_loss)
print("kept out:    ", compiled(row, indices, kept_out))
# --8<-- [end:pitfall_compiled]


# --8<-- [start:pitfall_dtype]
for wrong in indices.int(), indices.float(), indices + 1:
    try:
        print(F.multilabel_margin_loss(row, wrong))
    except RuntimeError as error:
        print(wrong, error)
# --8<-- [end:pitfall_dtype]

# --8<-- [start:pitfall_empty]
empty = input[:0].numpy(), target[:0].numpy()  # (0, 4) both
for how in "none", "mean", "sum":
    print("NumPy:", multilabel_margin_loss(*empty, how))
# --8<-- [end:pitfall_empty]
