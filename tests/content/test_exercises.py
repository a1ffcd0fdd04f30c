"""The check of each exercise accepts its solution, and says of its blank and of each mistake what is wrong."""

import pytest

from tests.support.project import ROOT
from tools.examples import sections
from tools.examples.files import read_text

EXERCISES = sorted((ROOT / "snippets/learn/exercises").rglob("*.py"))
RIGHT = "Right.\n"


def said(exercise):
    """What the check says in each section of an exercise."""
    return sections.texts(read_text(exercise.with_suffix(".out")))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_check_tells_right_from_wrong(exercise):
    found = said(exercise)
    assert list(found) == ["start", "check", "try", "solution", "mistakes"]
    assert found["try"] and RIGHT not in found["try"]
    assert found["solution"] == RIGHT
    assert RIGHT not in found["mistakes"] and "Not yet" not in found["mistakes"]
    assert len(set(found["mistakes"].splitlines())) >= 3


def test_there_are_exercises():
    assert len(EXERCISES) >= 14
