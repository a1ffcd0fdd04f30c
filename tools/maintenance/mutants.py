"""Changes one digit that a reader sees, runs the tests that can see it, and counts how many changes are caught.

    python -m tools.maintenance.mutants [-n 200] [--seed 0]

It works in copies of the project, as many as there are cores, and picks the kind of place first (prose, formula,
snippet, …), so that rare kinds get their share. An interrupted run with the same seed goes on where it stopped, as long
as no file has changed.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tools.examples.files import read_text
from tools.examples.snippets import DATA
from tools.maintenance.visible_digits import Places, places
from tools.pages import articles, notebook_page  # noqa: F401  loaded once, before the forks

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
SEAL = "tests/content/test_seals.py::test_the_seal_holds[{}]"
RECORD = "tests/content/test_records.py::test_what_a_page_asserts_is_shown_and_as_recorded[{}]"
ONE_PROCESS = ["-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:xdist", "--import-mode=importlib", "-q", "-x"]
PASSED, FAILED = 0, 1  # exit statuses of pytest
LEAST = 0.99  # the share that must be caught
PER_COPY = 4  # a copy of the project takes as long to make as this many mutants to run

Statuses = dict[int, int]  # the exit status of pytest by the number of the mutant


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One digit, at an offset in a file below the project's root, replaced by another; what kind of place it is in."""

    kind: str
    path: str
    at: int
    new: str

    def __str__(self) -> str:
        text = read_text(Path(self.path))
        number = text.count("\n", 0, self.at)
        line, column = text.split("\n")[number], self.at - text.rfind("\n", 0, self.at) - 1
        before, after = line[:column], line[column + 1 :]
        change = f"[{line[column]} -> {self.new}]"
        return f"{self.path}:{number + 1}: {self.kind}: …{before[-40:]}{change}{after[:40]}…"

    @property
    def tests(self) -> list[str]:
        """The smallest set of tests that can see it, as arguments of pytest."""
        path = Path(self.path)
        if path.parts[0] != "docs":
            return [SEAL.format(script.as_posix()) for script in _scripts_of(path)]
        record = RECORD.format(path.relative_to("docs").as_posix())
        return [record] if path.suffix == ".md" else [SEAL.format(path.as_posix()), record]


def _scripts_of(path: Path) -> list[Path]:
    """The scripts whose seals cover a file below `snippets/`: those beside data, else its own script or notebook."""
    if path.suffix in DATA:
        return sorted(path.parent.glob("*.py"))
    script = path.with_suffix(".py")
    notebook = Path("docs", *path.parts[1:-1]).with_suffix(".py")
    return [script if script.exists() else notebook]


def choose(found: Places, count: int, seed: int) -> list[Mutant]:
    """`count` Mutants, or all there are: a kind at random, then one of its digits, then another digit."""
    chance = random.Random(seed)
    chosen: dict[tuple[str, int], Mutant] = {}
    kinds = sorted(kind for kind in found if found[kind])
    while len(chosen) < min(count, sum(map(len, found.values()))):
        kind = chance.choice(kinds)
        path, at = chance.choice(found[kind])
        if (path, at) not in chosen:
            old = read_text(Path(path))[at]
            new = chance.choice([digit for digit in "0123456789" if digit != old])
            chosen[path, at] = Mutant(kind, path, at, new)
    return list(chosen.values())


class Record:
    """The statuses found so far with this seed, in a file in `.cache/`; void once a file of the project changes."""

    def __init__(self, root: Path, seed: int) -> None:
        digest = hashlib.sha256()
        for path in _files(root):
            digest.update(path.read_bytes())
        self.path = Path(root, ".cache", f"mutants-{digest.hexdigest()[:12]}-{seed}.jsonl")

    def read(self, count: int) -> Statuses:
        """The statuses of the first `count` mutants, as far as they are known."""
        lines = read_text(self.path).splitlines() if self.path.exists() else []
        statuses: Statuses = dict(map(json.loads, lines))
        return {number: status for number, status in statuses.items() if number < count}

    def add(self, number: int, status: int) -> None:
        """Note the status of one mutant."""
        self.path.parent.mkdir(exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([number, status]) + "\n")


def _files(root: Path) -> Iterator[Path]:
    """Every file on which the tests depend, in a fixed order."""
    for name in NEEDED:
        for path in sorted([root / name, *(root / name).rglob("*")]):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def run(mutants: Sequence[Mutant], record: Record) -> Statuses:
    """Plant the Mutants that the record does not know, each alone, and run their tests; the statuses of all."""
    statuses = record.read(len(mutants))
    waiting = [number for number in range(len(mutants)) if number not in statuses]
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder, _workers(Path(folder), len(waiting)) as workers:
        every_test = sorted({test for mutant in mutants for test in mutant.tests})
        if waiting and workers.submit(run_tests, every_test).result() != PASSED:
            sys.exit("the tests fail before anything is changed; make test")
        numbers = {workers.submit(try_out, mutants[number]): number for number in waiting}
        try:
            for future in concurrent.futures.as_completed(numbers):
                statuses[numbers[future]] = future.result()
                record.add(numbers[future], future.result())
                print(f"\r{len(statuses)} of {len(mutants)} mutants", end="", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            workers.shutdown(cancel_futures=True)
            sys.exit(f"\nstopped; the same command goes on with mutant {len(statuses) + 1}")
    print(file=sys.stderr)
    return statuses


def _workers(folder: Path, count: int) -> concurrent.futures.ProcessPoolExecutor:
    """Processes for `count` mutants, each in a copy of the project of its own below `folder`."""
    most = -(-count // PER_COPY)
    return concurrent.futures.ProcessPoolExecutor(
        max_workers=max(1, min(os.cpu_count() or 1, most)),
        mp_context=multiprocessing.get_context("fork"),
        initializer=move_to_copy,
        initargs=(Path.cwd(), folder),
    )


def move_to_copy(root: Path, folder: Path) -> None:
    """Work in a new copy of the project from now on, with all loaded that its tests need."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    copy = folder / str(os.getpid())
    copy.mkdir()
    for name in NEEDED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / name, copy)
    os.chdir(copy)
    sys.path[:] = [str(copy), *[each for each in sys.path if Path(each or root).resolve() != root.resolve()]]
    articles.load_site(copy)


def try_out(mutant: Mutant) -> int:
    """Plant a Mutant in this copy, run its tests and undo it; the exit status of pytest."""
    path = Path(mutant.path)
    text = read_text(path)
    path.write_text(text[: mutant.at] + mutant.new + text[mutant.at + 1 :], encoding="utf-8")
    status = run_tests(mutant.tests)
    path.write_text(text, encoding="utf-8")
    return status


def run_tests(tests: Sequence[str]) -> int:
    """Run pytest in a fork of this process, silently; its exit status."""
    process = os.fork()
    if process == 0:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        os._exit(int(pytest.main([*ONE_PROCESS, *tests])))
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def not_run(mutants: Sequence[Mutant], statuses: Mapping[int, int]) -> list[str]:
    """The mutants whose tests pytest could not run, in words."""
    return [str(mutants[number]) for number, status in statuses.items() if status not in (PASSED, FAILED)]


def report(mutants: Sequence[Mutant], statuses: Mapping[int, int]) -> bool:
    """Print the share that was caught, by kind, and every survivor; whether enough were caught."""
    kinds = collections.defaultdict(list)
    for number, status in statuses.items():
        kinds[mutants[number].kind].append(status)
    for kind, of_kind in sorted(kinds.items()):
        print(f"{kind:12} {_caught(of_kind):4} of {len(of_kind):4}")
    for number, status in sorted(statuses.items()):
        if status == PASSED:
            print(f"survived: {mutants[number]}")
    caught = _caught(statuses.values())
    print(f"{caught} of {len(statuses)} caught")
    return caught >= LEAST * len(statuses)


def _caught(statuses: Collection[int]) -> int:
    return sum(status == FAILED for status in statuses)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.maintenance.mutants",
        description="Change one digit that a reader sees, run the tests that can see it, and count what is caught.",
    )
    parser.add_argument("-n", type=int, default=200, help="how many digits to change, one at a time (200)")
    parser.add_argument("--seed", type=int, default=0, help="chooses them (0)")
    options, root = parser.parse_args(), Path.cwd()
    if not hasattr(os, "fork"):
        sys.exit("this needs os.fork, which this system lacks; use Linux or macOS")
    mutants = choose(places(root), options.n, options.seed)
    statuses = run(mutants, Record(root, options.seed))
    if broken := not_run(mutants, statuses):
        sys.exit("\n".join(["the tests of these did not run:", *broken]))
    sys.exit(0 if report(mutants, statuses) else 1)


if __name__ == "__main__":
    main()
