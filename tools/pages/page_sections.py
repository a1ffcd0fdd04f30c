"""Reads the sections of a page from its Markdown, with their anchors and paragraphs, and shortens a paragraph."""

import dataclasses
import functools
import itertools
import re
from pathlib import Path

from markdown.extensions.toc import slugify, unique

from tools.pages import fences
from tools.pages.includes import INCLUDE
from tools.pages.project import Project, Source

HEADING = re.compile(r"(?P<level>#{1,6}) +(?P<title>.*?)(?: *\{ *#(?P<anchor>[-\w]+)[^}]*\})? *")
LEAD = re.compile(r"^`[^`]+`(?: \([^)]*\))?: ")  # the message that a sentence explains
LINK = re.compile(r"(?:: see )?\[(?P<text>[^\]]+)\]\([^)]*\)")
MARKUP = re.compile(r"<[^<>]+>|\$|(?<!\w)\*+|\*+(?!\w)")
SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z`])(?=(?:[^`]*`[^`]*`)*[^`]*$)")  # not within backticks
PARAGRAPH = re.compile(r"[^\s#|<{>:-].*|<span.*|\*\*.*")
ADVICE = re.compile("(In (older|every) versions?, |Convert|Write|Use|Pass)")
MOST = 60  # characters of an explanation, if its first sentence is not longer


@dataclasses.dataclass(frozen=True)
class Section:
    """A section of a page: the page, its heading and anchor, the lines of its heading and after its end.

    The title of a part is led by that of the whole.
    """

    page: Path
    title: str
    anchor: str
    first: int
    last: int


def whole_of(anchor: str, title: str) -> str:
    """The anchor of the section of which one with this title is a part, or ""; that of a part ends in its own title.

    So `mseloss-pitfalls` is the Pitfalls of `mseloss`.
    """
    own = f"-{slugify(title, '-')}"
    return anchor.removesuffix(own) if anchor.endswith(own) else ""


def read(page: Source) -> list[Section]:
    """The sections of a page, in order, each up to the next heading."""
    found, taken, titles = list[tuple[int, str, str]](), set[str](), dict[str, str]()
    for number, line in enumerate(_lines(page.text), 1):
        if heading := HEADING.fullmatch(line):
            title = plain(heading["title"])
            anchor = heading["anchor"] or unique(slugify(title.replace("`", ""), "-"), taken)
            whole = titles.get(whole_of(anchor, title))
            titles[anchor] = f"{whole}: {title}" if whole else title
            found.append((number, titles[anchor], anchor))
    lines = [*(number for number, _, _ in found), page.text.count("\n") + 2]
    spans = zip(found, itertools.pairwise(lines), strict=True)
    return [Section(page.path, title, anchor, *span) for (_, title, anchor), span in spans]


def by_address(project: Project) -> dict[str, Section]:
    """The sections of all pages by their addresses, such as `guides/debug/target.md#class-index-out-of-bounds`."""
    return {
        f"{page.path.relative_to(project.root / 'docs').as_posix()}#{part.anchor}": part
        for page in project.pages.values()
        for part in read(page)
    }


@functools.lru_cache
def _lines(text: str) -> list[str]:
    """The lines of a page, without those of its fences."""
    return fences.blanked(text).split("\n")


def paragraphs(page: Source, part: Section) -> list[tuple[int, str]]:
    """The paragraphs of text in a section, each with the number of its first line."""
    lines = _lines(page.text)[part.first : part.last - 1]
    found = list[tuple[int, str]]()
    for starts, group in itertools.groupby(enumerate(lines, part.first + 1), lambda line: bool(line[1].strip())):
        numbered = list(group)
        if starts and PARAGRAPH.match(numbered[0][1]) and not INCLUDE.match(numbered[0][1]):
            found.append((numbered[0][0], " ".join(line for _, line in numbered)))
    return found


def plain(text: str) -> str:
    """A piece of Markdown in one line, with its code in backticks and no other markup."""
    parts = LINK.sub(_link_text, text).split("`")
    parts[::2] = [MARKUP.sub("", part) for part in parts[::2]]  # what stands between backticks is code
    return " ".join("`".join(parts).split())


def _link_text(link: re.Match[str]) -> str:
    return "" if link[0].startswith(": see") else link["text"]


def shorten(paragraph: str, is_only: bool = False) -> str:
    """The first sentences of a paragraph, without the messages that they begin with.

    If there `is_only` this and no code, the first sentence that says what to do, if there is one.
    """
    sentences = [LEAD.sub("", each) for each in SENTENCE.split(plain(paragraph))]
    first, *rest = [each[:1].upper() + each[1:] for each in sentences]
    advice = next((each for each in rest if ADVICE.match(each)), "") if is_only else ""
    said = [advice or first]
    for sentence in [] if advice else rest:
        if len(" ".join([*said, sentence])) > MOST:
            break
        said.append(sentence)
    return re.sub(":$", ".", " ".join(said))
