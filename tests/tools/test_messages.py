"""The messages that pages show are found with their sections, meanings, fixes and versions, for the box to look up."""

import ast
import json

import pytest

from tests.support.pages import found
from tests.support.project import ROOT
from tools.examples import library, snippets, transcripts
from tools.examples.files import Problem
from tools.pages import messages, page_sections, project
from tools.pages.project import Source
from tools.site import finder

INDEX = """# My loss is wrong

| What you see | The first thing to check |
| --- | --- |
| It is odd | [The sign](one.md#of-one-sort) |
"""
PAGE = """# One

| What you see | The first thing to check |
| --- | --- |
| It is still odd | [The size](#of-one-sort) |

## Of one sort

`it is bad`: Odd numbers are *bad*: see [this](#of-one-sort). Make them even:

```python
--8<-- "guides/debug/one/idea.py:error"
```

``` { .text .output .no-copy }
--8<-- "guides/debug/one/idea.out:error"
```

```python
--8<-- "guides/debug/one/idea.py:fix"
```

``` { .text .output .no-copy }
--8<-- "guides/debug/one/idea.out:fix"
```

The largest numbers are refused for another reason, which is that they are large. Halve them:

```python
--8<-- "guides/debug/one/idea.py:large"
```

``` { .text .output .no-copy }
--8<-- "guides/debug/one/idea.out:large"
```
"""
SCRIPT = """# --8<-- [start:error]
number = 3
# --8<-- [end:error]
# --8<-- [start:fix]
print(number + 1)
# --8<-- [end:fix]
# --8<-- [start:large]
try:
    raise TypeError("too large")
except TypeError as error:
    print("TypeError:", error)
print(number / 2)
# --8<-- [end:large]
"""
OUTPUTS = {"error": "ValueError: 3 is odd:\n    it is bad\n", "fix": "4\n", "large": "TypeError: too large\n1.5\n"}
QUOTED = {"message": "worse", "means": "It is.", "fix": "", "source": "elsewhere", "versions": "on a GPU"}


@pytest.fixture
def debug(project):
    """A function that lays out a project with an index, a page and these quotations; the project's folder."""

    def debug(*quoted):
        pages = {"docs/guides/debug/index.md": INDEX, "docs/guides/debug/one.md": PAGE}
        files = {"snippets/guides/debug/one/idea.py": SCRIPT, messages.QUOTED: json.dumps(quoted)}
        root = project({**pages, **files})
        snippet = snippets.read(root / "snippets/guides/debug/one/idea.py")
        snippet.transcript.write_text(transcripts.render(snippet, OUTPUTS), encoding="utf-8")
        return root

    return debug


def test_a_message_has_its_section_its_meaning_and_its_fix(debug):
    bad, large = messages.read(project.read(debug()))
    assert (bad.text, bad.section.anchor) == ("it is bad", "of-one-sort")
    assert (bad.means, bad.fix) == ("Odd numbers are bad. Make them even.", "print(number + 1)")
    assert bad.versions == [library.pinned_version(ROOT)] and not bad.source
    assert large.means.startswith("The largest") and large.fix == "print(number / 2)"


def test_a_part_of_a_section_is_named_with_it():
    page = Source(ROOT / "docs/page.md", "## One\n\n### More { #one-more }\n\n### Another\n")
    assert [each.title for each in page_sections.read(page)] == ["One", "One: More", "Another"]


def test_a_symptom_has_its_section_and_what_to_check(debug):
    found = messages.symptoms(project.read(debug()))
    assert [(each.text, each.means) for each in found] == [
        ("It is odd", "A possible cause: the sign."),
        ("It is still odd", "A possible cause: the size."),
    ]
    assert {each.section.title for each in found} == {"Of one sort"}


def test_what_is_quoted_names_a_section_and_its_source(debug):
    *_, quoted = messages.read(project.read(debug({**QUOTED, "section": "guides/debug/one.md#of-one-sort"})))
    assert (quoted.text, quoted.source) == ("worse", "elsewhere")
    with pytest.raises(Problem, match="leads to no section"):
        messages.read(project.read(debug({**QUOTED, "section": "guides/debug/one.md#gone"})))


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"versions": None, "source": None}, ":3: the entry of 'worse' lacks source, versions"),
        ({"fix": None}, "lacks fix"),
        ({"means": None, "section": "guides/debug/index.md#my-loss-is-wrong"}, "needs means and fix: no message is"),
    ],
)
def test_a_quotation_that_is_not_whole_is_refused_by_name(debug, changed, wrong):
    entry = {**QUOTED, "section": "guides/debug/one.md#of-one-sort", **changed}
    root = debug({key: value for key, value in entry.items() if value is not None})
    whole = json.loads((root / messages.QUOTED).read_text(encoding="utf-8"))
    (root / messages.QUOTED).write_text(json.dumps(whole, indent=1), encoding="utf-8")
    with pytest.raises(Problem, match=wrong):
        messages.read(project.read(root))


def test_what_is_quoted_without_a_meaning_has_that_of_its_section(debug):
    entry = {key: QUOTED[key] for key in ("message", "source", "versions")}
    first, *_, quoted = messages.read(project.read(debug({**entry, "section": "guides/debug/one.md#of-one-sort"})))
    assert quoted.text == "worse" and (quoted.means, quoted.fix) == (first.means, first.fix)


def test_no_fix_on_the_site_ends_with_a_name_that_it_does_not_use():
    for message in messages.read(found()):
        assigns = [isinstance(each, ast.Assign) for each in ast.parse(message.fix).body]
        assert not assigns or not assigns[-1] or all(assigns), message


def test_a_message_that_a_later_paragraph_quotes_has_its_meaning():
    (said,) = [each for each in messages.read(found()) if each.text == "var is of incorrect size"]
    assert "var.expand_as(input)" in said.means


def test_the_tables_hold_each_text_once(debug):
    found = messages.read(project.read(debug()))
    tables = finder.tabulate([*found, found[0]], {found[0].section.page: "guides/debug/one/"})
    assert tables["pages"] == ["guides/debug/one/"] and tables["places"] == [[0, "Of one sort"]]
    assert tables["messages"] == [["it is bad", "too large"], [0, 1], [0, 0]]
    assert tables["answers"][0] == [0, 0]


def test_what_is_quoted_on_the_site_is_shown_by_no_version():
    known = messages.read(found())
    quoted = [message for message in known if message.source]
    shown = {message.text for message in known if not message.source}
    assert len(quoted) > 20 and not shown & {message.text for message in quoted}
    entries = json.loads((ROOT / messages.QUOTED).read_text(encoding="utf-8"))
    assert {entry["message"] for entry in entries} == {message.text for message in quoted}
