"""Keeps what pages rendered to and what the index has of them: a server renders and indexes only those that changed."""

import copy
import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

from mkdocs.structure.pages import Page

SET_BY_RENDER = ["content", "toc", "_title_from_render", "present_anchor_ids"]  # the attributes that Page.render sets
UNINDEXED = re.compile(r"</?(?:span|m\w+)\b[^>]*>|<svg\b.*?</svg>", re.DOTALL)  # most of a page's tags, none is indexed


class RenderedPages:
    """What each page rendered to last, with a key: all that it was rendered from."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Any, dict[str, Any]]] = {}

    def restore(self, page: Page, key: Any) -> bool:
        """Give the page what it rendered to last and return True, or return False if the key has changed."""
        last_key, attributes = self.kept.get(page.file.src_uri, (None, {}))
        if key != last_key:
            return False
        for name, value in attributes.items():
            setattr(page, name, value)
        return True

    def keep(self, page: Page, key: Any) -> None:
        """Keep what the page has rendered to."""
        attributes = {name: getattr(page, name) for name in SET_BY_RENDER}
        self.kept[page.file.src_uri] = key, attributes


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
