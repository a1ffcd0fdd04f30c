"""Every number that a transcript prints is the rounding of one that an oracle recomputes from its definition."""

import numpy as np
import pytest

from tests.content.oracles.definitions import cross_entropy
from tests.support import oracles
from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples.files import Problem

NOTEBOOK = ROOT / "snippets/worked-examples/inside-cross-entropy/inside-cross-entropy.out"
SECTIONS = [
    pytest.param(transcript, section, id=f"{oracles.folder(transcript)}/{oracles.key(transcript, section)}")
    for transcript, section in oracles.printing_sections()
]


@pytest.mark.parametrize("transcript, section", SECTIONS)
def test_prints_what_the_definition_gives(transcript, section):
    refuse(oracles.problems(transcript, section))


def gone():
    """A Problem for each section of which an oracle expects something, and that prints nothing."""
    sections = {(oracles.folder(path), oracles.key(path, section)) for path, section in oracles.printing_sections()}
    for folder, oracle in oracles.modules().items():
        named = [name for what in ("ORACLE", "NO_NUMBERS", "TESTED_ELSEWHERE") for name in getattr(oracle, what, ())]
        for name in named:
            if (folder, name) not in sections:
                yield Problem(
                    oracles.FOLDER / f"{folder}.py", 0, f"expects something of {name!r}, which prints nothing"
                )


def test_nothing_is_expected_of_a_section_that_is_gone():
    refuse(gone())


@pytest.mark.parametrize("transcript", [NOTEBOOK], ids=oracles.folder)
def test_the_hand_written_log_softmax_loses_digits(transcript):
    first, text = oracles.printed(transcript, "cell-10")
    shown, *rows = text.splitlines()
    wrong = oracles.disagreements(shown, [cross_entropy([0, 1], 0)])
    for index, row in enumerate(rows, 1):
        offset, form = int(row[:2]), row.rsplit("  ")[-1]
        spacing = 2.0 ** (max(int(np.log2(offset + 1)), 0) - 23)  # of the floats that the formula subtracts
        expected = form != "log_softmax" or spacing < 1e-6
        if ("True" in row) != expected:
            wrong.append((index, f"prints {row!r}, expected {expected}"))
    refuse(Problem(transcript, first + line, problem) for line, problem in wrong)
    assert {int(row[:2]) for row in rows} == {0, 40, 80} and len(rows) == 3 * 4
