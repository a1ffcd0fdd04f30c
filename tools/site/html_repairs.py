"""Puts right what keeps a rendered page from being valid, light HTML that every reader can use, where no setting of the theme
does.
"""

import re

REPAIRS = [
    # Only fields of text can be completed.
    (r'(<input class="md-toggle"[^>]*) autocomplete="off"', r"\1"),
    # Markdown writes XHTML.
    (r"<(hr|br) />", r"<\1>"),
    # A dialog has a name.
    (r'data-md-component="search" role="dialog"', r'\g<0> aria-label="Search"'),
    # The menu below a section with a page of its own is named after the link to that page, not after the arrow beside it.
    (r'(md-nav__container">\s*<a )((?:(?!</div>).)*?<label [^>]*?) (id="\w+_label")', r"\1\3 \2"),
    # On such a page the menu has no switch for the table of contents, so that its title is no label of one.
    (r'\A(?!.*id="__toc")(.*<label class="md-nav__title") for="__toc"', r"\1"),
    # Names, punctuation, operators and spaces in code look as code does: two of three elements of a page would say nothing.
    (r'<span class="[npow]">([^<]*)</span>', r"\1"),
]


def repair(html):
    """The page with everything put right."""
    for wrong, right in REPAIRS:
        html = re.sub(wrong, right, html, flags=re.DOTALL)
    return html
