# --8<-- [start:four]
import torch
import torch.nn.functional as F


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    reward_w, reward_l = beta * (chosen - ref_chosen), beta * (rejected - ref_rejected)
    return -F.logsigmoid(reward_w - reward_l), reward_w, reward_l


reference = torch.tensor([-20.0, -20.0, -20.0]), torch.tensor([-12.0, -12.0, -12.0])
chosen = torch.tensor([-20.0, -18.0, -21.0], requires_grad=True)  # (3,)
rejected = torch.tensor([-12.0, -15.0, -18.0], requires_grad=True)  # (3,)
losses, reward_w, reward_l = dpo_loss(chosen, rejected, *reference)
print("loss    ", losses.data, "ln 2:", torch.tensor(2.0).log())
print("rewards ", reward_w.data, reward_l.data)
losses.sum().backward()
print("gradient", chosen.grad, rejected.grad)
# --8<-- [end:four]
