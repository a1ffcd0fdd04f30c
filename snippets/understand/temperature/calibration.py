# --8<-- [start:dozen]
confidence = [0.98, 0.96, 0.94, 0.92, 0.88, 0.86, 0.84, 0.82, 0.68, 0.62]
confidence += [0.58, 0.52]  # of a dozen predictions
right = [1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1]
print(f"mean confidence: {sum(confidence) / 12:.4f}")
print(f"accuracy:        {sum(right) / 12:.4f}")
# --8<-- [end:dozen]

# --8<-- [start:bins]
def in_bins(confidence, right, bins=10):
    """For each bin that is not empty: its confidences, and which are right."""
    found = {}
    for c, r in sorted(zip(confidence, right)):
        found.setdefault(min(int(c * bins), bins - 1), []).append((c, r))
    return [tuple(zip(*each)) for each in found.values()]


print("| from | to | predictions | confidence | accuracy | gap |")
print("| --: | --: | --: | --: | --: | --: |")
for c, r in in_bins(confidence, right):
    sure, share = sum(c) / len(c), sum(r) / len(r)
    row = f"{min(c)} | {max(c)} | {len(c)} | {sure:.2f} | {share:.2f}"
    print(f"| {row} | {abs(sure - share):.2f} |")
# --8<-- [end:bins]

# --8<-- [start:error]
def calibration_error(confidence, right, bins=10):
    parts = in_bins(confidence, right, bins)
    return sum(abs(sum(c) - sum(r)) for c, r in parts) / len(confidence)


from_table = (4 * 0.20 + 4 * 0.35 + 2 * 0.15 + 2 * 0.45) / 12
print(f"by table: {from_table:.4f}")
print(f"ten bins: {calibration_error(confidence, right):.4f}")
for bins in 5, 2, 1:
    error = calibration_error(confidence, right, bins)
    print(f"in {bins}: {error:.4f}")
# --8<-- [end:error]

# --8<-- [start:validation]
import torch

z = torch.tensor(
    [
        [6.0, 1.0, 0.0], [0.5, 5.0, 1.0], [1.0, 0.0, 4.0], [4.5, 3.0, 0.0],
        [0.0, 3.5, 3.0], [2.0, 6.5, 0.0], [5.0, 0.0, 1.0], [1.0, 2.0, 1.5],
        [3.0, 0.5, 0.0], [0.0, 4.0, 1.0], [1.0, 0.0, 5.5], [2.5, 2.0, 0.0],
    ]
)  # (12, 3)  # fmt: skip
y = torch.tensor([0, 1, 2, 1, 1, 1, 2, 2, 0, 0, 2, 0])  # (12,)
hits = (z.argmax(dim=1) == y).tolist()
for T in 1.0, 2.2644:
    sure = (z / T).softmax(dim=1).amax(dim=1).tolist()
    error = calibration_error(sure, hits)
    print(f"T = {T}: confidence {sum(sure) / 12:.4f}, error {error:.4f}")
# --8<-- [end:validation]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

torch.manual_seed(1)
rows = 3 * torch.randn(2000, 3, dtype=torch.double)  # (2000, 3) logits
labels = (rows / 2.2644).softmax(dim=1).multinomial(1).squeeze(1)  # (2000,) drawn
found = (rows.argmax(dim=1) == labels).tolist()

fig, axes = plt.subplots(1, 2, figsize=(6.2, 3.5), sharey=True)
for ax, T in zip(axes, (1.0, 2.2644)):
    ax.plot([0.3, 1], [0.3, 1], "-", color="tab:gray", linewidth=1)
    claimed = (rows / T).softmax(dim=1).amax(dim=1).tolist()
    for c, r in in_bins(claimed, found):
        mean, share = sum(c) / len(c), sum(r) / len(r)
        ax.plot([mean, mean], [mean, share], "-", color="tab:red")  # the gap
        ax.plot(mean, share, "o", color="#1f5fa8", markersize=3 + len(c) ** 0.5 / 3)
    error = calibration_error(claimed, found)
    ax.set(title=f"T = {T:.2f}, error {error:.2f}", xlabel="confidence")
    ax.set(xlim=(0.3, 1.04), ylim=(0.25, 1.06), xticks=[0.4, 0.7, 1], yticks=[0.4, 0.7, 1])
axes[0].text(0.62, 0.31, "below the line:\ntoo sure")
axes[1].text(0.62, 0.31, "on the line:\ncalibrated")
axes[0].text(0.32, 1.0, "share right")
fig.savefig("calibration.svg")
# --8<-- [end:figure]

# --8<-- [start:chance]
import itertools
import math

expected = 0.0
for hits in itertools.product([0, 1], repeat=12):  # right or wrong, each
    chance = math.prod(c if hit else 1 - c for c, hit in zip(sure, hits))
    expected += chance * calibration_error(sure, hits)
print(f"{expected:.4f}")
# --8<-- [end:chance]

# --8<-- [start:constant]
y = torch.tensor([0, 1, 2] * 4)  # (12,)
z = torch.zeros(12, 3)
hits = (z.argmax(dim=1) == y).tolist()
sure = z.softmax(dim=1).amax(dim=1).tolist()
print(f"accuracy {sum(hits) / 12:.4f}, error", end=" ")
print(f"{calibration_error(sure, hits):.4f}")
# --8<-- [end:constant]
