"""Pages as the gates read them: their articles, rendered without a build of the site."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import BuildError

from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples import snippets
from tools.examples.files import Problem
from tools.pages import articles, includes
from tools.pages.articles import Article


@functools.cache
def article(page: Path) -> Article:
    """The Article of a page; fails the test, in one line for each problem, if the page cannot be rendered."""
    refuse(broken_includes(ROOT, page))
    try:
        [rendered] = articles.render(ROOT, [page])
        return rendered
    except (Problem, BuildError) as problem:
        wrong = str(problem)
    pytest.fail(wrong, pytrace=False)


def broken_includes(root: Path, page: Path) -> Iterator[Problem]:
    """A Problem for each include of a page whose file, section or record is not there."""
    if page.suffix == ".md":
        scripts = {include.snippet for include in includes.read(root, page) if include.snippet.suffix == ".py"}
        read_well = {path: snippets.read(path) for path in scripts if path.exists()}
        yield from includes.problems_of_page(root, page, read_well)
