"""Runs every snippet and notebook with the library that is installed here, and prints what came of each as JSON.

    python -m tools.examples.outcomes

Any version will do: this is how the examples are tried with another one than that which requirements.txt pins. It needs
nothing but what the examples import, and Jupyter.
"""

import dataclasses
import hashlib
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tools.examples import recording, snippets, transcripts
from tools.examples.runner import HANGS, WAY_OUT, Run, Runner
from tools.examples.snippets import Snippet

if TYPE_CHECKING:
    from tools.examples.notebooks import Notebook

PACKAGES = re.compile(r"""[^\s'"(]*[/\\]site-packages[/\\]""")  # where this machine has its packages


@dataclasses.dataclass
class Outcome:
    """What came of one example.

    What each section printed, None for one that was not reached; what was wrong, or "", and on which line; a digest of
    its figure, or "".
    """

    printed: dict[str, str | None]
    problem: str = ""
    line: int = 0
    figure: str = ""


Outcomes = Mapping[str, Outcome]  # by the example's name


def _read(root: Path) -> tuple[list[Snippet], list["Notebook"]]:
    scripts, problems = snippets.read_all(root)
    for problem in problems:
        raise problem
    return list(scripts.values()), recording.read_notebooks(root)


def read_examples(root: Path) -> list[Snippet]:
    """Every snippet and notebook of the project; raises a Problem if one cannot be read."""
    scripts, notebooks = _read(root)
    return [*scripts, *notebooks]


def recorded(example: Snippet) -> Outcome:
    """What is recorded of an example; raises a Problem if the record is not of its present text."""
    return Outcome({**transcripts.needed_outputs(example)}, figure=_digest(example.recorded_figure))


def of_run(run: Run) -> Outcome:
    """What came of a run, without the paths of this machine."""
    here = f"{Path(run.snippet.path).absolute().parent}/"
    printed = {name: None if name in run.unreached else PACKAGES.sub("", text) for name, text in run.outputs.items()}
    problem = PACKAGES.sub("", run.problem.text.replace(here, "")).removesuffix(WAY_OUT) if run.problem else ""
    return Outcome(printed, problem, run.problem.line if run.problem else 0, _digest(run.figure))


def _digest(figure: str) -> str:
    return hashlib.sha256(figure.encode()).hexdigest()[:16] if figure else ""


def run_all(root: Path) -> dict[str, Outcome]:
    """What comes of each example of the project, run here; raises a Problem if one cannot be read.

    A version of the library may have threads of its own, beside which a fork can hang. What does not end is run again,
    by an interpreter of its own.
    """
    scripts, notebooks = _read(root)
    with Runner(warm=False) as forking:
        runs = list(recording.run_examples(scripts, notebooks, forking, sys.stderr.isatty()))
    hung = [run.snippet for run in runs if run.problem and HANGS in run.problem.text and run.snippet in scripts]
    with Runner(fork=False) as alone:
        runs += recording.run_examples(hung, [], alone)
    return {run.snippet.name: of_run(run) for run in runs}


def from_json(text: str) -> dict[str, Outcome]:
    """The Outcomes that the command has printed."""
    return {name: Outcome(**fields) for name, fields in json.loads(text).items()}


def main() -> None:
    """The command line."""
    json.dump({name: dataclasses.asdict(outcome) for name, outcome in run_all(Path.cwd()).items()}, sys.stdout)


if __name__ == "__main__":
    main()
