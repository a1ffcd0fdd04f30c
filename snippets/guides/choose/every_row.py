# --8<-- [start:define]
import torch
import torch.nn as nn
import torch.nn.functional as F


def ramp(*size):  # -3 to 3, again and again
    return torch.arange(torch.Size(size).numel()).view(size) % 7 - 3.0


c = torch.tensor([2, 0, 1, 1])  # (4,)
shares = (ramp(4, 3) / 2).softmax(dim=1)  # (4, 3)
padding = torch.full((4, 2), -100)
tags = torch.cat([c[:, None].expand(4, 8), padding], dim=1)  # (4, 10)
one = torch.tensor([[2.0], [-1.0], [0.5], [1.5]])  # (4, 1)
yes = torch.tensor([1.0, 0.0, 1.0, 0.0])  # (4,)
far = torch.tensor([1.0, -0.5, 0.0, 9.0])  # (4,)
spread = torch.tensor([0.0, 1.0, -1.0, 2.0])  # (4,), log variances
units = F.normalize(ramp(2, 4, 8), dim=2)  # (2, 4, 8), unit vectors
# --8<-- [end:define]

# --8<-- [start:classes]
def one_class(z, y):
    loss = nn.CrossEntropyLoss()(z, y)
    return loss, z.argmax(dim=1)


def log_probabilities(z, y):
    loss = nn.NLLLoss()(z, y)
    return loss, z.argmax(dim=1)


def soft_labels(z, y):
    loss = nn.CrossEntropyLoss()(z, y)
    return loss, z.softmax(dim=1)


def distillation(z, y):
    loss = nn.KLDivLoss(reduction="batchmean")(z.log_softmax(dim=1), y)
    return loss, z.softmax(dim=1)
# --8<-- [end:classes]

# --8<-- [start:grids]
def tagging(z, y):
    loss = nn.CrossEntropyLoss()(z.transpose(1, 2), y)
    return loss, z.argmax(dim=2)


def segmentation(z, y):
    loss = nn.CrossEntropyLoss()(z, y)
    return loss, z.argmax(dim=1)


def language_model(z, y):
    loss = nn.CrossEntropyLoss()(z[:, :-1].flatten(0, 1), y[:, 1:].flatten())
    return loss, z[:, -1].argmax(dim=1)


def speech(z, y):
    loss = nn.CTCLoss()(z.log_softmax(dim=2), y, (10,) * 4, (5,) * 4)
    return loss, z.argmax(dim=2).T
# --8<-- [end:grids]

# --8<-- [start:yes_no]
def yes_or_no(z, y):
    loss = nn.BCEWithLogitsLoss()(z[:, 0], y)
    return loss, z[:, 0] > 0


def each_yes_or_no(z, y):
    loss = nn.BCEWithLogitsLoss()(z, y)
    return loss, z > 0


def ordered(z, y):
    loss = nn.BCEWithLogitsLoss()(z, (y[:, None] > y.new_tensor([0, 1])).float())
    return loss, (z > 0).sum(dim=1)
# --8<-- [end:yes_no]

# --8<-- [start:numbers]
def squared(z, y):
    loss = nn.MSELoss()(z[:, 0], y)
    return loss, z[:, 0]


def absolute(z, y):
    loss = nn.L1Loss()(z[:, 0], y)
    return loss, z[:, 0]


def gaussian(z, y):
    loss = nn.GaussianNLLLoss()(z[0], y, z[1].exp())
    return loss, z[0]


def count(z, y):
    loss = nn.PoissonNLLLoss()(z[:, 0], y)
    return loss, z[:, 0].exp()
# --8<-- [end:numbers]

# --8<-- [start:pairs]
def margin(z, y):
    loss = nn.MarginRankingLoss(margin=1.0)(*z, y)
    return loss, z[0] > z[1]


def preference(z, y):
    loss = nn.BCEWithLogitsLoss()(z[0] - z[1], y)
    return loss, z[0] > z[1]


def cosine(z, y):
    loss = nn.CosineEmbeddingLoss()(*z, y)
    return loss, F.cosine_similarity(*z)


def triplets(z, _):
    loss = nn.TripletMarginLoss()(*z)
    return loss, torch.cdist(z[1], z[0]).argmin(dim=1)


def matching(z, y):
    loss = nn.CrossEntropyLoss()(z[0] @ z[1].T / 0.1, y)
    return loss, (z[0] @ z[1].T).argmax(dim=1)
# --8<-- [end:pairs]

# --8<-- [start:rows]
rows = [
    ("one of C classes", one_class, ramp(4, 3), c, "class indices"),
    ("the same, from log-probabilities", log_probabilities,
     ramp(4, 3).log_softmax(dim=1), c, "class indices"),
    ("soft labels", soft_labels, ramp(4, 3), shares, "probabilities"),
    ("another model's probabilities", distillation,
     ramp(4, 3), shares, "probabilities"),
    ("sequence tagging", tagging, ramp(4, 10, 3), tags,
     "class indices, -100 is padding"),
    ("segmentation", segmentation, ramp(4, 3, 6, 11),
     ramp(4, 6, 11).long() % 3, "class indices"),
    ("language model", language_model, ramp(4, 10, 9),
     ramp(4, 10).long() + 3, "the input's token ids"),
    ("labels without positions (speech)", speech, ramp(10, 4, 3),
     torch.tensor([1, 2, 1, 2, 1]).expand(4, 5),
     "class indices, 0 is blank"),
    ("yes or no", yes_or_no, one, yes, "1 for yes, 0 for no"),
    ("several labels at once", each_yes_or_no, ramp(4, 3) + 1.5,
     (ramp(4, 3) > 0).float(), "1 for each label that applies"),
    ("a mask, one object", each_yes_or_no, ramp(4, 1, 6, 11) + 1.5,
     (ramp(4, 1, 6, 11) > 0).float(), "1 inside"),
    ("ordered classes", ordered, ramp(4, 2), c,
     "class indices, lowest first"),
    ("a number", squared, one, far, "the number"),
    ("a number, with outliers", absolute, one, far, "the number"),
    ("a number and its spread", gaussian, (one[:, 0], spread), far,
     "the number"),
    ("a count", count, one, torch.tensor([5.0, 0.0, 2.0, 3.0]),
     "the count"),
    ("which of two is better, by a margin", margin, (one[:, 0], spread),
     yes * 2 - 1, "1 for the first, -1 for the second"),
    ("which of two is better, as a probability", preference,
     (one[:, 0], spread), yes, "1 for the first, 0 for the second"),
    ("vectors of pairs", cosine, ramp(2, 4, 8).unbind(), yes * 2 - 1,
     "1 if alike, -1 if not"),
    ("vectors of triplets", triplets, ramp(3, 4, 8).unbind(), None,
     "none"),
    ("vectors of matching pairs", matching, units.unbind(),
     torch.arange(4), "each row's own number"),
]
# --8<-- [end:rows]

# --8<-- [start:answer]
import inspect

LETTERS = {4: "N", 3: "C", 2: "C - 1", 10: "L", 5: "S", 6: "H", 11: "W",
           8: "E", 9: "V", 1: "1"}


def letters(t):
    if isinstance(t, tuple):
        return f"{len(t)} of {letters(t[0])}"
    sizes = ", ".join(LETTERS[size] for size in t.shape)
    return f"`({sizes}{',' * (t.dim() == 1)})`"


print("| task | model returns `z` | target `y` | loss | predict |")
print("| :-- | :-- | :-- | :-- | :-- |")
for task, way, z, y, what in rows:
    kind = f"`{str(y.dtype)[6:]}` {letters(y)}: " if y is not None else ""
    _, loss, predict = inspect.getsource(way).splitlines()  # its two lines
    print(f"| {task} | {letters(z)} | {kind}{what} |",
          f"`{loss.partition(' = ')[2]}` |",
          f"`{predict.partition('loss, ')[2]}` |")
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
for task, way, z, y, _ in rows:
    loss, found = way(z, y)
    print(f"| {task} | {size(z)} | {size(y)} | {loss:.4f} |",
          f"{size(found)} | {some(found)} |")
# --8<-- [end:run]
