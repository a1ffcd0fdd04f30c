# --8<-- [start:start]
import torch


def numerical_gradient(loss, z, h=1e-5):
    """The gradient of `loss` at `z` by central differences, in float64.

    `loss` takes a tensor like z and returns one number; z is float32, (N, C).
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_numerical_gradient(function):
    z = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
    exact = z.double().requires_grad_()  # (2, 3)
    (exact.exp().sum(dim=1) / 10).square().sum().backward()
    right = exact.grad  # (2, 3)
    found = function(lambda z: (z.exp().sum(dim=1) / 10).square().sum(), z.clone())
    if found is None:
        said = "numerical_gradient returns nothing yet."
    elif not torch.is_tensor(found) or found.shape != z.shape:
        said = "The gradient has the shape of z: move one entry at a time."
    elif found.dtype != torch.float64:
        said = "Too few digits: z and the result must be float64, from the beginning."
    elif torch.allclose(found, -right, rtol=1e-3):
        said = "The sign is reversed: from the loss at z + h, subtract the loss at z - h."
    elif torch.allclose(found, 2 * right, rtol=1e-3):
        said = "This is twice the gradient: z + h and z - h are 2h apart."
    elif torch.allclose(found, right / 2, rtol=1e-3):
        said = "This is half the gradient: one of the two losses is the loss at z itself."
    elif (found.abs() < right / 100).all():
        said = "The result is far too small: divide by (2 * h), in brackets."
    elif not torch.allclose(found, right, rtol=1e-3):
        said = f"Not yet. It returns\n{found}\ninstead of\n{right}"
    elif not torch.allclose(found, right, rtol=1e-7):
        said = "Only a few digits are right: take one loss on each side of z, with the given h."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_numerical_gradient(numerical_gradient)
# --8<-- [end:try]


# --8<-- [start:solution]
def numerical_gradient(loss, z, h=1e-5):
    """The gradient of `loss` at `z` by central differences, in float64.

    `loss` takes a tensor like z and returns one number; z is float32, (N, C).
    """
    z = z.double()  # (N, C)
    gradient = torch.zeros_like(z)  # (N, C)
    for i in range(z.numel()):
        step = torch.zeros_like(z)  # (N, C), h at one entry
        step.view(-1)[i] = h
        gradient.view(-1)[i] = (loss(z + step) - loss(z - step)) / (2 * h)
    return gradient


check_numerical_gradient(numerical_gradient)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def differences(loss, z, up, down, width):
    steps = torch.eye(z.numel(), dtype=z.dtype).view(-1, *z.shape)  # (N * C, N, C)
    rises = [loss(z + up * step) - loss(z + down * step) for step in steps]
    return torch.stack(rises).view(z.shape) / width  # (N, C)


h = 1e-5
check_numerical_gradient(lambda loss, z: (loss(z + h) - loss(z - h)) / (2 * h))
check_numerical_gradient(lambda loss, z: differences(loss, z.double(), -h, h, 2 * h))
check_numerical_gradient(lambda loss, z: differences(loss, z.double(), h, -h, h))
check_numerical_gradient(lambda loss, z: differences(loss, z.double(), h, 0, 2 * h))
check_numerical_gradient(lambda loss, z: differences(loss, z.double(), h, -h, 2 / h))
check_numerical_gradient(lambda loss, z: differences(loss, z, 1e-2, -1e-2, 2e-2))
check_numerical_gradient(lambda loss, z: differences(loss, z.double(), h, 0, h))
# --8<-- [end:mistakes]
