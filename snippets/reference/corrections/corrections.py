# --8<-- [start:show]
import csv
from datetime import date

with open("corrections.txt", encoding="utf-8") as file:
    corrections = list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


def show(*folders):
    """Print a table of the corrections of the pages in these folders."""
    print("| page, date | it said | what is so | found by |")
    print("| --- | --- | --- | --- |")
    for row in corrections:
        if row["address"].startswith(folders):
            day = date.fromisoformat(row["date"])
            where = f"[{row['place']}](../{row['address']}), {day:%d\u00a0%b\u00a0%Y}"
            print(f"| {where} | {row['said']} | {row['so']} | {row['found']} |")


# --8<-- [end:show]

# --8<-- [start:learn]
show("learn/", "worked-examples/", "understand/")
# --8<-- [end:learn]

# --8<-- [start:guides]
show("guides/")
# --8<-- [end:guides]

# --8<-- [start:losses]
show("reference/losses/")
# --8<-- [end:losses]

# --8<-- [start:rest]
show("index.md", "calculator.md", "reference/glossary.md", "reference/ledger.md", "reference/versions.md")
# --8<-- [end:rest]
