"""Compares what transcripts print with what the oracles, the modules below tests/content/oracles/, expect."""

import functools
import importlib
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from mpmath import mp, mpf

from tests.support.project import ROOT
from tools.examples import sections
from tools.examples.files import Problem, read_text

FOLDER = ROOT / "tests/content/oracles"
PACKAGE = "tests.content.oracles"
TOKEN = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)(?!\w)|\bTrue\b|\bFalse\b")
FLOAT32 = mpf(2) ** -22  # the relative error that a number computed in float32 may have


def module(name: str) -> ModuleType:
    """The oracle of a folder of snippets, as "worked-examples/six-by-three"."""
    return importlib.import_module(f"{PACKAGE}.{name.replace('/', '.')}")


@functools.cache
def modules() -> dict[str, ModuleType]:
    """Every oracle by its folder of snippets; what they share, and so is named with an underscore, is no oracle."""
    paths = [path.relative_to(FOLDER).with_suffix("") for path in sorted(FOLDER.rglob("[!_]*.py"))]
    return {path.as_posix(): module(path.as_posix()) for path in paths if path != Path("definitions")}


def folder(transcript: Path) -> str:
    """The folder of a transcript, which its oracle is named after."""
    return transcript.parent.relative_to(ROOT / "snippets").as_posix()


def key(transcript: Path, section: str) -> str:
    """The name of a section in its oracle: "idea:section", or "cell-1" of a notebook."""
    return f"{transcript.stem}:{section}" if transcript.with_suffix(".py").exists() else section


@functools.cache
def printing_sections() -> list[tuple[Path, str]]:
    """Each section that prints something: its transcript, its name."""
    transcripts = sorted((ROOT / "snippets").rglob("*.out"))
    return [(path, name) for path in transcripts for name, text in sections.texts(read_text(path)).items() if text]


def printed(transcript: Path, section: str) -> tuple[int, str]:
    """The line of a transcript on which the text of a section begins, and the text."""
    text = read_text(transcript)
    start, end = sections.spans(text)[section]
    return text.count("\n", 0, start) + 1, text[start:end]


def problems(transcript: Path, section: str) -> Iterator[Problem]:
    """A Problem for each number of a section that is not the one expected, or for which nothing is."""
    first, text = printed(transcript, section)
    name = key(transcript, section)
    path = FOLDER / f"{folder(transcript)}.py"
    oracle = module(folder(transcript)) if path.exists() else None
    if name in getattr(oracle, "NO_NUMBERS", ()):
        found = [(line, f"prints {shown}; NO_NUMBERS says that it prints none") for line, shown in _tokens(text)]
    elif name in getattr(oracle, "TESTED_ELSEWHERE", ()):
        found = []
    elif name in getattr(oracle, "ORACLE", ()):
        found = disagreements(text, oracle.ORACLE[name])
    else:
        found = [(0, f"{_what_to_add(name, text)}, in {path.relative_to(ROOT)}")]
    for line, wrong in found:
        yield Problem(transcript, first + line, wrong)


def _what_to_add(name: str, text: str) -> str:
    return f"recompute what {name!r} prints" if _tokens(text) else f"{name!r} prints no number: add it to NO_NUMBERS"


def disagreements(text: str, expected: Sequence) -> list[tuple[int, str]]:
    """Each number that is printed and not expected: the index of its line, and what it is and should be."""
    shown = _tokens(text)
    if len(shown) != len(expected):
        tokens = textwrap.shorten(" ".join(token for _, token in shown), 100, placeholder=" …")
        return [(0, f"prints {len(shown)} numbers, expected {len(expected)}; it prints {tokens}")]
    return [
        (line, f"prints {token}, expected {_digits(exact, token)}")
        for (line, token), exact in zip(shown, expected, strict=True)
        if not agrees(token, exact)
    ]


def agrees(shown: str, exact, error: mpf = FLOAT32) -> bool:
    """Whether a printed number is the exact one, but for a relative error, rounded to the digits printed."""
    if shown in ("True", "False"):
        return shown == str(exact)
    if shown in ("nan", "inf", "-inf"):
        return str(float(exact)) == shown
    if isinstance(exact, bool) or not mp.isfinite(exact):
        return False
    mantissa, _, power = shown.partition("e")
    unit = mpf(10) ** (int(power or 0) - len(mantissa.partition(".")[2]))
    return abs(mpf(shown) - exact) <= unit / 2 + abs(exact) * error + mpf(2) ** -149


def _tokens(text: str) -> list[tuple[int, str]]:
    """Each number, True or False of a text: the index of its line, and itself."""
    return [(text.count("\n", 0, token.start()), token[0]) for token in TOKEN.finditer(text)]


def _digits(exact, shown: str) -> str:
    """An exact number with a few digits more than the one that is shown; True, False or an int as it is."""
    if isinstance(exact, int) or str(exact) in ("True", "False"):
        return str(exact)
    return mp.nstr(mp.convert(exact), len(shown) + 2)
