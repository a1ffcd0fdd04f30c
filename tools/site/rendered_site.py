"""A site as a generator has rendered it, before it is finished: its folder, and the pages in the order of the menu."""

import dataclasses
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from tools.pages import articles
from tools.pages.project import Project


@dataclasses.dataclass
class RenderedSite:
    """A rendered site: its folder, its settings, and its files, whose pages have their Markdown and their metadata."""

    folder: Path
    config: MkDocsConfig
    files: Files

    @property
    def pages(self) -> list[Page]:
        """The pages in the order of the menu; those that it does not list come where their files do."""
        ordered = []
        for file in self.files.documentation_pages():
            page = file.page
            if page and not page.previous_page:  # the first page of the menu, or one that it does not list
                while page:
                    ordered.append(page)
                    page = page.next_page
        return ordered

    def section(self, page: Page) -> str:
        """The title of the section of the menu that a page belongs to; of a page in none, the name of the site."""
        outermost = list(page.ancestors)[-1:]
        return outermost[0].title or "" if outermost else self.config.site_name


def read(project: Project, folder: Path) -> RenderedSite:
    """The site of a project that any generator has rendered into a folder."""
    config, files = articles.load_site(project.root)
    get_navigation(files, config)
    site = RenderedSite(folder, config, files)
    for page in site.pages:
        articles.read_source(page, project)
    return site
