"""Has Pygments make once what it makes anew for each block of code: its stylesheet, and the lexer of a language."""

import functools
from typing import Any

from pygments.formatters.html import HtmlFormatter
from pymdownx import highlight


def share() -> None:
    """Let all formatters of one style have one stylesheet, and all blocks of one language one lexer."""
    highlight.get_lexer_by_name = functools.cache(highlight.get_lexer_by_name)
    create = HtmlFormatter._create_stylesheet
    made: dict[tuple[Any, str], tuple[Any, Any]] = {}

    def shared(formatter: Any) -> None:
        key = formatter.style, formatter.classprefix
        if key not in made:
            create(formatter)
            made[key] = formatter.ttype2class, formatter.class2style
        formatter.ttype2class, formatter.class2style = made[key]

    HtmlFormatter._create_stylesheet = shared
