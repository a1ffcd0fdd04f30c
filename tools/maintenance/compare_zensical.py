"""Builds the site with Zensical too, from the same mkdocs.yml, and compares the articles of both.

    python -m tools.maintenance.compare_zensical

Whether the pages would survive the move to the successor of Material for MkDocs: same text, formulas, code and outputs.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Tag

NOT_TEXT = ".headerlink, .to-file, .elsewhere, .versions, .md-content__button, .md-source-file, nav, form, script"
BLOCKS = ["h1", "h2", "h3", "h4", "p", "li", "td", "th", "summary", "pre", "math", "img"]


def build(command: list[str], folder: Path) -> None:
    """Run a site generator with `folder` as its site; exit with what it printed if it fails."""
    environment = {**os.environ, "SITE_DIR": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", *command], env=environment, capture_output=True, text=True)
    if done.returncode or not folder.is_dir():
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def article(site: Path, page: Path) -> list[str]:
    """The article of a built page as lines: its words, each formula as MathML, each block of code as it stands.

    `page` is the path of its source below `docs/`.
    """
    path = page.with_suffix("")
    built = site / (path.parent if path.name == "index" else path) / "index.html"
    if not built.exists():
        return ["no such page"]
    [html] = BeautifulSoup(built.read_text(encoding="utf-8"), "html.parser").select("article")
    for extra in html.select(NOT_TEXT):
        extra.decompose()
    return [line for block in html.find_all(BLOCKS) for line in _lines(block)]


def _lines(block: Tag) -> list[str]:
    match block.name:
        case "pre":
            return ["code:", *block.text.rstrip("\n").split("\n")]
        case "math":
            return [str(block)]
        case "img":
            return [f"image: {block.get('alt', '')}"]
        case name:
            return [f"{name}: {' '.join(block.text.split())}"]


def main() -> None:
    """Build both, compare every Markdown page, and say how many differ; the exit status is 1 if one does."""
    with tempfile.TemporaryDirectory(prefix="site.compare-", dir=".") as folder:  # Zensical builds within the project
        ours, theirs = Path(folder, "mkdocs"), Path(folder, "zensical")
        build(["mkdocs", "build"], ours)
        build(["zensical", "build", "--clean", "--strict"], theirs)
        pages = sorted(path.relative_to("docs") for path in Path("docs").rglob("*.md"))
        differ = lines = 0
        for page in pages:
            by_mkdocs, by_zensical = article(ours, page), article(theirs, page)
            lines += len(by_mkdocs)
            if by_mkdocs != by_zensical:
                differ += 1
                names = f"{page} by MkDocs", f"{page} by Zensical"
                print(*difflib.unified_diff(by_mkdocs, by_zensical, *names, lineterm="", n=1), sep="\n")
    print(f"{len(pages)} pages ({lines} lines) built by MkDocs and by Zensical, {differ} differ")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
