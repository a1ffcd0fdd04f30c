# --8<-- [start:mask]
import torch
import torch.nn.functional as F

bit = torch.tensor(2.0).log()
rows = torch.tensor([[4, 2, 1, 1], [1, 4, 2, 1], [2, 2, 2, 2]]) / 8  # (3, 4)
student = rows.log()[torch.tensor([[0, 2, 2], [0, 0, 0]])]  # (2, 3, 4)
teacher = rows.log()[torch.tensor([[1, 0, 0], [1, 1, 1]])]  # (2, 3, 4)
labels = torch.tensor([[1, 0, 0], [1, -100, -100]])  # (2, 3), shifted already
kl = F.kl_div(student, teacher, reduction="none", log_target=True).sum(dim=2)  # (2, 3)
print(kl / bit)
print("mean over tokens", kl[labels != -100].mean() / bit)
batchmean = F.kl_div(student, teacher, reduction="batchmean", log_target=True)
print("batchmean       ", batchmean / bit)
masked = torch.tensor([0.0, 0.0, -torch.inf]).log_softmax(dim=0)  # (3,)
print("minus infinity  ", F.kl_div(masked, masked, reduction="sum", log_target=True))
# --8<-- [end:mask]

# --8<-- [start:top]
q, p = rows[0], rows[1]  # (4,) each: teacher, student
print(f"all classes {(q * (q / p).log()).sum() / bit:.4f}")
for k in 1, 2:
    top = q.topk(k).indices  # (k,)
    a, b = (torch.cat([x[top], 1 - x[top].sum(dim=0, keepdim=True)]) for x in (q, p))  # (k + 1,) each
    c, d = (x[top] / x[top].sum() for x in (q, p))  # (k,) each
    rest, renormalised = (a * (a / b).log()).sum() / bit, (c * (c / d).log()).sum() / bit
    print(f"top {k}: with the rest {rest:.4f}, renormalised {renormalised:.4f}")
# --8<-- [end:top]
