"""The tables of what other versions of torch print hold what the records of these versions do, and nothing else."""

import html
import json
import re
from dataclasses import dataclass

import pytest

from tests.support.project import ROOT
from tools.examples import library, sections
from tools.examples.files import read_text

FOLDER = ROOT / "snippets/reference/versions/elsewhere"
CALL = re.compile(r"# --8<-- \[start:(\w+)\]\n(show|fail)\(([^)]*)\)")
EXAMPLE = re.compile(r"\[[\w-]+\]\(\.\./(?P<page>.+)(?P<end>\.md|\.py)\)(?: (?P<rest>.+))?<br>(?P<versions>.+)")
OF_THE_CHANGES = pytest.mark.parametrize("transcript", [FOLDER / "changes.out"], ids=["changes.out"])
OF_THE_RUNS = pytest.mark.parametrize("transcript", [FOLDER / "runs.out"], ids=["runs.out"])


@dataclass
class Row:
    """A row of a table by example: the example, the versions, and the other cells without spaces and marks of code."""

    example: str
    versions: list[str]
    cells: list[str]


@pytest.fixture(scope="module")
def records():
    """The record of each version, in the order of the versions."""
    read = [json.loads(read_text(path)) for path in FOLDER.glob("torch-*.json")]
    assert len(read) > 4
    in_order = sorted(read, key=lambda record: library.sort_key(record["version"]))
    return {record["version"]: record for record in in_order}


def plain(text):
    return re.sub(r"</?code>|<br>|[`\s]", "", html.unescape(text))


def table(transcript, section):
    """The cells of a table, row by row."""
    lines = sections.texts(read_text(transcript))[section].splitlines()
    return [line.strip("| ").split(" | ") for line in lines[2:]]


def rows_by_example(transcript, section):
    for first, *cells in table(transcript, section):
        found = EXAMPLE.fullmatch(first)
        assert found and (ROOT / f"docs/{found['page']}{found['end']}").exists(), first
        rest = f"/{found['rest']}" if found["rest"] else ""
        yield Row(f"{found['page']}{rest}.py", found["versions"].split(", "), [plain(cell) for cell in cells])


def other_lines(difference):
    """Each line that a section prints otherwise, as (recorded, printed): one of them is empty."""
    reached = [change for change in difference["sections"].values() if change["printed"] is not None]
    for change in reached:
        yield from (("", line) for line in change["printed"] if line not in change["recorded"])
        if (
            not difference["problem"] or change is not reached[-1]
        ):  # else an error may have kept lines from being printed
            yield from ((line, "") for line in change["recorded"] if line not in change["printed"])


@OF_THE_RUNS
def test_the_runs_are_those_of_the_records(transcript, records):
    expected = []
    for record in records.values():
        changes = [change for found in record["differences"].values() for change in found["sections"].values()]
        outputs = [change for change in changes if change["recorded"] or change["printed"]]
        beside = f"{record['beside']['python']}, {record['beside']['numpy']}"
        counts = map(str, (len(record["seals"]), len(record["differences"]), len(outputs)))
        expected.append([record["version"], record["date"], beside, *counts])
    assert table(transcript, "runs") == expected


@OF_THE_RUNS
def test_the_outputs_that_differ_for_another_reason_are_those_of_the_records(transcript, records):
    found = [
        (f"`{example}`", section, each)
        for each, record in records.items()
        for example, named in record["by_others"].items()
        for section in named
    ]
    rows = table(transcript, "others")
    assert sorted(found) == sorted((*row, each) for *row, versions in rows for each in versions.split(", "))


@OF_THE_CHANGES
def test_every_line_that_is_printed_otherwise_has_a_row(transcript, records):
    rows = list(rows_by_example(transcript, "messages"))
    for each, record in records.items():
        for example, difference in record["differences"].items():
            here = [row.cells for row in rows if row.example == example and each in row.versions]
            for recorded, printed in other_lines(difference):
                held = any(plain(recorded) in old and plain(printed) in new for new, old in here)
                assert held or "…" in str(here), (each, example, recorded, printed)


@OF_THE_CHANGES
def test_every_row_holds_what_its_versions_print(transcript, records):
    for row in rows_by_example(transcript, "messages"):
        assert row.versions == sorted(row.versions, key=library.sort_key)
        new, old = (cell.removesuffix("…").replace("(nothing)", "") for cell in row.cells)
        for each in row.versions:
            changes = records[each]["differences"][row.example]["sections"].values()
            texts = [
                (plain("".join(change["recorded"])), plain("".join(change["printed"] or []))) for change in changes
            ]
            assert any(old in recorded and new in printed for recorded, printed in texts), (row, each)


@OF_THE_CHANGES
def test_every_example_that_goes_wrong_has_a_row(transcript, records):
    expected = set()
    for each, record in records.items():
        for example, difference in record["differences"].items():
            missing = {name for name, change in difference["sections"].items() if change["printed"] is None}
            what = plain(difference["problem"]) or "anotherfigure" * difference["figure"]
            expected |= {(example, each, what, frozenset(missing))} if what else set()
    listed = set()
    for row in rows_by_example(transcript, "rest"):
        missing = {name for name in row.cells[1].split(",") if name != "none" and not name.startswith("theendof")}
        listed |= {(row.example, each, row.cells[0], frozenset(missing)) for each in row.versions}
    assert listed == expected


@OF_THE_CHANGES
def test_a_topic_holds_what_the_versions_print_that_differ_and_the_pinned_one(transcript, records):
    calls = CALL.findall(read_text(FOLDER / "changes.py"))
    assert len(calls) > 20
    for topic, how, arguments in calls:
        named = re.findall('"([^"]+)"', arguments)
        examples, section = (named[:1], named[1]) if how == "show" else (named, None)
        assert all(any(example in record["seals"] for record in records.values()) for example in examples), topic
        expected = {}
        for each, record in records.items():
            found = [record["differences"][example] for example in examples if example in record["differences"]]
            if any(section in difference["sections"] if section else difference["problem"] for difference in found):
                lines = [line for one in found for line in one["sections"].get(section, {}).get("printed") or []]
                expected[each] = {plain(said) for said in [*lines, *(difference["problem"] for difference in found)]}
        rows = [(versions.split(", "), text) for versions, text in table(transcript, topic)]
        assert {each for versions, _ in rows for each in versions} == {library.installed_version(), *expected}, topic
        assert rows == sorted(rows, key=lambda row: library.sort_key(row[0][0])), topic
        for each, text in [(each, text) for versions, text in rows for each in versions if each in expected]:
            parts = {plain(part) for part in text.split("<br>")}
            assert parts <= expected[each] | {"(nothing)", "(notreached)"}, (topic, each)
