# --8<-- [start:start]
import torch
import torch.nn.functional as F


def train_swing(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(200):
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


# --8<-- [end:start]

# --8<-- [start:check]
def check_swing(function):
    corners = [[2.0, 0.0], [-1.0, 2.0], [-1.0, -2.0]]
    x = torch.tensor([*corners, *corners, [2.0, 0.0]])  # (7, 2)
    y = torch.tensor([0, 1, 2, 0, 1, 2, 1])  # (7,), the last label contradicts the first
    trained = function(x, y)
    if not isinstance(trained, tuple):
        print("train_swing must return the model and its losses.")
        return
    model, losses = trained
    rises = sum(later > earlier + 1e-6 for earlier, later in zip(losses, losses[1:]))
    if max(losses) - min(losses) < 1e-6:
        said = "Now the loss never changes: step must come right after backward."
    elif losses[-1] > losses[0]:
        said = "The loss ends higher than it begins."
    elif rises:
        said = "The loss goes up again and again."
    elif losses[-1] > 0.4:
        said = "The loss only falls, but far too slowly."
    elif model.weight.grad is not None and model.weight.grad.norm() > 1:
        said = "The loss only falls, but the gradient of the weight is far too large."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_swing(train_swing)
# --8<-- [end:try]


# --8<-- [start:solution]
def train_swing(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(200):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()  # else backward adds to the gradients of all earlier steps
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


check_swing(train_swing)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def with_clearing(place, rate=0.1):
    def train(x, y):
        model = torch.nn.Linear(2, 3)
        torch.nn.init.zeros_(model.weight)
        torch.nn.init.zeros_(model.bias)
        optimizer = torch.optim.SGD(model.parameters(), lr=rate)
        losses = []
        for _ in range(200):
            loss = F.cross_entropy(model(x), y)
            loss.backward()
            if place == "after backward":
                optimizer.zero_grad()
            optimizer.step()
            if place == "new optimizer":
                optimizer = torch.optim.SGD(model.parameters(), lr=rate)
            losses.append(loss.item())
        return model, losses

    return train


check_swing(with_clearing("after backward"))
check_swing(with_clearing("new optimizer"))
check_swing(with_clearing("nowhere", rate=0.01))
check_swing(with_clearing("nowhere", rate=0.0001))
# --8<-- [end:mistakes]
