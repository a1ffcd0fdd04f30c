"""Pastes all Python blocks of a page, from top to bottom, into one interpreter, as a reader may.

pytest-markdown-docs collects the pages. `Parser` gives it the blocks of a page as one test, and `PastingRunner` runs
it. The blocks become one snippet, with a section for each, named after the line on which it begins.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from markdown_it.token import Token
from pytest_markdown_docs.definitions import FenceTestDefinition

from tests.support.gate import first_difference, refuse
from tests.support.pages import found
from tests.support.project import ROOT
from tools.examples import sections, snippets
from tools.examples.files import Problem, read_if_there
from tools.examples.runner import Runner
from tools.examples.snippets import DATA, Snippet
from tools.pages import fences, include_rules, project
from tools.pages.fences import Fence
from tools.pages.includes import INCLUDE


class Parser:
    """What pytest-markdown-docs takes for a Markdown parser: of a page, it finds one fence with all Python blocks."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root

    def parse(self, src: str) -> list[Token]:
        """The Python blocks of a page as one token, their includes expanded; none if the page has no such block."""
        blocks = python_blocks(src)
        if not blocks:
            return []
        code = "".join(sections.write(f"line-{block.line}", self._code(block)) for block in blocks)
        span = [blocks[0].line - 1, blocks[-1].line + len(blocks[-1].lines) + 1]
        return [Token("fence", "", 0, content=code, info="python fixture:runner", map=span)]

    def _code(self, block: Fence) -> str:
        return "".join(self._expanded(line) + "\n" for line in block.lines)

    def _expanded(self, line: str) -> str:
        """The line, or the section that it includes; an include of what is not there stays, and is refused later."""
        include = INCLUDE.fullmatch(line)
        if not include:
            return line
        text = read_if_there(Path(self.root, "snippets", include["file"] + include["end"]))
        return sections.texts(text).get(include["section"], line).strip("\n")


class PastingRunner:
    """Runs the blocks that Parser has found; register it with pytest-markdown-docs as the default."""

    def runtest(self, test: FenceTestDefinition, args: Mapping[str, Any]) -> None:
        """Fail with a line for each block that does not print what its page shows."""
        refuse(problems(ROOT, test.source_path, test.source.lstrip("\n"), args["runner"]))

    def repr_failure(self, test: FenceTestDefinition, excinfo: pytest.ExceptionInfo[BaseException], style=None) -> str:
        """The lines of `runtest`; of any other exception, the traceback."""
        return str(excinfo.value if excinfo.errisinstance(pytest.fail.Exception) else excinfo.getrepr())


def python_blocks(page: str) -> list[Fence]:
    """The Python blocks of a page's text."""
    return [fence for fence in fences.read(page) if fence.language == "python"]


def problems(root: Path, page: Path, code: str, runner: Runner) -> Iterator[Problem]:
    """A Problem at the line of each block of a page that raises or does not print what is recorded of its sections."""
    here = found() if root == ROOT else project.read(root)
    broken = list(include_rules.unrendered(here, here.pages[page]))
    yield from broken or _problems_of_run(root, page, code, runner)


def _problems_of_run(root: Path, page: Path, code: str, runner: Runner) -> Iterator[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        for path in snippets.mirror(page, root).rglob("*"):
            if path.suffix in DATA:
                shutil.copy(path, folder)
        pasted = Path(folder, "pasted.py")
        pasted.write_text(code, encoding="utf-8")
        snippet = Snippet(pasted, code, sections.read(pasted, code), snippets.read_data(Path(folder)))
        [run] = runner.run([snippet])
    if run.problem:
        [at] = [section.name for section in snippet.sections if section.first <= run.problem.line <= section.last]
        yield Problem(page, _line(at), f"pasted below the blocks above it, this block {run.problem.text}")
        return
    for block in python_blocks(page.read_text(encoding="utf-8")):
        _, difference = first_difference(run.outputs[f"line-{block.line}"], _recorded(root, block))
        if difference:
            yield Problem(page, block.line, f"pasted below the blocks above it, this block {difference}")


def _line(section: str) -> int:
    return int(section.removeprefix("line-"))


def _recorded(root: Path, block: Fence) -> str:
    """What the transcripts say that the sections in a block print."""
    outputs = []
    for include in block.includes:
        transcript = Path(root, "snippets", include["file"]).with_suffix(".out")
        outputs.append(sections.texts(read_if_there(transcript)).get(include["section"], ""))
    return "".join(outputs)
