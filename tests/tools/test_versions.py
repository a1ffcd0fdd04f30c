"""What other versions of the library print is told apart, kept by seal, and said on the page."""

import dataclasses
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from tests.support.project import ROOT, edit, section
from tools.examples import library, outcomes, recording, versions
from tools.examples.files import Problem
from tools.examples.outcomes import Outcome
from tools.pages import other_versions
from tools.pages import project as project_tools
from tools.site import version_notes

PAGE = """# Page

```python
--8<-- "page/one.py:first"
```

``` { .text .output }
--8<-- "page/one.out:first"
```

```python
--8<-- "page/one.py:second"
```

--8<-- "page/one.out:second"
"""
ONE = section("import torch\n\nprint('a < b')", "first") + section(
    "print('| a | b |\\n| --- | --- |\\n| 1 | 2 |')", "second"
)
TABLE = "| a | b |\n| --- | --- |\n| 1 | 3 |\n"
HTML = """<h1>Page</h1>
<div class="highlight"><pre><code>import torch

print('a &lt; b')
</code></pre></div>
<div class="highlight output"><pre><code>a &lt; b
</code></pre></div>
<div class="highlight"><pre><code>print('| a | b |\\n| --- | --- |\\n| 1 | 2 |')
</code></pre></div>
<div class="frame"><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
</div>
"""


@pytest.fixture
def recorded(project, runner):
    """A project with one page and one example of two sections, recorded."""
    root = project({"docs/page.md": PAGE, "snippets/page/one.py": ONE})
    assert recording.record(root, runner=runner).ok
    return root


def make(root, others=None, **changes):
    """The record of version 1.9 for a run that is as recorded but for these changes of its Outcome."""
    [example] = outcomes.read_examples(root)
    found = dataclasses.replace(outcomes.recorded(example), **changes)
    among = {example.name: dataclasses.replace(outcomes.recorded(example), **others)} if others else None
    return versions.make("1.9", "2026-01-01", {}, [example], {example.name: found}, among)


def printed(root, **sections):
    [example] = outcomes.read_examples(root)
    return {**outcomes.recorded(example).printed, **sections}


def notes(root, *records):
    """The notes on the page, as pairs of the tag before each and the note, and the foot."""
    found = dataclasses.replace(project_tools.read(root), records=records)
    blocks = other_versions.read(found, root / "docs/page.md")
    places = list(version_notes.notes(HTML, blocks))
    assert all(HTML[:place].endswith("</div>") for place, _ in places)
    texts = [BeautifulSoup(note, "html.parser").text for _, note in places]
    return texts, other_versions.describe(found, blocks)


def test_the_same_output_is_said_at_the_foot(recorded):
    texts, foot = notes(recorded, make(recorded))
    assert texts == [] and foot == "Run with torch 2.13.0. The same output with 1.9."


def test_another_output_stands_beside_its_block(recorded):
    record = make(recorded, printed=printed(recorded, first="a > b\n", second=TABLE))
    texts, foot = notes(recorded, record, dataclasses.replace(record, version="1.8"))
    assert [text.partition(": other output")[0] for text in texts] == ["torch 1.8 and 1.9"] * 2
    assert "a > b" in texts[0] and "| 1 | 3 |" in texts[1]
    assert foot == "Run with torch 2.13.0. Outputs that differ: 2 of 2 with 1.9 and 1.8."


def test_an_example_that_breaks_off_says_where_and_why(recorded):
    gone = make(recorded, printed=printed(recorded, first="", second=None), problem="raises E: 'x' <y>", line=2)
    texts, _ = notes(recorded, gone)
    assert "(raises E: 'x' <y>)" in texts[0]
    assert "(not reached: an earlier line raises E: 'x' <y>)" in texts[1]


def test_a_warning_is_a_difference(recorded):
    texts, foot = notes(recorded, make(recorded, problem="writes to standard error: 'old'", line=5))
    assert len(texts) == 1 and "| 1 | 2 |" in texts[0] and "(writes to standard error: 'old')" in texts[0]
    assert "Outputs that differ: 1 of 2 with 1.9." in foot


def test_what_was_changed_since_counts_as_not_run(recorded, runner):
    record = make(recorded, printed=printed(recorded, first="a > b\n"))
    edit(recorded / "snippets/page/one.py", "a < b", "a <= b")
    said = [], "Run with torch 2.13.0. Not yet run: 2 of 2 with 1.9."
    assert notes(recorded, record) == said
    assert recording.record(recorded, runner=runner).ok
    assert notes(recorded, record) == said


def test_what_the_pinned_version_does_too_is_not_the_library_s_doing(recorded):
    same = {"printed": printed(recorded, first="a > b\n"), "problem": "raises E", "line": 5}
    record = make(recorded, others=same, **same)
    assert record.differences == {} and record.by_others == {"page/one.py": ["first"]}
    record = make(recorded, others=same, printed=printed(recorded, first="a == b\n", second=TABLE))
    assert record.differences["page/one.py"].sections.keys() == {"first", "second"} and record.by_others == {}


def test_a_record_is_read_as_it_was_written(recorded):
    record = make(recorded, printed=printed(recorded, first="a > b\n", second=None), problem="raises E", line=4)
    newer = dataclasses.replace(record, version="1.10")
    for each in (record, newer):
        versions.write(recorded, each)
    assert versions.read_all(recorded) == [newer, record]
    edit(versions.path(recorded, "1.10"), '"seals"', '"seal"')
    with pytest.raises(Problem, match="torch-1.10.json: is not a whole record"):
        versions.read_all(recorded)


def test_every_example_is_run_with_whatever_version_is_here(recorded):
    lines = "import sys\nprint('/x/site-packages/torch')\nsys.stderr.write('/x/site-packages/torch/a.py: old')"
    (recorded / "snippets/page/two.py").write_text(section(lines) + section("exit(1)", "end"), encoding="utf-8")
    (recorded / "snippets/page/three.py").write_text(section("raise OSError(__file__)"), encoding="utf-8")
    (recorded / "requirements.txt").write_text("torch==1.0.0\n", encoding="utf-8")
    command = [sys.executable, "-m", "tools.examples.outcomes"]
    done = subprocess.run(command, cwd=recorded, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)
    assert outcomes.from_json(done.stdout) == {
        "page/one.py": Outcome({"first": "a < b\n", "second": "| a | b |\n| --- | --- |\n| 1 | 2 |\n"}),
        "page/two.py": Outcome({"only": "torch\n", "end": ""}, "exits with status 1; a snippet must end by itself", 6),
        "page/three.py": Outcome({"only": ""}, "raises OSError: three.py", 2),
    }


@pytest.mark.parametrize(
    "argument, message",
    {
        "newest": "say which version, as in: make versions torch=2.5.1",
        library.pinned_version(ROOT): "is the pinned version, which every build runs; name another",
        "1.9": "page/one.py: is not as recorded",
    }.items(),
)
def test_refuses_before_anything_is_installed(argument, message, recorded):
    (recorded / "snippets/page/one.py").write_text(ONE + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "tools.maintenance.versions", argument]
    done = subprocess.run(command, cwd=recorded, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert done.returncode == 1 and message in done.stderr
    assert sorted(path.name for path in recorded.iterdir()) == ["docs", "requirements.txt", "snippets"]
