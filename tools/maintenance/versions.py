"""Runs every example with another version of the library, and records what differs from the pinned one.

    python -m tools.maintenance.versions VERSION

The version is installed by pip into an environment of its own, a folder of the project that is removed afterwards.
"""

import contextlib
import datetime
import platform
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.examples import library, outcomes, versions
from tools.examples.files import Problem
from tools.pages.__main__ import record_all


class Environment:
    """A Python environment in a new folder, in which examples run."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=True, clear=True)
        self.python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")

    def install(self, requirements: Sequence[str]) -> None:
        """Install packages by pip; raises a Problem, with pip's reason, if that fails."""
        options = ["--quiet", "--disable-pip-version-check", "--no-cache-dir"]
        command = [self.python, "-m", "pip", "install", *options, *requirements]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            reasons = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
            why = reasons[-1] if reasons else f"pip ended with status {done.returncode}"
            raise Problem(Path("requirements.txt"), 0, f"{requirements[0]} cannot be installed here: {why}")

    def installed(self, packages: Sequence[str]) -> dict[str, str]:
        """The versions of packages that are installed."""
        code = "import sys, importlib.metadata as m; print(*map(m.version, sys.argv[1:]))"
        done = subprocess.run([self.python, "-c", code, *packages], check=True, stdout=subprocess.PIPE, text=True)
        return dict(zip(packages, done.stdout.split(), strict=True))

    def run(self, root: Path) -> dict[str, outcomes.Outcome]:
        """What comes of the project's examples there."""
        command = [self.python, "-m", "tools.examples.outcomes"]
        done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            raise Problem(root, 0, f"the examples could not be run with {self.python}; what it said is above")
        return outcomes.from_json(done.stdout)


@contextlib.contextmanager
def environment(root: Path, version: str) -> Iterator[Environment]:
    """An Environment within the project, removed at the end, however that comes."""
    folder = root / f".venv-{library.NAME}-{version}"
    try:
        yield Environment(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def record(root: Path, version: str) -> versions.Record:
    """Run the examples with a version, and write its record."""
    examples = list(filter(versions.is_concerned, outcomes.read_examples(root)))
    for example in examples:
        outcomes.recorded(example)  # refuses one that is not as recorded, before anything is installed
    packages = library.beside(root, version)
    pinned, others = library.pinned_version(root), None
    with environment(root, version) as there:
        if library.needs_older_packages(version):
            there.install([f"{library.NAME}=={pinned}", *packages])
            others = there.run(root)
        there.install([f"{library.NAME}=={version}", *packages])
        beside = {"python": platform.python_version(), **there.installed(library.BESIDE)}
        found = there.run(root)
    today = datetime.date.today().isoformat()
    made = versions.make(version, today, beside, examples, found, others)
    versions.write(root, made)
    return made


def main() -> None:
    """The command line."""
    if len(sys.argv) != 2 or not library.VERSION.fullmatch(sys.argv[1]):
        sys.exit(f"say which version, as in: make versions {library.NAME}=2.5.1")
    root = Path.cwd()
    try:
        if sys.argv[1] == library.pinned_version(root):
            sys.exit(f"{library.NAME} {sys.argv[1]} is the pinned version, which every build runs; name another")
        made = record(root, sys.argv[1])
    except Problem as problem:
        sys.exit(str(problem))
    print(f"{len(made.seals)} examples ran with {library.NAME} {made.version}, {len(made.differences)} differ")
    sys.exit(0 if record_all(versions.FOLDER, ()) else 1)


if __name__ == "__main__":
    main()
