# --8<-- [start:loss]
import torch


def kto_loss(log_prob, ref_log_prob, good, kl, beta=0.1):
    gain = log_prob - ref_log_prob - kl  # (N,)
    return 1 - torch.sigmoid(beta * torch.where(good, gain, -gain))


good = torch.tensor([True, False, True, False])  # (N,) one label for each answer
reference = torch.tensor([-20.0, -20.0, -20.0, -20.0])  # (N,)
log_prob = torch.tensor([-20.0, -20.0, -10.0, -10.0], requires_grad=True)
for kl in 0.0, 5.0:
    losses = kto_loss(log_prob, reference, good, torch.tensor(kl))
    (gradient,) = torch.autograd.grad(losses.sum(), log_prob)
    print(f"kl {kl}: loss", losses.data, "gradient", gradient)
# --8<-- [end:loss]
