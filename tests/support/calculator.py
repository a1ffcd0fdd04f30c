"""The calculator's modules: arguments as they take them, and the sentences that they hold."""

import re

import torch

from tests.support.project import ROOT

FOLDER = ROOT / "docs/assets/calculator"
DTYPES = {
    torch.float32: "Float",
    torch.float64: "Double",
    torch.float16: "Half",
    torch.int64: "Long",
    torch.int32: "Int",
    torch.uint8: "Byte",
    torch.bool: "Bool",
}
LITERAL = re.compile(r"""(["'`])((?:(?!\1)[^\\]|\\.)*)\1""")
SENTENCE = re.compile(r"(?!\w+Error: ).* .*\.")  # of the calculator: those of torch begin with the error


def for_calculator(tensor):
    """A tensor as tensors.js reads it."""
    return {"values": tensor.tolist(), "shape": list(tensor.shape), "dtype": DTYPES[tensor.dtype]}


def given(logits, target, options):
    """The arguments of F.cross_entropy as arguments.js takes them."""
    weight = options["weight"]
    return {
        "logits": for_calculator(logits),
        "target": for_calculator(target),
        "weight": None if weight is None else for_calculator(weight),
        "ignoreIndex": options["ignore_index"],
        "labelSmoothing": options["label_smoothing"],
        "reduction": options["reduction"],
    }


def sentences():
    """Every sentence in the code of the calculators, with `${…}` where it holds a value."""
    lines = [line for path in FOLDER.glob("*.js") for line in path.read_text(encoding="utf-8").splitlines()]
    code = [line for line in lines if not re.match(r"\s*(//|/?\*)", line)]
    return {text for line in code for _, text in LITERAL.findall(line) if SENTENCE.fullmatch(text)}


def says(sentence):
    """A pattern of what a reader sees of a sentence in the code."""
    return re.compile(".+?".join(map(re.escape, re.split(r"\$\{.*?\}", sentence))), re.DOTALL)
