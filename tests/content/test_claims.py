"""Where the prose claims a relation in words, output beside it shows it, or a section to which it links.

What stands in emphasis is a source's claim, not the page's.
"""

import re

import pytest
from bs4 import BeautifulSoup

from tests.support.project import ROOT
from tools.pages import numbers

SHOWN = {  # what the words claim, and how output shows it
    "equality": (
        r"\bidentical|to the last bit|digit for digit|\bexactly the same|\bequal to\b|\b(?:is|are|gives?|prints?) the same\b|\bagree\b",
        lambda text: "True" in text or len(set(numbers := re.findall(r"\d\.\d{3,}", text))) < len(numbers),
    ),
    "difference": (
        r"\bdiffers?\b|\bdisagree|\bdoes not agree\b",
        lambda text: "False" in text or len(set(re.findall(r"\d+(?:\.\d+)?|inf|nan", text))) > 1,
    ),
    "order": (
        r"\b(?:larger|smaller|greater|less|more|fewer|higher|lower|further|worse|better) than\b|\bshrinks?\b|\bexceeds?\b",
        lambda text: len(set(re.findall(r"-?\d+(?:\.\d+)?", text))) > 1 or "True" in text,
    ),
    "overflow": (r"\boverflows?\b|\bis infinite\b|\binfinity\b", lambda text: re.search(r"\binf\b|\bnan\b", text)),
    "underflow": (
        r"\bunderflows?\b|\brounded to 0\b|\bvanish",
        lambda text: re.search(r"\binf\b|\bnan\b|\b0\.(?:0*\b|\B)", text),
    ),
}
INTERNAL = re.compile("^(?!https?:)")
PAGES = [
    path.relative_to(ROOT / "docs").with_suffix("")
    for end in ("md", "py")
    for path in (ROOT / "docs").rglob(f"*.{end}")
]


def unshown(html):
    """Each claim that neither output under its heading nor a link in its own sentence, item or row shows, as a sentence.

    What the introduction claims may be shown anywhere on the page. A table without a link counts as output.
    """
    article = BeautifulSoup(html, "html.parser")
    sections = numbers.sections(
        article, [numbers.cells(table) for table in article("table") if not table.find("a", href=INTERNAL)]
    )
    whole = "\n".join(output for section in sections for output in section.outputs)
    for section in sections:
        shown = whole if section.blocks[:1] and section.blocks[0].name == "h1" else "\n".join(section.outputs)
        for block in section.blocks:
            said = " ".join(text for text in block.find_all(string=True) if not text.find_parent(["math", "em"]))
            linked = (block.parent if block.name == "td" else block).find("a", href=INTERNAL, class_=False)
            for kind, (words, evidence) in SHOWN.items():
                claim = re.search(words, said)
                if claim and not linked and not evidence(shown):
                    yield f"under {section.heading!r}: {claim[0]!r} claims an {kind} that no output there shows"


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_claim_is_shown(page, site):
    html = (site / (page.parent if page.name == "index" else page) / "index.html").read_text(encoding="utf-8")
    assert list(unshown(re.search("<article.*</article>", html, re.DOTALL)[0])) == []


OUTPUT = '<div class="output highlight"><pre>{}</pre></div>'
FAULTS = {
    "identical": "True",
    "to the last bit": "0.4076 0.4076",
    "is larger than": "0.1801 0.1400",
    "overflows": "tensor(inf)",
    "underflows": "tensor([0., 1.])",
    "differs": "0.3527 0.3528",
}


@pytest.mark.parametrize("words", FAULTS)
def test_a_claim_without_output_is_refused(words):
    page = f"<h2>One</h2><p>It {words} it.</p>"
    assert len(list(unshown(page))) == 1
    assert len(list(unshown(page + OUTPUT.format("tensor(7)")))) == 1
    assert len(list(unshown(page + "<h2>Two</h2>" + OUTPUT.format(FAULTS[words])))) == 1
    assert not list(unshown(page + OUTPUT.format(FAULTS[words])))
    assert not list(unshown(page.replace(" it.", ' <a href="#two">it</a>.')))
