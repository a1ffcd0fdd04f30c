# --8<-- [start:setup]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
exps, probs = logits.exp(), logits.softmax(dim=0)  # (3,), (3,)
printed_exps = [12.18, 33.11, 4.48, 49.78]  # the last one is their sum
printed_probs = [0.20, 0.70, 0.10, 1.00]
# --8<-- [end:setup]

# --8<-- [start:table]
columns = ["2.5", "3.5", "1.5", "sum"], printed_exps, [*exps, exps.sum()]
columns += printed_probs, [*probs, probs.sum()]
print("| logit | exp, printed | recomputed | exp / sum, printed | recomputed |")
print("| --: | --: | --: | --: | --: |")
for z, e0, e, p0, p in zip(*columns):
    print(f"| {z} | {e0:.2f} | {e:.4f} | {p0:.2f} | {p:.4f} |")
# --8<-- [end:table]

# --8<-- [start:why]
print(f"exp(3.5) rounded to two decimals: {exps[1]:.2f}")
print(f"sum of the three printed values: {sum(printed_exps[:3]):.2f}")
ratios = [f"{e / 49.78:.4f}" for e in printed_exps[:3]]
print("printed value / printed sum:", ratios)
print("softmax rounded to one decimal:", [f"{p:.1f}" for p in probs])
# --8<-- [end:why]

# --8<-- [start:which_logits]
would_be = torch.tensor([2.0, 7.0, 1.0]).log()  # (3,)
print(would_be)
print(would_be.softmax(dim=0))
# --8<-- [end:which_logits]
