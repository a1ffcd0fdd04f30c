"""What other versions of torch print: from their records, which cannot be recomputed here."""

from tests.support.project import ROOT
from tools.examples import sections
from tools.examples.files import read_text

FOLDER = ROOT / "snippets/reference/versions/elsewhere"
TESTED_ELSEWHERE = {  # test_versions.py
    f"{name}:{section}"
    for name in ("changes", "runs")
    for section, text in sections.texts(read_text(FOLDER / f"{name}.out")).items()
    if text
}
