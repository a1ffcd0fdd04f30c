# --8<-- [start:one_column]
import torch
import torch.nn.functional as F

column = torch.tensor([[1.2], [-0.7]], requires_grad=True)  # (2, 1)
for target in torch.tensor([0, 0]), torch.tensor([[1.0], [0.0]]):
    loss = F.cross_entropy(column, target)
    (gradient,) = torch.autograd.grad(loss, column)
    print(f"{loss.abs():.4f}", gradient.abs().flatten())
# --8<-- [end:one_column]

# --8<-- [start:one_column_fix]
target = torch.tensor([[1.0], [0.0]])  # (2, 1)
print(F.binary_cross_entropy_with_logits(column.detach(), target))
# --8<-- [end:one_column_fix]

# --8<-- [start:wrong_dim]
logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
target = torch.tensor([1])  # (1,)
print(F.log_softmax(logits, dim=0))
print(F.nll_loss(F.log_softmax(logits, dim=1), target))
# --8<-- [end:wrong_dim]

# --8<-- [start:ignored]
nobody = torch.tensor([-100])  # (1,)
print("mean:", F.cross_entropy(logits, nobody))
print("sum: ", F.cross_entropy(logits, nobody, reduction="sum"))
# --8<-- [end:ignored]

# --8<-- [start:same]
import copy

student = torch.nn.Linear(2, 3)
teachers = {"the same object": student, "a copy": copy.deepcopy(student)}
x = torch.eye(2)  # (N, F)
with torch.no_grad():
    student.weight[0] += 1.0  # as a step of training does
for name, teacher in teachers.items():
    log_p, log_q = student(x).log_softmax(dim=1), teacher(x).log_softmax(dim=1)  # (N, C)
    loss = F.kl_div(log_p, log_q, log_target=True, reduction="batchmean")
    print(f"{name}: the divergence is zero:", loss.item() == 0)
# --8<-- [end:same]

# --8<-- [start:half]
rows = torch.tensor([[4.0, 0.0]]).half().repeat(65_520, 1)  # (65520, 2)
right = torch.zeros(65_520, dtype=torch.int64)  # (65520,)
print(F.cross_entropy(rows, right))
print(F.cross_entropy(rows.float(), right))
# --8<-- [end:half]

# --8<-- [start:small]
sure = torch.tensor([[20.0, 0.0, 0.0]])  # (1, 3)
print(F.cross_entropy(sure, torch.tensor([0])))
print(f"{F.cross_entropy(sure.double(), torch.tensor([0])):.4e}")
# --8<-- [end:small]
