# --8<-- [start:by_hand]
import torch

z = torch.tensor([100.0, 101.0, 0.0])  # (3,)
shifted = z - z.max()  # (3,) none above 0
total = shifted.exp().sum()  # () from 1 to the number of classes
log_probs = shifted - total.log()  # (3,)
print("shifted:  ", shifted)
print("total:    ", total)
print("log-probs:", log_probs)
print(torch.allclose(log_probs, z.log_softmax(dim=0)))
# --8<-- [end:by_hand]

# --8<-- [start:order]
print("| offset | z - logsumexp(z) | (z - max) - log(total) | log_softmax |")
print("| --: | --: | --: | --: |")
for offset in 0, 1000, 10_000, 100_000, 10_000_000:
    z = torch.tensor([0.0, 1.0]) + offset  # (2,)
    at_once = z - z.logsumexp(dim=0)
    in_order = (z - z.max()) - (z - z.max()).exp().sum().log()
    row = at_once[0], in_order[0], z.log_softmax(dim=0)[0]
    print(f"| {offset} |", " | ".join(f"{x:.4f}" for x in row), "|")
# --8<-- [end:order]

# --8<-- [start:too_large]
z = torch.tensor([0.0, 1.0]) + 100_000_000
print(z[0] == z[1])
print(z.log_softmax(dim=0))
# --8<-- [end:too_large]
