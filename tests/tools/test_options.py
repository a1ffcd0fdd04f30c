"""The options of the tests: `--only` selects the gates over some pages, and `--ci` adds the heavy tests."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.support import selection
from tests.support.project import ROOT

MARKED = "import pytest\n\n\n@pytest.mark.ci\ndef test_heavy():\n    pass\n\n\ndef test_light():\n    pass\n"
LEFT_OUT = "1 heavy test left out: `make test-all` or `pytest --ci` runs all"


def run_pytest(folder, *options):
    """Run pytest in a folder; the finished process."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=120)


@pytest.mark.ci
def test_only_selects_the_gates_over_the_pages_whose_path_contains_a_part():
    selected = run_pytest(ROOT, "--only", "understand/temperature", "--collect-only", "-n", "0").stdout
    for gate in [
        "docs/understand/temperature.md::",
        "test_inventory.py::test_no_mark_in_a_block_is_beyond_its_end[understand/temperature.md]",
        "test_records.py::test_what_a_page_asserts_is_shown_and_as_recorded[understand/temperature.md]",
        "test_oracle.py::test_prints_what_the_definition_gives[understand/temperature/best:bisect]",
        "test_seals.py::test_the_seal_holds[snippets/understand/temperature/best.py]",
        "test_transcripts_reproduce.py::test_the_snippets_of_a_part_print_what_is_recorded_and_are_shown",
    ]:
        assert gate in selected
    assert "likelihood" not in selected
    assert "test_every_snippet_and_notebook_prints_what_is_recorded" not in selected


def test_only_finds_the_page_that_shows_a_snippet():
    [page] = selection.pages("functions/mse_loss")
    assert page == ROOT / "docs/reference/losses/regression.md"
    [script] = selection.scripts("functions/mse_loss")
    assert script == ROOT / "snippets/reference/losses/functions/mse_loss.py"


def test_only_finds_the_snippets_that_a_page_shows():
    shown = selection.scripts("losses/regression")
    assert ROOT / "snippets/reference/losses/functions/mse_loss.py" in shown
    assert ROOT / "snippets/reference/losses/regression/mse_loss.py" in shown


def test_only_finds_a_notebook_and_its_transcript():
    found = selection.files("inside-cross-entropy")
    assert ROOT / "docs/worked-examples/inside-cross-entropy.py" in found
    assert ROOT / "snippets/worked-examples/inside-cross-entropy/inside-cross-entropy.out" in found


def test_a_part_that_fits_nothing_is_refused_in_one_sentence(pytestconfig):
    options = pytestconfig.pluginmanager.get_plugin(str(ROOT / "conftest.py"))
    config = SimpleNamespace(option=SimpleNamespace(only="no-such-page"))
    with pytest.raises(pytest.UsageError, match="^no page and no snippet has 'no-such-page' in its path$"):
        options.pytest_cmdline_main(config)


@pytest.mark.ci
def test_heavy_tests_are_left_out_and_counted_unless_asked_for(tmp_path):
    (tmp_path / "conftest.py").symlink_to(ROOT / "conftest.py")
    (tmp_path / "test_marked.py").write_text(MARKED, encoding="utf-8")
    everyday = run_pytest(tmp_path, "-n", "1").stdout
    assert "1 passed" in everyday
    assert LEFT_OUT in everyday
    everything = run_pytest(tmp_path, "-n", "0", "--ci").stdout
    assert "2 passed" in everything
    assert "left out" not in everything
