"""How pytest-markdown-docs reads a page: as the reader sees it, and block after block into one interpreter."""

import contextlib
import dataclasses
import functools
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

import markdown
import pytest
from markdown_it import MarkdownIt
from pytest_markdown_docs._runners import DefaultRunner, register_runner

from tools.examples.snippets import DATA

collect_ignore_glob = ["tests/content/oracles/*", "tests/support/*"]  # they hold no test, and take seconds to import
os.environ.setdefault("OMP_NUM_THREADS", "1")  # the tests share the cores: see --numprocesses in pyproject.toml
EXPANDER = markdown.Markdown(
    extensions=["pymdownx.snippets"],
    extension_configs={"pymdownx.snippets": {"base_path": ["snippets"], "check_paths": True}},
)


class Page(MarkdownIt):
    """A parser that finds Python blocks in tabs and admonitions too, expands their includes, and chains them."""

    def __init__(self):
        super().__init__("commonmark")
        self.disable("code")  # else what is indented by four columns, as in tabs, is no fence

    def parse(self, src, env=None):
        """The page's tokens; a Python fence after the first one continues those above it."""
        tokens, continued = super().parse(src, env), ""
        for token in tokens:
            if token.type == "fence" and "python" in token.info.replace(".", " ").split():
                token.meta["shows"] = token.content.split("\n")
                token.content = "\n".join(EXPANDER.preprocessors["snippet"].run(token.content.split("\n")))
                token.info += continued
                continued = " continuation"
        return tokens


@pytest.hookimpl
def pytest_markdown_docs_markdown_it():
    """The parser that pytest-markdown-docs uses instead of its own."""
    return Page()


@functools.cache
def _data():
    """Every data file of the snippets."""
    return [path for path in (Path(__file__).parent / "snippets").rglob("*") if path.suffix in DATA]


@register_runner(default=True)
class QuietRunner(DefaultRunner):
    """Runs a block in a folder of its own, beside the snippets' data, and keeps its output out of the test results:
    tests/content/test_pages_paste.py compares that. Blocks above that have just run are not run again.
    """

    pasted, names = None, {}

    def runtest(self, test, args, **options):
        """Run the block, after those above it."""
        above, names = "", dict(args)
        if self.pasted and test.source.startswith(self.pasted):
            above, names = self.pasted, self.names
        block = dataclasses.replace(test, source="\n" * above.count("\n") + test.source[len(above) :])
        with (
            tempfile.TemporaryDirectory() as folder,
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.chdir(folder),
        ):
            for path in _data():
                shutil.copy(path, folder)
            super().runtest(block, names, **options)
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")
        self.pasted, self.names = test.source, names
