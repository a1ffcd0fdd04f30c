# --8<-- [start:start]
import torch


def softmax_backward(p, g):
    """Turn the gradient with respect to p = softmax(z) into the one with respect to z.

    Takes the probabilities p (N, C) and the gradient g (N, C); returns (N, C).
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_softmax_backward(function):
    z = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]], requires_grad=True)  # (2, 3)
    g = torch.tensor([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]])  # (2, 3)
    z.softmax(dim=1).backward(g)
    p, right = z.detach().softmax(dim=1), z.grad  # (2, 3), (2, 3)
    found = function(p.clone(), g.clone())
    if found is None:
        said = "softmax_backward returns nothing yet."
    elif not torch.is_tensor(found) or found.shape != p.shape:
        said = "The gradient has the shape of the logits: one number per logit."
    elif torch.allclose(found.to(p), g * p):
        said = "The sum is missing: each logit also moves the other probabilities."
    elif torch.allclose(found.to(p), g * p * (1 - p)):
        said = "This is the diagonal of the Jacobian only: p_i also depends on z_k."
    elif torch.allclose(found.to(p), p * g - (p * g).sum(dim=1, keepdim=True)):
        said = "p belongs outside the brackets: multiply the sum by p, too."
    elif torch.allclose(found.to(p), p * (g - (p * g).sum())):
        said = "The sum runs over the whole batch: add up each row, over dim=1."
    elif torch.allclose(found.to(p), p * (g - g.sum(dim=1, keepdim=True))):
        said = "The sum of g has no weights: weight each entry by its probability."
    elif not torch.allclose(found.to(p), right, atol=1e-6):
        said = f"Not yet. It returns\n{found}\ninstead of\n{right}"
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_softmax_backward(softmax_backward)
# --8<-- [end:try]


# --8<-- [start:solution]
def softmax_backward(p, g):
    """Turn the gradient with respect to p = softmax(z) into the one with respect to z.

    Takes the probabilities p (N, C) and the gradient g (N, C); returns (N, C).
    """
    average = (p * g).sum(dim=1, keepdim=True)  # (N, 1), the mean of g under p
    return p * (g - average)


check_softmax_backward(softmax_backward)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
check_softmax_backward(lambda p, g: p * g)
check_softmax_backward(lambda p, g: p * (1 - p) * g)
check_softmax_backward(lambda p, g: p * g - (p * g).sum(dim=1, keepdim=True))
check_softmax_backward(lambda p, g: p * (g - (p * g).sum()))
check_softmax_backward(lambda p, g: p * (g - g.sum(dim=1, keepdim=True)))
# --8<-- [end:mistakes]
