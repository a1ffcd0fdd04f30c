# --8<-- [start:keep]
import torch


def top_k(z, k):
    return z.masked_fill(z < z.topk(k).values[-1], -torch.inf)


def top_p(z, p):
    order = z.argsort(descending=True)
    probs = z[order].softmax(dim=0)
    larger = probs.cumsum(dim=0) - probs  # of the tokens before
    return z.index_fill(0, order[larger >= p], -torch.inf)


z = torch.tensor([2.0, 3.0, 0.5, 1.5, 1.0])  # (5,) logits of the next token
for T in 0.5, 1.0, 2.0:
    print(f"T = {T}:       ", (z / T).softmax(dim=0))
    print("  top-k of 2:  ", top_k(z / T, 2).softmax(dim=0))
    print("  top-p of 0.8:", top_p(z / T, 0.8).softmax(dim=0))
print("top-p before T:", (top_p(z, 0.8) / 2).softmax(dim=0))
# --8<-- [end:keep]
