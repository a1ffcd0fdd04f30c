# --8<-- [start:start]
import torch
import torch.nn.functional as F


def train_floor(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    losses = []
    for _ in range(60):
        scores = model(x).softmax(dim=1)  # (6, 3)
        loss = F.cross_entropy(scores, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


# --8<-- [end:start]

# --8<-- [start:check]
def check_floor(function):
    x = torch.tensor(
        [[2.0, 0.0], [2.0, 1.0], [-1.0, 2.0], [-1.0, 1.0], [-1.0, -2.0], [0.0, -2.0]]
    )  # (6, 2)
    y = torch.tensor([0, 0, 1, 1, 2, 2])  # (6,)
    trained = function(x, y)
    if not isinstance(trained, tuple):
        print("train_floor must return the model and its losses.")
        return
    model, losses = trained
    z = model(x).detach()  # (6, 3)
    if not torch.equal(z.argmax(dim=1), y):
        said = "Some rows are misclassified after the last step."
    elif losses[-1] < 0:
        said = "The loss is negative: does this loss take probabilities?"
    elif losses[-1] > 0.5:
        said = "Every row is classified correctly, but the loss is above one half."
    elif abs(losses[-1] - F.cross_entropy(z, y).item()) > 0.1 * losses[-1]:
        said = "The last loss is not the cross-entropy of the model's logits."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_floor(train_floor)
# --8<-- [end:try]


# --8<-- [start:solution]
def train_floor(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    losses = []
    for _ in range(60):
        logits = model(x)  # (6, 3), no softmax
        loss = F.cross_entropy(logits, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


check_floor(train_floor)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def with_loss(function, steps=60, rate=1.0):
    def train(x, y):
        model = torch.nn.Linear(2, 3)
        torch.nn.init.zeros_(model.weight)
        torch.nn.init.zeros_(model.bias)
        optimizer = torch.optim.SGD(model.parameters(), lr=rate)
        losses = []
        for _ in range(steps):
            loss = function(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return model, losses

    return train


check_floor(with_loss(lambda z, y: F.cross_entropy(z.softmax(dim=1), y), steps=600))
check_floor(with_loss(lambda z, y: F.cross_entropy(z.softmax(dim=1), y), rate=10.0))
check_floor(with_loss(lambda z, y: F.nll_loss(z.softmax(dim=1), y)))
check_floor(with_loss(lambda z, y: F.cross_entropy(z.softmax(dim=0), y)))
check_floor(with_loss(lambda z, y: F.mse_loss(z.softmax(dim=1), F.one_hot(y).float())))
# --8<-- [end:mistakes]
