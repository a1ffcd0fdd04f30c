"""The gate over includes refuses data that no seal covers."""

from tests.support.project import section
from tools.pages import include_rules
from tools.pages import project as project_tools


def test_data_that_no_seal_covers_is_refused(project):
    page = (
        '# Page\n\n```python\n--8<-- "a/b.py:one"\n```\n\n'
        '``` { .text }\n--8<-- "a/data.txt"\n--8<-- "a/c/data.txt"\n```\n'
    )
    files = {
        "docs/index.md": page,
        "snippets/a/b.py": section("x = 1", "one"),
        "snippets/a/data.txt": "1",
        "snippets/a/c/data.txt": "1",
    }
    root = project(files)
    found = [str(problem) for problem in include_rules.problems(project_tools.read(root), {}, {})]
    assert len(found) == 1
    assert "snippets/a/c/data.txt, which no seal covers" in found[0]
