# --8<-- [start:same]
import torch
from torch import nn

z = torch.tensor([[2.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
ways = {
    "log(softmax)": lambda z: torch.log(torch.softmax(z, dim=1)),
    "module": nn.LogSoftmax(dim=1),
    "function": lambda z: torch.log_softmax(z, dim=1),
}
for way in ways.values():
    print(torch.allclose(way(z), ways["function"](z)))
# --8<-- [end:same]

# --8<-- [start:steps]
for name, way in ways.items():
    node, steps = nn.NLLLoss()(way(z), torch.tensor([1])).grad_fn, []
    while node:
        steps.append(node.name())
        node = node.next_functions[0][0] if node.next_functions else None
    print(f"{name + ':':13}", " ".join(steps[:-1]))
# --8<-- [end:steps]


# --8<-- [start:bytes]
def bytes_saved(compute):
    """The bytes that autograd keeps for the backward pass, each tensor once."""
    kept = {}

    def keep(tensor):
        kept[tensor.untyped_storage().data_ptr()] = tensor
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        result = compute()
    return sum(tensor.nbytes for tensor in kept.values())


z = torch.zeros(100, 1000, requires_grad=True)  # 100 rows, 1000 classes
target = torch.zeros(100, dtype=torch.long)
print("logits:", z.nbytes)
for name, way in ways.items():
    alone = bytes_saved(lambda: way(z))
    with_loss = bytes_saved(lambda: nn.NLLLoss()(way(z), target))
    print(f"{name + ':':13}", alone, with_loss)
# --8<-- [end:bytes]

# --8<-- [start:far_apart]
far_apart = torch.tensor([[0.0, 200.0]])  # (1, 2)
for name, way in ways.items():
    print(f"{name + ':':13}", way(far_apart))
# --8<-- [end:far_apart]
