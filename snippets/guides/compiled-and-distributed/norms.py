# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch


def norms(*calls):
    w = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
    scaler.scale((w * torch.tensor([3.0, 4.0])).sum()).backward()
    found = [w.grad.norm().item()]
    for call in calls:
        scaler.unscale_(optimizer) if call == "unscale_" else torch.nn.utils.clip_grad_norm_([w], 1.0)
        found.append(w.grad.norm().item())
    return found


fig, ax = plt.subplots(figsize=(6.2, 3))
for style, end, *calls in [
    ("-", " clipped to 1", "unscale_", "clip"),
    ("--", "\n1024 times too short", "clip", "unscale_"),
]:
    heights = norms(*calls)
    ax.plot(heights, style, marker="o", color="tab:green")
    for x, call in enumerate(calls, start=1):
        name = call if x == 1 else f"{call}:{end}"
        offset = (-28, -12) if call == "clip" and x == 1 else (8, 5)
        ax.annotate(name, (x, heights[x]), offset, textcoords="offset points", color="tab:green")
ax.annotate("backward", (0, heights[0]), (10, 0), textcoords="offset points", color="tab:green")
ax.axhline(1, color="tab:gray", linewidth=1, linestyle=":")
ax.text(-0.1, 1.9, "max_norm", color="tab:gray")
ax.set(yscale="log", xticks=[], xlim=(-0.15, 4.0), ylim=(3e-4, 2e4))
ax.set_ylabel("norm of the gradient", labelpad=12)
ax.set_yticks([1e-3, 1, 1e3], ["0.001", "1", "1000"])
ax.minorticks_off()
fig.savefig("norms.svg")
# --8<-- [end:figure]
