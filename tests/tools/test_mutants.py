"""`make mutants` makes one thing at a time false that a reader sees, and says which the checks catch, and which not."""

import subprocess
import sys

import pytest

from tests.support.project import ROOT
from tools.maintenance import mutants, places
from tools.maintenance.mutants import Outcome
from tools.pages import records

PAGE = """---
description: About 1 thing.
hide: 2
---
# Page 1

Prose that says 2.5 in [a link](#page-1){ .button9 }, [to 1](#end), `code_1`,
two rows, is the first of 1 bytes. It does not end.

1. A list of [a report](https://example.com/5), by Ada B. Lee, *Title*, May [another](https://example.com/6).

| a | 1 |
| --- | --- |

$$
\\frac{1}{x_k} + e^{y} = \\log 5
$$

```{ .text .output .no-copy hl_lines="1" }
--8<-- "index/three_steps.out:steps"
```

```python
--8<-- "index/three_steps.py:steps"
```

<figure class="plot6"><div role="img" aria-label="seven 1 lines"></div><figcaption>Caption 1 under</figcaption></figure>
"""
SEEN = {
    "citation: address": "https://example.com/5 https://example.com/6",
    "citation: author": "Ada B. Lee",
    "citation: month": "May",
    "citation: text": "a report another",
    "decimal: prose": "2 5",
    "formula: brace": "1} k} y}",
    "formula: digit": "1 5",
    "formula: fraction": r"\frac",
    "formula: function": r"\log",
    "formula: index": "k",
    "formula: relation": "=",
    "formula: script": "_ ^",
    "formula: sign": "+",
    "formula: symbol": "x k e y",
    "integer: caption": "1",
    "integer: description": "1",
    "integer: heading": "1",
    "integer: prose": "1 1",
    "integer: spoken": "1",
    "integer: table": "1",
    "label: caption": "Caption under",
    "label: description": "About thing",
    "label: header": "a 1",
    "label: spoken": "seven lines",
    "link": "#page-1 #end",
    "marked line": "1",
    "name: prose": "1",
    "negation": "is  not",
    "number word": "two",
    "relation": "rows first",
    "unit": "bytes bytes",
}
NOTEBOOK = """# ---
# description: Some
#   thing.
# ---

# %% [markdown]
# Prose says 1 and [a link](page-2.md).

# %%
print(3)
"""
OF_NOTEBOOK = {"integer: prose": "1", "label: description": "Some thing", "notebook": "3"}
SCRIPT = "x = 1\n# --8<-- [start:a]\nprint(2)\n# --8<-- [end:a]\nprint(3)\n"
FIGURE = '<svg width="1"><path d="M 2 3"/><text x="4">5</text></svg>\n'
CONFIRMED = ("decimal", "formula", "integer", "name", "negation", "number word", "relation", "unit")


def seen(root):
    found = places.places(root)
    return {kind: " ".join(place.old for place in sorted(of_kind)) for kind, of_kind in found.items()}


def test_finds_what_a_reader_sees(project):
    assert seen(project({"docs/page.md": PAGE})) == SEEN


def test_finds_it_in_every_kind_of_file(project):
    files = {
        "docs/notebook.py": NOTEBOOK,
        "snippets/page/idea.py": SCRIPT,
        "snippets/page/idea.out": "# Seal: 1\n# --8<-- [start:a]\n2\n# --8<-- [end:a]\n",
        "snippets/page/idea.svg": FIGURE,
        "snippets/page/data.csv": "1,2\n",
        "snippets/page/page.asserted": "1\n",
    }
    expected = {"snippet": "2", "transcript": "2", "figure": "5", "curve": "2 3", "data": "1 2", **OF_NOTEBOOK}
    assert seen(project(files)) == expected


def test_chooses_the_same_for_the_same_seed(project):
    found = places.places(project({"docs/page.md": PAGE}))
    chosen = mutants.choose(found, 40, seed=1)
    assert len(chosen) == 40 and chosen == mutants.choose(found, 40, seed=1) != mutants.choose(found, 40, seed=2)
    for mutant in chosen:
        assert mutant.place in found[mutant.kind] and mutant.new != mutant.place.old


@pytest.fixture
def recorded(copy, monkeypatch):
    """A project of one page, recorded."""
    (copy / "docs/worked-examples/logits-to-loss.md").unlink()
    (copy / "snippets/index/index.asserted").unlink()
    (copy / "docs/index.md").write_text(PAGE, encoding="utf-8")
    problems = records.record(copy, "index").problems
    assert not [problem for problem in problems if problem.path.suffix == ".md"], problems
    monkeypatch.chdir(copy)
    return copy


def test_every_kind_is_caught_and_of_some_nothing_is_taken(recorded):
    found = places.places(recorded)
    for kind in SEEN:
        for place in found[kind]:
            outcome = mutants.try_out(mutants.Mutant(kind, place, place.others[-1]))
            assert outcome.is_seen and outcome.is_caught, (kind, place)
            assert not (outcome.is_taken and kind.startswith(CONFIRMED)), (kind, place)
    assert (recorded / "docs/index.md").read_text(encoding="utf-8") == PAGE


def test_a_change_that_nobody_sees_is_no_mutant(recorded):
    blank = places.Place("docs/index.md", PAGE.index("\n\n1. A list"), "\n", ["\n\n"])
    assert mutants.try_out(mutants.Mutant("blank line", blank, "\n\n")) == Outcome(False, False, False)


def test_reports_shares_and_survivors(recorded, capsys):
    decimal, integer = (places.places(recorded)[kind][0] for kind in ("decimal: prose", "integer: prose"))
    planted = [mutants.Mutant("decimal: prose", decimal, "7"), mutants.Mutant("integer: prose", integer, "7")]
    assert mutants.report(planted, [Outcome(True, True, False), Outcome(True, True, False)])
    assert not mutants.report(planted, [Outcome(True, False, False), Outcome(True, True, True)])
    said = capsys.readouterr().out
    assert "survived: docs/index.md:7: decimal: prose: …Prose that says [2 -> 7].5 in" in said
    assert "taken: docs/index.md:7: integer: prose: …" in said
    assert mutants.report(planted, [Outcome(False, False, False)] * 2), "what changes nothing is no mutant"


@pytest.mark.ci
def test_the_command():
    command = [sys.executable, "-m", "tools.maintenance.mutants", "-n", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0 and "100.0%" in done.stdout, done.stdout + done.stderr
