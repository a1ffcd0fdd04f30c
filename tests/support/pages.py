"""Pages as the gates read them: their articles, rendered without a build of the site."""

import functools
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples.files import Problem
from tools.pages import articles, assertions, include_rules, page_sections, project
from tools.pages.articles import Article
from tools.pages.project import Project


@functools.cache
def found() -> Project:
    """The project under test, read once."""
    return project.read(ROOT)


@functools.cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors of a page's sections, none if there is no such page; read from its Markdown, which is quick."""
    read = page_sections.read(found().pages[page]) if page in found().pages else []
    return frozenset(section.anchor for section in read)


@functools.cache
def tree(page: Path) -> HtmlElement:
    """The article of a page, parsed; to be read, not changed."""
    return assertions.parse(article(page).html)


@functools.cache
def article(page: Path) -> Article:
    """The Article of a page; fails the test, in one line for each problem, if the page cannot be rendered."""
    refuse(include_rules.unrendered(found(), found().pages[page]))
    try:
        return articles.render_one(found(), page)
    except Problem as problem:
        wrong = str(problem)
    pytest.fail(wrong, pytrace=False)
