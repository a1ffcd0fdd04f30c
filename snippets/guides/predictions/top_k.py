# --8<-- [start:table]
import torch

names = ["Anaheim", "Boulder", "Concord", "Denver"]
logits = torch.tensor([2.5, 3.5, 1.5, 1.0])  # (4,)
probs = logits.softmax(dim=0)  # (4,)
kept = probs.topk(2)  # values (2,), indices (2,)
renormalised = logits[kept.indices].softmax(dim=0)  # (2,)
print("| rank | class | probability | among these two |")
print("| --: | --- | --: | --: |")
for k in range(2):
    name = names[kept.indices[k]]
    p, q = kept.values[k], renormalised[k]
    print(f"| {k + 1} | {name} | {p:.4f} | {q:.4f} |")
# --8<-- [end:table]

# --8<-- [start:accuracy]
batch = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
targets = torch.tensor([0, 2])  # (2,)
indices = batch.topk(2, dim=1).indices  # (2, 2)
hits = (indices == targets.unsqueeze(1)).any(dim=1)  # (2,)
print(hits, hits.float().mean())
# --8<-- [end:accuracy]
