# --8<-- [start:table]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
log_probs = logits.log_softmax(dim=0)  # (3,)
rounded = torch.tensor([0.20, 0.70, 0.10]).log()  # (3,)
printed = [-1.61, -0.36, -2.30]
print("| logit | printed | log of 0.20, 0.70, 0.10 | recomputed |")
print("| --: | --: | --: | --: |")
for z, shown, r, log_p in zip(logits, printed, rounded, log_probs):
    print(f"| {z:.1f} | {shown:.2f} | {r:.4f} | {log_p:.4f} |")
# --8<-- [end:table]

# --8<-- [start:gaps]
print(f"logits:     3.5 - 2.5       = {3.5 - 2.5:.2f}")
print(f"recomputed: second - first  = {log_probs[1] - log_probs[0]:.2f}")
print(f"printed:    -0.36 - (-1.61) = {-0.36 - (-1.61):.2f}")
# --8<-- [end:gaps]

# --8<-- [start:direction]
print("| the right city | log-probability | loss |")
print("| --- | --: | --: |")
for city, log_p in zip(["Anaheim", "Boulder", "Chicago"], log_probs):
    print(f"| {city} | {log_p:.4f} | {-log_p:.4f} |")
# --8<-- [end:direction]

# --8<-- [start:sign]
gap = torch.tensor([0.0, 17.0])  # (2,)
print("log-softmax:", gap.log_softmax(dim=0))
print("1 + e^-17 is 1:", bool(1 + (-gap[1]).exp() == 1))
nearest = gap.double().softmax(dim=0)[1].float()  # to the probability
print(f"probability: {nearest:.8f}")
# --8<-- [end:sign]
