# --8<-- [start:breaks]
import io
import logging
from contextlib import redirect_stdout

import torch
import torch._dynamo
import torch.nn.functional as F

torch._logging.set_logs(dynamo=logging.ERROR)  # no warnings about graph breaks
logits = torch.tensor([[2.0, 1.0, 0.0], [0.0, 1.0, 2.0], [1.0, 1.0, 0.0]])  # (3, 3)
target = torch.tensor([0, 1, -100])  # (3,)


def item(logits, target):
    loss = F.cross_entropy(logits, target)
    return loss * loss.item()


def mask(logits, target):
    keep = target != -100
    return F.cross_entropy(logits[keep], target[keep])


def branch(logits, target):
    loss = F.cross_entropy(logits, target)
    if loss > 0:
        loss = 2 * loss
    return loss


def printed(logits, target):
    loss = F.cross_entropy(logits, target)
    print(loss)
    return 2 * loss


def where(logits, target):
    loss = F.cross_entropy(logits, target)
    return torch.where(loss > 0, 2 * loss, loss)


def checked(logits, target):
    loss = F.cross_entropy(logits, target)
    assert loss.isfinite()
    return 2 * loss


def graphs(function):
    found = []
    torch._dynamo.reset()
    with redirect_stdout(io.StringIO()):
        torch.compile(function, backend=lambda graph, inputs: found.append(graph) or graph)(logits, target)
    return len(found)


def in_one_graph(function):
    torch._dynamo.reset()
    try:
        torch.compile(function, backend="eager", fullgraph=True)(logits, target)
    except torch._dynamo.exc.Unsupported as error:
        return str(error).partition("\n")[0]
    return "compiles"


print("| | graphs | with `fullgraph=True` |\n| --- | --: | --- |")
for line, function in [
    ("`ignore_index=-100`", F.cross_entropy),
    ("`loss.item()`", item),
    ("`logits[keep]`", mask),
    ("`if loss > 0:`", branch),
    ("`print(loss)`", printed),
    ("`torch.where(loss > 0, …)`", where),
    ("`assert loss.isfinite()`", checked),
]:
    count = graphs(function)
    print(f"| {line} | {count} | {in_one_graph(function) if count > 1 else 'compiles'} |")
# --8<-- [end:breaks]

# --8<-- [start:assert]
def checked_bce(p, target):
    assert ((target >= 0) & (target <= 1)).all(), "target outside 0 to 1"
    return F.binary_cross_entropy(p, target)
# --8<-- [end:assert]

# --8<-- [start:checks]
def outcome(function, *inputs):
    try:
        return f"{function(*inputs):.4f}"
    except Exception as error:
        return type(error).__name__


p = torch.tensor([0.9])  # (1,)
print("| | eager | compiled |\n| --- | --- | --- |")
for name, loss, *inputs in [
    ("class index 3 of 3", F.cross_entropy, logits, torch.tensor([0, 1, 3])),
    ("class indices as int32", F.cross_entropy, logits, target.int()),
    ("two targets for three rows", F.cross_entropy, logits, target[:2]),
    ("probability 1.5 for BCE", F.binary_cross_entropy, p + 0.6, torch.tensor([1.0])),
    ("target 2 for BCE", F.binary_cross_entropy, p, torch.tensor([2.0])),
    ("target 2 for `checked_bce`", checked_bce, p, torch.tensor([2.0])),
]:
    torch._dynamo.reset()
    compiled = torch.compile(loss, backend="aot_eager_decomp_partition")
    print(f"| {name} | {outcome(loss, *inputs)} | {outcome(compiled, *inputs)} |")
# --8<-- [end:checks]

# --8<-- [start:sizes]
def compilations(loss, calls, **options):
    counter = torch._dynamo.testing.CompileCounter()
    torch._dynamo.reset()
    compiled = torch.compile(loss, backend=counter, **options)
    counts = [(compiled(*inputs), counter.frame_count)[1] for inputs in calls]
    return " ".join(str(count) for count in counts)


def batch(rows):
    return torch.zeros(rows, 3), torch.zeros(rows, dtype=torch.long)


def smooth(logits, target, smoothing):
    return F.cross_entropy(logits, target, label_smoothing=smoothing)


def scaled(logits, target, factor):
    return factor * F.cross_entropy(logits, target)


batches = [batch(rows) for rows in (8, 8, 5, 7, 1)]
dynamic = batch(8)
for each in dynamic:
    torch._dynamo.mark_dynamic(each, 0)  # the number of rows will change
smoothed = [(*batch(8), smoothing) for smoothing in (0.1, 0.2, 0.3, 0.4)]
print("8, 8, 5, 7, 1 rows:   ", compilations(F.cross_entropy, batches))
print("with dynamic=False:   ", compilations(F.cross_entropy, batches, dynamic=False))
print("first one marked:     ", compilations(F.cross_entropy, [dynamic, *batches[1:]]))
print("four smoothing values:", compilations(smooth, smoothed))
factors = [0.1, 0.2, 0.3, 0.4]
print("four floats as factor:", compilations(scaled, [(*batch(8), each) for each in factors]))
print("four tensors:         ", compilations(scaled, [(*batch(8), torch.tensor(each)) for each in factors]))
print("recompile_limit:", torch._dynamo.config.recompile_limit)
# --8<-- [end:sizes]
