# --8<-- [start:scale]
import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler("cpu")
for step in range(1, 21):
    loss = w * float("nan")  # at every step
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    optimizer.zero_grad()
    if step in (1, 2, 16, 20):
        print(f"step {step}: scale {scaler.get_scale()}, w {w.item()}")
# --8<-- [end:scale]
