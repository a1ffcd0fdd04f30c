"""A changed label, header or unit of an output or a figure differs from the words on record; a number does not."""

import pytest

from tests.support import oracles, words
from tools.examples.files import read_text

TABLE = "| class | logit | loss |\n| --- | --- | --- |\n| Concord | 2.5 | 0.5 ms |\n"
CHANGES = {
    "swapped headers": ("class | logit", "logit | class"),
    "another unit": ("ms", "s"),
    "another label of a row": ("Concord", "Boulder"),
    "a percentage": ("0.5 ms", "0.5 %"),
}
FIGURE = '<svg><g id="x-matplotlib.axis_1"><g id="x-xtick_1"><text>0.5</text></g><text>loss (nats)</text></g>{}</svg>'
LEGEND = "<g><text>class 0</text></g><g><text>class <tspan>1</tspan></text></g>"


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_word_differs(change):
    old, new = CHANGES[change]
    assert TABLE.count(old) == 1
    assert words.of_output(TABLE.replace(old, new)) != words.of_output(TABLE)


def test_a_changed_number_does_not():
    assert words.of_output(TABLE.replace("2.5", "-3e-05")) == words.of_output(TABLE)


def test_lines_of_numbers_are_left_out_and_lines_alike_are_one():
    assert words.of_output("tensor([[1., 2.],\n        [3., inf]])\nloss: 1.5\nloss: 2.5\n0.5 True\n") == ["loss: #"]


def test_the_labels_of_a_figure_keep_their_order_and_their_numbers():
    assert words.of_figure(FIGURE.format(LEGEND)) == ["loss (nats)", "class 0", "class 1"]


def test_a_change_is_shown_in_one_line_with_its_section(monkeypatch):
    folder, mean, total = "understand/temperature", "mean loss | mean confidence", "total loss | mean confidence"
    monkeypatch.setattr(words, "read_text", lambda path: read_text(path).replace(mean, total))
    changed = [line for line in words.changes(folder).split("\n")[2:] if line[0] in "+-"]
    assert changed == [
        "-  | T | mean loss | mean confidence | right |",
        "+  | T | total loss | mean confidence | right |",
    ]


def test_words_of_a_part():
    assert words.folders("temperature/best") == ["understand/temperature"]
    assert words.folders() == [*oracles.modules()]
