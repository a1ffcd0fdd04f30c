# --8<-- [start:targets]
import torch
import torch.nn.functional as F

index = torch.zeros(16, dtype=torch.int64)  # (16,)
wide = F.one_hot(index, num_classes=100).float()  # (16, 100)
print("bytes of a row:", wide[0].nbytes, "and", index[0].nbytes)
print("quotient:", wide.nbytes // index.nbytes)
print("quotient of the numbers:", wide.numel() // index.numel())
# --8<-- [end:targets]

# --8<-- [start:saved]
def saved(loss_of):
    z, kept = torch.zeros(4, 50, requires_grad=True), {}  # (4, 50)
    keep = lambda tensor: kept.setdefault(tensor.data_ptr(), tensor)
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        loss_of(z)
    return sum(tensor.shape == z.shape for tensor in kept.values())


target = torch.arange(4)  # (4,)
print("cross_entropy:", saved(lambda z: F.cross_entropy(z, target)))
print("softmax, log, nll_loss:", saved(lambda z: F.nll_loss(z.softmax(dim=1).log(), target)))
# --8<-- [end:saved]

# --8<-- [start:peak]
gib = 16_384 * 32_768 * 4 / 2**30
print(f"logits: {gib:g} GiB")
print(f"after the forward pass: {2 * gib:g}")
print(f"peak, class indices: {4 * gib:g}, without the logits: {3 * gib:g}")
print(f"peak, one-hot target: {5 * gib:g}")
# --8<-- [end:peak]

# --8<-- [start:half]
target = torch.arange(4)  # (4,)
for dtype, autocast in (torch.float32, False), (torch.bfloat16, True), (torch.bfloat16, False):
    z = torch.zeros(4, 50, dtype=dtype, requires_grad=True)  # (4, 50)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
        loss = F.cross_entropy(z, target)
    log_probs = loss.grad_fn._saved_self  # (4, 50)
    print(f"{dtype}, autocast {autocast}: logits {z.nbytes} bytes", end=", ")
    print(f"log-probabilities saved {log_probs.nbytes} bytes")
# --8<-- [end:half]

# --8<-- [start:rows]
features = 1024
for classes in 100_000_000, 1024:
    limit = classes * features / (2 * classes - features)
    print(f"{classes} classes: held {limit:.0f} rows", end=", ")
    print(f"not held {2 * classes * features / (3 * classes - 2 * features):.0f}")
# --8<-- [end:rows]
