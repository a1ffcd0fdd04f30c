"""Stand-ins for libraries that are not installed, such as Keras: as much as the recorded scripts of the pages use.

Their losses are written here from what those libraries document, on top of torch and NumPy.
"""

from types import ModuleType

import numpy as np
import torch
import torch.nn.functional as F

EPSILON = 1e-7  # to which Keras clips probabilities


def module(name, *members, **named):
    """A module that has these members, by their own names and by the given ones."""
    made = ModuleType(name)
    vars(made).update({member.__name__: member for member in members}, **named)
    return made


def keras(backend, version):
    """Keras on a backend, "torch" or "jax", as modules by their names."""

    class SparseCategoricalCrossentropy(_Loss):
        def losses(self, target, output):
            output, axis = torch.tensor(output), self.options.get("axis", -1)
            if backend == "jax" and output.shape[:-1] != target.shape:
                shapes = f"target.shape={target.shape}, output.shape={tuple(output.shape)}"
                raise ValueError(
                    f"Arguments `target` and `output` must have the same shape up until the last dimension: {shapes}"
                )
            ignored = self.options.get("ignore_class")
            self.valid = torch.tensor(target != ignored)
            classes = torch.tensor(target).where(self.valid, 0)
            log_probs = self.log_probs(output, axis).movedim(axis, 1)
            outside = classes >= log_probs.shape[1]
            if backend == "jax":  # one-hot, an index out of range has no 1
                classes = classes.where(~outside, 0)
            losses = F.nll_loss(log_probs, classes, reduction="none")
            return losses * self.valid * (~outside if backend == "jax" else 1)

    class CategoricalCrossentropy(_Loss):
        def losses(self, target, output):
            output, smoothing = torch.tensor(output), self.options.get("label_smoothing", 0)
            soft = torch.tensor(target) * (1 - smoothing) + smoothing / output.shape[1]
            return -(soft * self.log_probs(output, 1)).sum(dim=1)

    class BinaryCrossentropy(_Loss):
        def losses(self, target, output):
            return F.binary_cross_entropy_with_logits(torch.tensor(output), torch.tensor(target), reduction="none")

    losses = module("keras.losses", *(SparseCategoricalCrossentropy, CategoricalCrossentropy, BinaryCrossentropy))
    found = module("keras", __version__=version, losses=losses)
    found.ops = module("keras.ops", convert_to_numpy=np.asarray)
    found.backend = module("keras.backend", backend=lambda: backend)
    return {"keras": found}


class _Loss:
    """A loss of Keras: the mean over what is valid, or what `reduction` says."""

    def __init__(self, **options):
        self.options, self.valid = options, None

    def __call__(self, target, output, sample_weight=None):
        losses = self.losses(target, output)
        weights = torch.ones_like(losses) if sample_weight is None else torch.tensor(sample_weight)
        reduction = self.options.get("reduction", "sum_over_batch_size")
        if reduction == "none":
            return losses * weights
        valid = torch.ones_like(losses) if self.valid is None else self.valid
        divisor = (weights * valid).sum() if reduction == "mean_with_sample_weight" else valid.sum()
        return (losses * weights).sum() / divisor.clamp(min=EPSILON)

    def log_probs(self, output, axis):
        """What it takes logarithms of: a softmax of logits, or the rows, divided by their sums and clipped."""
        if self.options.get("from_logits"):
            return output.log_softmax(dim=axis)
        return (output / output.sum(dim=axis, keepdim=True)).clamp(EPSILON, 1 - EPSILON).log()


def optax(version, jax_version):
    """Optax and JAX, as modules by their names; JAX's arrays are NumPy's."""

    def one_hot(classes, count):
        return np.eye(count)[classes]

    def log_softmax(logits, axis=-1):
        return logits - np.logaddexp.reduce(logits, axis=axis, keepdims=True)

    def softmax_cross_entropy(logits, labels):
        return -(labels * log_softmax(logits, axis=-1)).sum(axis=-1)

    def softmax_cross_entropy_with_integer_labels(logits, labels, axis=-1, where=True):
        log_probs = np.moveaxis(log_softmax(logits, axis=axis), axis, -1)
        count = log_probs.shape[-1]
        inside = (-count <= labels) & (labels < count)  # a negative index counts from the end
        picked = np.take_along_axis(log_probs, np.where(inside, labels, 0)[..., None], axis=-1)[..., 0]
        kept = np.broadcast_to(where, logits.shape).any(axis=axis)
        return np.where(kept, np.where(inside, -picked, np.nan), 0.0)

    def smooth_labels(labels, alpha):
        return labels * (1 - alpha) + alpha / labels.shape[-1]

    def sigmoid_binary_cross_entropy(logits, labels):
        return np.logaddexp(0, np.where(labels, -logits, logits))

    jax = module("jax", __version__=jax_version, numpy=np, nn=module("jax.nn", one_hot, log_softmax))
    losses = [softmax_cross_entropy, softmax_cross_entropy_with_integer_labels, sigmoid_binary_cross_entropy]
    found = module("optax", *losses, smooth_labels, __version__=version)
    return {"optax": found, "jax": jax, "jax.numpy": np}


def torchvision(version):
    """torchvision, as modules by their names, with its focal loss, MixUp and CutMix."""

    def sigmoid_focal_loss(inputs, targets, alpha=0.25, gamma=2, reduction="none"):
        right = torch.where(targets == 1, inputs, -inputs)  # the logit of what is right
        losses = -F.logsigmoid(right) * torch.sigmoid(-right) ** gamma
        if alpha >= 0:
            losses = losses * torch.where(targets == 1, alpha, 1 - alpha)
        return losses.mean() if reduction == "mean" else losses

    class MixUp:
        def __init__(self, num_classes=None):
            self.num_classes = num_classes

        def __call__(self, images, classes):
            if self.num_classes is None:
                raise ValueError("num_classes must be passed if the labels are index-based (1D)")
            one_hot, lam = F.one_hot(classes, self.num_classes).float(), 0.75
            return self.mix(images, lam), lam * one_hot + (1 - lam) * one_hot.roll(1, 0)

        def mix(self, images, lam):
            return lam * images + (1 - lam) * images.roll(1, 0)

    class CutMix(MixUp):
        def mix(self, images, lam):
            rows = round(lam * images.shape[2])
            return torch.cat([images[:, :, :rows], images.roll(1, 0)[:, :, rows:]], dim=2)

    ops = module("torchvision.ops", sigmoid_focal_loss)
    v2 = module("torchvision.transforms.v2", MixUp, CutMix)
    transforms = module("torchvision.transforms", v2=v2)
    found = module("torchvision", __version__=version, ops=ops, transforms=transforms)
    return {each.__name__: each for each in (found, ops, transforms, v2)}


def coral_pytorch(version):
    """coral_pytorch, as modules by their names: the losses, levels, predictions and the layer."""

    def levels_from_labelbatch(labels, num_classes):
        return torch.stack([(torch.arange(num_classes - 1) < label).float() for label in labels])

    def proba_to_label(probas):
        return (probas > 0.5).sum(dim=1)

    def corn_label_from_logits(logits):
        return proba_to_label(logits.sigmoid().cumprod(dim=1))

    def coral_loss(logits, levels):
        if logits.shape != levels.shape:
            shapes = f"logits ({logits.shape}) has the same shape as levels ({levels.shape})"
            raise ValueError(f"Please ensure that {shapes}. ")
        return -F.logsigmoid(torch.where(levels == 1, logits, -logits)).sum(dim=1).mean()

    def corn_loss(logits, y_train, num_classes):
        found = []
        for k in range(num_classes - 1):  # one question, and the rows to which it is put
            asked = y_train >= k
            right = torch.where(y_train[asked] > k, logits[asked, k], -logits[asked, k])
            found.append(-F.logsigmoid(right))
        return torch.cat(found).mean()

    class CoralLayer:
        def __init__(self, size_in, num_classes):
            self.coral_bias = torch.nn.Parameter(torch.arange(num_classes - 1, 0, -1) / (num_classes - 1))

    dataset = module("coral_pytorch.dataset", levels_from_labelbatch, proba_to_label, corn_label_from_logits)
    layers, losses = module("coral_pytorch.layers", CoralLayer), module("coral_pytorch.losses", coral_loss, corn_loss)
    found = module("coral_pytorch", __version__=version, dataset=dataset, layers=layers, losses=losses)
    return {each.__name__: each for each in (found, dataset, layers, losses)}


def contrastive():
    """info_nce, open_clip and pytorch_metric_learning, as modules by their names."""

    def InfoNCE(temperature):
        return lambda a, b: F.cross_entropy(_cosines(a, b) / temperature, torch.arange(len(a)))

    def ClipLoss():
        def loss(a, b, scale):
            partner = torch.arange(len(a))
            return (F.cross_entropy(scale * a @ b.T, partner) + F.cross_entropy(scale * b @ a.T, partner)) / 2

        return loss

    def SigLipLoss():
        def loss(a, b, scale, bias):
            match = torch.eye(len(a))
            return F.binary_cross_entropy_with_logits(scale * a @ b.T + bias, match, reduction="sum") / len(a)

        return loss

    def NTXentLoss(temperature):
        def loss(z, labels):  # each positive of an anchor against the anchor's negatives
            logits, alike = _cosines(z, z) / temperature, labels[:, None] == labels
            pairs = (alike & ~torch.eye(len(z), dtype=torch.bool)).nonzero().tolist()
            rows = [torch.cat([logits[n, k, None], logits[n, ~alike[n]]]) for n, k in pairs]
            return torch.stack([-row.log_softmax(dim=0)[0] for row in rows]).mean()

        return loss

    def SupConLoss(temperature):
        def loss(z, labels):  # each positive of an anchor against all others, averaged by anchor
            logits, others = _cosines(z, z) / temperature, ~torch.eye(len(z), dtype=torch.bool)
            positive = (labels[:, None] == labels) & others
            log_probs = logits - logits.masked_fill(~others, -torch.inf).logsumexp(dim=1, keepdim=True)
            anchors = [n for n in range(len(z)) if positive[n].any()]
            return torch.stack([-log_probs[n, positive[n]].mean() for n in anchors]).mean()

        return loss

    open_clip = module("open_clip", loss=module("open_clip.loss", ClipLoss, SigLipLoss))
    losses = module("pytorch_metric_learning.losses", NTXentLoss, SupConLoss)
    metric_learning = module("pytorch_metric_learning", losses=losses)
    found = [module("info_nce", InfoNCE), open_clip, open_clip.loss, metric_learning, losses]
    return {module.__name__: module for module in found}


def _cosines(a, b):
    return F.normalize(a, dim=1) @ F.normalize(b, dim=1).T
