"""A name that no library has is found in inline code, and one that a library has is not."""

import pytest

from tests.support import library_names

MISSING = {
    "F.mae_loss": "torch.nn.functional.mae_loss",
    "nn.NLLoss()(z, y)": "torch.nn.NLLoss",
    "torch.nn.functional.crossentropy": "torch.nn.functional.crossentropy",
    "np.logsumexp": "numpy.logsumexp",
    "scipy.special.softmaxx(z, axis=1)": "scipy.special.softmaxx",
    "sklearn.metrics.logloss": "sklearn.metrics.logloss",
    "jax.nn.crossentropy": "jax.nn.crossentropy",
    ".items()": ".items",
    "logits.log_soft_max(dim=1)": ".log_soft_max",
    "z[0].softmax(dims=1)": "dims=",
    "F.cross_entropy(z, y, label_smooth=0.1)": "label_smooth=",
    "nn.BCELoss(pos_weight=w)": "pos_weight=",
    "label_smoothness=": "label_smoothness=",
    'reduction="average"': "reduction='average'",
    "mae_loss": "mae_loss",
    "softmaks()": "softmaks",
    "MAELoss": "MAELoss",
}
THERE = [
    *(
        "torch.nn.functional.cross_entropy",
        "F.nll_loss",
        "nn.NLLLoss",
        "x.item()",
        ".softmax(dim=1)",
        "label_smoothing=",
    ),
    *(
        "F.cross_entropy(logits.flatten(0, 1), target)",
        "np.logaddexp",
        "scipy.special.log_softmax",
        "count.clamp(min=1)",
    ),
    'nn.KLDivLoss(reduction="batchmean")(z.log_softmax(dim=1), y)',
    *("(N, C, d1, ..., dK)", "iris.csv", "Target … is out of bounds.", "my_loss(x, y)"),
]


@pytest.mark.parametrize("code", MISSING)
def test_a_name_that_does_not_exist_is_found(code):
    assert library_names.unknown(code) == [MISSING[code]]


@pytest.mark.parametrize("code", THERE)
def test_a_name_that_exists_is_not(code):
    assert library_names.unknown(code, own={"my_loss"}) == []
