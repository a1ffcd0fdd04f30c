"""Pages as the gates read them: their articles, rendered without a build of the site."""

import functools
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples.files import Problem
from tools.pages import articles, include_rules, project
from tools.pages.articles import Article
from tools.pages.project import Project


@functools.cache
def found() -> Project:
    """The project under test, read once."""
    return project.read(ROOT)


@functools.cache
def soup(page: Path) -> BeautifulSoup:
    """The article of a page, parsed; to be read, not changed."""
    return BeautifulSoup(article(page).html, "html.parser")


@functools.cache
def article(page: Path) -> Article:
    """The Article of a page; fails the test, in one line for each problem, if the page cannot be rendered."""
    refuse(include_rules.unrendered(found(), found().pages[page]))
    try:
        return articles.render_one(found(), page)
    except Problem as problem:
        wrong = str(problem)
    pytest.fail(wrong, pytrace=False)
