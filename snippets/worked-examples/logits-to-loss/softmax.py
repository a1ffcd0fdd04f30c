# --8<-- [start:by_hand]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,) Anaheim, Boulder, Chicago
exps = logits.exp()  # (3,)
probs = exps / exps.sum()  # (3,)
print(exps)
print(probs)
# --8<-- [end:by_hand]

# --8<-- [start:torch]
print(torch.allclose(probs, torch.softmax(logits, dim=0)))
# --8<-- [end:torch]

# --8<-- [start:table]
cities = ["Anaheim", "Boulder", "Chicago"]
print("| city | logit | exp(logit) | exp / sum |")
print("| --- | --: | --: | --: |")
for city, z, e, p in zip(cities, logits, exps, probs):
    print(f"| {city} | {z:.1f} | {e:.4f} | {p:.4f} |")
print(f"| sum | | {exps.sum():.4f} | {probs.sum():.4f} |")
# --8<-- [end:table]

# --8<-- [start:shift]
print(torch.softmax(logits + 100, dim=0))
# --8<-- [end:shift]
