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
print("| torch | run on | Python, NumPy | examples | that differ | outputs |")
print("| --- | --- | --- | --: | --: | --: |")
for record in records:
    outputs = 0
    for difference in record["differences"].values():
        for section in difference["sections"].values():
            outputs += bool(section["recorded"] or section["printed"])
    beside = f"{record['beside']['python']}, {record['beside']['numpy']}"
    print("|", record["version"], "|", record["date"], "|", beside, end=" |")
    print("", len(record["seals"]), "|", len(record["differences"]), "|", outputs, "|")
# --8<-- [end:runs]

# --8<-- [start:others]
rows = {}
for record in records:
    for example, sections in record["by_others"].items():
        for section in sections:
            rows.setdefault((example, section), []).append(record["version"])
print("| example | output | beside torch |\n| --- | --- | --- |")
for (example, section), versions in sorted(rows.items()):
    print(f"| `{example}` | {section} | {', '.join(versions)} |")
# --8<-- [end:others]
