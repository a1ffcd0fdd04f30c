# --8<-- [start:pinball]
import torch


def pinball_loss(prediction, target, q):
    gap = target - prediction  # above 0 if the prediction is too low
    return torch.maximum(q * gap, (q - 1) * gap).mean()


targets = torch.tensor([1.0, 2.0, 3.0, 4.0, 15.0])  # (5,)
print("| q | " + " | ".join(f"predict {guess:.0f}" for guess in targets) + " |")
print("| --: " * (len(targets) + 1) + "|")
for q in 0.5, 0.7, 0.9:
    losses = [pinball_loss(guess, targets, q) for guess in targets]
    print(f"| {q} | " + " | ".join(f"{loss:.2f}" for loss in losses) + " |")
# --8<-- [end:pinball]

# --8<-- [start:ordered]
outputs = torch.tensor([[1.0, -2.0, 0.5]])  # (1, 3) for q = 0.1, 0.5 and 0.9
steps = torch.nn.functional.softplus(outputs[:, 1:])  # (1, 2) above 0
print("outputs:  ", outputs)
print("quantiles:", torch.cat([outputs[:, :1], steps], dim=1).cumsum(dim=1))
# --8<-- [end:ordered]
