"""Renders the pages of the site, by MkDocs or by its successor, and does nothing else: neither checks nor finishes.

    python -m tools.site.render FOLDER [--by zensical]

What a generator gets is plain: Markdown pages, the notebook among them, and settings without plugins or hooks of ours.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from tools.examples import files, transcripts
from tools.examples.files import Problem, read_text
from tools.examples.scratch import Scratch
from tools.pages import articles, notebook_page, project
from tools.pages.project import Project

GENERATORS = {"mkdocs": ["mkdocs", "build", "--quiet"], "zensical": ["zensical", "build", "--clean"]}
PLUGINS_OF_OURS = "mkdocs-jupyter"


def render(found: Project, folder: Path, generator: str) -> None:
    """Render the pages of a project into a new folder; raises a Problem if the generator refuses them."""
    scratch = Scratch("site.rendering-", str(found.root))
    try:
        root = Path(scratch.path)
        lay_out(found, root)
        environment = {**os.environ, "PYTHONPATH": str(found.root), "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", *GENERATORS[generator], "--strict"]
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
        if done.returncode or not (root / "site").is_dir():
            raise Problem(Path(found.root, "mkdocs.yml"), 0, f"{generator} refuses:\n{done.stdout}{done.stderr}")
        shutil.move(root / "site", folder)
    finally:
        scratch.remove()


def lay_out(found: Project, root: Path) -> None:
    """Write the project that the generator sees: in it, notebooks are Markdown pages, and so linked."""
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings(found)), encoding="utf-8")
    for name in ("docs", "snippets", "overrides"):
        shutil.copytree(found.root / name, root / name)
    texts = {path: _markdown(found, path) for path in found.pages}
    texts |= {snippet.transcript: snippet.recorded for snippet in found.snippets.values()}
    for path, text in texts.items():
        for notebook in found.notebooks:
            text = re.sub(rf"(\]\([^()\s]*{re.escape(notebook.stem)})\.py\b", r"\1.md", text)
        written = root / path.relative_to(found.root)
        written = written.with_suffix(".md") if path in found.notebooks else written
        written.write_text(text, encoding="utf-8")
    for path in found.notebooks:
        (root / path.relative_to(found.root)).unlink()


def _markdown(found: Project, path: Path) -> str:
    """The text of a page; that of a notebook with its recorded outputs."""
    if path not in found.notebooks:
        return found.pages[path].text
    notebook = found.notebooks[path]
    text, meta = notebook_page.write(notebook, transcripts.needed_outputs(notebook))
    return f"---\n{yaml.safe_dump(meta)}---\n\n{text}\n"


def settings(found: Project) -> dict[str, Any]:
    """The settings of the site for any generator."""
    ours: dict[str, Any] = yaml_load(read_text(found.root / "mkdocs.yml"))
    for name in ("hooks", "watch", "site_dir", "validation"):
        ours.pop(name, None)
    for name in ("site_url", "repo_url"):
        ours[name] = ours.get(name) or None  # Zensical takes an empty address for one
    for name in ("module_path", "home"):
        ours["extra"].pop(name, None)
    ours["plugins"] = [each for each in ours["plugins"] if PLUGINS_OF_OURS not in each]
    ours["nav"] = _without_notebooks(ours["nav"])
    ours["edit_uri"] = articles.EDIT_URI if ours.get("repo_url") else None
    ours["theme"]["variant"] = "classic"  # Zensical's name for the looks of Material for MkDocs
    return ours


def _without_notebooks(menu: Any) -> Any:
    """A menu, or a part of it, that names the Markdown page of each notebook."""
    if isinstance(menu, dict):
        return {title: _without_notebooks(part) for title, part in menu.items()}
    if isinstance(menu, list):
        return [_without_notebooks(part) for part in menu]
    return str(Path(menu).with_suffix(".md").as_posix())


def main() -> None:
    """The command line."""
    description = "Render the pages, neither checked nor finished."
    parser = argparse.ArgumentParser(prog="python -m tools.site.render", description=description)
    parser.add_argument("folder", type=Path, help="the folder to make; it must not be there")
    parser.add_argument("--by", choices=GENERATORS, default="mkdocs", help="the generator (mkdocs)")
    options = parser.parse_args()
    if options.folder.exists():
        sys.exit(f"{options.folder}: is there already; name a new folder")
    try:
        render(project.read(Path.cwd()), options.folder, options.by)
    except Problem as problem:
        sys.exit(str(problem))
    except OSError as error:
        sys.exit(files.describe(error))


if __name__ == "__main__":
    main()
