"""Records what the snippets print, and checks that they still print it.

    python -m tools.transcripts check  [--only PART-OF-A-PATH]
    python -m tools.transcripts record [--only PART-OF-A-PATH]

A transcript, `x.out` beside `x.py`, carries a seal over the snippet and its output, so that a change of either is seen
without a run. A check does not rely on it: it runs the snippet and compares every byte.
"""

import argparse
import contextlib
import dataclasses
import difflib
import hashlib
import importlib.metadata
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


def render(snippet, outputs):
    """The transcript of a snippet whose sections printed `outputs`."""
    body = "".join(
        f"# --8<-- [start:{section.name}]\n{outputs[section.name]}# --8<-- [end:{section.name}]\n"
        for section in snippet.sections
    )
    seal = hashlib.sha256(f"{snippet.text}\0{body}".encode()).hexdigest()[:16]
    return f"# Written by `make record` from {snippet.path.name}, never by hand. Seal: {seal}\n{body}"


def recorded(snippet):
    """The text of a snippet's transcript, or "" if it has none."""
    return snippets.read_text(snippet.transcript) if snippet.transcript.exists() else ""


def sections(snippet, text):
    """Each section's output in the text of a transcript; {} unless its seal holds for this very snippet and output."""
    found = dict(re.findall(r"^# --8<-- \[start:(.+)\]\n((?:.*\n)*?)# --8<-- \[end:\1\]$", text, re.MULTILINE))
    with contextlib.suppress(KeyError):
        return found if render(snippet, found) == text else {}
    return {}


def diff(snippet, old, new):
    """A unified diff from the recorded text to the new one, with the way to accept it."""
    name = os.path.relpath(snippet.transcript)
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"{name} (recorded)", f"{name} (now)", lineterm="")
    accept = f"accept it with: make record only={snippet.name}"
    return "\n".join([*lines, f"{name}: is not what {snippet.path.name} prints; {accept}"])


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


def check(root, only="", runner=None, progress=False):
    """Run every snippet, compare it with its transcript, and hold the pages to their rules; return a Report."""
    report, outputs = Report(), {}
    try:
        refuse_other_torch(root)
        read, report.problems = snippets.read_all(root)
        chosen = [read[path] for path in snippets.find(root, only) if path in read]
        with contextlib.nullcontext(runner) if runner else Runner() as runner:
            for run in _counted(runner.run(chosen), len(chosen), progress):
                report.ran += 1
                if run.problem:
                    report.problems.append(run.problem)
                    continue
                outputs[run.snippet.path] = run.outputs
                old, new = recorded(run.snippet), render(run.snippet, run.outputs)
                if old != new:
                    report.differ += 1
                    report.diffs.append(diff(run.snippet, old, new))
        for path in sorted(Path(root, "snippets").rglob("*.out")):
            if not path.with_suffix(".py").exists():
                report.problems.append(Problem(path, 0, f"a transcript without its snippet {path.stem}.py; delete it"))
        report.problems.extend(pages.problems(Path(root), read, outputs))
    except Problem as problem:
        report.problems.append(problem)
    report.problems.sort(key=lambda problem: (problem.path, problem.line))
    report.diffs.sort()
    return report


def record(root, only="", runner=None, progress=False):
    """Run snippets and write the transcripts of those that end well, each in one step; return a Report."""
    report = Report()
    try:
        refuse_other_torch(root)
        for path in Path(root, "snippets").rglob("*.out.new"):
            path.unlink()
        read, report.problems = snippets.read_all(root, only)
        with contextlib.nullcontext(runner) if runner else Runner() as runner:
            for run in _counted(runner.run(read.values()), len(read), progress):
                report.ran += 1
                new = render(run.snippet, run.outputs)
                if run.problem:
                    report.problems.append(run.problem)
                elif recorded(run.snippet) != new:
                    path = run.snippet.transcript.with_suffix(".out.new")
                    path.write_text(new, encoding="utf-8", newline="\n")
                    path.replace(run.snippet.transcript)
                    report.written += 1
    except Problem as problem:
        report.problems.append(problem)
    return report


def _counted(runs, total, progress):
    start = time.monotonic()
    for number, run in enumerate(runs, 1):
        if progress and time.monotonic() - start > 1:
            print(f"\r{number} of {total} snippets", end="" if number < total else "\n", file=sys.stderr, flush=True)
        yield run


def main():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.transcripts", description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=["check", "record"])
    parser.add_argument("--only", default="", metavar="PART", help="only snippets whose path under snippets/ contains PART")
    arguments = parser.parse_args()
    work = {"check": check, "record": record}[arguments.command]
    try:
        report = work(Path.cwd(), arguments.only, progress=sys.stderr.isatty())
    except KeyboardInterrupt:
        sys.exit("stopped; every transcript is as it was or new and whole")
    if arguments.command == "record":
        print("\n".join([*map(str, report.problems), f"{report.written} transcripts written, {report.ran} snippets ran"]))
    else:
        print(report)
    sys.exit(0 if report.ok else 1)


if __name__ == "__main__":
    main()
