# --8<-- [start:quantities]
import csv
import math
from collections import Counter

import torch
import torch.nn.functional as F

people = [(23, 72000, 155), (31, 63000, 165), (38, 58000, 170), (54, 24000, 200)]
scale = torch.tensor([100, 100_000, 1000]).double()
inputs = torch.tensor(people).double() / scale  # (4, 3)
cities = ["Anaheim", "Boulder", "Chicago"]
lives_in = ["Boulder", "Anaheim", "Chicago", "Chicago"]
ordinal = torch.tensor([cities.index(city) for city in lives_in])  # (4,)
one_hot = F.one_hot(ordinal, num_classes=3)  # (4, 3)
logits = torch.tensor([2.5, 3.5, 1.5]).double()  # (3,)
exps, probs = logits.exp(), logits.softmax(dim=0)  # (3,), (3,)
state = F.one_hot(torch.tensor(31), num_classes=50)  # (50,)
one_decimal = torch.tensor([round(p, 1) for p in probs.tolist()]).double()  # (3,)

torch.manual_seed(42)
drawn = torch.randn((6, 3)) * 2  # (6, 3) its last bits depend on the processor
acts = torch.tensor([[3.8538306, 2.9745681, -0.9947951],
                     [0.8791785, -1.5162623, 2.1566353],
                     [1.6016011, 3.3612411, 0.7117198],
                     [-1.3732460, 1.2209330, 2.6694756],
                     [-0.4632486, 0.0835190, -0.5031506],
                     [1.7197170, -0.6194535, -0.7914210]]).double()  # (6, 3)
print(torch.allclose(acts, drawn.double(), atol=1e-6))
targ = torch.tensor([0, 1, 0, 2, 2, 0])  # (6,)
sm_acts = acts.softmax(dim=1)  # (6, 3)
picked = sm_acts[range(6), targ]  # (6,)

x = torch.tensor([[0.9826, 1.0630, -0.4096], [-0.6213, 0.2511, 0.5659],
                  [0.5662, 0.7360, -0.6783], [-0.4638, -1.4961, -1.0877],
                  [1.8186, -0.2998, 0.1128]]).double()  # (5, 3)
y = torch.tensor([1, 0, 1, 1, 1])  # (5,)
restated = None  # stands for a number with nothing behind it to recompute


def errors(probs):
    return (probs - one_hot[0]) ** 2


def common_sum(rows):
    """The sum of each row, to 12 decimals: one number if all rows agree."""
    return rows.sum(dim=1).round(decimals=12).unique()


# --8<-- [end:quantities]
# --8<-- [start:verdict]
def verdict(printed, value, from_rounded):
    """How a printed number relates to its value, and to what follows from rounded inputs.

    `round` rounds to the nearest decimal, and a tie to the even one.
    """
    decimals = len(printed.partition(".")[2])
    shown, unit = float(printed), 10**decimals
    if value is None:
        return "restated"
    if value == shown:
        return "equal"
    if round(value, decimals) == shown:
        return "correctly rounded"
    if math.trunc(value * unit) / unit == shown:
        return "truncated"
    if from_rounded is not None and round(from_rounded, decimals) == shown:
        return "follows from an earlier rounding"
    return "wrong"


# --8<-- [end:verdict]
# --8<-- [start:rows]
def numbers(expression, count):
    values = eval(expression) if expression else [None] * count
    assert len(values) == count, expression
    return [None if value is None else float(value) for value in values]


rows, differences, totals = [], [], Counter()
with open("printed.txt", encoding="utf-8") as file:
    for entry in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
        printed = entry["printed"].split()
        values = numbers(entry["value"], len(printed))
        rounded = numbers(entry["from rounded"], len(printed))
        for shown, value, r in zip(printed, values, rounded):
            found = verdict(shown, value, r) if entry["value"] else "input"
            totals[entry["source"], found] += 1
            reason = f": {entry['note']}" if found == "wrong" else ""
            out = "" if value is None else f"{value:.8g}"
            cells = entry["place"], shown, out, found + reason
            rows.append((entry["source"], "| " + " | ".join(cells) + " |"))
            if found in ("wrong", "truncated", "follows from an earlier rounding"):
                cells = found + reason, entry["place"], shown, out
                differences.append((found, "| " + " | ".join(cells) + " |"))


def table(source):
    print("| where | printed | recomputed | verdict |")
    print("| --- | --: | --: | --- |")
    print("\n".join(row for name, row in rows if name == source))


# --8<-- [end:rows]

# --8<-- [start:totals]
sources = list(dict.fromkeys(source for source, _ in rows))
verdicts = ["wrong", "truncated", "follows from an earlier rounding"]
verdicts += ["correctly rounded", "equal", "restated", "input"]
print("| verdict |", " | ".join(sources), "| all |")
print("| --- |" + " --: |" * (len(sources) + 1))
for found in verdicts:
    counts = [totals[source, found] for source in sources]
    print(f"| {found} |", " | ".join(map(str, counts)), f"| {sum(counts)} |")
print("| all |", " | ".join(str(sum(name == s for name, _ in rows)) for s in sources), end=" ")
print(f"| {len(rows)} |")
# --8<-- [end:totals]

# --8<-- [start:differences]
print("| verdict | where | printed | recomputed |")
print("| --- | --- | --: | --: |")
for found in verdicts:
    print(*(f"{row}\n" for verdict, row in differences if verdict == found), sep="", end="")
# --8<-- [end:differences]

# --8<-- [start:why_nllloss]
table("Why NLLLoss")
# --8<-- [end:why_nllloss]

# --8<-- [start:cross_entropy_explained]
table("Cross entropy explained")
# --8<-- [end:cross_entropy_explained]

# --8<-- [start:inside_cross_entropy]
table("Inside cross_entropy")
# --8<-- [end:inside_cross_entropy]

# --8<-- [start:crossentropyloss_nllloss]
table("CrossEntropyLoss vs. NLLLoss")
# --8<-- [end:crossentropyloss_nllloss]
