"""Every name in inline code exists: it resolves in the installed libraries, or a list here says why it need not."""

import re

import pytest

from tests.support import library_names
from tests.support.gate import line_of, refuse
from tests.support.pages import found, tree
from tests.support.project import EVERY_PAGE, name
from tools.examples.files import Problem
from tools.pages import assertions

NOT_THERE = {  # by the reason: names that the installed libraries do not have
    "of Keras, which is not installed": {
        *("BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalAccuracy"),
        *("SparseCategoricalCrossentropy", "from_logits=", "ignore_class", "reduction='mean_with_sample_weight'"),
        *("keras.ops.log_softmax", "keras.ops.logsumexp", "KLDivergence", "to_categorical"),
    },
    "of JAX and Optax, which are not installed": {
        *("jax.nn.log_sigmoid", "jax.nn.log_softmax", "jax.nn.logsumexp", "jax.nn.one_hot", "log_sigmoid"),
        *("optax.softmax_cross_entropy", "optax.softmax_cross_entropy_with_integer_labels"),
        *("sigmoid_binary_cross_entropy", "smooth_labels", "softmax_cross_entropy"),
        "softmax_cross_entropy_with_integer_labels",
    },
    "of torchvision, which is not installed": {
        "tv_tensors",
        ".Mask",
        "ImageFolder",
        "class_to_idx",
        ".ops",
        ".sigmoid_focal_loss",
    },
    "of Pillow, which the names here do not look into": {"convert"},
    "of Transformers, Accelerate and XGBoost, which are not installed": {
        *("average_tokens_across_devices", "compute_loss_func", "num_items_in_batch", "output_margin"),
        "label_smoothing_factor",
        *("logging_nan_inf_filter=", "compute_metrics", "preprocess_logits_for_metrics="),
        *("gradient_accumulation_steps", "eval_accumulation_steps=", "gather_for_metrics"),
    },
    "of Python's own library, and of an optimizer once it is made": {".deepcopy", "most_common", ".param_groups"},
    "of DETR, which is not installed": {"eos_coef"},
    "of DeepSpeed, Lightning and TensorFlow, which are not installed": {
        *("accumulate_grad_batches", "scale_wrt_gas=", "tf.nn.weighted_cross_entropy_with_logits"),
        "tf.nn.sparse_softmax_cross_entropy_with_logits",
    },
    "of torchmetrics, MMSegmentation and MONAI, which are not installed": {
        *("DiceMetric", "HausdorffDistanceMetric", "ignore_empty="),
        *("MeanIoU", "min_kept", "MulticlassJaccardIndex", "MultilabelAccuracy", "avg_non_ignore="),
        *("RetrievalMAP", "RetrievalMRR", "RetrievalNormalizedDCG", "RetrievalRecall", "empty_target_action="),
        "aggregate",
    },
    "of Liger Kernel and cut cross-entropy, which are not installed": {"accum_c_fp32=", "accum_dtype=", "impl="},
    "of Transformers and TRL, on the page about language models": {
        *("BartForCausalLM", "SFTTrainer", "accepts_loss_kwargs=", "assistant_only_loss=", "compute_loss_func="),
        *("length_penalty", "sequences_scores"),
        *("acc_norm", "clip_ratio", "decoder_input_ids", "loss_is_scaled_for_ga=", "loss_type"),
        *("load_balancing_loss_func", "output_router_logits="),
    },
    "of libraries for contrastive losses, which are not installed": {
        *("gather_across_devices=", "gather_with_grad", "local_loss", "negative_keys"),
        *("CLIPModel", "CoSENTLoss", "easy_margin", "no_duplicates"),
        "InformationRetrievalEvaluator",
    },
    "of Transformers, on the page about large vocabularies": {"logits_to_keep="},
    "of coral_pytorch, which is not installed": {"importance_weights"},
    "of TRL, which is not installed": {
        *("GKDTrainer", "loss_type=", "loss_weights=", "desirable_weight", "undesirable_weight"),
    },
    "of torch's packages for several processes, which the names here do not look into": {
        *("fully_shard", "set_requires_gradient_sync", "DTensor", ".to_local", ".full_tensor", "reduce_dtype="),
        *("loss_fn", "scale_grads=", ".set_gradient_divide_factor", ".set_force_sum_reduction_for_comms"),
    },
    "of torch.utils.checkpoint, which the names here do not look into": {"use_reentrant="},
    "an environment variable that torch reads, and its values": {"TORCH_LOGS=", "graph_breaks"},
    "inside torch's C++, as its messages name it": {"log_softmax_kernel_impl"},
    "a source's slip, which the page corrects": {"torch.LogSoftmax"},
    "of this project's own code": {"is_distribution"},
    "stands for a reader's own": {"a_list", "an_array"},
}
HERE = "tests/content/test_names.py"
ALLOWED = frozenset().union(*NOT_THERE.values())


def unknown(page):
    """Each name on a page that does not exist, with the inline code that holds it."""
    html = tree(page)
    own = {word for block in html.iter("pre") for word in re.findall(r"\w+", assertions.text_of(block))}
    for code in dict.fromkeys(map(assertions.text_of, html.xpath(".//code[not(ancestor::pre)]"))):
        for missing in library_names.unknown(code, own):
            yield missing, code


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_every_name_in_inline_code_exists(page):
    text = found().pages[page].text
    refuse(
        Problem(
            page, line_of(text, f"`{code}`"), f"`{code}`: {missing} does not exist; if it need not, say why in {HERE}"
        )
        for missing, code in unknown(page)
        if missing not in ALLOWED
    )


def test_every_name_that_is_said_not_to_exist_is_on_a_page_and_does_not():
    named = {missing for page in EVERY_PAGE for missing, _ in unknown(page)}
    refuse(f"{HERE}: {gone} exists, or no page names it; take it from NOT_THERE" for gone in ALLOWED - named)
