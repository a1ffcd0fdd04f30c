"""A search leads first to where its words are explained: a loss by any of its names, an error by its message."""

import json
import random
import re

import pytest
from playwright.sync_api import expect

from tests.support import finder
from tests.support.browser import quiet_tab
from tests.support.gate import refuse
from tests.support.project import PAGES

START = """async () => {
    const worker = new Worker(JSON.parse(document.getElementById("__config").textContent).search);
    window.ask = (message) => new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data.data);
        worker.postMessage(message);
    });
    const index = await (await fetch("/search/search_index.json")).json();
    await ask({ type: 0, data: { ...index, options: {} } });
}"""
SEARCH = """async (texts) => {
    const found = [];
    for (const data of texts) found.push((await ask({ type: 2, data })).items);
    return found.map(([group = []]) => group.slice(0, 2).map(({ location }) => location));
}"""

LOSSES = {
    "classification/#nllloss": [
        "nn.NLLLoss",
        "NLLLoss",
        "nll_loss",
        "F.nll_loss",
        "torch.nn.NLLLoss",
        "negative log likelihood",
    ],
    "classification/#crossentropyloss": ["nn.CrossEntropyLoss", "F.cross_entropy", "cross entropy", "softmax loss"],
    "classification/#linearcrossentropyloss": ["linear_cross_entropy"],
    "classification/#adaptivelogsoftmaxwithloss": ["adaptive softmax"],
    "classification/#multimarginloss": ["nn.MultiMarginLoss", "svm loss"],
    "binary-and-multi-label/#bcewithlogitsloss": ["BCEWithLogitsLoss", "sigmoid cross entropy"],
    "binary-and-multi-label/#bceloss": ["nn.BCELoss", "F.binary_cross_entropy"],
    "binary-and-multi-label/#softmarginloss": ["soft_margin_loss"],
    "binary-and-multi-label/#multilabelsoftmarginloss": ["multilabel_soft_margin_loss"],
    "binary-and-multi-label/#multilabelmarginloss": ["multi-label hinge loss"],
    "regression/#mseloss": ["mse", "squared error"],
    "regression/#l1loss": ["mean absolute error"],
    "regression/#smoothl1loss": ["smooth l1"],
    "regression/#huberloss": ["huber"],
    "ranking-and-embedding/#marginrankingloss": ["pairwise ranking loss"],
    "ranking-and-embedding/#hingeembeddingloss": ["hinge embedding", "contrastive loss margin"],
    "ranking-and-embedding/#cosineembeddingloss": ["cosine_embedding_loss"],
    "ranking-and-embedding/#tripletmarginloss": ["triplet loss", "triplet loss 0.693"],
    "ranking-and-embedding/#tripletmarginwithdistanceloss": ["TripletMarginWithDistanceLoss"],
    "distributions-and-sequences/#kldivloss": ["kl divergence", "kl_div", "Kullback-Leibler"],
    "distributions-and-sequences/#poissonnllloss": ["poisson loss"],
    "distributions-and-sequences/#gaussiannllloss": ["gaussian_nll_loss"],
    "distributions-and-sequences/#ctcloss": ["ctc"],
}
ERRORS = {
    "target/#class-index-out-of-bounds": ["IndexError: Target 3 is out of bounds."],
    "target/#0d-or-1d-target-tensor-expected": [
        "RuntimeError: 0D or 1D target tensor expected, multi-target not supported"
    ],
    "shapes/#batch-sizes-that-do-not-match": [
        "ValueError: Expected input batch_size (3) to match target batch_size (4)."
    ],
    "options/#weights-of-another-type": ["RuntimeError: expected scalar type Float but found Double"],
    "precision-and-gpu/#not-implemented-for-long": ["\"nll_loss_out_frame\" not implemented for 'Long'"],
    "two-classes/#found-dtype-long": ["RuntimeError: Found dtype Long but expected Float"],
    "nan-and-infinity/#the-loss-is-nan": ["loss is nan"],
    "symptoms/#the-loss-is-negative": ["my loss is negative"],
}
VERSIONS = {
    "value-cannot-be-converted-to-type-athalf": ["value cannot be converted to type at::Half without overflow"],
    "torchjitscript-is-deprecated-a-futurewarning": ["FutureWarning: `torch.jit.script` is deprecated."],
    "margin_ranking_loss-clamp-the-gradient-at-the-corner": ["clamp gradient"],
}
WORDS = {  # as people type them
    "guides/measuring/#modeleval-and-no_grad-do-different-things": ["memory grows every iteration"],
    "guides/compiled-and-distributed/#all_reduce-and-the-gradient": [
        "all_reduce autograd",
        "all_reduce loss before backward",
    ],
    "guides/weights-and-masks/#ignore_index-and-soft-targets": [
        "ignore_index soft targets",
        "soft targets ignore padding",
    ],
    "guides/contrastive/#temperature-which-negatives-count": ["arcface easy margin", "cosface scale margin"],
    "guides/mixed-targets/#orpo-log-odds-without-a-reference": ["orpo log odds"],
    "guides/mixed-targets/#sum-the-tokens-without-prompt-and-padding": ["simpo length normalization"],
    "guides/debug/autograd/#only-for-scalar-outputs": ["all input tensors were scalars gather"],
    "guides/contrastive/#a-queue-of-keys-moco": ["moco labels zero", "moco loss increases"],
    "guides/predictions/#the-k-best-classes": ["selected index k out of range"],
    "guides/debug/symptoms/#the-loss-will-not-go-below-a-floor": [
        "softmax twice",
        "loss is 0.5514 instead of 0",
        "train_loss=1.4612 train_acc=1.000",
        "label_smoothing=0.1 and 10 classes plateaus at 0.5003",
        "log_softmax before CrossEntropyLoss",
    ],
    "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c": [
        "sigmoid before BCEWithLogitsLoss",
        "swav loss 8.0",
        "stuck at 1.0986",
        "2.3026",
        "not decreasing",
        "loss starts around 10",
        "{'loss': 11.7618, 'grad_norm': 3.4, 'epoch': 0.01}",
    ],
    "guides/debug/symptoms/#the-loss-is-negative": [
        "loss: -0.6652",
        "-3.5",
        "Train Epoch: 3 (43%)]\tLoss: -0.921300",
        "KLDivLoss negative target does not sum to 1",
    ],
    "guides/debug/nan-and-infinity/#the-loss-is-nan": [
        "Epoch 0: 120/1000 [00:14<01:44, v_num=3, train_loss=nan.0]",
        "softmax of 1000 1000 1000 nan",
    ],
    "guides/debug/nan-and-infinity/#the-loss-is-infinite": ["-inf", "loss inf"],
    "guides/debug/shapes/#masks-with-a-channel": ["CrossEntropyLoss target mask shape [N, 1, H, W] error"],
    "guides/debug/comparisons/#class-weights-change-nothing": ["batch size 1 class weights no effect"],
    "guides/debug/comparisons/#the-loss-differs-between-batch-sizes": ["Adam sum or mean", "sum mean learning rate"],
    "guides/debug/comparisons/#accuracy-is-fine-but-the-loss-is-high": [
        "overfitting",
    ],
    "guides/numerics/#the-mean-in-half-precision": ["fp16 overflow mean"],
    "guides/numerics/#masked-logits": ["BCEWithLogitsLoss nan -inf"],
    "guides/numerics/#autocast": ["autocast cross entropy float32"],
    "guides/numerics/#half-precision": ["bfloat16 cross entropy float", "identical loss values bf16"],
    "guides/imbalance/": ["imbalanced", "imbalanced data", "class imbalance"],
    "understand/likelihood/#perplexity-over-batches": [
        "calculate perplexity ignoring padding tokens",
        "perplexity validation batch size",
    ],
    "guides/debug/#train-on-one-batch": ["overfit a single batch", "initial loss"],
    "understand/gradient/#a-batch-in-numpy-down-to-the-weights": ["softmax backprop numpy"],
    "understand/temperature/#sampling-temperature-top-k-top-p": ["nucleus sampling", "top-p", "greedy decoding"],
    "guides/weights-and-masks/#focal-loss-a-weight-that-depends-on-the-loss": [
        "poly loss",
        "multi-class focal loss alpha",
        "focal loss gamma 0",
    ],
    "guides/weights-and-masks/#ignore_index-and-label-smoothing": ["does label smoothing count padding tokens"],
    "guides/weights-and-masks/#weights-from-counts": ["weights inf class count 0", "class with zero samples"],
    "guides/imbalance/#focal-loss": ["focal loss background class", "focal loss", "focal loss alpha 0.25"],
    "guides/imbalance/#weightedrandomsampler": ["WeightedRandomSampler"],
    "guides/imbalance/#which-weight-formula": ["effective number of samples", "class weights formula"],
    "guides/imbalance/#logit-adjustment-and-prior-shift": [
        "seesaw loss",
        "tau normalization",
        "equalization loss",
        "logit adjustment",
        "ldam loss",
    ],
    "guides/imbalance/#start-from-the-log-priors": ["init last bias prior", "detector classification bias"],
    "guides/imbalance/#undo-it-at-prediction": [
        "downsampled negatives probability",
        "negative sampling calibrated probability",
    ],
    "guides/imbalance/#pos_weight-for-several-labels": [
        "pos_weight multi-label",
        "multi-label classifier predicts all zeros",
        "multilabel predicts all zeros",
    ],
    "guides/language-models/#shift-once": ["exposure bias", "labels shifted twice hugging face"],
    "guides/language-models/#train-on-the-answer-only": ["multi-turn assistant loss", "mask prompt loss"],
    "guides/language-models/#per-token-or-per-sequence": [
        "masked mean over tokens or per sequence",
        "packing loss weighting",
    ],
    "guides/language-models/#if-the-end-token-also-pads": ["pad_token = eos_token"],
    "guides/language-models/#packed-documents": ["packed sequences labels", "sequence packing labels"],
    "guides/language-models/#perplexity-and-bits-per-byte": [
        "label smoothing perplexity",
        "bits per byte",
        "perplexity bos token",
    ],
    "guides/language-models/#log-probability-of-given-tokens": [
        "sum log probabilities bf16",
        "sequences_scores beam search",
        "get_batch_logps",
        "selective log softmax",
    ],
    "guides/language-models/#grpo-the-loss-starts-at-0": ["importance ratio ppo"],
    "guides/large-vocabularies/": ["CUDA out of memory logits", "cross entropy out of memory"],
    "guides/large-vocabularies/#logits-in-float32": ["upcast logits to float32 before cross entropy bf16"],
    "guides/large-vocabularies/#checkpoint-chunks-of-tokens": [
        "activation checkpointing of lm_head",
        "cross entropy memory chunks",
    ],
    "guides/large-vocabularies/#fused-kernels-elsewhere": [
        "liger reduction none",
        "LigerFusedLinearCrossEntropyLoss",
        "cut cross-entropy gradient filtering",
    ],
    "guides/large-vocabularies/#a-vocabulary-split-over-devices": [
        "vocab parallel cross entropy",
        "tensor parallel loss",
    ],
    "guides/large-vocabularies/#z-loss-and-soft-capping": [
        "mixture of softmaxes",
        "z-loss",
        "z-loss coefficient",
        "logit softcapping",
        "logsumexp squared regularization",
        "z-loss padding",
    ],
    "guides/large-vocabularies/#sampled-softmax-and-the-log-q-correction": ["gbce loss", "sampled softmax"],
    "guides/segmentation/#soft-dice-from-logits": ["dice loss"],
    "guides/segmentation/#empty-masks-and-the-smoothing-term": [
        "dice loss when ground truth is empty",
        "dice background only images",
        "dice fp16 overflow",
    ],
    "guides/segmentation/#dice-tversky-iou-squares": ["hausdorff distance loss", "tversky", "lovasz softmax"],
    "guides/segmentation/#several-classes-the-background-and-libraries": [
        "single channel prediction softmax=True ignored",
        "deeplab aux loss",
    ],
    "guides/segmentation/#dice-against-iou": ["GIoU L1", "miou ignore 255"],
    "guides/segmentation/#the-ignore-label-255": [
        "ignore_index 255",
        "reduce_zero_label",
        "dice ignore_index",
        "ignore label bce dice 255",
    ],
    "guides/segmentation/#hard-pixels-and-rare-classes": ["OHEM", "pixel weight map"],
    "guides/contrastive/": ["InfoNCE", "NT-Xent", "in-batch negatives", "contrastive loss stuck at log N"],
    "guides/contrastive/#clip-both-directions-and-a-learned-scale": ["CLIP loss", "logit_scale not trained"],
    "guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor": [
        "infonce loss stuck at log batch size",
        "contrastive loss not zero",
    ],
    "guides/contrastive/#measure-retrieval": ["ndcg", "mrr recall@k", "sampled metrics"],
    "guides/contrastive/#siglip-a-sigmoid-for-each-pair": ["SigLIP"],
    "guides/contrastive/#supcon-several-positives-for-each-anchor": ["SupCon", "base_temperature"],
    "guides/contrastive/#false-negatives-two-rows-with-one-caption": ["temperature gradient nan", "accidental hits"],
    "guides/contrastive/#several-processes-gather-with-the-gradient": [
        "all_gather gradient",
        "contrastive loss world size",
    ],
    "guides/mixed-targets/#mixup-and-cutmix": ["mixup lambda per sample", "mixup", "cutmix class weights", "mixup bce"],
    "guides/mixed-targets/#knowledge-distillation": [
        "decoupled knowledge distillation",
        "knowledge distillation",
        "distillation loss divided by numel",
    ],
    "guides/mixed-targets/#distillation-of-sequences": [
        "batchmean sequence length",
        "top-k distillation",
        "distillation vocab size mismatch",
        "gkd beta forward kl",
    ],
    "guides/mixed-targets/#ordered-classes": [
        "ordinal mse cross entropy",
        "ordinal regression",
        "quadratic weighted kappa",
    ],
    "guides/mixed-targets/#coral": ["ordinal regression coral loss", "ordinal thresholds order"],
    "guides/mixed-targets/#dpo": ["dpo loss"],
    "guides/mixed-targets/#reward-models": [
        "reward accuracy zero",
        "reward model loss",
        "plackett luce",
        "listwise reward model",
    ],
    "guides/compiled-and-distributed/#graph-breaks": [
        "tensor output of CUDAGraphs that has been overwritten",
        "graph break item",
        "torch.compile masked mean",
    ],
    "guides/compiled-and-distributed/#the-step": [
        "global mean over ranks",
        "FSDP clip_grad_norm_",
        "multiply loss world size",
        "no_sync accumulation",
        "gradient divide factor",
    ],
    "guides/compiled-and-distributed/#logging": ["set_epoch", "loss.item() slow gpu sync every step"],
    "guides/compiled-and-distributed/#recompiles": ["recompiles python float", "recompile dynamic shapes"],
    "guides/compiled-and-distributed/#unscale-then-clip": [
        "No inf checks were recorded for this optimizer",
        "gradient clipping unscale",
        "grad norm inf amp",
        "two optimizers scaler",
        "GradScaler multiple losses",
    ],
    "guides/measuring/#validation-loss-rises-while-accuracy-rises": [
        "early stopping on loss or accuracy",
        "val loss increases but accuracy increases",
    ],
    "guides/measuring/#macro-micro-and-weighted-f1": [
        "Precision is ill-defined and being set to 0.0",
        "f1 micro equals accuracy",
        "multilabel subset accuracy",
        "f1 no positives",
        "specificity multiclass",
    ],
    "guides/measuring/#scikit-learn-takes-classes-scores-or-probabilities": ["target scores need to be probabilities"],
    "guides/measuring/#auc-and-thresholds-need-no-sigmoid": ["auc inverted", "average precision random classifier"],
    "guides/measuring/#is-a-difference-more-than-chance": ["confidence interval accuracy"],
    "guides/measuring/#brier-score-and-ece-say-which": ["brier score"],
    "guides/measuring/#torchmetrics-guesses-whether-it-gets-logits": ["torchmetrics logits or probabilities"],
    "guides/measuring/#what-may-be-averaged-over-batches": [
        "eval_accumulation_steps",
        "average F1 over batches",
        "F1 over batches",
        "word error rate corpus",
    ],
    "guides/weights-and-masks/#label-smoothing": ["label smoothing eps/(K-1)"],
    "guides/weights-and-masks/#ignore_index": ["ignore_index", "how to ignore padding", "mean over ignored pixels"],
    "guides/batches/#several-processes": [
        "pipeline parallel loss scale",
        "DDP",
        "context parallel loss",
        "ddp loss different number of tokens per gpu",
    ],
    "guides/batches/#gradient-accumulation": ["gradient accumulation loss", "loss doubled by accumulation"],
    "guides/choose/#order-and-vectors": ["bpr loss", "metric learning"],
    "guides/translate/#scikit-learn": ["sklearn log_loss logits"],
    "guides/translate/#numpy": ["softmax numpy 2d array axis"],
    "guides/predictions/": ["get probabilities from log_softmax output"],
    "understand/two-classes/#labels-that-are-not-known": ["missing labels multi-label", "nan labels BCE mask"],
    "understand/two-classes/": ["BCELoss or CrossEntropyLoss for binary classification"],
    "understand/temperature/#if-scaling-makes-it-worse": [
        "temperature scaling after label smoothing",
        "Platt scaling",
        "temperature scaling makes ECE worse",
    ],
    "reference/losses/binary-and-multi-label/#multilabelsoftmarginloss": ["MultiLabelSoftMarginLoss target -1 padding"],
    "guides/language-models/#one-loss-per-token": ["unlikelihood loss", "dft loss"],
    "guides/segmentation/#per-image-or-per-batch": ["pseudo dice", "Dice does not split", "accumulate Dice"],
    "guides/contrastive/#the-same-losses-in-libraries": ["proxy nca", "cosent loss"],
    "guides/weights-and-masks/#class-weights": ["no-object weight eos_coef", "class weights mean divisor"],
    "guides/debug/precision-and-gpu/#tensors-on-two-devices": ["weight is on cpu, different from other tensors"],
    "guides/segmentation/#the-dice-metric-of-empty-masks": ["hd95 empty mask"],
    "guides/weights-and-masks/#soft-targets": ["distribution focal loss"],
    "guides/weights-and-masks/#they-are-not-validated": ["soft labels do not sum to one", "unnormalised soft labels"],
    "guides/weights-and-masks/#a-weight-for-each-row": ["pseudo label threshold"],
    "understand/likelihood/#kl-divergence-in-pytorch": ["jensen-shannon divergence"],
    "understand/gradient/#what-the-mean-does": ["per-sample gradients"],
    "guides/measuring/#ece-depends-on-the-bins": ["classwise ece"],
    "guides/choose/#numbers": ["quantile crossing"],
    "guides/measuring/#several-processes": ["gather_for_metrics"],
    "guides/debug/options/#implicit-dimension-choice": ["softmax dim warning"],
    "guides/compiled-and-distributed/#same-seed": ["torch.compile numerical difference"],
    "guides/compiled-and-distributed/#a-process-without-targets": ["NaN loss on one rank"],
    "understand/likelihood/#the-best-constant-prediction": ["McFadden"],
    "guides/weights-and-masks/#weights-and-label-smoothing": ["label smoothing class weight"],
}
QUERIES = {
    **{query: f"reference/losses/{place}" for place, queries in LOSSES.items() for query in queries},
    **{query: f"guides/debug/{place}" for place, queries in ERRORS.items() for query in queries},
    **{query: f"reference/versions/#{place}" for place, queries in VERSIONS.items() for query in queries},
    **{query: place for place, queries in WORDS.items() for query in queries},
}


def start(tab):
    """Start a search on the home page; a function that says where each of some queries leads first."""
    tab.goto("")
    tab.evaluate(START)
    return lambda queries: dict(zip(queries, tab.evaluate(SEARCH, list(queries)), strict=True))


@pytest.fixture(scope="module")
def search(context, address):
    """A function that says where each of these queries leads first: to two entries of a page, the best first."""
    with quiet_tab(context, address) as tab:
        yield start(tab)


def misled(found):
    """The queries that do not lead first to their places, each with where it leads and should."""
    return {
        query: f"{query!r} leads to {' and '.join(places) or 'nothing'}, expected {QUERIES[query]}"
        for query, places in found.items()
        if QUERIES[query] not in places
    }


def test_each_query_leads_to_its_place(search):
    refuse(misled(search(QUERIES)).values())


@pytest.mark.ci
def test_each_message_of_each_version_has_its_section_first(search):
    said = finder.said()
    found = search([text for text, _ in said])
    wrong = [text for text, at in said if found[text][:1] != [at]]
    assert len(wrong) <= 0.02 * len(said), wrong


@pytest.mark.ci
def test_so_has_each_in_disguise(search):
    said, draw = finder.said(), random.Random(0)
    chosen = [said[at % len(said)] for at in range(200)]
    same = {text: {at for other, at in said if finder.unnamed(other) == finder.unnamed(text)} for text, _ in chosen}
    varied = [finder.vary(text, draw) for text, _ in chosen]
    found = search(varied)
    wrong = [typed for (text, _), typed in zip(chosen, varied, strict=True) if found[typed][0] not in same[text]]
    assert len(wrong) <= 0.02 * len(varied), wrong


@pytest.mark.ci
def test_without_the_other_names_they_would_not(tab, site):
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        entry.pop("tags", None)
    names = ["nll_loss", "kl_div", "squared error"]
    tab.route("**/search_index.json", lambda route: route.fulfill(json=index))
    assert list(misled(start(tab)(names))) == names


@pytest.mark.ci
def test_without_the_finder_it_still_has_the_words(tab):
    tab.route("**/messages.json", lambda route: route.abort())
    assert misled(start(tab)(["NLLLoss"])) == {}
    tab.heard.clear()


def test_a_pasted_text_is_looked_for_without_a_key(tab):
    tab.goto("")
    box = tab.locator("[data-md-component=search-query]")
    box.click()
    box.fill('RuntimeError: Unexpected key(s) in state_dict: "criterion.weight".')  # as by a mouse
    best = tab.locator(".md-search-result__item").first.locator("a").nth(1)
    expect(best).to_have_attribute("href", re.compile("#unexpected-key-lossweight"))


MOST = """async (data) => Math.max(...(await ask({ type: 2, data })).items.flat()
    .map(({ terms }) => Object.keys(terms).length))"""


@pytest.mark.ci
def test_a_long_text_is_looked_for_by_its_last_words(tab):
    search, message = start(tab), "IndexError: Target 3 is out of bounds."
    docs = json.loads(tab.evaluate("fetch('/search/search_index.json').then((found) => found.text())"))["docs"]
    words = re.findall("[a-z]{4,}", " ".join(doc["text"] for doc in docs))
    many = " ".join(list(dict.fromkeys(words))[:400])
    assert 10 < tab.evaluate(MOST, many) <= 40
    trace = " ".join(f'File "train.py", line {at}, in step_{at}' for at in range(100))
    [places] = search([f"Traceback (most recent call last): {trace} {message}"]).values()
    assert places[0] == "guides/debug/target/#class-index-out-of-bounds"


def test_the_index_has_of_figures_the_captions_alone_and_of_tables_the_cells(site):
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert "one lead costs least" in index
    assert not any(
        words in index
        for words in ("surer costs more", "How this figure is made", "How this table is made", "best_lead.svg")
    )


def test_the_index_is_small(site):
    assert (site / "search/search_index.json").stat().st_size < 24_000 * len(PAGES)
