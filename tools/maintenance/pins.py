"""Pins every package, those that others require included, in constraints.txt.

    python -m tools.maintenance.pins

Installs both requirements files, free of constraints, into a new environment, which is then removed, and writes what
pip chose. Run it by the oldest Python that the project supports, so that newer ones can install the same versions.
"""

import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable
from pathlib import Path

REQUIREMENTS = ["requirements.txt", "requirements-dev.txt"]
CONSTRAINTS = Path("constraints.txt")
OF_ONE_PLATFORM = re.compile(r"(nvidia|cuda|triton)[-_=]")  # what torch requires for graphics cards on Linux
INSTALLER = "pip=="
HEADER = """\
# Every package with its exact version, those that others require included; `make pins` writes this file.
# requirements.txt and requirements-dev.txt say what is needed and why, and apply these versions with `-c`.
# Left out are torch's packages for graphics cards and its build tag, as +cpu: both depend on the platform.
"""


def unconstrained(requirements: str) -> str:
    """The text of a requirements file without the lines that name a file of constraints."""
    return "".join(line for line in requirements.splitlines(keepends=True) if not line.startswith("-c "))


def pins(frozen: str) -> list[str]:
    """The lines `name==version` for constraints.txt, sorted, from the output of `pip freeze --all`.

    Raises a ValueError for a package that does not come from an index.
    """
    found = []
    for line in frozen.splitlines():
        if not re.fullmatch(r"[\w.-]+==\S+", line):
            raise ValueError(f"not a pinned release: {line}")
        if not line.startswith(INSTALLER) and not OF_ONE_PLATFORM.match(line):
            found.append(line.partition("+")[0])
    return sorted(found, key=lambda line: line.partition("==")[0].lower())


def install(requirements: Iterable[Path], folder: Path) -> str:
    """Install unconstrained requirements into a new environment in `folder`; the output of `pip freeze --all`."""
    venv.create(folder / "venv", with_pip=True)
    text = "\n".join(unconstrained(path.read_text(encoding="utf-8")) for path in requirements)
    (folder / "requirements.txt").write_text(text, encoding="utf-8")
    binaries = "Scripts" if sys.platform == "win32" else "bin"
    pip = [str(folder / "venv" / binaries / "python"), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "-r", str(folder / "requirements.txt")], check=True)
    return subprocess.run([*pip, "freeze", "--all"], check=True, stdout=subprocess.PIPE, text=True).stdout


def main() -> None:
    """Write constraints.txt in the current folder."""
    with tempfile.TemporaryDirectory() as folder:
        lines = pins(install(map(Path, REQUIREMENTS), Path(folder)))
    CONSTRAINTS.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{CONSTRAINTS}: {len(lines)} packages")


if __name__ == "__main__":
    main()
