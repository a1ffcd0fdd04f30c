"""Makes one thing false that a reader sees, looks whether the checks of its file see it, and counts, kind by kind.

    python -m tools.maintenance.mutants [-n 1000] [--seed 0]

It works in copies of the project, as many as there are cores, and picks the kind first (a decimal in prose, a formula's
sign, a name, …), so that rare kinds get their share. For the text of a page it also tries what a careless author would
do next, and counts what `make record` would take without confirmation. What changes nothing on the page is no mutant.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import functools
import multiprocessing
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.examples import files, recording, snippets, transcripts
from tools.examples.files import Problem, read_text
from tools.examples.snippets import DATA
from tools.maintenance.places import Place, places
from tools.pages import articles, notebook_page, project, records  # noqa: F401  loaded once, before the forks
from tools.pages.project import Project

NEEDED = ["docs", "mkdocs.yml", "overrides", "requirements.txt", "snippets", "tools"]
LEAST = {"decimal": 0.99, "integer": 0.99, "formula": 0.99, "number word": 0.95, "name": 0.95, "label": 0.95}
MOST_TAKEN = {"decimal": 0.01, "integer": 0.05}

Look = tuple[bool, bool, str]  # whether a file is refused; whether `make record` takes it so; what is seen of it


@dataclasses.dataclass(frozen=True)
class Mutant:
    """A Place of some kind, and the text that is put there instead."""

    kind: str
    place: Place
    new: str

    def __str__(self) -> str:
        text, at = read_text(Path(self.place.path)), self.place.at
        line, end = text.count("\n", 0, at) + 1, at + len(self.place.old)
        before, after = text[:at].rpartition("\n")[2][-40:], text[end:].partition("\n")[0][:40]
        return f"{self.place.path}:{line}: {self.kind}: …{before}[{self.place.old} -> {self.new}]{after}…"


class Outcome(NamedTuple):
    """Whether a Mutant changes what is seen, is caught, and is taken by `make record` without confirmation."""

    is_seen: bool
    is_caught: bool
    is_taken: bool


def choose(found: dict[str, list[Place]], count: int, seed: int) -> list[Mutant]:
    """`count` Mutants, or all places there are: a kind at random, then one of its places, then another text."""
    chance = random.Random(seed)
    chosen: dict[tuple[str, str, int], Mutant] = {}
    left = {kind: chance.sample(found[kind], min(count, len(found[kind]))) for kind in sorted(found)}
    while len(chosen) < count and (kinds := [kind for kind in left if left[kind]]):
        kind = chance.choice(kinds)
        place = left[kind].pop()
        chosen[kind, place.path, place.at] = Mutant(kind, place, chance.choice([*place.others]))
    return list(chosen.values())


def run(mutants: Sequence[Mutant]) -> list[Outcome]:
    """Plant the Mutants, each alone; their Outcomes."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder, _workers(Path(folder), len(mutants)) as workers:
        outcomes = []
        try:
            for outcome in workers.map(try_out, mutants, chunksize=4):
                outcomes.append(outcome)
                if sys.stderr.isatty():
                    print(f"\r{len(outcomes)} of {len(mutants)}", end="", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            workers.shutdown(cancel_futures=True)
            sys.exit("\nstopped")
    return outcomes


def _workers(folder: Path, count: int) -> concurrent.futures.ProcessPoolExecutor:
    """Processes for `count` mutants, each in a copy of the project of its own below `folder`."""
    return concurrent.futures.ProcessPoolExecutor(
        max_workers=max(1, min(os.cpu_count() or 1, count)),
        mp_context=multiprocessing.get_context("fork"),
        initializer=move_to_copy,
        initargs=(Path.cwd(), folder),
    )


def move_to_copy(root: Path, folder: Path) -> None:
    """Work in a new copy of the project from now on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    copy = folder / str(os.getpid())
    files.copy(root, copy, NEEDED)
    os.chdir(copy)


@functools.cache
def _found(root: Path) -> Project:
    return project.read(root)


def try_out(mutant: Mutant) -> Outcome:
    """Plant a Mutant in the project of the working directory, look at its file, and undo it."""
    path, place = Path.cwd() / mutant.place.path, mutant.place
    look = _look_at_page if place.path.startswith("docs/") else _look_at_seals
    text = read_text(path)
    before = _before(look, path)
    path.write_text(text[: place.at] + mutant.new + text[place.at + len(place.old) :], encoding="utf-8")
    try:
        refused, is_taken, seen = look(path)
    finally:
        path.write_text(text, encoding="utf-8")
    return Outcome(refused or seen != before, refused, is_taken and (refused or seen != before))


@functools.cache
def _before(look: Callable[[Path], Look], path: Path) -> str:
    """What is seen of a file before it is changed."""
    refused, _, seen = look(path)
    if refused:
        raise Problem(path, 0, "is refused before anything is changed; make test")
    return seen


def _look_at_page(path: Path) -> Look:
    """Look as tests/content/test_records.py does, and as `make record` would."""
    found = _found(Path.cwd())
    found.pages[path] = project.read_page(found.root, path)
    try:
        if path in found.notebooks:
            found.notebooks[path] = recording.read_notebook(path, found.root)
        article = articles.render_one(found, path)
    except Problem:
        return True, False, ""
    audited = records.audit(found, article)
    is_taken = not audited.problems and not any(audited.doubts())
    return bool(records.compare(audited)), is_taken, f"{article.html}{article.meta}"


def _look_at_seals(path: Path) -> Look:
    """Look as tests/content/test_seals.py does, at the scripts whose seals cover a file below `snippets/`."""
    script, found = path.with_suffix(".py"), _found(Path.cwd())
    if path.suffix in DATA:
        scripts = [snippets.read(each) for each in sorted(path.parent.glob("*.py"))]
    elif script.exists():
        scripts = [snippets.read(script)]
    else:
        notebook = next(page for page in found.notebooks if snippets.mirror(page, found.root) == path.parent)
        scripts = [recording.read_notebook(notebook, found.root)]
    return not all(map(transcripts.recorded_outputs, scripts)), False, read_text(path)


def report(mutants: Sequence[Mutant], outcomes: Sequence[Outcome]) -> bool:
    """Print how many were caught, and how many taken, by kind, and every survivor; whether the shares suffice."""
    of_kind = collections.defaultdict(list)
    for mutant, outcome in zip(mutants, outcomes, strict=True):
        if outcome.is_seen:
            for kind in {mutant.kind, mutant.kind.partition(":")[0], "all"}:
                of_kind[kind].append(outcome)
            if not outcome.is_caught:
                print(f"survived: {mutant}")
            elif outcome.is_taken and mutant.kind.partition(":")[0] in MOST_TAKEN:
                print(f"taken: {mutant}")
    print(f"{'kind':22} planted  caught  after record taken without confirmation")
    for kind, counted in sorted(of_kind.items()):
        print(f"{kind:22} {len(counted):7} {_share(counted, 'is_caught'):7.1%} {_share(counted, 'is_taken'):7.1%}")
    enough = [_share(of_kind[kind], "is_caught") >= least for kind, least in LEAST.items() if kind in of_kind]
    few = [_share(of_kind[kind], "is_taken") <= most for kind, most in MOST_TAKEN.items() if kind in of_kind]
    return all(enough + few)


def _share(outcomes: Sequence[Outcome], of: str) -> float:
    return sum(bool(getattr(outcome, of)) for outcome in outcomes) / len(outcomes)


def main() -> None:
    """The command line."""
    description = "Make one thing false that a reader sees, look whether the checks see it, and count."
    parser = argparse.ArgumentParser(prog="python -m tools.maintenance.mutants", description=description)
    parser.add_argument("-n", type=int, default=1000, help="how many to plant, one at a time (1000)")
    parser.add_argument("--seed", type=int, default=0, help="chooses them (0)")
    options = parser.parse_args()
    if not hasattr(os, "fork"):
        sys.exit("this needs os.fork, which this system lacks; use Linux or macOS")
    mutants = choose(places(Path.cwd()), options.n, options.seed)
    sys.exit(0 if report(mutants, run(mutants)) else 1)


if __name__ == "__main__":
    main()
