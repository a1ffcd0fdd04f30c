"""Has Pygments make its stylesheet once: by itself, it makes the same one for each block of code."""

from typing import Any

from pygments.formatters.html import HtmlFormatter


def share_stylesheets() -> None:
    """Let all formatters of one style have one stylesheet."""
    create = HtmlFormatter._create_stylesheet
    made: dict[tuple[Any, str], tuple[Any, Any]] = {}

    def share(formatter: Any) -> None:
        key = formatter.style, formatter.classprefix
        if key not in made:
            create(formatter)
            made[key] = formatter.ttype2class, formatter.class2style
        formatter.ttype2class, formatter.class2style = made[key]

    HtmlFormatter._create_stylesheet = share
