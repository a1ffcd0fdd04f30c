"""Tells which headings name a part of the section above them: `mseloss-pitfalls` is the Pitfalls of `mseloss`."""

from markdown.extensions.toc import slugify


def whole_of(anchor: str, title: str) -> str:
    """The anchor of the section of which one with this anchor and title is a part, or "".

    The anchor of a part is that of the whole, then its own title.
    """
    own = f"-{slugify(title, '-')}"
    return anchor.removesuffix(own) if anchor.endswith(own) else ""
