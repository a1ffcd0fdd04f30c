"""A message names the line where a sentence begins, however it is broken, or the next with the words in question."""

import pytest

from tools.pages import source_lines

PAGE = """# Page

The loss of [one
row](a.md) is 2.5.

## Gradient

![A curve](a.png)
It falls by 2.5, and
then by 0.5.
The mean is 0.5.
The mean of the rows of a batch is 1.
The mean of the rows of a batch is 2.
"""
PLACES = {
    "a sentence in two lines": ("Page", "The loss of [one row](../a/) is 2.5.", "", 3),
    "its number in the second": ("Page", "The loss of [one row](../a/) is 2.5.", "2.5", 4),
    "a number that stands there before it": ("Gradient", "The mean is 0.5.", "0.5", 11),
    "a minus as the page shows it": ("Gradient", "It falls by 2.5, and then by 0.5.", "−0.5", 9),
    "an alternative text": ("Gradient", "alt: A curve", "", 6),
    "a sentence that is not there": ("Gradient", "It rises.", "", 6),
    "the second of two with one beginning": ("Gradient", "The mean of the rows of a batch is 2.", "", 13),
    "a heading that is not there": ("(the whole page)", "The mean is 0.5.", "", 11),
}


@pytest.mark.parametrize("place", PLACES)
def test_names_the_line(place):
    heading, sentence, words, line = PLACES[place]
    assert source_lines.find(PAGE, heading, sentence, words) == line


def test_a_page_without_text_has_no_line():
    assert source_lines.find("", "Page", "It rises.") == 0
