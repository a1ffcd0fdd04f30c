"""What the snippets must print, recomputed from definitions in 50 digits, without torch.

Each folder of `snippets/` has a module of the same name here, as has each notebook. ORACLE holds, for each section that
prints numbers, all of them and each True or False, in the order printed, to full precision:

    from .definitions import cross_entropy, numbers, softmax

    ORACLE = {
        "softmax:by_hand": softmax(numbers("2.5 3.5 1.5")),  # section by_hand of softmax.py
        "loss:torch": [cross_entropy(numbers("2.5 3.5 1.5"), 1), True],
    }

The sections of a notebook are named "cell-1", "cell-2", … NO_NUMBERS names the sections that print only words, and
TESTED_ELSEWHERE those that a test of their own looks at.

Beside each module stand the words of the same outputs, their labels, headers and units: see tests/support/words.py.
"""
