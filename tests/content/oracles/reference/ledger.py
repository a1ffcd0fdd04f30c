"""What the ledger calls recomputed: the values of the expressions in `snippets/reference/ledger/printed.txt`."""

import numpy as np
from mpmath import nint

from tests.support.oracles import module

from ..definitions import flat, squared_errors

inside_cross_entropy = module("worked-examples/inside-cross-entropy")
logits_to_loss = module("worked-examples/logits-to-loss")
six_by_three = module("worked-examples/six-by-three")
NOTEBOOK = inside_cross_entropy.NOTEBOOK
EXPS, LOG_P, LOSS, P = logits_to_loss.EXPS, logits_to_loss.LOG_P, logits_to_loss.LOSS, logits_to_loss.P
PEOPLE, TARGETS = logits_to_loss.PEOPLE, logits_to_loss.TARGETS
ACTS, MINUS_LOG, PICKED, SM_ACTS = six_by_three.ACTS, six_by_three.MINUS_LOG, six_by_three.PICKED, six_by_three.SM_ACTS

ORACLE = {"ledger:quantities": [True]}
TESTED_ELSEWHERE = {  # test_what_the_ledger_calls_recomputed_…, and test_ledger.py
    f"ledger:{name}"
    for name in (
        "totals",
        "differences",
        "why_nllloss",
        "cross_entropy_explained",
        "inside_cross_entropy",
        "crossentropyloss_nllloss",
    )
}
[SUM] = {nint(sum(row) * 10**12) / 10**12 for row in SM_ACTS}  # the same for all rows
one_hot = np.eye(3, dtype=int)[TARGETS]
EXPRESSIONS = {
    **{f"[*inputs[{n}], *one_hot[{n}]]": [*PEOPLE[n], *one_hot[n]] for n in range(4)},
    **{f"[*inputs[{n}], ordinal[{n}]]": [*PEOPLE[n], TARGETS[n]] for n in range(4)},
    "inputs[0]": PEOPLE[0],
    "[probs.sum().round(decimals=12)]": [1],
    "probs": P,
    "exps": EXPS,
    "[exps.sum()]": [sum(EXPS)],
    "[*probs, *one_hot[0]]": [*P, 0, 1, 0],
    "[value for k in range(3) for value in (probs[k], one_hot[0, k], restated)]": flat(zip(P, (0, 1, 0), [None] * 3)),
    "errors(probs)": squared_errors(P),
    "[errors(probs).sum()]": [sum(squared_errors(P))],
    "[restated, probs[1]]": [None, P[1]],
    "[restated]": [None],
    **{f"[restated] * {count}": [None] * count for count in (2, 3, 7)},
    "[-probs[1].log()]": [LOSS],
    "[probs[1].log()]": [LOG_P[1]],
    "probs.log()": LOG_P,
    "[(state == 0).sum(), state.min(), state.max()]": [49, 0, 1],
    "[ordinal[0], ordinal[0]]": [1, 1],
    "[restated, restated, *common_sum(sm_acts)]": [None, None, SUM],
    "common_sum(sm_acts)": [SUM],
    **{f"acts[{n}]": ACTS[n] for n in range(6)},
    **{f"sm_acts[{n}]": SM_ACTS[n] for n in range(6)},
    "picked": PICKED,
    '-F.nll_loss(sm_acts, targ, reduction="none")': PICKED,
    "-picked.log()": MINUS_LOG,
    'F.nll_loss(F.log_softmax(acts, dim=1), targ, reduction="none")': MINUS_LOG,
    'F.cross_entropy(acts, targ, reduction="none")': MINUS_LOG,
    "[-x.softmax(dim=1)[range(5), y].log().mean()]": [NOTEBOOK],
    "[-(x - x.logsumexp(dim=1, keepdim=True))[range(5), y].mean()]": [NOTEBOOK],
    "[F.nll_loss(F.log_softmax(x, dim=1), y)]": [NOTEBOOK],
    "[F.cross_entropy(x, y)]": [NOTEBOOK],
}
