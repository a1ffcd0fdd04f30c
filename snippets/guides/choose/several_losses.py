# --8<-- [start:learned]
import torch

losses = torch.tensor([0.25, 0.125])  # (2,) of two tasks, held fixed
s = torch.zeros(2, requires_grad=True)  # (2,) one learned number for each task
optimizer = torch.optim.SGD([s], lr=0.1)
for step in range(401):
    weights = (-s).exp()  # (2,)
    total = (weights * losses + s).sum()
    if step in (0, 400):
        print(f"step {step}: total {total:.4f}", weights.data, (weights * losses).data)
    optimizer.zero_grad()
    total.backward()
    optimizer.step()
# --8<-- [end:learned]
