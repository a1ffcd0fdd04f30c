"""The identities that the site teaches hold in torch on generated logits, targets and weights, in float64."""

import pytest
import torch
import torch.nn.functional as F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

always = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
SIZES = st.integers(1, 5)
CLASSES = st.integers(2, 5)


@st.composite
def batches(draw, classes=CLASSES):
    """Logits (N, C) and class indices (N,)."""
    rows, columns = draw(SIZES), draw(classes)
    floats = st.lists(st.floats(-50, 50), min_size=columns, max_size=columns)
    logits = torch.tensor(draw(st.lists(floats, min_size=rows, max_size=rows)), dtype=torch.float64)
    return logits, torch.tensor(draw(st.lists(st.integers(0, columns - 1), min_size=rows, max_size=rows)))


def weights(logits, data):
    """A positive weight (C,) per class."""
    count = logits.shape[1]
    return torch.tensor(data.draw(st.lists(st.floats(0.1, 10), min_size=count, max_size=count)), dtype=torch.float64)


def distributions(logits, data):
    """A probability distribution (N, C) for each row."""
    rows = st.lists(st.floats(0, 1), min_size=logits.shape[1], max_size=logits.shape[1])
    parts = torch.tensor([data.draw(rows) for _ in logits], dtype=torch.float64) + 1e-3
    return parts / parts.sum(dim=1, keepdim=True)


def same(one, other):
    torch.testing.assert_close(one, other, rtol=1e-10, atol=1e-10)


@always
@given(batches())
def test_cross_entropy_is_nll_after_log_softmax(batch):
    logits, target = batch
    for reduction in "none", "mean", "sum":
        nll = F.nll_loss(F.log_softmax(logits, dim=1), target, reduction=reduction)
        same(F.cross_entropy(logits, target, reduction=reduction), nll)


@always
@given(batches(), st.floats(-1e3, 1e3))
def test_only_differences_between_logits_count(batch, shift):
    logits, target = batch
    same(F.log_softmax(logits + shift, dim=1), F.log_softmax(logits, dim=1))
    same(F.cross_entropy(logits + shift, target), F.cross_entropy(logits, target))


@always
@given(batches())
def test_log_softmax_of_log_softmax_changes_nothing(batch):
    log_probs = F.log_softmax(batch[0], dim=1)
    same(F.log_softmax(log_probs, dim=1), log_probs)
    same(F.cross_entropy(log_probs, batch[1]), F.cross_entropy(*batch))


@always
@given(batches(), st.data())
def test_a_weighted_mean_divides_by_the_weights_of_the_targets(batch, data):
    logits, target = batch
    weight = weights(logits, data)
    losses = F.cross_entropy(logits, target, reduction="none")
    by_hand = (weight[target] * losses).sum() / weight[target].sum()
    same(F.cross_entropy(logits, target, weight=weight), by_hand)
    same(F.nll_loss(F.log_softmax(logits, dim=1), target, weight=weight), by_hand)


@always
@given(batches(), st.data())
def test_ignored_rows_count_neither_above_nor_below(batch, data):
    logits, target = batch
    kept = torch.tensor(data.draw(st.lists(st.booleans(), min_size=len(target), max_size=len(target))))
    ignoring = F.cross_entropy(logits, torch.where(kept, target, -100))
    if kept.any():
        same(ignoring, F.cross_entropy(logits[kept], target[kept]))
    else:
        assert ignoring.isnan()


@always
@given(batches(), st.floats(0, 1))
def test_label_smoothing_mixes_the_loss_with_that_of_a_uniform_target(batch, smoothing):
    logits, target = batch
    uniform = -F.log_softmax(logits, dim=1).mean()
    by_hand = (1 - smoothing) * F.cross_entropy(logits, target) + smoothing * uniform
    same(F.cross_entropy(logits, target, label_smoothing=smoothing), by_hand)


@always
@given(batches(), st.data())
def test_soft_targets_weigh_the_log_probabilities(batch, data):
    logits, target = batch
    soft = distributions(logits, data)
    same(F.cross_entropy(logits, soft), -(soft * F.log_softmax(logits, dim=1)).sum(dim=1).mean())
    one_hot = F.one_hot(target, logits.shape[1]).double()
    same(F.cross_entropy(logits, one_hot), F.cross_entropy(logits, target))


@always
@given(batches(), st.data())
def test_the_gradient_is_softmax_minus_target(batch, data):
    logits = batch[0]
    soft = distributions(logits, data)
    z = logits.clone().requires_grad_()
    F.cross_entropy(z, soft, reduction="sum").backward()
    by_formula = logits.softmax(dim=1) - soft
    same(z.grad, by_formula)
    step, row, column = 1e-4, len(logits) - 1, logits.shape[1] - 1
    up, down = logits.clone(), logits.clone()
    up[row, column] += step
    down[row, column] -= step
    difference = F.cross_entropy(up, soft, reduction="sum") - F.cross_entropy(down, soft, reduction="sum")
    torch.testing.assert_close(difference / (2 * step), by_formula[row, column], rtol=1e-6, atol=1e-6)


@always
@given(batches(classes=st.just(2)))
def test_two_classes_are_the_sigmoid_of_the_difference(batch):
    logits, target = batch
    difference = logits[:, 1] - logits[:, 0]
    same(logits.softmax(dim=1)[:, 1], difference.sigmoid())
    same(F.cross_entropy(logits, target), F.binary_cross_entropy_with_logits(difference, target.double()))


def test_an_identity_that_does_not_hold_is_found():
    logits, target = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]]).double(), torch.tensor([1, 2])
    weight = torch.tensor([1.0, 2.0, 5.0]).double()
    divided_by_rows = (weight[target] * F.cross_entropy(logits, target, reduction="none")).mean()
    with pytest.raises(AssertionError):
        same(F.cross_entropy(logits, target, weight=weight), divided_by_rows)
