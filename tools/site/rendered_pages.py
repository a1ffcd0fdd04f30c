"""Keeps what a server's pages rendered to, so that a rebuild renders only those that have changed."""

from typing import Any

from mkdocs.structure.pages import Page

SET_BY_RENDER = ["content", "toc", "_title_from_render", "present_anchor_ids"]  # the attributes that Page.render sets


class RenderedPages:
    """What each page rendered to last, with a key: all that it was rendered from."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Any, dict[str, Any]]] = {}

    def restore(self, page: Page, key: Any) -> bool:
        """Give the page what it rendered to last and return True, or return False if the key has changed."""
        if page.file.src_uri not in self.kept:
            return False
        last_key, attributes = self.kept[page.file.src_uri]
        if key != last_key:
            return False
        for name, value in attributes.items():
            setattr(page, name, value)
        return True

    def keep(self, page: Page, key: Any, *more: str) -> None:
        """Keep what the page has rendered to, and `more` of its attributes."""
        attributes = {name: getattr(page, name) for name in [*SET_BY_RENDER, *more]}
        self.kept[page.file.src_uri] = key, attributes
