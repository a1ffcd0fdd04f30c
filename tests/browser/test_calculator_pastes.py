"""The calculator of a batch reads what people paste as a person would, or says truly why it does not.

`pastes.json` holds the texts, each with its kind and with what made it: torch, NumPy, or the documentation of another
library. Each has the loss that torch gives, or a part of the sentence by which it is refused.
"""

import json
import re
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F

from tests.support.browser import quiet_tab
from tests.support.project import ROOT
from tools.maintenance import links

PASTES = json.loads(Path(__file__).with_name("pastes.json").read_text(encoding="utf-8"))
LOGITS, TARGET = "tensor([[0.5292, 0.6549],\n        [0.1000, 0.2000]])", "tensor([0, 1])"
FILL = """(cases) => {
    const calculator = document.querySelector("batch-calculator");
    return cases.map(({ batch, targets }) => {
        for (const [name, field] of Object.entries(calculator.fields)) field.value = { batch, targets }[name] ?? "";
        calculator.fields.reduction.value = "mean";
        const started = performance.now();
        calculator.update(false);
        const time = performance.now() - started;
        const [refusal] = calculator.querySelectorAll("[role=alert]");
        return {
            time, said: refusal.innerText, remedy: refusal.querySelector("p + p")?.innerText ?? "",
            link: refusal.querySelector("a")?.href ?? "",
            loss: calculator.querySelector(".calc-total")?.innerText ?? "",
            note: calculator.querySelector(".calc-note")?.innerText ?? "",
        };
    });
}"""
INSPECT = """async (texts) => {
    const { inspect } = await import("/assets/finder/batches.js");
    return texts.map((text) => inspect(text)).map(({ refusal }) => refusal ? [refusal.message, refusal.at] : []);
}"""
TITLES = """async (texts) => {
    const { inspect } = await import("/assets/finder/batches.js");
    return texts.map((text) => inspect(text).found?.map(({ title }) => title) ?? []);
}"""
OF_TEXT = re.compile("abbreviated|two readings|counts up from|may change it|is not read|not understood|are closed")
LONG = 30_000


@pytest.fixture(scope="module")
def page(context, address):
    """The page of the calculators."""
    with quiet_tab(context, address) as tab:
        tab.goto("calculator/")
        yield tab


@pytest.fixture(scope="module")
def fill(page):
    """A function that pastes each of these batches and targets, and returns what the calculator shows."""
    return lambda cases: page.evaluate(FILL, cases)


@pytest.fixture(scope="module")
def shown(fill):
    """What the calculator shows of each paste."""
    return list(zip(PASTES, fill(PASTES), strict=True))


def test_each_paste_is_read_or_refused(shown):
    wrong = [
        (paste["kind"], found["loss"] or found["said"])
        for paste, found in shown
        if found["loss"] != (f"{paste['loss']:.4f}" if "loss" in paste else "")
        or paste.get("refused", "") not in found["said"]
    ]
    assert wrong == [] and len(PASTES) > 150
    assert len({paste["kind"] for paste in PASTES}) == len(PASTES)


def test_a_refusal_names_what_is_wrong_the_way_out_and_a_section(shown, site):
    refusals = [found for paste, found in shown if "refused" in paste]
    assert len(refusals) > 50
    assert all(len(found["remedy"].partition(" Read on: ")[0]) > 15 for found in refusals)
    assert {missing(site, found["link"]) for found in refusals} == {""}


def missing(site, link):
    """The link to a section, if the built site does not have it; else ""."""
    return "" if "#" in link and links.leads_somewhere(site, link) else link


def test_every_section_to_which_the_calculators_link_is_there(site):
    code = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/calculator").glob("*.js")}
    linked = re.findall(r'"((?:guides|calculator)/[^"]*#[^"]+)"', "".join(code.values()))
    linked += [f"guides/debug/{link}" for link in re.findall(r'"([\w./-]+/#[^"]+)"', code["arguments.js"])]
    assert len(linked) > 20
    places = [re.sub(r"[\w-]+/\.\./", "", link) for link in linked]
    assert [place for place in places if missing(site, place)] == []


def test_the_expected_losses_are_torch_s():
    usual = F.cross_entropy(eval(LOGITS, {"tensor": torch.tensor}), eval(TARGET, {"tensor": torch.tensor}))
    own = [paste for paste in PASTES if paste["batch"] == LOGITS and "loss" in paste]
    assert len(own) > 3 and {paste["loss"] for paste in own} == {round(usual.item(), 4)}
    for paste in PASTES:
        if paste["made"].startswith("torch") and paste["batch"].startswith("tensor(") and "loss" in paste:
            names = {"tensor": torch.tensor, "torch": torch, "inf": torch.inf, "nan": torch.nan, "device": "cpu"}
            plain = [re.sub(r",\s*grad_fn=<\w+>|\s*torch\.Size.*", "", paste[name]) for name in ("batch", "targets")]
            loss = F.cross_entropy(*(eval(text, names) for text in plain))
            assert f"{loss:.4f}" == f"{paste['loss']:.4f}" or paste["kind"] == "torch: float16", paste


def test_short_integers_are_read_with_torch_s_sentence(shown):
    noted = [paste["kind"] for paste, found in shown if "expected target dtype to be Long or Byte" in found["note"]]
    short = [paste["kind"] for paste in PASTES if "int32" in paste["targets"] and "loss" in paste]
    assert noted == short and len(short) > 4
    assert {found["loss"] for paste, found in shown if paste["kind"] in short} == {"0.7012"}


def test_a_paste_within_another_text_is_read_or_refused(fill):
    around = [
        "{}",
        "\n\n{}\n\n",
        "> {}",
        "Here it is:\n{}\nWhat is wrong?",
        "torch 2.13.0, 2 classes\n\n{}\n\nThe loss is 0.9.",
        "```\n{}\n```",
        "{} ",
    ]
    read = [paste for paste in PASTES if paste["batch"].lstrip().startswith(("tensor", "array", "[[", "<tf", "Array"))]
    for text in around:
        cases = [{**paste, "batch": text.format(paste["batch"])} for paste in read]
        for paste, found in zip(read, fill(cases), strict=True):
            assert found["loss"] in ("", f"{paste.get('loss', 0):.4f}") and (found["loss"] or found["said"]), paste
            assert "refused" not in paste or not found["loss"], paste


def test_a_torn_print_is_never_read_as_another(fill):
    whole = "tensor([[0.5292, 0.6549, 0.1234],\n        [0.1000, 0.2000, 0.3000]])"
    for text in (whole, whole[7:-1], whole[7:-1].replace(",", "")):
        parts = [text[:end] for end in range(len(text))] + [text[start:] for start in range(1, len(text))]
        found = fill([{"batch": part, "targets": TARGET} for part in parts])
        right = fill([{"batch": text, "targets": TARGET}])[0]["loss"]
        assert right and {each["loss"] for each in found} <= {"", right}


SLOW = ["1", "1,", "1 ", "a", "a.", "[", "(", "tensor(", "tensor([", "'", '"', ",", ";", ".", "-", "_", ":", "=", "> "]
SLOW += ["f(", "x[", "1\n", "1 2\n", "# ", "0,5;", "1,234,", "...", "| ", "\t", "1_", "e", "[1,", "[a ", "shape=("]


@pytest.mark.ci
def test_a_long_paste_takes_no_longer_than_its_length(fill):
    def slow(texts, most):
        found = fill([{"batch": text, "targets": TARGET} for text in texts])
        return [text for text, each in zip(texts, found, strict=True) if each["time"] > most]

    left = [head + part * (LONG // len(part)) + "x" for part in SLOW for head in ("", "[")]
    digits = ["1" * 100_000 + "x"]
    for _ in range(5):  # the processor may have had other work
        left, digits = slow(left, 300), slow(digits, 50)
    assert [(text[:20], len(text)) for text in left + digits] == []


def test_a_paste_beyond_the_limit_is_refused(fill):
    [found] = fill([{"batch": "1 " * 200_000, "targets": TARGET}])
    assert "The text has 400000 characters" in found["said"]


def test_the_box_reads_and_refuses_the_same(page, site):
    named = {
        paste["kind"] for paste in PASTES if "called" in paste.get("refused", "") or paste["batch"] == paste["targets"]
    }
    texts = {paste["kind"]: paste["batch"] for paste in PASTES if "loss" in paste and paste["kind"] not in named}
    found = dict(zip(texts, page.evaluate(INSPECT, list(texts.values())), strict=True))
    assert {kind: refusal for kind, refusal in found.items() if refusal} == {}
    wrong = [
        paste["batch"] for paste in PASTES if OF_TEXT.search(paste.get("refused", "")) and paste["batch"] != LOGITS
    ]
    refused = dict(zip(wrong, page.evaluate(INSPECT, wrong), strict=True))
    judged = [text for text, refusal in refused.items() if not refusal]
    assert len(wrong) > 30 and all(
        "..." in text for text in judged
    )  # an abbreviated print, of which some rows are seen
    assert all("visible" in title for titles in page.evaluate(TITLES, judged) for title in titles)
    assert {missing(site, refusal[1]) for refusal in refused.values() if refusal} == {""}
