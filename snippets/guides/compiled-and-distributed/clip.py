# --8<-- [start:order]
import torch


def step(unscale_first, gradient):
    w = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
    scaler.scale((w * gradient).sum()).backward()
    if unscale_first:
        scaler.unscale_(optimizer)
    norm = torch.nn.utils.clip_grad_norm_([w], max_norm=1.0)
    scaler.step(optimizer)
    scaler.update()
    return f"norm {norm:.4f}, step", w.detach(), f"next scale {scaler.get_scale():.0f}"


print("unscale_, clip:", *step(True, torch.tensor([3.0, 4.0])))
print("only clip:     ", *step(False, torch.tensor([3.0, 4.0])))
print("overflow:      ", *step(True, torch.tensor([3.0, torch.inf])))
fresh = torch.amp.GradScaler("cpu")
print(f"by default: scale {fresh.get_scale():.0f}, doubled after {fresh.get_growth_interval()} steps")
# --8<-- [end:order]
