"""The ledger shows the rows of one verdict, by CSS alone, and all of them on paper."""

ROWS = ".verdicts ~ .frame tbody tr"
VISIBLE = "(rows) => rows.filter((row) => row.checkVisibility()).map((row) => row.cells[3].innerText)"


def test_a_chosen_verdict_leaves_only_its_rows(tab):
    tab.goto("reference/ledger/")
    rows, choices = tab.locator(ROWS), tab.get_by_role("group", name="Rows to show").get_by_role("radio")
    everything = rows.evaluate_all(VISIBLE)
    names = choices.evaluate_all("(all) => all.map((each) => each.labels[0].innerText.trim())")
    assert len(everything) > 280 and names[:2] == ["all", "wrong"]
    choices.first.focus()
    for verdict in names[1:]:
        tab.keyboard.press("ArrowDown")
        left = [shown for shown in everything if shown.partition(":")[0] == verdict]
        assert left and rows.evaluate_all(VISIBLE) == left
    tab.emulate_media(media="print")
    assert rows.evaluate_all(VISIBLE) == everything
