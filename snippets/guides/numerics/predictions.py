# --8<-- [start:largest]
import torch
import torch.nn.functional as F

for dtype in torch.float16, torch.bfloat16:
    large = torch.tensor(100000.0).to(dtype)
    print(f"{dtype}: {large:.0f}, largest {torch.finfo(dtype).max:.6g}")
# --8<-- [end:largest]

# --8<-- [start:underflow]
z = torch.tensor([0.0, 20.0]).half()  # (2,)
print("softmax:", f"{z.softmax(dim=0)[0]:.0f}")
print("gap:", f"{z[0] - z[1]:.0f}, 0 * -inf: {torch.tensor(0.0) * -torch.inf}")
print("softmax, log:", f"{-z.softmax(dim=0).log()[0]:.0f}")
print("log_softmax:", f"{-z.log_softmax(dim=0)[0]:.0f}")
print(f"in float32: {z.float().softmax(dim=0)[0]:.1e}, smallest in float16: {2**-24:.1e}")
# --8<-- [end:underflow]

# --8<-- [start:total]
for rows in 5000, 8000:
    z = torch.tensor([[10.0, 0.0]]).half().repeat(rows, 1)  # (N, 2)
    y = torch.ones(rows, dtype=torch.int64)  # (N,)
    print(f"{rows} rows: {F.cross_entropy(z, y):.0f}, sum {rows * 10}")
print("largest:", torch.finfo(torch.float16).max, "from 65520:", torch.tensor(65520.0).half())
print("inf / inf:", torch.tensor(torch.inf) / torch.inf)
print(f"10 / inf: {10 / torch.tensor(torch.inf):.0f}")
# --8<-- [end:total]

# --8<-- [start:masked]
z, first = torch.tensor([[1.0, 1.0, -torch.inf]]), torch.tensor([0])  # (1, 3), (1,)
print("one-hot:", F.cross_entropy(z, torch.tensor([[1.0, 0.0, 0.0]])))
print("index:", F.cross_entropy(z, first))
print("smoothed:", F.cross_entropy(z, first, label_smoothing=0.1))
print("without a mask:", F.cross_entropy(torch.ones(1, 3), first))
# --8<-- [end:masked]

# --8<-- [start:ignored]
two = torch.tensor([[1.0, 0.0], [-torch.inf, -torch.inf]], requires_grad=True)  # (2, 2)
loss = F.cross_entropy(two, torch.tensor([0, -100]))
loss.backward()
print(f"loss: {loss:.4f}")
print("gradient:", two.grad)
# --8<-- [end:ignored]

# --8<-- [start:clamped]
loss, w, y = torch.tensor([2.0]), torch.tensor([0.25]), torch.tensor([0])  # (1,) each
total, weights = (w[y] * loss).sum(), w[y].sum()
print("weighted sum:", total, "weights:", weights, "clamped:", weights.clamp(min=1))
print(f"clamped: {total / weights.clamp(min=1):.1f}, not clamped: {total / weights:.1f}")
print(f"only divided: {loss[0] / weights:.1f}, weighted twice: {total * weights:.3f}")
# --8<-- [end:clamped]
