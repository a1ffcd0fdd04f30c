# --8<-- [start:root]
import torch

w = torch.tensor([[0.0, 0.0], [3.0, 4.0]], requires_grad=True)  # (2, 2)
loss = w.square().sum(dim=1).sqrt().sum()  # the rows' lengths, 0 and 5
loss.backward()
print(loss.item(), w.grad, sep="\n")
# --8<-- [end:root]

# --8<-- [start:find]
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # hides the traceback of the forward pass
    try:
        with torch.autograd.detect_anomaly():
            w.square().sum(dim=1).sqrt().sum().backward()
    except RuntimeError as error:
        print("RuntimeError:", error)
try:
    torch.nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True)
except RuntimeError as error:
    print("RuntimeError:", str(error).partition(". ")[0])
# --8<-- [end:find]

# --8<-- [start:clip]
healthy = torch.ones(1, requires_grad=True)  # (1,)
healthy.grad = torch.ones(1)  # (1,)
torch.nn.utils.clip_grad_norm_([w, healthy], max_norm=1.0)
print(healthy.grad)
# --8<-- [end:clip]

# --8<-- [start:fix]
squares = w.square().sum(dim=1)  # (2,)
safe = squares.where(squares > 0, 1.0)  # (2,)
lengths = safe.sqrt().where(squares > 0, 0.0)  # (2,)
ways = {"where after": squares.sqrt().where(squares > 0, 0.0), "where before": lengths}
ways["vector_norm"] = torch.linalg.vector_norm(w, dim=1)
for name, lengths in ways.items():
    (gradient,) = torch.autograd.grad(lengths.sum(), w, retain_graph=True)
    print(f"{name}: {lengths.sum().item()}, first row", gradient[0])
# --8<-- [end:fix]

# --8<-- [start:adam]
for dtype in torch.float16, torch.float32:
    w = torch.ones(2, dtype=dtype, requires_grad=True)  # (2,)
    w.grad = torch.tensor([0.0, 1.0], dtype=dtype)  # (2,)
    torch.optim.Adam([w], lr=0.1, eps=1e-8).step()
    print(torch.tensor(1e-8, dtype=dtype).item() == 0, w.isnan())
# --8<-- [end:adam]
