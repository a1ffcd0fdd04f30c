# --8<-- [start:table]
import torch

bits = torch.tensor([[2.0, 1.0, 2.0], [2.0, 1.0, 0.0]])  # (N, L) of each target
keep = torch.tensor([[1, 1, 1], [1, 1, 0]])  # (N, L): 0 where it is -100
shares = {
    "tokens": keep / keep.sum(),
    "sequences": keep / keep.sum(dim=1, keepdim=True) / len(keep),
    "a fixed length": keep / keep.numel(),
}  # (N, L) each
print("| average over | a token of the long row | of the short row | loss in bits |")
print("| --- | --: | --: | --: |")
for name, share in shares.items():
    long, short = share[:, 0]
    print(f"| {name} | {long:.4f} | {short:.4f} | {(share * bits).sum():.4f} |")
# --8<-- [end:table]
