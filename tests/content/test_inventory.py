"""Pages hold only what is run, and every link leads somewhere."""

import pytest

from tests.support import blocks
from tests.support.built_site import html_path
from tests.support.gate import line_of, refuse
from tests.support.pages import tree
from tests.support.project import EVERY_PAGE, PAGES, ROOT, name
from tools.examples.files import Problem, read_text
from tools.maintenance import links


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_mark_in_a_block_is_beyond_its_end(page):
    refuse(blocks.unmarked(page, page.read_text(encoding="utf-8"), tree(page)))


def broken_links(site):
    """A Problem for each link within the site that leads nowhere."""
    sources = {html_path(site, page).relative_to(site).as_posix(): page for page in EVERY_PAGE}
    for page, address in links.broken(site):
        source = sources.get(page, ROOT / "overrides" / page)
        end = address.rstrip("/").rpartition("#" if "#" in address else "/")[2]
        yield Problem(source, line_of(read_text(source), end), f"links to {address}, where nothing is")


def test_every_link_within_the_site_leads_somewhere(site):
    refuse(broken_links(site))
    assert len(list(links.found(site))) > 100
