# --8<-- [start:loss]
import torch
import torch.nn.functional as F

x = torch.tensor([[2.0, 0.0], [1.0, 1.0], [0.0, 3.0]])  # (3, 2)
y = torch.tensor([0, -100, 1])  # (3,)
weight = torch.tensor([[1.0, 0.0], [0.0, 1.0], [-1.0, 1.0], [1.0, -1.0]])  # (4, 2)
options = torch.nn.LinearCrossEntropyOptions(batch_chunk_size=2)
print(F.linear_cross_entropy(x, weight, y, options=options))
print(F.cross_entropy(F.linear(x, weight), y))
# --8<-- [end:loss]

# --8<-- [start:size]
N, features, V = 8192, 4096, 128_256
rows = -(-N // -(-V // features))  # rounded up, twice
size = 1 << (rows - 1).bit_length()  # the next power of 2
for name, by in ("aspect_ratio", 1), ("aspect_ratio:2", 2):
    print(f"{name}: {size // by} tokens per chunk, {N // (size // by)} chunks")
# --8<-- [end:size]
