# --8<-- [start:steps]
from pathlib import Path

steps = [line.split(" | ") for line in Path("steps.txt").read_text(encoding="utf-8").splitlines()]

print("| step | page | afterwards you can | min | predictions |")
print("| --: | -- | -- | --: | --: |")
for n, (title, page, skill, minutes, predictions) in enumerate(steps, start=1):
    print(f"| {n} | [{title}]({page}) | {skill} | {minutes} | {predictions} |")
print(f"| | | | {sum(int(step[3]) for step in steps)} | {sum(int(step[4]) for step in steps)} |")
# --8<-- [end:steps]
