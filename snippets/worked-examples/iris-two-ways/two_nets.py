# --8<-- [start:data]
import numpy as np
import torch
import torch.nn as nn

iris = np.loadtxt("iris.csv", delimiter=",", skiprows=1)  # (150, 5)
X = torch.tensor(iris[:, :4])  # (150, 4) float64
Y = torch.tensor(iris[:, 4]).long()  # (150,)
print(X[0], Y[0])
print(X.shape, Y.unique(), Y.bincount())
# --8<-- [end:data]


# --8<-- [start:logits]
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hid1 = nn.Linear(4, 7)
        self.oupt = nn.Linear(7, 3)

    def forward(self, x):  # (N, 4) to (N, 3)
        return self.oupt(torch.tanh(self.hid1(x)))  # logits


# --8<-- [end:logits]
# --8<-- [start:log_probs]
class LogNet(Net):
    def forward(self, x):  # (N, 4) to (N, 3)
        return torch.log_softmax(super().forward(x), dim=1)  # log-probabilities


# --8<-- [end:log_probs]
# --8<-- [start:train]
def train(net_class, loss_func):
    torch.manual_seed(1)
    net = net_class().double()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05)
    losses = []
    for epoch in range(601):
        loss = loss_func(net(X), Y)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net, losses


ce_net, ce_losses = train(Net, nn.CrossEntropyLoss())
nll_net, nll_losses = train(LogNet, nn.NLLLoss())
# --8<-- [end:train]

# --8<-- [start:table]
print("| epoch | CrossEntropyLoss | NLLLoss | equal |")
print("| --: | --: | --: | :-: |")
for epoch in range(0, 601, 100):
    ce, nll = ce_losses[epoch], nll_losses[epoch]
    print(f"| {epoch} | {ce:.4f} | {nll:.4f} | {ce == nll} |")
# --8<-- [end:table]

# --8<-- [start:equal]
print("all losses: ", ce_losses == nll_losses)
pairs = zip(ce_net.parameters(), nll_net.parameters())
print("all weights:", all(torch.equal(p, q) for p, q in pairs))
# --8<-- [end:equal]

# --8<-- [start:accuracy]
for net in ce_net, nll_net:
    with torch.inference_mode():
        right = int((net(X).argmax(dim=1) == Y).sum())
    print(f"{right} of {len(Y)} right, accuracy {right / len(Y):.4f}")
# --8<-- [end:accuracy]

# --8<-- [start:predict]
flower = torch.tensor([[6.1, 2.8, 4.7, 1.4]], dtype=torch.float64)  # (1, 4)
with torch.inference_mode():
    print(ce_net(flower).softmax(dim=1))
    print(nll_net(flower).exp())
    print(ce_net(flower).argmax(dim=1), nll_net(flower).argmax(dim=1))
# --8<-- [end:predict]

# --8<-- [start:three_flowers]
three = [0, 70, 140]  # one flower of each species
with torch.inference_mode():
    logits = ce_net(X[three])  # (3, 3)
print(logits)
# --8<-- [end:three_flowers]

# --8<-- [start:three_species]
print(Y[three])
# --8<-- [end:three_species]

# --8<-- [start:three_losses]
losses = nn.functional.cross_entropy(logits, Y[three], reduction="none")
print(losses)
# --8<-- [end:three_losses]
