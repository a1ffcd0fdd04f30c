"""Changes one digit that a reader sees, runs the tests that can see it, and counts how many changes are caught.

    python -m tools.maintenance.mutants [-n 200] [--seed 0]

It works in copies of the project, as many as there are cores, and picks the kind of place first (prose, formula, snippet, …), so
that rare kinds get their share. An interrupted run with the same seed goes on where it stopped, as long as no file has changed.
"""

import argparse
import collections
import dataclasses
import hashlib
import json
import multiprocessing
import os
import random
import re
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from tools.examples import recording, snippets

NEEDED = [
    "conftest.py",
    "docs",
    "mkdocs.yml",
    "overrides",
    "pyproject.toml",
    "requirements.txt",
    "snippets",
    "tests",
    "tools",
]
DIGIT = re.compile(r"\d")
SPOKEN = re.compile(r'(?:aria-label|alt|title)="([^"]*)"')
UNSEEN = re.compile(  # what a reader of a page does not see, or what is no number: the order of a list
    r"\]\([^)]*\)|<[^>]*>|(?<=[^ ])\{[^}]*\}|https?://\S+|^\s*\d+\. |^\s*[-+]+8<.*", re.MULTILINE
)


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One digit, at an offset in a file below the project's root, replaced by another; what kind of place it is in."""

    kind: str
    path: str
    at: int
    new: str

    def __str__(self):
        text = Path(self.path).read_text(encoding="utf-8")
        start, end = text.rfind("\n", 0, self.at) + 1, text.find("\n", self.at)
        line, column = text[start:end], self.at - start
        around = f"{line[max(column - 40, 0) : column]}[{text[self.at]} -> {self.new}]{line[column + 1 : column + 40]}"
        return f"{self.path}:{text.count(chr(10), 0, self.at) + 1}: {self.kind}: …{around}…"


def places(root):
    """The offsets of all digits that a reader sees, by kind of place and file: {kind: [(path, offset), …]}."""
    found = collections.defaultdict(list)

    def add(kind, path, text, start=0, end=None):
        spans = [match.start() for match in DIGIT.finditer(text, start, len(text) if end is None else end)]
        found[kind] += [(path.relative_to(root).as_posix(), at) for at in spans]

    for page in sorted(Path(root, "docs").rglob("*.md")):
        _of_page(page, page.read_text(encoding="utf-8"), add)
    for page in recording.find_notebooks(root):
        text = page.read_text(encoding="utf-8")
        for cell in re.finditer(r"^# %%(.*)\n((?:(?!# %%).*\n)*)", text, re.MULTILINE):
            if "markdown" in cell[1]:
                hidden = [span.span() for span in UNSEEN.finditer(text, cell.start(2), cell.end(2))]
                found["notebook"] += [
                    (page.relative_to(root).as_posix(), match.start())
                    for match in DIGIT.finditer(text, cell.start(2), cell.end(2))
                    if not any(start <= match.start() < end for start, end in hidden)
                ]
            else:
                add("notebook", page, text, cell.start(2), cell.end(2))
    for path in sorted(Path(root, "snippets").rglob("*.*")):
        text = path.read_text(encoding="utf-8") if path.suffix in {".py", ".out", ".svg", *snippets.DATA} else ""
        if path.suffix in (".py", ".out"):
            kind = "snippet" if path.suffix == ".py" else "transcript"
            for section in re.finditer(r"^# --8<-- \[start:.*\n((?:.*\n)*?)(?=# --8<-- \[end:)", text, re.MULTILINE):
                add(kind, path, text, section.start(1), section.end(1))
        elif path.suffix == ".svg":
            for label in re.finditer(r"<text[^>]*>([^<]*)", text):
                add("figure", path, text, label.start(1), label.end(1))
            for curve in re.finditer(r' d="([^"]*)"', text):
                add("curve", path, text, curve.start(1), curve.end(1))
        elif text:
            add("data", path, text)
    return found


def _of_page(page, text, add):
    head = re.match(r"---\n(?:.*\n)*?---\n", text)
    begin = head.end() if head else 0
    if head and (about := re.search(r"^description: .*", head[0], re.MULTILINE)):
        add("description", page, text, *about.span())
    for spoken in SPOKEN.finditer(text, begin):
        add("caption", page, text, *spoken.span(1))
    seen = " " * begin + re.sub(r"^ *(```+).*\n(?:.*\n)*?^ *\1 *$", blank_lines, text[begin:], flags=re.MULTILINE)
    for formula in re.finditer(r"\$\$[^$]+\$\$|\$[^$\n]+\$", seen):
        add("formula", page, seen, *formula.span())
    seen = re.sub(r"\$\$[^$]+\$\$|\$[^$\n]+\$", blank_lines, seen)
    for caption in re.finditer(r"<figcaption>[^$]*?</figcaption>", seen):
        add("caption", page, UNSEEN.sub(blank_lines, seen[: caption.end()]), caption.start(), caption.end())
    seen = UNSEEN.sub(blank_lines, re.sub(r"<figcaption>[^$]*?</figcaption>", blank_lines, seen))
    for line in re.finditer(r".+", seen):
        kind = (
            "table" if line[0].lstrip().startswith("|") else "heading" if line[0].lstrip().startswith("#") else "prose"
        )
        add(kind, page, seen, *line.span())


def blank_lines(match):
    """As much white space as a match is long, its line ends kept."""
    return re.sub(r"[^\n]", " ", match[0])


def choose(found, count, seed):
    """`count` Mutants: a kind at random, then one of its digits, then another digit."""
    chance, chosen = random.Random(seed), {}
    kinds = sorted(kind for kind in found if found[kind])
    while len(chosen) < min(count, sum(map(len, found.values()))):
        kind = chance.choice(kinds)
        path, at = chance.choice(found[kind])
        if (path, at) not in chosen:
            old = Path(path).read_text(encoding="utf-8")[at]
            chosen[path, at] = Mutant(kind, path, at, chance.choice([digit for digit in "0123456789" if digit != old]))
    return list(chosen.values())


def tests_of(mutant):
    """The arguments that make pytest run the smallest set of tests that can see a mutant."""
    path = Path(mutant.path)
    if path.suffix == ".md":
        page = path.relative_to("docs").as_posix()
        return [f"tests/content/test_numbers.py::test_the_numbers_of_a_page_are_computed_and_as_recorded[{page}]"]
    if path.parts[0] == "docs":
        page = path
        prose = f"tests/content/test_numbers.py::test_the_numbers_of_a_page_are_computed_and_as_recorded[{page.relative_to('docs').as_posix()}]"
        return [f"tests/content/test_seals.py::test_the_seal_holds[{page.as_posix()}]", prose]
    if path.suffix == ".out" and not path.with_suffix(".py").exists():
        page = Path("docs", *path.parts[1:-1]).with_suffix(".py")
        return [f"tests/content/test_seals.py::test_the_seal_holds[{page.as_posix()}]"]
    if path.suffix in snippets.DATA:
        ends = sorted(Path(mutant.path).parent.glob("*.py"))
        return [f"tests/content/test_seals.py::test_the_seal_holds[{each.as_posix()}]" for each in ends]
    return [f"tests/content/test_seals.py::test_the_seal_holds[{path.with_suffix('.py').as_posix()}]"]


def quietly(arguments):
    """Run pytest in a fork of this process; whether a test failed."""
    process = os.fork()
    if process == 0:
        import pytest

        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        status = pytest.main(
            [
                "-o",
                "addopts=",
                "-p",
                "no:cacheprovider",
                "-p",
                "no:xdist",
                "--import-mode=importlib",
                "-q",
                "-x",
                *arguments,
            ]
        )
        os._exit(int(status))
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def work(root, mutants, todo, done):
    """In a copy of the project: plant each of the Mutants whose number comes, run its tests, report (number, exit status).

    The number is None if the tests of any fail in the unchanged copy already.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for name in NEEDED:
            path, ignore = Path(root, name), shutil.ignore_patterns("__pycache__", "*.pyc")
            shutil.copytree(path, Path(folder, name), ignore=ignore) if path.is_dir() else shutil.copy(path, folder)
        os.chdir(folder)
        sys.path[:] = [folder, *[each for each in sys.path if Path(each or ".").resolve() != Path(root).resolve()]]
        from tools.pages import articles, notebook_page  # noqa: F401  loaded here, they are loaded for every fork

        list(articles.render(Path(folder), only=[]))
        if quietly(sorted({test for mutant in mutants for test in tests_of(mutant)})):
            done.put((None, 1))
        for number in iter(todo.get, None):
            mutant = mutants[number]
            path = Path(mutant.path)
            text = path.read_text(encoding="utf-8")
            path.write_text(text[: mutant.at] + mutant.new + text[mutant.at + 1 :], encoding="utf-8")
            done.put((number, quietly(tests_of(mutant))))
            path.write_text(text, encoding="utf-8")
        os.chdir(root)


def main():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__.split("\n")[0])
    parser.add_argument("-n", type=int, default=200, help="how many digits to change, one at a time (200)")
    parser.add_argument("--seed", type=int, default=0, help="chooses them (0)")
    options, root = parser.parse_args(), Path.cwd()
    if not hasattr(os, "fork"):
        sys.exit("this needs os.fork, which this system lacks; use Linux or macOS")
    mutants = choose(places(root), options.n, options.seed)
    files = [path for name in NEEDED for path in sorted([root / name, *(root / name).rglob("*")]) if path.is_file()]
    contents = [path.read_bytes() for path in files if "__pycache__" not in path.parts]
    state = Path(".cache", f"mutants-{hashlib.sha256(b''.join(contents)).hexdigest()[:12]}-{options.seed}.jsonl")
    state.parent.mkdir(exist_ok=True)
    lines = map(json.loads, state.read_text().splitlines() if state.exists() else [])
    statuses = {number: status for number, status in lines if number < len(mutants)}
    waiting = [number for number in range(len(mutants)) if number not in statuses]
    context = multiprocessing.get_context("fork")
    todo, done = context.Queue(), context.Queue()
    workers = [
        context.Process(target=work, args=(root, mutants, todo, done))
        for _ in range(min(os.cpu_count(), -(-len(waiting) // 4)))
    ]
    for item in [*waiting, *[None] * len(workers)]:
        todo.put(item)
    for worker in workers:
        worker.start()
    try:
        for _ in waiting:
            number, status = done.get()
            if number is None:
                sys.exit("the tests fail before anything is changed; make test")
            statuses[number] = status
            with state.open("a") as file:
                file.write(json.dumps([number, status]) + "\n")
            print(f"\r{len(statuses)} of {len(mutants)} mutants", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
    except KeyboardInterrupt:
        sys.exit(f"\nstopped; the same command goes on with mutant {len(statuses) + 1}")
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()
    report(mutants, statuses)


def report(mutants, statuses):
    """Print the share that was caught, by kind, and every survivor; exit with 1 if fewer than 99 of 100 were."""
    if broken := [str(mutants[number]) for number, status in statuses.items() if status not in (0, 1)]:
        sys.exit("\n".join(["the tests of these did not run:", *broken]))
    kinds = collections.defaultdict(list)
    for number in statuses:
        kinds[mutants[number].kind].append(statuses[number] == 1)
    for kind, caught in sorted(kinds.items()):
        print(f"{kind:12} {sum(caught):4} of {len(caught):4}")
    for number, status in sorted(statuses.items()):
        if status == 0:
            print(f"survived: {mutants[number]}")
    caught = sum(status == 1 for status in statuses.values())
    print(f"{caught} of {len(statuses)} caught")
    sys.exit(caught < 0.99 * len(statuses))


if __name__ == "__main__":
    main()
