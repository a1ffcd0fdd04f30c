# --8<-- [start:parts]
import torch
import torch.nn.functional as F


def tckd_and_nckd(student, teacher, labels):  # (N, C), (N, C), (N,)
    target = F.one_hot(labels, student.shape[1]).bool()  # (N, C)
    two, others = [], []
    for scores in student, teacher:
        log_p = scores.log_softmax(dim=1)  # (N, C)
        rest = log_p.masked_fill(target, -torch.inf).logsumexp(dim=1)  # (N,)
        two.append(torch.stack([log_p[target], rest], dim=1))  # (N, 2)
        others.append(scores[~target].view(len(scores), -1).log_softmax(dim=1))  # (N, C - 1)
    return [F.kl_div(*pair, reduction="none", log_target=True).sum(dim=1) for pair in (two, others)]


student, labels = torch.tensor([[1 / 2, 1 / 4, 1 / 8, 1 / 8]]).log(), torch.tensor([0])  # (N, C), (N,)
teacher = torch.tensor([[3 / 4, 1 / 16, 1 / 16, 1 / 8]]).log()  # (N, C)
tckd, nckd = tckd_and_nckd(student, teacher, labels)  # (N,), (N,)
print("TCKD, NCKD:       ", torch.cat([tckd, nckd]))
print("TCKD + NCKD / 4:  ", tckd + nckd / 4)  # the teacher gives 1/4 to the other classes
print("plain divergence: ", F.kl_div(student, teacher, reduction="batchmean", log_target=True))
print("DKD, NCKD times 8:", tckd + 8 * nckd)
print("NCKD, two classes:", tckd_and_nckd(student[:, :2], teacher[:, :2], labels)[1])
# --8<-- [end:parts]
