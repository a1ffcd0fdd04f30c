"""Every loss of torch has an entry, built like all others, and a NumPy function with the same parameters."""

import ast
import inspect
import re

import pytest
import torch
import torch.nn.functional as F

from tests.support.project import ROOT
from tools.examples import library
from tools.maintenance.fuzz.calls import FUNCTIONS, load
from tools.pages import page_sections

PAGES = [path for path in sorted((ROOT / "docs/reference/losses").glob("*.md")) if path.stem != "index"]
INDEX = (ROOT / "docs/reference/losses/index.md").read_text(encoding="utf-8")
OUT = (ROOT / "snippets/reference/losses/index/signatures.out").read_text(encoding="utf-8")
ENTRIES = {
    name: (page, text)
    for page in PAGES
    for name, text in re.findall(r"^## (\w+)\n((?:(?!## ).*\n)*)", page.read_text(encoding="utf-8"), re.MULTILINE)
}
FIGURE = "How this figure is made"
LABELS = [  # bold leads, headings of parts and titles of folded code, in order
    *("Also called", "Signature and shapes", "Signature", "Shapes", FIGURE),
    *("Formula", "Range", "Example", "In NumPy", "Gradient", "Pitfalls"),
]
LABEL = re.compile(r'^(?:\*\*(.+?)\*\*|### (.+?) \{ #[-\w]+ \}$|\?\?\? example "(.+)"$)', re.MULTILINE)
LONGER = {
    "LinearCrossEntropyLoss": "What never has to exist in memory",
    "AdaptiveLogSoftmaxWithLoss": "What it saves",
    "CTCLoss": "Only blanks",
}
WITHOUT_FUNCTION = {"AdaptiveLogSoftmaxWithLoss": "adaptive_log_softmax_with_loss"}
DEPRECATED = {"size_average", "reduce", "NLLLoss2d"}


def function(entry):
    """The name of the NumPy function that an entry shows."""
    return re.search(r'^ +--8<-- "reference/losses/functions/(\w+)\.py:function"$', ENTRIES[entry][1], re.MULTILINE)[1]


def test_every_loss_of_torch_has_an_entry():
    losses = {*torch.nn.modules.loss.__all__, "AdaptiveLogSoftmaxWithLoss"} - DEPRECATED
    assert ENTRIES.keys() == losses and len(losses) == 23
    assert {function(entry) for entry in ENTRIES} == {path.stem for path in FUNCTIONS.glob("*.py")}


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_built_like_every_other(entry):
    page, text = ENTRIES[entry]
    found = [*dict.fromkeys("".join(label) for label in LABEL.findall(text))]  # a second figure may follow a pitfall
    expected = [label for label in LABELS if label != FIGURE or FIGURE in found]
    lacks = [label for label in expected if label not in found]
    assert [label for label in found if label != LONGER.get(entry)] == expected, f"lacks {lacks}, or has another order"
    assert entry not in LONGER or found[-1] == LONGER[entry]
    for title, anchor in re.findall(r"^### (.+) \{ #([-\w]+) \}$", text, re.MULTILINE):
        assert page_sections.whole_of(anchor, title) == entry.lower()
    assert re.match(r"\n[A-Z][^*$`#]+?\.", text), "begins with its purpose in a sentence"
    name, folder = function(entry), f"reference/losses/{page.stem}"
    for section in "example", "numpy", "gradient":
        assert f'--8<-- "{folder}/{name}.py:{section}"' in text
    assert FIGURE not in found or re.search(rf'--8<-- "{folder}/\w+\.py:figure"', text)
    assert re.search(rf"`torch\.nn\.{entry}\b", text)
    assert f"{page.name}#{entry.lower()}" in INDEX
    assert f"{page.name}#{entry.lower()}" in OUT
    assert "$$\n" in text and text.count("\n- ") >= 2


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_function_is_parameterised_as_in_torch(entry):
    name = function(entry)
    ours = inspect.signature(load(name))
    shown = re.search(rf"`({name}\([^`]*\))`", ENTRIES[entry][1])[1]
    arguments = ast.parse(f"def {shown}: pass").body[0].args
    assert [a.arg for a in arguments.args + arguments.kwonlyargs] == list(ours.parameters)
    namespace = {}
    exec(f"def {shown}: pass", namespace)
    defaults = {key: parameter.default for key, parameter in ours.parameters.items()}
    assert {key: p.default for key, p in inspect.signature(namespace[name]).parameters.items()} == defaults
    if entry in WITHOUT_FUNCTION:
        assert name == WITHOUT_FUNCTION[entry] and not hasattr(F, name)
        return
    theirs = [p for key, p in inspect.signature(getattr(F, name)).parameters.items() if key not in DEPRECATED]
    assert [(p.name, p.default, p.kind) for p in ours.parameters.values()] == [
        (p.name, p.default, p.kind) for p in theirs
    ]


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_file_defines_one_function_of_numpy_and_the_standard_library(entry):
    name = function(entry)
    body = ast.parse((FUNCTIONS / f"{name}.py").read_text(encoding="utf-8")).body
    imported = {alias.name for node in body if isinstance(node, ast.Import) for alias in node.names}
    assert imported <= {"numpy", "warnings", "math", "collections"} and "numpy" in imported
    rest = [node for node in body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    assert [node.name for node in rest if isinstance(node, ast.FunctionDef)] == [name]
    doc = inspect.getdoc(load(name))
    version = library.installed_version().rpartition(".")[0]
    manual = f"docs.pytorch.org/docs/{version}/generated/torch.nn.{entry}.html"
    for needed in [*inspect.signature(load(name)).parameters, manual, "Shapes: ", "Raises: "]:
        assert needed in doc, f"the docstring of {name} lacks {needed!r}"


def test_the_index_shows_torchs_own_names_and_defaults():
    rows = re.findall(r"^\| \[(\w+)\]\(([\w-]+)\.md#\w+\) \| (\S+) \| (\w+) \|$", OUT, re.MULTILINE)
    assert {(entry, page) for entry, page, _, _ in rows} == {(entry, page.stem) for entry, (page, _) in ENTRIES.items()}
    for entry, _, name, reduction in rows:
        assert name == ("none" if entry in WITHOUT_FUNCTION else f"`{function(entry)}`")
        module = getattr(torch.nn, entry)
        assert (
            inspect.signature(module).parameters.get("reduction", inspect.Parameter("r", 3, default="mean")).default
            == reduction
        )
