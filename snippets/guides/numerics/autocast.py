# --8<-- [start:dtypes]
import torch
import torch.nn.functional as F

x = torch.ones(1, 2)  # (1, 2) features
weight = torch.zeros(3, 2, requires_grad=True)  # (3, 2)
y, one_hot = torch.tensor([1]), torch.tensor([[0.0, 1.0, 0.0]])
print("| under autocast on the CPU | returns |\n| --- | --- |")
with torch.autocast("cpu", dtype=torch.bfloat16):
    z = F.linear(x, weight)  # (1, 3)
    results = {"linear": z, "softmax": z.softmax(dim=1)}
    results["log_softmax"] = z.log_softmax(dim=1)
    results["logsumexp"] = z.logsumexp(dim=1)
    results["nll_loss"] = F.nll_loss(z.log_softmax(dim=1), y)
    results["cross_entropy"] = F.cross_entropy(z, y)
    results["binary_cross_entropy_with_logits"] = (
        F.binary_cross_entropy_with_logits(z, one_hot)
    )
for name, result in results.items():
    print(f"| `{name}` | {str(result.dtype)[6:]} |")
# --8<-- [end:dtypes]

# --8<-- [start:two_ways]
z = torch.tensor([[2.5, 3.5, 1.5]], dtype=torch.bfloat16)  # (1, 3)
with torch.autocast("cpu", dtype=torch.bfloat16):
    print("cross_entropy:        ", F.cross_entropy(z, y))
    print("log_softmax, nll_loss:", F.nll_loss(z.log_softmax(dim=1), y))
    wide = z.float().log_softmax(dim=1)
    print("after .float():       ", F.nll_loss(wide, y))
# --8<-- [end:two_ways]

# --8<-- [start:gradients]
with torch.autocast("cpu", dtype=torch.bfloat16):
    loss = F.cross_entropy(F.linear(x, weight), y)
loss.backward()
print(loss.dtype, weight.grad.dtype)
# --8<-- [end:gradients]

# --8<-- [start:half_parameters]
weight = torch.zeros(3, 2, dtype=torch.float16, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1)
scaler = torch.amp.GradScaler("cpu")
scaler.scale(F.cross_entropy((x.half() @ weight.T).float(), y)).backward()
try:
    scaler.step(optimizer)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:half_parameters]
