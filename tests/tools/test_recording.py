"""Recording asks before it takes a change that could be wrong though code shows it, and takes what is only new."""

import pytest

from tests.support.asserted import doubts

OUTPUT = '<h2>One</h2><div class="output"><pre>0.6652 0.4076 0.5 2 3 5</pre></div>'
LABELLED = '<div class="output"><pre>loss of Boulder: 0.81 3 rows\nloss of Chicago: 0.65 2 rows</pre></div>'
SAID = "<p>The loss of row 2 is 0.4076, and two of the rows cost more than <code>l1_loss</code> says.</p>"
FORMULA = "<p>The loss is <math><mi>p</mi><mo>{}</mo><mi>y</mi></math>.</p>"
CELLS = "<table><tr><td>SciPy</td><td>{}</td><td>none</td></tr></table>"
CODE = '<div><pre><span class="n">x</span><span class="c1"># (2, 3), {}</span></pre></div>'
MARKED = '<div class="output"><pre><span class="{}">mean: 2.5</span><span class="{}">float: 2.3</span></pre></div>'

ASKED = {
    "a number": (SAID, SAID.replace("0.4076", "0.6652"), ["0.6652"]),
    "two numbers": (SAID, SAID.replace("0.4076", "0.6652").replace("row 2", "row 3"), ["3", "0.6652"]),
    "swapped numbers": ("<p>From 2 to 3.</p>", "<p>From 3 to 2.</p>", ["3", "2"]),
    "a number, with other words": (
        SAID,
        SAID.replace("row 2 is 0.4076", "this row comes to 0.6652"),
        ["0.6652", "this comes to"],
    ),
    "a number in a longer sentence": (
        SAID,
        SAID.replace("0.4076", "0.6652").replace(" says", " says on a GPU"),
        ["0.6652", "on a gpu"],
    ),
    "a number where a sentence is split": (SAID, SAID.replace("0.4076, and", "0.6652. Also,"), ["0.6652"]),
    "a number word": (SAID, SAID.replace("two", "three"), ["three"]),
    "a name": (SAID, SAID.replace("l1_loss", "mae_loss"), ["mae_loss"]),
    "a sign in a formula": (FORMULA.format("+"), FORMULA.format("-"), ["formula"]),
    "a relation": (SAID, SAID.replace("more", "less"), ["less"]),
    "certainty": ("<p>For a batch of rows it may be so.</p>", "<p>For a batch of rows it is so.</p>", ["is"]),
    "a number word that goes": (SAID, SAID.replace("two of", "some of"), ["some"]),
    "a number that comes": (SAID, SAID.replace("of the rows", "of the 5 rows"), ["value"]),
    "a word of any kind": (SAID, SAID.replace("of row", "without row"), ["without"]),
    "a sign in code": ("<p><code>a + b</code></p>", "<p><code>a - b</code></p>", ["-"]),
    "two words that change places": (
        "<p>It divides each row by the sum of a column.</p>",
        "<p>It divides each column by the sum of a row.</p>",
        ["column row"],
    ),
    "a word of a heading": ("<h3>The softmax fails earlier</h3>", "<h3>The softmax fails later</h3>", ["later"]),
    "a word of an alternative text": (
        '<img alt="a long bar on the left">',
        '<img alt="a long bar on the right">',
        ["right"],
    ),
    "a cell": (CELLS.format("all entries at once"), CELLS.format("the last axis"), ["the last axis"]),
    "the place of a link": ('<p>See <a href="#two">it</a>.</p>', '<p>See <a href="#the-one">it</a>.</p>', ["#the-one"]),
    "the colour of a figure": ('<figure class="plot prob"></figure>', '<figure class="plot ink"></figure>', ["ink"]),
    "the picture on a card": ('<div class="thumb" data-word="p − y">', '<div class="thumb" data-word="p − q">', ["q"]),
    "the tolerance of an answer": ('<loss-prediction decimals="2">', '<loss-prediction decimals="0">', ["0"]),
    "a marked line": (MARKED.format("hll", ""), MARKED.format("", "hll"), ["2.3", "float"]),
    "a word of a comment": (
        CODE.format("the first row has one rival"),
        CODE.format("the last row has one rival"),
        ["last"],
    ),
    "a number of a comment": (CODE.format("gamma = 2"), CODE.format("gamma = 3"), ["3"]),
    "a negation": ("<p>It does fit.</p>", "<p>It does not fit.</p>", ["not"]),
    "a rounding": ("", "<p>About 0.67.</p>", ["0.67"]),
    "the number of another line": (LABELLED, LABELLED + "<p>Chicago has the loss 0.81.</p>", ["0.81"]),
    "an integer of another line": (LABELLED, LABELLED + "<p>Chicago, with a loss of 0.65, has 3 rows.</p>", ["3"]),
}


@pytest.mark.parametrize("change", ASKED)
def test_asks(change):
    before, after, tokens = ASKED[change]
    asked = doubts(OUTPUT + before, OUTPUT + after)
    assert sorted(each.split(" under ")[0] for each in asked) == sorted(tokens)
    assert doubts(OUTPUT + before, OUTPUT + after, accepted=tokens) == []


NOT_ASKED = {
    "a new sentence": ("", SAID),
    "a second sentence like another": (SAID, SAID + SAID.replace("0.4076", "0.6652")),
    "other words": (SAID, SAID.replace("The loss of row 2 is 0.4076, and", "In row 2 you get a loss of 0.4076, while")),
    "a capital": ("<p>A mean of two rows.</p>", "<p>a mean of two rows.</p>"),
    "a shape, which is run": (CODE.format("x"), CODE.format("x").replace("(2, 3)", "(3, 2)")),
    "a sentence about something else": (SAID, "<p>Its first line prints 0.6652.</p>"),
    "a sentence gone": (SAID, ""),
    "the number of the line that is said": (LABELLED, LABELLED + "<p>Chicago has the loss 0.65, Boulder 0.81.</p>"),
    "a number of a line that says as little": (LABELLED, LABELLED + "<p>One loss is 0.81.</p>"),
    "an integer of a line that says a word less": (LABELLED, LABELLED + "<p>Chicago has 3.</p>"),
}


@pytest.mark.parametrize("change", NOT_ASKED)
def test_does_not_ask(change):
    before, after = NOT_ASKED[change]
    assert doubts(OUTPUT + before, OUTPUT + after) == []


def test_a_number_that_is_computed_no_longer_may_be_replaced():
    assert doubts(OUTPUT + SAID, (OUTPUT + SAID).replace("0.4076", "0.4077")) == []
