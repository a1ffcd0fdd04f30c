# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print(logits.log_softmax(dim=0))
print(logits - logits.logsumexp(dim=0))
print(logits.log_softmax(dim=0).log_softmax(dim=0))
# --8<-- [end:example]

# --8<-- [start:twice]
def kept(loss):  # counts the kept tensors of the logits' size
    addresses = set()

    def note(tensor):
        if tensor.shape == logits.shape:
            addresses.add(tensor.data_ptr())
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        value = loss()
    return f"loss {value:.4f}, tensors kept {len(addresses)}"


logits = torch.tensor([[2.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
target = torch.tensor([1])  # (1,)
print(kept(lambda: F.cross_entropy(logits, target)))
print(kept(lambda: F.cross_entropy(logits.log_softmax(dim=1), target)))
# --8<-- [end:twice]
