"""What the ledger says of each printed number holds by exact arithmetic, apart from the code that found it."""

import csv
import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

import pytest
from mpmath import mpf

from tests.support import oracles
from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples import sections
from tools.examples.files import Problem, read_text

LEDGER = ROOT / "snippets/reference/ledger/ledger.out"
DATA = ROOT / "snippets/reference/ledger/printed.txt"
ROW = re.compile(r"\| (?P<where>.+) \| (?P<printed>-?[\d.]+) \| (?P<value>-?[\d.e-]*) \| (?P<verdict>.+) \|")
OF_THE_LEDGER = pytest.mark.parametrize("transcript", [LEDGER], ids=["reference/ledger/ledger.out"])


@dataclass
class Row:
    """A row of the ledger: its line, the number that a source printed, the recomputed one or "", and the verdict."""

    line: int
    printed: str
    value: str
    verdict: str


def rows(transcript):
    """The rows below the totals."""
    text = read_text(transcript)
    end_of_totals = text.count("\n", 0, text.index("[end:totals]"))
    for line, row in enumerate(text.split("\n"), 1):
        found = ROW.fullmatch(row)
        if found and line > end_of_totals:
            yield Row(line, found["printed"], found["value"], found["verdict"])


def is_true(row):
    """Whether a row's verdict holds."""
    if row.verdict in ("input", "restated"):
        return row.value == ""
    printed, value = Decimal(row.printed), Decimal(row.value)
    cut, rounded = (value.quantize(printed, rounding=how) for how in (ROUND_DOWN, ROUND_HALF_EVEN))
    if row.verdict == "equal":
        return printed == value
    if row.verdict == "correctly rounded":
        return printed == rounded and printed != value
    if row.verdict == "truncated":
        return printed == cut and cut != rounded
    known = row.verdict == "follows from an earlier rounding" or re.fullmatch(r"wrong: \w.+", row.verdict)
    return bool(known) and printed not in (cut, rounded)


@OF_THE_LEDGER
def test_every_verdict_holds(transcript):
    wrong = [row for row in rows(transcript) if not is_true(row)]
    refuse(Problem(LEDGER, row.line, f"{row.printed} beside {row.value!r} is not {row.verdict!r}") for row in wrong)


@OF_THE_LEDGER
def test_the_totals_count_every_row_and_every_number_of_the_data(transcript):
    count = len(list(rows(transcript)))
    lines = read_text(DATA).split("\n")[1:-1]
    assert count > 280
    assert count == sum(len(line.split("|")[2].split()) for line in lines)
    assert re.search(rf"^\| all \|.*\| {count} \|$", read_text(transcript), re.MULTILINE)


def expected():
    """For each number of the data: it, what its definition gives or None, and the error that this may have."""
    expressions = oracles.module("reference/ledger").EXPRESSIONS
    with open(DATA, encoding="utf-8") as file:
        for entry in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            printed = entry["printed"].split()
            values = expressions[entry["value"]] if entry["value"] else [None] * len(printed)
            # the cosines of drawn numbers are float32, and recomputed in full
            error = mpf("1e-6") if re.search("acts|picked", entry["value"]) else mpf(0)
            yield from ((number, value, error) for number, value in zip(printed, values, strict=True))


def is_recomputed(row, value, error):
    """Whether a row holds what the definition gives."""
    if value is None or row.value == "":
        return value is None and row.value == ""
    return oracles.agrees(row.value, value, error)


@OF_THE_LEDGER
def test_what_is_called_recomputed_is_what_the_definitions_give(transcript):
    pairs = list(zip(rows(transcript), expected(), strict=True))
    assert [row.printed for row, _ in pairs] == [number for _, (number, _, _) in pairs]
    wrong = []
    for row, (_, value, error) in pairs:
        if not is_recomputed(row, value, error):
            wrong.append(Problem(transcript, row.line, f"recomputes {row.printed} as {row.value!r}, expected {value}"))
    refuse(wrong)


@OF_THE_LEDGER
def test_the_differences_are_the_rows_that_do_not_hold_wrong_ones_first(transcript):
    table = sections.texts(read_text(transcript))["differences"]
    differences = re.findall(r"^\| (.+) \| .+ \| (-?[\d.]+) \| (-?[\d.]+) \|$", table, re.MULTILINE)
    found = list(rows(transcript))
    kinds = "wrong", "truncated", "follows from an earlier rounding"
    expected = [
        (row.verdict, row.printed, row.value) for kind in kinds for row in found if row.verdict.startswith(kind)
    ]
    assert differences == expected
