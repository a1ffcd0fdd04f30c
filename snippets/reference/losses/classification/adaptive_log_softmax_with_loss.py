from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/adaptive_log_softmax_with_loss.py"
adaptive_log_softmax_with_loss = run_path(str(FUNCTION))["adaptive_log_softmax_with_loss"]

# --8<-- [start:example]
import torch

torch.manual_seed(0)
module = torch.nn.AdaptiveLogSoftmaxWithLoss(8, 10, cutoffs=[3, 6], div_value=2)
features = torch.randn(4, 8)  # (4, 8)
target = torch.tensor([0, 2, 4, 9])  # (4,) in the head, the head, two clusters
theirs = module(features, target)
print("output:", theirs.output.detach())
print("loss:  ", theirs.loss.detach())
# --8<-- [end:example]

# --8<-- [start:numpy]
head = module.head.weight.detach().numpy()  # (5, 8): 3 classes, 2 clusters
tail = [[part.weight.detach().numpy() for part in pair] for pair in module.tail]
arrays = features.numpy(), target.numpy()
ours = adaptive_log_softmax_with_loss(*arrays, [3, 6], head, tail)
print("output:", ours.output.round(4))
print("loss:  ", ours.loss.round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
module.zero_grad()
module(features, target).loss.backward()
columns = torch.tensor([0, 2, 3, 4])  # (4,): class 0, class 2, the clusters
probs = module.head(features).softmax(dim=1).detach()  # (4, 5)
by_hand = (probs - torch.nn.functional.one_hot(columns, 5)) / 4  # (4, 5)
print("autograd:", module.head.weight.grad[:, :3])
print("by hand: ", (by_hand.T @ features)[:, :3])
# --8<-- [end:gradient]

# --8<-- [start:pitfall_order]
counts = torch.tensor([1, 1, 2, 2, 3, 5, 9, 20, 40, 90])  # (10,) of each class
print("in the head, as numbered:   ", counts[:3].sum() / counts.sum())
frequent = counts.sort(descending=True).values  # (10,)
print("in the head, frequent first:", frequent[:3].sum() / counts.sum())
# --8<-- [end:pitfall_order]

# --8<-- [start:pitfall_sign]
result = module(features, target)
print("output:", result.output.detach())
print("loss:  ", result.loss.detach())
print("mean:  ", result.output.mean().detach())
# --8<-- [end:pitfall_sign]

# --8<-- [start:pitfall_ignored]
padded = torch.tensor([0, 2, 4, -100])  # (4,)
try:
    module(features, padded)
except RuntimeError as error:
    print(error)
# --8<-- [end:pitfall_ignored]

# --8<-- [start:pitfall_cutoffs]
try:
    torch.nn.AdaptiveLogSoftmaxWithLoss(8, 10, cutoffs=[3, 6, 10])
except ValueError as error:
    print(error)
# --8<-- [end:pitfall_cutoffs]

# --8<-- [start:weights]
vocabulary, width, cutoffs = 128_256, 1024, [4_000, 20_000]
with torch.device("meta"):  # shapes without memory
    full = torch.nn.Linear(width, vocabulary, bias=False)
    adaptive = torch.nn.AdaptiveLogSoftmaxWithLoss(width, vocabulary, cutoffs)
for name, module in ("Linear", full), ("adaptive", adaptive):
    size = sum(parameter.nbytes for parameter in module.parameters())
    print(f"{name}: weights {size:,} bytes, {size / 2**30:.2f} GiB")
print([tuple(parameter.shape) for parameter in adaptive.parameters()])
# --8<-- [end:weights]

# --8<-- [start:logits]
rows = 1024
parts = (rows, 4_002), (100, 16_000), (24, 108_256)  # head, then clusters
print(f"all logits:      {rows * vocabulary * 4:,} bytes")
size = sum(n * classes * 4 for n, classes in parts)
print(f"adaptive logits: {size:,} bytes")
# --8<-- [end:logits]
