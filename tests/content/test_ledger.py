"""The ledger's verdicts hold by exact decimal arithmetic, apart from the code that reached them."""

import re
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

import pytest

from tests.support.project import ROOT

LEDGER = (ROOT / "snippets/reference/ledger/ledger.out").read_text(encoding="utf-8")
TOTALS, _, TABLES = LEDGER.partition("[end:totals]")
ROWS = re.findall(r"^\| (.+) \| (-?[\d.]+) \| (-?[\d.e-]*) \| (.+) \|$", TABLES, re.MULTILINE)


def rounded(value, printed, how):
    return Decimal(value).quantize(Decimal(printed), rounding=how)


def test_the_totals_count_every_row_and_every_number_of_the_data():
    data = (ROOT / "snippets/reference/ledger/printed.txt").read_text(encoding="utf-8").split("\n")[1:-1]
    assert len(ROWS) == sum(len(line.split("|")[2].split()) for line in data) > 280
    assert re.search(rf"^\| all \|.*\| {len(ROWS)} \|$", TOTALS, re.MULTILINE)


def test_the_differences_are_the_rows_that_do_not_hold_wrong_ones_first():
    kinds = "wrong", "truncated", "follows from an earlier rounding"
    listed = re.findall(r"^\| (.+) \| (.+) \| (-?[\d.]+) \| (-?[\d.]+) \|$", TABLES, re.MULTILINE)
    rows = [(verdict, where, printed, value) for where, printed, value, verdict in ROWS]
    assert listed == [row for kind in kinds for row in rows if row[0].startswith(kind)]


@pytest.mark.parametrize("where, printed, value, verdict", ROWS)
def test_a_verdict_holds(where, printed, value, verdict):
    if verdict in ("input", "restated"):
        assert value == ""
    elif verdict == "equal":
        assert Decimal(printed) == Decimal(value)
    elif verdict == "correctly rounded":
        assert Decimal(printed) == rounded(value, printed, ROUND_HALF_EVEN) and Decimal(printed) != Decimal(value)
    elif verdict == "truncated":
        assert Decimal(printed) == rounded(value, printed, ROUND_DOWN) != rounded(value, printed, ROUND_HALF_EVEN)
    else:
        assert verdict == "follows from an earlier rounding" or re.fullmatch(r"wrong: \w.+", verdict)
        assert Decimal(printed) not in (rounded(value, printed, ROUND_DOWN), rounded(value, printed, ROUND_HALF_EVEN))
