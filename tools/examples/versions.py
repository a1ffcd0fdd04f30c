"""What the examples do with other versions of the library: one record a version, written by `make versions`.

A record holds the seal of every example that was run, and what differs from its transcript. An example whose transcript
has another seal by now counts as not yet run.
"""

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tools.examples import library, outcomes, transcripts
from tools.examples.files import Problem, read_text, write_at_once
from tools.examples.outcomes import Outcome, Outcomes
from tools.examples.snippets import Snippet

FOLDER = "reference/versions/elsewhere"  # below snippets/: the scripts beside the records print them as tables


@dataclasses.dataclass
class Change:
    """The lines that are recorded of a section, and those that another version prints; None if it was not reached."""

    recorded: list[str]
    printed: list[str] | None


@dataclasses.dataclass
class Difference:
    """What an example does differently with another version.

    Its sections that print something else; what is wrong, or "", and on which line; whether its figure differs.
    """

    sections: dict[str, Change] = dataclasses.field(default_factory=dict)
    problem: str = ""
    line: int = 0
    figure: bool = False

    def __bool__(self) -> bool:
        return bool(self.sections or self.problem or self.figure)


@dataclasses.dataclass
class Record:
    """How all examples did with one version of the library, on a date (YYYY-MM-DD).

    `beside` are the versions of what they ran with; `seals` and `differences` go by the example's name. `by_others`
    names sections that print the same with the pinned library among these packages: the library is not the cause.
    """

    version: str
    date: str
    beside: dict[str, str]
    seals: dict[str, str]
    differences: dict[str, Difference]
    by_others: dict[str, list[str]]

    def difference(self, name: str, seal: str) -> Difference | None:
        """How an example with this seal differs; None if it has not been run with the version."""
        return self.differences.get(name, Difference()) if self.seals.get(name) == seal else None


def is_concerned(example: Snippet) -> bool:
    """Whether an example could behave differently with another version: it uses the library, and prints no records."""
    return library.NAME in example.text and not example.name.startswith(FOLDER)


def compare(recorded: Outcome, found: Outcome) -> Difference:
    """What an example did differently from its record."""
    sections = {
        name: Change((recorded.printed.get(name) or "").splitlines(), None if text is None else text.splitlines())
        for name, text in found.printed.items()
        if text != recorded.printed.get(name)
    }
    return Difference(sections, found.problem, found.line, found.figure != recorded.figure)


def without_others(difference: Difference, others: Difference) -> tuple[Difference, list[str]]:
    """A difference without what the pinned library does too among the same packages, and those sections' names."""
    same = [name for name, change in difference.sections.items() if others.sections.get(name) == change]
    sections = {name: change for name, change in difference.sections.items() if name not in same}
    problem = "" if difference.problem == others.problem else difference.problem
    figure = difference.figure and not others.figure
    return Difference(sections, problem, difference.line if problem else 0, figure), same


def make(
    version: str,
    date: str,
    beside: dict[str, str],
    examples: Iterable[Snippet],
    found: Outcomes,
    others: Outcomes | None = None,
) -> Record:
    """The Record of a version from what came of each example.

    `others` is what came of them with the pinned library among the same packages, if these are not the usual ones.
    """
    record = Record(version, date, beside, {}, {}, {})
    for example in sorted(examples, key=lambda example: example.name):
        name = example.name
        expected = outcomes.recorded(example)
        difference = compare(expected, found[name])
        if others:
            difference, same = without_others(difference, compare(expected, others[name]))
            record.by_others.update({name: same} if same else {})
        record.seals[name] = transcripts.seal(example)
        record.differences.update({name: difference} if difference else {})
    return record


def write(root: Path, record: Record) -> None:
    """Write the record of a version in one step, with one line for each line that an example prints."""
    text = json.dumps(dataclasses.asdict(record), indent=1, ensure_ascii=False)
    write_at_once(path(root, record.version), f"{text}\n")


def path(root: Path, version: str) -> Path:
    """The file of the record of a version."""
    return Path(root, "snippets", FOLDER, f"{library.NAME}-{version}.json")


def read_all(root: Path) -> list[Record]:
    """The records of all versions, the newest first; raises a Problem for one that is not whole."""
    found = [_read(file) for file in Path(root, "snippets", FOLDER).glob(f"{library.NAME}-*.json")]
    return sorted(found, key=lambda record: library.sort_key(record.version), reverse=True)


def _read(file: Path) -> Record:
    try:
        fields: dict[str, Any] = json.loads(read_text(file))
        for name, value in fields["differences"].items():
            sections = {section: Change(**change) for section, change in value.pop("sections").items()}
            fields["differences"][name] = Difference(sections, **value)
        return Record(**fields)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Problem(file, 0, f"is not a whole record ({error}); delete it, then make versions") from None
