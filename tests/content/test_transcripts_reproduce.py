"""Every snippet and notebook prints what its transcript records, byte for byte: the build of the site runs them all.

See test_elsewhere.py for other processors, threads and plain runs, and test_refusals.py for what the check refuses.
"""

import itertools

from tests.support import selection
from tests.support.gate import refuse
from tests.support.pages import found
from tests.support.project import ROOT
from tools.examples import recording, snippets
from tools.examples.recording import Report
from tools.pages import include_rules


def test_every_snippet_and_notebook_prints_what_is_recorded(built):
    said, status, _ = built
    refuse([said] if status else [])
    count = len(snippets.find(ROOT) + recording.find_notebooks(ROOT))
    assert count > 200 and f"{count} snippets ran, 0 differ from their transcripts, 0 problems" in said
    assert "IPKernelApp" not in said, "a kernel says what no reader needs"


def test_the_snippets_of_a_part_print_what_is_recorded_and_are_shown(part, runner):
    report = Report(problems=list(found().problems))
    scripts = [snippet for path, snippet in found().snippets.items() if path in selection.scripts(part)]
    recording.compare(report, scripts, recording.read_notebooks(ROOT, part), runner)
    outputs = {run.snippet.path: run.outputs for run in report.runs}
    figures = {run.snippet.path: run.figure for run in report.runs}
    refuse(itertools.chain(report.diffs, report.problems, include_rules.problems(found(), outputs, figures)))
