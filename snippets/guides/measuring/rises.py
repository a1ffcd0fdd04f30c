# --8<-- [start:epochs]
import torch
import torch.nn.functional as F

targets = torch.zeros(5, dtype=torch.long)  # (5,) class 0 is right in each row
leads = {  # of its logit, over that of the other class
    "epoch 1": torch.tensor([0.5, 0.5, 0.5, -0.5, -0.5]),
    "epoch 9": torch.tensor([6.0, 6.0, 4.0, 1.0, -8.0]),
}
for epoch, lead in leads.items():
    logits = torch.stack([lead, torch.zeros(5)], dim=1)  # (5, 2)
    losses = F.cross_entropy(logits, targets, reduction="none")  # (5,)
    accuracy = (logits.argmax(dim=1) == targets).float().mean()
    print(f"{epoch}: accuracy {accuracy:.1f}, mean loss {losses.mean():.4f}")
    print("  of the rows:", [f"{loss:.4f}" for loss in losses])
# --8<-- [end:epochs]

# --8<-- [start:temperature]
temperatures = torch.arange(1, 41) / 2  # (40,) 0.5, 1.0, … 20.0
for epoch, lead in leads.items():
    losses = F.softplus(-lead / temperatures.unsqueeze(1)).mean(dim=1)  # (40,)
    best = losses.argmin()
    print(f"{epoch}: T = {temperatures[best]:.1f}, mean loss {losses[best]:.4f}")
# --8<-- [end:temperature]
