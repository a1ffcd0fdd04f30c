"""The project under test, and what runs or writes small parts of it."""

import os
import signal
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


def start(root, *command):
    """A command of the project `root` in a group of its own, with its temporary files in `root`/tmp; the process."""
    (root / "tmp").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(root / "tmp"), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # tests may run in the background
    )


def edit(path, old, new):
    """Replace a text in a file, where it stands first, by another; the whole text that the file had."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text


def section(code, name="only"):
    """The code as a section of a snippet."""
    return f"# --8<-- [start:{name}]\n{code}\n# --8<-- [end:{name}]\n"
