"""What the site says outside its pages differs from its record once a word of it is changed."""

import pytest

from tests.support.project import ROOT, edit, section
from tools.pages import __main__ as command
from tools.pages import project as projects
from tools.pages import records, site_texts

SETTINGS = (
    "site_name: A\nsite_description: B.\nnav:\n  - Home: index.md\n  - Guides:\n      - Shapes: guides/shapes.md\n"
)
FILES = {
    "mkdocs.yml": SETTINGS,
    "README.md": "# A\n\nIt needs Python 3.11.\n",
    "overrides/404.html": "{# no page #}<p>There is no page.</p>\n",
    "overrides/partials/foot.html": '<div class="a b">\n  Text and code: MIT licence.\n</div>\n',
    "docs/assets/box.js": '// It says.\nconst says = ["Add one to the labels.", "target/#out-of-bounds"];\n',
    "docs/assets/row.js": 'const axis = "logit";\nconst presets = [5, 0];\n'
    "if (axis < limit) {\n  draw(axis);\n  draw(axis + share);\n}\n",
    "docs/assets/former-anchors.json": '{\n "debug/": {\n  "a-list": "debug/options/#a-list"\n }\n}\n',
    "docs/assets/site.css": 'p::before { content: "Note: 1"; }\n'
    ".mark {\n  border: 1px dashed;\n  margin: 0;\n  flex-direction: row;\n  transform: scaleX(-1);\n}\n",
    "snippets/former_addresses.list": "a/one.py b/one.py\n",
    "docs/guides/shape.svg": "<svg><text>2</text></svg>\n",
}
CHANGES = {
    "a title in the menu": ("mkdocs.yml", "Shapes", "Sizes"),
    "a page in the menu": ("mkdocs.yml", "shapes.md", "sizes.md"),
    "the description": ("mkdocs.yml", "B.", "C."),
    "a version": ("README.md", "3.11", "3.9"),
    "the 404 page": ("overrides/404.html", "no page.", "a page."),
    "a template": ("overrides/partials/foot.html", "Text and", "All"),
    "a script": ("docs/assets/box.js", "Add", "Subtract"),
    "a section to which a script leads": ("docs/assets/box.js", "#out-of-bounds", "#wrong-type"),
    "a section that has moved": ("docs/assets/former-anchors.json", "options/#a-list", "target/#a-list"),
    "a file that has moved": ("snippets/former_addresses.list", "b/one.py", "b/two.py"),
    "a setting": ("mkdocs.yml", "site_name: A", "site_name: AB"),
    "a style": ("docs/assets/site.css", "Note: 1", "Note: 2"),
}

OF_CODE = {
    "a word in a script": ("docs/assets/row.js", '"logit"', '"loss"'),
    "a number in a script": ("docs/assets/row.js", "[5, 0]", "[0, 5]"),
    "a condition in a script": ("docs/assets/row.js", "<", "<="),
    "a sign in a script": ("docs/assets/row.js", "axis + share", "axis - share"),
    "an order in a style": ("docs/assets/site.css", "row;", "row-reverse;"),
    "a direction in a style": ("docs/assets/site.css", "scaleX(-1)", "scaleX(1)"),
    "a line of a style": ("docs/assets/site.css", "dashed", "dotted"),
    "a name in a script": ("docs/assets/row.js", "draw(axis);", "show(axis);"),
}
ADDED = {  # a line in which a text stands where a browser reads it
    "below an empty comment": ("docs/assets/site.css", '/* */ h1::before { content: "97.5 " }'),
    "for whatever stands in an article": ("docs/assets/site.css", '* article h2::before { content : "98.5 " }'),
    "in capitals": ("docs/assets/site.css", 'h1::before { CONTENT: "97.5 " }'),
    "escaped": ("docs/assets/site.css", 'h1::before { c\\6fntent: "97.5 " }'),
    "in the line below its name": ("docs/assets/site.css", '"∞"'),
    "in a picture": ("docs/assets/site.css", 'h1 { background: url("data:image/svg+xml,<text>97.5</text>") }'),
    "in another style": ("docs/assets/site.css", "@import url(a.css);"),
    "in a comment that begins": ("docs/assets/site.css", "/*"),
    "in a script, below an empty comment": ("docs/assets/box.js", '/**/ document.title = "97.5 %";'),
    "in a template of several lines": ("docs/assets/box.js", "the mean"),
    "behind the marks of a block": ("overrides/404.html", "``` <p>There are 97.5 pages.</p>"),
}


def record(root, accepted=()):
    """Record what the site says outside its pages; what is asked, in words."""
    report = records.Report()
    report.settle(site_texts.audit(root), accepted)
    return [problem.text for problem in report.problems]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_refused(change, project):
    root = project(FILES)
    record(root)
    assert not site_texts.refused(root)
    path, old, new = CHANGES[change]
    edit(root / path, old, new)
    [problem] = site_texts.refused(root)
    assert "make record" in str(problem) and new in str(problem)
    assert (problem.path, problem.line) == (root / path, FILES[path][: FILES[path].index(old)].count("\n") + 1)
    asked = record(root)
    assert asked and site_texts.refused(root)
    assert all(" under " in each and "accept=" in each for each in asked)
    assert not record(root, [each.split(" under ")[0] for each in asked]) and not site_texts.refused(root)


@pytest.mark.parametrize("change", OF_CODE)
def test_a_change_of_code_is_refused_and_recorded_without_a_question(change, project):
    root = project(FILES)
    record(root)
    path, old, new = OF_CODE[change]
    edit(root / path, old, new)
    [problem] = site_texts.refused(root)
    assert (problem.path, problem.line) == (root / path, FILES[path][: FILES[path].index(old)].count("\n") + 1)
    assert not record(root) and not site_texts.refused(root)


@pytest.mark.parametrize("name", ["guides/shape.svg", "assets/__n.html", "assets/__pycache__/n.html"])
def test_a_file_that_is_published_as_it_is_must_be_recorded(name, project):
    root = project(FILES)
    record(root)
    project({f"docs/{name}": "<svg><text>3</text></svg>\n"})
    (root / "docs/guides/.shape.svg.swp").write_bytes(b"\xff")
    [problem] = site_texts.refused(root)
    assert problem.path == root / "docs" / name


@pytest.mark.parametrize("place", ADDED)
def test_a_new_line_is_refused(place, project):
    root = project(FILES)
    record(root)
    path, line = ADDED[place]
    (root / path).write_text(f"{FILES[path]}{line}\n", encoding="utf-8")
    [problem] = site_texts.refused(root)
    assert problem.path == root / path and line in str(problem)


def test_a_recording_of_one_page_takes_a_new_entry_of_the_menu(project, monkeypatch):
    script = section("print(1)", "a")
    root = project({**FILES, "snippets/shapes/a.py": script})
    record(root)
    (root / "mkdocs.yml").write_text(f"{SETTINGS}      - Batches: guides/batches.md\n", encoding="utf-8")
    monkeypatch.chdir(root)
    assert site_texts.refused(root) and command.record_all("shapes/a", ()) and not site_texts.refused(root)


def test_a_record_that_is_gone_is_missed_beside_those_of_pages(project):
    root = project(FILES)
    assert not site_texts.refused(root)
    project({"snippets/guides/shapes/shapes.asserted": records.TITLE})
    [problem] = site_texts.refused(root)
    assert "site.asserted: does not exist, and the pages are recorded: make record" in str(problem)
    assert not record(root) and not site_texts.refused(root)


def test_the_project_has_such_a_record():
    assert (ROOT / projects.SITE).is_file() and not site_texts.refused(ROOT)
