# --8<-- [start:mean]
import torch

models = torch.tensor([[6.0, 0.0], [0.0, 2.0], [0.0, 2.0]])  # (3, 2)
for p in models.softmax(dim=1).mean(dim=0), models.mean(dim=0).softmax(dim=0):
    print(p, p.argmax())  # (2,), ()
# --8<-- [end:mean]
