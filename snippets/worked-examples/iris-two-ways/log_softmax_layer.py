# --8<-- [start:names]
import torch
import torch.nn as nn

print("torch.LogSoftmax:", hasattr(torch, "LogSoftmax"))
print("nn.LogSoftmax:   ", hasattr(nn, "LogSoftmax"))
print("its parameters:  ", len(list(nn.LogSoftmax(dim=1).parameters())))
# --8<-- [end:names]

# --8<-- [start:same]
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
def backward_steps(loss):
    """The names of the steps that autograd takes from a loss to the logits."""
    node, steps = loss.grad_fn, []
    while node.next_functions:
        steps.append(node.name())
        node = node.next_functions[0][0]
    return " ".join(steps)


index = torch.tensor([1])  # (1,) the target
for name, way in ways.items():
    print(f"{name + ':':13}", backward_steps(nn.NLLLoss()(way(z), index)))
# --8<-- [end:steps]

# --8<-- [start:wrapper]
one_hot = nn.functional.one_hot(index, num_classes=3).float()  # (1, 3)
print("class index:", backward_steps(nn.CrossEntropyLoss()(z, index)))
print("one-hot:    ", backward_steps(nn.CrossEntropyLoss()(z, one_hot)))
# --8<-- [end:wrapper]


# --8<-- [start:bytes]
def bytes_saved(compute):
    """The bytes that autograd saves for the backward pass, each tensor once."""
    saved = {}

    def save(tensor):
        saved[tensor.untyped_storage().data_ptr()] = tensor
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(save, lambda tensor: tensor):
        result = compute()
    return sum(tensor.nbytes for tensor in saved.values())


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
