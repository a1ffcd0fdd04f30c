"""Keeps what pages rendered to and what the index has of them: a server renders and indexes only those that changed."""

import copy
import dataclasses
import functools
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from tools.site.ahead import Ahead

SET_BY_RENDER = ["content", "toc", "_title_from_render", "present_anchor_ids"]  # the attributes that Page.render sets
UNINDEXED = re.compile(r"</?(?:span|m\w+)\b[^>]*>|<svg\b.*?</svg>", re.DOTALL)  # most of a page's tags, none is indexed


@dataclasses.dataclass
class Rendered:
    """What a page rendered to, from `key`; `links` are the anchors that it links to, by the path of their file."""

    key: Any = None
    attributes: dict[str, Any] = dataclasses.field(default_factory=dict)
    links: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)


class RenderedPages:
    """What each page rendered to last, with a key: all that it was rendered from. Some may be rendered in a fork."""

    def __init__(self) -> None:
        self.kept: dict[str, Rendered] = {}
        self.ahead: Ahead | None = None
        self.awaited: set[str] = set()

    def render_ahead(self, pages: Collection[Page], render: Callable[[Page], None]) -> None:
        """Render pages in a fork; `restore` waits for them when it is asked for one."""
        self.awaited = {page.file.src_uri for page in pages}
        self.ahead = Ahead(lambda: self._render(pages, render))

    def _render(self, pages: Collection[Page], render: Callable[[Page], None]) -> dict[str, Rendered]:
        self.awaited.clear()
        for page in pages:
            render(page)
        return self.kept

    def restore(self, page: Page, key: Any, files: Files) -> bool:
        """Give the page what it rendered to last and return True, or return False if the key has changed."""
        if self.ahead and page.file.src_uri in self.awaited:
            self.awaited.clear()
            self.kept |= self.ahead.take() or {}
        last = self.kept.get(page.file.src_uri, Rendered())
        if key != last.key:
            return False
        for name, value in last.attributes.items():
            setattr(page, name, value)
        linked = {files.get_file_from_path(path): anchors for path, anchors in last.links.items()}
        page.links_to_anchors = {file: anchors for file, anchors in linked.items() if file}
        return True

    def keep(self, page: Page, key: Any) -> None:
        """Keep what the page has rendered to."""
        attributes = {name: getattr(page, name) for name in SET_BY_RENDER}
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        self.kept[page.file.src_uri] = Rendered(key, attributes, links)

    def close(self) -> None:
        """End the fork."""
        if self.ahead:
            self.ahead.close()


class SearchEntries:
    """What the search index holds of each page, with the content that it was read from.

    The index reads a page without the tags around the parts of its code and formulas: it keeps none of them, and would
    take twice the time.
    """

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str | None, list[dict[str, Any]]]] = {}

    def keep_in(self, plugins: Mapping[str, Any]) -> None:
        """Have the index of the search plugin, new in each build, take the entries of unchanged pages from here."""
        for index in [plugin.search_index for plugin in plugins.values() if hasattr(plugin, "search_index")]:
            index.add_entry_from_context = functools.partial(self._add, index, index.add_entry_from_context)

    def _add(self, index: Any, add: Callable[[Page], None], page: Page) -> None:
        content, entries = self.kept.get(page.url, (None, []))
        if content is None or content != page.content:
            first, content = len(index.entries), page.content
            bare = copy.copy(page)
            bare.content = UNINDEXED.sub("", content or "")
            add(bare)
            entries = index.entries[first:]
            del index.entries[first:]
            self.kept[page.url] = content, entries
        index.entries += copy.deepcopy(entries)
