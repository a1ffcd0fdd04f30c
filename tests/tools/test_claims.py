"""The gate over claims in words refuses one that no output under its heading shows."""

import pytest

from tests.support.asserted import audit

OUTPUT = '<div class="output highlight"><pre>{}</pre></div>'
FAULTS = {
    "identical": "True",
    "to the last bit": "0.4076 0.4076",
    "is larger than": "0.1801 0.1400",
    "overflows": "tensor(inf)",
    "underflows": "tensor([0., 1.])",
    "differs": "0.3527 0.3528",
}


def unshown(html):
    return [problem for problem in audit(html)[1] if "this claim of" in problem]


@pytest.mark.parametrize("words", FAULTS)
def test_a_claim_without_output_is_refused(words):
    page = f"<h2>One</h2><p>It {words} it.</p>"
    [problem] = unshown(page)
    assert problem.startswith("docs/page.md: ") and "under 'One': no output there shows this claim of" in problem
    assert len(unshown(page + OUTPUT.format("tensor(7)"))) == 1
    assert len(unshown(page + "<h2>Two</h2>" + OUTPUT.format(FAULTS[words]))) == 1
    assert unshown(page + OUTPUT.format(FAULTS[words])) == []
    assert unshown(page.replace(" it.", ' <a href="#two">it</a>.')) == []
