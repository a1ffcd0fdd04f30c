"""Records what snippets, notebooks and the numbers in the prose rest on, and checks that it still holds.

python -m tools.pages check  [--only PART-OF-A-PATH]
python -m tools.pages record [--only PART-OF-A-PATH] [--accept NUMBER …]
"""

import argparse
import sys
from collections.abc import Collection
from pathlib import Path

from mkdocs.exceptions import ConfigurationError

from tools.examples import files, recording, scratch
from tools.pages import check, project, records, site_texts

DESCRIPTION = (__doc__ or "").split("\n")[0]


def check_all(only: str, _: Collection[str]) -> bool:
    """Check everything and print what is found; whether nothing is wrong."""
    found = project.read(Path.cwd())
    report = check.judge(found, only, progress=sys.stderr.isatty())
    print(report)
    asserted = records.check(found, only)
    asserted.problems += site_texts.refused(Path.cwd())
    print(asserted)
    return report.ok and not asserted.problems


def record_all(only: str, accepted: Collection[str]) -> bool:
    """Record everything and print what is found; whether nothing is wrong."""
    with scratch.alone(Path.cwd() / "snippets", "another recording runs in this checkout; this one waits for its end"):
        return _record(only, accepted)


def _record(only: str, accepted: Collection[str]) -> bool:
    report = recording.record(Path.cwd(), only, progress=sys.stderr.isatty())
    counts = f"scripts run: {report.ran}; transcripts written: {report.written}"
    print("\n".join([*map(str, report.problems), counts]))
    if not report.ok:
        return False
    asserted = records.record(Path.cwd(), only, accepted)
    if not only or site_texts.refused(Path.cwd()):
        asserted.settle(site_texts.audit(Path.cwd()), accepted)
    print(asserted)
    return not asserted.problems


COMMANDS = {"check": check_all, "record": record_all}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.pages", description=DESCRIPTION)
    parser.add_argument("command", choices=COMMANDS)
    chosen = "only those whose path below snippets/ or docs/ contains PART; and what the site says outside its pages"
    parser.add_argument("--only", default="", metavar="PART", help=chosen)
    parser.add_argument("--accept", nargs="*", default=[], metavar="NUMBER", help="what is new, doubtful, and right")
    arguments = parser.parse_args()
    try:
        well = COMMANDS[arguments.command](arguments.only, " ".join(arguments.accept).split())
    except OSError as error:
        sys.exit(files.describe(error))
    except ConfigurationError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("stopped; every record is as it was, or new and whole")
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
