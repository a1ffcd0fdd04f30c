"""The tables of what other versions of torch print hold what the records of these versions do, and nothing else."""

import html
import json
import re
from dataclasses import dataclass
from importlib.metadata import version

import pytest

from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples import sections
from tools.examples.files import Problem, read_text

FOLDER = ROOT / "snippets/reference/versions/elsewhere"
CALL = re.compile(r"# --8<-- \[start:(\w+)\]\n(show|fail)\(([^)]*)\)")
EXAMPLE = re.compile(r"\[(?P<page>[\w/-]+)\]\(\.\./(?P=page)(?P<end>\.md|\.py)\)(?: (?P<rest>.*))?")
OF_THE_CHANGES = pytest.mark.parametrize("transcript", [FOLDER / "changes.out"], ids=["changes.out"])
OF_THE_RUNS = pytest.mark.parametrize("transcript", [FOLDER / "runs.out"], ids=["runs.out"])


@dataclass
class Line:
    """A line that a version prints otherwise, "" if it prints none there; or what went wrong in an example."""

    version: str
    example: str
    section: str
    recorded: str
    printed: str


def records():
    """The record of each version, by the version."""
    read = [json.loads(read_text(path)) for path in FOLDER.glob("torch-*.json")]
    assert len(read) > 4
    return {record["version"]: record for record in read}


def by_number(version):
    return tuple(map(int, re.findall(r"\d+", version)))


def plain(text):
    """A cell, or a line of a record, without what only marks it as code, and without its spaces."""
    return re.sub(r"</?code>|<br>|[`\s]", "", html.unescape(text))


def rows(transcript, section):
    """The rows of a table, each as its cells."""
    table = sections.texts(read_text(transcript))[section].splitlines()
    return [row.strip("| ").split(" | ") for row in table[2:]]


def ends(difference):
    """The section in which an example went wrong."""
    reached = [name for name, change in difference["sections"].items() if change["printed"] is not None]
    return reached[-1] if difference["problem"] and reached else ""


def lines(record):
    """What a record says that a version prints otherwise, line by line."""
    for example, difference in record["differences"].items():
        for section, change in difference["sections"].items():
            recorded, printed = change["recorded"], change["printed"]
            if printed is None:
                continue
            new = [line for line in printed if line.strip() and line not in recorded]
            lost = [line for line in recorded if line.strip() and line not in printed]
            yield from (Line(record["version"], example, section, "", line) for line in new)
            if section != ends(difference):  # else the error may have kept them from being printed
                yield from (Line(record["version"], example, section, line, "") for line in lost)


def name(cell):
    """The example that a cell links to."""
    found = EXAMPLE.fullmatch(cell)
    assert found and (ROOT / f"docs/{found['page']}{found['end']}").exists(), cell
    return f"{found['page']}/{found['rest']}.py" if found["rest"] else f"{found['page']}.py"


@OF_THE_RUNS
def test_the_runs_are_those_of_the_records(transcript):
    expected = []
    for _, record in sorted(records().items(), key=lambda pair: by_number(pair[0])):
        differences = record["differences"].values()
        outputs = [change for difference in differences for change in difference["sections"].values()]
        count = len([change for change in outputs if change["recorded"] or change["printed"]])
        numbers = len(record["seals"]), len(differences), count
        beside = record["beside"]["python"], record["beside"]["numpy"]
        expected.append([record["version"], record["date"], *beside, *map(str, numbers)])
    assert rows(transcript, "runs") == expected


@OF_THE_RUNS
def test_what_is_not_the_doing_of_torch_is_listed(transcript):
    found = {
        (f"`{example}`", section, version)
        for version, record in records().items()
        for example, named in record["by_others"].items()
        for section in named
    }
    listed = {
        (example, section, version)
        for example, named, versions in rows(transcript, "others")
        for section in named.split(", ")
        for version in versions.split(", ")
    }
    assert found == listed


@OF_THE_CHANGES
def test_every_line_that_is_printed_otherwise_has_a_row_with_its_version(transcript):
    table = [(name(row[0]), row[1].split(", "), *map(plain, row[2:])) for row in rows(transcript, "messages")]
    long = [row for row in table if "…" in row[2] + row[3]]
    for line in (line for record in records().values() for line in lines(record)):
        here = [row for row in table if row[0] == line.example and line.version in row[1]]
        held = any(plain(line.recorded) in row[2] and plain(line.printed) in row[3] for row in here)
        assert held or any(row in long for row in here), line


@OF_THE_CHANGES
def test_every_row_holds_what_its_versions_print(transcript):
    found = records()
    for cell, versions, recorded, printed in rows(transcript, "messages"):
        assert versions.split(", ") == sorted(versions.split(", "), key=by_number)
        for each in versions.split(", "):
            changes = found[each]["differences"][name(cell)]["sections"].values()
            texts = [(plain("".join(c["recorded"])), plain("".join(c["printed"] or []))) for c in changes]
            old, new = (plain(text).removesuffix("…").replace("(nothing)", "") for text in (recorded, printed))
            assert any(old in before and new in after for before, after in texts), (cell, each)


@OF_THE_CHANGES
def test_every_example_that_goes_wrong_has_a_row_with_its_versions(transcript):
    expected = {
        (example, version, plain(difference["problem"]))
        for version, record in records().items()
        for example, difference in record["differences"].items()
        if difference["problem"]
    }
    table = rows(transcript, "rest")
    listed = {(name(row[0]), each, plain(row[2])) for row in table for each in row[1].split(", ")}
    assert {row for row in listed if row[2] != "anotherfigure"} == expected
    for cell, versions, _, without in table:
        for each in versions.split(", "):
            changes = records()[each]["differences"][name(cell)]["sections"]
            missing = {section for section, change in changes.items() if change["printed"] is None}
            assert missing == {part for part in without.split(", ") if part != "none" and "the end of" not in part}


def topics():
    """What each table of a topic is made of: its section, how, of which examples, which section of it or None."""
    for section, how, arguments in CALL.findall(read_text(FOLDER / "changes.py")):
        named = re.findall('"([^"]+)"', arguments)
        yield (section, named[:1], named[1]) if how == "show" else (section, named, None)


def differs(record, example, section):
    """Whether an example goes wrong with a version; of a given section, whether it has other lines."""
    difference = record["differences"].get(example, {"sections": {}, "problem": ""})
    return section in difference["sections"] if section else bool(difference["problem"])


def wrong_topics(transcript):
    """A Problem for each table of a topic that does not have exactly the versions that differ, and the pinned one."""
    found, pinned = records(), version("torch").partition("+")[0]
    for topic, examples, section in topics():
        differ = [each for each in found if any(differs(found[each], example, section) for example in examples)]
        firsts = [versions.split(", ") for versions, _ in rows(transcript, topic)]
        if {each for versions in firsts for each in versions} != {pinned, *differ}:
            yield Problem(transcript, 0, f"{topic} has {firsts}, expected {pinned} and {differ}")
        if firsts != sorted(firsts, key=lambda versions: by_number(versions[0])):
            yield Problem(transcript, 0, f"{topic} has {firsts}, which are not in order")
        unknown = [each for each in examples if not any(each in record["seals"] for record in found.values())]
        if unknown:
            yield Problem(transcript, 0, f"{topic} is made of {unknown}, which no version has run")


@OF_THE_CHANGES
def test_a_topic_has_the_versions_that_differ_and_the_pinned_one(transcript):
    assert len(list(topics())) > 20
    refuse(wrong_topics(transcript))


@OF_THE_CHANGES
def test_a_topic_holds_what_its_versions_print(transcript):
    found, pinned = records(), version("torch").partition("+")[0]
    for topic, examples, section in topics():
        for versions, text in rows(transcript, topic):
            for each in set(versions.split(", ")) - {pinned}:
                differences = [found[each]["differences"].get(example, {}) for example in examples]
                printed = [(d.get("sections", {}).get(section) or {}).get("printed") or [] for d in differences]
                said = [plain(line) for lines in printed for line in lines] + [
                    plain(d.get("problem", "")) for d in differences
                ]
                parts = [plain(part) for part in text.split("<br>")]
                assert all(part in [*said, "(nothing)", "(notreached)"] for part in parts), (topic, each)
