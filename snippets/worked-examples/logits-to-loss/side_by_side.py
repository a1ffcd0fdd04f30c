# --8<-- [start:table]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
target = torch.tensor([0.0, 1.0, 0.0])  # (3,)


def derived(probs):
    """What the source computes from the probabilities, in its order."""
    errors = (probs - target) ** 2
    return [*probs, *errors, errors.sum(), -probs[1].log(), *probs.log()]


exact = derived(logits.softmax(dim=0))
rounded = derived(torch.tensor([0.2, 0.7, 0.1]))
printed = [0.20, 0.70, 0.10, 0.04, 0.09, 0.01, 0.14, 0.36, -1.61, -0.36, -2.30]
names = ["softmax"] * 3 + ["error term"] * 3
names += ["squared error", "cross-entropy"] + ["log-softmax"] * 3

print("| | printed | from 0.2, 0.7, 0.1 | from the logits |")
print("| --- | --: | --: | --: |")
for name, shown, r, e in zip(names, printed, rounded, exact):
    print(f"| {name} | {shown:.2f} | {r:.4f} | {e:.4f} |")
# --8<-- [end:table]
