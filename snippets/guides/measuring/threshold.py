# --8<-- [start:counts]
import torch

positive = torch.tensor([-2.35, -1.15, -0.45, 0.35, 0.85, 1.35, 1.85, 2.35, 2.95, 3.85])  # (10,) logits
negative = torch.tensor([-3.95, -3.35, -2.75, -2.25, -1.75, -1.25, -0.75, -0.25, 0.55, 1.95])  # (10,)
for threshold in 0.7, 0.5, 0.0:  # the last is drawn
    TP, FP = (positive > threshold).sum().item(), (negative > threshold).sum().item()
    FN, TN = len(positive) - TP, len(negative) - FP
    precision, recall, f1 = TP / (TP + FP), TP / (TP + FN), 2 * TP / (2 * TP + FP + FN)
    print(f"threshold {threshold}: TP {TP}, FP {FP}, FN {FN}, TN {TN}")
    print(f"  precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
# --8<-- [end:counts]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(6.2, 2.5))
ax.bar(threshold, 2.25, 4.5 - threshold, bottom=0.3, align="edge", color="C0", alpha=0.15)
for lane, rows in (2, positive), (1, negative):
    for z in rows.tolist():
        color = "C0" if (z > threshold) == (lane == 2) else "tab:red"
        ax.plot(z, lane, "o", color=color, fillstyle="full" if lane == 2 else "none", ms=6, mew=2)
ax.plot([threshold, threshold], [0.3, 2.55], "-", color="C0")
lanes = (2, "positive rows", f"FN {FN}", f"TP {TP}"), (1, "negative rows", f"TN {TN}", f"FP {FP}")
for lane, name, left, right in lanes:
    ax.text(-4.8, lane + 0.36, name, ha="right", va="center")
    for x, side, text in (-4.8, "right", left), (4.8, "left", right):
        ax.text(x, lane, text, ha=side, va="center", color="C0" if text[0] == "T" else "tab:red", weight="bold")
ax.plot([-4.5, -4.5, 4.5, 4.5], [2.62, 2.75, 2.75, 2.62], "-", color="tab:gray", linewidth=1)
ax.plot([6.85, 7, 7, 6.85], [2.35, 2.35, 0.65, 0.65], "-", color="tab:gray", linewidth=1)
ax.text(0, 2.9, f"recall {TP}/{TP + FN} = {recall:.2f}", ha="center", va="bottom")
ax.text(7.25, 1.5, f"precision\n{TP}/{TP + FP} = {precision:.2f}", va="center", linespacing=1.4)
ax.text(7.25, 2.9, f"F1 {f1:.2f}", va="bottom", weight="bold")
ax.text(threshold, -0.22, f"threshold {threshold:g}", ha="center", va="top", color="C0")
ax.text(4.8, 0.3, "logit", va="center")
ax.set(xlim=(-9.2, 11.3), ylim=(0.3, 3.3), yticks=[])
ax.set_xticks(range(-4, 5, 2), [f"{tick}".replace("-", "−") for tick in range(-4, 5, 2)])
ax.spines["left"].set_visible(False)
ax.spines["bottom"].set_bounds(-4.5, 4.5)
fig.savefig("threshold.svg")
# --8<-- [end:figure]
