"""The calculator's modules compute and refuse as torch does, and read what torch and NumPy print."""

import math
import random
import re

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tests.support.calculator import DTYPES, given

REDUCTIONS = ["mean", "sum", "none"]
FORMATS = {"float64": 2**-52, "float32": 2**-23, "float16": 2**-10, "bfloat16": 2**-7}
SPECIAL = [0.0, -0.0, 1e4, -1e4, 88.7, 709.8, 1e-30, math.inf, -math.inf, math.nan]


def close(ours, theirs, rtol=1e-12, atol=1e-12):
    """Whether they are equal but for the last digits; nan is equal to nan."""
    ours, theirs = (torch.as_tensor(each, dtype=torch.float64) for each in (ours, theirs))
    return torch.allclose(ours, theirs, rtol=rtol, atol=atol, equal_nan=True)


def batches(count, seed):
    """As many logits, targets and options as F.cross_entropy takes."""
    draw = random.Random(seed)
    for _ in range(count):
        n, c, size = draw.randint(1, 5), draw.randint(1, 7), draw.choice([1, 10, 1e4])
        z = [[draw.choice([draw.gauss(0, size), float(draw.randint(-3, 3))]) for _ in range(c)] for _ in range(n)]
        if draw.random() < 0.3:
            z[0][draw.randrange(c)] = draw.choice(SPECIAL)
        soft, ignored = draw.random() < 0.4, draw.choice([-100, 0, c - 1, -1])
        if soft:
            target, ignored = [[draw.random() for _ in range(c)] for _ in range(n)], -100
        else:
            target = [draw.choice([draw.randrange(c), draw.randrange(c), ignored]) for _ in range(n)]
        yield (
            z,
            target,
            {
                "weight": draw.choice([None, [draw.choice([0.0, 1.0, draw.random() * 3]) for _ in range(c)]]),
                "ignoreIndex": ignored,
                "reduction": draw.choice(REDUCTIONS),
                "labelSmoothing": draw.choice([0, 0, 0.1, 1, draw.random(), -0.1]),
            },
        )


def by_torch(z, target, options):
    """The loss and the gradient that torch gives for the calculator's arguments."""
    logits = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    weight = None if options["weight"] is None else torch.tensor(options["weight"], dtype=torch.float64)
    loss = F.cross_entropy(
        logits,
        torch.tensor(target, dtype=torch.float64 if isinstance(target[0], list) else torch.int64),
        weight=weight,
        ignore_index=options["ignoreIndex"],
        reduction=options["reduction"],
        label_smoothing=options["labelSmoothing"],
    )
    loss.sum().backward()
    return loss.detach(), logits.grad


@pytest.mark.ci
def test_cross_entropy_is_torch_s_with_every_option(module):
    cases = list(batches(1500, seed=1))
    for case, found in zip(cases, module("arithmetic", "crossEntropy", cases)):
        z = torch.tensor(case[0], dtype=torch.float64)
        size = max(1, z.nan_to_num(1, 1, 1).abs().max())
        loss, gradient = by_torch(*case)
        assert close(found["loss"], loss, atol=1e-12 * size), case
        assert close(found["gradient"], gradient), case
        assert close(found["probs"], F.softmax(z, dim=1)), case
        assert close(found["logProbs"], F.log_softmax(z, dim=1), atol=1e-12 * size), case


@pytest.mark.ci
def test_the_denominator_is_what_the_mean_divides_by(module):
    cases = [(z, target, {**options, "reduction": "mean"}) for z, target, options in batches(300, seed=2)]
    for case, found in zip(cases, module("arithmetic", "crossEntropy", cases)):
        total = by_torch(*case[:2], {**case[2], "reduction": "sum"})[0]
        assert close(found["loss"], total / found["denominator"], rtol=1e-9, atol=1e-7) or found["denominator"] == 0, (
            case
        )


@pytest.mark.ci
@pytest.mark.parametrize("name", FORMATS)
def test_each_step_is_rounded_as_torch_rounds_it(module, name):
    draw, dtype, unit = random.Random(name), getattr(torch, name), FORMATS[name]
    cases = []
    for _ in range(300):
        c, size = draw.randint(1, 6), draw.choice([1, 5, 20, 1e4])
        z = [draw.choice([round(draw.gauss(0, size), 2), float(draw.randint(-3, 3))]) for _ in range(c)]
        options = {"temperature": draw.choice([1, 1, 0.5, 2, 3]), "twice": draw.random() < 0.4, "format": name}
        cases.append((z, draw.randrange(c), options))
    for case, found in zip(cases, module("arithmetic", "steps", cases)):
        logits = torch.tensor(case[0], dtype=dtype, requires_grad=True)
        z = logits / case[2]["temperature"]
        given = z.softmax(0) if case[2]["twice"] else z
        loss = F.cross_entropy(given, torch.tensor(case[1]))
        loss.backward()
        steps = {
            "z": z,
            "exp": z.exp(),
            "probs": z.softmax(0),
            "logProbs": given.log_softmax(0),
            "loss": loss,
            "gradient": logits.grad,
        }
        ways = [(given.exp() / given.exp().sum()).log(), given.softmax(0).log(), given.log_softmax(0)]
        for step, right in [*steps.items(), *enumerate(ways)]:
            ours = found["ways"][step] if isinstance(step, int) else found[step]
            assert close(ours, right.detach(), rtol=6 * unit, atol=3 * unit), (case, step)


@pytest.mark.ci
def test_a_smoothed_loss_overflows_where_torch_s_does(module):
    z = [10000.0, -20000.0, -30000.0]
    found = module(
        "arithmetic", "steps", [(z, 0, {"format": name, "labelSmoothing": 0.1}) for name in ("float16", "float32")]
    )
    for name, each in zip(("float16", "float32"), found):
        loss = F.cross_entropy(torch.tensor(z, dtype=getattr(torch, name)), torch.tensor(0), label_smoothing=0.1)
        assert close(each["loss"], loss, rtol=1e-6), name


@pytest.mark.ci
def test_a_row_may_have_as_many_classes_as_a_vocabulary(tab):
    tab.goto("calculator/")
    found = tab.evaluate("""import("/assets/calculator/arithmetic.js").then(({ logSoftmax }) =>
        logSoftmax(Array(130_000).fill(0.5))[7])""")
    assert close(found, -math.log(130_000))


@pytest.mark.ci
def test_the_dtype_that_a_call_tells_is_read(module):
    told = {"torch.Tensor([1, 2])": "Float", "torch.tensor([1, 2])": "Long", "torch.LongTensor([1])": "Long"}
    told |= {"np.array([1, 2]).astype(np.float32)": "Float", "np.array([1., 2.])": "Double"}
    found = module("tensors", "readTensor", [[text] for text in told])
    assert [each["dtype"] for each in found] == [*told.values()]


@pytest.mark.ci
def test_rounding_to_a_format_is_torch_s(module):
    draw = random.Random(3)
    for name in FORMATS:
        numbers = [draw.choice([1, -1]) * draw.random() * 2.0 ** draw.randint(-160, 140) for _ in range(500)]
        numbers += [65519.999, 65520.0, 2.0**-25, 3 * 2.0**-25, 0.0, math.inf, *SPECIAL]
        numbers = torch.tensor(numbers).double().tolist()  # float32: torch rounds to the shorter formats by way of it
        found = module("arithmetic", "rounded", [(x, name) for x in numbers])
        right = torch.tensor(numbers, dtype=torch.float64).to(getattr(torch, name)).double()
        assert torch.equal(torch.tensor(found, dtype=torch.float64).nan_to_num(7), right.nan_to_num(7))


TORCH_FAILS_BADLY = re.compile(r"broadcast|is invalid for input|^IndexError: Target \W? ?is|^IndexError: Target -1 ")


def arguments(count, seed):
    """Right and wrong arguments of F.cross_entropy, at most one of them wrong."""
    draw = random.Random(seed)

    def tensor(shape, dtype, most):
        values = torch.tensor([draw.randint(0, most) for _ in range(math.prod(shape))]).reshape(shape)
        return values.to(dtype) if not dtype.is_floating_point else torch.rand(shape, dtype=dtype)

    for _ in range(count):
        shape = [draw.randint(1, 4) for _ in range(draw.choice([1, 2, 2, 2, 3, 4, 5]))]
        c, indices = (shape[0], []) if len(shape) == 1 else (shape[1], [shape[0], *shape[2:]])
        soft, wrong = (
            draw.random() < 0.3,
            draw.choice(["logits", "target", "shape", "class", "weight", "smoothing", "ignore", "", ""]),
        )
        logits = tensor(shape, torch.int64 if wrong == "logits" else torch.float32, 2)
        others = [[*indices, 1], [*indices[:-1]], [n + 1 for n in indices], [draw.randint(1, 3) for _ in range(3)]]
        of = draw.choice(others) if wrong == "shape" else shape if soft else indices
        right, wrongs = (
            (torch.float32, [torch.int64]) if soft else (torch.int64, [torch.float32, torch.int32, torch.bool])
        )
        target = tensor(of, draw.choice(wrongs) if wrong == "target" else right, c - 1)
        if wrong == "class" and not soft:
            target.view(-1)[draw.randrange(target.numel())] = c + draw.randint(0, 3)
        options = {"weight": None, "ignore_index": -100, "label_smoothing": 0.0, "reduction": "mean"}
        if wrong == "weight":
            options["weight"] = draw.choice([torch.rand(c + 1), torch.arange(c), torch.rand(c, dtype=torch.float64)])
        if wrong == "smoothing":
            options["label_smoothing"] = draw.choice([1.5, 2.0, 1.23456789])
        if wrong == "ignore":
            options["ignore_index"] = draw.choice([0, 1])
        yield logits, target, options


@pytest.mark.ci
def test_wrong_arguments_get_torch_s_sentence(module):
    cases, said = list(arguments(1200, seed=4)), []
    for logits, target, options in cases:
        try:
            F.cross_entropy(logits, target, **options)
            said.append("")
        except Exception as error:
            said.append(f"{type(error).__name__}: {str(error).splitlines()[0]}")
    found = module("arguments", "check", [[given(*case)] for case in cases])
    compared = [(right, ours) for right, ours in zip(said, found) if not TORCH_FAILS_BADLY.search(right)]
    assert [(right, ours) for right, ours in compared if right != (ours or [""])[0]] == []
    assert all(ours[1] for _, ours in compared if ours)
    assert len({re.sub(r"\d+", "n", right) for right in said}) > 15 and said.count("") > 250


@pytest.mark.ci
def test_what_torch_prints_is_read_to_the_digit(module):
    draw = random.Random(5)
    texts, right = [], []
    for _ in range(250):
        shape = [draw.randint(1, 4) for _ in range(draw.randint(0, 4))]
        dtype = draw.choice([torch.float32, torch.float64, torch.float16, torch.int64, torch.int32, torch.bool])
        tensor = (
            torch.tensor([draw.gauss(0, 3) for _ in range(math.prod(shape))]).reshape(shape)
            * 10 ** draw.choice([0, 0, 4, -5])
        ).to(dtype)
        if dtype.is_floating_point and shape and draw.random() < 0.3:
            tensor.view(-1)[0] = draw.choice([math.inf, -math.inf, math.nan])
        if dtype.is_floating_point and draw.random() < 0.3:
            tensor.requires_grad_(True)
        if tensor.requires_grad and draw.random() < 0.5:
            tensor = tensor * 2
        for text in (
            str(tensor),
            str(tensor).replace(")", ", device='cuda:0')", 1) if "grad" not in str(tensor) else str(tensor),
        ):
            texts.append([text])
            printed = re.sub(r",\s+(grad_fn=<\w+>|device='cuda:0')", "", text)
            right.append(eval(printed, {"tensor": torch.tensor, "torch": torch, "inf": math.inf, "nan": math.nan}))
    for [text], found, tensor in zip(texts, module("tensors", "readTensor", texts), right):
        assert isinstance(found, dict), (text, found)
        assert found["shape"] == list(tensor.shape) and found["dtype"] == DTYPES[tensor.dtype], text
        assert torch.equal(
            torch.tensor(found["values"]).double().nan_to_num(7), (tensor.detach().double()).nan_to_num(7)
        ) or (close(found["values"], tensor.detach(), rtol=1e-3 if tensor.dtype == torch.float16 else 1e-6)), text


@pytest.mark.ci
def test_what_numpy_prints_is_read_to_the_digit(module):
    rng, texts, right = np.random.default_rng(6), [], []
    for _ in range(200):
        array = rng.normal(0, 3, rng.integers(1, 5, rng.integers(1, 4))).astype(
            rng.choice([np.float64, np.float32, np.int64])
        )
        texts += [[str(array)], [repr(array)], [str(array.tolist())]]
        right += [array] * 3
    for [text], found, array in zip(texts, module("tensors", "readTensor", texts), right):
        assert isinstance(found, dict) and found["shape"] == list(array.shape), (text, found)
        assert close(found["values"], array, rtol=1e-5, atol=1e-6), text


@pytest.mark.ci
@pytest.mark.parametrize("text, values", [
    ("logits = torch.tensor([[1., 2.]])", [[1, 2]]),
    (">>> logits\ntensor([[1., 2.]])", [[1, 2]]),
    ("Parameter containing:\ntensor([1., 2.], requires_grad=True)", [1, 2]),
    ("Out[3]: array([1., 2.])", [1, 2]),
    ("2.5, 3.5\n1 2\n", [[2.5, 3.5], [1, 2]]),
    ("2.5\t3.5", [2.5, 3.5]),
    ("1\n0\n2", [1, 0, 2]),
    ("3", 3),
    ("[1.0, float('-inf'), np.inf]", [1, -math.inf, math.inf]),
    ("((1, 2), (3, 4))", [[1, 2], [3, 4]]),
    ("[1_000, −2]", [1000, -2]),
    ("[np.float32(1.5), -np.float64(inf), np.float64(-inf), np.int64(2)]", [1.5, -math.inf, -math.inf, 2]),
    ("[tensor(1.5), tensor(-2., grad_fn=<NllLossBackward0>)]", [1.5, -2]),
    ("[[1.0, 2.0],  # cat\n [3.0, 4.0]]  # dog", [[1, 2], [3, 4]]),
])  # fmt: skip
def test_other_ways_to_write_a_tensor_are_read(module, text, values):
    assert module("tensors", "readTensor", [[text]])[0]["values"] == values


@pytest.mark.ci
@pytest.mark.parametrize("text, said", [
    ("[1, [2]]", "TypeError: must be real number, not list"),
    ("[1, 2]]", 'Line 1: "]"'),
    ("[1,\n2,\n1+2j]", 'Line 3: "1+2j"'),
    ("[1,, 2]", 'Line 1: ","'),
    ("[1-2]", '"1-2"'),
    ("array([1], dtype=object)", "no dtype object"),
    ("", "no number"),
    ("[]", "no number"),
    ("[" * 100_000, "64 brackets"),
    ("<img src=x onerror=alert(1)>", '"alert(…)" is not read'),
    ("tensor([1.], dtype=torch.constructor)", "no dtype constructor"),
    ("0x10", '"0x10"'),
])  # fmt: skip
def test_a_text_that_is_no_tensor_is_refused(module, text, said):  # as are those of test_calculator_sentences.py
    message, remedy = module("tensors", "readTensor", [[text]])[0]
    assert said in message and remedy


@pytest.mark.ci
def test_a_link_gives_back_the_state(module):
    own = {
        "logits": [2.5, 3.5, 1.5],
        "target": 1,
        "temperature": None,
        "labelSmoothing": None,
        "weight": None,
        "twice": False,
        "format": "float64",
    }
    draw = random.Random(8)
    states = []
    for _ in range(300):
        c = draw.randint(1, 20)
        states.append({
            "logits": [draw.choice([draw.gauss(0, 9), 1e-7, -1e4, 3.0]) for _ in range(c)],
            "target": draw.choice([draw.randrange(c), [draw.random() for _ in range(c)]]),
            "temperature": draw.choice([None, 0.5, 3]), "labelSmoothing": draw.choice([None, 0, 0.1, 1]),
            "weight": draw.choice([None, [draw.random() for _ in range(c)]]),
            "twice": draw.random() < 0.5, "format": draw.choice(list(FORMATS)),
        })  # fmt: skip
    links = module("link", "toLink", [[state, own] for state in states])
    links = [{name: text for name, text in link.items() if text} for link in links]
    assert module("link", "fromLink", [[link, own] for link in links]) == [[state, []] for state in states]
    assert not any(module("link", "toLink", [[own, own]])[0].values())
