# --8<-- [start:table]
tokens, features, classes = 8192, 4096, 128_256
logits = tokens * classes * 4 / 2**30  # GiB of (N, C) float32 numbers
gradients = (classes + tokens) * features * 4 / 2**30  # (C, F) and (N, F)
ways = {"`softmax`, `log`, `nll_loss`": (2 * logits, 4 * logits)}
ways["`log_softmax`, `nll_loss`"] = logits, 4 * logits
ways["`cross_entropy`"] = logits, 4 * logits
ways["`cross_entropy`, one-hot targets"] = 2 * logits, 5 * logits
ways["`linear_cross_entropy`, `options`"] = gradients, 2 * gradients

heads = "saved for backward | peak"
print(f"| {logits:.2f} GiB of logits, held | {heads} |")
print("| --- | --: | --: |")
for way, (saved, peak) in ways.items():
    print(f"| {way} | {saved:.2f} GiB | {peak:.2f} GiB |")
# --8<-- [end:table]
