# --8<-- [start:count]
import weakref

import torch
import torch.nn.functional as F
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves


class Count(TorchDispatchMode):
    operators = allocated = live = peak = 0

    def __torch_dispatch__(self, op, types, args=(), kwargs=None):
        if op.namespace == "torch_nn":  # the chunked loss: look inside
            with self:
                return chunked._init_fn(*args)
        result = op(*args, **(kwargs or {}))
        self.operators += not op.is_view
        if not op.is_view and not op._schema.is_mutable:  # new tensors
            for tensor in tree_leaves(result):
                storage = tensor.untyped_storage()
                self.add(storage.nbytes())
                weakref.finalize(storage, self.add, -storage.nbytes())
        return result

    def add(self, size):
        self.allocated += max(size, 0)
        self.live += size
        self.peak = max(self.peak, self.live)
# --8<-- [end:count]

# --8<-- [start:measure]
def measure(loss_of, *leaves):
    """Operators called; bytes allocated, saved, live at the end, at the peak."""
    leaves = [leaf.clone().requires_grad_() for leaf in leaves]
    given = {t.untyped_storage().data_ptr() for t in (*leaves, y, one_hot)}
    saved, count = {}, Count()

    def pack(tensor):
        if tensor.untyped_storage().data_ptr() not in given:
            saved[tensor.data_ptr()] = tensor.nbytes
        return tensor

    with count, torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
        loss = loss_of(*leaves)
    found = {"forward": count.operators, "allocated forward": count.allocated}
    found |= {"saved": sum(saved.values()), "live": count.live}
    with count:
        loss.backward()
    found |= {"backward": count.operators - found["forward"]}
    found |= {"allocated backward": count.allocated - found["allocated forward"]}
    return found | {"peak": count.peak}


def table(heads, ways, *leaves):
    print("| |", " | ".join(heads), "|\n| --- |" + " --: |" * len(heads))
    for way, loss_of in ways.items():
        found = measure(loss_of, *leaves)
        print(f"| {way} |", " | ".join(str(found[h]) for h in heads), "|")
# --8<-- [end:measure]

# --8<-- [start:ways]
logits = torch.zeros(8, 1000)  # (N, C)
y = torch.arange(8)  # (N,) class indices
one_hot = F.one_hot(y, num_classes=1000).float()  # (N, C)
ways = {
    "`softmax`, `log`, `nll_loss`": lambda z: F.nll_loss(z.softmax(dim=1).log(), y),
    "`log_softmax`, `nll_loss`": lambda z: F.nll_loss(z.log_softmax(dim=1), y),
    "`cross_entropy`": lambda z: F.cross_entropy(z, y),
    "… one-hot targets": lambda z: F.cross_entropy(z, one_hot),
    "… `label_smoothing`": lambda z: F.cross_entropy(
        z, y, label_smoothing=0.1
    ),
}
# --8<-- [end:ways]

# --8<-- [start:operators]
table(["forward", "backward"], ways, logits)
# --8<-- [end:operators]

# --8<-- [start:names]
class Names(TorchDispatchMode):
    def __torch_dispatch__(self, op, types, args=(), kwargs=None):
        if not op.is_view:
            print("   ", op)
        return op(*args, **(kwargs or {}))


z = logits.clone().requires_grad_()
with Names():
    print("forward")
    loss = F.cross_entropy(z, y)
    print("backward")
    loss.backward()
# --8<-- [end:names]

# --8<-- [start:bytes]
print("logits:", logits.nbytes, "bytes")
print("class indices:", y.nbytes, "bytes, one-hot:", one_hot.nbytes, "bytes")
print("F.one_hot:", F.one_hot(y, num_classes=1000).nbytes, "bytes")
# --8<-- [end:bytes]

# --8<-- [start:bytes_table]
table(["allocated forward", "allocated backward", "saved", "peak"], ways, logits)
# --8<-- [end:bytes_table]

# --8<-- [start:autocast]
def under_autocast(z):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return F.cross_entropy(z, y)


for way, z in (ways["`cross_entropy`"], logits), (
    under_autocast, logits.bfloat16(),
):  # fmt: skip
    found = measure(way, z)
    print(z.dtype, "logits:", z.nbytes, "bytes,", end=" ")
    print("saved", found["saved"], "peak", found["peak"])
# --8<-- [end:autocast]

# --8<-- [start:linear]
from torch.nn.modules import linear_cross_entropy

chunked = linear_cross_entropy._linear_cross_entropy_batch_chunked
x, w = torch.zeros(64, 16), torch.zeros(1000, 16)  # (N, F), (C, F)
y = torch.arange(64)  # (N,)
held = []


def hold(x, w):
    held[:] = [F.linear(x, w)]  # as a variable of a training loop does
    return F.cross_entropy(held[0], y)


def in_chunks(rows):
    options = torch.nn.LinearCrossEntropyOptions(batch_chunk_size=rows)
    return lambda x, w: F.linear_cross_entropy(x, w, y, options=options)


ways = {
    "`linear`, `cross_entropy`, logits held": hold,
    "… not held": lambda x, w: F.cross_entropy(F.linear(x, w), y),
    "`linear_cross_entropy`": lambda x, w: F.linear_cross_entropy(x, w, y),
    "… in chunks of 8 rows": in_chunks(8),
    "… in chunks of 1 row": in_chunks(1),
}
print("logits:", 64 * 1000 * 4, "bytes, of 8 rows:", 8 * 1000 * 4)
print("gradients of w and x:", w.nbytes + x.nbytes, "bytes")
# --8<-- [end:linear]

# --8<-- [start:linear_table]
table(["forward", "backward", "saved", "live", "peak"], ways, x, w)
# --8<-- [end:linear_table]

# --8<-- [start:growth]
print("| C | logits | logits held | not held | in chunks |")
print("| --: | --: | --: | --: | --: |")
three = hold, ways["… not held"], in_chunks(8)
for classes in 1000, 2000, 4000, 8000:
    w = torch.zeros(classes, 16)
    peaks = [str(measure(way, x, w)["peak"]) for way in three]
    print(f"| {classes} | {64 * classes * 4} |", " | ".join(peaks), "|")
# --8<-- [end:growth]

# --8<-- [start:few_rows]
for rows in 4, 8, 10, 11, 16:  # each row has 16 features
    x, y = torch.zeros(rows, 16), torch.arange(rows)
    peaks = [measure(way, x, w)["peak"] for way in three[:2] + (in_chunks(1),)]
    print(f"{rows} rows: {peaks[0]} held, {peaks[1]} not, {peaks[2]} in chunks")
# --8<-- [end:few_rows]

# --8<-- [start:few_classes]
w = torch.zeros(64, 64)  # as many classes as features
for rows in 64, 128, 192:
    x, y = torch.zeros(rows, 64), torch.arange(rows) % 64
    peaks = [measure(way, x, w)["peak"] for way in three[:2] + (in_chunks(1),)]
    print(f"{rows} rows: {peaks[0]} held, {peaks[1]} not, {peaks[2]} in chunks")
# --8<-- [end:few_classes]
