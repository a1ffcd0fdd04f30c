"""What the transcript of the home page prints."""


from oracles.definitions import cross_entropy, log_softmax, numbers, softmax

Z = numbers("2.5 3.5 1.5")
P, LOG_P, LOSS = softmax(Z), log_softmax(Z), cross_entropy(Z)

ORACLE = {
    "three_steps:steps": [*LOG_P, *P, 1, LOSS, LOSS],
}  # fmt: skip
