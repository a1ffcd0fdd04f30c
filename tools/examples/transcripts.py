"""A transcript, `x.out` beside `x.py`: what each section printed, sealed.

Its first line carries a seal over the script, its data, its figure and its output, so that a change of any of them is
seen without a run. A check does not rely on it: it runs the snippet and compares every byte.
"""

import difflib
import hashlib
import os
import re
from pathlib import Path

from tools.examples import sections
from tools.examples.files import Problem
from tools.examples.runner import Run
from tools.examples.snippets import Snippet

SEAL = re.compile(r"\A.* Seal: (\w+)$", re.MULTILINE)


def render(snippet: Snippet, outputs: dict[str, str], figure: str = "") -> str:
    """The transcript of a snippet whose sections printed `outputs` and that saved `figure`."""
    body = "".join(sections.write(section.name, outputs[section.name]) for section in snippet.sections)
    sealed = [snippet.inputs, body, *([figure] if figure else [])]
    digest = hashlib.sha256("\0".join(sealed).encode()).hexdigest()[:16]
    return f"# Written by `make record` from {snippet.path.name}, never by hand. Seal: {digest}\n{body}"


def seal(snippet: Snippet) -> str:
    """The seal that the recorded transcript of a snippet carries, or "" if it has none."""
    found = SEAL.search(snippet.recorded)
    return found[1] if found else ""


def recorded_outputs(snippet: Snippet) -> dict[str, str]:
    """What is recorded of each section; {} unless the transcript's seal holds for snippet, figure and output."""
    text = snippet.recorded
    found = sections.texts(text)
    if found.keys() != {section.name for section in snippet.sections}:
        return {}
    return found if render(snippet, found, snippet.recorded_figure) == text else {}


def needed_outputs(snippet: Snippet) -> dict[str, str]:
    """What is recorded of each section; raises a Problem if the record is not of the present text."""
    outputs = recorded_outputs(snippet)
    if not outputs:
        raise Problem(snippet.path, 0, f"is not as recorded: make record only={snippet.name}")
    return outputs


def unified_diff(path: Path, old: str, new: str) -> str:
    """The lines of a unified diff from the recorded text at `path` to the new one."""
    name = os.path.relpath(path)
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"{name} (recorded)", f"{name} (now)", lineterm="")
    return "\n".join(lines)


def differences(run: Run) -> str:
    """The diffs from what is recorded to what a run has made, each with the way to accept it; "" if there are none."""
    snippet = run.snippet
    diffs = [
        _diff(snippet, snippet.transcript, snippet.recorded, render(snippet, run.outputs, run.figure)),
        _diff(snippet, snippet.figure, snippet.recorded_figure, run.figure),
    ]
    return "\n".join(filter(None, diffs))


def _diff(snippet: Snippet, path: Path, old: str, new: str) -> str:
    if old == new:
        return ""
    accept = f"accept it with: make record only={snippet.name}"
    return f"{unified_diff(path, old, new)}\n{os.path.relpath(path)}: is not what {snippet.path.name} makes; {accept}"
