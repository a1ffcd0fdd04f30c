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

# --8<-- [start:wrong_label]
x = torch.tensor([-2.0, -1.0, 1.0, 2.0, 20.0])  # (5,) one input per row
targets = torch.tensor([0, 0, 1, 1, 0])  # (5,) the last label is wrong
for slope in 0.0, 1.0:
    z = torch.stack([torch.zeros(5), slope * x], dim=1)  # (5, 2)
    errors = (z.softmax(dim=1) - torch.eye(2)[targets]) ** 2  # (5, 2)
    squared = errors.sum(dim=1).mean()
    cross_entropy = torch.nn.functional.cross_entropy(z, targets)
    print(f"slope {slope}: squared {squared:.4f}, cross-entropy {cross_entropy:.4f}")
# --8<-- [end:wrong_label]
