# --8<-- [start:right]
import math

import torch
import torch.nn.functional as F

half, rare = [0.5, 0.5], [0.9375, 0.0625]  # of the tokens 0 and 1
p = torch.tensor([[half, half, half], [rare, half, half]])  # (2, 3, 2)
targets = torch.tensor([[1, 1, 1], [1, -100, -100]])  # (2, 3)
total, tokens = 0.0, 0
for logits, y in zip(p.log(), targets):  # (3, 2), (3,): each is a batch
    total += F.cross_entropy(logits, y, reduction="sum").item()
    tokens += (y != -100).sum().item()
print(f"{total:.4f} nats, {tokens} tokens")
print(f"perplexity {math.exp(total / tokens):.4f}")
# --8<-- [end:right]

# --8<-- [start:whole]
whole = F.cross_entropy(p.log().flatten(0, 1), targets.flatten())
print(f"perplexity {whole.exp():.4f}")
# --8<-- [end:whole]

# --8<-- [start:wrong]
pairs = list(zip(p.log(), targets))
losses = torch.stack([F.cross_entropy(*pair) for pair in pairs])  # (2,)
print("| | perplexity |")
print("| --- | --: |")
print(f"| first batch alone | {losses[0].exp():.4f} |")
print(f"| second batch alone | {losses[1].exp():.4f} |")
print(f"| mean of the two perplexities | {losses.exp().mean():.4f} |")
print(f"| exp of the mean of the two losses | {losses.mean().exp():.4f} |")
padded = math.exp(total / targets.numel())  # numel counts the padding too
print(f"| exp of the total loss / all positions | {padded:.4f} |")
# --8<-- [end:wrong]
