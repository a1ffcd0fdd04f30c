from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/triplet_margin_with_distance_loss.py"
triplet_margin_with_distance_loss = run_path(str(FUNCTION))["triplet_margin_with_distance_loss"]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

anchor = torch.tensor([[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]])  # (3, 2)
positive = torch.tensor([[3.0, 4.0], [0.0, 1.0], [0.0, 1.0]])  # (3, 2)
negative = torch.tensor([[0.0, 7.5], [1.5, 0.0], [0.0, 9.0]])  # (3, 2)


def manhattan(x, y):  # (*, D), (*, D) -> (*), of arrays or tensors
    return abs(x - y).sum(-1)


tensors = anchor, positive, negative
for how in "none", "mean", "sum":
    options = {"distance_function": manhattan, "reduction": how}
    loss = F.triplet_margin_with_distance_loss(*tensors, **options)
    print(f"{how}:", loss)
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = anchor.numpy(), positive.numpy(), negative.numpy()
for how in "none", "mean", "sum":
    options = {"distance_function": manhattan, "reduction": how}
    loss = triplet_margin_with_distance_loss(*arrays, **options)
    print(f"{how}:", loss.round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
a = anchor.clone().requires_grad_()
loss = F.triplet_margin_with_distance_loss(
    a, positive, negative, distance_function=manhattan
)
loss.backward()
active = torch.tensor([[1.0], [1.0], [0.0]])  # (3, 1) the third costs nothing
slope = (anchor - positive).sign() - (anchor - negative).sign()  # (3, 2)
print("autograd:", a.grad)
print("by hand: ", active * slope / 3)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_similarity]
a = torch.tensor([[1.0, 0.0]])  # (1, 2)
p = torch.tensor([[1.0, 0.1]])  # (1, 2) nearly the same direction
n = torch.tensor([[0.0, 1.0]])  # (1, 2) another one


def distance(x, y):  # (N, D), (N, D) -> (N,)
    return 1 - F.cosine_similarity(x, y)


for function in F.cosine_similarity, distance:
    options = {"distance_function": function, "margin": 0.5}
    loss = F.triplet_margin_with_distance_loss(a, p, n, **options)
    print(f"{function.__name__}: {loss:.4f}")
# --8<-- [end:pitfall_similarity]

# --8<-- [start:pitfall_shape]
def difference(x, y):  # (*, D), (*, D) -> (*, D), the sum is forgotten
    return (x - y).abs()


for function in manhattan, difference:
    options = {"distance_function": function, "reduction": "none"}
    loss = F.triplet_margin_with_distance_loss(*tensors, **options)
    print(tuple(loss.shape), f"mean {loss.mean():.4f}")
# --8<-- [end:pitfall_shape]

# --8<-- [start:pitfall_eps]
loss = F.triplet_margin_with_distance_loss(*tensors)
print("default:           ", loss)
print("triplet_margin_loss:", F.triplet_margin_loss(*tensors))
# --8<-- [end:pitfall_eps]
