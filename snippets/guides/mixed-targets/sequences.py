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
