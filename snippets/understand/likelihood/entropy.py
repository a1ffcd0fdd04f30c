# --8<-- [start:three]
import torch

distributions = {
    "one-hot": torch.tensor([0.0, 1.0, 0.0]),
    "soft": torch.tensor([0.2, 0.7, 0.1]),
    "uniform": torch.ones(3) / 3,
}
for name, q in distributions.items():
    print(f"{name}: {torch.special.entr(q).sum():.4f}")
# --8<-- [end:three]

# --8<-- [start:zero]
one_hot = distributions["one-hot"]  # (3,)
print("q log q, as written:", (one_hot * one_hot.log()).sum())
print("by xlogy:           ", torch.xlogy(one_hot, one_hot).sum())
# --8<-- [end:zero]
