"""Reads, writes and copies the project's files, and names what is wrong with one of them."""

import dataclasses
import os
import shutil
from collections.abc import Iterable
from pathlib import Path


@dataclasses.dataclass
class Problem(Exception):
    """What is wrong, where (line 0: the whole file), and the way out."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        line = f"{self.line}:" if self.line else ""
        return f"{os.path.relpath(self.path)}:{line} {self.text}"


def read_text(path: Path) -> str:
    """The text of a file of the project; raises a Problem if it cannot be read as UTF-8."""
    if path.exists() and not path.is_file():
        raise Problem(path, 0, "cannot be read: it is a folder, or a pipe")
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Problem(path, 0, f"cannot be read: {error.strerror}") from None
    except UnicodeError as error:
        raise Problem(path, 0, f"cannot be read: {error}") from None


def read_if_there(path: Path) -> str:
    """The text of a file of the project, or "" if there is no such file."""
    return read_text(path) if path.exists() else ""


def write_at_once(path: Path, text: str) -> None:
    """Write a file in one step, so that it is never half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:  # the disk is full; of which file, the error does not say
        new.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from None
    new.replace(path)


def copy(root: Path, folder: Path, names: Iterable[str]) -> None:
    """Copy these files and folders of the project at `root` into another folder, to the same places."""
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, target, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(root / name, target)


def describe(error: OSError) -> str:
    """What the system refused, in one line, such as "Read-only file system: site"."""
    reason = error.strerror or str(error)
    path = error.filename2 or error.filename
    return f"{reason}: {os.path.relpath(path)}" if isinstance(path, str) else reason
