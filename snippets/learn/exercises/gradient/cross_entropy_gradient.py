# --8<-- [start:start]
import torch


def cross_entropy_gradient(z, target):
    """The gradient of the mean cross-entropy with respect to the logits.

    Takes logits (N, C) and class indices (N,); returns the gradient, (N, C).
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_cross_entropy_gradient(function):
    logits = [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
    z = torch.tensor(logits, requires_grad=True)  # (4, 3)
    target = torch.tensor([1, 0, 0, 1])  # (4,)
    torch.nn.functional.cross_entropy(z, target).backward()
    p, right = z.detach().softmax(dim=1), z.grad  # (4, 3), (4, 3)
    found = function(z.detach().clone(), target.clone())
    if found is None:
        said = "cross_entropy_gradient returns nothing yet."
    elif not torch.is_tensor(found) or found.shape != z.shape:
        said = "The gradient has the shape of the logits: one number per logit."
    elif torch.allclose(found.to(p), -right):
        said = "The sign is reversed: the gradient is p - y, and descent subtracts it."
    elif torch.allclose(found.to(p), 4 * right):
        said = "This is the gradient of the sum: the mean divides each row by N."
    elif torch.allclose(found.to(p), right / 3):
        said = "The mean divides by the number of rows, not by the number of entries."
    elif torch.allclose(found.to(p), (p - torch.tensor([1.0, 1.0, 0.0])) / 4):
        said = "p[:, target] changes these columns in every row: change one entry per row."
    elif not torch.allclose(found.to(p).sum(dim=1), torch.zeros(4), atol=1e-6):
        said = "These rows do not add up to zero, unlike those of p - y."
    elif not torch.allclose(found.to(p), right, atol=1e-6):
        said = f"Not yet. It returns\n{found}\ninstead of\n{right}"
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_cross_entropy_gradient(cross_entropy_gradient)
# --8<-- [end:try]


# --8<-- [start:solution]
def cross_entropy_gradient(z, target):
    """The gradient of the mean cross-entropy with respect to the logits.

    Takes logits (N, C) and class indices (N,); returns the gradient, (N, C).
    """
    p = z.softmax(dim=1)  # (N, C)
    y = torch.nn.functional.one_hot(target, num_classes=z.shape[1])  # (N, C)
    return (p - y) / len(z)


check_cross_entropy_gradient(cross_entropy_gradient)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def everywhere(p, target):
    p[:, target] -= 1
    return p / len(p)


eye = torch.eye(3)  # (3, 3), its rows are the one-hot targets
check_cross_entropy_gradient(lambda z, target: z.softmax(dim=1) / 4)
check_cross_entropy_gradient(lambda z, target: (eye[target] - z.softmax(dim=1)) / 4)
check_cross_entropy_gradient(lambda z, target: z.softmax(dim=1) - eye[target])
check_cross_entropy_gradient(lambda z, target: (z.softmax(dim=1) - eye[target]) / 12)
check_cross_entropy_gradient(lambda z, target: everywhere(z.softmax(dim=1), target))
# --8<-- [end:mistakes]
