"""Finishes a rendered site: adds to its pages, and writes beside them, what no generator does; then publishes it.

    python -m tools.site.finish FOLDER [SITE]    finish what was rendered into FOLDER, and put it in the place of SITE

Any generator may have rendered the pages. Whether they are right is for `python -m tools.pages check` to say.
"""

import argparse
import dataclasses
import sys
from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from tools.examples import files
from tools.examples.files import Problem, read_text
from tools.examples.snippets import DATA
from tools.pages import other_versions, project
from tools.pages.includes import Include
from tools.pages.other_versions import Block
from tools.pages.project import Project
from tools.site import (
    csp,
    downloads,
    exchange,
    finder,
    html_repairs,
    minify,
    page_html,
    rendered_site,
    search_names,
    snippet_files,
    social_images,
    source_links,
    version_notes,
)
from tools.site.downloads import Texts
from tools.site.rendered_site import RenderedSite
from tools.site.search_names import Names


@dataclasses.dataclass
class Ingredients:
    """What a page is finished from.

    Its HTML as it was rendered, its blocks in other versions, what it shows of scripts and data, its foot, and whether
    other versions have been tried.
    """

    html: str
    blocks: list[Block]
    shown: list[tuple[Include, str]]
    foot: str
    is_compared: bool


@dataclasses.dataclass
class Finished:
    """A finished page: its HTML, what stands beside it, the names of its sections for the search, what is wrong."""

    html: str
    texts: Texts = Texts("")
    names: Names = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)


Kept = dict[str, tuple[Ingredients, Finished]]  # by a page's address


def finish(site: RenderedSite, found: Project, kept: Kept | None = None) -> list[Problem]:
    """Finish a rendered site in its folder; why it must not be published.

    A server keeps the pages that it has finished, and finishes only those that have changed. They have no policy, which
    would block the script that reloads them, and the site's scripts stay as they were written.
    """
    is_served, problems = kept is not None, list[Problem]()
    texts, names = dict[str, Texts](), dict[str, Names]()
    for page in site.pages:
        source, path = Path(page.file.abs_src_path or ""), Path(site.folder, page.file.dest_uri)
        try:
            made_of = _gather(source, read_text(path), found)
        except Problem as problem:
            problems.append(problem)
            continue
        before = kept.get(page.url) if kept else None
        finished = before[1] if before and before[0] == made_of else _finish_page(page, made_of, site, found, is_served)
        if kept is not None:
            kept[page.url] = made_of, finished
        path.write_text(finished.html, encoding="utf-8")
        problems += finished.problems
        texts[page.url], names[page.url] = finished.texts, finished.names
    if problems and not is_served:
        return problems
    not_found = site.folder / "404.html"
    if not_found.is_file():
        finished = _finish_html(read_text(not_found), Path(site.config.theme.custom_dir or "", "404.html"), is_served)
        not_found.write_text(finished.html, encoding="utf-8")
        problems += finished.problems
    search_names.add_to_index(site.folder, names.values())
    downloads.write(site, texts)
    try:
        finder.write(site, found, search_names.sections(site.folder, names.values()))
    except Problem as problem:
        problems.append(problem)
    snippet_files.publish(found.root, site.folder)
    if not is_served:
        social_images.write(site, found)
        minify.minify_files(Path(site.config.docs_dir), site.folder)
    return problems


def _gather(source: Path, html: str, found: Project) -> Ingredients:
    if source not in found.pages:
        raise Problem(source, 0, "was not there when the project was read; try again")
    if csp.is_added(html):
        raise Problem(source, 0, "is finished already; render the site anew")
    blocks = other_versions.read(found, source)
    of_files = [include for include in found.pages[source].includes if include.end in {".py", *DATA}]
    shown = [(include, text) for include in of_files if (text := found.text(include))]
    return Ingredients(html, blocks, shown, other_versions.describe(found, blocks), bool(found.records))


def _finish_page(page: Page, made_of: Ingredients, site: RenderedSite, found: Project, is_served: bool) -> Finished:
    before, content, after = page_html.split(made_of.html)
    content = search_names.without_marks(html_repairs.lighten_cards(html_repairs.repair_content(content)))
    names, additions = search_names.find(content, page.url), list(version_notes.notes(content, made_of.blocks))
    problems = []
    try:
        files = source_links.links(content, made_of.shown, lambda name: get_relative_url(f"snippets/{name}", page.url))
        additions += files
    except Problem as problem:
        problems.append(problem)
    content = page_html.insert(content, additions)
    content = source_links.links_to_forms(content, page, site.config.repo_url or "")
    content += version_notes.foot(made_of.foot, page, made_of.is_compared)
    before = source_links.link_to_markdown(source_links.link_to_edit(before, page), page)
    before = social_images.link(before, page, site)
    finished = _finish_html(before + content + after, Path(page.file.abs_src_path or ""), is_served)
    texts = downloads.convert(page, site, found, made_of.foot)
    return Finished(finished.html, texts, names, [*problems, *finished.problems])


def _finish_html(html: str, source: Path, is_served: bool) -> Finished:
    """Finish a whole page, whatever it holds."""
    html = html_repairs.repair_theme(html)
    wrong = "shows what would run as a script, {!r}; a page holds none of its own"
    problems = [Problem(source, 0, wrong.format(script)) for script in csp.foreign(html)]
    written = "shows an image written into it, {!r}, which no check reads; save it by a script, as a figure"
    problems += [Problem(source, 0, written.format(image)) for image in csp.written_images(html)]
    return Finished(html if is_served else csp.add_policy(html), problems=problems)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.site.finish", description="Finish and publish a site.")
    parser.add_argument("folder", type=Path, help="the folder into which a generator has rendered the pages")
    parser.add_argument("site", nargs="?", default="site", type=Path, help="where to publish it (site)")
    options = parser.parse_args()
    found = project.read(Path.cwd())
    site = rendered_site.read(found, options.folder.resolve())
    try:
        problems = finish(site, found)
    except OSError as error:
        sys.exit(files.describe(error))
    if problems:
        sys.exit("\n".join(["nothing is published:", *map(str, problems)]))
    exchange.replace_folder(str(options.folder), str(options.site))


if __name__ == "__main__":
    main()
