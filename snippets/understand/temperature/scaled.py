# --8<-- [start:table]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5])  # (3,) logits
print("| T | probabilities | argmax | loss if 1 is right | if 0 is right |")
print("| --: | --: | --: | --: | --: |")
for T in 0.1, 0.5, 1.0, 2.0, 10.0, 100.0:
    p = (z / T).softmax(dim=0)  # (3,)
    shown = ", ".join(f"{each:.4f}" for each in p)
    losses = [F.cross_entropy(z / T, torch.tensor(c)) for c in (1, 0)]
    loss = " | ".join(f"{each:.4f}" for each in losses)
    print(f"| {T:g} | {shown} | {p.argmax()} | {loss} |")
# --8<-- [end:table]

# --8<-- [start:powers]
p = z.softmax(dim=0)  # (3,)
powers = p ** (1 / 2.0)
print(powers / powers.sum())
print((z / 2.0).softmax(dim=0))
# --8<-- [end:powers]

# --8<-- [start:limits]
print("T = 0.001:", (z / 0.001).softmax(dim=0))
print("T = 1e6:  ", (z / 1e6).softmax(dim=0))
print("loss at T = 1e6:", F.cross_entropy(z / 1e6, torch.tensor(0)))
print("ln 3:           ", torch.tensor(3.0).log())
print("T = 0:    ", (z / 0).softmax(dim=0))
print("a tie:    ", (torch.tensor([3.5, 3.5, 1.5]) / 0.001).softmax(dim=0))
# --8<-- [end:limits]

# --8<-- [start:rounding]
p = (z / 1e8).softmax(dim=0)  # (3,)
print("all equal:", len(set(p.tolist())) == 1)
print("argmax of the probabilities:", p.argmax())
print("argmax of the logits:       ", z.argmax())
# --8<-- [end:rounding]

# --8<-- [start:between_rows]
rows = torch.tensor([[2.0, 1.9, -5.0], [1.0, 0.0, 0.0]])  # (2, 3)
for T in 1.0, 10.0:
    print(f"T = {T:g}:", (rows / T).softmax(dim=1).amax(dim=1))
# --8<-- [end:between_rows]
