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
z = torch.tensor([[2.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
step = F.cross_entropy(z, torch.tensor([1])).grad_fn  # that of nll_loss
print("nll_loss saves:   ", step._saved_self.detach())
print("log_softmax saves:", step.next_functions[0][0]._saved_result.detach())
print("log-probabilities:", z.detach().log_softmax(dim=1))
print("probabilities:    ", z.detach().softmax(dim=1))
print("logits:           ", z.detach())
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
z = torch.zeros(4, 50, dtype=torch.bfloat16, requires_grad=True)  # (4, 50)
print("logits:", z.nbytes, "bytes")
for autocast in True, False:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
        loss = F.cross_entropy(z, target)
    size = loss.grad_fn._saved_self.nbytes  # of the log-probabilities
    print(f"autocast {autocast}: {size} bytes, twice: {2 * size}")
# --8<-- [end:half]

# --8<-- [start:rows]
features = 1024
for classes in 100_000_000, 1024:
    limit = classes * features / (2 * classes - features)
    print(f"{classes} classes: held {limit:.0f} rows", end=", ")
    print(f"not held {2 * classes * features / (3 * classes - 2 * features):.0f}")
# --8<-- [end:rows]
