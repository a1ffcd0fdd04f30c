# --8<-- [start:losses]
import torch
import torch.nn.functional as F

z = torch.tensor([[2.0, 0.0, 1.0]])  # (1, 3), the model's logits
a, b, lam = torch.tensor([0]), torch.tensor([2]), 0.75
mixed = lam * F.one_hot(a, 3) + (1 - lam) * F.one_hot(b, 3)  # (1, 3)
print("mixed    ", F.cross_entropy(z, mixed))

teacher, T = torch.tensor([[3.0, 1.0, 0.0]]), 2.0
log_p, log_q = (z / T).log_softmax(dim=1), (teacher / T).log_softmax(dim=1)
kl = F.kl_div(log_p, log_q, reduction="batchmean", log_target=True)
print("distilled", T**2 * kl)

score, biases = torch.tensor([[0.5]]), torch.tensor([1.0, -1.0])
levels = (torch.tensor([[1]]) > torch.arange(2)).float()  # (1, 2), class 1 of 3
losses = F.binary_cross_entropy_with_logits(score + biases, levels, reduction="none")
print("ordered  ", losses.sum(dim=1).mean())

chosen, rejected = torch.tensor([1.5]), torch.tensor([0.5])  # (1,), two rewards
print("preferred", -F.logsigmoid(chosen - rejected).mean())
# --8<-- [end:losses]
