"""What outputs and figures say besides their numbers: the labels, headers and units that the oracles do not hold.

    python -m tests.support.words [PART]

Beside each oracle stands a file with these words, such as guides/shapes.words. `make record` leaves it alone; this
command writes those of the folders that PART selects, as `make test only=PART` does, and prints each change.
"""

import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import lxml.html

from tests.support import oracles, selection
from tests.support.project import ROOT
from tools.examples import sections, transcripts
from tools.examples.files import Problem, read_if_there, read_text, write_at_once
from tools.pages import assertions

NUMBERS_ONLY = re.compile(r"(?:tensor|[\s()\[\],.|:#-])*")


def folders(part: str = "") -> list[str]:
    """The folders of snippets that print or draw something, of those that PART selects."""
    chosen = {oracles.folder(path) for path in selection.files(part) if path.suffix == ".out"}
    return [folder for folder in oracles.modules() if folder in chosen]


def path(folder: str) -> Path:
    """The file with the words of a folder."""
    return oracles.FOLDER / f"{folder}.words"


def read(folder: str) -> str:
    """The words of what a folder's transcripts and figures say now, as its file holds them."""
    found = [
        f"# What snippets/{folder}/ prints and draws besides numbers (#). After a change: make words only={folder}\n"
    ]
    for transcript in sorted((ROOT / "snippets" / folder).glob("*.out")):
        for section, text in sections.texts(read_text(transcript)).items():
            found += _block(oracles.key(transcript, section), _said(folder, oracles.key(transcript, section), text))
    for figure in sorted((ROOT / "snippets" / folder).glob("*.svg")):
        found += _block(figure.name, of_figure(read_text(figure)))
    return "".join(found)


def _said(folder: str, key: str, text: str) -> list[str]:
    """The words of a section; of one that a test of its own looks at, those of its first line."""
    is_tested = key in getattr(oracles.module(folder), "TESTED_ELSEWHERE", ())
    return of_output(text.partition("\n")[0] if is_tested else text)


def _block(key: str, lines: list[str]) -> list[str]:
    return [f"\n{key}\n", *(f"  {line}\n" for line in lines)] if lines else []


def of_output(text: str) -> list[str]:
    """The words of an output, line by line, with # for numbers; lines alike are one, and numbers alone are none."""
    lines = [_without_numbers(line) for line in text.splitlines()]
    return [line for line, _ in itertools.groupby(lines) if not NUMBERS_ONLY.fullmatch(line)]


def of_figure(svg: str) -> list[str]:
    """The labels of a figure, in the order drawn and with their numbers; the ticks of its axes are none."""
    labels = [label for label in lxml.html.fromstring(svg).iter("text") if not label.xpath(assertions.TICK)]
    return [" ".join(assertions.text_of(label).split()) for label in labels]


def _without_numbers(line: str) -> str:
    return re.sub(r"#(?:,? #)+", "#", " ".join(oracles.TOKEN.sub("#", line).split()))


def changes(folder: str) -> str:
    """How the words of a folder differ from those in its file, as a diff; "" if they do not."""
    return transcripts.unified_diff(path(folder), read_if_there(path(folder)), read(folder))


def orphans() -> Iterator[Problem]:
    """A Problem for each file of words without a folder."""
    for found in sorted(oracles.FOLDER.rglob("*.words")):
        if found.relative_to(oracles.FOLDER).with_suffix("").as_posix() not in oracles.modules():
            yield Problem(found, 0, "holds the words of snippets that are gone; delete it")


def main() -> None:
    """The command line."""
    part = (sys.argv[1:] or [""])[0]
    found = {folder: changes(folder) for folder in folders(part)}
    for folder in filter(found.get, found):
        print(found[folder])
        write_at_once(path(folder), read(folder))
    if not found:
        sys.exit(f"no snippet with an oracle in tests/content/oracles/ has {part!r} in its path: write it first")
    if not any(found.values()):
        print("the words are as recorded")


if __name__ == "__main__":
    main()
