"""What the transcripts of `snippets/worked-examples/iris-two-ways/` print."""

import numpy as np
from mpmath import log, mpf

from tests.support.project import ROOT

from ..definitions import cross_entropy, flat, log_of_softmax, log_softmax, numbers, sigmoid, softmax, train

IRIS = np.loadtxt(ROOT / "snippets/worked-examples/iris-two-ways/iris.csv", delimiter=",", skiprows=1)
SPECIES = IRIS[:, 4].astype(int)
TRAINED = {last: train(IRIS[:, :4], SPECIES, last) for last in ("log-softmax", "twice", "softmax")}
RIGHT = {last: int((logits(IRIS[:, :4]).argmax(axis=1) == SPECIES).sum()) for last, (_, _, logits) in TRAINED.items()}
ADDED_UP = train(IRIS[:, :4], SPECIES, "log-softmax", epochs=61, carried=1)
RISES = [sum(np.diff(losses[:61]) > 0) for losses, _, _ in (TRAINED["log-softmax"], ADDED_UP)]
FLOWER = softmax([mpf(z) for z in TRAINED["log-softmax"][2](np.array([[6.1, 2.8, 4.7, 1.4]]))[0]])
THREE = [[mpf(z) for z in row] for row in TRAINED["log-softmax"][2](IRIS[[0, 70, 140], :4])]
FLOOR = cross_entropy(numbers("0 1 0"))

ORACLE = {
    "predictions:untrained": [log(3), 1, 3, mpf(1) / 3, 10, log(3) / log(10), 2, log(3) / log(2)],
    "predictions:exp_or_softmax": [
        *map(log, numbers("0.1 0.7 0.2")), *numbers("0.1 0.7 0.2") * 2, *softmax(numbers("0.1 0.7 0.2")),
    ],
    "predictions:third_step": numbers("1 0.04 2 0.08 3 0.12 0.24"),
    "predictions:missing_log": [mpf("-0.9"), -log(mpf("0.9")), 1, mpf("0.1")],
    "predictions:two_classes": [cross_entropy([1, 0], 0), FLOOR, log(2), 0],
    "two_nets:data": [*IRIS[0], *IRIS.shape[:1], 4, 0, 1, 2, *np.bincount(SPECIES)],
    "two_nets:table": flat([n, *[TRAINED["log-softmax"][0][n]] * 2, True] for n in range(0, 601, 100)),
    "two_nets:equal": [True, True],
    "two_nets:accuracy": [RIGHT["log-softmax"], 150, mpf(RIGHT["log-softmax"]) / 150] * 2,
    "two_nets:predict": [*FLOWER, *FLOWER, *[FLOWER.index(max(FLOWER))] * 2],
    "two_nets:three_flowers": flat(THREE),
    "two_nets:three_species": [0, 1, 2],
    "two_nets:three_losses": [cross_entropy(z, c) for c, z in enumerate(THREE)],
    "four_nets:table": [150, *flat(
        [TRAINED[last][0][0], TRAINED[last][0][-1], RIGHT[last]]
        for last in ("log-softmax", "log-softmax", "twice", "softmax")
    )],
    "four_nets:floors": [FLOOR, -1],
    "without_zero_grad:table": flat(
        [n, *(kind[n] for trained in (TRAINED["log-softmax"], ADDED_UP) for kind in trained[:2])]
        for n in (0, 1, 2, 5, 10, 20, 30, 40, 50, 60)
    ),
    "without_zero_grad:rises": flat([rises, 60] for rises in RISES),
    "without_zero_grad:momentum": [True],
    "log_softmax_layer:names": [False, True, 0],
    "log_softmax_layer:same": [True] * 3,
    "log_softmax_layer:bytes": [
        100 * 1000 * 4, *flat([400_000, more * 400_000 + 100 * 8 + 4] for more in (2, 1, 1))],
    "log_softmax_layer:far_apart": [*log_of_softmax([0, 200]), *log_softmax([0, 200]) * 2],
    "other_tasks:binary": [(-log(sigmoid(1.5)) - log(1 - sigmoid(-0.5))) / 2, sigmoid(1.5), sigmoid(-0.5)],
    "other_tasks:regression": [mpf("0.5") / 3],
}  # fmt: skip
NO_NUMBERS = {"log_softmax_layer:steps", "log_softmax_layer:wrapper"}  # names of autograd's functions
