"""Tells which headings name a part of the section above them: `mseloss-pitfalls` is the Pitfalls of `mseloss`."""

from markdown.extensions.toc import slugify


def whole_of(anchor: str, title: str) -> str:
    """The anchor of the section of which one with this title is a part, or ""; that of a part ends in its own title."""
    own = f"-{slugify(title, '-')}"
    return anchor.removesuffix(own) if anchor.endswith(own) else ""
