"""What the outputs on a page are with other versions of the library, from the records of `make versions`."""

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.examples import library, transcripts, versions
from tools.examples.sections import Section
from tools.examples.snippets import Snippet
from tools.examples.versions import Change, Difference
from tools.pages.project import Project

if TYPE_CHECKING:
    from tools.examples.notebooks import Notebook


@dataclasses.dataclass
class Block:
    """A section of an example that a page shows, or its output, as `end` says: ".py" or ".out".

    `text` is what the block shows; `variants` are what other versions print instead, with these versions, and `not_run`
    the versions with which the example has not been run since its last change.
    """

    end: str
    text: str
    variants: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    not_run: list[str] = dataclasses.field(default_factory=list)


def read(project: Project, page: Path) -> list[Block]:
    """The Blocks of a page, a Markdown file or a notebook, in order."""
    notebook = project.notebooks.get(page)
    return list(_blocks_of_notebook(project, notebook) if notebook else _blocks_of_page(project, page))


def _blocks_of_notebook(project: Project, notebook: "Notebook") -> Iterator[Block]:
    compared = _compare(project, notebook)
    for section, cell in notebook.code:
        yield Block(".py", cell.source)
        if section.name in compared:
            yield compared[section.name]


def _blocks_of_page(project: Project, page: Path) -> Iterator[Block]:
    compared: dict[Path, dict[str, Block]] = {}
    for include in project.pages[page].includes:
        snippet = project.snippets.get(include.snippet)
        if include.end == ".py":
            yield Block(".py", project.text(include))
        elif include.end == ".out" and include.section:
            if include.snippet not in compared:
                compared[include.snippet] = _compare(project, snippet) if snippet else {}
            edited = Block(".out", "", not_run=[record.version for record in project.records])
            yield compared[include.snippet].get(include.section, edited)


def _compare(project: Project, example: Snippet) -> dict[str, Block]:
    """The Block of each section that prints something."""
    printed = project.outputs(example)
    seal = transcripts.seal(example) if printed else ""
    sections = [section for section in example.sections if printed.get(section.name)]
    blocks = {section.name: Block(".out", printed[section.name]) for section in sections}
    for record in project.records if versions.is_concerned(example) else ():
        difference = record.difference(example.name, seal)
        concerned = [section for section in sections if difference and difference.line < section.last]
        for section in sections:
            block = blocks[section.name]
            if difference is None:
                block.not_run.append(record.version)
            elif variant := _variant(block, section, difference, section in concerned[:1]):
                block.variants.setdefault(variant, []).append(record.version)
    return blocks


def _variant(block: Block, section: Section, difference: Difference, is_here: bool) -> str:
    """What a section does differently; "" if nothing. `is_here` says that what is wrong belongs to it."""
    recorded = block.text.splitlines()
    change = difference.sections.get(section.name, Change(recorded, recorded))
    if change.printed is None and not is_here:
        return f"(not reached: an earlier line {difference.problem})"
    problem = [f"({difference.problem})"] if is_here and difference.problem else []
    return "\n".join([*(change.printed or []), *problem]) if change.printed != recorded or problem else ""


def describe(project: Project, blocks: Sequence[Block]) -> str:
    """By which version a page was run, and how its outputs are with the others; "" if it has no output."""
    outputs = [block for block in blocks if block.end == ".out"]
    if not outputs:
        return ""
    differ, not_run = defaultdict(list), defaultdict(list)
    for version in [record.version for record in project.records]:
        differ[sum(version in itertools.chain(*block.variants.values()) for block in outputs)].append(version)
        not_run[sum(version in block.not_run for block in outputs)].append(version)
    whole = not_run.pop(0, [])
    same = [version for version in differ.pop(0, []) if version in whole]
    said = [f"Run with {library.NAME} {library.pinned_version(project.root)}."]
    if same:
        said.append(f"The same output with {enumerate_words(same)}.")
    said += _counts("Outputs that differ", differ, len(outputs)) + _counts("Not yet run", not_run, len(outputs))
    return " ".join(said)


def _counts(label: str, versions_by_count: Mapping[int, list[str]], total: int) -> list[str]:
    found = [f"{count} of {total} with {enumerate_words(names)}" for count, names in versions_by_count.items()]
    return [f"{label}: {'; '.join(found)}."] if found else []


def enumerate_words(words: Sequence[str]) -> str:
    """The words as a list in a sentence: a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
