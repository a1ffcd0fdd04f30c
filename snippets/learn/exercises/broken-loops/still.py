# --8<-- [start:start]
import torch
import torch.nn.functional as F


def train_still(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    losses = []
    for _ in range(100):
        predicted = model(x).argmax(dim=1)  # (6,)
        scores = F.one_hot(predicted, num_classes=3).float()  # (6, 3)
        loss = F.cross_entropy(scores, y)
        loss.requires_grad_()  # else backward raises "does not require grad"
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


# --8<-- [end:start]

# --8<-- [start:check]
def check_still(function):
    x = torch.tensor(
        [[2.0, 0.0], [2.0, 1.0], [-1.0, 2.0], [-1.0, 1.0], [-1.0, -2.0], [0.0, -2.0]]
    )  # (6, 2)
    y = torch.tensor([0, 0, 1, 1, 2, 2])  # (6,)
    try:
        trained = function(x, y)
    except RuntimeError as error:
        print(f"train_still raises: {error}")
        return
    if not isinstance(trained, tuple):
        print("train_still must return the model and its losses.")
        return
    model, losses = trained
    right = F.cross_entropy(model(x), y).item()
    still = model.weight.count_nonzero() == 0
    if still and model.weight.grad is None:
        said = "The weight has no gradient: the loss does not lead back to it."
    elif still:
        said = "The weight has a gradient, but does not move."
    elif not torch.equal(model(x).argmax(dim=1), y):
        said = "The weight moves, but some rows are still misclassified."
    elif abs(losses[-1] - right) > 0.1 * right:
        said = "The last loss is not the cross-entropy of the model's logits."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_still(train_still)
# --8<-- [end:try]


# --8<-- [start:solution]
def train_still(x, y):
    model = torch.nn.Linear(2, 3)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    losses = []
    for _ in range(100):
        logits = model(x)  # (6, 3), no argmax: the loss needs all the logits
        loss = F.cross_entropy(logits, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


check_still(train_still)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def with_scores(function):
    def train(x, y):
        model = torch.nn.Linear(2, 3)
        torch.nn.init.zeros_(model.weight)
        torch.nn.init.zeros_(model.bias)
        optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
        losses = []
        for _ in range(100):
            loss = F.cross_entropy(function(model(x)), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return model, losses

    return train


check_still(with_scores(lambda z: F.one_hot(z.argmax(dim=1), num_classes=3).float()))
check_still(with_scores(lambda z: z.detach().requires_grad_()))
check_still(with_scores(lambda z: z * F.one_hot(z.argmax(dim=1), num_classes=3)))
check_still(with_scores(lambda z: z.softmax(dim=1)))
# --8<-- [end:mistakes]
