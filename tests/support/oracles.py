"""Loads the oracles: one module for each folder of snippets, in the same place below tests/content/oracles/."""

import functools
import importlib
from pathlib import Path
from types import ModuleType

from tests.support.project import ROOT

FOLDER = ROOT / "tests/content/oracles"
PACKAGE = "tests.content.oracles"


def module(name: str) -> ModuleType:
    """The oracle of a folder of snippets, as "worked-examples/six-by-three"."""
    return importlib.import_module(f"{PACKAGE}.{name.replace('/', '.')}")


@functools.cache
def modules() -> dict[str, ModuleType]:
    """Every oracle by its folder of snippets; what they share, and so is named with an underscore, is no oracle."""
    paths = [path.relative_to(FOLDER).with_suffix("") for path in sorted(FOLDER.rglob("[!_]*.py"))]
    return {path.as_posix(): module(path.as_posix()) for path in paths if path != Path("definitions")}
