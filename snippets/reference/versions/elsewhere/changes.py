# --8<-- [start:read]
import json
import re
from difflib import SequenceMatcher
from importlib.metadata import version
from pathlib import Path

PINNED = version("torch").partition("+")[0]  # the version whose outputs this site shows


def as_numbers(version):
    """Sorts versions as numbers: 2.9.1 before 2.13.0."""
    return [int(part) for part in re.findall(r"\d+", version)]


records = [json.loads(path.read_text(encoding="utf-8")) for path in Path().glob("torch-*.json")]
records.sort(key=lambda record: as_numbers(record["version"]))
# --8<-- [end:read]


# --8<-- [start:cells]
VERBS = "raises ", "writes to standard error: "  # the first words of what went wrong


def code(line):
    """A line as code in a cell: as HTML, if a character of it would end the code or the cell."""
    if not re.search("[|`]", line):
        return f"`{line.strip()}`"
    safe = re.sub(r"[^\w .,:;()=-]", lambda mark: f"&#{ord(mark[0])};", line)
    return f"<code>{safe}</code>"


def cell(lines, problem=""):
    """Lines, and what went wrong below them, as a cell."""
    said = [code(line) for line in lines if line.strip()]
    if problem:
        verb = next((verb for verb in VERBS if problem.startswith(verb)), "")
        said.append(verb + code(" ".join(problem.removeprefix(verb).split())))
    return "<br>".join(said[:8] + ["…"] * (len(said) > 8)) or "(nothing)"


# --8<-- [end:cells]


# --8<-- [start:differences]
NO_DIFFERENCE = {"sections": {}, "problem": "", "figure": False}


def changes(change):
    """Where a section differs: the numbered lines recorded there, and those printed instead."""
    recorded, printed = list(enumerate(change["recorded"])), change["printed"] or []
    steps = SequenceMatcher(None, change["recorded"], printed, autojunk=False).get_opcodes()
    return [(recorded[a:b], printed[c:d]) for kind, a, b, c, d in steps if kind != "equal"]


def last_section(difference):
    """The section in which an example went wrong (the last one reached that differs), or ""."""
    sections = difference["sections"].items()
    reached = [name for name, change in sections if change["printed"] is not None]
    return reached[-1] if difference["problem"] and reached else ""


# --8<-- [end:differences]


# --8<-- [start:show]
def table(rows):
    """Print a row for each text, with the versions that print it, in the order of the versions."""
    rows.sort(key=lambda row: as_numbers(row[0]))
    print("| torch | prints |\n| --- | --- |")
    for text in dict.fromkeys(text for _, text in rows):
        versions = [version for version, other in rows if other == text]
        print(f"| {', '.join(versions)} | {text} |")


def show(example, section):
    """Print the lines of a section that other versions print differently."""
    rows, lost = [], {}
    for record in records:
        difference = record["differences"].get(example, NO_DIFFERENCE)
        if change := difference["sections"].get(section):
            if change["printed"] is None:
                rows.append((record["version"], "(not reached)"))
                continue
            problem = difference["problem"] if last_section(difference) == section else ""
            new = [line for _, printed in changes(change) for line in printed]
            rows.append((record["version"], cell(new, problem)))
            lost.update(pair for recorded, _ in changes(change) for pair in recorded)
    table([*rows, (PINNED, cell([lost[number] for number in sorted(lost)]))])


# --8<-- [end:show]


# --8<-- [start:fail]
def fail(*examples):
    """Print what goes wrong in examples with another version."""
    rows = {(PINNED, "(no error)"): None}
    for example in examples:
        for record in records:
            if problem := record["differences"].get(example, NO_DIFFERENCE)["problem"]:
                rows[record["version"], cell([], problem)] = None
    table(list(rows))


# --8<-- [end:fail]

# --8<-- [start:log_softmax_of_a_tensor]
show("guides/debug/calls/modules.py", "error")
# --8<-- [end:log_softmax_of_a_tensor]

# --8<-- [start:kink]
show("reference/losses/ranking-and-embedding/margin_ranking_loss.py", "pitfall_margin")
# --8<-- [end:kink]

# --8<-- [start:bool_targets]
show("reference/losses/binary-and-multi-label/multilabel_soft_margin_loss.py", "pitfall_target")
# --8<-- [end:bool_targets]

# --8<-- [start:compiled_padding]
show("reference/losses/binary-and-multi-label/multilabel_margin_loss.py", "pitfall_compiled")
# --8<-- [end:compiled_padding]

# --8<-- [start:jit]
fail("understand/gradient/hessian.py")
# --8<-- [end:jit]

# --8<-- [start:chunks]
show("understand/cost/counts.py", "few_rows")
# --8<-- [end:chunks]

# --8<-- [start:target_dtype]
show("guides/debug/target/target_dtype.py", "error")
# --8<-- [end:target_dtype]

# --8<-- [start:missing_dim]
show("guides/debug/options/missing_dim.py", "error")
# --8<-- [end:missing_dim]

# --8<-- [start:not_implemented]
show("guides/debug/precision-and-gpu/not_implemented.py", "error")
# --8<-- [end:not_implemented]

# --8<-- [start:unbatched]
show("guides/shapes/unbatched.py", "one")
# --8<-- [end:unbatched]

# --8<-- [start:one_target]
show("guides/debug/shapes/one_target.py", "error")
# --8<-- [end:one_target]

# --8<-- [start:gather]
show("guides/shapes/which_kind.py", "smoothed")
# --8<-- [end:gather]

# --8<-- [start:one_hot]
show("guides/debug/target/one_hot_values.py", "error")
# --8<-- [end:one_hot]

# --8<-- [start:half_name]
show("guides/numerics/masks.py", "fill")
# --8<-- [end:half_name]

# --8<-- [start:scalar]
show("guides/debug/autograd/to_a_scalar.py", "error")
# --8<-- [end:scalar]

# --8<-- [start:margin]
show("reference/losses/ranking-and-embedding/triplet_margin_loss.py", "pitfall_margin")
# --8<-- [end:margin]

# --8<-- [start:target_range]
show("guides/debug/two-classes/target_range.py", "error")
# --8<-- [end:target_range]

# --8<-- [start:linear]
fail("reference/losses/classification/linear_cross_entropy.py", "understand/cost/counts.py")
# --8<-- [end:linear]

# --8<-- [start:weight]
fail(
    "reference/losses/regression/mse_loss.py",
    "reference/losses/regression/l1_loss.py",
    "reference/losses/regression/huber_loss.py",
)
# --8<-- [end:weight]

# --8<-- [start:gaussian]
fail("reference/losses/distributions-and-sequences/gaussian_nll_loss.py")
# --8<-- [end:gaussian]

# --8<-- [start:half]
fail(
    "guides/numerics/half.py",
    "reference/losses/index/differences.py",
    "understand/log-softmax/thresholds.py",
    "reference/losses/ranking-and-embedding/cosine_embedding_loss.py",
)
# --8<-- [end:half]

# --8<-- [start:soft_margin]
show("reference/losses/binary-and-multi-label/soft_margin_loss.py", "pitfall_overflow")
# --8<-- [end:soft_margin]

# --8<-- [start:scaler]
fail("guides/numerics/autocast.py")
# --8<-- [end:scaler]

# --8<-- [start:nbytes]
fail("worked-examples/logits-to-loss/encoding.py")
# --8<-- [end:nbytes]


# --8<-- [start:messages]
def link(example):
    """A link to the page that shows an example, and which example of the page it is."""
    parts = example.removesuffix(".py").split("/")
    depth = 3 if parts[:2] in (["reference", "losses"], ["guides", "debug"]) else min(2, len(parts) - 1)
    page = "/".join(parts[:depth]).replace("losses/functions", "losses/index")
    if page == "worked-examples":  # a notebook, which is a page itself
        return f"[{parts[-1]}](../{example})"
    return f"[{page.split('/')[-1]}](../{page}.md) {'/'.join(parts[depth:])}"


def big_table(head, rows):
    """Print rows of cells, each with its versions, by example."""
    print(f"| example, torch | {head} |\n| --- | --- | --- |")
    for (example, *cells), versions in sorted(rows.items(), key=lambda row: row[0][0]):
        print(f"| {link(example)}<br>{', '.join(versions)} |", " | ".join(cells), "|")


rows = {}
for record in records:
    for example, difference in record["differences"].items():
        for section, change in difference["sections"].items():
            ends_here = section == last_section(difference)
            for recorded, printed in changes(change) if change["printed"] is not None else ():
                if printed or not ends_here:  # else the error kept the lines from being printed
                    key = example, cell(printed), cell([line for _, line in recorded])
                    rows.setdefault(key, []).append(record["version"])
big_table(f"they print | {PINNED} prints", rows)
# --8<-- [end:messages]

# --8<-- [start:rest]
rows = {}
for record in records:
    for example, difference in record["differences"].items():
        sections, last = difference["sections"], last_section(difference)
        cut = last and not changes(sections[last])[-1][1]
        missing = [name for name, change in sections.items() if change["printed"] is None]
        missing = ", ".join(([f"the end of {last}"] if cut else []) + missing) or "none"
        problem = cell([], difference["problem"]) if difference["problem"] else "another figure"
        if difference["problem"] or difference["figure"]:
            rows.setdefault((example, problem, missing), []).append(record["version"])
big_table("what goes wrong | outputs that are missing", rows)
# --8<-- [end:rest]
