# --8<-- [start:modes]
import torch
from torch import nn

model = nn.Sequential(nn.BatchNorm1d(2), nn.Dropout(0.5))
x = torch.tensor([[2.0, 1.0], [4.0, 9.0], [3.0, 2.0], [5.0, 4.0]])  # (4, 2)
torch.manual_seed(0)
print("running mean at first:   ", model[0].running_mean)
with torch.no_grad():
    for mode in "training", "evaluation":
        model.train(mode == "training")  # train(False) is eval()
        first, second = model(x), model(x)  # (4, 2) each
        print(f"{mode}: two passes agree:", torch.equal(first, second))
        print("running mean after them:", model[0].running_mean)
print("without no_grad, a graph is recorded:", model(x).requires_grad)
# --8<-- [end:modes]
