# --8<-- [start:read]
import json
import re
from pathlib import Path


def as_numbers(version):
    """Sorts versions as numbers: 2.9.1 before 2.13.0."""
    return [int(part) for part in re.findall(r"\d+", version)]


records = [json.loads(path.read_text(encoding="utf-8")) for path in Path().glob("torch-*.json")]
records.sort(key=lambda record: as_numbers(record["version"]))
# --8<-- [end:read]

# --8<-- [start:runs]
print("| torch | run on | Python | NumPy | examples | that differ | outputs that differ |")
print("| --- | --- | --- | --- | --: | --: | --: |")
for record in records:
    beside, differences = record["beside"], record["differences"]
    changes = [change for difference in differences.values() for change in difference["sections"].values()]
    outputs = sum(bool(change["recorded"] or change["printed"]) for change in changes)
    cells = record["version"], record["date"], beside["python"], beside["numpy"]
    print("|", *(f"{cell} |" for cell in cells), end=" ")
    print(*(f"{count} |" for count in (len(record["seals"]), len(differences), outputs)))
# --8<-- [end:runs]

# --8<-- [start:others]
names = sorted({name for record in records for name in record["by_others"]})
print("| example | section | beside torch |")
print("| --- | --- | --- |")
for name in names:
    sections = {section for record in records for section in record["by_others"].get(name, [])}
    versions = [record["version"] for record in records if name in record["by_others"]]
    print(f"| `{name}` | {', '.join(sorted(sections))} | {', '.join(versions)} |")
# --8<-- [end:others]
