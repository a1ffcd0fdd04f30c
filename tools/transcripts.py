"""Records what the snippets and the notebooks print, and checks that they still print it.

    python -m tools.transcripts check  [--only PART-OF-A-PATH] [--any-torch]
    python -m tools.transcripts record [--only PART-OF-A-PATH]

A transcript, `x.out` beside `x.py`, carries a seal over the snippet, its data and its output, so that a change of either is seen
without a run. A check does not rely on it: it runs the snippet and compares every byte.
"""

import argparse
import contextlib
import dataclasses
import difflib
import hashlib
import importlib.metadata
import itertools
import os
import re
import sys
import time
from pathlib import Path

from tools import pages, snippets
from tools.runner import Runner
from tools.snippets import Problem


@dataclasses.dataclass
class Report:
    """What a check or a recording found: how many snippets ran, differ or were written, and every problem and diff."""

    ran: int = 0
    differ: int = 0
    written: int = 0
    problems: list = dataclasses.field(default_factory=list)
    diffs: list = dataclasses.field(default_factory=list)

    @property
    def ok(self):
        """Whether nothing is wrong."""
        return not self.problems and not self.differ

    def __str__(self):
        counts = f"{self.ran} snippets ran, {self.differ} differ from their transcripts, {len(self.problems)} problems"
        return "\n".join([*self.diffs, *map(str, self.problems), counts])


def render(snippet, outputs, figure=""):
    """The transcript of a snippet whose sections printed `outputs` and that saved `figure`."""
    body = "".join(
        f"# --8<-- [start:{section.name}]\n{outputs[section.name]}# --8<-- [end:{section.name}]\n"
        for section in snippet.sections
    )
    seal = hashlib.sha256("\0".join([snippet.inputs, body, *([figure] if figure else [])]).encode()).hexdigest()[:16]
    return f"# Written by `make record` from {snippet.path.name}, never by hand. Seal: {seal}\n{body}"


def recorded(snippet):
    """The text of a snippet's transcript, or "" if it has none."""
    return snippets.read_text(snippet.transcript) if snippet.transcript.exists() else ""


def recorded_figure(snippet):
    """The text of a snippet's recorded figure, or "" if it has none."""
    return snippets.read_text(snippet.figure) if snippet.figure.exists() else ""


def sections(snippet, text):
    """Each section's output in the text of a transcript; {} unless its seal holds for this very snippet and output."""
    found = dict(re.findall(r"^# --8<-- \[start:(.+)\]\n((?:.*\n)*?)# --8<-- \[end:\1\]$", text, re.MULTILINE))
    with contextlib.suppress(KeyError):
        return found if render(snippet, found, recorded_figure(snippet)) == text else {}
    return {}


def diff(snippet, path, old, new):
    """A unified diff from the recorded text at `path` to the new one, with the way to accept it; "" if they are equal."""
    if old == new:
        return ""
    accept = f"accept it with: make record only={snippet.name}"
    return f"{unified(path, old, new)}\n{os.path.relpath(path)}: is not what {snippet.path.name} makes; {accept}"


def unified(path, old, new):
    """The lines of a unified diff from the recorded text at `path` to the new one."""
    name = os.path.relpath(path)
    names = f"{name} (recorded)", f"{name} (now)"
    return "\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), *names, lineterm=""))


def differences(run):
    """The diffs from what is recorded to what a run has made; "" if there are none."""
    snippet = run.snippet
    diffs = [
        diff(snippet, snippet.transcript, recorded(snippet), render(snippet, run.outputs, run.figure)),
        diff(snippet, snippet.figure, recorded_figure(snippet), run.figure),
    ]
    return "\n".join(filter(None, diffs))


def refuse_other_torch(root):
    """Raise a Problem unless the installed torch is the one that requirements.txt pins."""
    path = Path(root, "requirements.txt")
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if pin := re.match(r"torch==([\w.]+)", line):
            this = importlib.metadata.version("torch").partition("+")[0]
            if this != pin[1]:
                raise Problem(path, number, f"recorded with torch {pin[1]}, this is {this}; pip install -r requirements.txt")
            return
    raise Problem(path, 0, "pins no torch; add a line torch==VERSION")


def _kernel():
    from tools import kernel  # takes half a second: only where there is a notebook

    return kernel


def read_notebooks(root, only=""):
    """Every notebook whose path under `docs/` contains `only`; a Problem for one that cannot be read."""
    return _kernel().read_all(root, only) if snippets.find_notebooks(root, only) else []


def check(root, only="", runner=None, progress=False, any_torch=False):
    """Run every snippet and notebook, compare it with its transcript, and hold the pages to their rules; a Report.

    With any torch but the one that requirements.txt pins it refuses to, unless `any_torch`.
    """
    report, outputs, figures = Report(), {}, {}
    try:
        if not any_torch:
            refuse_other_torch(root)
        read, report.problems = snippets.read_all(root)
        notebooks = read_notebooks(root, only)
        chosen = [read[path] for path in snippets.find(root, only, needed=not notebooks) if path in read]
        with contextlib.nullcontext(runner) if runner else Runner() as runner:
            for run in _runs(runner, chosen, notebooks, progress):
                report.ran += 1
                if run.problem:
                    report.problems.append(run.problem)
                    continue
                outputs[run.snippet.path] = run.outputs
                figures[run.snippet.path] = run.figure
                if diffs := differences(run):
                    report.differ += 1
                    report.diffs.append(diffs)
        for path in sorted([*Path(root, "snippets").rglob("*.*"), *Path(root, "docs").rglob("*.out")]):
            if path.suffix in (".out", ".svg") and not path.with_suffix(".py").exists():
                report.problems.append(Problem(path, 0, f"a transcript without its snippet {path.stem}.py; delete it"))
        report.problems.extend(pages.problems(Path(root), read, outputs, figures))
    except Problem as problem:
        report.problems.append(problem)
    report.problems.sort(key=lambda problem: (problem.path, problem.line))
    report.diffs.sort()
    return report


def record(root, only="", runner=None, progress=False):
    """Run snippets and notebooks and write the transcripts of those that end well, each in one step; a Report."""
    report = Report()
    try:
        refuse_other_torch(root)
        for path in [*Path(root, "snippets").rglob("*.new"), *Path(root, "docs").rglob("*.out.new")]:
            path.unlink()
        notebooks = read_notebooks(root, only)
        read, report.problems = snippets.read_all(root, only, needed=not notebooks)
        with contextlib.nullcontext(runner) if runner else Runner() as runner:
            for run in _runs(runner, read.values(), notebooks, progress):
                report.ran += 1
                if run.problem:
                    report.problems.append(run.problem)
                elif differences(run):
                    if run.figure:
                        write_at_once(run.snippet.figure, run.figure)
                    else:
                        run.snippet.figure.unlink(missing_ok=True)
                    write_at_once(run.snippet.transcript, render(run.snippet, run.outputs, run.figure))
                    report.written += 1
    except Problem as problem:
        report.problems.append(problem)
    return report


def write_at_once(path, text):
    """Write a file in one step, so that it is never half-written."""
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8", newline="\n")
    new.replace(path)


def _runs(runner, read, notebooks, progress):
    start, total = time.monotonic(), len(read) + len(notebooks)
    runs = itertools.chain(runner.run(read), _kernel().start(notebooks) if notebooks else [])
    for number, run in enumerate(runs, 1):
        if progress and time.monotonic() - start > 1:
            print(f"\r{number} of {total} snippets", end="" if number < total else "\n", file=sys.stderr, flush=True)
        yield run


def main():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.transcripts", description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=["check", "record"])
    chosen = "only those whose path below snippets/ or docs/ contains PART"
    parser.add_argument("--only", default="", metavar="PART", help=chosen)
    parser.add_argument("--any-torch", action="store_true", help="check even if this is not the torch of requirements.txt")
    arguments = parser.parse_args()
    if arguments.any_torch and arguments.command == "record":
        parser.error("transcripts are recorded with the torch of requirements.txt only; change the pin there first")
    progress = sys.stderr.isatty()
    try:
        if arguments.command == "record":
            report = record(Path.cwd(), arguments.only, progress=progress)
        else:
            report = check(Path.cwd(), arguments.only, progress=progress, any_torch=arguments.any_torch)
    except KeyboardInterrupt:
        sys.exit("stopped; every transcript is as it was or new and whole")
    if arguments.command == "record":
        print("\n".join([*map(str, report.problems), f"{report.written} transcripts written, {report.ran} snippets ran"]))
    else:
        print(report)
    sys.exit(0 if report.ok else 1)


if __name__ == "__main__":
    main()
