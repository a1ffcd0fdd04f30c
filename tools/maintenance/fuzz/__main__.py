"""Find calls on which a NumPy loss of the site and the torch function that it translates differ.

`python -m tools.maintenance.fuzz [--calls N] [--seed S] [--only NAME]` makes random calls, until Ctrl-C without
--calls, and compares what each side does: the type of exception, or the result's shape, dtype and values, and whether
it warned. A call on which they differ is reduced to the smallest that still does and printed as code to paste.
"""

import argparse
import sys

from tools.maintenance.fuzz.calls import load
from tools.maintenance.fuzz.differences import find, report
from tools.maintenance.fuzz.draws import DRAWS
from tools.maintenance.fuzz.shrinking import shrunk


def main() -> None:
    """Print the smallest calls that differ."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--calls", type=int, help="how many to make; without end by default")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=DRAWS, help="one function")
    options = parser.parse_args()
    functions = {name: load(name) for name in ([options.only] if options.only else DRAWS)}
    found: set[str] = set()
    differing = 0
    try:
        for number, call in find(functions, options.seed, options.calls):
            differing += 1
            text = report(functions[call.name], shrunk(functions[call.name], call))
            if text not in found:
                print(f"call {number}, {text}", flush=True)
            found.add(text)
    except KeyboardInterrupt:
        pass
    print(f"{differing} calls differ")
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
