"""Outputs and figures say, besides their numbers, what stands in the files of words beside the oracles."""

from tests.support import words
from tests.support.gate import refuse
from tools.examples.files import Problem


def problems(folders):
    for folder in folders:
        if diff := words.changes(folder):
            accept = f"if each change is right: make words only={folder}"
            yield Problem(words.path(folder), 0, f"outputs or figures say something else; {accept}\n{diff}")


def test_outputs_and_figures_say_these_words():
    refuse(problems(words.folders()))
    refuse(words.orphans())


def test_the_outputs_and_figures_of_a_part_say_these_words(part):
    refuse(problems(words.folders(part)))
