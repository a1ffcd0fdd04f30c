# --8<-- [start:ranks]
import torch


def ranks(similarities):  # (N, N), the positives on the diagonal
    return (similarities >= similarities.diagonal().unsqueeze(1)).sum(dim=1)  # (N,)


found = torch.tensor([[0.9, 0.2, 0.1, 0.0], [0.6, 0.5, 0.3, 0.2], [0.4, 0.1, 0.8, 0.3], [0.7, 0.6, 0.5, 0.4]])
for name, similarities in ("queries", found), ("all alike", torch.ones(4, 4)):
    rank = ranks(similarities)  # (N,)
    print(f"{name}: ranks {rank.tolist()}, MRR {(1 / rank).mean():.4f}")
    print(*[f"recall@{k} {(rank <= k).float().mean():.4f}" for k in (1, 2)])
print("all alike, by larger cosines:", (1 + (similarities > similarities.diagonal().unsqueeze(1)).sum(dim=1)).tolist())
# --8<-- [end:ranks]
