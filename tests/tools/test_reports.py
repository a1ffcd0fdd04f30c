"""What the words of reports say: which sections explain them."""

import json

import pytest

from tests.support.pages import found
from tools.examples.files import Problem
from tools.pages import page_sections, reports, section_words
from tools.pages import project as projects
from tools.pages.reports import Report


def explains(weights, text):
    """The section to which the words of a text lead, as the box adds them up."""
    words = section_words.beginnings(text)
    scores = {
        section: sum(weights.of_words.get(word, {}).get(section, 0) + any_word for word in words)
        for section, any_word in weights.of_any.items()
    }
    return max(scores, key=scores.__getitem__)


def test_a_word_is_told_by_its_beginning_and_numbers_do_not_count():
    assert section_words.beginnings("Training losses: 0.6931, a nan") == {"train", "losse", "nan"}


def test_words_lead_to_the_section_whose_reports_have_them():
    one, other, *_ = page_sections.by_address(found()).values()
    said = {"the loss is stuck": one, "the loss is stuck again": one, "the loss is nan": other, "a nan loss": other}
    told = [Report(section_words.beginnings(text), [section]) for text, section in said.items()]
    weights = reports.weigh(told)
    assert explains(weights, "my loss got stuck") == one
    assert explains(weights, "a loss of nan") == other
    assert weights.of_words["stuck"][one] > weights.of_words["loss"].get(one, 0)


@pytest.mark.parametrize("fault", [{"sections": ["guides/one.md#gone"]}, {"source": ""}])
def test_an_entry_that_leads_nowhere_or_has_no_source_is_refused(fault, project):
    entry = {"words": "loss stuck", "sections": ["guides/one.md#two"], "source": "https://example.org"}
    root = project({"docs/guides/one.md": "# One\n\n## Two\n", reports.FILE: json.dumps([entry])})
    assert [report.words for report in reports.read(projects.read(root))] == [{"loss", "stuck"}]
    entries = [entry, {**entry, "words": "nan", **fault}]
    (root / reports.FILE).write_text(json.dumps(entries, indent=0), encoding="utf-8")
    with pytest.raises(Problem, match="reports.json:10: has an entry that is not whole, or leads to no section"):
        reports.read(projects.read(root))


def test_a_file_that_is_not_json_is_refused(project):
    texts = {reports.FILE: "[\n{} {}\n]", section_words.FILE: "{\n1: 2}"}
    root = project({"docs/guides/one.md": "# One\n\n## Two\n", **texts})
    with pytest.raises(Problem, match="reports.json:2: is not JSON"):
        reports.read(projects.read(root))
    with pytest.raises(Problem, match="questions.json:2: is not JSON"):
        section_words.count(projects.read(root))


def test_the_text_of_a_section_and_questions_about_it_lead_to_it(project):
    text = "# One\n\nAn [epoch](x.md) of the sampler.\n\n## Two\n\nThe blank: a blank label.\n\n**Also called** CTC.\n"
    asked = {"guides/one.md#two": ["the transcript stays empty", "an empty transcript"]}
    root = project({"docs/guides/one.md": text, section_words.FILE: json.dumps(asked), "docs/index.md": "# Home\n"})
    counts = section_words.count(projects.read(root))
    assert [part.anchor for part in counts] == ["one", "two"]
    weights = reports.weigh([], counts)
    leads = {words: explains(weights, words).anchor for words in ("sampler", "blank", "ctc", "empty transcript")}
    assert leads == {"sampler": "one", "blank": "two", "ctc": "two", "empty transcript": "two"}
    (root / section_words.FILE).write_text(json.dumps({"guides/one.md#gone": ["empty"]}), encoding="utf-8")
    with pytest.raises(Problem, match="questions.json: leads to a section that is not there: 'guides/one.md#gone'"):
        section_words.count(projects.read(root))


def test_the_names_of_a_section_are_a_report(project):
    text = "# One\n\n## Two\n\n**Also called** InfoNCE, NT-Xent.\n"
    (report,) = reports.read(projects.read(project({"docs/guides/one.md": text})))
    assert report.words == {"two", "infon", "nt", "xent"} and [part.anchor for part in report.sections] == ["two"]
