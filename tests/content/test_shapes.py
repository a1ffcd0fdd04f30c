"""The comments that say shapes, such as `# (6, 3)`, are right: snippets and notebooks run with a check for each."""

import itertools

import pytest

from tests.support import selection, shape_comments
from tests.support.gate import refuse
from tests.support.project import NOTEBOOKS, ROOT
from tools.examples import recording, snippets
from tools.examples.snippets import Snippet

BEFORE = f"""
import builtins, sys
sys.path.insert(0, {str(ROOT)!r})
from tests.support.shapes import Witness
builtins.{shape_comments.WITNESS} = Witness()
del sys.path[0]
"""
MARK = "Comments that are wrong:\n"
DRIVER = f"""
import runpy
for path in {{}}:
    runpy.run_path(path, run_name="__main__")
print({MARK!r} + "\\n".join({shape_comments.WITNESS}.report()))
"""


def wrong_comments(paths, runner, folder):
    """A line for each wrong shape comment in these scripts, or in what they load. Copies are made in the folder.

    The scripts of a folder run in one process: a process for each would take three times as long.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in [*snippets.find(ROOT), *NOTEBOOKS]}
    for path, text in texts.items():
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(shape_comments.mark(path.relative_to(ROOT).as_posix(), text), encoding="utf-8")
    drivers = []
    for number, (at, together) in enumerate(itertools.groupby(sorted(paths), lambda path: path.parent)):
        group = list(together)
        driver = folder / f"driver_{number}.py"
        driver.write_text(DRIVER.format([str(folder / path.relative_to(ROOT)) for path in group]), encoding="utf-8")
        drivers.append(Snippet(driver, "".join(texts[path] for path in group), [], snippets.read_data(at)))
    for run in runner.run(drivers):
        _, ends_well, said = run.plain.partition(MARK)
        yield from said.split("\n") if ends_well else [str(run.problem)]


@pytest.fixture
def witness(runner, monkeypatch):
    """The runner of all tests, with a Witness in each process."""
    monkeypatch.setattr(runner, "before", BEFORE.strip().replace("\n", "; "))
    return runner


@pytest.mark.ci
def test_every_shape_comment_is_right(witness, tmp_path):
    refuse(filter(None, wrong_comments([*snippets.find(ROOT), *NOTEBOOKS], witness, tmp_path)))


def test_the_shape_comments_of_a_part_are_right(part, witness, tmp_path):
    chosen = [*selection.scripts(part), *recording.find_notebooks(ROOT, part)]
    refuse(filter(None, wrong_comments(chosen, witness, tmp_path)))
