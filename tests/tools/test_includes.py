"""The gate over includes refuses data that no seal covers."""

from tests.support.project import section
from tools.examples import snippets
from tools.pages import includes


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
    found = [str(problem) for problem in includes.problems(root, snippets.read_all(root)[0], {}, {})]
    assert len(found) == 1
    assert "snippets/a/c/data.txt, which no seal covers" in found[0]
