# --8<-- [start:loss]
import torch
import torch.nn.functional as F


def distillation_loss(z, teacher, y, T=2.0, alpha=0.5):
    log_p = (z / T).log_softmax(dim=1)
    log_q = (teacher.detach() / T).log_softmax(dim=1)
    soft = F.kl_div(log_p, log_q, reduction="batchmean", log_target=True)
    return alpha * T**2 * soft + (1 - alpha) * F.cross_entropy(z, y)


z = torch.tensor([[1 / 2, 1 / 4, 1 / 8, 1 / 8]]).log()  # (1, 4), student
teacher = torch.tensor([[1 / 8, 1 / 2, 1 / 4, 1 / 8]]).log()  # (1, 4)
print(distillation_loss(z, teacher, torch.tensor([1])))
# --8<-- [end:loss]

# --8<-- [start:wrong]
bit, per_row = torch.tensor(2.0).log(), {"reduction": "batchmean"}
p, q = z.exp(), teacher.exp()  # (1, 4), at T = 1
print("right         ", F.kl_div(z, teacher, log_target=True, **per_row) / bit)
print("swapped       ", F.kl_div(teacher, z, log_target=True, **per_row) / bit)
print("no log_target ", F.kl_div(z, teacher, **per_row))
print("no log_softmax", F.kl_div(p, q, **per_row))
# --8<-- [end:wrong]
