# --8<-- [start:order]
import torch

logits = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
for scores in logits, logits.log_softmax(dim=1), logits.softmax(dim=1):
    print(scores.argsort(dim=1, descending=True).tolist())
# --8<-- [end:order]

# --8<-- [start:accuracy]
targets = torch.tensor([1, 2])  # (2,)
hits = logits.argmax(dim=1) == targets  # (2,)
print(hits, hits.float().mean())
# --8<-- [end:accuracy]

# --8<-- [start:valid]
four = logits.repeat(2, 1)  # (4, 3)
labels = torch.tensor([1, 2, -100, -100])  # (4,)
hits, valid = four.argmax(dim=1) == labels, labels != -100  # (4,) each
print(f"{hits.float().mean():.4f} {hits[valid].float().mean():.4f}")
# --8<-- [end:valid]

# --8<-- [start:names]
names = ["Anaheim", "Boulder", "Concord"]
print([names[c] for c in logits.argmax(dim=1)])
# --8<-- [end:names]

# --8<-- [start:folders]
folders = ["2", "9", "10"]
print({name: c for c, name in enumerate(sorted(folders))})  # sorted as text
# --8<-- [end:folders]
