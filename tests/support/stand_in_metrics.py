"""A stand-in for torchmetrics, which is not installed: as much as the recorded script of the page on measuring uses.

Its metrics are written here, with the defaults that torchmetrics documents, on top of torch.
"""

import torch

from tests.support.stand_ins import module


def torchmetrics(version):
    """torchmetrics, as modules by their names."""
    metrics = BinaryAccuracy, BinaryAUROC, MulticlassAccuracy, MulticlassAUROC, MulticlassCalibrationError
    classification = module("torchmetrics.classification", *metrics, MulticlassF1Score)
    by_task = {"Accuracy": _by_task(MulticlassAccuracy), "F1Score": _by_task(MulticlassF1Score)}
    found = module("torchmetrics", __version__=version, classification=classification, **by_task)
    return {"torchmetrics": found, "torchmetrics.classification": classification}


def _by_task(metric):
    """What `task="multiclass"` makes: the metric with another default average."""
    return lambda task, num_classes: metric(num_classes, average="micro")


class _Metric:
    """Keeps what it has seen. `of` computes the value, of classes or, in binary metrics, of probabilities."""

    def __init__(self, classes=2, average="macro", ignore_index=None):
        self.classes, self.average, self.ignored, self.seen = classes, average, ignore_index, []

    def __call__(self, scores, targets):
        self.update(scores, targets)
        return self.of(*self.seen[-1])

    def update(self, scores, targets):
        valid = torch.full(targets.shape, True) if self.ignored is None else targets != self.ignored
        self.seen.append((self.format(scores)[valid], targets[valid]))

    def compute(self):
        return self.of(*map(torch.cat, zip(*self.seen)))

    def format(self, scores):
        return scores.argmax(dim=1) if scores.dim() == 2 else scores

    def of(self, predicted, targets):
        """The micro average, which is the accuracy, or the mean over the classes that occur."""
        if self.average == "micro":
            return (predicted == targets).float().mean()
        pairs = [(targets == k, predicted == k) for k in range(self.classes)]
        each = [self.of_class((t & p).sum(), t.sum(), p.sum()) for t, p in pairs if (t | p).any()]
        return torch.stack(each).mean()


class MulticlassAccuracy(_Metric):
    def of_class(self, hits, of_target, of_predicted):
        return hits / of_target.clamp(min=1)


class MulticlassF1Score(_Metric):
    def of_class(self, hits, of_target, of_predicted):
        return 2 * hits / (of_target + of_predicted)


class _Binary(_Metric):
    def format(self, scores):
        return scores if ((scores >= 0) & (scores <= 1)).all() else scores.sigmoid()


class BinaryAccuracy(_Binary):
    def of(self, probs, targets):
        return ((probs > 0.5) == targets).float().mean()


class BinaryAUROC(_Binary):
    def of(self, probs, targets):
        margins = probs[targets == 1].unsqueeze(1) - probs[targets == 0]
        return (margins.sign() / 2 + 0.5).mean()


class MulticlassAUROC(_Metric):
    def format(self, scores):
        return scores  # probabilities

    def of(self, probs, targets):
        """The mean over all classes, with 0 for one without targets."""
        return torch.stack([self.of_class(p, targets == k) for k, p in enumerate(probs.T)]).mean()

    def of_class(self, probs, positive):
        return BinaryAUROC().of(probs, positive) if positive.any() else torch.tensor(0.0)


class MulticlassCalibrationError(_Metric):
    def format(self, scores):
        return scores.softmax(dim=1)

    def of(self, probs, targets, bins=15):
        confidence, predicted = probs.max(dim=1)
        gaps = confidence - (predicted == targets).float()
        return torch.zeros(bins).index_add(0, (confidence * bins).long(), gaps).abs().sum() / len(targets)
