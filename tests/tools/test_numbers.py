"""The gate over the numbers in the prose refuses what is not computed, wherever it stands, and lets pass what is."""

import pytest

from tests.support.asserted import audit

CODE = '<div class="highlight"><pre><code><span class="mf">{}</span></code></pre></div>'
OUTPUT = '<div class="output highlight"><pre><code>{}</code></pre></div>'
COMPUTED = (
    "<h2>One</h2>" + OUTPUT.format("0.6652 0.3567 12.3449 12.3451 -1.4076 1.4e-05 98.25 nan -inf") + CODE.format("0.05")
)


RIGHT = [
    *("0.6652", "−1.4076", "-1.4076", "0.665", "0.67", "0.36", "1.4e-05", "1.4e−5", "98.25", "nan", "-inf", "−∞"),
    *("0.05", ".05", "5%", "from 0.05 to 0.6652.", "(0.6652)", "float32", "log2", "2.13.0", "<q>0.20</q>"),
    '<p class="recorded">Recorded with Keras 3.15 and torch 2.13 on 4 May 2026; not run at build.</p>',
    '<p class="recorded">Quoted from the sources of torch 2.13 on 4 May 2026: this site is built without a GPU.</p>',
]


@pytest.mark.parametrize("said", RIGHT)
def test_passes_what_is_computed(said):
    html = said if said.startswith("<p") else f"<p>It is {said}</p>"
    assert audit(f"{COMPUTED}{html}", quotable={"0.20"})[1] == []


WRONG = {
    "another digit": ("0.6653", "0.6653 under 'One': no code there computes it, the nearest is 0.6652"),
    "cut off, not rounded": ("0.66", "0.66 under 'One'"),
    "rounded from two values": ("12.345", "12.345 under 'One'"),
    "more digits than computed": ("0.66520001", "0.66520001 under 'One'"),
    "a sign lost": ("1.4076", "1.4076 under 'One'"),
    "a typographic minus": ("−0.6652", "−0.6652 under 'One'"),
    "an exponent": ("1.4e-06", "1.4e-06 under 'One'"),
    "a percentage": ("66 %", "66 % under 'One'"),
    "an integer": ("7", "7 under 'One'"),
    "infinity": ("inf", "inf under 'One': no code there computes it, nothing like it"),
    "a quotation that the ledger lacks": ("<q>0.21</q>", "0.21 under 'One': it is marked as quoted"),
}
NOT_RECORDED = {
    "without a date": '<p class="recorded">Recorded with Keras, version 4.5; not run at build.</p>',
    "of some day": '<p class="recorded">Recorded with Keras on a day: 4; not run at build.</p>',
    "of a day that is none": '<p class="recorded">Recorded with Keras on 31 June 2026; not run at build.</p>',
    "of a month that is none": '<p class="recorded">Recorded with Keras on 3 Nonsense 2026; not run at build.</p>',
    "of a day to come": '<p class="recorded">Recorded with Keras on 4 May 2999; not run at build.</p>',
    "in a sentence": '<p>As <span class="recorded">Recorded with Keras on 4 May 2026; not run at build.</span></p>',
    "over a list": '<ul class="recorded"><li>Recorded with Keras on 4 May 2026; not run at build.</li></ul>',
    "with another end": '<p class="recorded">Recorded with Keras on 4 May 2026: it is three quarters.</p>',
    "after another sentence": '<p class="recorded">Recorded with care. It is 7 on 4 May 2026; not run at build.</p>',
}


@pytest.mark.parametrize("record", NOT_RECORDED)
def test_refuses_a_record(record):
    problems = audit(f"{COMPUTED}{NOT_RECORDED[record]}")[1]
    assert problems and "recorded says so in a paragraph: Recorded with WHAT on 1 January 2026; not" in problems[0]


@pytest.mark.parametrize("fault", WRONG)
def test_refuses(fault):
    said, message = WRONG[fault]
    [problem] = audit(f"{COMPUTED}<p>It is {said}.</p>", quotable={"0.20"})[1]
    assert problem.startswith("docs/page.md: ") and message in problem


PLACES = {
    "paragraph": "<p>{}</p>",
    "emphasis": "<p><strong>{}</strong></p>",
    "inline code": "<p><code>{}</code></p>",
    "list": "<ul><li>{}</li></ul>",
    "table": "<table><tr><th>a</th></tr><tr><td>{}</td></tr></table>",
    "admonition": '<div class="admonition note"><p class="admonition-title">{}</p></div>',
    "details": "<details><summary>{}</summary></details>",
    "tab": '<div class="tabbed-labels"><label>{}</label></div>',
    "heading": "<h3>{}</h3>",
    "caption": "<figure><figcaption>{}</figcaption></figure>",
    "alternative text": '<img alt="{}">',
    "label for a screen reader": '<div role="img" aria-label="{}"></div>',
    "name of a group of choices": '<select><optgroup label="{}"></optgroup></select>',
    "value for a screen reader": '<div role="slider" aria-valuetext="{}"></div>',
    "description for a screen reader": '<div role="img" aria-description="{}"></div>',
    "tooltip": '<abbr title="{}">a</abbr>',
    "drawing by hand": "<svg><text>{}</text></svg>",
    "formula": "<math><mi>p</mi><mo>=</mo><mn>{}</mn></math>",
    "link": '<a href="#x">{}</a>',
}


@pytest.mark.parametrize("place", PLACES)
def test_looks_everywhere(place):
    assert "0.6653" in audit(COMPUTED + PLACES[place].format("0.6653"))[1][0]


PARTS = '<h2 id="one">One</h2><h3 id="one-why">Why</h3>{}<h3 id="{}">More</h3><p>It overflows: 0.6652.</p>'


def test_the_parts_of_a_section_share_what_they_compute():
    output = OUTPUT.format("0.6652 inf")
    assert audit(PARTS.format(output, "one-more"))[1] == []
    assert len(audit(PARTS.format(output, "more"))[1]) == 2


NOT_COMPUTED = {
    "under another heading": OUTPUT.format("0.6652") + "<h2>Two</h2>",
    "in a comment": '<div class="highlight"><pre><span class="n">x</span><span class="c1"># 0.6652</span></pre></div>',
    "in a string": '<div class="highlight"><pre><span class="s2">"0.6652"</span></pre></div>',
    "in a block that is neither code nor output": '<div class="highlight"><pre>0.6652</pre></div>',
    "in a table by hand": "<table><tr><td>0.6652</td></tr></table>",
    "at the tick of a drawing": '<svg><g id="a-xtick_1"><text>0.6652</text></g></svg>',
}


@pytest.mark.parametrize("place", NOT_COMPUTED)
def test_does_not_count_as_computed(place):
    made = ["0.6652"] if "tick" in place else []
    problems = audit(f"<h2>One</h2>{NOT_COMPUTED[place]}<p>0.6652</p>", made=made)[1]
    assert any("0.6652" in problem for problem in problems)


def test_tables_and_figures_that_a_snippet_made_count():
    table, drawing = "<table><tr><td>0.6652</td></tr></table>", "<svg><text>at 0.7</text></svg>"
    assert audit(f"{table}{drawing}<p>0.6652 and 0.7</p>", made=["0.6652", "at 0.7"])[1] == []


FORMULAS = {
    "a number": ("<mn>1</mn>", "<mn>2</mn>"),
    "a symbol": ("<mi>p</mi>", "<mi>q</mi>"),
    "a sign": ("<mi>p</mi><mo>+</mo><mi>y</mi>", "<mi>p</mi><mo>−</mo><mi>y</mi>"),
    "an index for a power": ("<msub><mi>p</mi><mi>k</mi></msub>", "<msup><mi>p</mi><mi>k</mi></msup>"),
    "a product for a fraction": ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "<mi>a</mi><mi>b</mi>"),
    "a fraction without its bar": (
        "<mfrac><mi>a</mi><mi>b</mi></mfrac>",
        '<mfrac linethickness="0px"><mi>a</mi><mi>b</mi></mfrac>',
    ),
    "a sign that is not seen": ("<mo>−</mo><mi>p</mi>", "<mphantom><mo>−</mo></mphantom><mi>p</mi>"),
    "a sign in another colour": ("<mo>−</mo><mi>p</mi>", '<mo mathcolor="white">−</mo><mi>p</mi>'),
    "a brace": (
        "<msup><mi>e</mi><mi>z</mi></msup><mi>k</mi>",
        "<msup><mi>e</mi><mrow><mi>z</mi><mi>k</mi></mrow></msup>",
    ),
}


@pytest.mark.parametrize("change", FORMULAS)
def test_a_formula_is_recorded_by_its_structure(change):
    (one, problems), (other, _) = (audit(f"<p><math>{formula}</math></p>") for formula in FORMULAS[change])
    assert one != other and "$" in one and not problems


CHANGES = {
    "a number in words": ("Two of the six rows", "Three of the six rows"),
    "a relation": ("the largest logit", "the smallest logit"),
    "a name": ("Use <code>l1_loss</code>.", "Use <code>mae_loss</code>."),
    "an address": ('<a href="#one">There</a>.', '<a href="#two">There</a>.'),
    "a marked line": (
        '<div class="output"><pre><span class="hll">a</span>b</pre></div>',
        '<div class="output"><pre>a<span class="hll">b</span></pre></div>',
    ),
    "an alternative text": ('<img alt="a curve that rises">', '<img alt="a curve that falls">'),
    "the start of a list": ('<ol start="2"><li>x</li></ol>', '<ol start="3"><li>x</li></ol>'),
    "a version": ("Since torch 2.13.0", "Since torch 2.14.0"),
    "a word that is hidden": ("It is <em>not</em> so.", "It is <em hidden>not</em> so."),
    "a word that is not displayed": ("It is <em>not</em> so.", 'It is <em style="display: none">not</em> so.'),
    "a word that is struck out": ("It is <em>not</em> so.", "It is <s>not</s> so."),
    "a power": ("n<sup>2</sup>", "n<sub>2</sub>"),
    "the level of a heading": ("</p><h2>L1</h2><p>", "</p><h3>L1</h3><p>"),
    "the anchor of a heading": ('</p><h2 id="one">One</h2><p>', '</p><h2 id="two">One</h2><p>'),
    "the example of a calculator": ('<loss-calculator logits="1">', '<loss-calculator logits="2">'),
    "the direction of a text": ("It is <span>12</span>.", 'It is <span dir="rtl">12</span>.'),
    "a number in a permalink": ("It is so.", 'It is so.<a class="headerlink">2</a>'),
    "a class like that of a permalink": ("It is so.", 'It is so.<span class="headerlink-2">2</span>'),
    "a template in a shadow": ("It is so.", 'It is so.<template shadowrootmode="open">2</template>'),
    "a tooltip": ('<abbr title="mean">m</abbr>', '<abbr title="sum">m</abbr>'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_differs_from_the_record(change):
    before, after = (audit(f"<h2>One</h2>{OUTPUT.format('2 3')}<p>{said}</p>")[0] for said in CHANGES[change])
    assert before != after


def test_two_blocks_that_change_places_differ_from_the_record():
    blocks = [CODE.format("5.5"), OUTPUT.format("7 rows")]
    one, other = (audit("".join(order), made=["5.5", "7 rows"])[0] for order in (blocks, blocks[::-1]))
    assert one != other and "! 7 rows\n" in one


@pytest.mark.parametrize("glued", ["12.75ms", "0.9999x", "3.5GB", "¾", "7th"])
def test_a_glued_digit_is_read(glued):
    assert audit(f"<h2>One</h2><p>It is {glued}.</p>")[1] or f"{glued}\tname" in audit(f"<p>{glued}</p>")[0]
