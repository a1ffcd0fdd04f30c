# --8<-- [start:start]
import math

import torch


def perplexity(batches):
    """The perplexity of a model on all tokens of several batches.

    Each batch is a pair, NLL and mask, both (N, L): the mask is True at a token and
    False at padding, where the NLL is 0. N and L differ between batches.
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_perplexity(function):
    first = torch.tensor([[1.0, 2.0, 3.0], [2.0, 1.0, 0.0]])  # (2, 3), one padding
    second = torch.tensor([[4.0, 0.0]])  # (1, 2), one padding
    batches = [(first, first > 0), (second, second > 0)]
    right = math.exp(13 / 6)  # 13 nats over 6 tokens
    found = function(batches)
    if found is None:
        said = "perplexity returns nothing yet."
    elif torch.as_tensor(found).dim() != 0:
        said = "The perplexity of all batches together is one number."
    elif math.isclose(found, 13 / 6, rel_tol=1e-4):
        said = "This is the mean NLL per token: take its exponential."
    elif math.isclose(found, 2 ** (13 / 6), rel_tol=1e-4):
        said = "The NLL is in nats: the base of the exponential is e."
    elif math.isclose(found, math.exp(13 / 8), rel_tol=1e-4):
        said = "Padding is in the denominator: divide by the number of tokens in the mask."
    elif math.isclose(found, math.exp((9 / 5 + 4) / 2), rel_tol=1e-4):
        said = "Each batch counts the same here: add up the NLL of all tokens, then divide."
    elif math.isclose(found, (math.exp(9 / 5) + math.exp(4)) / 2, rel_tol=1e-4):
        said = "This is a mean of perplexities: take the exponential only once, at the end."
    elif not math.isclose(found, right, rel_tol=1e-4):
        said = f"Not yet: {found:.4f} instead of {right:.4f}."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_perplexity(perplexity)
# --8<-- [end:try]


# --8<-- [start:solution]
def perplexity(batches):
    """The perplexity of a model on all tokens of several batches.

    Each batch is a pair, NLL and mask, both (N, L): the mask is True at a token and
    False at padding, where the NLL is 0. N and L differ between batches.
    """
    total, tokens = 0.0, 0
    for nll, mask in batches:
        total += nll[mask].sum().item()
        tokens += mask.sum().item()
    return math.exp(total / tokens)


check_perplexity(perplexity)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def mean(values):
    return sum(values) / len(values)


def flat(batches):
    return torch.cat([nll.flatten() for nll, _ in batches])  # (M,), with the padding


check_perplexity(lambda batches: mean([nll[mask].mean() for nll, mask in batches]).exp())
check_perplexity(lambda batches: mean([nll[mask].mean().exp() for nll, mask in batches]))
check_perplexity(lambda batches: flat(batches).mean().exp())
check_perplexity(lambda batches: flat(batches).sum() / sum(m.sum() for _, m in batches))
check_perplexity(lambda batches: [nll[mask].mean().exp() for nll, mask in batches])
# --8<-- [end:mistakes]
