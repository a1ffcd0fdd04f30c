"""Every snippet and notebook prints what its transcript records, byte for byte: the build of the site runs them all.

See test_elsewhere.py for other processors, threads and plain runs, and test_refusals.py for what the check refuses.
"""

from tests.support.project import ROOT
from tools.examples import recording, snippets


def test_every_snippet_and_notebook_prints_what_is_recorded(built):
    said, status, _ = built
    assert status == 0, said
    count = len(snippets.find(ROOT) + recording.find_notebooks(ROOT))
    assert count > 200 and f"{count} snippets ran, 0 differ from their transcripts, 0 problems" in said
