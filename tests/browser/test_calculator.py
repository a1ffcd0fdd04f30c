"""The calculators on the built pages show what torch computes, whether used by mouse, keyboard, link or paste."""

import contextlib
import io
import json
import math
import re
from urllib.parse import quote

import pytest
import torch
from playwright.sync_api import expect

ROW, BATCH = "loss-calculator", "batch-calculator"
EXAMPLES = [
    ("", ROW),
    pytest.param("calculator/", ROW, marks=pytest.mark.ci),
    ("worked-examples/logits-to-loss/", ROW),
    pytest.param("calculator/", BATCH, marks=pytest.mark.ci),
    ("worked-examples/six-by-three/", BATCH),
    pytest.param("worked-examples/iris-two-ways/", BATCH, marks=pytest.mark.ci),
    pytest.param("worked-examples/inside-cross-entropy/", BATCH, marks=pytest.mark.ci),
]
SHOWN = {torch.float64: 1.01e-4, torch.float32: 2e-4, torch.float16: 5e-3, torch.bfloat16: 3e-2}
READ_ROWS = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"


def table(tab, where=ROW, caption="Every step"):
    """The columns of one of a calculator's tables, by their headings, without the sums."""
    frame = tab.locator(f"{where} .calc-frame", has_text=caption).first
    heads, *rows = frame.locator("thead tr, tbody tr").evaluate_all(READ_ROWS)
    return {" ".join(head.split()): [row[at] for row in rows] for at, head in enumerate(heads)}


def run(tab, where=ROW):
    """The names that the PyTorch code shown by a calculator defines, and what it prints."""
    names, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(tab.locator(f"{where} .calc-code code").text_content(), names)
    return names, printed.getvalue()


def shown(tab, where=ROW):
    """The loss that a calculator shows."""
    return float(tab.locator(f"{where} .calc-total").inner_text())


def agree(tab):
    """Assert that the row's calculator shows what its code computes with torch, to the digits shown; its names."""
    names, columns = run(tab)[0], table(tab)
    digits, loss = SHOWN[names["logits"].dtype], names["loss"].item()
    assert shown(tab) == pytest.approx(loss, abs=digits * max(1, loss) / 2, nan_ok=True)
    gradient = [float(x) for x in columns["gradient"]]
    assert gradient == pytest.approx(names["logits"].grad.tolist(), abs=digits / 2, nan_ok=True)
    return names


@pytest.mark.parametrize("page, element", EXAMPLES)
def test_a_calculator_starts_with_the_page_s_own_numbers(tab, page, element):
    tab.goto(page)
    tab.wait_for_selector(f"{element} .calc-total")
    own = tab.evaluate(f"document.querySelector('{element}').own")
    if element == ROW:
        names, columns = agree(tab), table(tab)
        assert own["logits"] == [2.5, 3.5, 1.5]
        assert names["logits"].tolist() == [2.5, 3.5, 1.5]
        assert shown(tab) == 0.4076
        assert columns["softmax"] == ["0.2447", "0.6652", "0.0900"]
        assert columns["gradient"] == ["0.2447", "-0.3348", "0.0900"]
    else:
        names, _ = run(tab, BATCH)
        printed = eval(own["batch"], {"tensor": torch.tensor, "torch": torch})
        assert torch.allclose(names["logits"].detach().double(), printed.double(), rtol=1e-6)
        assert shown(tab, BATCH) == pytest.approx(names["loss"].item(), abs=5.1e-5)


def test_without_scripts_the_tables_are_there(scriptless):
    scriptless.goto("")
    assert scriptless.locator(f"{ROW} td", has_text="0.6652").is_visible()
    scriptless.goto("calculator/")
    assert scriptless.locator(f"{BATCH} pre", has_text="0.7335").is_visible()


def press(tab, name):
    """Click the first button with this name."""
    tab.get_by_role("button", name=name, exact=True).first.click()


def test_every_control_of_the_row_by_mouse(tab):
    tab.goto("calculator/")
    calculator = tab.locator(ROW)

    box = calculator.get_by_label("logit of 0, slider").bounding_box()
    tab.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    assert 3.5 < float(table(tab)["logit"][0]) < 5 and agree(tab)
    calculator.get_by_label("logit of 0", exact=True).fill("-1.25")
    assert table(tab)["logit"][0] == "-1.25" and agree(tab)
    calculator.get_by_label("target: 2").check()
    assert table(tab)["target"] == ["0", "0", "1"] and agree(tab)
    press(tab, "+ class")
    assert len(table(tab)["logit"]) == 4 and agree(tab)
    press(tab, "remove 0")
    assert table(tab)["logit"] == ["3.5", "1.5", "0.0"] and table(tab)["target"] == ["0", "1", "0"] and agree(tab)

    press(tab, "Temperature")
    calculator.get_by_label("temperature", exact=True).fill("2.5")
    assert table(tab)["logit / T"] == ["1.4000", "0.6000", "0.0000"] and agree(tab)
    press(tab, "Label smoothing")
    calculator.get_by_label("label smoothing", exact=True).fill("0.3")
    assert table(tab)["target"] == ["0.1000", "0.8000", "0.1000"] and agree(tab)
    press(tab, "Class weights")
    calculator.get_by_label("weight of 2", exact=True).fill("4")
    assert "4.0" in table(tab)["weight"] and agree(tab)
    press(tab, "Soft target")
    calculator.get_by_label("target probability of 1").fill("0.25")
    assert agree(tab)["target"].tolist()[1] == 0.25 and "adds up to" in calculator.inner_text()
    press(tab, "Softmax twice")
    agree(tab)
    for name in ("float32", "float16", "bfloat16", "float64"):
        calculator.get_by_label("dtype").select_option(name)
        assert str(agree(tab)["logits"].dtype) == f"torch.{name}"
    for name in ("Temperature", "Label smoothing", "Class weights", "Soft target", "Softmax twice"):
        press(tab, name)
        agree(tab)
    press(tab, "Reset")
    assert shown(tab) == 0.4076


REACHED = {"logit-0", "logit-1-slider", "logit-2", "remove-1", "add", "temperature", "smoothing", "weights", "soft"}
REACHED |= {"twice", "dtype", "reset"}


@pytest.mark.ci
def test_every_control_of_the_row_by_keyboard(tab):
    tab.goto("calculator/")
    calculator, key = tab.locator(ROW), tab.keyboard.press
    calculator.get_by_role("radio").nth(1).focus()
    key("ArrowDown")
    assert table(tab)["target"] == ["0", "0", "1"] and agree(tab)
    key("Tab")
    key("ArrowRight")
    assert float(table(tab)["logit"][2]) == 1.6 or float(table(tab)["logit"][0]) == 2.6
    reached = set()
    calculator.get_by_label("logit of 0, slider").focus()
    for _ in range(40):
        reached.add(tab.evaluate("document.activeElement.name || document.activeElement.textContent"))
        key("Tab")
    assert reached >= REACHED
    for name in ("temperature", "smoothing", "weights", "soft", "twice"):
        calculator.locator(f"[name={name}]").focus()
        key("Space")
        assert tab.evaluate("[document.activeElement.name, document.activeElement.ariaPressed]") == [name, "true"]
        agree(tab)
    calculator.locator("[name=logit-1]").focus()
    key("ControlOrMeta+a")
    tab.keyboard.type("-12.75")
    assert table(tab)["logit"][1] == "-12.75" and agree(tab)
    calculator.locator("[name=dtype]").focus()
    key("ArrowDown")
    assert run(tab)[0]["logits"].dtype == torch.float32
    calculator.locator("[name=add]").focus()
    key("Enter")
    assert tab.evaluate("document.activeElement.name") == "logit-3" and agree(tab)
    calculator.locator("[name=remove-3]").focus()
    key("Enter")
    assert tab.evaluate("document.activeElement.name") == "logit-2" and len(table(tab)["logit"]) == 3
    ways = calculator.locator(".calc-more details")
    ways.locator("summary").focus()
    key("Enter")
    assert ways.get_attribute("open") is not None


LIKE_THE_FIRST = [pytest.param(each, marks=pytest.mark.ci) for each in ([-1e4, -1e4 + 1, -1e4], [1e4])]


@pytest.mark.parametrize("logits", [[1e4, -1e4, 0.0], *LIKE_THE_FIRST, [0.001] * 20])
def test_the_row_takes_logits_of_any_size(tab, logits):
    tab.goto(f"calculator/?logits={','.join(map(str, logits))}&target=0")
    assert [float(x) for x in table(tab)["logit"]] == logits
    agree(tab)


BREAKING = [([12.0, 0.0, 0.0], "float16"), ([89.0, 0.0], "float32"), ([0.0, -30.0], "float16")]
HEAVY = [BREAKING[2], ([2.5, 3.5, 1.5], "float64"), ([2.5, 3.5, 1.5], "bfloat16")]
OTHERS = [pytest.param(*each, marks=pytest.mark.ci) for each in HEAVY]


@pytest.mark.parametrize("logits, dtype", [*BREAKING[:2], *OTHERS])
def test_the_three_ways_break_where_torch_s_do(tab, logits, dtype):
    tab.goto(f"calculator/?logits={','.join(map(str, logits))}&target=0&dtype={dtype}")
    tab.locator(f"{ROW} .calc-ways").click()
    columns, z = table(tab, caption="Three ways"), torch.tensor(logits, dtype=getattr(torch, dtype))
    ways = {
        "log(exp(z) / exp(z).sum())": (z.exp() / z.exp().sum()).log(),
        "log(softmax(z))": z.softmax(0).log(),
        "log_softmax(z)": z.log_softmax(0),
    }
    for head, way in ways.items():
        found = [float(x) for x in columns[head]]
        assert found == pytest.approx(way.tolist(), rel=2e-3, abs=1e-4, nan_ok=True), head
    breaks = (logits, dtype) in BREAKING
    assert breaks == (not ways["log(exp(z) / exp(z).sum())"].isfinite().all())
    assert breaks == ("break" in tab.locator(f"{ROW} .calc-ways").inner_text())


PRESETS = {
    "sure and right": (0, 0.05),
    "sure and wrong": (4, 6),
    "softmax twice": (1.5, 1.6),
    "label smoothing": (0.5, 1.5),
    "float16 overflows": (5, 15),
}


@pytest.mark.ci
def test_each_example_shows_what_its_name_says(tab):
    tab.goto("")
    for name, (least, most) in PRESETS.items():
        press(tab, name)
        agree(tab)
        assert least < shown(tab) < most, name
    assert "inf" in table(tab)["exp(logit)"]
    press(tab, "Undo")
    assert tab.locator(f"{ROW} [name=undo]").is_hidden() and table(tab)["logit"] == ["0.0", "10.0", "-1.0"]


def test_a_step_moves_each_logit_against_its_gradient(tab):
    tab.goto("")
    gradient = table(tab)["gradient"]
    press(tab, "one step")
    moved = [2.5 - float(gradient[0]), 3.5 - float(gradient[1]), 1.5 - float(gradient[2])]
    assert [float(z) for z in table(tab)["logit"]] == pytest.approx(moved, abs=1e-4) and agree(tab)
    assert float(tab.get_by_label("logit of 1", exact=True).input_value()) == pytest.approx(moved[1], abs=1e-4)
    press(tab, "one step")
    press(tab, "Undo")
    assert table(tab)["logit"] == ["2.5", "3.5", "1.5"]


@pytest.mark.ci
def test_the_sliders_of_the_logits_reach_equally_far(tab):
    tab.goto("")
    field = tab.get_by_label("logit of 1", exact=True)
    field.fill("12")
    sliders = tab.locator(f"{ROW} .calc-class input[type=range]")
    reach = sliders.evaluate_all("all => all.map(({ min, max }) => [min, max])")
    assert reach == [["-5", "12"]] * 3
    tab.get_by_label("logit of 1, slider").press("Home")
    assert table(tab)["logit"] == ["2.5", "-5.0", "1.5"]


@pytest.mark.ci
def test_steps_keep_all_digits(tab):
    tab.goto("calculator/?logits=0,10,-1&target=0")
    z = torch.tensor([0, 10, -1], dtype=torch.float64)
    for _ in range(3):
        z = z - (z.softmax(0) - torch.tensor([1, 0, 0]))
        press(tab, "one step")
    state = tab.evaluate(f"document.querySelector('{ROW}').state.logits")
    assert state == pytest.approx(z.tolist(), rel=1e-12) and agree(tab)


@pytest.mark.ci
def test_a_swipe_that_begins_on_a_slider_scrolls_and_a_drag_moves_it(browser, address):
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    with browser.new_context(base_url=address, **phone) as context:
        tab = context.new_page()
        tab.goto("")
        slider = tab.get_by_label("logit of 1, slider")
        touch = context.new_cdp_session(tab)

        def swipe(dx, dy):
            box = slider.bounding_box()
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            for kind, at in [("touchStart", 0), *[("touchMove", k) for k in range(1, 21)], ("touchEnd", None)]:
                points = [] if at is None else [{"x": x + dx * at, "y": y + dy * at}]
                touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
                tab.wait_for_timeout(16)

        swipe(0.1, -10)
        tab.wait_for_function("scrollY > 100")
        assert slider.input_value() == "3.5"
        swipe(-1, 0)
        assert float(slider.input_value()) < 0


@pytest.mark.ci
def test_it_plays_until_it_is_stopped(still_tab):
    still_tab.goto("")
    press(still_tab, "▶ play")
    still_tab.clock.run_for(1600)
    assert 0 < shown(still_tab) < 0.2
    press(still_tab, "■ stop")
    stopped = shown(still_tab)
    still_tab.clock.run_for(1600)
    assert shown(still_tab) == stopped and agree(still_tab)


@pytest.mark.ci
def test_the_point_lies_where_the_loss_is(tab):
    tab.goto("calculator/?logits=0,0&target=0")
    dot = tab.locator(f"{ROW} .calc-curve circle")
    middle = float(dot.get_attribute("cx"))
    tab.goto("calculator/?logits=9,0&target=0")
    assert float(dot.get_attribute("cx")) > middle
    tab.goto("calculator/?logits=1,2&target=0.5,0.5")
    expect(dot).to_be_hidden()


@pytest.mark.ci
def test_a_quantity_under_the_pointer_is_marked_wherever_it_stands(tab):
    tab.goto("calculator/")
    tab.locator(f"{ROW} .calc-head [data-quantity=softmax]").hover()
    marked = tab.locator(f"{ROW} .calc-lit")
    assert set(marked.evaluate_all("all => all.map((each) => each.dataset.quantity)")) == {"softmax"}
    assert marked.count() >= 6  # its head, three bars, the line of the loss, the table
    tab.mouse.move(0, 0)
    expect(marked).to_have_count(0)


@pytest.mark.ci
def test_a_link_shares_the_state(tab, browser, address):
    tab.goto("")
    tab.get_by_label("logit of 1", exact=True).fill("-2.25")
    tab.get_by_text("Every step, options and code").click()
    tab.get_by_role("button", name="Temperature").click()
    tab.get_by_label("temperature", exact=True).fill("3")
    tab.wait_for_url(re.compile("temperature=3"))
    loss, link = shown(tab), tab.url
    with browser.new_context() as context:
        other = context.new_page()
        other.goto(link)
        assert shown(other) == loss and table(other)["logit"] == ["2.5", "-2.25", "1.5"]
    tab.get_by_role("button", name="Reset").click()
    tab.wait_for_url(address)


@pytest.mark.ci
def test_link_and_code_are_copied(tab):
    tab.goto("calculator/")
    tab.get_by_label("logit of 1", exact=True).fill("-2.25")
    tab.get_by_role("button", name="Copy link").first.click()
    assert "logits=2.5,-2.25,1.5" in tab.evaluate("navigator.clipboard.readText()")
    tab.get_by_role("button", name="Copy code").last.click()
    code = tab.locator(f"{BATCH} .calc-code code").text_content()
    assert tab.evaluate("navigator.clipboard.readText()") == code


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "[[1,2],[3,4]]<svg/onload=alert(1)>",
    "__proto__",
    "constructor",
    "9" * 400,
    "[" * 300,
    "NaN,Infinity",
    "%3Cb%3E",
    "${alert(1)}",
    "\u202e1,2",
    "1e999,2,3",
    ",",
    "null",
    "-0,0,-0",
]
NAMES = ["logits", "target", "temperature", "smoothing", "weight", "twice", "dtype"]
NAMES += ["batch", "targets", "weights", "ignore_index", "label_smoothing", "reduction"]
OURS = ".calc-bar b, .calc-push b, .calc-steps b"
PLANTED = f".calc img, .calc script, .calc svg:not(.calc-curve), .calc b:not({OURS}), .calc-message *"
CLEAN = "({}).polluted === undefined && !document.querySelector('article [onerror], article [onload]')"
HOSTS = "new Set(performance.getEntriesByType('resource').map((entry) => new URL(entry.name).host)).size"


@pytest.mark.ci
def test_a_hostile_link_is_text(tab):
    for visit in range(5):  # each name gets five of the texts
        texts = HOSTILE[3 * visit :] + HOSTILE
        tab.goto("calculator/?" + "&".join(f"{name}={quote(text)}" for name, text in zip(NAMES, texts)))
        tab.wait_for_selector(f"{ROW} .calc-total")
        assert tab.locator(PLANTED).count() == 0
        assert tab.evaluate(CLEAN)
    assert tab.evaluate(HOSTS) <= 1


@pytest.fixture
def batch_tab(still_tab):
    """The page of the calculators, whose timers `paste` and `choose` run at once."""
    still_tab.goto("calculator/")
    return still_tab


def paste(tab, name, text):
    """Paste a text over what a field of the batch holds, as a reader does, and let the calculator follow."""
    field = tab.locator(f"{BATCH} [name={name}]")
    if field.input_value() == text:
        return
    field.focus()
    tab.keyboard.press("ControlOrMeta+a")
    if text:
        tab.keyboard.insert_text(text)
    else:
        tab.keyboard.press("Delete")
    tab.clock.run_for(200)


def choose(tab, reduction):
    """Choose the batch's reduction, and let the calculator follow."""
    tab.locator(f"{BATCH} [name=reduction]").select_option(reduction)
    tab.clock.run_for(200)


def numbers(tab, caption):
    """The numbers of a table of the batch, row by row, as a tensor."""
    columns = list(table(tab, BATCH, re.compile(f"^{caption}")).values())[1:]
    return torch.tensor([[float(x) for x in row] for row in zip(*columns)], dtype=torch.float64)


DEFAULTS = {"weights": "", "label_smoothing": "", "ignore_index": ""}


def test_a_pasted_batch_gives_torch_s_numbers(batch_tab):
    torch.manual_seed(0)
    net = torch.nn.Linear(3, 4)
    with torch.no_grad():
        net.weight *= 5
    batch = net(torch.randn(5, 3))
    paste(batch_tab, "batch", str(batch))
    paste(batch_tab, "targets", "tensor([0, 3, 1, -100, 2], device='cuda:0')")
    cases = [
        ("mean", {}),
        ("mean", {"weights": "[1, 2, 0.5, 3]"}),
        ("mean", {"label_smoothing": "0.1"}),
        ("sum", {}),
        ("none", {}),
        ("mean", {"ignore_index": "\u2212100", "label_smoothing": "\uff10.2"}),  # a typographic minus, a wide zero
        ("mean", {"ignore_index": "3", "targets": "[0, 3, 1, 1, 2]"}),
        ("mean", {"targets": str(torch.softmax(torch.randn(5, 4), 1))}),
        ("mean", {"targets": "tensor([0, 3, 1, -100, 2])", "weights": "[1, 2, 0.5, 3]", "label_smoothing": "0.2"}),
    ]
    for reduction, fields in cases:
        choose(batch_tab, reduction)
        for name, text in {**DEFAULTS, **fields}.items():
            paste(batch_tab, name, text)
        names, printed = run(batch_tab, BATCH)
        logits = names["logits"]
        if reduction != "none":
            assert shown(batch_tab, BATCH) == pytest.approx(names["loss"].item(), abs=5.1e-5), fields
        assert logits.tolist() == [[pytest.approx(x, abs=1e-4) for x in row] for row in batch.tolist()]
        expected = {
            "gradient of": logits.grad,
            "log-softmax": logits.log_softmax(1).detach(),
            "softmax": logits.softmax(1).detach(),
        }
        for caption, right in expected.items():
            assert torch.allclose(numbers(batch_tab, caption), right, atol=5.1e-5), (fields, caption)
        assert len(printed.splitlines()) > 10


@pytest.mark.ci
def test_dimensions_after_the_classes(batch_tab):
    logits = torch.randn(2, 3, 2, generator=torch.Generator().manual_seed(1))
    paste(batch_tab, "batch", str(logits))
    paste(batch_tab, "targets", "tensor([[0, 2], [1, 1]])")
    names, _ = run(batch_tab, BATCH)
    assert shown(batch_tab, BATCH) == pytest.approx(names["loss"].item(), abs=5.1e-5)
    assert table(batch_tab, BATCH, "The loss of each row")["row"] == ["0, 0", "0, 1", "1, 0", "1, 1"]
    gradient = names["logits"].grad.movedim(1, 2).reshape(4, 3)
    assert torch.allclose(numbers(batch_tab, "gradient"), gradient, atol=5.1e-5)


REFUSED = [  # in each field; test_calculator_modules.py and test_calculator_sentences.py compare what is said
    ({"targets": "[1, 2]"}, "ValueError: Expected input batch_size (3) to match target batch_size (2)."),
    ({"weights": "tensor([1, 2, 3])"}, "RuntimeError: expected scalar type Float but found Long"),
    ({"label_smoothing": "1.2"}, "RuntimeError: label_smoothing must be between 0.0 and 1.0. Got: 1.2"),
    ({"ignore_index": "1.5"}, "argument 'ignore_index' (position 5) must be int, not float"),
    ({"batch": "tensor([[1, 2], [3, 4]])", "targets": "[0, 1]"}, "_kernel_impl\" not implemented for 'Long'"),
]


@pytest.mark.ci
def test_a_wrong_batch_gets_torch_s_sentence_and_what_to_do(batch_tab):
    refusal = batch_tab.locator(f"{BATCH} [role=alert]")
    for fields, said in REFUSED:
        for name, text in fields.items():
            paste(batch_tab, name, text)
        expect(refusal).to_contain_text(said)
        assert len(refusal.locator("p").last.inner_text()) > 15
        assert batch_tab.locator(f"{BATCH} .calc-total").count() == 0
        batch_tab.get_by_role("button", name="Reset").last.click()
        assert shown(batch_tab, BATCH) == 0.7335 and refusal.inner_text() == ""


@pytest.mark.ci
def test_a_wrong_link_to_a_batch_is_refused_too(tab):
    tab.goto("calculator/?targets=[1,2,3]")
    expect(tab.locator(f"{BATCH} [role=alert]")).to_contain_text("IndexError: Target 3 is out of bounds.")


@pytest.mark.ci
def test_a_batch_is_shared_by_its_link(batch_tab):
    paste(batch_tab, "batch", "[[1., 2., 3.], [0., 0., 0.], [1., 1., 2.]]")
    batch_tab.clock.run_for(300)
    assert "batch=" in batch_tab.url
    loss = shown(batch_tab, BATCH)
    batch_tab.reload()
    assert shown(batch_tab, BATCH) == loss
    assert table(batch_tab, BATCH, "The loss of each row")["target"] == ["1", "2", "1"]
    paste(batch_tab, "batch", json.dumps([[float(n), 0.5, -0.5] for n in range(2000)]))
    paste(batch_tab, "targets", json.dumps([0] * 2000))
    batch_tab.clock.run_for(300)
    expect(batch_tab.locator(f"{BATCH} [role=alert] p")).to_contain_text("too much for a link")
    assert "2000" in batch_tab.locator(f"{BATCH} .calc-loss").inner_text()
    assert math.isfinite(shown(batch_tab, BATCH))


def test_changes_are_announced(still_tab):
    still_tab.goto("calculator/")
    field, status = still_tab.get_by_label("logit of 1", exact=True), still_tab.locator(f"{ROW} .calc-status")
    field.fill("5")
    assert str(shown(still_tab)) not in status.inner_text(), "not while the reader types"
    still_tab.clock.run_for(500)
    assert str(shown(still_tab)) in status.inner_text()
    field.fill("")
    assert "a number is needed" in still_tab.locator(".calc-message").inner_text()
    assert field.get_attribute("aria-invalid") == "true"
    assert table(still_tab)["logit"][1] == "5.0"


@pytest.mark.ci
def test_numbered_classes_are_renumbered_and_named_ones_keep_their_names(tab):
    tab.goto("calculator/")
    tab.get_by_role("button", name="remove 0").click()
    assert table(tab)["class"] == ["0", "1"] and "p[0]" in tab.locator(f"{ROW} .calc-loss").inner_text()
    tab.goto("worked-examples/logits-to-loss/")
    names = next(iter(table(tab).values()))
    tab.locator("[name=remove-0]").click()
    assert next(iter(table(tab).values())) == names[1:]
    tab.wait_for_url(re.compile("logits="))
    tab.reload()
    assert next(iter(table(tab).values())) == ["class 0", "class 1"]  # a link does not say which are left


@pytest.mark.ci
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_the_code_of_one_row_runs_with_every_reduction(tab, reduction):
    tab.goto(f"calculator/?batch=[1.,2.,3.]&targets=[2]&reduction={reduction}")
    assert run(tab, BATCH)[0]["loss"].sum().item() == pytest.approx(0.4076, abs=5e-5)


@pytest.mark.ci
def test_of_a_large_batch_the_first_rows_and_classes_are_shown(batch_tab):
    paste(batch_tab, "batch", json.dumps([[0.5] * 3000] * 3))
    batch_tab.wait_for_selector("text=Shown are the first 100 of 3000 classes.")
    assert shown(batch_tab, BATCH) == pytest.approx(math.log(3000), abs=5e-5)
    assert batch_tab.locator(f"{BATCH} td").count() < 1000


FIVE = "calculator/?logits=2.5,3.5,1.5,12.125,-10000&target=0,0.5,0.5,0,0&temperature=2&weight=1,2,3,4,5&smoothing=0.1"


def style(tab, selector, name):
    """A computed style of the first element that fits the selector."""
    return tab.evaluate("([of, name]) => getComputedStyle(document.querySelector(of))[name]", [selector, name])


@pytest.mark.ci
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_it_fits_and_has_the_scheme_s_ground_and_no_motion_when_asked(tab, scheme, width):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for path in ("", FIVE):
        tab.goto(path)
        tab.wait_for_selector(f"{ROW} .calc-total")
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= width
        assert style(tab, ".calc-bar i", "transitionDuration") in ("0s", "0.001s")
        ground = sum(map(int, re.findall(r"\d+", style(tab, ".calc input[type=number]", "backgroundColor"))[:3]))
        assert ground > 600 if scheme == "light" else ground < 200


@pytest.mark.ci
def test_an_added_class_is_numbered_as_the_others_are(tab):
    tab.goto("calculator/")
    press(tab, "+ class")
    assert table(tab)["class"] == ["0", "1", "2", "3"]
    tab.goto("calculator/?logits=1,2&target=0")
    assert table(tab)["class"] == ["0", "1"]


@pytest.mark.ci
def test_the_code_divides_by_no_temperature_of_one(tab):
    tab.goto("calculator/?temperature=1")
    assert "logits / " not in tab.locator(f"{ROW} .calc-code").inner_text() and agree(tab)
    tab.locator(f"{ROW} [name=temperature-value]").fill("2")
    assert "logits / 2" in tab.locator(f"{ROW} .calc-code").inner_text() and agree(tab)


@pytest.mark.ci
def test_what_is_removed_or_reset_comes_back(tab):
    tab.goto("calculator/?logits=1,2,3,4&target=3")
    undo = tab.locator(f"{ROW} [name=undo]")
    for name in ("remove 1", "Reset"):
        assert undo.is_hidden()
        press(tab, name)
        assert table(tab)["logit"] != ["1.0", "2.0", "3.0", "4.0"]
        press(tab, "Undo")
        assert table(tab)["logit"] == ["1.0", "2.0", "3.0", "4.0"] and table(tab)["target"][3] == "1"
        assert tab.evaluate("document.activeElement.name") == "reset"
    press(tab, "remove 1")
    tab.get_by_label("logit of 0", exact=True).fill("9")
    assert undo.is_hidden(), "it would take back more than it says"


@pytest.mark.ci
def test_a_batch_that_is_reset_comes_back(batch_tab):
    paste(batch_tab, "batch", "[[1., 2., 3.]]")
    paste(batch_tab, "targets", "[2]")
    loss, undo = shown(batch_tab, BATCH), batch_tab.locator(f"{BATCH} [name=undo-batch]")
    assert not undo.is_visible()
    batch_tab.locator(f"{BATCH} [name=reset-batch]").click()
    assert shown(batch_tab, BATCH) == 0.7335
    undo.click()
    assert shown(batch_tab, BATCH) == loss and not undo.is_visible()


@pytest.mark.ci
def test_a_table_that_was_moved_aside_stays_so(tab):
    tab.set_viewport_size({"width": 320, "height": 800})
    tab.goto(FIVE)
    frame = tab.locator(f"{ROW} .calc-frame").first
    assert frame.evaluate("(frame) => (frame.scrollLeft = 40, frame.scrollLeft)") == 40
    tab.get_by_label("logit of 1, slider", exact=True).focus()
    tab.keyboard.press("ArrowRight")
    assert frame.evaluate("(frame) => frame.scrollLeft") == 40


def gap(tab, message, field):
    """How many pixels are between a field and the message below it, which is on the screen."""
    below, above = tab.locator(message).bounding_box(), field.bounding_box()
    assert below["y"] >= 0 and below["y"] + below["height"] <= tab.viewport_size["height"]
    return below["y"] - above["y"] - above["height"]


@pytest.mark.ci
@pytest.mark.parametrize("width", [390, 1440])
def test_a_message_stands_beside_its_field_and_on_the_screen(tab, width):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto("")
    field = tab.get_by_label("logit of 2", exact=True)
    field.fill("")
    assert gap(tab, f"{ROW} .calc-message", field) < 80
    tab.goto("?logits=1,0x10")
    expect(tab.locator(f"{ROW} .calc-message")).to_be_in_viewport()
    tab.goto("calculator/")
    for name in ("batch", "targets", "label_smoothing"):
        field = tab.locator(f"{BATCH} [name={name}]")
        field.fill("x")
        expect(tab.locator(f"{BATCH} [role=alert]")).to_contain_text(
            f"{name.removesuffix('s')}: " if name != "batch" else "logits: "
        )
        assert gap(tab, f"{BATCH} [role=alert]", field) < 80
        tab.get_by_role("button", name="Reset").last.click()


@pytest.mark.ci
def test_a_link_takes_only_decimal_numbers(module):
    own = {"logits": [2.5, 3.5], "target": 1, "temperature": None, "labelSmoothing": None, "weight": None}
    for name in ("logits", "target", "temperature", "smoothing", "weight"):
        for text in ("0x10", "0b1", "1_0", "Infinity", " ", "1e", "--1"):
            texts = {name: f"{text},{text}" if name in ("logits", "weight") else text}
            assert module("link", "fromLink", [[texts, own]])[0][1], texts
