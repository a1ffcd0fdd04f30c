"""What the record says of a page that a test writes."""

from tests.support.project import ROOT
from tools.pages import assertions, records
from tools.pages.project import Source


def audit(html, quotable=frozenset(), **made_by_snippets):
    """The text of the record of a page with this HTML, and its problems in words."""
    keys = {name: [*map(assertions.key, texts)] for name, texts in made_by_snippets.items()}
    sections = assertions.read(assertions.parse(html), **keys)
    audited = records.judge(Source(ROOT / "docs/page.md"), sections, quotable)
    return audited.text, [str(problem) for problem in audited.problems]
