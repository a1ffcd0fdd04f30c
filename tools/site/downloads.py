"""What the site holds beside its pages: the Markdown of each, the worked examples as notebooks, the files of the snippets, and
/llms.txt (see llmstxt.org), which lists the pages for machine readers.
"""

import itertools
import shutil
from pathlib import Path

from mkdocs.utils import write_file

from tools.examples.snippets import DATA
from tools.site import page_to_markdown

NOTEBOOKS = "worked-examples/"
MOVED = Path(__file__).parent / "moved_snippets.txt"  # a former address below /snippets/, and the present one, a line
PUBLISHED = {".py", ".svg", *DATA}


def notebook(page):
    """Where in the site the notebook of this page stands, or None if it has none."""
    path = page.file.src_uri
    return str(Path(path).with_suffix(".ipynb").as_posix()) if path.startswith(NOTEBOOKS) else None


def write(config, files):
    """Write all of it into the folder of the site; every page has been rendered."""
    pages, site = _in_order(files), Path(config.site_dir)
    texts = [page_to_markdown.of(page, config, files) for page in pages]
    for page, text in zip(pages, texts, strict=True):
        write_file(text.encode(), str(site / page_to_markdown.uri(page.file)))
        if place := notebook(page):
            from tools.site import page_to_notebook

            write_file(page_to_notebook.of(page, config, files).encode(), str(site / place))
    write_file(overview(pages, config).encode(), str(site / "llms.txt"))
    write_file("\n".join(texts).encode(), str(site / "llms-full.txt"))
    root = Path(config.config_file_path).parent
    publish_snippets(root / "snippets", site / "snippets")


def publish_snippets(folder, to):
    """Copy the snippets, their data and figures, also to the addresses at which they stood before."""
    published = [path for path in folder.rglob("[!.]*") if path.suffix in PUBLISHED and path.is_file()]
    addresses = [(path.relative_to(folder), path) for path in published]
    moved = [line.split() for line in MOVED.read_text(encoding="utf-8").splitlines()]
    addresses += [(former, folder / now) for former, now in moved if (folder / now).exists()]
    for address, path in addresses:
        (to / address).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to / address)


def overview(pages, config):
    """The text of /llms.txt: the site's name and description, and the pages by section, each with its own description."""
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]
    lines += [
        f"Each link leads to the Markdown of a page; [all pages in one file]({config.site_url or ''}llms-full.txt)."
    ]
    for section, found in itertools.groupby(
        pages, lambda page: page.ancestors[-1].title if page.ancestors else config.site_name
    ):
        lines += ["", f"## {section}", ""]
        for page in found:
            link = f"[{page.title}]({config.site_url or ''}{page_to_markdown.uri(page.file)})"
            lines.append(f"- {link}: {page.meta['description']}" if "description" in page.meta else f"- {link}")
    return "\n".join(lines) + "\n"


def _in_order(files):
    """The pages in the order of the menu."""
    pages = [file.page for file in files.documentation_pages()]
    first = [page for page in pages if not page.previous_page]
    return [page for start in first for page in _onwards(start)]


def _onwards(page):
    while page:
        yield page
        page = page.next_page
