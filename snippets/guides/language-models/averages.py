# --8<-- [start:losses]
import torch

bits = torch.tensor([[2.0, 1.0, 2.0], [2.0, 1.0, 0.0]])  # (N, L) of each target
keep = torch.tensor([[1, 1, 1], [1, 1, 0]])  # (N, L): 0 where it is -100
shares = {
    "tokens": keep / keep.sum(),
    "sequences": keep / keep.sum(dim=1, keepdim=True) / len(keep),
    "fixed length": keep / keep.numel(),
}  # (N, L) each
print("| average over | long row | short row | loss |")
print("| --- | --: | --: | --: |")
for name, share in shares.items():
    a, b = share[:, 0]
    print(f"| {name} | {a:.4f} | {b:.4f} | {(share * bits).sum():.4f} |")
# --8<-- [end:losses]

# --8<-- [start:batches]
means = (bits * keep).sum(dim=1) / keep.sum(dim=1)  # (N,): batches of one row
print(f"{means.mean():.4f}")
# --8<-- [end:batches]
