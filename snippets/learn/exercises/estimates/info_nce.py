# --8<-- [start:start]
import math

import torch


def info_nce(texts, images, temperature):
    """The loss of matching pairs: each text finds its image, each image its text.

    Takes vectors (N, D) of any length; row i of texts and row i of images are a pair.
    The logits are cosine similarities, divided by the temperature; returns one number.
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_info_nce(function):
    texts = torch.tensor([[1.0, 0.0], [1.0, 2.0], [-1.0, 1.0]])  # (3, 2)
    images = torch.tensor([[2.0, 1.0], [1.0, 1.0], [0.0, 1.0]])  # (3, 2)
    loss = function(texts.clone(), images.clone(), 0.5)

    def ways(z):  # the losses of the rows and of the columns of similarities
        loss = torch.nn.CrossEntropyLoss()
        return [loss(way, torch.arange(3)).item() for way in (z, z.T)]

    raw = texts @ images.T  # (3, 3)
    cosine = raw / texts.norm(dim=1)[:, None] / images.norm(dim=1)  # (3, 3)
    right = sum(ways(cosine / 0.5)) / 2
    if loss is None:
        said = "info_nce returns nothing yet."
    elif torch.as_tensor(loss).dim() != 0:
        said = "The loss is one number: the mean over the pairs, in both directions."
    elif math.isclose(loss, ways(cosine / 0.5)[0], rel_tol=1e-4):
        said = "Only texts look for images: add the other direction, z.T, and halve."
    elif math.isclose(loss, ways(cosine / 0.5)[1], rel_tol=1e-4):
        said = "Only images look for texts: add the other direction, and halve."
    elif math.isclose(loss, 2 * right, rel_tol=1e-4):
        said = "This is the sum of both directions: return their mean."
    elif math.isclose(loss, sum(ways(raw / 0.5)) / 2, rel_tol=1e-4):
        said = "Long vectors get large logits: divide each vector by its length first."
    elif min(abs(loss - sum(ways(cosine * by)) / 2) for by in (0.5, 1)) < 1e-4:
        said = "Divide the cosines by the temperature: a small one makes the logits larger."
    elif not math.isclose(loss, right, rel_tol=1e-4):
        said = f"Not yet: {loss:.4f} instead of {right:.4f}."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_info_nce(info_nce)
# --8<-- [end:try]


# --8<-- [start:solution]
def info_nce(texts, images, temperature):
    """The loss of matching pairs: each text finds its image, each image its text.

    Takes vectors (N, D) of any length; row i of texts and row i of images are a pair.
    The logits are cosine similarities, divided by the temperature; returns one number.
    """
    F = torch.nn.functional
    texts, images = F.normalize(texts, dim=1), F.normalize(images, dim=1)  # (N, D), (N, D)
    z = texts @ images.T / temperature  # (N, N), a row per text, a column per image
    target = torch.arange(len(z))  # (N,), the right class of row i is i
    return (F.cross_entropy(z, target) + F.cross_entropy(z.T, target)) / 2


check_info_nce(info_nce)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def way(a, b, scale):
    z = scale * a @ b.T  # (N, N)
    return torch.nn.functional.cross_entropy(z, torch.arange(len(z)))


def both(a, b, scale):
    return way(a, b, scale) + way(b, a, scale)


def unit(vectors):
    return vectors / vectors.norm(dim=1, keepdim=True)  # (N, D)


check_info_nce(lambda a, b, t: way(unit(a), unit(b), 1 / t))
check_info_nce(lambda a, b, t: both(unit(a), unit(b), 1 / t))
check_info_nce(lambda a, b, t: both(a, b, 1 / t) / 2)
check_info_nce(lambda a, b, t: both(unit(a), unit(b), t) / 2)
check_info_nce(lambda a, b, t: both(unit(a), unit(b), 1) / 2)
check_info_nce(lambda a, b, t: unit(a) @ unit(b).T / t)
# --8<-- [end:mistakes]
