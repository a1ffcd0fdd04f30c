# --8<-- [start:setup]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3)
targets = torch.tensor([0, 0, 2, 1])  # (4,)
micro_batches = list(zip(logits.split([1, 3]), targets.split([1, 3])))
bias = torch.zeros(3, requires_grad=True)  # (3,) the model: z + bias
F.cross_entropy(logits + bias, targets).backward()
print("the whole batch:   ", bias.grad)
# --8<-- [end:setup]

# --8<-- [start:wrong]
bias.grad = None
for z, c in micro_batches:
    loss = F.cross_entropy(z + bias, c)
    (loss / len(micro_batches)).backward()
print("mean of means:     ", bias.grad)
# --8<-- [end:wrong]

# --8<-- [start:count_first]
bias.grad = None
count = sum((c != -100).sum() for _, c in micro_batches)
for z, c in micro_batches:
    loss = F.cross_entropy(z + bias, c, reduction="sum")
    (loss / count).backward()
print("counted first:     ", bias.grad)
# --8<-- [end:count_first]

# --8<-- [start:divide_last]
bias.grad, count = None, 0
for z, c in micro_batches:
    F.cross_entropy(z + bias, c, reduction="sum").backward()
    count += (c != -100).sum()
bias.grad /= count  # before clipping and optimizer.step()
print("divided at the end:", bias.grad)
# --8<-- [end:divide_last]

# --8<-- [start:logged]
means = [F.cross_entropy(z + bias, c).item() for z, c in micro_batches]
sums = [F.cross_entropy(z + bias, c, reduction="sum").item() for z, c in micro_batches]
print(f"mean of the whole batch:  {F.cross_entropy(logits + bias, targets):.4f}")
print(f"sums over the count:      {sum(sums) / count:.4f}")
print(f"last mean over two parts: {means[-1] / 2:.4f}")
print(f"both means, added up:     {sum(means):.4f}")
# --8<-- [end:logged]
