# --8<-- [start:start]
import torch


def softmax(z):
    """Turn logits (N, C) into probabilities (N, C): each row adds up to one."""
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_softmax(function):
    z = torch.tensor([[0.0, -1.0, -2.0], [-3.0, 0.0, -2.0], [0.0, 0.0, -1.0]])  # (3, 3)
    apart = torch.tensor([[1000.0], [0.0], [0.0]])  # (3, 1), what is added to each row
    right = torch.softmax(z, dim=1)  # (3, 3)
    p = function(z.clone())
    if p is None:
        said = "softmax returns nothing yet."
    elif not torch.is_tensor(p) or p.shape != z.shape:
        said = "The result must be a tensor of the same shape as z."
    elif torch.allclose(p.to(z).sum(), torch.tensor(1.0)):
        said = "The whole batch adds up to one: add up each row, over dim=1."
    elif torch.allclose(p.to(z).sum(dim=0), torch.ones(3)):
        said = "Each column adds up to one: the classes are in dim=1."
    elif torch.allclose(p.to(z), z.exp() / z.exp().sum(dim=1)):
        said = "The sums are a row: keep them a column, with keepdim=True."
    elif not torch.allclose(p.to(z), right):
        said = f"Not yet. From\n{z}\nit returns\n{p}\ninstead of\n{right}"
    elif not torch.allclose(function(z + 1000).to(z), right, atol=1e-3):
        said = "Large logits overflow in exp: subtract each row's largest logit first."
    elif not torch.allclose(function(z + apart).to(z), right, atol=1e-3):
        said = "A batch with rows far apart breaks: subtract each row's own maximum."
    elif not torch.allclose(function(1000 * z).to(z), torch.softmax(1000 * z, dim=1)):
        said = "A row whose logits are far apart breaks: subtract the row's largest logit."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_softmax(softmax)
# --8<-- [end:try]


# --8<-- [start:solution]
def softmax(z):
    """Turn logits (N, C) into probabilities (N, C): each row adds up to one."""
    shifted = z - z.amax(dim=1, keepdim=True)  # (N, C), the largest of each row is 0
    exps = shifted.exp()  # (N, C), none above 1
    return exps / exps.sum(dim=1, keepdim=True)


check_softmax(softmax)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
check_softmax(lambda z: z.exp() / z.exp().sum())
check_softmax(lambda z: z.exp() / z.exp().sum(dim=0))
check_softmax(lambda z: z.exp() / z.exp().sum(dim=1))
check_softmax(lambda z: z.exp() / z.exp().sum(dim=1, keepdim=True))
check_softmax(lambda z: (e := (z - z.max()).exp()) / e.sum(dim=1, keepdim=True))
check_softmax(
    lambda z: (e := (z - z.mean(dim=1, keepdim=True)).exp()) / e.sum(dim=1, keepdim=True)
)
# --8<-- [end:mistakes]
