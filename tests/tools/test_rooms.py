"""The rooms under `tools/` import in one direction only, no test imports another, and each room says its job."""

import ast
from pathlib import Path

import pytest

from tests.support.project import ROOT
from tools.pages import articles

ARROW = ["tools.maintenance", "tools.site", "tools.pages", "tools.examples"]  # each may import those to its right
EXTENSIONS = "tools.markdown_ext"
ROOMS = [*ARROW, EXTENSIONS]
SHARED = ["tests.support", "tests.content.oracles"]
FILES = sorted([*ROOT.glob("tools/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "conftest.py"])


def inside(module, package):
    return module == package or module.startswith(f"{package}.")


def room(module):
    return next((room for room in ROOMS if inside(module, room)), None)


def imported(path, text):
    """Each import of a module of the project in a file's text, inside functions too: (line, module)."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            folder = path.split("/")[: -node.level] if node.level else []
            package = ".".join([*folder, *filter(None, [node.module])])
            modules = [f"{package}.{alias.name}" for alias in node.names]
        else:
            continue
        for module in modules:
            if inside(module, "tools") or inside(module, "tests"):
                yield node.lineno, module


def problems(path, text):
    """What is wrong with the imports of a file, whose path is below the project's root: a line for each."""
    said = []
    for line, module in imported(path, text):
        wrong = wrong_in_tests(module) if path.startswith("tests/") else wrong_in_tools(path, module)
        if wrong:
            said.append(f"{path}:{line}: imports {module}: {wrong}")
    return said


def wrong_in_tests(module):
    if inside(module, "tests") and not any(inside(module, shared) for shared in SHARED):
        return f"a test may import only {' and '.join(SHARED)} of the tests"
    return None


def wrong_in_tools(path, module):
    here, there = room(path.removesuffix(".py").replace("/", ".")), room(module)
    if inside(module, "tests"):
        return "nothing outside tests/ may import a test" if here else None
    if here == there or here is None:
        return None
    if EXTENSIONS in (here, there):
        return f"{EXTENSIONS} stands alone; mkdocs.yml names its extensions"
    if there is None:
        return "a module of tools/ belongs in a room"
    if ARROW.index(here) > ARROW.index(there):
        return f"imports run {' -> '.join(ARROW)}"
    return None


def test_every_import_keeps_to_the_direction():
    assert len(FILES) > 80
    found = [
        problem
        for path in FILES
        for problem in problems(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert found == [], "\n".join(found)


PLANTED = {
    "against the arrow": ("tools/examples/runner.py", "import os\nfrom tools.pages import includes\n", 2),
    "inside a function": ("tools/pages/check.py", "def f():\n    from tools.site import build\n", 2),
    "of a room from the package": ("tools/pages/check.py", "from tools import site\n", 1),
    "by its whole name": ("tools/site/hook.py", "import tools.maintenance.browser as chromium\n", 1),
    "relative": ("tools/examples/runner.py", "from ..pages import includes\n", 1),
    "a part of the extensions": ("tools/pages/articles.py", "from tools.markdown_ext import formulas\n", 1),
    "by an extension": ("tools/markdown_ext/tables.py", "from tools.examples import files\n", 1),
    "outside the rooms": ("tools/site/hook.py", "from tools import policy\n", 1),
    "a test by a tool": ("tools/maintenance/browser.py", "from tests.support import browser\n", 1),
    "a test by a test": ("tests/tools/test_x.py", "from tests.tools.test_rooms import FILES\n", 1),
    "the fixtures by a test": ("tests/content/oracles/x.py", "from tests import conftest\n", 1),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_import_is_found(name):
    path, text, line = PLANTED[name]
    [problem] = problems(path, text)
    assert problem.startswith(f"{path}:{line}: imports ")


ALLOWED = {
    "tools/maintenance/mutants.py": "from tools.pages import articles\nfrom tools.site import built",
    "tools/pages/check.py": "from tools.pages import includes\nfrom tools.examples import files\nimport toolshed",
    "tests/tools/test_x.py": "from tests.support.project import ROOT\nfrom tests.content.oracles import index",
    "tests/conftest.py": "from tools.maintenance import browser",
    "conftest.py": "from tools.examples import snippets\nfrom tests.support import project",
}


@pytest.mark.parametrize("path", ALLOWED)
def test_the_others_are_not(path):
    assert problems(path, ALLOWED[path]) == []


@pytest.mark.parametrize("package", ROOMS)
def test_a_room_says_its_job(package):
    init = Path(ROOT, *package.split("."), "__init__.py")
    assert ast.get_docstring(ast.parse(init.read_text(encoding="utf-8")))


def test_every_folder_of_tools_with_code_is_a_room():
    folders = {path.relative_to(ROOT).parts[1] for path in ROOT.glob("tools/*/*.py")}
    assert {f"tools.{folder}" for folder in folders} == set(ROOMS)


def test_the_settings_name_every_extension():
    config, _ = articles.load_site(ROOT)
    named = {name for name in config.markdown_extensions if inside(name, EXTENSIONS)}
    assert named == {f"{EXTENSIONS}.{path.stem}" for path in ROOT.glob("tools/markdown_ext/[!_]*.py")}
