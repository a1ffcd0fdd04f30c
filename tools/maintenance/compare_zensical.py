"""Builds the site with Zensical too, from the same mkdocs.yml, and compares the articles of both.

    python -m tools.compare_zensical

Whether the pages would survive the move to the successor of Material for MkDocs: same text, formulas, code and outputs.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup


def build(command, folder):
    """Run a site generator with `folder` as its site; stop with what it printed if it fails."""
    environment = {**os.environ, "SITE_DIR": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", *command], env=environment, capture_output=True, text=True)
    if done.returncode or not folder.is_dir():
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def article(path):
    """The article of a built page as lines: its words, each formula as MathML, each block of code as it stands."""
    html = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find("article")
    for extra in html.select(".headerlink, .to-file, .md-content__button, .md-source-file, nav, form, script"):
        extra.decompose()
    lines = []
    for block in html.find_all(["h1", "h2", "h3", "h4", "p", "li", "td", "th", "summary", "pre", "math", "img"]):
        if block.name == "pre":
            lines += ["code:", *block.text.rstrip("\n").split("\n")]
        elif block.name == "math":
            lines.append(str(block))
        elif block.name == "img":
            lines.append(f"image: {block.get('alt', '')}")
        else:
            lines.append(f"{block.name}: {' '.join(block.text.split())}")
    return lines


def main():
    """Build both, compare every Markdown page, and say how many agree; the exit status is 1 if one does not."""
    with tempfile.TemporaryDirectory(prefix="site.compare-", dir=".") as folder:
        one, other = Path(folder, "mkdocs"), Path(folder, "zensical")  # Zensical insists on a folder within the project
        build(["mkdocs", "build"], one)
        build(["zensical", "build", "--clean", "--strict"], other)
        pages = sorted(Path("docs").rglob("*.md"))
        differ = lines = 0
        for page in pages:
            path = page.relative_to("docs").with_suffix("")
            built = path.parent / "index.html" if path.name == "index" else path / "index.html"
            texts = [article(site / built) if (site / built).exists() else ["no such page"] for site in (one, other)]
            lines += len(texts[0])
            if texts[0] != texts[1]:
                differ += 1
                print(
                    "\n".join(
                        difflib.unified_diff(*texts, f"{page} by MkDocs", f"{page} by Zensical", lineterm="", n=1)
                    )
                )
        print(f"{len(pages)} pages ({lines} lines) built by MkDocs and by Zensical, {differ} differ")
        sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
