# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

splits = {
    "pieces": (["ban", "ana"], torch.tensor([1 / 64, 1 / 64])),
    "letters": (list("banana"), torch.tensor([1 / 4] * 6)),
}  # the tokens, and the probability that the model gives to each
fig, ax = plt.subplots(figsize=(6.2, 2.6))
for row, (name, (tokens, p)) in enumerate(splits.items()):
    bits = -p.log2()  # (tokens,)
    left = bits.cumsum(dim=0) - bits  # (tokens,): where each begins
    ax.barh([-row] * len(bits), bits, left=left, height=0.5, color="tab:red", edgecolor="#ffffff")
    for token, x in zip(tokens, left + bits / 2):
        ax.text(x, -row, token, ha="center", va="center", color="#ffffff")
    ax.text(-0.3, -row, name, ha="right", va="center")
    perplexity = 2 ** bits.mean()
    ax.text(12.3, -row, f"perplexity {perplexity:.0f}", va="center", weight="bold")
ax.annotate("", (0, -1.45), (12, -1.45), arrowprops={"arrowstyle": "<->", "color": "tab:gray"})
total = bits.sum()
ax.text(6, -1.62, f"{total:.0f} bits for 6 bytes: {total / 6:.0f} bits per byte", ha="center", va="top")
ax.set(xlim=(-2.3, 17.2), ylim=(-2, 0.4))
ax.axis("off")
fig.savefig("two_tokenizers.svg")
# --8<-- [end:figure]
