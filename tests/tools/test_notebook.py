"""A notebook's page shows what Jupyter printed and recorded, looks like any other, and is refused like any other."""

import json
import re
import shutil
import time

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import BuildError
from mkdocs.structure.pages import Page

from tests.support import small_site
from tests.support.project import ROOT, mkdocs
from tools.examples import notebooks, transcripts
from tools.pages import articles, check, records
from tools.pages import project as project_tools
from tools.site import serve

NAME = "inside-cross-entropy"
SCRIPT = f"docs/worked-examples/{NAME}.py"
RECORD = f"snippets/worked-examples/{NAME}/{NAME}.out"


@pytest.fixture(scope="module")
def recorded_project(small_project, tmp_path_factory):
    """A small project of the home page, one snippet, and the notebook, recorded."""
    copy = shutil.copytree(small_project, tmp_path_factory.mktemp("notebook"), dirs_exist_ok=True)
    shutil.rmtree(copy / "snippets/worked-examples/logits-to-loss")
    (copy / "docs/worked-examples/logits-to-loss.md").unlink()
    for path in (copy / "snippets/index").glob("every_step.*"):
        path.unlink()
    block = '\n``` {}\n--8<-- "index/three_steps.{}:steps"\n```\n'
    home = "# Home\n" + block.format("python", "py") + block.format("{ .text .output }", "out")
    (copy / "docs/index.md").write_text(home, encoding="utf-8")
    for path in (SCRIPT, RECORD):
        (copy / path).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / path, copy / path)
    text = (copy / SCRIPT).read_text(encoding="utf-8")
    unlinked = re.sub(r"\[([^]]+)\]\([^)]+\.md[^)]*\)", r"\1", text)  # the pages it links to are not in the copy
    (copy / SCRIPT).write_text(unlinked, encoding="utf-8")
    edit(copy / "mkdocs.yml", r"worked-examples/logits-to-loss.md", f"worked-examples/{NAME}.py")
    assert not records.record(copy, accepted={"99.9831"}).problems  # which it asks about: more words stand elsewhere
    small_site.record_texts(copy)
    return copy


@pytest.fixture
def root(recorded_project, tmp_path):
    """A copy of it."""
    return shutil.copytree(recorded_project, tmp_path, dirs_exist_ok=True)


def edit(path, old, new):
    """Replace the first match of the pattern `old` in a file."""
    text, count = re.subn(old, lambda _: new, path.read_text(encoding="utf-8"), count=1)
    assert count
    path.write_text(text, encoding="utf-8")


def recorded(root):
    notebook = notebooks.read(root / SCRIPT, root)
    return transcripts.recorded_outputs(notebook)


def test_the_page(root, build):
    done = build(root)
    assert done.exit_code == 0, done.stderr
    page = BeautifulSoup((root / f"site/worked-examples/{NAME}/index.html").read_text(encoding="utf-8"), "html.parser")
    html = page.find("article")
    outputs = [text for text in recorded(root).values() if text]
    assert outputs and [block.text for block in html.select(".highlight + .output.highlight code")] == outputs
    assert html("math") and not html(["script", "style"])
    assert "$" not in "".join(text for text in html.find_all(string=True) if text.parent.name not in ("code", "span"))
    fetched = [tag.get("src") or tag.get("href") for tag in page(["script", "link", "img", "iframe"])]
    assert not [address for address in fetched if re.match(r"(https?:)?//", address or "")]
    headings = [f"#{heading['id']}" for heading in html(["h2", "h3"])]
    assert headings and headings == [a["href"] for a in html.select("h2 .headerlink, h3 .headerlink")]
    assert set(headings) <= {link["href"] for link in page.select(".md-nav--secondary a")}
    search = json.loads((root / "site/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert {f"worked-examples/{NAME}/{heading}" for heading in headings} <= {entry["location"] for entry in search}
    [link] = html.select("a[download]")
    notebook = json.loads((root / f"site/worked-examples/{NAME}" / link["href"]).read_text(encoding="utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert "\n\n".join(code) == notebooks.read(root / SCRIPT, root).text
    assert not [path for path in (root / "site/worked-examples").rglob("*") if path.suffix in (".py", ".out")]


@pytest.mark.parametrize("page, mark", [(SCRIPT, "# "), ("docs/index.md", "")])
def test_a_title_at_the_top_of_a_page_is_read(page, mark, root):
    top = f"{mark}---\n{mark}title: 97.5 %\n"
    edit(root / page, r"\A(# ---\n)?", top if mark else f"{top}---\n")
    found = [str(problem) for problem in records.check(project_tools.read(root)).problems]
    assert [each for each in found if "97.5 % under '(the whole page)': no code there computes it" in each]


@pytest.mark.parametrize("page, mark", [(SCRIPT, "# "), ("docs/index.md", "")])
def test_a_typed_output_is_refused(page, mark, root):
    block = "".join(f"\n{mark}{line}" for line in ["", "``` { .text .output .no-copy }", "0.5000", "```"])
    edit(root / page, f"(?m)^{mark}# .*", f"{mark}# Title\n{block}\n")
    found = [str(problem) for problem in records.check(project_tools.read(root)).problems]
    line = (root / page).read_text(encoding="utf-8").split(f"{mark}0.5000\n")[0].count("\n") + 1
    assert f"{page}:{line}: '0.5000' is typed; include it from a snippet, which runs" in "\n".join(found)


@pytest.mark.ci
def test_a_cell_that_raises_fails_the_build_names_the_file_and_publishes_nothing(root):
    edit(root / SCRIPT, r"(?m)^print\(.*", "1 / 0")
    done = mkdocs(root, "build")
    assert done.returncode != 0
    assert re.search(r"inside-cross-entropy.py:\d+: raises ZeroDivisionError", done.stderr), done.stderr
    assert "Traceback" not in done.stderr and not list(root.glob("site*"))


def test_a_formula_that_does_not_parse_is_named_by_file_and_line(root):
    edit(root / SCRIPT, r"\$[a-z]\$", r"$\fraq$")
    with pytest.raises(BuildError, match=r"inside-cross-entropy.py:\d+: the formula '\\\\fraq' does not parse"):
        list(articles.render(project_tools.read(root)))


@pytest.mark.ci
def test_a_record_that_the_run_contradicts_is_not_published(root, build):
    notebook = notebooks.read(root / SCRIPT, root)
    forged = {name: text.replace("1.4904", "1.4905") for name, text in recorded(root).items()}
    (root / RECORD).write_text(transcripts.render(notebook, forged), encoding="utf-8")
    assert forged == recorded(root), "its seal holds"
    done = build(root)
    assert done.exit_code != 0 and f"{RECORD}: is not what {NAME}.py makes" in done.stderr
    assert not list(root.glob("site*"))


@pytest.mark.parametrize(
    "path, old, new", [(RECORD, r"1\.4904", "0.5"), pytest.param(SCRIPT, r"1\.0630", "1.0631", marks=pytest.mark.ci)]
)
def test_a_changed_digit_fails_the_check(path, old, new, root, runner):
    edit(root / path, old, new)
    report = check.check(root, only=NAME, runner=runner)
    assert (report.ran, report.differ) == (1, 1) and f"make record only=worked-examples/{NAME}.py" in str(report)
    assert f"{RECORD} (recorded)" in str(report)


@pytest.mark.ci
def test_a_server_shows_what_an_edited_notebook_prints_and_else_its_record(root, monkeypatch):
    config, files = articles.load_site(root)
    page = Page(None, files.get_file_from_path(SCRIPT.removeprefix("docs/")), config)
    session = serve.Session()
    session.root = root
    try:
        session.refresh()
        session.read_notebook(page)
        assert recorded(root)["cell-1"].strip().splitlines()[0] in page.markdown and not session.shown
        edit(root / SCRIPT, r"(?m)^print\(", 'print("edited just now", 7 * 11)\nprint(')
        session.refresh()
        deadline = time.monotonic() + 60
        while session.running and time.monotonic() < deadline:
            time.sleep(0.1)
        monkeypatch.setattr(session, "_run", lambda _: pytest.fail("it runs once for each text"))
        session.refresh()
        session.read_notebook(page)
        assert "edited just now 77" in page.markdown
    finally:
        session.close()


class Speechless(BaseException):
    """An error of which nobody thought, and that says nothing."""


def test_a_run_that_fails_in_any_way_is_heard(root, monkeypatch):
    def fail(*_):
        raise Speechless

    monkeypatch.setattr(notebooks, "run", fail)
    [run] = notebooks.start([notebooks.read(root / SCRIPT, root)])
    assert f"{NAME}.py: does not end well: Speechless" in str(run.problem) and run.unreached == [*run.outputs]
