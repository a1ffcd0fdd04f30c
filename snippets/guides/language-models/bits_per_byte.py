# --8<-- [start:bytes]
import math

import torch

text = "banana"
words = torch.tensor([1 / 64, 1 / 64])  # of the right tokens: ban, ana
letters = torch.tensor([1 / 4] * 6)  # of the right tokens: b, a, n, a, n, a
for p in words, letters:
    nats = -p.log().sum()
    per_byte = nats / math.log(2) / len(text.encode())
    print(f"perplexity {(nats / len(p)).exp():.4f}, {per_byte:.4f} bits per byte")
    print(f"perplexity of the word {nats.exp():.0f}")
print(len("mañana"), "characters,", len("mañana".encode()), "bytes")
# --8<-- [end:bytes]
