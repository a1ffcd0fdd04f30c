from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/linear_cross_entropy.py"
linear_cross_entropy = run_path(str(FUNCTION))["linear_cross_entropy"]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

features = torch.tensor([[1.0, 2.0], [0.0, 1.0], [2.0, 0.0]])  # (3, 2)
layer = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])  # (4, 2)
bias = torch.tensor([0.0, 0.5, 0.0, 0.0])  # (4,)
target = torch.tensor([2, 1, 3])  # (3,) class indices
fused = F.linear_cross_entropy(features, layer, target, linear_bias=bias)
print("fused:", fused)
print("apart:", F.cross_entropy(F.linear(features, layer, bias), target))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = features.numpy(), layer.numpy(), target.numpy()
ours = linear_cross_entropy(*arrays, linear_bias=bias.numpy())
print(ours.round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = features.clone().requires_grad_()
w = layer.clone().requires_grad_()
F.linear_cross_entropy(x, w, target).backward()
p = F.linear(features, layer).softmax(dim=1)  # (3, 4)
g = (p - F.one_hot(target, 4)) / 3  # (3, 4)
print("autograd, features:", x.grad)
print("by hand:           ", g @ layer)
print("autograd, layer:", w.grad)
print("by hand:        ", g.T @ features)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_options]
import warnings

chunks = torch.nn.LinearCrossEntropyOptions()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    F.linear_cross_entropy(
        features, layer, target, label_smoothing=0.1, options=chunks
    )
print(str(caught[0].message).partition(";")[0])
# --8<-- [end:pitfall_options]

# --8<-- [start:pitfall_batch]
longer = torch.tensor([2, 1, 3, 0])  # (4,), but there are 3 rows
try:
    F.linear_cross_entropy(features, layer, longer)
except ValueError as error:
    print(error)
loss = F.linear_cross_entropy(features, layer, longer, options=chunks)
total = F.linear_cross_entropy(features, layer, target, reduction="sum")
print(f"with options:     {loss:.4f}")
print(f"sum divided by 4: {total / 4:.4f}")
print(f"mean:             {F.linear_cross_entropy(features, layer, target):.4f}")
# --8<-- [end:pitfall_batch]

# --8<-- [start:pitfall_bias]
row, double = torch.zeros(4)[::2], torch.zeros(4, dtype=torch.float64)
for given in row.contiguous(), row:  # (2,) features of one row
    try:
        F.linear_cross_entropy(given, layer, target[0], linear_bias=double)
        print(f"contiguous {given.is_contiguous()}: computes")
    except RuntimeError:
        print(f"contiguous {given.is_contiguous()}: RuntimeError")
# --8<-- [end:pitfall_bias]

# --8<-- [start:pitfall_backward]
x = features.clone().requires_grad_()
loss = F.linear_cross_entropy(x, layer, target, options=chunks)
loss.backward(retain_graph=True)
try:
    loss.backward()
except RuntimeError as error:
    print(error)
twice = torch.nn.LinearCrossEntropyOptions(allow_retain_graph=True)
loss = F.linear_cross_entropy(x, layer, target, options=twice)
(first,) = torch.autograd.grad(loss, x, retain_graph=True)
(second,) = torch.autograd.grad(loss, x)
print(torch.equal(first, second))


def slope(options):  # of the loss, as the features are scaled up
    def loss(x):
        return F.linear_cross_entropy(x, layer, target, options=options)

    return torch.func.jvp(loss, (features,), (features,))[1]


print("forward mode without options:", slope(None))
print("forward mode with options:   ", slope(chunks))
# --8<-- [end:pitfall_backward]

# --8<-- [start:pitfall_compiled]
def show(graph, inputs):  # a backend that prints the graph, and compiles nothing
    calls = [node for node in graph.graph.nodes if node.op == "call_function"]
    print(*[call.target.__name__ for call in calls])
    return graph.forward


whole = torch.compile(F.linear_cross_entropy, backend=show, fullgraph=True)
for options in None, twice, chunks:
    try:
        whole(features, layer, target, options=options)
    except RuntimeError as error:
        print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# --8<-- [end:pitfall_compiled]


# --8<-- [start:pitfall_ignored]
padding = torch.tensor([-100, -100, -100])  # (3,)
for options in None, chunks:
    x = features.clone().requires_grad_()
    loss = F.linear_cross_entropy(x, layer, padding, options=options)
    (gradient,) = torch.autograd.grad(loss, x)
    print(f"loss {loss.item()}, gradient of the first row", gradient[0])
# --8<-- [end:pitfall_ignored]


# --8<-- [start:pitfall_half]
ones = torch.ones(1024, 16).bfloat16()  # (1024, 16)
flat = torch.zeros(5000, 16).bfloat16()  # (5000, 16), all logits are 0
first, exact = torch.zeros(1024, dtype=torch.int64), torch.tensor(5000.0).log()
for name, options in ("without", None), ("with", chunks):
    loss = F.linear_cross_entropy(ones, flat, first, options=options)
    close = torch.allclose(loss.float(), exact, rtol=0.01)
    print(f"{name} options, within one percent: {close}")
# --8<-- [end:pitfall_half]

# --8<-- [start:bytes]
vocabulary = 128_256
for tokens in 1024, 8192:
    logits = tokens * vocabulary * 4  # bytes in float32
    print(f"{tokens} tokens: logits {logits:,} bytes, {logits / 2**30:.2f} GiB")
# --8<-- [end:bytes]

# --8<-- [start:kept]
def kept(options):
    """Bytes of all tensors kept by autograd that are at least as large as the logits."""
    x, w = torch.ones(64, 16, requires_grad=True), torch.zeros(vocabulary, 16)
    y, sizes = torch.zeros(64, dtype=torch.int64), {}  # a size per address

    def note(tensor):
        sizes[tensor.data_ptr()] = tensor.nbytes

    with torch.autograd.graph.saved_tensors_hooks(note, lambda nothing: None):
        F.linear_cross_entropy(x, w, y, options=options)
    return sum(size for size in sizes.values() if size >= logits)


logits = 64 * vocabulary * 4
print(f"logits of 64 tokens:  {logits:,} bytes")
print(f"kept without options: {kept(None):,} bytes")
print(f"kept with options:    {kept(chunks):,} bytes")
# --8<-- [end:kept]

# --8<-- [start:chunks]
import tracemalloc

x, w = features[[0] * 64].numpy(), layer[[0] * vocabulary].numpy()  # (64, 2), (128256, 2)
y = target[[0] * 64].numpy()  # (64,)
for rows in 64, 16, 4:
    tracemalloc.start()
    total = 0
    for i in range(0, 64, rows):
        part = x[i : i + rows], w, y[i : i + rows]
        total += linear_cross_entropy(*part, reduction="sum")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    mean, peak = total / 64, peak / logits  # logits: bytes of all 64 rows
    print(f"{rows} rows at once: mean {mean:.4f}, peak {peak:.1f} x all logits")
# --8<-- [end:chunks]
