# --8<-- [start:wrong]
import torch

logits = torch.tensor([10.0, 0.0, 0.0], requires_grad=True)  # (3,)
target = torch.tensor([0.0, 1.0, 0.0])  # (3,)

squared_error = ((logits.softmax(dim=0) - target) ** 2).sum()
cross_entropy = -(target * logits.log_softmax(dim=0)).sum()
for name, loss in ("squared", squared_error), ("cross-entropy", cross_entropy):
    (gradient,) = torch.autograd.grad(loss, logits)
    print(f"{name} error {loss:.4f}, gradient", [f"{g:.4f}" for g in gradient])
# --8<-- [end:wrong]

# --8<-- [start:raw]
on_outputs = ((logits - target) ** 2).sum()  # no softmax
(gradient,) = torch.autograd.grad(on_outputs, logits)
print(f"squared error {on_outputs:.4f}, gradient", gradient.tolist())
# --8<-- [end:raw]
