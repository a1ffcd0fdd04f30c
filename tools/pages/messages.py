"""Finds the messages that the pages show: what the code of a section raises, in any version on record, and the fix."""

import ast
import dataclasses
import html
import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from tools.examples import library
from tools.examples.files import Problem, read_if_there
from tools.pages import other_versions, page_sections
from tools.pages.includes import Include
from tools.pages.page_sections import Section, plain, shorten
from tools.pages.project import Project, Source

QUOTED = "snippets/guides/debug/quoted.json"
FIRST = ("guides/debug", "reference/versions")  # the pages whose sections explain messages, before all others
KIND = r"(?:\w+\.)*\w*(?:Error|Warning|Exception)\b"
SAID = re.compile(rf"{KIND}: (?P<text>.+)")
GOES_ON = re.compile(r"\s+(?P<text>[^\s*].*\w.*)")
ROW = re.compile(r"\| (?P<versions>\d[\d., ]*) \| (?P<rest>.*)")
IN_ROW = re.compile(
    rf"(?:raises |writes to standard error: )?"
    rf"(?:`(?:{KIND}: )?(?P<text>[^`]+)`|<code>[^<]*?{KIND}:? (?P<html>[^<]+?)'?</code>)"
)
PROSE = re.compile(r"[a-z]+( [\w:]+){4,}")  # a message of which an example prints no kind
VARIES = re.compile(r"[\d\s,]+|\b(Float|Double|Half|BFloat16|Long|Int|Short|Char|Byte|Bool)\b")
MOST_CODE = 150  # characters of a fix, if its first statement is not longer
SYMPTOMS = re.compile(r"\| (?P<text>[^|]+) \| \[(?P<says>[^\]]+)\]\((?P<page>[-\w./]*)#(?P<anchor>[-\w]+)\) \|")


@dataclasses.dataclass
class Message:
    """A message without its kind, the section that shows it, what it means and the code that mends it, or "".

    `versions` are those that say it; `source` is where one is quoted from that no example can raise.
    """

    text: str
    section: Section
    means: str
    fix: str
    versions: list[str] = dataclasses.field(default_factory=list)
    source: str = ""


def read(project: Project) -> list[Message]:
    """The messages of a project, each once, with the section that explains it best."""
    found: dict[str, Message] = {}
    kinds = set[str]()
    for path in sorted(project.pages, key=lambda path: _rank(project, path)):
        said = list(_of_page(project, project.pages[path]))
        if _rank(project, path)[0] < len(FIRST):
            new = said
        else:  # those that differ from all before by more than numbers and types
            new = [message for message in said if VARIES.sub("", message.text) not in kinds]
        for message in new:
            known = found.setdefault(message.text, message)
            if known is not message and known.section == message.section:
                known.versions += [each for each in message.versions if each not in known.versions]
        kinds |= {VARIES.sub("", message.text) for message in said}
    for message in _quoted(project, list(found.values())):
        found.setdefault(message.text, message)
    for message in found.values():
        message.versions.sort(key=library.sort_key, reverse=True)
    return list(found.values())


def _rank(project: Project, path: Path) -> tuple[int, Path]:
    name = path.relative_to(project.root / "docs").as_posix()
    return next((at for at, first in enumerate(FIRST) if name.startswith(first)), len(FIRST)), path


def _of_page(project: Project, page: Source) -> Iterator[Message]:
    if page.path in project.notebooks or page.problem:
        return
    shown = [each for each in page.includes if each.end == ".py" or (each.end == ".out" and each.section)]
    parts = page_sections.read(page)
    for include, block in zip(shown, other_versions.read(project, page.path), strict=True):
        part = next((part for part in reversed(parts) if part.first < include.line), None)
        if not part or include.end != ".out":
            continue
        told = {text for texts in block.variants.values() for text in texts}
        same = [each.version for each in project.records if each.version not in {*told, *block.not_run}]
        outputs = [(block.text, [library.pinned_version(project.root), *same]), *block.variants.items()]
        for text, versions in outputs:
            for said, by in _said(text, versions):
                yield Message(said, part, *_explanation(project, page, part, include, said), by)


def _said(output: str, versions: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The messages in an output, with the versions that say them: on lines of their own, or in a table of versions."""
    lines = output.splitlines()
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        message = SAID.match(line) or (SAID.match(before) and GOES_ON.match(line))
        if message and not (line.endswith(":") and GOES_ON.match(after)):
            yield message["text"].strip(), list(versions)
        elif row := ROW.match(line):
            first = IN_ROW.match(html.unescape(row["rest"]))
            if first and (re.search(KIND, first[0]) or PROSE.fullmatch(first["text"] or "")):
                yield (first["text"] or first["html"]).strip(), row["versions"].split(", ")


def _explanation(project: Project, page: Source, part: Section, include: Include, said: str) -> tuple[str, str]:
    """What a message means that this include shows, and the code that mends it.

    The section's first paragraph and its first block named `fix`. A later block has a paragraph of its own, and mends
    what it raises; so has a message that is not the section's first, if a paragraph quotes it.
    """
    blocks = [each for each in page.includes if each.end == ".py" and part.first < each.line < part.last]
    paragraphs = page_sections.paragraphs(page, part)
    own = next((each for each in blocks if (each.snippet, each.section) == (include.snippet, include.section)), None)
    above = [text for line, text in paragraphs if own and line < own.line]
    is_own = own and own != blocks[0] and above and len(above[-1]) >= 60
    if _rank(project, page.path)[0] == len(FIRST):  # a page on something else, which begins with that
        return shorten(above[-1]) if is_own else "", ""
    if own and is_own:
        own_fix = _mended(project.text(own), needed=True)
        return shorten(above[-1]), own_fix or _fix(project, blocks[blocks.index(own) + 1 :])
    fix = _fix(project, blocks)
    if quoting := [text for _, text in paragraphs[1:] if f"`{said}`" in text]:
        return shorten(quoting[0], is_only=True), fix
    return shorten(paragraphs[0][1] if paragraphs else "", is_only=not fix), fix


def _fix(project: Project, blocks: list[Include]) -> str:
    code = next((project.text(each) for each in blocks if (each.section or "").endswith("fix")), "")
    return _mended(code)


def _mended(code: str, needed: bool = False) -> str:
    """The first statements of some code, up to one that does more than assign, without those that raise on purpose.

    If it is `needed` that some raise, for the others to be a fix, "" unless some do and what is left prints.
    """
    statements = ast.parse(code).body
    kept = [each for each in statements if not any(isinstance(part, ast.Try) for part in ast.walk(each))]
    if needed and (len(kept) == len(statements) or not any("print" in ast.dump(each) for each in kept)):
        return ""
    lines, shown, size = code.split("\n"), list[str](), 0
    for statement in kept:
        text = "\n".join(lines[statement.lineno - 1 : statement.end_lineno])
        size += len(text)
        if shown and size > MOST_CODE:
            break
        shown.append(text)
        if not isinstance(statement, ast.Assign | ast.Import | ast.ImportFrom):
            break
    return "\n".join(shown).strip()


def symptoms(project: Project) -> list[Message]:
    """The symptoms in the tables of the pages that explain messages: each with its section and what to check first."""
    explaining = {path: page for path, page in project.pages.items() if _rank(project, path)[0] == 0}
    parts = {(path, part.anchor): part for path, page in explaining.items() for part in page_sections.read(page)}
    found = []
    for path, page in explaining.items():
        for row in SYMPTOMS.finditer(page.text):
            part = parts.get((path.parent / row["page"] if row["page"] else path, row["anchor"]))
            if part and "`" not in row["text"]:
                found.append(Message(plain(row["text"]), part, _causes(row["says"]), ""))
    return found


def _causes(cell: str) -> str:
    """What a table says of the causes, as a sentence that begins with `Possible causes`."""
    lead = "Possible causes" if ";" in cell or "," in cell else "A possible cause"
    first = cell[0].lower() if cell[1:2].islower() or cell[1:2] == " " else cell[0]
    return f"{lead}: {first}{cell[1:]}."


def _quoted(project: Project, shown: list[Message]) -> Iterator[Message]:
    """The messages that no example can raise, from their data file.

    One without a meaning of its own has that of the first message that its section shows, and its fix.
    """
    first = {message.section: (message.means, message.fix) for message in reversed(shown)}
    path = project.root / QUOTED
    parts = page_sections.by_address(project)
    text = read_if_there(path) or "[]"
    try:
        entries = json.loads(text)
    except ValueError as error:
        raise Problem(path, 0, f"is not JSON: {error}") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Problem(path, 0, "is not a list of entries")
    for entry in entries:
        if wrong := _wrong(entry, parts, first):
            start = text.find(json.dumps(entry.get("message"), ensure_ascii=False))
            raise Problem(path, text.count("\n", 0, start) + 1 if start >= 0 else 0, wrong)
        part = parts[entry["section"]]
        means, fix = (entry["means"], entry["fix"]) if "means" in entry else first[part]
        yield Message(entry["message"], part, means, fix, [entry["versions"]], entry["source"])


def _wrong(entry: dict[str, str], parts: Mapping[str, Section], first: Collection[Section]) -> str:
    """What an entry of the data file lacks, or ""."""
    needed = ["message", "section", "source", "versions", *(["fix"] if "means" in entry else [])]
    named = f"the entry of {entry.get('message')!r}"
    if lacks := [key for key in needed if key not in entry]:
        return f"{named} lacks {', '.join(lacks)}"
    if entry["section"] not in parts:
        return f"{named} leads to no section: {entry['section']}"
    if "means" not in entry and parts[entry["section"]] not in first:
        return f"{named} needs means and fix: no message is shown in {entry['section']}"
    return ""
