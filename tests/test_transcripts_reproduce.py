"""Every snippet and notebook prints what its transcript records, byte for byte: the build of the site runs them all.

See test_elsewhere.py for other processors, threads and plain runs, and test_refusals.py for what the check refuses.
"""

import re

import pytest
from conftest import ROOT

from tools import snippets

NAMES = [path.relative_to(ROOT).with_suffix(".out").as_posix() for path in [*snippets.find(ROOT), *snippets.find_notebooks(ROOT)]]


def test_the_build_runs_every_one(built):
    said, status, _ = built
    assert status == 0, said
    assert f"{len(NAMES)} snippets ran, 0 differ from their transcripts, 0 problems" in said


@pytest.mark.parametrize("name", NAMES)
def test_prints_what_is_recorded(name, built):
    stem = re.escape(name.removesuffix(".out"))
    assert re.findall(rf"^.*{stem}\.(?:py|out|svg)\b.*$", built[0], re.MULTILINE) == [] or name.startswith("docs/")
