# --8<-- [start:total]
import torch
import torch.nn.functional as F

z = torch.tensor([[20.0, 0.0]]).half().repeat(4096, 1)  # (4096, 2)
y = torch.ones(4096, dtype=torch.int64)  # (4096,)
losses = F.cross_entropy(z, y, reduction="none")  # (4096,)
print("each row:", losses[:3])
print("the mean:", F.cross_entropy(z, y))
print("by .mean:", losses.mean())
print("float():", F.cross_entropy(z.float(), y))
# --8<-- [end:total]

# --8<-- [start:count]
for rows in 65_519, 65_520:
    z = torch.tensor([[4.0, 0.0]]).half().repeat(rows, 1).requires_grad_()
    loss = F.cross_entropy(z, torch.zeros(rows, dtype=torch.int64))
    loss.backward()
    zero = not z.grad.any()
    print(f"{rows} rows: loss {loss:.4f}, gradient zero: {zero}")
    print("their number in float16:", torch.tensor(float(rows)).half())
# --8<-- [end:count]

# --8<-- [start:bfloat]
z = torch.zeros(8192, 10, dtype=torch.bfloat16)
y = torch.zeros(8192, dtype=torch.int64)
print("ln 10:   ", torch.tensor(10.0).log())
print("each row:", F.cross_entropy(z, y, reduction="none")[:1])
print("the mean:", F.cross_entropy(z, y))
print("float(): ", F.cross_entropy(z.float(), y))
# --8<-- [end:bfloat]

# --8<-- [start:one_hot]
one_hot = F.one_hot(y, 10)  # (8192, 10)
for dtype in torch.bfloat16, torch.float32:
    index, soft = F.cross_entropy(z.to(dtype), y), one_hot.to(dtype)
    print(f"{index:.4f} {F.cross_entropy(z.to(dtype), soft):.4f}")
# --8<-- [end:one_hot]

# --8<-- [start:scale]
z = torch.tensor([[0.0, -10.0]]).half().repeat(4096, 1).requires_grad_()
y = torch.zeros(4096, dtype=torch.int64)
for scale in 1, 1024:
    (g,) = torch.autograd.grad(scale * F.cross_entropy(z, y), z)
    print(f"times {scale}: {g[0, 1].float() / scale:.1e}")
wide = z.detach().float().requires_grad_()
(g,) = torch.autograd.grad(F.cross_entropy(wide, y), wide)
print(f"in float32: {g[0, 1]:.1e}")
# --8<-- [end:scale]
