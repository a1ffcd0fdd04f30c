# --8<-- [start:start]
import torch
import torch.nn.functional as F


def train_sequence(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    losses = []
    for _ in range(60):
        logits = model(x)  # (2, 4, 3): two sequences, four positions, three classes
        logits = logits.view(2, 3, 4)  # the classes must be in dim=1
        loss = F.cross_entropy(logits, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


# --8<-- [end:start]

# --8<-- [start:check]
def check_sequence(function):
    right, left, low = [2.0, 0.0], [-1.0, 2.0], [-1.0, -2.0]
    x = torch.tensor([[right, left, low, left], [left, low, right, right]])  # (2, 4, 2)
    y = torch.tensor([[0, 1, 2, 1], [1, 2, 0, 0]])  # (2, 4)
    trained = function(x, y)
    if not isinstance(trained, tuple):
        print("train_sequence must return the model and its losses.")
        return
    model, losses = trained
    z = model(x).detach()  # (2, 4, 3)
    loss = F.cross_entropy(z.flatten(0, 1), y.flatten()).item()
    if losses[-1] > 0.5:
        said = "The loss stops far from zero, although lines separate the classes."
    elif not torch.equal(z.argmax(dim=2), y):
        said = "The loss is small, but some positions are misclassified."
    elif abs(losses[-1] - loss) > 0.1 * loss:
        said = "The last loss is not the mean over the positions."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_sequence(train_sequence)
# --8<-- [end:try]


# --8<-- [start:solution]
def train_sequence(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    losses = []
    for _ in range(60):
        logits = model(x)  # (2, 4, 3)
        logits = logits.transpose(1, 2)  # (2, 3, 4): the axes change places
        loss = F.cross_entropy(logits, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


check_sequence(train_sequence)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def with_shapes(function):
    def train(x, y):
        model = torch.nn.Linear(2, 3)
        torch.nn.init.zeros_(model.weight)
        torch.nn.init.zeros_(model.bias)
        optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
        losses = []
        for _ in range(60):
            loss = F.cross_entropy(*function(model(x), y))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return model, losses

    return train


check_sequence(with_shapes(lambda z, y: (z.reshape(2, 3, 4), y)))
check_sequence(with_shapes(lambda z, y: (z.reshape(8, 3), y.T.flatten())))
check_sequence(with_shapes(lambda z, y: (z.transpose(1, 2).reshape(8, 3), y.flatten())))
check_sequence(with_shapes(lambda z, y: (z[:, 0], y[:, 0])))
# --8<-- [end:mistakes]
