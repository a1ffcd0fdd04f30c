# --8<-- [start:step]
import torch

layer, rows = torch.nn.Linear(3, 2), torch.ones(4, 3)  # (4, 3)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
for name, loss in ("a constant", torch.zeros((), requires_grad=True)), ("no rows", layer(rows)[:0].sum()):
    scaler = torch.amp.GradScaler("cpu")
    scaler.scale(loss).backward()
    try:
        scaler.step(optimizer)
        print(f"{name}: largest gradient {layer.weight.grad.abs().max():.4f}")
    except AssertionError as error:
        print(f"{name}: AssertionError: {error}")
# --8<-- [end:step]
