"""Puts a new folder in the place of an old one, in one step where the system can."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from tools.examples import scratch

HERE, SWAP = -100, 2  # AT_FDCWD; RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def replace_folder(new: str, place: str) -> None:
    """Move the folder `new` to `place`, and remove what stood there.

    Linux and macOS exchange the two at once, so that at any moment one of them stands there. Elsewhere, and on file
    systems that cannot, the old one is moved away first: for a moment there is none.
    """
    os.chmod(new, Path(place).parent.stat().st_mode & 0o777)  # as readable as the folder around it
    if _rename(new, place):
        return
    if not _swap(new, place):
        with scratch.alone(Path(place).parent):
            old = f"{new}.old"
            os.rename(place, old)
            os.rename(new, place)
            new = old
    shutil.rmtree(new, ignore_errors=True)


def _rename(new: str, place: str) -> bool:
    """Move the folder to where there is none; whether there was none."""
    if os.path.lexists(place):
        return False
    try:
        os.rename(new, place)
    except OSError:  # there is one now, of another build
        return not os.path.exists(new)
    return True


def _swap(one: str, other: str) -> bool:
    """Exchange two folders; whether the system can."""
    if sys.platform == "win32":
        return False
    system, names = ctypes.CDLL(None), (os.fsencode(one), os.fsencode(other))
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(HERE, names[0], HERE, names[1], SWAP) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*names, SWAP) == 0)
    return False
