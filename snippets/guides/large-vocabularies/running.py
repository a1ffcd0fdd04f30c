# --8<-- [start:table]
import torch
import torch.nn.functional as F

x = torch.ones(4096, 2, dtype=torch.bfloat16)  # (N, F)
weight = torch.zeros(256, 2, dtype=torch.bfloat16)  # (V, F): all logits are equal
y = torch.zeros(4096, dtype=torch.long)  # (N,)


def loss(size, reduction):
    options = torch.nn.LinearCrossEntropyOptions(batch_chunk_size=size)
    losses = F.linear_cross_entropy(x, weight, y, reduction=reduction, options=options)
    return losses.float().mean()


print("| tokens per chunk | 4096 | 512 | 64 | 8 |\n| --- | --: | --: | --: | --: |")
for reduction in "mean", "none":
    print(f"| `{reduction}` |", " | ".join(f"{loss(size, reduction):.4f}" for size in (4096, 512, 64, 8)), "|")
print(f"| exact | {' | '.join([f'{torch.tensor(256.0).log():.4f}'] * 4)} |")
# --8<-- [end:table]
