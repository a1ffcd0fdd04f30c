# --8<-- [start:ratio]
import torch

rewards = torch.tensor([[1.0, 0.0], [1.0, 1.0]])  # (2, 2): prompts, answers
centred = rewards - rewards.mean(dim=1, keepdim=True)  # (2, 2)
advantage = centred / (rewards.std(dim=1, keepdim=True) + 1e-4)  # (2, 2)
log_p = torch.tensor([[-6.0, -4.0], [-3.0, -5.0]], requires_grad=True)  # (2, 2)
old = log_p.detach()  # (2, 2), of the model that wrote the answers
ratio = (log_p - old).exp()  # (2, 2)
clipped = ratio.clamp(0.8, 1.2)  # (2, 2)
loss = -torch.minimum(ratio * advantage, clipped * advantage).mean()
loss.backward()
print("ratio", ratio.data)
print("loss ", loss.detach().abs())
print("push ", -log_p.grad)
# --8<-- [end:ratio]

# --8<-- [start:penalty]
p = torch.tensor([0.5, 0.25, 0.25])  # (3,) of the model
q = torch.tensor([0.25, 0.25, 0.5])  # (3,) of the reference
r = q / p  # (3,)
terms = r - 1 - r.log()  # (3,)
print("terms ", terms)
print("expect", (p * terms).sum())
print("KL    ", (p * (p / q).log()).sum())
# --8<-- [end:penalty]
