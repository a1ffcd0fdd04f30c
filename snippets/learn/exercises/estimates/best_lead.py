# --8<-- [start:start]
import math


def best_lead(eps, C):
    """The lead of the target's logit at which the smoothed loss of a row is smallest.

    Takes the label smoothing, between 0 and 1, and the number of classes.
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_best_lead(function):
    leads = [function(0.1, 3), function(0.2, 10)]
    rest = [0.1 / 3, 0.2 / 10]  # what each wrong class gets
    right = [math.log((1 - 2 * rest[0]) / rest[0]), math.log((1 - 9 * rest[1]) / rest[1])]

    def equal(wrong):
        return all(math.isclose(*pair, rel_tol=1e-4) for pair in zip(leads, wrong))

    if None in leads:
        said = "best_lead returns nothing yet."
    elif any(getattr(lead, "shape", ()) != () for lead in leads):
        said = "The lead is one number: it is the same for each row."
    elif equal([math.exp(lead) for lead in right]):
        said = "This is a ratio of probabilities: return the logarithm of that ratio."
    elif equal([-lead for lead in right]):
        said = "The sign is reversed: the share of the target is the numerator."
    elif equal([math.log(0.9 / rest[0]), math.log(0.8 / rest[1])]):
        said = "The target also gets its part of the smoothing: add eps / C to its share."
    elif equal([math.log(0.9 / (0.1 / 2)), math.log(0.8 / (0.2 / 9))]):
        said = "The smoothing goes to all C classes, including the target, not to C - 1."
    elif equal([math.log(0.9 / 0.1), math.log(0.8 / 0.2)]):
        said = "A wrong class does not get all of the smoothing: divide eps by C."
    elif not equal(right):
        said = f"Not yet: best_lead(0.1, 3) is {leads[0]:.4f} instead of {right[0]:.4f}."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_best_lead(best_lead)
# --8<-- [end:try]


# --8<-- [start:solution]
def best_lead(eps, C):
    """The lead of the target's logit at which the smoothed loss of a row is smallest.

    Takes the label smoothing, between 0 and 1, and the number of classes.
    """
    wrong = eps / C  # the share of each wrong class
    target = 1 - eps + wrong  # the target's share
    return math.log(target / wrong)  # at p = q, the gaps between logits are those of log q


check_best_lead(best_lead)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
check_best_lead(lambda eps, C: (1 - eps + eps / C) / (eps / C))
check_best_lead(lambda eps, C: math.log((1 - eps) / (eps / C)))
check_best_lead(lambda eps, C: math.log((1 - eps) / (eps / (C - 1))))
check_best_lead(lambda eps, C: math.log((1 - eps) / eps))
# --8<-- [end:mistakes]
