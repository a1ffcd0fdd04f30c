# --8<-- [start:start]
import torch
import torch.nn.functional as F


def train_head(x, y):
    model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 10))
    torch.nn.init.eye_(model[0].weight)  # stands for a network that is already trained
    torch.nn.init.zeros_(model[0].bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    model[1] = torch.nn.Linear(2, 3)  # a new head, for three classes instead of ten
    torch.nn.init.zeros_(model[1].weight)
    torch.nn.init.zeros_(model[1].bias)
    losses = []
    for _ in range(100):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


# --8<-- [end:start]

# --8<-- [start:check]
def check_head(function):
    x = torch.tensor(
        [[2.0, 0.0], [2.0, 1.0], [-1.0, 2.0], [-1.0, 1.0], [-1.0, -2.0], [0.0, -2.0]]
    )  # (6, 2)
    y = torch.tensor([0, 0, 1, 1, 2, 2])  # (6,)
    try:
        trained = function(x, y)
    except RuntimeError as error:
        print(f"train_head raises: {error}")
        return
    if not isinstance(trained, tuple):
        print("train_head must return the model and its losses.")
        return
    model, losses = trained
    z = model(x)  # (6, C)
    if z.shape != (6, 3):
        said = "The head must have three classes, not ten."
    elif model[1].weight.count_nonzero() == 0:
        said = "The loss stays where it is: the new head has not moved."
    elif not torch.equal(z.argmax(dim=1), y):
        said = "The head moves, but some rows are still misclassified."
    elif losses[-1] > 0.2:
        said = "Every row is classified correctly, but the loss falls too slowly."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_head(train_head)
# --8<-- [end:try]


# --8<-- [start:solution]
def train_head(x, y):
    model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 10))
    torch.nn.init.eye_(model[0].weight)  # stands for a network that is already trained
    torch.nn.init.zeros_(model[0].bias)
    model[1] = torch.nn.Linear(2, 3)  # a new head, for three classes instead of ten
    torch.nn.init.zeros_(model[1].weight)
    torch.nn.init.zeros_(model[1].bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)  # holds the new head
    losses = []
    for _ in range(100):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


check_head(train_head)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def with_optimizer(make, classes=3):
    def train(x, y):
        model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, classes))
        torch.nn.init.eye_(model[0].weight)
        torch.nn.init.zeros_(model[0].bias)
        torch.nn.init.zeros_(model[1].weight)
        torch.nn.init.zeros_(model[1].bias)
        optimizer = make(model)
        losses = []
        for _ in range(100):
            loss = F.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return model, losses

    return train


SGD = torch.optim.SGD
check_head(with_optimizer(lambda net: SGD(net.parameters(), lr=0.5), classes=10))
check_head(with_optimizer(lambda net: SGD(net[0].parameters(), lr=0.5)))
check_head(with_optimizer(lambda net: SGD(net.requires_grad_(False).parameters(), lr=0.5)))
check_head(with_optimizer(lambda net: SGD(net.parameters(), lr=0.001)))
# --8<-- [end:mistakes]
