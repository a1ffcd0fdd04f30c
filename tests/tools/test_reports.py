"""What the words of reports say: which sections explain them."""

import json
import math

import pytest

from tests.support.pages import ROOT
from tools.examples.files import Problem
from tools.maintenance.learn import Classifier
from tools.pages import page_sections, reports
from tools.pages import project as projects
from tools.pages.reports import Report
from tools.site import finder

PAGE = {"docs/guides/one.md": "# One\n\n## Two\n\n**Also called** InfoNCE, NT-Xent.\n"}


def explains(learned, text):
    """The section to which the words of a text lead, as docs/assets/finder/reports.js adds them up."""
    known = [token for token in reports.tokens(text) if token in learned.rarity]
    length = math.hypot(*(learned.rarity[token] for token in known))
    scores = {
        section: sum(learned.weights[token].get(section, 0) for token in known) / length + alone
        for section, alone in learned.alone.items()
    }
    return max(scores, key=scores.__getitem__)


def test_tokens_are_beginnings_of_words_numbers_to_the_first_decimal_and_signs():
    text = "Training losses: 0.6931, -100, 1234567, float16 nan?"
    assert reports.tokens(text) == {"train", "losse", "0.6", "-100", "float", "float16", "nan", "?"}


def test_what_is_learned_is_written_and_read_and_leads_words_to_the_section_whose_reports_have_them(project):
    told = {"the loss is stuck": "two", "the loss is stuck again": "two", "the loss is nan": "one", "a nan loss": "one"}
    root = project(PAGE)
    parts = page_sections.by_address(projects.read(root))
    texts = [Report(reports.tokens(text), [parts[f"guides/one.md#{anchor}"]]) for text, anchor in told.items()]
    classifier = Classifier(texts, [1.0] * 4)
    assert classifier.right(texts) == 4
    (root / reports.LEARNED).parent.mkdir(parents=True)
    (root / reports.LEARNED).write_text(
        classifier.text("seal", {part: at for at, part in parts.items()}), encoding="utf-8"
    )
    learned = reports.learned(projects.read(root))
    assert learned.of == "seal"
    assert explains(learned, "my loss got stuck").anchor == "two"
    assert explains(learned, "a loss of nan").anchor == "one"
    (root / "docs/guides/one.md").write_text("# One\n", encoding="utf-8")
    with pytest.raises(Problem, match="leads to a section that is not there, 'guides/one.md#two': run `make learn`"):
        reports.learned(projects.read(root))


def test_what_leads_to_a_page_that_is_not_on_the_site_is_not_published(project):
    sections = [[f"guides/{name}.md#two", alone] for name, alone in [("one", -1.5), ("other", -0.5), ("third", -1)]]
    learned = json.dumps(["", sections, {"nan": [16, 0, 8, 1, 9, 2, -3], "stuck": [8, 0, 7]}])
    other = {f"docs/guides/{name}.md": f"# {name}\n\n## Two\n\nPrint it.\n" for name in ("other", "third")}
    site = projects.read(project({**PAGE, **other, reports.LEARNED: learned}))
    urls = {page: f"guides/{page.stem}/" for page in site.pages if page.stem != "one"}
    assert finder.words(reports.learned(site), site, urls) == {
        "sections": [("guides/other/#two", "Two", -0.5, "Print it."), ("guides/third/#two", "Two", -1, "Print it.")],
        "words": {"nan": [16, 0, 9, 1, -3], "stuck": [8]},
    }


def test_the_box_tells_tokens_as_they_were_learned():
    script = (ROOT / "docs/assets/finder/reports.js").read_text(encoding="utf-8")
    for name in ("WORD", "NUMBER", "SIGN"):
        assert f"const {name} = /{getattr(reports, name).pattern}/g;" in script
    for name in ("BEGINNING", "LONGEST"):
        assert f"const {name} = {getattr(reports, name)};" in script


def test_the_weights_were_learned_from_the_reports():
    site = projects.read(ROOT)
    told = [*reports.pasted(site), *reports.others(site)]
    assert reports.learned(site).of == reports.fingerprint(told), "run `make learn`"
    assert reports.fingerprint(told) != reports.fingerprint([told[0]._replace(sections=told[-1].sections), *told[1:]])


@pytest.mark.parametrize(
    "fault", [{"sections": ["guides/one.md#gone"]}, {"sections": []}, {"source": ""}, {"words": ""}]
)
def test_an_entry_that_leads_nowhere_or_is_not_whole_is_refused(fault, project):
    entry = {"words": "loss stuck", "sections": ["guides/one.md#two"], "source": "https://example.org"}
    root = project({**PAGE, reports.REPORTS: json.dumps([entry])})
    assert reports.others(projects.read(root))[0].tokens == {"loss", "stuck"}
    entries = [entry, {**entry, "words": "nan", **fault}]
    (root / reports.REPORTS).write_text(json.dumps(entries, indent=0), encoding="utf-8")
    with pytest.raises(Problem, match="reports.json:10: has an entry that is not whole, or leads to no section"):
        reports.others(projects.read(root))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("REPORTS", "[\n{} {}\n]"),
        ("PASTED", "[\n{} {}\n]"),
        ("QUESTIONS", "{\n1: 2}"),
        ("LEARNED", "[\n<<<<<<< HEAD\n]"),
    ],
)
def test_a_file_that_is_not_json_is_refused(name, text, project):
    root = project({**PAGE, getattr(reports, name): text})
    with pytest.raises(Problem, match=f"{name.lower()}.json:2: is not JSON"):
        [read(projects.read(root)) for read in (reports.pasted, reports.others, reports.learned)]


def test_questions_and_the_names_of_a_section_are_reports(project):
    root = project({**PAGE, reports.QUESTIONS: json.dumps({"guides/one.md#one": ["an empty batch?"]})})
    told = {(part.anchor): words for words, (part,) in reports.others(projects.read(root))}
    assert told == {"one": {"an", "empty", "batch", "?"}, "two": {"two", "infon", "nt", "xent"}}
    (root / reports.QUESTIONS).write_text(json.dumps({"guides/one.md#one": "empty"}), encoding="utf-8")
    with pytest.raises(Problem, match="questions.json: has no list of questions for guides/one.md#one"):
        reports.others(projects.read(root))
    (root / reports.QUESTIONS).write_text(json.dumps({"guides/one.md#gone": ["empty"]}), encoding="utf-8")
    with pytest.raises(Problem, match="questions.json: leads to a section that is not there: 'guides/one.md#gone'"):
        reports.others(projects.read(root))
