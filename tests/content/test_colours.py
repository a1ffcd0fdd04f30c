"""The colours of the six quantities can be read as text, and told apart by the colour-blind, in both schemes."""

import itertools
import re

import numpy as np
import pytest

from tests.support.project import ROOT

NAMES = ["logit", "prob", "logprob", "target", "loss", "gradient"]
GROUNDS = {"default": "#ffffff", "slate": "#14181f"}
CSS = (ROOT / "docs/assets/site.css").read_text(encoding="utf-8")
SEEN_BY = {  # linear RGB as these eyes see it: Machado, Oliveira and Fernandes, 2009, severity 1
    "all cones": np.eye(3),
    "no red cones": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "no green cones": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "no blue cones": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}


def linear(colour):
    """A colour as linear RGB."""
    srgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    """The contrast of two colours, as WCAG defines it."""
    dark, light = sorted(linear(colour) @ [0.2126, 0.7152, 0.0722] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def distance(one, other, eyes):
    """How far apart these eyes see two colours, in OKLab, where black and white are 1 apart."""
    cones = np.array([[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]])
    lab = np.array([[0.2105, 0.7936, -0.0041], [1.9780, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]])
    seen = [lab @ np.cbrt(cones @ np.clip(eyes @ linear(colour), 0, 1)) for colour in (one, other)]
    return np.linalg.norm(seen[0] - seen[1])


def colours(scheme):
    """The six colours of a scheme."""
    blocks = re.findall(rf'data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', CSS, re.DOTALL)
    found = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", "".join(blocks)))
    return [found[name] for name in NAMES]


@pytest.mark.parametrize("scheme", GROUNDS)
def test_each_is_legible_as_text(scheme):
    assert min(contrast(colour, GROUNDS[scheme]) for colour in colours(scheme)) >= 4.5


@pytest.mark.parametrize("eyes", SEEN_BY)
@pytest.mark.parametrize("scheme", GROUNDS)
def test_any_two_are_told_apart(scheme, eyes):
    apart = {pair: distance(*pair, SEEN_BY[eyes]) for pair in itertools.combinations(colours(scheme), 2)}
    assert min(apart.values()) > (0.06 if eyes == "no blue cones" else 0.1), min(apart, key=apart.get)


def test_red_and_green_of_one_lightness_are_refused():
    assert (
        distance("#b02020", "#4f7000", SEEN_BY["no green cones"])
        < 0.1
        < distance("#b02020", "#4f7000", SEEN_BY["all cones"])
    )
    assert contrast("#f2a02c", GROUNDS["default"]) < 4.5
