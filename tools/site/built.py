"""The command line of programs that look at a built site."""

import argparse
import sys
from pathlib import Path


def folder_argument(program: str, description: str) -> Path:
    """The folder of a built site, named as the only argument, `site` by default; exits if no site is there."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=description)
    parser.add_argument("site", nargs="?", default="site", type=Path, help="the folder of the built site")
    site: Path = parser.parse_args().site
    if not (site / "index.html").exists():
        sys.exit(f"{site}: no site here; make build")
    return site
