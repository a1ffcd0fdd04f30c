"""What `--only PART` selects: the pages and snippets that an author of PART works on, and the gates over them."""

import contextlib
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.project import ROOT
from tools.examples import recording, snippets
from tools.examples.files import Problem

# The files in tests/content/ with a gate over a single page or snippet.
OVER_ONE = [
    "corrections",
    "exercises",
    "formula_values",
    "inventory",
    "ledger",
    "names",
    "recorded_elsewhere",
    "records",
]
OVER_ONE += ["oracle", "seals", "shapes", "sources", "transcripts_reproduce", "versions", "words"]
GATES = {f"test_{name}.py" for name in OVER_ONE}


@functools.cache
def pages(part: str) -> frozenset[Path]:
    """The pages whose path below `docs/`, or that of a snippet that they show, contains PART."""
    from tools.pages import project

    return frozenset(page.path for page in project.chosen(project.read(ROOT), part))


@functools.cache
def scripts(part: str) -> frozenset[Path]:
    """The snippets whose path below `snippets/`, or that of a page that shows them, contains PART."""
    from tools.pages import includes

    found = set(snippets.find(ROOT, part, needed=False))
    for page in pages(part):
        if page.suffix == ".md" and part in page.relative_to(ROOT / "docs").as_posix():
            with contextlib.suppress(Problem):  # the gates over the page name it
                found |= {include.snippet for include in includes.read(ROOT, page) if include.snippet.suffix == ".py"}
    return frozenset(path for path in found if path.exists())


@functools.cache
def files(part: str) -> frozenset[Path]:
    """The pages and snippets of PART, and the transcripts of these snippets and notebooks."""
    return frozenset([*pages(part), *scripts(part), *_transcripts(part)])


def _transcripts(part: str) -> Iterator[Path]:
    for path in scripts(part):
        yield path.with_suffix(".out")
    for path in recording.find_notebooks(ROOT, part):
        yield snippets.mirror(path, ROOT) / f"{path.stem}.out"


def holds(item: pytest.Item, part: str) -> bool:
    """Whether a test runs with `--only PART`, or without it if PART is ""."""
    fixtures = getattr(item, "fixturenames", ())
    if not part or "part" in fixtures:
        return bool(part) == ("part" in fixtures)
    if "built" in fixtures:
        return False
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else [item.path]
    return any(isinstance(each, Path) and each in files(part) for each in parameters)
