"""Gives the process a home where the system knows none: Jupyter, which MkDocs loads, fails without one."""

import os
import tempfile
from pathlib import Path


def provide() -> None:
    """Set HOME to the folder of temporary files if the user has neither HOME nor an entry in the system's list."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = tempfile.gettempdir()
