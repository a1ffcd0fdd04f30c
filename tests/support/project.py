"""The project under test, and what runs or writes small parts of it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
NOTEBOOKS = sorted((ROOT / "docs").rglob("*.py"))
EVERY_PAGE = [*PAGES, *NOTEBOOKS]


def name(page):
    """The path of a page below `docs/`, by which tests name it."""
    return page.relative_to(ROOT / "docs").as_posix()


def address(page):
    """The address of a page below that of the site, as "guides/shapes/", or "" of the home page."""
    place = page.relative_to(ROOT / "docs").with_suffix("")
    return f"{(place.parent if place.name == 'index' else place).as_posix()}/".removeprefix("./")


def mkdocs(root, *arguments, **environment):
    """Run mkdocs in `root`; the finished process, with what it printed as text."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


def section(code, name="only"):
    """The code as a section of a snippet."""
    return f"# --8<-- [start:{name}]\n{code}\n# --8<-- [end:{name}]\n"
