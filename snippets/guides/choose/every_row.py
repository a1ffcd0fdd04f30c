# --8<-- [start:define]
import torch
import torch.nn.functional as F
from torch import nn

ROWS = []


def row(task, loss, predict, z, y, what):
    ROWS.append([task, loss, predict, z, y, what, eval(loss), eval(predict)])


def ramp(*size):  # -3 to 3, again and again
    return torch.arange(torch.Size(size).numel()).view(size) % 7 - 3.0
# --8<-- [end:define]

# --8<-- [start:classes]
c = torch.tensor([2, 0, 1, 1])  # (4,)
shares, pad = (ramp(4, 3) / 2).softmax(dim=1), torch.full((4, 2), -100)
tags = torch.cat([c.expand(8, 4).T, pad], dim=1)  # (4, 10)
row("one of C classes", "nn.CrossEntropyLoss()(z, y)",
    "z.argmax(dim=1)", ramp(4, 3), c, "class indices")
row("the same, from log-probabilities", "nn.NLLLoss()(z, y)",
    "z.argmax(dim=1)", ramp(4, 3).log_softmax(dim=1), c, "class indices")
row("soft labels", "nn.CrossEntropyLoss()(z, y)",
    "z.softmax(dim=1)", ramp(4, 3), shares, "probabilities")
row("another model's probabilities",
    'nn.KLDivLoss(reduction="batchmean")(z.log_softmax(dim=1), y)',
    "z.softmax(dim=1)", ramp(4, 3), shares, "probabilities")
row("sequence tagging", "nn.CrossEntropyLoss()(z.transpose(1, 2), y)",
    "z.argmax(dim=2)", ramp(4, 10, 3), tags, "class indices, -100 is padding")
# --8<-- [end:classes]

# --8<-- [start:grids]
row("segmentation", "nn.CrossEntropyLoss()(z, y)", "z.argmax(dim=1)",
    ramp(4, 3, 6, 11), ramp(4, 6, 11).long() % 3, "class indices")
row("language model",
    "nn.CrossEntropyLoss()(z[:, :-1].flatten(0, 1), y[:, 1:].flatten())",
    "z[:, -1].argmax(dim=1)", ramp(4, 10, 9),
    ramp(4, 10).long() + 3, "the input's token ids")
row("labels without positions (speech)",
    "nn.CTCLoss()(z.log_softmax(dim=2), y, (10,) * 4, (5,) * 4)",
    "z.argmax(dim=2).T", ramp(10, 4, 3),
    torch.tensor([1, 2, 1, 2, 1]).expand(4, 5), "class indices, 0 is blank")
# --8<-- [end:grids]

# --8<-- [start:yes_no]
one = torch.tensor([[2.0], [-1.0], [0.5], [1.5]])  # (4, 1)
yes = torch.tensor([1.0, 0.0, 1.0, 0.0])  # (4,)
bits, object_ = (ramp(4, 3) > 0).float(), (ramp(4, 1, 6, 11) > 0).float()
row("yes or no", "nn.BCEWithLogitsLoss()(z[:, 0], y)",
    "z[:, 0] > 0", one, yes, "1 for yes, 0 for no")
row("several labels at once", "nn.BCEWithLogitsLoss()(z, y)",
    "z > 0", ramp(4, 3) + 1.5, bits, "1 for each label that applies")
row("a mask, one object", "nn.BCEWithLogitsLoss()(z, y)", "z > 0",
    ramp(4, 1, 6, 11) + 1.5, object_, "1 inside")
row("ordered classes", "nn.BCEWithLogitsLoss()"
    "(z, (y[:, None] > torch.arange(2)).float())",
    "(z > 0).sum(dim=1)", ramp(4, 2), c, "class indices, lowest first")
# --8<-- [end:yes_no]

# --8<-- [start:numbers]
far = torch.tensor([1.0, -0.5, 0.0, 9.0])  # (4,)
spread = torch.tensor([0.0, 1.0, -1.0, 2.0])  # (4,), log variances
row("a number", "nn.MSELoss()(z[:, 0], y)", "z[:, 0]",
    one, far, "the number")
row("a number, with outliers", "nn.L1Loss()(z[:, 0], y)", "z[:, 0]",
    one, far, "the number")
row("a number and its spread",
    "nn.GaussianNLLLoss()(z[0], y, z[1].exp())",
    "z[0]", (one[:, 0], spread), far, "the number")
row("a count", "nn.PoissonNLLLoss()(z[:, 0], y)", "z[:, 0].exp()",
    one, torch.tensor([5.0, 0.0, 2.0, 3.0]), "the count")
# --8<-- [end:numbers]

# --8<-- [start:pairs]
row("which of two is better, by a margin",
    "nn.MarginRankingLoss(margin=1.0)(*z, y)", "z[0] > z[1]",
    (one[:, 0], spread), yes * 2 - 1, "1 for the first, -1 for the second")
row("which of two is better, as a probability",
    "nn.BCEWithLogitsLoss()(z[0] - z[1], y)", "z[0] > z[1]",
    (one[:, 0], spread), yes, "1 for the first, 0 for the second")
row("vectors of pairs", "nn.CosineEmbeddingLoss()(*z, y)",
    "F.cosine_similarity(*z)",
    ramp(2, 4, 8).unbind(), yes * 2 - 1, "1 if alike, -1 if not")
row("vectors of triplets", "nn.TripletMarginLoss()(*z)",
    "torch.cdist(z[1], z[0]).argmin(dim=1)",
    ramp(3, 4, 8).unbind(), None, "none")
row("vectors of matching pairs", "nn.CrossEntropyLoss()(z[0] @ z[1].T, y)",
    "(z[0] @ z[1].T).argmax(dim=1)", F.normalize(ramp(2, 4, 8), dim=2)
    .unbind(), torch.arange(4), "each row's own number")
# --8<-- [end:pairs]

# --8<-- [start:answer]
LETTERS = {4: "N", 3: "C", 2: "C - 1", 10: "L", 5: "S", 6: "H", 11: "W",
           8: "E", 9: "V", 1: "1"}


def letters(t):
    if isinstance(t, tuple):
        return f"{len(t)} of {letters(t[0])}"
    sizes = ", ".join(LETTERS[size] for size in t.shape)
    return f"`({sizes}{',' * (t.dim() == 1)})`"


print("| task | model returns `z` | target `y` | loss | predict |")
print("| :-- | :-- | :-- | :-- | :-- |")
for task, loss, predict, z, y, what, *_ in ROWS:
    kind = f"`{str(y.dtype)[6:]}` {letters(y)}: " if y is not None else ""
    cells = task, letters(z), f"{kind}{what}", f"`{loss}`", f"`{predict}`"
    print("|", " | ".join(cells), "|")
# --8<-- [end:answer]

# --8<-- [start:run]
def size(t):
    if isinstance(t, tuple):
        return f"{len(t)} of {size(t[0])}"
    return f"`{str(t.dtype)[6:]} {tuple(t.shape)}`" if t is not None else "none"


def some(t):  # the first four entries
    few = [f"{each:.4g}" if t.is_floating_point() else str(each)
           for each in t.flatten()[:4].tolist()]
    return ", ".join(few)


print("| task | `z` | `y` | loss | prediction | begins with |")
print("| :-- | :-- | :-- | --: | :-- | :-- |")
for task, _, _, z, y, _, loss, found in ROWS:
    print(f"| {task} | {size(z)} | {size(y)} | {loss:.4f} |",
          f"{size(found)} | {some(found)} |")
# --8<-- [end:run]
