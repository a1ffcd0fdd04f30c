# --8<-- [start:step]
import torch

layer, rows = torch.nn.Linear(3, 2), torch.ones(4, 3)  # (4, 3)
constant = torch.zeros((), requires_grad=True)
for name, loss, fused in [
    ("a constant", constant, False),
    ("a constant, fused", constant, True),
    ("no rows", layer(rows)[:0].sum(), False),
]:
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1, fused=fused)
    scaler = torch.amp.GradScaler("cpu")
    scaler.scale(loss).backward()
    try:
        scaler.step(optimizer)
        scaler.update()
        print(f"{name}: largest gradient {layer.weight.grad.abs().max():.4f}")
    except AssertionError as error:
        print(f"{name}: AssertionError: {error}")
# --8<-- [end:step]
