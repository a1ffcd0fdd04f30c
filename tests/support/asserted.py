"""What the record says of a page that a test writes."""

from tests.support.project import ROOT
from tools.pages import assertions, records
from tools.pages.project import Source


def audit(html, quotable=frozenset(), made=()):
    """The text of the record of a page with this HTML, and its problems in words."""
    sections = assertions.read(assertions.parse(html), {assertions.key(text): text for text in made})
    audited = records.judge(Source(ROOT / "docs/page.md"), sections, quotable)
    return audited.text, [str(problem) for problem in audited.problems]


def doubts(before, after, accepted=()):
    """What recording asks about a page that was recorded with one HTML and now has another."""
    sections = assertions.read(assertions.parse(after), {})
    audited = records.judge(Source(ROOT / "docs/page.md", asserted=audit(before)[0]), sections, ())
    assert not audited.problems
    return [problem.text for problem in audited.doubts(accepted)]
