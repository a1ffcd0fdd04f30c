"""The fenced blocks of a page's Markdown, wherever they stand: in the text, in boxes, in tabs, in lists."""

import dataclasses
import re
from collections.abc import Iterable, Iterator

from tools.pages.includes import INCLUDE

OPENING = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}) *(?P<info>[^`\n]*)$")
HL_LINES = re.compile(r'hl_lines="([^"]*)"')


@dataclasses.dataclass(frozen=True)
class Fence:
    """A fenced block: where it begins and ends in the text, the line of its opening, what follows it, its lines."""

    start: int
    end: int
    line: int
    indent: str
    info: str
    lines: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language that it names first, as "python" in `{ .python .no-copy }`; "" if it names none."""
        return re.split(r"[\s{}.]+", self.info.strip(" {."))[0]

    @property
    def is_output(self) -> bool:
        """Whether it shows what a section printed."""
        return ".output" in self.info

    @property
    def marked_lines(self) -> list[int]:
        """The numbers of the lines that it marks."""
        spans = HL_LINES.search(self.info)
        pairs = [span.split("-") for span in spans[1].split()] if spans else []
        return [number for pair in pairs for number in range(int(pair[0]), int(pair[-1]) + 1)]

    @property
    def includes(self) -> list[re.Match[str]]:
        """Its lines that are includes, as matches of INCLUDE."""
        return [match for match in map(INCLUDE.fullmatch, self.lines) if match]


def read(text: str) -> Iterator[Fence]:
    """The fences of a page's Markdown, in order; one that is never closed ends with the text."""
    at, opened, start, first, inside = 0, None, 0, 0, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        after = at + len(line) + 1
        if opened is None:
            opened, start, first, inside = OPENING.match(line), at, number, []
        elif line.strip() == opened["ticks"]:
            yield _fence(opened, start, after - 1, first, inside)
            opened = None
        else:
            inside.append(line.removeprefix(opened["indent"]))
        at = after
    if opened:
        yield _fence(opened, start, len(text), first, inside)


def _fence(opened: re.Match[str], start: int, end: int, first: int, inside: list[str]) -> Fence:
    return Fence(start, end, first, opened["indent"], opened["info"].strip(), tuple(inside))


def blanked(text: str) -> str:
    """The text with white space in place of each fence, so that places and line numbers stay."""
    return hide(text, [(fence.start, fence.end) for fence in read(text)])


def hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with white space in place of these spans; line ends stay."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text
