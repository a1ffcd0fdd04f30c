"""Arguments at random for each loss: shapes, dtypes, memory layouts, awkward values and options, some of them wrong."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from tools.maintenance.fuzz.calls import Array, Call

FLOATS = ["float16", "float32", "float64"]
INTEGERS = ["int8", "int16", "int32", "int64", "uint8"]
NASTY = [0.0, -0.0, 1e-45, 6e-8, 1e-310, 65504.0, -65504.0, 1e20, -1e20, 3e38, -3e38, math.inf, -math.inf, math.nan]
TAME = [0.0, -0.0, 0.25, 0.5, 1.0, -1.0, 1.5, -2.0, 3.0]
MARGINS = [1.0, 0, 1, 0.5, 2, -1.0, 1e20, math.inf]
THRESHOLDS = [1.0, 0.5, 3, 1e-9, 1e-45, 1e20, 70000.0, 0.0, -1.0, math.inf, math.nan]
NORMS = [2, 1, 0, 3, 0.5, 2.5, math.inf, -math.inf, -1]
SMOOTHING = [0.0, 0.1, 0.5, 1.0, 1, -0.1, 1.1]
SWITCH = [True, False]


class Draw:
    """Draws the arguments of one call; most calls are sound, many are odd, some are wrong."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.nasty = self.chance(0.25)
        self.scale = self.pick([3, 3, 3, 3, 150, 1e-3])
        self.dtype = self.pick(["float32", "float32", "float64", "float16", "float16"])

    def chance(self, probability: float) -> bool:
        """Whether something happens that has this probability."""
        return bool(self.rng.random() < probability)

    def pick(self, choices: Any) -> Any:
        """One of the choices."""
        return choices[self.rng.integers(len(choices))]

    def shape(self, most: int = 3) -> tuple[int, ...]:
        """A shape of up to `most` dimensions."""
        chances = [0.08, 0.27, 0.25, 0.2, 0.15, 0.05]
        sizes = self.rng.choice([0, 1, 2, 3, 5, 20], self.rng.integers(0, most + 1), p=chances).tolist()
        return (3000, *sizes[1:2]) if self.chance(0.005) else tuple(sizes)

    def array(self, shape: tuple[int, ...], integers: float = 0.04, pool: Any = TAME, nasty: Any = NASTY) -> Array:
        """Numbers of the call's dtype or, seldom, of another; of another shape, seldom; in any memory layout."""
        if self.chance(0.03):
            shape = self.pick([shape[1:], (*shape, 1), (1, *shape), (*shape[:-1], 1), (*shape[:-1], 2), self.shape()])
        dtype = self.dtype if self.chance(0.9) else self.pick(FLOATS)
        if self.chance(integers):
            dtype = self.pick([*INTEGERS, "int64", "bool"])
        spread = pool is TAME and self.chance(0.5)
        values = self.rng.normal(0, self.scale, shape) if spread else self.rng.choice(pool, shape)
        if self.nasty and self.chance(0.6):
            values = np.where(self.rng.random(shape) < 0.4, self.rng.choice(nasty, shape), values)
        if dtype not in FLOATS:
            values = np.nan_to_num(np.clip(values, 0 if dtype == "uint8" else -100, 100))
        with np.errstate(all="ignore"):
            return self.layout(np.asarray(values).astype(dtype))

    def layout(self, array: Array) -> Array:
        """The array, one time in six as a view with other strides."""
        if array.ndim == 0 or self.chance(0.83):
            return array
        views = [array.T.copy().T, np.repeat(array, 2, axis=-1)[..., ::2], np.flip(np.flip(array, 0).copy(), 0)]
        return views[self.rng.integers(3)]

    def numbers(self, shape: tuple[int, ...]) -> Array:
        """As array, more often integers."""
        return self.array(shape, 0.1)

    def unit(self, shape: tuple[int, ...]) -> Array:
        """Probabilities, with few outside 0 to 1."""
        pool = [*self.rng.random(8), 0.0, 1.0, 1e-45, 1e-7, 1 - 1e-7]
        return self.array(shape, pool=pool, nasty=[0.0, 1.0, 1e-310, 2.0, math.nan] if self.chance(0.1) else [0.0, 1.0])

    def unit_or_any(self, shape: tuple[int, ...]) -> Array:
        """Probabilities or any numbers."""
        return self.unit(shape) if self.chance(0.5) else self.array(shape)

    def signs(self, shape: tuple[int, ...]) -> Array:
        """Targets of 1 and -1, with few others, of any dtype."""
        return self.array(shape, integers=0.4, pool=[1, -1] if self.chance(0.8) else [1, -1, 0, 2, 0.5])

    def counts(self, shape: tuple[int, ...]) -> Array:
        """Targets of 0, 1 and more, of any dtype."""
        return self.array(shape, integers=0.4, pool=[0, 1] if self.chance(0.5) else [0, 1, 2, 7])

    def factor(self, shape: tuple[int, ...]) -> Array:
        """A factor per element, per class or for all."""
        return self.array(self.pick([shape, shape[-1:], ()]))

    def classes(self, shape: tuple[int, ...], classes: int, ignored: int) -> Array:
        """Class indices, some of them ignored, with few out of range."""
        pool = [*range(classes)] * 4 + [ignored] if self.chance(0.6) else [*range(classes)] or [ignored]
        if self.chance(0.03):
            pool = [*pool, classes, -1, 150]
        indices = np.full(shape, ignored) if self.chance(0.03) else self.rng.choice(pool, shape)
        if self.chance(0.02):
            indices = indices[..., None]
        dtype = "int64" if self.chance(0.9) else self.pick(["uint8", "uint8", "int32", "int8", "bool", "float32"])
        return self.layout(np.asarray(indices).astype(dtype))

    def options(self, shape: tuple[int, ...], **choices: Any) -> dict[str, Any]:
        """A reduction, and some of the options: of each one of the choices, or an array that a method draws."""
        options = {}
        if self.chance(0.9):
            options["reduction"] = self.pick(["none", "mean", "sum"])
        if self.chance(0.01):
            options["reduction"] = self.pick(["batchmean", "Mean", ""])
        for key, choice in choices.items():
            if self.chance(0.4):
                options[key] = choice(self, shape) if callable(choice) else self.pick(choice)
        return options

    def logits(self) -> tuple[tuple[int, ...], tuple[int, ...], int, int]:
        """The shapes of logits and of class indices, the number of classes, and an ignore_index."""
        shape = self.shape(2) if self.chance(0.8) else self.shape(5)
        classes = shape[min(1, len(shape) - 1)] if shape else 1
        indices = (*shape[:1], *shape[2:]) if len(shape) > 1 else ()
        return shape, indices, classes, self.pick([-100, -100, -1, 0, 1])


Arguments = tuple[list[Any], dict[str, Any]]


def alike(*draws: Callable[[Draw, tuple[int, ...]], Array], **choices: Any) -> Callable[[Draw], Arguments]:
    """Draws arrays of one shape, and options."""

    def drawn(d: Draw) -> Arguments:
        shape = d.shape()
        return [draw(d, shape) for draw in draws], d.options(shape, **choices)

    return drawn


def manhattan(x: Any, y: Any) -> Any:
    """A distance of arrays or of tensors."""
    return abs(x - y).sum(-1)


def kl_div(d: Draw) -> Arguments:
    """As alike; batchmean is a reduction."""
    arguments, options = alike(Draw.array, Draw.unit_or_any, log_target=SWITCH)(d)
    return arguments, options | ({"reduction": "batchmean"} if d.chance(0.25) else {})


def cosine(d: Draw) -> Arguments:
    """Two vectors each and targets of 1 and -1."""
    shape = d.shape(2) or (3,)
    return [d.numbers(shape), d.numbers(shape), d.signs(shape[:-1])], d.options(shape, margin=MARGINS)


def triplet_with_distance(d: Draw) -> Arguments:
    """Three vectors each; a distance only where it raises no errors, which are its own."""
    arguments, options = alike(Draw.array, Draw.array, Draw.array, margin=[1.0, 0.5, 0.0], swap=SWITCH)(d)
    same = len({(array.dtype, array.shape) for array in arguments}) == 1
    if same and arguments[0].ndim and d.chance(0.3):
        options["distance_function"] = manhattan
    return arguments, options


def gaussian(d: Draw) -> Arguments:
    """Means, targets and variances."""
    shape = d.shape()
    pool = [0.0, 0.5, 1.0, 2.0, 1e-7] if d.chance(0.95) else [1.0, -1.0]
    of_var = d.pick([shape, shape, shape[:-1], (*shape[:-1], 1)])
    var = d.array(of_var, pool=pool, nasty=[0.0, 1e20, 1e-45, math.inf, math.nan])
    arguments = [d.numbers(shape), d.numbers(shape), d.pick([var, var, var, var, 0.5, 0.0, 1])]
    return arguments, d.options(shape, full=SWITCH, eps=[1e-6, 0.0, 1e-3])


def multi_margin(d: Draw) -> Arguments:
    """Scores and a class index each."""
    shape = d.shape(2)
    target = d.classes(shape[:-1], shape[-1] if shape else 1, ignored=0)
    return [d.array(shape), target], d.options(shape[-1:] or (1,), weight=Draw.array, p=[1, 2, 2, 3], margin=MARGINS)


def multilabel_margin(d: Draw) -> Arguments:
    """Scores, and class indices up to a -1."""
    shape = d.shape(2)
    return [d.array(shape), d.classes(shape, shape[-1] if shape else 1, ignored=-1)], d.options(shape)


def cross_entropy(d: Draw) -> Arguments:
    """Logits and class indices or, less often, class probabilities."""
    shape, indices, classes, ignored = d.logits()
    target = d.unit(shape) if d.chance(0.3) else d.classes(indices, classes, ignored)
    options = d.options((classes,), weight=Draw.array, label_smoothing=SMOOTHING)
    return [d.array(shape), target], options | ({} if ignored == -100 else {"ignore_index": ignored})


def nll(d: Draw) -> Arguments:
    """Log-probabilities and a class index each."""
    shape, indices, classes, ignored = d.logits()
    options = d.options((classes,), weight=Draw.array)
    target = d.classes(indices, classes, ignored)
    return [d.array(shape), target], options | ({} if ignored == -100 else {"ignore_index": ignored})


def linear_cross_entropy(d: Draw) -> Arguments:
    """Features, the weights of a layer, and a target as of cross_entropy for its logits."""
    (logits, target), options = cross_entropy(d)
    shape = logits.shape or (2,)
    rows, heads, features = shape[: len(shape) > 1], shape[len(shape) > 1 :], d.pick([1, 2, 3, 5, 0])
    if d.chance(0.4):
        options["linear_bias"] = d.array(heads)
    return [d.array((*rows, features)), d.array((*heads, features)), target], options


def ctc(d: Draw) -> Arguments:
    """Log-probabilities, labels, and lengths as two arrays or two lists."""
    steps, rows, classes, length = d.rng.integers([1, 1, 1, 0], [6, 4, 5, 4]).tolist()
    log_probs = d.array((steps, rows, classes)) if d.chance(0.9) else d.array((steps, classes))
    lengths = [d.rng.integers(0, most + 1, rows) for most in (steps, length)]
    targets = d.rng.integers(0, classes, (rows, length) if d.chance(0.6) else (lengths[1].sum(),))
    if d.chance(0.1):
        lengths[d.pick([0, 1])] -= d.pick([1, -1])
    given = [x.tolist() if d.chance(0.5) else x for x in lengths] if d.chance(0.05) else lengths
    given = [x.tolist() for x in lengths] if d.chance(0.3) else given
    blank = d.rng.integers(classes).item() if d.chance(0.97) else classes
    arguments = [log_probs, d.layout(targets.astype(d.pick(["int64", "int64", "int32"]))), *given]
    return arguments, d.options((), zero_infinity=SWITCH, blank=[blank])


DRAWS: dict[str, Callable[[Draw], Arguments]] = {
    "binary_cross_entropy": alike(Draw.unit, Draw.unit, weight=Draw.factor),
    "binary_cross_entropy_with_logits": alike(Draw.array, Draw.unit, weight=Draw.factor, pos_weight=Draw.factor),
    "cosine_embedding_loss": cosine,
    "cross_entropy": cross_entropy,
    "ctc_loss": ctc,
    "gaussian_nll_loss": gaussian,
    "hinge_embedding_loss": alike(Draw.numbers, Draw.signs, margin=MARGINS),
    "huber_loss": alike(Draw.array, Draw.array, weight=Draw.array, delta=THRESHOLDS),
    "kl_div": kl_div,
    "l1_loss": alike(Draw.numbers, Draw.numbers, weight=Draw.array),
    "linear_cross_entropy": linear_cross_entropy,
    "margin_ranking_loss": alike(Draw.numbers, Draw.numbers, Draw.signs, margin=MARGINS),
    "mse_loss": alike(Draw.numbers, Draw.numbers, weight=Draw.array),
    "multi_margin_loss": multi_margin,
    "multilabel_margin_loss": multilabel_margin,
    "multilabel_soft_margin_loss": alike(Draw.array, Draw.counts, weight=Draw.factor),
    "nll_loss": nll,
    "poisson_nll_loss": alike(Draw.numbers, Draw.counts, log_input=SWITCH, full=SWITCH, eps=[1e-8, 0.0, 1.0]),
    "smooth_l1_loss": alike(Draw.numbers, Draw.numbers, beta=[*THRESHOLDS, 0]),
    "soft_margin_loss": alike(Draw.numbers, Draw.signs),
    "triplet_margin_loss": alike(
        *[Draw.array] * 3, margin=[1.0, 0.5, 2, 1e20, 0.0, -1.0], p=NORMS, eps=[1e-6, 0.0, 1e-3], swap=SWITCH
    ),
    "triplet_margin_with_distance_loss": triplet_with_distance,
}


def draw(names: list[str], seed: int, number: int) -> Call:
    """Call `number` of a seed, always the same, of one of the functions."""
    d = Draw(np.random.default_rng([seed, number]))
    name = d.pick(names)
    return Call(name, *DRAWS[name](d))
