"""What the transcripts of `snippets/learn/index/` print: the predictions are counted on the pages."""

from tests.support.project import ROOT
from tools.examples.files import read_text

from ..definitions import flat

STEPS = [line.split(" | ") for line in read_text(ROOT / "snippets/learn/index/steps.txt").splitlines()]
MINUTES = [int(step[3]) for step in STEPS]
PREDICTIONS = [read_text(ROOT / "docs/learn" / step[1]).count("<loss-prediction ") for step in STEPS]

ORACLE = {"steps:steps": [*flat(zip(range(1, 11), MINUTES, PREDICTIONS, strict=True)), sum(MINUTES), sum(PREDICTIONS)]}
