# --8<-- [start:train]
import torch
import torch.nn.functional as F
from torch import nn

x = torch.eye(4)  # (4, 4) one batch of four rows
y = torch.tensor([0, 2, 1, 2])  # (4,) class indices, of three classes


def losses(model, steps=200):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(steps):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        yield loss.item()


layer = nn.Linear(4, 3)
for name, softmax in ("logits", nn.Identity()), ("softmax", nn.Softmax(dim=1)):
    for parameter in layer.parameters():
        nn.init.zeros_(parameter)
    first, *_, last = losses(nn.Sequential(layer, softmax))
    print(f"{name}: first loss {first:.2f}, last loss {last:.2f}")
print(f"ln 3: {torch.tensor(3.0).log():.2f}")
# --8<-- [end:train]
