"""Finds the line of a page's source where a rendered text stands, for messages."""

import itertools
import re

HEADING = re.compile(r"(?:# )?(#+) (.*)")  # in a notebook, behind the mark of a comment


class SourceLines:
    """The lines of a page. A place is looked for by its heading, then by its words; the answer is a best guess."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n") if text else []

    def of(self, heading: str, words: str) -> int:
        """The number of the first line under this heading that holds the words; else that of the heading, else 0."""
        first, last = self._section(heading)
        found = re.compile(rf"(?<![\w.]){re.escape(words.replace('−', '-'))}(?!\w)")
        for number in range(first, last):
            if found.search(self.lines[number].replace("−", "-")):
                return number + 1
        return first + 1 if last else 0

    def _section(self, heading: str) -> tuple[int, int]:
        """The indices of the line of this heading, or 0, and of the line after its section's last one."""
        at = [number for number, line in enumerate(self.lines) if HEADING.fullmatch(line)]
        for start, end in itertools.pairwise([*at, len(self.lines)]):
            if _plain(self.lines[start]) == _plain(heading):
                return start, end
        return 0, len(self.lines)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
