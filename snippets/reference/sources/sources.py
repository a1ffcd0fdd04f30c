# --8<-- [start:read]
import csv


def read(name):
    with open(name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


sources = {
    "Why NLLLoss": read("why_nllloss.txt"),
    "Cross entropy explained": read("cross_entropy_explained.txt"),
    "Inside cross_entropy": read("inside_cross_entropy.txt"),
    "CrossEntropyLoss vs. NLLLoss": read("crossentropyloss_nllloss.txt"),
}
links = {each["key"]: f"[{each['name']}]({each['target']})" for each in read("sections.txt")}
# --8<-- [end:read]


# --8<-- [start:table]
def table(source):
    print("| kind | the source says | the site finds |")
    print("| --- | --- | --- |")
    for entry in sources[source]:
        joint = " " if entry["finding"] == "holds if" else ": "
        found = joint.join(filter(None, [entry["finding"], entry["note"]]))
        link = f". {links[entry['where']]}" if entry["where"] else ""
        print(f"| {entry['kind']} | {entry['says']} | {found}{link} |")


# --8<-- [end:table]
# --8<-- [start:count]
def count(column, names):
    print(f"| {column} |", " | ".join(sources), "| all |")
    print("| --- |" + " --: |" * (len(sources) + 1))
    for name in names:
        counts = [sum(e[column] == name for e in entries) for entries in sources.values()]
        print(f"| {name} |", " | ".join(map(str, counts)), f"| {sum(counts)} |")
    lengths = [len(entries) for entries in sources.values()]
    print("| all |", " | ".join(map(str, lengths)), f"| {sum(lengths)} |")


# --8<-- [end:count]
# --8<-- [start:kinds]
count("kind", ["claim", "formula", "code", "table", "figure"])
# --8<-- [end:kinds]

# --8<-- [start:findings]
findings = ["holds", "holds if", "does not hold", "shown", "reproduced"]
count("finding", [*findings, "opinion", "anecdote", "not treated"])
# --8<-- [end:findings]

# --8<-- [start:why_nllloss]
table("Why NLLLoss")
# --8<-- [end:why_nllloss]

# --8<-- [start:cross_entropy_explained]
table("Cross entropy explained")
# --8<-- [end:cross_entropy_explained]

# --8<-- [start:inside_cross_entropy]
table("Inside cross_entropy")
# --8<-- [end:inside_cross_entropy]

# --8<-- [start:crossentropyloss_nllloss]
table("CrossEntropyLoss vs. NLLLoss")
# --8<-- [end:crossentropyloss_nllloss]
