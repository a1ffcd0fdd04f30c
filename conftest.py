"""How pytest pastes the pages, its options `--only` and `--ci`, and the runner of snippets."""

import gc
import os

import pytest
from pytest_markdown_docs._runners import register_runner
from pytest_markdown_docs.plugin import MarkdownDocstringCodeModule

from tests.support import selection
from tests.support.pasting import Parser, PastingRunner
from tests.support.project import ROOT
from tools.examples.runner import Runner

collect_ignore_glob = ["docs/*.py", "tests/content/oracles/*", "tests/support/*"]  # which hold no test
os.environ.setdefault("OMP_NUM_THREADS", "1")  # the tests share the cores: see --numprocesses in pyproject.toml
COMPILES = ROOT / "docs/guides/compiled-and-distributed.md"  # to paste this page takes seconds; each build runs it too
LEFT_OUT = pytest.StashKey[int]()  # how many tests marked `ci` were left out

register_runner(default=True)(PastingRunner)


@pytest.hookimpl
def pytest_markdown_docs_markdown_it():
    """The parser that pytest-markdown-docs uses instead of its own."""
    return Parser()


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Look for no garbage in what is imported, neither now nor later: that would take a third of the collection."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


@pytest.hookimpl(wrapper=True)
def pytest_collect_file():
    """Of what pytest-markdown-docs collects, keep the pages: the docstrings of tests hold no examples."""
    found = yield
    return [each for each in found if not isinstance(each, MarkdownDocstringCodeModule)]


def pytest_addoption(parser):
    """Add `--only` and `--ci`."""
    group = parser.getgroup("project")
    group.addoption("--only", default="", metavar="PART", help="run the gates over the pages whose path contains PART")
    group.addoption("--ci", action="store_true", help="run the tests marked `ci`, too heavy for every day, as well")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """With `--only`, run in one process: there is less to do than several take to start."""
    if config.option.only:
        if not selection.files(config.option.only):
            raise pytest.UsageError(f"no page and no snippet has {config.option.only!r} in its path")
        config.option.numprocesses = 0


def pytest_ignore_collect(collection_path, config):
    """With `--only`, look at no other pages than PART's, and at no other tests than gates over one page."""
    if not config.option.only or collection_path.is_dir():
        return None
    if collection_path.suffix == ".md":
        return collection_path not in selection.pages(config.option.only)
    return collection_path.name not in selection.GATES or collection_path.parent != ROOT / "tests/content"


def pytest_collection_modifyitems(config, items):
    """Leave out what `--only` does not select, and without `--ci` the tests marked so."""
    chosen = [item for item in items if selection.holds(item, config.option.only)]
    if not config.option.only:
        for item in items:
            if item.path == COMPILES:
                item.add_marker("ci")
    heavy = [] if config.option.ci else [item for item in chosen if item.get_closest_marker("ci")]
    config.stash[LEFT_OUT] = len(heavy)
    kept = [item for item in chosen if item not in heavy]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept
    if hasattr(config, "workeroutput"):
        config.workeroutput["left out"] = len(heavy)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Learn from a worker of pytest-xdist how many tests it left out: each has collected them all."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left out", 0)


def pytest_terminal_summary(terminalreporter, config):
    """Say how many tests were left out, and how to run them."""
    if left_out := config.stash.get(LEFT_OUT, 0):
        tests = "test" if left_out == 1 else "tests"
        terminalreporter.write_line(f"{left_out} heavy {tests} left out: `make test-all` or `pytest --ci` runs all")


@pytest.fixture(scope="session")
def runner():
    """One runner, for the snippets that tests write and the pages that they paste."""
    with Runner() as runner:
        yield runner


@pytest.fixture(scope="session")
def part(pytestconfig):
    """The PART of `--only`; without it, tests that ask for this are left out."""
    return pytestconfig.option.only
