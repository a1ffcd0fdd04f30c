"""Whatever the calculators say is so: each remedy is applied with torch, and each number in a sentence is tried.

A sentence in their code without a case here fails the first test. What they quote of torch is compared with torch.
"""

import inspect
import itertools
import math
import re
import sys

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tests.support.browser import quiet_tab
from tests.support.calculator import given, says, sentences

TRIED = set()  # the sentences that tests try
Z, Y = torch.tensor([[2.5, 3.5, 1.5], [0.5, -1.0, 2.0]]), torch.tensor([1, 2])  # (2, 3), (2,)
SHARES, ONE_HOT = Z.softmax(dim=1), F.one_hot(Y, 3)  # (2, 3) each
WORDS, WORD = torch.zeros(2, 3, 5), torch.zeros(2, 5, dtype=torch.int64)  # (N, C, d), (N, d)
IMAGE, PIXELS = torch.zeros(2, 3, 4, 5), torch.zeros(2, 4, 5, dtype=torch.int64)  # (N, C, H, W), (N, H, W)
FILM, VOXELS = torch.zeros(2, 3, 4, 5, 6), torch.zeros(2, 4, 5, 6, dtype=torch.int64)
DEFAULTS = {"weight": None, "ignore_index": -100, "label_smoothing": 0.0, "reduction": "mean"}
CODE = re.compile(r"\b(logits|target|weight)\.\w+\([^()]*\)")
TENSOR = re.compile(r"\[\[.*\]\]")


def tries(*told):
    """Mark a test as that of these sentences."""
    TRIED.update(told)
    return lambda test: test


def by_code(sentence, wrong):
    """The arguments after each piece of code in a sentence."""
    names = {"torch": torch, "logits": Z, "target": Y, **wrong}
    return [wrong | {code[1]: eval(code[0], names)} for code in CODE.finditer(sentence) if code[1] in wrong]


def by_tensor(sentence, wrong):
    """The arguments with the tensor in a sentence as logits, and with its one row."""
    [rows] = map(eval, TENSOR.findall(sentence))
    return [
        {"logits": torch.tensor(rows), "target": torch.tensor([1])},
        {"logits": torch.tensor(rows[0]), "target": torch.tensor(1)},
    ]


def by_word(sentence, wrong):
    """The arguments with each reduction that a sentence names."""
    return [wrong | {"reduction": word} for word in re.findall(r"none|mean|sum", sentence)]


def by_number(sentence, wrong):
    """The arguments with each number of a sentence as the label smoothing."""
    return [wrong | {"label_smoothing": float(number)} for number in re.findall(r"\d\.\d|\d", sentence)]


def to(*changes):
    """What the words of a sentence mean, as these changed arguments."""
    return lambda sentence, wrong: [wrong | change for change in changes]


# By remedy: wrong arguments, and what it changes them to.
REMEDIES = {
    "Logits are floats: logits.float(), or write decimal points.": [
        ({"logits": Z.long()}, by_code),
        ({"logits": Z.long()}, to({"logits": Z})),
        ({"logits": IMAGE.long(), "target": PIXELS}, by_code),
        ({"logits": Z.long(), "target": SHARES}, by_code),
    ],
    "Logits are one row of numbers, or rows: [[2.5, 3.5, 1.5]].": [
        ({"logits": torch.tensor(1.5), "target": torch.tensor(1.0)}, by_tensor),
        ({"logits": torch.tensor(1.5), "target": torch.tensor([0])}, by_tensor),
    ],
    "Give one weight for each class, in the classes' order.": [
        ({"weight": torch.ones(2)}, to({"weight": torch.tensor([1.0, 2.0, 3.0])})),
        ({"weight": torch.ones(2), "target": SHARES}, to({"weight": torch.tensor([1.0, 2.0, 3.0])})),
        ({"weight": torch.ones(2), "logits": IMAGE, "target": PIXELS}, to({"weight": torch.tensor([1.0, 2.0, 3.0])})),
    ],
    "Take none, mean or sum.": [({"reduction": "max"}, by_word)],
    "Take an integer that no counted row has as its target.": [
        ({"ignore_index": 1.5}, to({"ignore_index": -1}, {"ignore_index": 0}))
    ],
    "It is the share of the target that all classes get alike, such as 0.1.": [
        ({"label_smoothing": 1.2}, by_number),
        ({"label_smoothing": 1.2, "target": SHARES}, by_number),
    ],
    "A target of the logits' shape holds probabilities: target.float(), or write decimal points."
    " Class indices are one number a row.": [
        ({"target": ONE_HOT}, by_code),
        ({"target": ONE_HOT}, to({"target": SHARES}, {"target": Y})),
    ],
    "Leave it out; without label smoothing, a row of zeros has no loss.": [
        ({"target": SHARES, "ignore_index": 0}, to({"ignore_index": -100}))
    ],
    "Each row of logits needs one target: logits are (N, C), class indices (N).": [
        ({"target": Y[:1]}, to({"target": Y}, {"logits": Z[:1]}))
    ],
    "Class indices are one number a row: target.squeeze(1). Probabilities need a number for every class, as floats.": [
        ({"target": Y[:, None]}, by_code),
        ({"target": Y[:, None]}, to({"target": SHARES})),
        ({"logits": Z[0], "target": Y[:1, None]}, by_code),
    ],
    "For logits (N, C, H, W), class indices are (N, H, W).": [
        ({"logits": IMAGE, "target": PIXELS[:, None]}, to({"target": PIXELS})),
        ({"logits": IMAGE, "target": PIXELS[:, 1:]}, to({"target": PIXELS})),
    ],
    "The classes are the second dimension: logits (N, C, d), class indices (N, d)."
    " If the classes are last: logits.movedim(-1, 1).": [
        ({"logits": WORDS, "target": WORD[:, 1:]}, to({"target": WORD})),
        ({"logits": WORDS.movedim(1, -1), "target": WORD}, by_code),
        ({"logits": FILM.movedim(1, -1), "target": VOXELS}, by_code),
    ],
    "Class indices are integers: target.long(). Probabilities need the shape of the logits.": [
        ({"target": Y.float()}, by_code),
        ({"target": Y.int()}, by_code),
        ({"target": Y.float()}, to({"target": SHARES})),
    ],
    "One row of logits has one class index.": [
        ({"logits": Z[0]}, to({"target": torch.tensor([1])}, {"target": torch.tensor(1)}))
    ],
    "With label smoothing, one row of logits takes its class index as a scalar: target.squeeze(0).": [
        ({"logits": Z[0], "target": Y[:1], "label_smoothing": 0.1}, by_code)
    ],
    "The weights need the logits' dtype: weight.to(logits.dtype).": [
        ({"logits": Z, "weight": torch.ones(3).double()}, by_code),
        ({"logits": Z, "weight": torch.ones(3).long()}, by_code),
    ],
    "Convert the class indices: target.long().": [
        ({"logits": IMAGE, "target": PIXELS.byte()}, by_code),
        ({"target": Y.byte(), "weight": torch.ones(3), "label_smoothing": 0.1}, by_code),
    ],
    "Class indices run from 0 to ${classes - 1}; ignore_index names one more that is left out.": [
        ({"target": torch.tensor([1, 3])}, to({"target": torch.tensor([0, 2])}, {"ignore_index": 3})),
        ({"target": torch.tensor([1, -1])}, to({"target": torch.tensor([0, 2])}, {"ignore_index": -1})),
    ],
    "Take one from 0 to 1.": [({"label_smoothing": math.nan}, by_number)],  # torch takes it for none
}
TRIED |= {*REMEDIES, "label_smoothing is not a number."}


def arguments(changes):
    """The logits, the target and the options of a case."""
    return (
        changes.get("logits", Z),
        changes.get("target", Y),
        {name: changes.get(name, DEFAULTS[name]) for name in DEFAULTS},
    )


def by_torch(changes):
    """What torch's loss is, or its sentence."""
    logits, target, options = arguments(changes)
    try:
        return F.cross_entropy(logits, target, **options)
    except Exception as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0]}"


@pytest.mark.ci
def test_each_remedy_for_wrong_arguments_is_one(module):
    cases = [(sentence, *case) for sentence, each in REMEDIES.items() for case in each]
    found = module("arguments", "check", [[given(*arguments(wrong))] for _, wrong, _ in cases])
    mended = [mend(sentence, wrong) for sentence, wrong, mend in cases]
    assert all(mended), "a sentence without what its case looks for"
    for (sentence, wrong, _), (said, remedy) in zip(cases, found):
        assert says(sentence).fullmatch(remedy), wrong
        assert said == by_torch(wrong) or not re.match(r"\w+Error: ", said)
    flat = [(sentence, each) for (sentence, *_), many in zip(cases, mended) for each in many]
    left = module("arguments", "check", [[given(*arguments(each))] for _, each in flat])
    losses = [by_torch(each) for _, each in flat]
    assert [case for case, refusal, loss in zip(flat, left, losses) if refusal or isinstance(loss, str)] == []
    assert all(loss.isfinite().all() for loss in losses)


@pytest.mark.ci
def test_a_wrong_remedy_would_be_found():
    for wrong, sentence in [
        ({"target": Y[:, None]}, "target.squeeze(0)"),
        ({"logits": FILM.movedim(1, -1), "target": VOXELS}, "logits.transpose(1, 2)"),
        ({"target": Y.float()}, "target.int()"),
    ]:
        assert isinstance(by_torch(by_code(sentence, wrong)[0]), str), sentence


@pytest.mark.ci
def test_what_a_remedy_says_of_the_loss_is_so():
    each = F.cross_entropy(Z, Y, reduction="none")
    alike = 0.9 * F.one_hot(Y, 3) + 0.1 / 3
    torch.testing.assert_close(F.cross_entropy(Z, Y, label_smoothing=0.1), F.cross_entropy(Z, alike))  # share … alike
    empty = SHARES * torch.tensor([[1.0], [0.0]])  # the second row is zeros
    assert F.cross_entropy(Z, empty, reduction="none")[1] == 0
    assert F.cross_entropy(Z, empty, reduction="none", label_smoothing=0.1)[1] > 0  # … without label smoothing
    weight = torch.tensor([1.0, 2.0, 3.0])
    torch.testing.assert_close(F.cross_entropy(Z, Y, weight, reduction="none"), weight[Y] * each)  # the classes' order
    torch.testing.assert_close(F.cross_entropy(Z, Y, ignore_index=2), each[0])  # names one more that is left out
    torch.testing.assert_close(F.cross_entropy(Z, Y, ignore_index=0), each.mean())  # that no counted row has


def in_full(remedy):
    """What PyTorch and NumPy print of a long tensor after the code in the remedy."""
    printoptions = [line.split(": ", 1)[1] for line in re.findall(r"\w+: \w+\.set_printoptions\([^)]*\)", remedy)]
    with np.printoptions():
        for line in printoptions:
            exec(line, {"torch": torch, "np": np, "sys": sys})
        printed = str(torch.zeros(2000)), repr(np.zeros(2000))
        torch.set_printoptions(profile="default")
    return [(text, torch.zeros(2000)) for text in printed] if len(printoptions) == 2 else []


def example(remedy):
    """The tensor in a remedy."""
    return [(text, torch.tensor(eval(text))) for text in TENSOR.findall(remedy)]


def rows(remedy):
    """The rows in a remedy, and their values without the numbers of the rows."""
    [values] = map(eval, TENSOR.findall(remedy))
    return [(str(values), torch.tensor(values)), ("\n".join(str(x) for _, x in values), torch.tensor(values)[:, 1])]


def converted(remedy):
    """What torch prints of a tensor of another dtype after each piece of code in a remedy."""
    names = {name: torch.tensor([1, 2], dtype=torch.uint16) for name in ("logits", "target")}
    tensors = [eval(code[0], names) for code in CODE.finditer(remedy)]
    return [(str(each), each) for each in tensors]


def texts(*right):
    """What the words of a remedy mean, as texts."""
    return lambda remedy: [(text, torch.tensor(values)) for text, values in right]


ABBREVIATED = 'The tensor is abbreviated: numbers are missing where it says "...".'
FULL = (
    'PyTorch: torch.set_printoptions(profile="full"); NumPy: np.set_printoptions(threshold=sys.maxsize).'
    " Print and copy again."
)
COUNT = "Every row needs as many numbers as the first; count the commas and brackets."
NESTED = "There are more than 64 brackets in each other."
UNKNOWN = 'Line ${line}: "${word.slice(0, 40)}" is not understood.'
AS_PRINTED = "Paste only the tensor, as PyTorch or NumPy prints it."
BESIDE, RESULT = 'The "${word.slice(0, 40)}" beside the tensor may change it.', "Paste the result as print shows it."
CALL, SHOWN_BY_PRINT = (
    '"${call.slice(0, 40)}(…)" is not read: only tensors and arrays are.',
    "Paste the tensor as print shows it.",
)
READINGS = '"${text.slice(0, 40)}" has two readings: ${one} or ${other}.'
POINTS = "Write decimals with a point, and lists in brackets: [[0.5, 0.6]]."
SIZE = 'The size is ${size.join(" x ")}, but there are ${values.length} numbers.'
WHOLE = "Copy the whole print, from its first row to its size."
COUNTS = (
    "Delete the numbers of rows and columns; if they are values, put brackets around the rows: [[0, 0.5], [1, 0.6]]."
)
COLUMNS = "Paste the columns of the logits alone, and the target into its own field."
NAMED, FIELD = 'The tensor is called "${other.name}".', "Paste it into the field of that name."
LONG, FIRST = "The text has ${text.length} characters, more than ${MOST}.", "Paste the first rows only."
OLD = "0.5 0.6\n0.1 0.2\n[torch.FloatTensor of size 2x2]"
# Wrong texts: what is said, what to do, and what that makes of the text.
TEXTS = [
    (str(torch.zeros(2000)), ABBREVIATED, FULL, in_full),
    (repr(np.zeros(2000)), ABBREVIATED, FULL, in_full),
    ("logits", "There is no number in it.", "Paste a tensor, such as [[2.5, 3.5, 1.5]].", example),
    (
        "tensor([1.]) tensor([2.])",
        "There is more than one tensor in it.",
        "Paste one at a time.",
        texts(("tensor([1.])", [1.0]), ("tensor([2.])", [2.0])),
    ),
    (
        str(torch.tensor([1, 2], dtype=torch.uint16)),
        "These losses take no dtype ${told}.",
        "Convert it: logits.float(), target.long().",
        converted,
    ),
    (
        "tensor([[1., 2.],\n        [3.",
        "The text ends before its brackets are closed.",
        "Copy it to its last bracket.",
        texts(("tensor([[1., 2.],\n        [3., 4.]])", [[1.0, 2.0], [3.0, 4.0]])),
    ),
    ("[1,\n2,\n3x]", UNKNOWN, AS_PRINTED, texts(("[1,\n2,\n3]", [1, 2, 3]), ("[1 2 3]", [1, 2, 3]))),
    ("tensor([1., 2.]) / 2", BESIDE, RESULT, texts((str(torch.tensor([1.0, 2.0]) / 2), [0.5, 1.0]))),
    ("torch.arange(3)", CALL, SHOWN_BY_PRINT, texts((str(torch.arange(3)), [0, 1, 2]))),
    ("0,5", READINGS, POINTS, texts(("0.5", 0.5), ("[[0, 5]]", [[0, 5]]), ("[[0.5, 0.6]]", [[0.5, 0.6]]))),
    (OLD[8:], SIZE, WHOLE, texts((OLD, [[0.5, 0.6], [0.1, 0.2]]))),
    ("0 0.5\n1 0.6", "Does it number the rows, or hold values?", COUNTS, rows),
    (
        "a,label\n0.5,1\n0.6,0",
        "Is it the target?",
        COLUMNS,
        texts(("a\n0.5\n0.6", [0.5, 0.6]), ("label\n1\n0", [1, 0])),
    ),
    ("1," * 200_000, LONG, FIRST, texts(("1,2," * 20, [1, 2] * 20))),
    ("[[1, 2], [3]]", "", COUNT, texts(("[[1, 2], [3, 4]]", [[1, 2], [3, 4]]))),
    ("[[1], 2]", "", COUNT, texts(("[[1], [2]]", [[1], [2]]))),
    ("[1., [2.]]", "", COUNT, texts(("[1., 2.]", [1.0, 2.0]))),
    ("[" * 65 + "1" + "]" * 65, NESTED, COUNT, texts(("[" * 64 + "1" + "]" * 64, np.ones((1,) * 64, int).tolist()))),
]
TRIED |= {sentence for _, *both, _ in TEXTS for sentence in both if sentence.endswith(".")}


@pytest.mark.ci
def test_each_remedy_for_a_text_is_one(module):
    found = module("tensors", "readTensor", [[text] for text, *_ in TEXTS])
    for (text, sentence, remedy, _), (said, told) in zip(TEXTS, found):
        assert told == remedy and says(sentence or said).search(said), text
        if not sentence:  # torch's
            with pytest.raises((ValueError, TypeError)) as raised:
                torch.tensor(eval(text))
            assert said == f"{raised.type.__name__}: {raised.value}"
    mended = [case for *_, remedy, mend in TEXTS for case in mend(remedy)]
    assert len(mended) > len(TEXTS)
    for (text, right), read in zip(mended, module("tensors", "readTensor", [[text] for text, _ in mended])):
        assert torch.equal(torch.tensor(read["values"], dtype=right.dtype), right), text


@pytest.mark.ci
def test_numpy_too_has_room_for_64_brackets():
    with pytest.raises(ValueError, match="maximum number of dimension of 64"):
        np.array(eval("[" * 65 + "1" + "]" * 65))


@pytest.mark.ci
def test_the_loss_takes_no_dtype_that_the_calculator_does_not(module):
    everything = {each for each in vars(torch).values() if isinstance(each, torch.dtype)}
    dtypes = [each for each in everything if not re.search("complex32|qu?int|bits|u?int[1-7]$|e8m0|float4", str(each))]
    read = module("tensors", "readTensor", [[f"tensor([1, 2], dtype={each})"] for each in dtypes])
    refused = [dtype for dtype, each in zip(dtypes, read) if isinstance(each, list)]
    assert 5 < len(refused) < len(dtypes)
    for dtype in refused:
        assert isinstance(by_torch({"logits": Z.to(dtype)}), str), dtype
        assert isinstance(by_torch({"target": Y.to(dtype)}), str), dtype


@pytest.mark.ci
def test_the_formats_have_torch_s_limits(page):
    formats = page.evaluate("import('/assets/calculator/arithmetic.js').then((module) => module.FORMATS)")
    assert set(formats) == {"float64", "float32", "float16", "bfloat16"}
    for name, each in formats.items():
        limits = torch.finfo(getattr(torch, name))
        assert (each["largest"], 2.0 ** each["least"]) == (limits.max, limits.tiny), name
        assert 2.0 ** (1 - each["bits"]) == limits.eps, name


SET_ROW = """(state) => {
    const row = document.querySelector("loss-calculator");
    row.change({ ...structuredClone(row.own), ...state }, "reset");
    return [...row.querySelectorAll(".calc-note")].map((note) => note.innerText);
}"""
SET_BATCH = """(fields) => {
    const batch = document.querySelector("batch-calculator");
    for (const [name, field] of Object.entries(batch.fields)) field.value = fields[name] ?? batch.own[name];
    batch.update(true);
    const said = [...batch.message.querySelectorAll("p")].map((part) => part.innerText.replace(/ Read on: .*/, ""));
    return [said.join("\\n\\n"), batch.output.innerText];
}"""


@pytest.fixture(scope="module")
def page(still_context, address):
    """The page of the calculators, whose timers run when a test lets them."""
    with quiet_tab(still_context, address) as tab:
        tab.goto("calculator/")
        yield tab


@pytest.fixture
def row(page):
    """A function that sets the row's state and returns its notes."""
    return lambda **state: page.evaluate(SET_ROW, state)


@pytest.fixture
def batch(page):
    """A function that sets the batch's fields and returns its message and its output."""
    return lambda **fields: page.evaluate(SET_BATCH, fields)


TWICE = (
    "Softmax twice: the loss takes the probabilities for logits. They lie between 0 and 1, so no class gets more than"
    " e times as much as another."
)


ONCE = (
    "With one softmax, the loss is ${fixed(loss)}, and the gradient of the target's logit ${fixed(gradient[target])}."
)


FLOOR = "After a softmax, rounding aside, no loss is less than ${fixed(Math.log(Math.E + logits.length - 1) - 1)}."


@pytest.mark.ci
@tries(TWICE, ONCE, FLOOR)
def test_softmax_twice_flattens_the_probabilities_and_the_gradient(row):
    z = torch.tensor([10.0, 0.0, -1.0], dtype=torch.float64, requires_grad=True)
    loss = F.cross_entropy(z, torch.tensor(1))
    loss.backward()
    once = f"With one softmax, the loss is {loss:.4f}, and the gradient of the target's logit {z.grad[1]:.4f}."
    floor = F.cross_entropy(torch.tensor([0.0, 1.0, 0.0]), torch.tensor(1))
    least = f"After a softmax, rounding aside, no loss is less than {floor:.4f}. Why?"
    assert row(twice=False) == [] and row(twice=True, logits=[10, 0, -1], target=1) == [TWICE, once, least]
    assert TWICE not in row(twice=True, logits=[2.5], target=0), "of one class the loss is 0"
    torch.manual_seed(0)
    for classes, size in itertools.product((2, 3, 20), (0.1, 3, 30)):
        z = (torch.randn(1000, classes, dtype=torch.float64) * size).requires_grad_()
        y = torch.randint(classes, (1000,))
        losses = F.cross_entropy(z.softmax(dim=1), y, reduction="none")
        losses.sum().backward()
        twice = z.softmax(dim=1).softmax(dim=1)
        assert (twice.amax(dim=1) / twice.amin(dim=1)).max() <= math.e + 1e-9
        assert losses.min() > math.log(math.e + classes - 1) - 1 - 1e-9 > 0.3
        assert z.grad.abs().max() < 0.27
    assert (F.cross_entropy(torch.eye(2), torch.tensor([1, 0]), reduction="none") > 1).all()
    assert F.cross_entropy(torch.tensor([0.0, 1.0, 0.0]).bfloat16(), torch.tensor(1)) < floor - 1e-4, "by rounding"


WALKED = "From a loss of ${fixed(compute(this.walk).loss)} to ${fixed(this.result.loss)} in ${this.walked} steps."


@pytest.mark.ci
@tries(WALKED)
def test_play_says_how_far_the_loss_came(row, page):
    row(logits=Z[0].tolist(), target=1)
    page.evaluate("document.querySelector('loss-calculator').step()")  # of the same walk
    page.evaluate("document.querySelector('loss-calculator').play()")
    page.clock.run_for(1000)
    page.evaluate("document.querySelector('loss-calculator').stop()")
    said = page.locator("loss-calculator .calc-note").last.inner_text()
    first, last, count = re.fullmatch(r"From a loss of (.*) to (.*) in (\d+) steps\.", said).groups()
    z = Z[0].double().requires_grad_()
    losses = []
    for _ in range(int(count) + 1):
        losses.append(F.cross_entropy(z, torch.tensor(1)))
        (gradient,) = torch.autograd.grad(losses[-1], z)
        z = (z - gradient).detach().requires_grad_()
    assert int(count) > 3 and [first, last] == [f"{losses[0]:.4f}", f"{losses[-1]:.4f}"]


OVERFLOWS = (
    "In ${format}, exp(${Math.max(...z)}) is inf, and so log(exp(z) / exp(z).sum()) breaks."
    " The loss takes log_softmax(z), which subtracts the largest logit first."
)


@pytest.mark.ci
@tries(OVERFLOWS)
def test_an_exponential_overflows_and_the_loss_does_not(row):
    z = torch.tensor([12.0, 1.0, -2.0], dtype=torch.float16)
    assert z.exp()[0].isinf() and (z.exp() / z.exp().sum()).log()[0].isnan() and z.log_softmax(dim=0).isfinite().all()
    (note,) = row(logits=z.tolist(), format="float16")
    assert says(OVERFLOWS).fullmatch(note) and "In float16, exp(12) is" in note
    assert row(logits=z.tolist(), format="float32") == []


ROUNDED = "Everything is rounded to ${format}: the last digits may differ from those of exact numbers."


@pytest.mark.ci
@tries(ROUNDED)
def test_half_precision_changes_the_last_digits(row):
    z = torch.tensor([2.5, 3.5, 1.5])
    assert z.half().log_softmax(dim=0)[1].item() != pytest.approx(z.log_softmax(dim=0)[1].item(), abs=1e-5)
    (note,) = row(logits=z.tolist(), format="float16")
    assert says(ROUNDED).fullmatch(note) and "to float16:" in note


SMOOTHED = (
    "Label smoothing gives every class a share of the target. Rounding aside, the loss cannot fall below"
    " ${fixed(-sum(this.shares.map((y) => (y ? y * Math.log(y) : 0))))}."
)


@pytest.mark.ci
@tries(SMOOTHED)
def test_label_smoothing_has_a_floor(row):
    share = torch.tensor([1 / 30, 28 / 30, 1 / 30])
    least = F.cross_entropy(share.log(), torch.tensor(1), label_smoothing=0.1)
    losses = F.cross_entropy(4 * torch.randn(10000, 3), torch.full((10000,), 1), label_smoothing=0.1, reduction="none")
    assert losses.min() >= least - 1e-6
    (note,) = row(logits=[0, 10, -1], target=1, labelSmoothing=0.1)
    assert says(SMOOTHED).fullmatch(note) and note.endswith(f"below {least:.4f}.")


WEIGHTED = (
    'The loss is shown as reduction="sum" gives it: the mean of a single row divides by its weight again,'
    " if the target is a class index."
)


@pytest.mark.ci
@tries(WEIGHTED)
def test_a_weight_counts_in_the_sum_and_in_the_mean_only_of_probabilities(row, page):
    weight, plain = torch.tensor([1.0, 2.0, 3.0]), F.cross_entropy(Z[:1], Y[:1])
    assert row(weight=weight.tolist()) == [WEIGHTED]
    assert page.evaluate("document.querySelector('loss-calculator').result.loss") == pytest.approx(2 * plain.item())
    torch.testing.assert_close(F.cross_entropy(Z[:1], Y[:1], weight, reduction="sum"), 2 * plain)
    torch.testing.assert_close(F.cross_entropy(Z[:1], Y[:1], weight), plain)
    of_shares = [F.cross_entropy(Z[:1], SHARES[:1], weight, reduction=how) for how in ("mean", "sum")]
    assert of_shares[0] == of_shares[1] != F.cross_entropy(Z[:1], SHARES[:1])


SUM = "The target adds up to ${total}, not to 1. torch does not check that."


@pytest.mark.ci
@tries(SUM)
def test_a_target_that_does_not_add_up_to_one_is_told_so(row):
    for target in ([0.3, 0.4, 0.4], [0.0, 0.5, 0.4999], [0.2, 0.2, 0.2]):
        [note] = row(target=target)
        assert says(SUM).fullmatch(note) and f"{sum(target):.4f}, not" in note
        assert F.cross_entropy(Z[:1], torch.tensor([target])).isfinite()
    assert row(target=[0.33333, 0.33333, 0.33333]) == [], "1.0000 is not said to be other than 1"


ONE_CLASS = (
    "With one class the softmax is 1 whatever the logit, and nothing is learned."
    " Two classes in one logit: F.binary_cross_entropy_with_logits."
)


@pytest.mark.ci
@tries(ONE_CLASS)
def test_one_class_learns_nothing_and_one_logit_does(row):
    assert row(logits=[2.5], target=0, names=["0"]) == [ONE_CLASS]
    z = torch.tensor([[2.5], [-7.0]], requires_grad=True)
    assert (z.softmax(dim=1) == 1).all()
    F.cross_entropy(z, torch.tensor([0, 0])).backward()
    assert (z.grad == 0).all()
    [function] = re.findall(r"F\.\w+", ONE_CLASS)
    difference = Z[:, 1] - Z[:, 0]
    both = eval(function)(difference, torch.tensor([1.0, 0.0]))
    torch.testing.assert_close(both, F.cross_entropy(Z[:, :2], torch.tensor([1, 0])))


NEEDED = "${label}: ${needed} is needed; until then the last one counts."
TYPE = """([name, text]) => {
    const row = document.querySelector("loss-calculator");
    row.message.textContent = "";
    const field = row.querySelector(`[name="${name}"]`);
    field.value = text;
    field.dispatchEvent(new Event("input"));
    return [row.message.innerText, row.state];
}"""


@pytest.mark.ci
@tries(NEEDED)
def test_the_fields_of_the_row_take_what_they_say(row, page):
    row(temperature=2, labelSmoothing=0.1)
    fields = [
        ("logit-1", "a number", ["-12.5", "0", "1e4"], [""]),
        ("temperature-value", "a number above zero", ["0.0001", "10000"], ["0", "-1", ""]),
        ("labelSmoothing-value", "a number from 0 to 1", ["0", "1", "0.5"], ["-0.0001", "1.0001", ""]),
    ]
    for name, needed, right, wrong in fields:
        for text in right:
            said, state = page.evaluate(TYPE, [name, text])
            assert said == ""
        for text in wrong:
            said, left = page.evaluate(TYPE, [name, text])
            assert says(NEEDED).fullmatch(said) and f": {needed} is needed" in said and left == state, (name, text)
    assert isinstance(by_torch({"label_smoothing": 1.0001}), str) and not isinstance(
        by_torch({"label_smoothing": 1.0}), str
    )


CHOOSE = (
    "Choose the target, the right class: y (dashed) is 1 there and 0 elsewhere. "
    "Then move the logits, the scores of the classes."
)
DASHED = "The dashed marks are the target."
SUMMARY = " The softmax of the target, ${this.name(target)}, is ${fixed(probs[target])}."
READ_LINES = """() => [...document.querySelectorAll("loss-calculator .calc-class")].map((line) => [
    line.querySelector("[type=radio]")?.checked, Number(line.querySelector("[type=range]").value),
    ...["--p", "--y"].map((name) => Number(line.querySelector(".calc-bar").style.getPropertyValue(name)))])"""


@pytest.mark.ci
@tries(CHOOSE, DASHED, SUMMARY)
def test_button_slider_bar_and_mark_are_the_target_the_logit_and_the_softmax(row, page):
    row()
    assert page.locator("loss-calculator .calc-legend").inner_text() == CHOOSE
    for k, (button, slider, bar, mark) in enumerate(page.evaluate(READ_LINES)):
        assert button == (mark == 1) == (k == 1)
        assert slider == pytest.approx(Z[0, k].item(), abs=0.05) and bar == pytest.approx(SHARES[0, k].item())
    said = page.evaluate("document.querySelector('loss-calculator').summary()")
    assert (
        said
        == f"3 classes, loss {F.cross_entropy(Z[0], Y[0]):.4f}. The softmax of the target, 1, is {SHARES[0, 1]:.4f}."
    )
    row(target=[0.5, 0.25, 0.25])
    assert page.locator("loss-calculator .calc-legend").inner_text() == DASHED
    assert [mark for _, _, _, mark in page.evaluate(READ_LINES)] == [0.5, 0.25, 0.25]
    row(labelSmoothing=0.3)
    assert page.locator("loss-calculator .calc-legend").inner_text() == DASHED
    assert [mark for _, _, _, mark in page.evaluate(READ_LINES)] == pytest.approx([0.1, 0.8, 0.1])


@pytest.mark.ci
def test_the_gradient_is_called_p_minus_y_only_where_it_is(row, page):
    head = page.locator("loss-calculator .calc-head span").last
    minus = """(({ probs, gradient }, shares) => gradient.every((g, k) => Math.abs(g - probs[k] + shares[k]) < 1e-6))
        (...(({ result, shares }) => [result, shares])(document.querySelector("loss-calculator")))"""
    shares = [[0.5, 0.25, 0.25], [1, 0, 1], [0, 0, 0]]
    states = [{}, {"labelSmoothing": 0.3}, {"temperature": 2}, {"weight": [1, 2, 3]}, {"twice": True}]
    for state in states + [{"target": target} for target in shares]:
        row(**state)
        assert ("p − y" in head.inner_text()) == page.evaluate(minus), state
    row(target=[0.5, 0.25, 0.25])
    page.evaluate(TYPE, ["target-1", "2"])
    assert head.inner_text() == "gradient"


LEFT = 'Not understood in the link, and left as it was: ${wrong.join("; ")}.'


@pytest.mark.ci
@tries(LEFT)
def test_what_a_link_gets_wrong_leaves_the_row_as_it_was(tab):
    tab.goto(f"calculator/?logits={','.join('1' * 21)}&temperature=0&smoothing=1.01&target=3&dtype=int8&weight=1,2")
    said = tab.locator(".calc-message").first.inner_text()
    assert says(LEFT).fullmatch(said) and said.count("=") == 6 and said.endswith("weight=1,2; dtype=int8.")
    assert tab.evaluate(
        "(({ own, state }) => JSON.stringify(own) === JSON.stringify(state))(document.querySelector('loss-calculator'))"
    )
    most = ",".join("1" * 20)
    tab.goto(f"calculator/?logits={most}&temperature=0.001&smoothing=1&target=19")
    assert tab.locator(".calc-message").first.inner_text() == ""
    assert tab.locator("[name=add]").is_disabled()


NUMBER, EMPTY = '"${text.slice(0, 40)}" is not a number.', "Leave it empty for ${otherwise}."
NONE, ROW = "A tensor without numbers has no loss.", "Paste at least one row."


@pytest.mark.ci
@tries(NUMBER, EMPTY, NONE, ROW)
def test_each_remedy_for_a_field_of_the_batch_is_one(batch):
    own = batch()[1]
    for name, default in ("ignore_index", -100), ("label_smoothing", 0):
        for text in ("one", "0x10", "True", "1e999"):
            said, output = batch(**{name: text})
            wrong, remedy = said.split("\n\n")
            assert says(NUMBER).fullmatch(wrong.partition(": ")[2]) and output == "", text
        assert remedy == f"Leave it empty for {default}." and says(EMPTY).fullmatch(remedy)
        assert batch(**{name: ""})[1] == batch(**{name: str(default)})[1] == own
        assert inspect.signature(F.cross_entropy).parameters[name].default == default
    for empty, none in (torch.zeros(0, 3), Y[:0]), (torch.zeros(2, 0), Y):
        said, _ = batch(batch=str(empty), targets=str(none))
        assert said.split("\n\n") == [NONE, ROW], empty
    assert F.cross_entropy(torch.zeros(0, 3), Y[:0]).isnan()
    assert batch(batch=str(Z[:1]), targets=str(Y[:1]))[0] == ""


SHORT = (
    "The target is read as class indices. torch says: expected target dtype to be Long or Byte,"
    " but got ${target.dtype}. In PyTorch, write target.long()."
)


@pytest.mark.ci
@tries(SHORT)
def test_short_integers_are_read_as_class_indices_and_torch_s_sentence_is_told(batch):
    right = F.cross_entropy(Z, Y)
    for dtype in (torch.int8, torch.int16, torch.int32):
        said, output = batch(batch=str(Z), targets=str(Y.to(dtype)))
        assert said == "" and f" = {right:.4f}" in output
        assert says(SHORT).search(output) and by_torch({"target": Y.to(dtype)}).split(": ", 1)[1] in output
        [code] = re.findall(r"target\.\w+\(\)", SHORT)
        assert F.cross_entropy(Z, eval(code, {"target": Y.to(dtype)})) == right
    for targets in (str(Y), str(Y.byte())):
        assert "torch says" not in batch(batch=str(Z), targets=targets)[1]


@pytest.mark.ci
@tries(NAMED, FIELD)
def test_a_tensor_with_the_name_of_another_field_is_read_only_there(batch):
    text = "logits=[2.5, 3.5, 1.5], target=1"
    assert batch(batch=text, targets="1")[0] == ""
    said = batch(batch="[2.5, 3.5, 1.5]", targets=text)[0]
    assert said.split("\n\n") == ['target: The tensor is called "logits".', FIELD]


HINTS = {
    "batch": "as PyTorch or NumPy prints them: (C), (N, C) or (N, C, d, …)",
    "targets": "one class index a row, or probabilities in the shape of the logits",
    "weights": "one a class",
    "ignore_index": "-100",
    "label_smoothing": "0.0",
    "reduction": "",
}


@pytest.mark.ci
def test_the_hints_in_the_batch_s_fields_are_so(batch, page):
    found = page.evaluate(
        "Object.values(document.querySelector('batch-calculator').fields).map((f) => [f.name, f.placeholder ?? ''])"
    )
    assert dict(found) == HINTS
    shapes = [
        (Z[0], Y[0]),
        (Z, Y),
        (WORDS, WORD),
        (IMAGE, PIXELS),
        (Z[0], SHARES[0]),
        (Z, SHARES),
        (WORDS, WORDS.softmax(dim=1)),
    ]
    for logits, target in shapes:
        right = F.cross_entropy(logits, target)
        for write in str, lambda tensor: str(tensor.numpy()), lambda tensor: repr(tensor.numpy()):
            said, output = batch(batch=write(logits), targets=write(target), weights="[1, 1, 1]")
            shown = float(re.search(r".*= ([\d.]+)", output)[1])
            assert said == "" and shown == pytest.approx(right.item(), abs=2e-4), logits
    for name in ("ignore_index", "label_smoothing"):
        assert float(HINTS[name]) == inspect.signature(F.cross_entropy).parameters[name].default


SHOWN = "Shown are the first ${SHOWN} of ${all.length} ${what}."


@pytest.mark.ci
@tries(SHOWN)
def test_as_many_rows_and_classes_are_shown_as_is_said(batch, page):
    rows = "document.querySelector('batch-calculator .calc-tables table').tBodies[0].rows.length"
    for count, told in (100, 0), (101, 1):
        text = str([[1.0, 2.0, 3.0]] * count), str([1] * count)
        output = batch(batch=text[0], targets=text[1])[1]
        assert output.count(f"Shown are the first 100 of {count} rows.") == told and page.evaluate(rows) == 100
        output = batch(batch=str([[0.5] * count]), targets="[0]")[1]
        assert output.count(f"Shown are the first 100 of {count} classes.") == told


MUCH = "This is too much for a link: the address is left as it was."
FILL = """async (length) => {
    const { writeAddress } = await import("/assets/calculator/page.js");
    writeAddress({ batch: "" });
    const free = length - location.href.length - "?batch=".length;
    const before = location.href;
    return [writeAddress({ batch: "1".repeat(free) }), location.href.length, location.href === before];
}"""


@pytest.mark.ci
@tries(MUCH)
def test_a_link_of_8000_characters_is_written_and_a_longer_one_is_not(batch, page):
    page.clock.run_for(400)  # what another test has changed is written
    assert page.evaluate(FILL, 8000) == [True, 8000, False]
    written, _, is_as_before = page.evaluate(FILL, 8001)
    assert not written and is_as_before
    batch(batch=str([[1.0, 2.0, 3.0]] * 1000), targets=str([1] * 1000))
    address = page.url
    page.clock.run_for(400)
    assert page.locator("batch-calculator [role=alert]").inner_text() == MUCH and page.url == address


@pytest.mark.ci
def test_an_error_stays_beside_what_is_said_of_the_link_and_no_loss_is_announced(batch, page):
    batch(batch=str([[1.0, 2.0, 3.0]] * 2), targets="[1, 2]")
    assert "mean" in page.locator("batch-calculator [role=status]").text_content()
    batch(batch=str([[1.0, 2.0, 3.0]] * 1000), targets="[1, 2]")
    page.clock.run_for(400)
    said = page.locator("batch-calculator [role=alert]").inner_text()
    assert "Expected input batch_size (1000) to match target batch_size (2)" in said and said.endswith(MUCH)
    assert page.locator("batch-calculator [role=status]").text_content() == ""


def test_every_sentence_of_the_calculators_is_tried():
    assert sentences() == TRIED
