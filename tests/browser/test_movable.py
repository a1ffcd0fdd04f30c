"""What a slider moves in a figure is where torch, or scikit-learn, computes it, and starts as it is drawn."""

import math
import re

import pytest
import torch
import torch.nn.functional as F
from playwright.sync_api import expect
from sklearn.metrics import confusion_matrix, f1_score, precision_score, recall_score

from tests.support.gate import refuse
from tests.support.project import PAGES, ROOT, address, name
from tools.examples.files import read_text

SMOOTHING, TEMPERATURE = "guides/weights-and-masks/", "understand/temperature/"
KL, THRESHOLD = "understand/likelihood/", "guides/measuring/"
LOGITS = torch.tensor([2.5, 3.5, 1.5], dtype=torch.float64)
NUMBER = re.compile(r"\d+\.\d+")
COMPARED = {"best-lead", "entropy-and-kl", "temperature", "threshold"}  # by a test below
# Where the dots are and what the first line is, in the drawing's own coordinates, and the frame of its axes.
READ = """(figure) => {
    const svg = document.querySelector(figure + " svg");
    const numbers = (path) => path.getAttribute("d").match(/[\\d.]+/g).map(Number);
    return {
        frame: numbers(svg.querySelector("[id$=axes_1] > [id$=patch_2] > path")),
        line: numbers(svg.querySelector('path[stroke="#1f5fa8"][clip-path]')),
        dots: [...svg.querySelectorAll("circle")].map((dot) => [dot.cx.baseVal.value, dot.cy.baseVal.value]),
        dot: ["x", "y"].map((name) => Number(svg.querySelector('use[fill="#1f5fa8"]')?.getAttribute(name))),
    };
}"""
# The rows and the line of the figure with a threshold, as they are drawn: logits by its ticks, from -4 to 4.
ROWS = """() => {
    const svg = document.querySelector("movable-figure svg");
    const at = (used) => Number(used.getAttribute("x"));
    const [first, , , , last] = [...svg.querySelectorAll("[id*=-xtick_] use")].map(at);
    const logit = (x) => (8 * (x - first)) / (last - first) - 4;
    const line = svg.querySelector('path[stroke="#1f5fa8"][clip-path]');
    const middle = (box) => box.x + box.width / 2;
    const slider = document.querySelector("movable-figure input");
    const [box, share] = [slider.getBoundingClientRect(), (slider.value - slider.min) / (slider.max - slider.min)];
    const [ground] = svg.querySelector('path[fill="#1f5fa8"]').getAttribute("d").match(/[\\d.]+/);
    return {
        rows: [...svg.querySelectorAll('use[stroke-width="2"]')].map((dot) =>
            [logit(at(dot)), Number(dot.hasAttribute("fill")), dot.getAttribute("stroke"), dot.getAttribute("fill")]),
        line: line.getAttribute("d").match(/[\\d.]+(?= )/g).map(logit),
        ground: logit(ground),
        seen: middle(line.getBoundingClientRect()),
        thumb: box.x + 8 + share * (box.width - 16),
        texts: [...svg.querySelectorAll("text")].map((text) => text.textContent),
    };
}"""
# Where the bars "paid-0" to "less-2" begin and end, on the x axis.
BARS = """() => {
    const svg = document.querySelector("movable-figure svg");
    const ticks = [...svg.querySelectorAll('[id*="-xtick_"] use')].map((tick) => Number(tick.getAttribute("x")));
    const ends = (name) => {
        const [from, , to] = svg.querySelector(`[id$="-${name}"] path`).getAttribute("d").match(/[\\d.]+/g).map(Number);
        return [from, to].map((x) => 2 * (x - ticks[0]) / (ticks.at(-1) - ticks[0]));
    };
    const bars = (name) => [0, 1, 2].flatMap((k) => ends(`${name}-${k}`));
    return Object.fromEntries(["paid", "more", "less"].map((name) => [name, bars(name)]));
}"""


def slider(tab):
    return tab.locator("movable-figure input")


def shares(pairs, frame):
    """Points as shares of the axes."""
    left, bottom, right, _, _, top = frame[:6]
    return [((x - left) / (right - left), (bottom - y) / (bottom - top)) for x, y in pairs]


def said(tab):
    return [float(number) for number in NUMBER.findall(tab.locator("movable-figure output").inner_text())]


def loss(lead, smoothing):
    z = torch.tensor([lead, 0.0, 0.0], dtype=torch.float64)
    return F.cross_entropy(z, torch.tensor(0), label_smoothing=smoothing).item()


@pytest.mark.ci
@pytest.mark.parametrize("page", [page for page in PAGES if "<movable-figure" in read_text(page)], ids=name)
def test_every_figure_that_moves_has_its_slider(page, tab):
    tab.goto(address(page))
    expect(slider(tab)).to_have_count(read_text(page).count("<movable-figure"))


def test_every_figure_that_moves_is_compared_with_torch():
    shown = {figure for page in PAGES for figure in re.findall(r'<movable-figure figure="(.*?)"', read_text(page))}
    refuse(f"{each}: compare it with torch in a test here, and add it to COMPARED" for each in sorted(shown - COMPARED))
    assert shown == COMPARED


@pytest.mark.parametrize("smoothing", [0.1, *[pytest.param(each, marks=pytest.mark.ci) for each in (0.05, 0.2, 0.3)]])
def test_the_best_lead_is_torch_s(tab, smoothing):
    tab.goto(SMOOTHING)
    slider(tab).fill(str(smoothing))
    lead, least = said(tab)
    assert least == pytest.approx(loss(lead, smoothing), abs=1e-4)
    assert all(loss(lead + step, smoothing) > least - 5e-5 for step in (-0.1, 0.1))
    seen = tab.evaluate(READ, "movable-figure")
    line = shares(zip(seen["line"][::2], seen["line"][1::2]), seen["frame"])
    assert len(line) > 80
    for x, y in [*line[::8], *shares([seen["dot"]], seen["frame"])]:
        assert 1.7 * y == pytest.approx(loss(8.4 * x, smoothing), abs=0.002)
    assert 8.4 * shares([seen["dot"]], seen["frame"])[0][0] == pytest.approx(lead, abs=0.01)


@pytest.mark.parametrize("power", [-0.3, *[pytest.param(each, marks=pytest.mark.ci) for each in (-1.3, 0.0, 0.9, 2.0)]])
def test_the_probabilities_are_torch_s(tab, power):
    tab.goto(TEMPERATURE)
    slider(tab).fill(str(power))
    temperature = 10**power
    right = (LOGITS / temperature).softmax(dim=0).tolist()
    first, *probs = said(tab)
    assert first == pytest.approx(temperature, abs=0.006) and probs == pytest.approx(right, abs=6e-5)
    assert slider(tab).get_attribute("aria-valuetext") == f"{first:.2f}"
    seen = tab.evaluate(READ, "movable-figure")
    dots = shares(seen["dots"], seen["frame"])
    assert [1.12 * y for _, y in dots] == pytest.approx([right[k] for k in (1, 0, 2)], abs=0.002)
    positions = [math.log(0.05) + x * math.log(2000) for x, _ in dots]
    assert positions == pytest.approx(3 * [math.log(temperature)], abs=0.01)


@pytest.mark.parametrize("threshold", [0.5, *[pytest.param(z, marks=pytest.mark.ci) for z in (-4.5, -0.5, 0.7, 4.5)]])
def test_precision_and_recall_are_scikit_learn_s(tab, threshold):
    tab.goto(THRESHOLD)
    slider(tab).fill(str(threshold))
    seen = tab.evaluate(ROWS)
    z, y = torch.tensor([row[0] for row in seen["rows"]]), [row[1] for row in seen["rows"]]
    script = read_text(ROOT / "snippets/guides/measuring/threshold.py")
    positive, negative = (re.findall(r"-?\d\.\d+", line) for line in re.findall(r"tive = torch.*", script))
    assert y == [1] * len(positive) + [0] * len(negative)
    assert z.tolist() == pytest.approx([float(each) for each in positive + negative], abs=0.001)
    predicted = (z > threshold).int().tolist()
    for (_, target, stroke, fill), says in zip(seen["rows"], predicted):
        assert stroke == ("#1f5fa8" if target == says else "#d62728") and fill == (stroke if target else None)
    tn, fp, fn, tp = confusion_matrix(y, predicted).ravel().tolist()
    scores = precision_score, recall_score, f1_score
    precision, recall, f1 = (score(y, predicted, zero_division=0) for score in scores)
    ratio = f"{tp}/{tp + fp} = {precision:.2f}" if tp + fp else "0/0"
    shown = f"{threshold:g}".replace("-", "−")
    counts = {f"TP {tp}", f"FP {fp}", f"FN {fn}", f"TN {tn}"}
    measures = {f"recall {tp}/{tp + fn} = {recall:.2f}", ratio, f"F1 {f1:.2f}", f"threshold {shown}"}
    assert counts | measures <= set(seen["texts"])
    exact = f"{precision:.4f}" if tp + fp else "0/0"
    expect(tab.locator("movable-figure output")).to_have_text(
        f"At a threshold of {shown}, precision is {exact}, recall {recall:.4f} and F1 {f1:.4f}."
    )
    assert [*seen["line"], seen["ground"]] == pytest.approx(3 * [threshold], abs=0.001)
    assert seen["thumb"] == pytest.approx(seen["seen"], abs=0.6)


@pytest.mark.ci
def test_a_threshold_starts_as_it_is_drawn(tab, scriptless):
    texts = "() => [...document.querySelectorAll('movable-figure text')].map((text) => text.textContent)"
    scriptless.goto(THRESHOLD)
    tab.goto(THRESHOLD)
    expect(slider(tab)).to_have_value("0")
    assert tab.evaluate(texts) == scriptless.evaluate(texts)


@pytest.mark.parametrize("share", [1.0, *[pytest.param(each, marks=pytest.mark.ci) for each in (0.0, 0.3)]])
def test_the_entropy_and_the_divergence_are_torch_s(tab, share):
    tab.goto(KL)
    slider(tab).fill(str(share))
    q, wrong = torch.tensor([[0.2, 0.7, 0.1], [0.6, 0.3, 0.1]], dtype=torch.float64)
    p = q + share * (wrong - q)
    marks, ends = (-q.log()).tolist(), (-p.log()).tolist()
    bars = tab.evaluate(BARS)
    assert bars["paid"] == pytest.approx([x for pair in zip(marks, ends) for x in (0, min(pair))], abs=0.001)
    assert bars["more"] == pytest.approx([x for pair in zip(marks, ends) for x in (pair[0], max(pair))], abs=0.001)
    assert bars["less"] == pytest.approx([x for pair in zip(marks, ends) for x in (pair[1], max(pair))], abs=0.001)
    whole = [float(number) for number in NUMBER.findall(tab.locator("movable-figure [id$=-sum]").text_content())]
    right = [F.cross_entropy(p.log(), q), torch.special.entr(q).sum(), F.kl_div(p.log(), q, reduction="sum")]
    assert whole == pytest.approx([each.item() for each in right], abs=6e-5)
    if share:
        assert said(tab) == pytest.approx((q * (q / p).log()).abs()[:2].tolist(), abs=6e-5)


@pytest.mark.ci
def test_the_strips_start_as_they_are_drawn(tab):
    tab.goto(KL)
    drawn = re.findall(r"<text[^>]*>(.*?)</text>", read_text(ROOT / "snippets/understand/likelihood/parts.svg"))
    seen = tab.locator("movable-figure svg text").evaluate_all("(all) => all.map((each) => each.innerHTML)")
    assert seen == drawn


@pytest.mark.parametrize("width", [pytest.param(1440, marks=pytest.mark.ci), 390])
def test_the_thumb_stands_under_the_dots(tab, width):
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(TEMPERATURE)
    for power in (-1.2, 0.0, 1.9):
        slider(tab).fill(str(power))
        slider(tab).scroll_into_view_if_needed()
        dot, box = tab.locator("movable-figure circle").first.bounding_box(), slider(tab).bounding_box()
        tab.mouse.click(dot["x"] + dot["width"] / 2, box["y"] + box["height"] / 2)
        assert float(slider(tab).input_value()) == pytest.approx(power, abs=0.03)


def test_it_starts_as_the_drawn_figure_and_moves_by_keyboard_and_mouse(tab):
    tab.goto(SMOOTHING)
    assert said(tab)[0] == 3.33
    drawn = read_text(ROOT / "snippets/guides/weights-and-masks/best_lead.svg")
    line = re.search(r'd="([^"]*)" clip-path[^>]*#1f5fa8', drawn)[1]
    points = [tuple(map(float, pair.split())) for pair in re.findall(r"[\d.]+ [\d.]+", line)]
    moved = tab.evaluate(READ, "movable-figure")["line"]
    assert moved[::4] == pytest.approx([x for x, _ in points], abs=0.02)
    assert moved[1::4] == pytest.approx([y for _, y in points], abs=0.02)
    slider(tab).focus()
    tab.keyboard.press("ArrowRight")
    assert said(tab)[0] == pytest.approx(torch.tensor(1 + 3 * 0.89 / 0.11).log().item(), abs=0.006)
    box = slider(tab).bounding_box()
    tab.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    expect(tab.locator("movable-figure output")).to_have_text("Without smoothing, a larger lead always costs less.")


@pytest.mark.ci
def test_without_a_script_the_drawn_figure_is_there(scriptless):
    scriptless.goto(SMOOTHING)
    figure = scriptless.locator("movable-figure [role=img]")
    expect(figure.locator("svg")).to_be_visible()
    assert len(figure.get_attribute("aria-label")) > 80 and not slider(scriptless).count()
