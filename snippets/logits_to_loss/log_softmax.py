# --8<-- [start:ways]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
log_probs = F.log_softmax(logits, dim=0)  # (3,)
print(log_probs)
print(torch.allclose(log_probs, logits.softmax(dim=0).log()))
print(torch.allclose(log_probs, logits - logits.exp().sum().log()))
# --8<-- [end:ways]

# --8<-- [start:table]
print("| logit | log(softmax), printed | log(softmax), recomputed |")
print("| --: | --: | --: |")
for z, printed, log_p in zip(logits, [-1.61, -0.36, -2.30], log_probs):
    print(f"| {z:.1f} | {printed:.2f} | {log_p:.4f} |")
# --8<-- [end:table]

# --8<-- [start:gaps]
print(f"logits:     3.5 - 2.5 = {3.5 - 2.5:.2f}")
print(f"recomputed: second - first = {log_probs[1] - log_probs[0]:.2f}")
print(f"printed:    -0.36 - (-1.61) = {-0.36 - (-1.61):.2f}")
# --8<-- [end:gaps]

# --8<-- [start:sign]
print(F.log_softmax(torch.tensor([0.0, 200.0]), dim=0))
# --8<-- [end:sign]

# --8<-- [start:direction]
print("| if the target is | log-probability | loss |")
print("| --- | --: | --: |")
for city, log_p in zip(["Anaheim", "Boulder", "Chicago"], log_probs):
    print(f"| {city} | {log_p:.4f} | {-log_p:.4f} |")
# --8<-- [end:direction]
