"""Folders that belong to one process: locked while it lives, and removed by a later one if it was killed.

A lock lies on the folder itself and ends with its process, however that ends. Where the system has no such locks, as on
Windows, nothing is locked, and what a killed process leaves behind stays.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class Scratch:
    """A new folder of this process, in `parent` or among temporary files; removes those of killed processes."""

    def __init__(self, prefix: str, parent: str | None = None) -> None:
        parent = parent or tempfile.gettempdir()
        _sweep(prefix, parent)
        while not self._make(prefix, parent):
            pass

    def _make(self, prefix: str, parent: str) -> bool:
        """Make and lock a folder; whether another process's sweep has not been quicker."""
        self.path = tempfile.mkdtemp(prefix=prefix, dir=parent)
        self._lock = _lock(self.path)
        return fcntl is None or self._lock is not None

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _lock(folder: str, wait: bool = True) -> int | None:
    """Lock a folder; None if there is no such folder (any more), or, unless told to wait, if another holds the lock."""
    if not fcntl:
        return None
    with contextlib.suppress(OSError):
        lock = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            if os.path.samestat(os.fstat(lock), os.stat(folder)):
                return lock
        except OSError:
            pass
        os.close(lock)
    return None


def _sweep(prefix: str, parent: str) -> None:
    """Remove the folders of this user whose processes have been killed."""
    for entry in os.scandir(parent) if fcntl else ():
        if entry.name.startswith(prefix) and entry.is_dir(follow_symlinks=False):
            lock = _lock(entry.path, wait=False)
            if lock is not None:
                shutil.rmtree(entry.path, ignore_errors=True)
                os.close(lock)


def memory() -> str | None:
    """A folder in memory, if the system has one and nobody has said where temporary files belong."""
    return "/dev/shm" if "TMPDIR" not in os.environ and os.access("/dev/shm", os.W_OK) else None


@contextlib.contextmanager
def alone(folder: Path, waits: str = "") -> Iterator[None]:
    """Be the only process that is here with this folder; say `waits` if another one has to end first."""
    lock = _lock(str(folder), wait=False)
    if lock is None and fcntl and folder.is_dir():
        if waits:
            print(waits, file=sys.stderr, flush=True)
        lock = _lock(str(folder))
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)
