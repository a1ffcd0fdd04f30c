"""`make mutants` changes one of the digits that a reader sees at a time, and says which changes no test has caught."""

import re
import subprocess
import sys

import pytest

from tests.support.project import ROOT
from tools.maintenance import mutants, visible_digits

PAGE = """---
description: About 1 thing.
hide: 2
---
# Page 3

Prose with 4 and $x_5$ in [a link to 6](page-7.md#eight-8){ .button9 }, `code 1`.

1. A list

| a | 2 |
| --- | --- |

```python
--8<-- "page/idea3.py:part4"
```

$$
5 x
$$

<figure class="plot6"><div role="img" aria-label="seven 7"></div><figcaption>Caption 8</figcaption></figure>
"""
SEEN = {"description": "1", "heading": "3", "prose": "461", "formula": "55", "table": "2", "caption": "78"}
NOTEBOOK = """# %% [markdown]
# Prose with 1 and [a link](page-2.md).

# %%
print(3)
"""
SCRIPT = "x = 1\n# --8<-- [start:a]\nprint(2)\n# --8<-- [end:a]\nprint(3)\n"
FIGURE = '<svg width="1"><path d="M 2 3"/><text x="4">5</text></svg>\n'


def write(root, files):
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def test_finds_the_digits_that_a_reader_sees(tmp_path):
    write(tmp_path, {"docs/page.md": PAGE})
    found = visible_digits.places(tmp_path)
    assert {kind: "".join(PAGE[at] for _, at in sorted(places)) for kind, places in found.items()} == SEEN


def test_finds_them_in_every_kind_of_file(tmp_path):
    files = {
        "docs/notebook.py": NOTEBOOK,
        "snippets/page/idea.py": SCRIPT,
        "snippets/page/idea.out": "# Seal: 1\n# --8<-- [start:a]\n2\n# --8<-- [end:a]\n",
        "snippets/page/idea.svg": FIGURE,
        "snippets/page/data.csv": "1,2\n",
        "snippets/page/page.asserted": "1\n",
    }
    write(tmp_path, files)
    found = visible_digits.places(tmp_path)
    seen = {kind: "".join(files[path][at] for path, at in places) for kind, places in found.items()}
    assert seen == {"notebook": "13", "snippet": "2", "transcript": "2", "figure": "5", "curve": "23", "data": "12"}


def test_chooses_the_same_for_the_same_seed_and_digits_only(monkeypatch):
    monkeypatch.chdir(ROOT)
    found = visible_digits.places(ROOT)
    chosen = mutants.choose(found, 300, seed=1)
    assert chosen == mutants.choose(found, 300, seed=1)
    assert chosen != mutants.choose(found, 300, seed=2)
    kinds = {
        "caption",
        "curve",
        "data",
        "description",
        "figure",
        "formula",
        "notebook",
        "prose",
        "snippet",
        "transcript",
    }
    assert kinds <= {mutant.kind for mutant in chosen}
    for mutant in chosen:
        old = (ROOT / mutant.path).read_text(encoding="utf-8")[mutant.at]
        assert old.isdigit() and mutant.new.isdigit() and old != mutant.new


@pytest.mark.ci
def test_catches_what_it_plants_and_goes_on_where_it_stopped(tmp_path):
    for name in mutants.NEEDED:
        (tmp_path / name).symlink_to(ROOT / name)
    for count in 2, 1:
        command = [sys.executable, "-m", "tools.maintenance.mutants", "-n", str(count)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0 and done.stdout.endswith(f"{count} of {count} caught\n"), done.stdout + done.stderr
    assert sum(len(state.read_text().splitlines()) for state in (tmp_path / ".cache").iterdir()) == 2


def test_lists_what_survives(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    chosen = mutants.choose(visible_digits.places(ROOT), 100, seed=0)
    assert not mutants.report(chosen, {0: 1, 1: 0, 2: 1})
    out = capsys.readouterr().out
    assert "2 of 3 caught" in out
    survivor = rf"^survived: {chosen[1].path}:\d+: {chosen[1].kind}: .*\[\d -> {chosen[1].new}\]"
    assert re.search(survivor, out, re.MULTILINE)


def test_says_whose_tests_did_not_run(monkeypatch):
    monkeypatch.chdir(ROOT)
    [mutant] = mutants.choose(visible_digits.places(ROOT), 1, seed=0)
    assert mutants.not_run([mutant], {0: 4}) == [str(mutant)]
    assert mutants.not_run([mutant], {0: 1}) == []
