"""What reads the clock, the network or files of the system is refused, and nothing else."""

import ast
from pathlib import Path

import pytest

from tools.examples import notebooks, outside
from tools.examples.files import Problem

OUTSIDE = [
    "time.strftime('%Y')",
    "from time import strftime",
    "datetime.date.today()",
    "datetime.now().year",
    "time.time()",
    "import socket",
    "import urllib.request",
    "from urllib.request import urlopen",
    "open('/etc/hostname')",
    "Path('/tmp') / name",
    "open(f'/tmp/{name}')",
]
MEANT = ["date.fromisoformat('2026-11-26')", "time.sleep(1)", "tempfile.TemporaryDirectory()", "print('a / tmp')"]


@pytest.mark.parametrize("code", OUTSIDE)
def test_what_reads_from_outside_is_refused(code):
    with pytest.raises(Problem, match="from day to day or from machine to machine"):
        outside.refuse(Path("x.py"), ast.parse(code))


@pytest.mark.parametrize("code", MEANT)
def test_what_does_not_is_not(code):
    outside.refuse(Path("x.py"), ast.parse(code))


def test_a_notebook_is_refused_too(project):
    root = project({"docs/x.py": "# %% [markdown]\n# # Title\n\n# %%\nimport time\nprint(time.strftime('%Y'))\n"})
    with pytest.raises(Problem, match=r"x\.py:6: time.strftime differs from day to day"):
        notebooks.read(root / "docs/x.py", root)
