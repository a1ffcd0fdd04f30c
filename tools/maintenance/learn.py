"""Learns from reports to which sections the words of a text lead.

    python -m tools.maintenance.learn

A tenth of the texts that people paste is left out first, to see how many of these lead to a section that explains them.
Then all are learned from, and the weights go to snippets/guides/debug/learned.json.
"""

import collections
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from tools.examples.files import write_at_once
from tools.pages import page_sections, project, reports
from tools.pages.page_sections import Section
from tools.pages.reports import Report

ROOT = Path(__file__).parents[2]
PENALTY = 0.3  # C of the support vector machines
AS_PASTED = 2.0  # what a text as people paste it counts; all others count 1
LEFT_OUT = 10  # one in so many
KEPT = 80_000  # the largest weights; all others are left out
STEPS = 8  # weights and rarities are written in eighths


class Classifier:
    """One linear support vector machine for each section, which tells whether it explains a text.

    `frequencies` turns the tokens of texts into rows of length 1, a column for each token (N, V). `weights` are the
    coefficients (S, V), `alone` the intercepts (S,).
    """

    def __init__(self, told: Sequence[Report], counts: Sequence[float]) -> None:
        """Learn from texts, each of which counts as much as given."""
        places = collections.defaultdict[Section, list[int]](list)
        for place, report in enumerate(told):
            for section in report.sections:
                places[section].append(place)
        self.sections = list(places)
        self.frequencies = TfidfVectorizer(analyzer=sorted, min_df=2, binary=True)
        seen = self.frequencies.fit_transform([report.tokens for report in told])  # (N, V)
        rows, alone = list[np.ndarray](), list[float]()
        for explained in places.values():
            is_explained = np.zeros(len(told), dtype=int)  # (N,)
            is_explained[explained] = 1
            machine = LinearSVC(C=PENALTY, random_state=0).fit(seen, is_explained, counts)
            rows.append(machine.coef_[0])
            alone.append(float(machine.intercept_[0]))
        self.weights, self.alone = np.stack(rows), np.array(alone)

    def right(self, told: Sequence[Report]) -> int:
        """How many texts lead to a section that explains them."""
        seen = self.frequencies.transform([report.tokens for report in told])  # (N, V)
        best = (seen @ self.weights.T + self.alone).argmax(axis=1)  # (N,)
        return sum(self.sections[place] in report.sections for place, report in zip(best, told, strict=True))

    def text(self, of: str, addresses: Mapping[Section, str]) -> str:
        """What was learned, as `reports.learned` reads it: a section or a token a line."""
        rarity = self.frequencies.idf_  # (V,)
        weights = self.weights * rarity  # (S, V)
        least = np.sort(np.abs(weights).ravel())[-min(KEPT, weights.size)]
        steps = np.where(np.abs(weights) < least, 0, np.rint(STEPS * weights)).astype(int)  # (S, V)
        heads = [
            [addresses[section], round(b, 2)] for section, b in zip(self.sections, self.alone.tolist(), strict=True)
        ]
        words = {
            token: [
                round(STEPS * rarity[place]),
                *(int(n) for s in np.flatnonzero(steps[:, place]) for n in (s, steps[s, place])),
            ]
            for token, place in sorted(self.frequencies.vocabulary_.items())
        }
        lines = [f"{json.dumps(token)}: {json.dumps(row, separators=(',', ':'))}" for token, row in words.items()]
        parts = [json.dumps(of), _lines("[", map(json.dumps, heads), "]"), _lines("{", lines, "}")]
        return _lines("[", parts, "]") + "\n"


def _lines(begin: str, lines: Iterable[str], end: str) -> str:
    return begin + "\n" + ",\n".join(lines) + "\n" + end


def main() -> None:
    """The command line."""
    site = project.read(ROOT)
    pasted, others = reports.pasted(site), reports.others(site)
    shuffled = random.Random(0).sample(pasted, len(pasted))
    kept, left = shuffled[len(pasted) // LEFT_OUT :], shuffled[: len(pasted) // LEFT_OUT]
    right = Classifier([*kept, *others], [AS_PASTED] * len(kept) + [1] * len(others)).right(left)
    print(f"{right} of {len(left)} texts that were left out lead to a section that explains them")
    addresses = {section: address for address, section in page_sections.by_address(site).items()}
    whole = Classifier([*pasted, *others], [AS_PASTED] * len(pasted) + [1] * len(others))
    write_at_once(ROOT / reports.LEARNED, whole.text(reports.fingerprint([*pasted, *others]), addresses))
    print(f"learned from {len(pasted) + len(others)} texts about {len(whole.sections)} sections: {reports.LEARNED}")


if __name__ == "__main__":
    main()
