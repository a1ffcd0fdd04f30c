"""The figures that a slider redraws show what torch computes, and start as they are drawn without a script."""

import re

import pytest
import torch
import torch.nn.functional as F
from playwright.sync_api import expect

from tests.support.gate import refuse
from tests.support.project import PAGES, address, name
from tools.examples.files import read_text

SMOOTHING, TEMPERATURE = "guides/weights-and-masks/", "understand/temperature/"
LOGITS = torch.tensor([2.5, 3.5, 1.5], dtype=torch.float64)
NUMBER = re.compile(r"\d+\.\d+")
COMPARED = {"best-lead", "temperature"}  # the figures that a test below compares with torch
# The points of a line as shares of the drawn axes, from the ends of the axis.
READ = """([figure, n]) => {
    const svg = document.querySelector(figure + " svg");
    const [left, top, bottom, right] = svg.querySelector("path").getAttribute("d").match(/[\\d.]+/g).map(Number);
    return svg.querySelectorAll("polyline")[n].getAttribute("points").split(" ").map((pair) => {
        const [x, y] = pair.split(",").map(Number);
        return [(x - left) / (right - left), (bottom - y) / (bottom - top)];
    });
}"""


def slider(tab):
    return tab.locator("movable-figure input")


def said(tab):
    return [float(number) for number in NUMBER.findall(tab.locator("movable-figure output").inner_text())]


def loss(lead, smoothing):
    z = torch.tensor([lead, 0.0, 0.0], dtype=torch.float64)
    return F.cross_entropy(z, torch.tensor(0), label_smoothing=smoothing).item()


@pytest.mark.parametrize("page", [page for page in PAGES if "<movable-figure" in read_text(page)], ids=name)
def test_every_figure_that_moves_has_its_slider(page, tab):
    tab.goto(address(page))
    expect(slider(tab)).to_have_count(read_text(page).count("<movable-figure"))


def test_every_figure_that_moves_is_compared_with_torch():
    shown = {figure for page in PAGES for figure in re.findall(r'<movable-figure figure="(.*?)"', read_text(page))}
    refuse(f"{each}: compare it with torch in a test here, and add it to COMPARED" for each in sorted(shown - COMPARED))
    assert shown == COMPARED


@pytest.mark.parametrize("smoothing", [0.1, *[pytest.param(each, marks=pytest.mark.ci) for each in (0.05, 0.3, 0.6)]])
def test_the_best_lead_is_torch_s(tab, smoothing):
    tab.goto(SMOOTHING)
    slider(tab).fill(str(smoothing))
    lead, least = said(tab)
    assert least == pytest.approx(loss(lead, smoothing), abs=1e-4)
    assert all(loss(lead + step, smoothing) > least - 5e-5 for step in (-0.1, 0.1))
    for x, y in tab.evaluate(READ, ["movable-figure", 0])[::8]:
        assert y == pytest.approx(loss(8 * x, smoothing) / 3.3, abs=0.005)


@pytest.mark.parametrize("temperature", [0.5, *[pytest.param(each, marks=pytest.mark.ci) for each in (0.05, 1.0, 8.0)]])
def test_the_probabilities_are_torch_s(tab, temperature):
    tab.goto(TEMPERATURE)
    slider(tab).fill(str(temperature))
    first, *probs = said(tab)
    assert first == temperature and probs == pytest.approx((LOGITS / temperature).softmax(dim=0).tolist(), abs=6e-5)
    for x, y in tab.evaluate(READ, ["movable-figure", 0])[::8]:
        at = 0.05 + 7.95 * x
        assert y == pytest.approx((LOGITS / at).softmax(dim=0)[1].item(), abs=0.02)


def test_it_starts_as_the_drawn_figure_and_moves_by_keyboard_and_mouse(tab):
    tab.goto(SMOOTHING)
    assert said(tab)[0] == 3.33
    slider(tab).focus()
    tab.keyboard.press("ArrowRight")
    assert said(tab)[0] == pytest.approx(torch.tensor(1 + 3 * 0.89 / 0.11).log().item(), abs=0.006)
    box = slider(tab).bounding_box()
    tab.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    expect(tab.locator("movable-figure output")).to_have_text("Without smoothing, a larger lead always costs less.")


def test_without_a_script_the_drawn_figure_is_there(scriptless):
    scriptless.goto(SMOOTHING)
    figure = scriptless.locator("movable-figure [role=img]")
    expect(figure.locator("svg")).to_be_visible()
    assert len(figure.get_attribute("aria-label")) > 80 and not slider(scriptless).count()
