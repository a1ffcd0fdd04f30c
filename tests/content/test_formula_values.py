"""The display formulas of the worked examples and of four entries give the numbers that are printed below them.

Each side of each statement is evaluated in 50 digits on the inputs of the section's own code. The sides must be equal,
the left one too, whose names are defined here; and the numbers that a `Row` names must be their value, and printed.
None is left out: every statement has a row. Those whose own value no section prints are compared side by side only.
"""

import contextlib
import copy
import dataclasses
import functools
import io
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement
from mpmath import log, mp, mpf

from tests.content.oracles.definitions import cross_entropy, log_softmax, mean, sigmoid, softmax, squared_errors
from tests.support import formula_values, oracles
from tests.support.formula_values import Statement
from tests.support.gate import refuse
from tests.support.pages import found, tree
from tests.support.project import ROOT, name
from tools.examples import notebooks, snippets
from tools.examples.files import Problem
from tools.pages import assertions, mathml, page_sections

ERROR = mpf(10) ** -6  # of the inputs, which are float32


@dataclasses.dataclass(frozen=True)
class Row:
    """What a statement is evaluated on, and gives.

    `code` is "script:section" among the page's snippets, or a notebook's cell. A text among `names` is an expression,
    to which the names at that place and those of `over` give a value. `over` are names of the formula too, and it is
    evaluated for each of their values. What `then` makes of the results is `shows`, as the section prints it.
    """

    code: str
    names: dict[str, Any]
    shows: str = ""
    over: dict[str, range] = dataclasses.field(default_factory=dict)
    then: Callable[[list], list] = list


def weighted(z: list, c: Any, w: list) -> Any:
    """The cross-entropy of a row of logits, or the mean of those of many."""
    return _mean(weighted, z, c, w) if isinstance(c, list) else w[c] * cross_entropy(z, c)


def picked(x: list, c: Any, w: list) -> Any:
    """The loss of a row of log-probabilities, or the mean of those of many."""
    return _mean(picked, x, c, w) if isinstance(c, list) else -w[c] * x[c]


def _mean(loss: Callable, rows: list, targets: list, w: list) -> Any:
    return sum(loss(row, c, w) for row, c in zip(rows, targets)) / sum(w[c] for c in targets)


def shared(z: list, y: list, w: list) -> Any:
    """The cross-entropy of a row of logits with probabilities as its target."""
    return -sum(weight * share * each for weight, share, each in zip(w, y, log_softmax(z)))


def divergences(z: list, y: list) -> list:
    """The terms of the divergence of a target from the softmax of logits."""
    return [share * (log(share) - each) for share, each in zip(y, log_softmax(z))]


def binary(z: Any, y: Any, w: Any, q: Any) -> Any:
    """The binary cross-entropy of a logit."""
    return -w * (q * y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))


def over(count: int) -> Callable[[list], list]:
    """Each result divided by this count, as the gradient of a mean."""
    return lambda values: [value / count for value in values]


def to_sum(values: list) -> list:
    """Their sum, as the only number."""
    return [sum(values)]


def to_mean(values: list) -> list:
    """Their mean, as the only number."""
    return [mean(values)]


ROWS, CLASSES, ENTRIES = {"n": range(2)}, {"k": range(3)}, {"i": range(3)}
GRID = ROWS | CLASSES
P = {"p": lambda z: softmax(z)}
CITY = P | {"z": "logits", "c": 1}
ONE_HOT = P | {"p": "probs", "y": "target", "c": 1}
INDEX = P | {"z": "logits[n]", "c": "target[n]", "w": [1, 1, 1], "ℓ": weighted}
SHARES = P | {"z": "logits[n]", "y": "probs[n]", "w": [1, 1, 1], "ℓ": shared}
PICKED = {"x": "log_probs[n]", "c": "target[n]", "w": [1, 1, 1], "ℓ": picked}
BATCH, PICKED_BATCH = INDEX | {"z": "logits", "c": "target"}, PICKED | {"x": "log_probs", "c": "target"}
WEIGHT = {"w": "weight"}
TARGET = "target.clamp(1e-40)"  # since 0 log 0 counts as 0
DIVERGED = {"x": "input[n, k]", "y": f"{TARGET}[n, k]", "ℓ": lambda x, y: y * log(y) - y * x}
OF_LOGITS = P | {"z": "input[n]", "y": f"{TARGET}[n]", "ℓ": divergences}
BINARY = {"z": "input[i]", "y": "target[i]", "w": 1, "q": 1, "σ": sigmoid, "ℓ": binary}
WEIGHTED = BINARY | {"y": "(target * 0.7 + 0.2)[i]", "w": 2, "q": 3}
EXAMPLE, HEAVY = (f"binary_cross_entropy_with_logits:{section}" for section in ("example", "pitfall_weight"))
SOFTMAX = "0.0420 0.1142 0.8438 0.0243 0.4879 0.4879"
CE_SLOPE = "-0.1674 0.0450 0.1224 0.0226 0.4547 -0.4774"
NLL_SLOPE = "-0.5000 0.0000 0.0000 0.0000 0.0000 -0.5000"
KL = "-0.1733 0.8240 0.0000 0.1386 0.1386 -0.1726"
KL_SLOPE = "-0.1250 -0.3750 -0.0000 -0.1000 -0.1000 -0.3000"
KL_SLOPE_OF_LOGITS = "0.1250 -0.2500 0.1250 -0.0500 -0.0500 0.1000"
BCE = [
    Row(EXAMPLE, BINARY, "0.1269 0.3133 0.9741", ENTRIES),
    Row(HEAVY, BINARY | {"w": "weight[i]"}, "1.4455", ENTRIES, to_mean),
    Row(EXAMPLE, WEIGHTED, "", ENTRIES),  # no section combines the two weights
]
OF_SIGMOID = [Row(EXAMPLE, BINARY, "", ENTRIES)]  # the section prints no sigmoid and no logarithm of one
CITIES, SQUARED = "0.2447 0.6652 0.0900", {"SE": lambda p: sum(squared_errors(p))}

# By page and heading, the rows of each statement.
TABLE: dict[str, dict[str, list[list[Row]]]] = {
    "worked-examples/logits-to-loss.md": {
        "From logits to a loss": [[Row("at_a_glance:loss", CITY | {"ℓ": lambda z, c: cross_entropy(z, c)}, "0.4076")]],
        "Softmax: from logits to probabilities": [[Row("softmax:by_hand", CITY, CITIES, CLASSES)]],
        "Squared error": [[Row("squared_error:terms", ONE_HOT | SQUARED, "0.1801")]],
        "Cross-entropy error": [[Row("cross_entropy:one", ONE_HOT | {"CE": lambda p, c: -log(p[c])}, "0.4076")]],
        "Log-softmax": [[Row("log_softmax:ways", CITY, "-1.4076 -0.4076 -2.4076", CLASSES)]],
        "One loss, four ways to write it": [
            [
                Row(
                    "same_number:four_ways",
                    P | {"z": "logits[0]", "y": "one_hot[0]", "ℓ": lambda z: cross_entropy(z)},
                    "0.2447 -0.3348 0.0900",
                    CLASSES,
                )
            ]
        ],
    },
    "worked-examples/six-by-three.md": {
        "Softmax and its two guarantees": [
            [Row("softmax:define", {"x": "x[n]", "C": 3, "softmax": softmax}, SOFTMAX, ROWS | {"c": range(3)})]
        ],
        "Two classes: softmax is the sigmoid of the difference": [
            [Row("two_classes:sigmoid", {"x": "logits[0]", "σ": sigmoid}, "0.8176")]
        ],
    },
    "worked-examples/inside-cross-entropy.py": {
        "Softmax, then minus the logarithm": [
            [Row("cell-1", {"x": "x", "y": "target", "ℓ": lambda x, y: mean([*map(cross_entropy, x, y)])}, "1.4904")]
        ]
    },
    "reference/losses/classification.md": {
        "CrossEntropyLoss": [
            [
                Row("cross_entropy:example", INDEX, "0.4076 3.0949", ROWS),
                Row("cross_entropy:pitfall_weight", INDEX | WEIGHT, "4.8462", ROWS, to_mean),
            ],
            [
                Row("cross_entropy:example", SHARES, "1.1513", ROWS, to_mean),
                Row("cross_entropy:pitfall_weight", SHARES | {"y": "one_hot[n]"} | WEIGHT, "4.8462", ROWS, to_mean),
            ],
            [
                Row("cross_entropy:example", BATCH, "1.7513"),
                Row("cross_entropy:pitfall_weight", BATCH | WEIGHT, "2.4231"),
            ],
            [
                Row("cross_entropy:example", INDEX, CE_SLOPE, GRID, over(2)),
                Row("cross_entropy:pitfall_weight", INDEX | WEIGHT, "", GRID),  # no gradient is printed there
            ],
            [
                Row("cross_entropy:example", SHARES | {"y": "F.one_hot(target, 3)[n]"}, CE_SLOPE, GRID, over(2)),
                Row("cross_entropy:pitfall_weight", SHARES | WEIGHT, "", GRID),  # nor there
            ],
        ],
        "NLLLoss": [
            [
                Row("nll_loss:example", PICKED, "0.3567 1.3863", ROWS),
                Row("nll_loss:example", PICKED | {"w": [2, 3, 5]}, "", ROWS),  # no loss of one row is printed
            ],
            [
                Row("nll_loss:example", PICKED_BATCH, "0.8715"),
                Row("nll_loss:pitfall_weight", PICKED_BATCH | WEIGHT, "0.3567"),
            ],
            [
                Row("nll_loss:example", PICKED, NLL_SLOPE, GRID, over(2)),
                Row("nll_loss:example", PICKED | {"w": [2, 3, 5]}, "", GRID),  # no gradient with weights is printed
            ],
        ],
    },
    "reference/losses/distributions-and-sequences.md": {
        "KLDivLoss": [
            [Row("kl_div:example", DIVERGED, KL, GRID), Row("kl_div:example", DIVERGED, "0.7553", GRID, to_sum)],
            [Row("kl_div:example", DIVERGED, KL_SLOPE, GRID, over(2))],
            [Row("kl_div:example", OF_LOGITS, KL_SLOPE_OF_LOGITS, GRID, over(2))],
        ]
    },
    "reference/losses/binary-and-multi-label.md": {
        "BCEWithLogitsLoss": [
            BCE,
            OF_SIGMOID,
            BCE,
            OF_SIGMOID,
            [Row(EXAMPLE, BINARY, "-0.0397 0.0896 0.2075", ENTRIES, over(3)), Row(EXAMPLE, WEIGHTED, "", ENTRIES)],
        ]
    },
}
WORKED = ROOT / "docs/worked-examples"  # pages of which the table holds every formula
EVERY_PAGE = sorted({*WORKED.glob("*.md"), *WORKED.glob("*.py"), *(ROOT / "docs" / name for name in TABLE)})


@functools.cache
def _inputs(page: Path, code: str) -> dict[str, Any]:
    """The names that a page's code defines when a section or a cell of it ends, but for figures."""
    name, _, section = code.partition(":")
    project = found()
    script = project.snippets[snippets.mirror(page, ROOT) / f"{name}.py"] if section else project.notebooks[page]
    [last] = [each.last for each in script.sections if each.name == (section or name)]
    if isinstance(script, notebooks.Notebook):
        lines = [cell.source for each, cell in script.code if each.last <= last]
    else:
        lines = script.text.split("\n")[:last]
    for figure in (each for each in script.sections if each.name == "figure" and each.last < last):
        del lines[figure.first : figure.last]  # it would be saved here
    defined: dict[str, Any] = {"__file__": str(script.path)}
    with contextlib.redirect_stdout(io.StringIO()):
        exec("\n".join(lines), defined)
    return defined


def _exact(value: Any) -> Any:
    """A tensor as lists of numbers, and each number exactly."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, list):
        return [_exact(each) for each in value]
    return mpf(value) if isinstance(value, float) else value


def _cases(page: Path, row: Row) -> Iterator[dict[str, Any]]:
    """The values of a row's names, once for each value of those that it goes over."""
    for values in itertools.product(*row.over.values()):
        case = dict(zip(row.over, values))
        defined = _inputs(page, row.code) | case
        read = {name: eval(text, defined) for name, text in row.names.items() if isinstance(text, str)}
        yield {name: _exact(value) for name, value in (case | row.names | read).items()}


def _of(page: Path) -> dict[str, list[list[Row]]]:
    """What the table holds of a page, by heading."""
    return TABLE.get(page.relative_to(ROOT / "docs").as_posix(), {})


def formulas(page: Path) -> dict[str, list[HtmlElement]]:
    """The display formulas of a page that the table holds or must hold, by heading."""
    below: dict[str, list[HtmlElement]] = {heading: [] for heading in _of(page)}
    heading = "(before the first heading)"
    for tag in tree(page).iter(*assertions.HEADINGS, "math"):
        if tag.tag in assertions.HEADINGS:
            title = " ".join(assertions.text_of(tag).replace("¶", "").split())
            heading = heading if page_sections.whole_of(tag.get("id"), title) == heading.lower() else title
        elif tag.get("display") == "block" and (page.parent == WORKED or heading in below) and not _goes_on(tag):
            below.setdefault(heading, []).append(_whole(tag))
    return below


def _goes_on(formula: HtmlElement) -> bool:
    """Whether it is a later step of a chain, between whose steps a line may break."""
    return formula.getparent().get("class") == "step" and formula.getparent().getprevious() is not None


def _whole(first: HtmlElement) -> HtmlElement:
    """A formula, or all steps of the chain that begins with it, as one."""
    later = first.getparent().itersiblings() if first.getparent().get("class") == "step" else []
    formula = copy.deepcopy(first)
    formula.extend(copy.deepcopy(part) for step in later for part in step[0])
    return formula


@functools.cache
def _printed(page: Path, heading: str) -> list[list[str]]:
    """The numbers of each output below a heading."""
    below = [each for each in assertions.read(tree(page), {}) if each.heading == heading]
    return [oracles.TOKEN.findall(output) for section in below for output in section.outputs]


def problems(page: Path, heading: str, below: list[HtmlElement]) -> Iterator[Problem]:
    """A Problem for each statement of the formulas below a heading that has no row, no value, or not the right one."""
    rows = _of(page).get(heading, [])
    functions = {name for each in rows for row in each for name, value in row.names.items() if callable(value)}
    try:
        read = [(mathml.line(each), one) for each in below for one in formula_values.statements(each, functions)]
    except formula_values.UnreadableError as error:
        yield Problem(page, 0, f"{heading}: a formula cannot be read: {error}")
        return
    if len(read) != len(rows):
        table = "in TABLE of tests/content/test_formula_values.py"
        yield Problem(page, 0, f"{heading}: there are {len(read)} statements in formulas, but {len(rows)} {table}")
    for (line, statement), each in zip(read, rows):
        for wrong in _disagreements(page, heading, statement, each):
            yield Problem(page, 0, f"{heading}: {line} {wrong}")


def _disagreements(page: Path, heading: str, statement: Statement, rows: list[Row]) -> Iterator[str]:
    whole = False  # whether every side was compared
    for row in rows:
        values = []
        for case in _cases(page, row):
            try:
                sides = [side(case) for side in statement.that_hold(case)]
            except (formula_values.UnreadableError, ArithmeticError, LookupError, TypeError, ValueError) as error:
                yield f"has no value: {error or type(error).__name__}"
                return
            whole |= len(sides) == len(statement.sides)
            values.append(sides[-1])
            for other in sides[1:]:
                if not abs(other - sides[0]) < ERROR:
                    yield f"is {mp.nstr(sides[0], 8)} on its left, but {mp.nstr(other, 8)} on its right"
        yield from _not_printed(row, row.then(values), _printed(page, heading))
    if not whole:
        yield "has a condition that is never met"


def _not_printed(row: Row, values: list, outputs: list[list[str]]) -> Iterator[str]:
    """What a row says is printed, and is not the values, or is not printed below the formula's heading."""
    shown = row.shows.split()
    for number, value in zip(shown, values):
        if not oracles.agrees(number, value, ERROR):
            yield f"gives {mp.nstr(value, 8)}, but {number} is printed"
    if shown and len(values) != len(shown):
        yield f"gives {len(values)} numbers, but {len(shown)} are printed"
    if not any(shown == printed[at : at + len(shown)] for printed in outputs for at in range(len(printed))):
        yield f"should give {row.shows}, which is not printed in that order"


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_each_formula_gives_what_is_printed_below_it(page):
    refuse(each for heading, below in formulas(page).items() for each in problems(page, heading, below))


INDICES = {*"ckjn"}
EQUAL = {  # by value: a one-hot y adds up to 1, and where [k = c] is 1, w_k is w_c
    "CE = − under(∑; k) y_{k} log p_{c} = − log p_{c}",
    "frac(∂ ℓ; ∂ x_{k}) = − w_{k} [ k = c ]",
}


def faults(tag: HtmlElement) -> Iterator[Callable[[], Any]]:
    """What can be wrong at one element of a formula: each call changes it."""
    text = (tag.text or "").strip()
    if text in ("+", "−"):
        yield lambda: setattr(tag, "text", "+" if text == "−" else "−")
    if tag.tag == "mn":
        yield lambda: setattr(tag, "text", str(int(text) + 1))
    if tag.tag == "mi" and text not in ("log", "SE", "CE", "softmax", "∂"):
        yield lambda: (setattr(tag, "tag", "mn"), setattr(tag, "text", "7"))
        yield from (lambda other=other: setattr(tag, "text", other) for other in INDICES - {text} if text in INDICES)
    if tag.tag == "mfrac":
        yield lambda: tag.append(tag[0])
        yield lambda: setattr(tag, "tag", "mrow")
    if tag.tag in ("msub", "msup"):
        yield lambda: setattr(tag, "tag", "msup" if tag.tag == "msub" else "msub")
        if tag[1].tag in ("msub", "msup"):
            yield lambda: _move_brace(tag, tag[1])
    if text == ")" and tag.getnext() is not None and tag.getnext().text != ")":
        yield lambda: tag.getnext().addnext(tag)


def _move_brace(outer: HtmlElement, inner: HtmlElement) -> None:
    """`e^{z_c}` becomes `e^z_c`."""
    base = outer.makeelement(outer.tag)
    base.extend([outer[0], inner[0]])
    outer.tag, outer[:] = inner.tag, [base, inner[0]]


def with_faults(below: list[HtmlElement]) -> Iterator[tuple[str, list[HtmlElement]]]:
    """Formulas with one fault in one of them, and how that one reads now."""
    for at, formula in enumerate(below):
        for place, tag in enumerate(formula.iterdescendants(), 1):
            for nth in range(len([*faults(tag)])):
                changed = copy.deepcopy(formula)
                [*faults([*changed.iter()][place])][nth]()
                line = mathml.line(changed)
                if line not in EQUAL | {mathml.line(formula)}:
                    yield line, [*below[:at], changed, *below[at + 1 :]]


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.ci)])
@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_a_planted_fault_is_found(page, step):
    planted = [(heading, *fault) for heading, below in formulas(page).items() for fault in with_faults(below)]
    missed = [
        f"{heading}: {line}" for heading, line, below in planted[::step] if not [*problems(page, heading, below)][:1]
    ]
    refuse(missed)
