"""The NumPy losses return and raise what torch's do on the inputs with which torch tests its own."""

import inspect
import warnings

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tools.maintenance.fuzz.calls import FUNCTIONS, load

pytestmark = pytest.mark.ci  # the fuzzer compares the same functions in the suite

NAMES = [path.stem for path in sorted(FUNCTIONS.glob("*.py")) if hasattr(F, path.stem)]
OF_MODULES = {
    "BCELoss": "binary_cross_entropy",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "CTCLoss": "ctc_loss",
    "CosineEmbeddingLoss": "cosine_embedding_loss",
    "CrossEntropyLoss": "cross_entropy",
    "GaussianNLLLoss": "gaussian_nll_loss",
    "HingeEmbeddingLoss": "hinge_embedding_loss",
    "HuberLoss": "huber_loss",
    "KLDivLoss": "kl_div",
    "L1Loss": "l1_loss",
    "LinearCrossEntropyLoss": "linear_cross_entropy",
    "MSELoss": "mse_loss",
    "MarginRankingLoss": "margin_ranking_loss",
    "MultiLabelMarginLoss": "multilabel_margin_loss",
    "MultiLabelSoftMarginLoss": "multilabel_soft_margin_loss",
    "MultiMarginLoss": "multi_margin_loss",
    "NLLLoss": "nll_loss",
    "PoissonNLLLoss": "poisson_nll_loss",
    "SmoothL1Loss": "smooth_l1_loss",
    "SoftMarginLoss": "soft_margin_loss",
}


@pytest.fixture(autouse=True)
def quick_seeds(monkeypatch):
    """Torch seeds before each sample; to seed GPUs too, it would format a stack for each kind of them."""
    monkeypatch.setattr(torch, "manual_seed", torch.default_generator.manual_seed)


def operations(name):
    """Torch's own descriptions of a function, with its sample inputs."""
    from torch.testing._internal.common_methods_invocations import op_db  # takes seconds

    found = [op for op in op_db if op.name == f"nn.functional.{name}"]
    assert found
    return found


def modules():
    """Torch's own descriptions of the losses among its modules, by name."""
    from torch.testing._internal.common_modules import module_db

    return {info.module_cls.__name__: info for info in module_db if info.module_cls.__name__.endswith("Loss")}


def plain(value):
    """A tensor as an array, and a function of tensors, such as a distance, as one of arrays."""
    if callable(value):
        return lambda *arrays: value(*map(torch.from_numpy, arrays)).numpy()
    return value.detach().numpy() if isinstance(value, torch.Tensor) else value


def ours(name, arguments, options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load(name)(*map(plain, arguments), **{key: plain(value) for key, value in options.items()})


def same(got, expected):
    expected = expected.detach().numpy()
    assert np.shape(got) == expected.shape
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("name", NAMES)
def test_of_the_function(name):
    count = 0
    for op in operations(name):
        samples = [*op.sample_inputs("cpu", torch.float64), *op.reference_inputs("cpu", torch.float64)]
        for sample in samples:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                expected = op(sample.input, *sample.args, **sample.kwargs)
            same(ours(name, (sample.input, *sample.args), sample.kwargs), expected)
            count += 1
    assert count


@pytest.mark.parametrize("name", NAMES)
def test_of_errors(name):
    for op in operations(name):
        for wrong in op.error_inputs("cpu") if op.error_inputs_func else []:
            sample = wrong.sample_input
            with pytest.raises(wrong.error_type):
                ours(name, (sample.input, *sample.args), sample.kwargs)


def test_every_module_that_torch_samples_is_here():
    assert modules().keys() == OF_MODULES.keys()


@pytest.mark.parametrize("module", OF_MODULES)
def test_of_the_module(module):
    info, name, count = modules()[module], OF_MODULES[module], 0
    parameters = inspect.signature(load(name)).parameters
    for sample in info.module_inputs_func(info, device="cpu", dtype=torch.float64, requires_grad=False, training=True):
        torch.manual_seed(0)
        layer = info.module_cls(*sample.constructor_input.args, **sample.constructor_input.kwargs).double()
        constructed = inspect.signature(info.module_cls).bind(
            *sample.constructor_input.args, **sample.constructor_input.kwargs
        )
        options = {key: value for key, value in constructed.arguments.items() if key in parameters}
        arguments = list(sample.forward_input.args)
        if name == "linear_cross_entropy":
            shape = layer.num_classes, *layer.out_features
            arguments.insert(1, layer.linear.weight.reshape(*shape, layer.linear.in_features))
            options["linear_bias"] = None if layer.linear.bias is None else layer.linear.bias.reshape(shape)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = layer(*sample.forward_input.args, **sample.forward_input.kwargs)
        same(ours(name, arguments, {**options, **sample.forward_input.kwargs}), expected)
        count += 1
    assert count
