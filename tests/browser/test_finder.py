"""The box leads from what people paste, a message, a loss or a batch, to the section that explains it."""

import gzip
import json
import math
import random
import re
import time

import pytest
import torch
import torch.nn.functional as F
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.support import finder
from tests.support.browser import quiet_tab
from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples import snippets, transcripts
from tools.pages import messages, project

EXPLAIN = """async (texts) => {
    const { explain } = await import("/assets/finder/answers.js");
    return Promise.all(texts.map(async (text) => {
        const { found, isUnsure, kind, refusal, alike } = await explain(text);
        const answers = found.map(({ at, title, code }) => [at, title, code ?? ""]);
        return { kind, sure: !isUnsure && !refusal, found: answers, alike: (alike ?? []).map(({ at }) => at) };
    }));
}"""
BOX = [
    "box.js",
    "answers.js",
    "lists.js",
    "messages.js",
    "finder.css",
    "messages.json",
    "../elements.js",
]  # what is loaded first
MOST_BYTES = 20_480
MISLED = 0.01  # the share of the reports whose words may lead elsewhere
OF_TEXT = {"when", "and", "not", "needs", "tells"}  # what a case asks of a text; the others are its answer
FIELDS = OF_TEXT | {"section", "title", "says", "code", "isSaid", "isWeak", "isHint", "isPart"}
ADDRESS = re.compile(r"(?:guides|understand|reference)/[\w/-]*#[\w-]+")
ON_DEBUG = re.compile(r"(?:\"|\$\{DEBUG\})((?:[a-z-]+/)?#[\w-]+)")

CHECK = "print((target != -100).sum(), target.isfinite().all(), logits.isfinite().all())"
REPORTS = {  # as they are pasted or typed, each with a part of the address that must come first
    "w = torch.tensor([1., 1., 0.])\nloss nan when y is all 2": "#class-weights",
    "fine-tuning llama, the loss is stuck at 2.30": "#perplexity-and-bits-per-byte",
    "multi label BCE, loss fell from 0.6931 to 0.0497 and stays there": "#imbalanced-classes",
    "multi label loss (BCEWithLogits) does not decrease below 0.325": "#imbalanced-classes",
    "UndefinedMetricWarning: Precision is ill-defined and being set to 0.0 in labels with no predicted samples": "#imb",
    "8 classes, train acc 0.965, the loss will not go under 1.27, now 1.3950": "#the-loss-will-not-go-below-a-floor",
    "KD with T=10: soft loss is 0.008, so the teacher is ignored": "#distillation-multiplies-by-t2",
    "pos_weight=30, but the business wants probabilities: mean 0.122, true rate 0.04": "#undo-it-at-prediction",
    "NLL 1.58, ECE 0.19. Divide logits by 2 and NLL becomes 1.22": "#the-best-temperature",
    "test acc changes from 88.4% to 61.0% with batch size 1, no model.eval() anywhere": "#modeleval-and-no_grad",
    "seg loss stuck at 2.6672: F.cross_entropy(logits.view(-1, 3), target.view(-1))": "#why-not-view",
    "torch.Size([64, 1]) torch.Size([64])\npred - y: torch.Size([64, 64])": "#target-size-that-is-different",
    ">>> z[:4]\ntensor([0.3820, -0.9515, 0.8078, -0.8156]) logits\n>>> p = (z > 0.5).int()": "#two-classes-and-their",
    "loss = -F.logsigmoid(r_rejected - r_chosen).mean()\nchosen tensor([-1.5, -1.8])": "#reward-models",
    "(l * mask).mean(1), smaller with more padding\ntensor([0.3873, 0.1588])": "#ignored-targets",
    "mha(x, x, x, key_padding_mask=attention_mask.bool())\ntensor([[0.0, 0.0, 0.3, 0.7]])": "#attention-masks",
    "fp16 finetune will loss=0: train_loss = 0.0063, eval_loss = nan": "#the-loss-is-exactly-zero",
    "the loss stays at 3.47 with batch size 32, 4.85 with batch size 128": "#implicit-dimension-choice",
    "size mismatch for conv1.weight: copying a param with shape torch.Size([64, 3, 7, 7])": "#a-new-head",
    "same batch, loss on cpu 0.69314718, on cuda 0.69314736. Which one is wrong?": "#same-seed",
    "(Pdb) p loss\ntensor([[3.6, 3.9, 3.2]])\n(Pdb) p mask\ntensor([[1., 1., 0.]])\nmean too small": "#ignored-targets",
    'MulticlassF1Score(5, average="micro"): precision, recall and F1 are identical': "#macro-micro-and-weighted-f1",
    "dpo: loss = F.logsigmoid(logits).mean() goes down to -3, -10, -40": "#dpo",
    "the dominant 0 in the labels: accuracy 0.98, all 0 predictions": "#pos_weight-for-several-labels",
    "label smoothing must be disabled during evaluation, the eval loss is inflated": "#label-smoothing",
    "mean Dice: bs=1 0.8686, bs=2 0.8721, different with each batch size": "#what-may-be-averaged",
    "mIoU with background included is at least 0.45. Is that correct?": "#several-classes-the-background",
    "a boolean mask with sdpa yields NaN gradients": "#a-row-in-which-everything-is-masked",
    "mask.sum(1) has the number 0 so the loss is nan": "#supcon",
    "3 tags per image, multi-hot targets into CrossEntropyLoss, converged at 3.30": "#several-labels-cross-entropy",
    "Dice loss on CT slices: exactly 1.0000 on every slice without lesion": "#empty-masks-and-the-smoothing-term",
    "same checkpoint evaluated three times on the same val set: 0.898, 0.901, 0.891": "#modeleval-and-no_grad",
    "CrossEntropyLoss(label_smoothing=0.1) applies half of the correct smoothing": "#label-smoothing",
    "tagging, (B, C, L): F.cross_entropy(logits.view(-1, 7), tags.view(-1)) is wrong": "#why-not-view",
    "KD with T=8 barely influences the student: F.kl_div(F.log_softmax(s/8, 1), F.softmax(t/8, 1))": "#distillation",
    "RetinaNet, 120k anchors, focal loss. Iteration 0: cls_loss = 1559.6": "#start-from-the-log-priors",
    "my loop says 0.4629, sklearn 0.4104. Batches: 6 of 64 and a last one of 8": "#a-smaller-last-batch",
    "amp: grad_norm: nan at the first step, 3.9772 later, loss: 1.9091, fp16 is on": "#unscale-then-clip",
    "MSELoss of house prices: 4.3596e+10 at step 1, 4.3595e+10 at step 100, hardly moves": "#numbers",
    "correct is a bfloat16 tensor I add to per sample, accuracy is always exactly 0.128": "#the-mean-in-half-precision",
    "ROC-AUC 0.927 but F1 0.03, recall 1.7%, 2% positives": "#a-threshold-instead-of-weights",
    "one adds up exp(loss) per batch: perplexity 27.47, the other exp(mean loss): 22.57": "#perplexity-over-batches",
    "crack segmentation: pixel acc 0.9903, IoU 0.000": "#hard-pixels-and-rare-classes",
    "in-batch negatives, every product appears twice per batch, loss 0.693": "#false-negatives",
    "torch.sqrt(((pred-y)**2).mean()): 0.31, 0.05, 0.004, 0.0000, then nan forever": "#the-loss-is-finite-but",
    "SoftMarginLoss, labels 0/1, loss floor 0.4852": "#softmarginloss-pitfalls",
    "grad norm: 5.31, 10.62, 15.93, 21.24, 26.54. Perfectly linear": "#a-loop-that-never-clears",
    "counts / counts.sum() as weight\ntensor([0.9397, 0.0446, 0.0157])": "#weights-from-counts",
    "epoch 0 it 10 loss -212.4471\nepoch 0 it 20 loss -1684.0953": "#the-loss-is-negative",
    ">>> y\ntensor([1., 1., 0.])\n>>> nn.CosineEmbeddingLoss()(a, b, y)\ntensor(0.1)": "#cosineembed",
    "mixup, train loss 0.3442\ntensor([[1.0, 0.0, 0.0], [0.0, 0.5421, 0.4579]])": "#mixup",
    "translation, the decoder outputs garbage\ntensor([[3204, 39, 2, 0, 0, 0], [77, 2, 0, 0, 0, 0]])": "#ignore_index",
    "GPT, loss 0.02\n>>> x\ntensor([[29, 54, 53, 55]])\n>>> y\ntensor([[29, 54, 53, 55]])": "#shift-once",
    "accuracy 32.09\ncorrect = (pred == y).sum()\ntorch.Size([64, 1]) torch.Size([64])": "#the-loss-falls-but-accuracy",
    "In [1]: targets\nOut[1]: tensor([[8, 5, 12, 0]])\nIn [2]: ctc(x)\nOut[2]: tensor([30.5, inf])": "#ctcloss",
    "[[943 0 0]\n [ 41 0 0]\n [ 16 0 0]]\nnp.bincount(y)\n[943 41 16]": "#imbalanced-classes",
    "nn.BCELoss() gives 4.605170249938965 for 6 rows and 5.526204109191895 for 5": "#a-gradient-is-none-or-zero",
    "metrics stay very good, but the mean validation loss gets worse": "#validation-loss-rises",
    "pos_weight=24, AUC 0.91, mean of sigmoid(logits) is 0.46, I need real probabilities": "#undo-it-at-prediction",
    "kaggle logloss 2.38: I submit (torch.sigmoid(out) > 0.5).int()": "#scikit-learn-takes-classes",
    "RuntimeWarning: Mean of empty slice\nMean IoU: nan\nroad: nan": "#dice-against-iou",
    "the sigmoid just outputs 0.5 for every value, the outputs are very small": "#exponentials-of-logits",
    "loss = torch.exp(criterion(output, target)/eta)\nloss.backward()": "#the-loss-is-infinite",
    "ignore_index does not work as described: ignored targets impact other classes": "#it-ignores-the-row",
    "num_pos is equal to 0 in the ssd loss: division by zero, what should the loss be?": "#focal-loss",
    "loss normalized by dividing by grad_accum_steps, the number of tokens may vary": "#gradient-accumulation",
    "bs 1 'ppl': 155.8, bs 8 'ppl': 69.31: sensitive to batch size": "#perplexity-over-batches",
    "DDP: how do I plot training curves if I can only access the loss of one gpu, not the averaged one?": "#logging",
    "segmentation, background is 99% of the pixels, always all background, 0% IoU": "#hard-pixels",
    "scores * mask then softmax, mask = [1,1,1,0,0]\ntensor([[0.67, 0.12, 0.05, 0.08, 0.08]])": "#masked-logits",
    "labels\ntensor([[-100, -100], [-100, -100]])\ntensor(nan)": "#the-loss-is-nan",
    "torch.Size([8, 1])\nprint(out.argmax(dim=1))\ntensor([0, 0, 0, 0, 0, 0, 0, 0])": "#one-logit-and-crossentropyloss",
    "loss = torch.tensor(criterion(out, y).item(), requires_grad=True)\ntensor(1.6094)": "#does-not-require-grad",
    "mse_loss(softmax(out), one_hot) stuck at 0.0900": "#squared-error-on-softmax",
    "-torch.log(softmax(x)) reaches 103.2789 and next step inf": "#the-loss-is-infinite",
    "class weight [0.1, 10] but with batch size 1 loss is 1.1711 with and without": "#class-weights-change-nothing",
    "accuracy comes out as 16.75 with batch size 32 (not percent)": "#the-loss-falls-but-accuracy-does-not",
    "Assertion `t >= 0 && t < n_classes` failed. masks have 255 at the borders": "#the-ignore-label-255",
    "loss 2.303 at the start and 0.31 after ten epochs, 10 classes": "#the-loss-is-stuck-at-ln-c",
    "print(scaler.get_scale()) prints 65536.0, then 131072.0 after 2000 steps": "#unscale-then-clip",
    "loss: 0.4821 - accuracy: 0.8310 - val_loss: 0.3012 - val_accuracy: 0.8911": "#modeleval-and-no_grad",
    "size mismatch for fc.weight: copying a param with shape torch.Size([1000, 2048])": "#a-new-head",
    "UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`": "#unscale-then-clip",
    "BCELoss sometimes jumps to exactly 100.0": "#why-the-loss-takes-the-logit",
    "BCELoss 100.0, BCEWithLogits 1000.0: why does it stop at exactly 100": "#why-the-loss-takes-the-logit",
    "val loss 0.41 -> 0.58 -> 0.97 -> 1.37 while val acc stays at 88%": "#accuracy-is-fine-but-the-loss-is-high",
    "focal loss is only 0.0433 at the start and hardly moves, CE was 0.69": "#focal-loss",
    "focal loss 0.1465 (alpha .25 gamma 2), plain CE on the same batch is 1.1191": "#focal-loss",
    "After using Focal Loss, the network does not converge. gamma=2, alpha=0.25": "#focal-loss",
    "Epoch 05: Train Loss: 0.69319 | Val Loss: 0.05329": "#the-loss-differs-between-batch-sizes",
    "step 700, Loss: 1.6172\ntotal test Loss: 262.6205\ntest accuracy: 0.3890": "#the-loss-differs-between-batch-sizes",
    "训练次数 700, Loss 1.6172\n整体测试集上的Loss 262.6205": "#the-loss-differs-between-batch-sizes",
    "same model: val loss 0.443 with batch size 64, 0.572 with 128": "#the-loss-differs-between-batch-sizes",
    "accumulation_steps=1: {'loss': 10.5949}\naccumulation_steps=2: {'loss': 21.1898}": "#gradient-accumulation",
    "F.cross_entropy(z, y, reduction='none')\ntensor([1.2388, 0.0, 0.0, 2.6202])\n.mean() = 0.9648": "#ignore_index",
    "sigmoid(out) tensor([0.5000, 0.7310, 0.5006, 0.7309])": "#the-loss-is-stuck-at-ln-c",
    "m = nn.Sigmoid()\nloss = nn.BCEWithLogitsLoss()(m(x), y)\nw = tensor([0.84, 0.16])": "#the-loss-is-stuck-at-ln-c",
    ">>> F.softmax(scores * mask, dim=-1)\ntensor([[0.4, 0.2, 0.2, 0.1, 0.05, 0.05]])": "#masked-logits",
    "tensor([[-0.2876, -1.3863], [-1.3863, -0.2876]])\nout > 0.5 is never true": "#exponentials-of-logits",
    "pos_weight = tensor(0.0417)\nsigmoid(out) = tensor([0.0031, 0.0017])\nno positives": "#pos_weight-for",
    "softmax tensor([[0.5, 0.5, 0], [0, 0.4, 0.6]])\nlabels tensor([[1., 1, 0], [0, 1., 1]])": "#several-labels",
    "m = ToTensor()(mask_pil)\nm.unique() tensor([0.0000, 0.0039, 0.0078])": "#the-ignore-label-255",
    "m.unique() tensor([0.0000, 0.0039, 0.0078])\nm.long().unique() tensor([0])\nloss 0.0000": "#the-ignore-label-255",
    "BCEWithLogitsLoss, one-hot, 1000 classes, accuracy 0.1%\ntensor([[0., 1., 0.]])": "#one-class-out-of-several",
    "gpt2, Using pad_token, but it is not set yet: ppl 4.2328431180493815e+43": "#if-the-end-token-also-pads",
    "my GPT: cross_entropy(logits.view(-1,V), input_ids.view(-1)), loss 0.006": "#shift-once",
    "multilabel_soft_margin_loss 0.9291, by hand 4.6454, 2 rows and 5 labels": "#what-the-mean-divides-by",
    "casia-webface arcface: loss remains at 14, training acc is 0": "#temperature-which-negatives-count",
    "the same document is in the batch several times as negative, loss stops at 2.1": "#false-negatives",
    "encoder(src, src_key_padding_mask=m)\nout.isnan().any()\ntensor(True)": "#a-row-in-which-everything",
    "scaler.get_scale()\n65536.0\n32768.0\n16384.0\nloss stays at 1.94, weights never change": "#unscale-then-clip",
    "with bfloat16 the loss falls much slower than with float32: 3.42, 3.38, 2.94": "#autocast",
    "all models seem to predict only one class, accuracy looks fine": "#the-loss-is-stuck-at-ln-c",
    "mean_iou does iou[torch.isnan(iou)] = 1, and a bad class gets 0.95": "#dice-against-iou",
    "multi-label: loss 0.0009 - f-score 0.0000 - acc 0.0000": "#pos_weight-for-several-labels",
    "model.train() acc .972, model.eval() acc .338 on the same 1000 images": "#modeleval-and-no_grad",
    "RuntimeError: \"nll_loss_out_frame\" not implemented for 'Int'": "#wrong-type-of-class-indices",
    "IndexError: max(): Expected reduction dim 0 to have non-zero size.": "#dimension-out-of-range",
    "Index put requires the source and destination dtypes match, got Float and BFloat16": "#autocast",
    "loss=nan, Grad Scale: 0": "#the-loss-is-nan",
    "loss 2.28125, 2.296875, 2.328125, 2.34375: it never takes a value between": "numerics/#half-precision",
    "{'loss': 4.75}, {'loss': 2.0312}, {'loss': 0.8984}, {'loss': 0.4102}": "numerics/#half-precision",
    "rank 0 loss 1.31, rank 1 loss 2.07, logged loss 1.69, but one GPU says 1.4367": "batches/#several-processes",
    "reduction='sum', batch size 256, 10 classes, loss 589.47": "#the-loss-differs-between-batch-sizes",
    "train loss 0.26, val loss 2.08, loss / accumulation_steps, accumulation steps 8": "#gradient-accumulation",
    "accum 4 x batch 2: loss 2.93, without accum batch 8: loss 2.47, why not equal?": "#gradient-accumulation",
    "ArcFace with 85742 classes, the first loss is 23.4, top-1 0.0": "#temperature-which-negatives-count",
    "CrossEntropyLoss(weight=w, label_smoothing=0.1): a right answer has a larger loss": "#weights-and-label-smoothing",
    "ignore_index=1, loss 0.8620 or 0.6931. class 1 is ignored, no?": "#it-ignores-the-row-not-the-class",
    "300 tags, accuracy 0.99, and every probability is below 0.05": "#pos_weight-for-several-labels",
    "the F1 of the epoch changes with batch_size": "#what-may-be-averaged-over-batches",
    "torch.where(x > 0, x.sqrt(), 0).sum().backward(), x.grad is nan": "#the-loss-is-finite-but-the-weights",
    "batch['labels'] = input_ids[:, 1:] for AutoModelForCausalLM, loss 5.2": "#shift-once",
    "next_id = torch.multinomial(logits[:, -1], 1)\nRuntimeError: probability tensor contains either `inf`, `nan` or "
    "element < 0": "#drawing-a-class",
    "both = (p * target).sum((2, 3))  # dice\nRuntimeError: The size of tensor a (4) must match the size of tensor b "
    "(64) at non-singleton dimension 1": "#several-classes-the-background",
    "MSELoss on one-hot targets, 5 classes, loss 0.1600": "#squared-error-on-softmax",
    "Classification metrics can't handle a mix of binary and continuous targets": "#scikit-learn-takes-classes",
    "counts tensor([40., 0., 9.])\nweights tensor([0., nan, 0.])": "#weights-from-counts",
    "out = tensor([0.9, 0.2, 0.7])\nout.long() = tensor([0, 0, 0])": "#two-classes-and-their-threshold",
    "cosine logits\ntensor([[0.1, -0.2, 0.4]])\nthe cross entropy stays above 0.2": "#which-loss-to-expect",
    "logits\ntensor([[-31600., -inf, 60384.]], dtype=torch.float16)\nloss nan": "numerics/#half-precision",
    "cutmix on, train accuracy is lower than the val accuracy": "#mixup-and-cutmix",
    "1.0986, accuracy 0.333, every row is predicted as class 2": "#the-loss-is-stuck-at-ln-c",
    "loss 12.4, vocabulary of 32000": "#accuracy-is-fine-but-the-loss-is-high",
    "loss 0.31 on one GPU, 1.24 on four GPUs": "batches/#several-processes",
    "I fixed the label that was out of bounds, now the loss is nan": "#the-loss-is-nan",
    "pg loss 0.01 entropy nan loss nan reward 0.2": "#entropy-the-average-surprise",
    "InfoNCE loss 4.785, 128 candidates, top-1 1.0": "#which-loss-to-expect",
    "epoch loss 0.0108, accuracy 50%, binary, batch size 64": "#the-loss-differs-between-batch-sizes",
    "loss 2.90, perplexity 7.46 in one script, 18.17 in the other": "likelihood/#perplexity",
    "multi-label, pred = logits.argmax(dim=1), F1 0.00": "#several-labels-per-row",
    "val loss 0.09, precision 0.500, recall 1.000": "#the-loss-falls-but-accuracy-does-not",
    "scaler.scale(loss).backward()\nclip_grad_norm_(params, 1.0)\nscaler.step(opt)": "#unscale-then-clip",
    "loss = torch.exp(-self.s) * det_loss + self.s, and the total is -1.85": "#several-losses-at-once",
    "label_lengths (121, 124), input_lengths (133, 102), loss -inf": "#ctcloss-pitfalls",
    "loss = torch.exp(criterion(out, y) / eta) is nan after 20 steps": "#the-loss-is-infinite",
    "Assertion `t >= 0 && t < n_classes` failed. The labels were 1..10": "#class-index-out-of-bounds",
    "Assertion `t >= 0 && t < n_classes` failed. labels[~masked] = -1": "#ignore_index",
    "-torch.log(torch.softmax(x, 1))\ntensor([inf, 0.1698, 96.0003])": "#the-loss-is-infinite",
    "softmax gives 0/1\nlogits tensor([[312.4, -88.2], [-140.7, 275.9]])": "#the-best-temperature",
    "torch.unique(mask)\ntensor([0.0000, 0.0039, 0.0078, 1.0000])": "#the-ignore-label-255",
    "dice = DiceMetric(get_not_nans=True)\ntensor([0., 0.])\nwhere gt is empty": "#the-dice-metric-of-empty",
    "the loss jumps from 6 to 26 with 32 instead of 8 accumulation steps": "#gradient-accumulation",
    "Accuracy: 31.5000 (should be at most 1)": "#the-loss-falls-but-accuracy-does-not",
    "nnU-Net, train loss -0.0980": "#soft-dice-from-logits",
    "F1: precision per class tensor([0.9100, nan, 0.7143])": "#macro-micro-and-weighted-f1",
    "precision(y_pred, y)\ny_pred = [0, 0, 0, 1]\ny = [0, 1, 1, 1]": "#macro-micro-and-weighted-f1",
    "sigmoid tensor([0.5000, 0.5000, 0.5338, 0.5000])": "#the-loss-is-stuck-at-ln-c",
    "scores * mask: tensor([[-0.21, -1.37, 0.0, 0.0]])\npadding gets attention": "numerics/#masked-logits",
    "distillation loss is only 0.001 (1000 classes)": "#the-mean-of-kl_div",
    "RuntimeError: multi-target not supported for CrossEntropyLoss\nlabels not one-hot": "#several-labels-at-once",
    "a WER bigger than 1": "#what-may-be-averaged-over-batches",
    "total_loss += loss, and the memory grows": "#modeleval-and-no_grad",
    "model.to(torch.bfloat16), loss 2.6406, 2.6562, 2.6406": "numerics/#half-precision",
    "roc_auc_score(y, preds) 0.57, preds = (probs > 0.5).int()": "#auc-and-thresholds",
    "50 bird classes, stuck at 3.912": "#the-loss-is-stuck-at-ln-c",
    "epoch [7/ 10] 0.6931": "#the-loss-is-stuck-at-ln-c",
    "val loss 0.3871 with batch_size=64, but 0.3902 with batch_size=100": "#the-loss-differs-between-batch-sizes",
    "tensor([[0.9, 0.8, 0.2]])\nwhy is the sum of probabilities larger than 1?": "#several-labels-per-row",
    "sigmoid(out) = tensor([0.07, 0.05, 0.26, 0.12])\nROC AUC 0.91, but all are 0 at 0.5": "#a-threshold-instead",
    "input_ids = tensor([[464, 32, 33]])\nlabels = tensor([[32, 33, 198]])\nAutoModelForCausalLM": "#shift-once",
    "labels\ntensor([[101, 2023, 102, 0, 0, 0]])\nthe text is bad": "#ignore_index",
    "class weights tensor([0.92, 0.07]), class counts tensor([920., 70.])": "#weights-from-counts",
    "mixed targets\ntensor([[0.7, 0.7, 0.1],\n        [0.0, 0.9, 0.6]])\nCrossEntropyLoss is high": "#they-are-not-val",
    "target = tensor([[1., 0., 1.],\n        [0., 1., 0.]])\nF.cross_entropy is 1.4": "#several-labels-cross-entropy",
    "log(p + 1e-8)\ntensor([[-1.4e-03, -inf]], dtype=torch.float16)": "#an-epsilon-inside-the-logarithm",
    "dice per image: tensor([0.6667, nan, 0.4])": "#empty-masks",
    "loss is nan with missing labels although I mask them": "#labels-that-are-not-known",
    "train_loss 0.93 val_loss 0.0148 val_acc 0.680": "#the-loss-differs-between-batch-sizes",
    "train loss 0.03 val loss 0.0163 val acc 0.772": "#it-ignores-the-row-not-the-class",
    "accuracy is above 100%": "#the-loss-falls-but-accuracy",
    "step 0 loss 2.3167 acc 0.142\nstep 1 loss 2.2220 acc 0.141\nstep 2 loss 2.1724 acc 0.173\n"
    "step 3 loss 2.0297 acc 0.139\nstep 4 loss 1.9832 acc 0.162": "#the-loss-falls-but-accuracy",
    "validation loss is 60 times lower than training loss": "#the-loss-differs-between-batch-sizes",
    "class 0 recall 0.000, class 1 recall 0.987, class 2 recall 0.95": "#it-ignores-the-row-not-the-class",
    "the log-likelihood I print is -1.37, is that normal?": "#from-maximum-likelihood",
    "transformer with key_padding_mask predicts the same class for everything": "#attention-masks",
    "gradient_accumulation_steps=8: reported loss 16.9, without it 2.1": "#gradient-accumulation",
    "print(probs)\ntensor([[1.],\n        [1.],\n        [1.]])": "#the-loss-is-exactly-zero",
    "tensor([[1., 0., 1.],\n        [0., 1., 1.]])\nCrossEntropyLoss gives 3.93": "#several-labels-cross-entropy",
    "torch.unique(mask)\ntensor([0.0000, 0.0039, 0.0078, 0.0118])": "#the-ignore-label-255",
    "class weights: tensor([0.3531, inf, 3.0184, 1.1948])": "#weights-from-counts",
    "my probabilities are negative\ntensor([[-0.6931, -0.6931]])": "#exponentials-of-logits",
    "logits.argmax(0)\ntensor([3, 6, 1])\nlabels\ntensor([0, 2, 2, 1])\naccuracy is low": "#the-loss-falls-but",
    "pos_weight = y.sum() / (len(y) - y.sum())\nrecall got worse": "#pos_weight-for-several-labels",
    "acc 0.8512 precision 0.8512 recall 0.8512": "#macro-micro-and-weighted-f1",
    "loss is 64.1 at iteration 0, 92 binary attributes, sigmoid": "#several-labels-at-once",
    "I sum the loss in bf16:\n2960. 3000.0\n4096. 4000.0\n4096. 5000.0\n4096. 6000.0": "#the-mean-in-half-precision",
    "roc_auc_score(y, model.predict(x).round()) is lower than in the paper": "#auc-and-thresholds-need-no-sigmoid",
    "multi-label, 300 tags: accuracy 99.5 % but the predictions are bad, all zeros": "#macro-micro-and-weighted-f1",
    "macro F1 of torchmetrics is 0.0606, of sklearn 0.1333": "#macro-micro-and-weighted-f1",
    "masked softmax gives nan in a row where all of the mask is 0": "#a-row-in-which-everything-is-masked",
    "self.layers = [nn.Linear(20, 64), nn.Linear(64, 1)]\nloss 0.7131 in each epoch": "#nothing-moves",
    "I replaced model.fc after creating the optimizer, the loss stays": "#a-new-head",
    "KTO first step: loss 0.5, why not 0.693 as in DPO?": "#kto-answers-judged-one-by-one",
    "p = torch.sigmoid(net(x)); loss = -(y * torch.log(p)).mean() is inf with amp": "#why-the-loss-takes-the-logit",
    "float16, label_smoothing=0.1 gives tensor(inf), 90000 classes": "#more-classes-than-float16-can-count",
    "ppl = 2 ** loss is 9.25, another script says 24.8 for loss 3.21": "likelihood/#perplexity",
    "ppl = math.exp(total_loss)\nOverflowError: math range error": "likelihood/#perplexity",
    "SimCLR: I set the diagonal of the similarity matrix to 0": "#simclr-leave-out-the-diagonal",
    "temperature scaling gives T = 0.62 on the validation set": "#the-best-temperature",
    "teacher logits (2, 8, 152064]\nstudent logits [2, 8, 151936]": "#a-padded-vocabulary",
    "IndexError: Target 10 is out of bounds. With torch.compile there is no error any more": "#lost-checks",
    "inter = (pred * mask).sum()\nRuntimeError: The size of tensor a (256) must match the size of tensor b (512) at "
    "non-singleton dimension 3": "#resize-masks-by-nearest",
    "topk(5): RuntimeError: selected index k out of range": "#the-k-best-classes",
    "the accuracy compares pad tokens set to -100 with the predictions": "measuring/#ignored-targets-mask-then-count",
    "InfoNCE loss is stuck at ln(256) = 5.545": "#which-loss-to-expect",
    "my loss is nan after 300 steps with mixed precision": "#half-precision",
    "mse loss 0.2500 with sigmoid output, labels 0 and 1": "#the-best-constant-prediction",
    "coral loss starts 2.7726 with 5 ranks": "#coral",
    "AUC = 0.07 on test. I use softmax(out)[:, 0] because 0 is the first": "#auc-and-thresholds-need-no-sigmoid",
    "kd nan\nkd = F.kl_div(F.log_softmax(s / T, -1), F.log_softmax(t / T, -1))": "#kldivloss-pitfalls",
    "train loss stuck at 0.325, binary, I flip 10% of the labels": "#the-loss-will-not-go-below-a-floor",
    "RuntimeError: margin_ranking_loss : All input tensors should have same dimension but got sizes: "
    "input1: torch.Size([8, 1]), input2: torch.Size([8, 1]), target: torch.Size([8]) ": "#marginrankingloss",
    "RuntimeError: blank must be in label range": "#ctcloss",
    "RuntimeError: Target values should be in [0, 99], but values in range [-100, 7] were found.": "#adaptivelog",
    "NotImplementedError: \"smooth_l1_cpu\" not implemented for 'Byte'": "#not-implemented-for-long",
    "softmax targets with CrossEntropyLoss": "#soft-targets",
    "F.cross_entropy(logits, F.softmax(t, dim=1))": "#soft-targets",
    "cross entropy with class probabilities": "#soft-targets",
    "cross entropy from probabilities": "#if-you-have-only-probabilities",
    "F.cross_entropy(logits, y.argmax(1))": "#how-torch-tells-indices-from-probabilities",
    "argmax labels CrossEntropyLoss": "#how-torch-tells-indices-from-probabilities",
    "double softmax cross entropy": "#the-loss-will-not-go-below-a-floor",
    "softmax output and one-hot labels with CrossEntropyLoss": "#the-loss-will-not-go-below-a-floor",
    "out = F.softmax(x, dim=1)\nloss = F.cross_entropy(out, y)": "#the-loss-will-not-go-below-a-floor",
    "pass probabilities to NLLLoss": "#the-loss-is-negative",
    "BCEWithLogitsLoss takes probabilities": "#bcewithlogitsloss",
    "BCELoss expects probabilities": "#why-the-loss-takes-the-logit",
    "softmax with BCELoss for two classes": "#several-labels-at-once",
    "KL divergence of two softmax outputs": "#kldivloss-pitfalls",
    "sigmoid with two outputs and BCELoss": "#why-the-loss-takes-the-logit",
    "grad norm: inf": "#the-mean-in-half-precision",
    "stuck at 2.3": "#the-loss-is-stuck-at-ln-c",
    "DPO rewards/margins 0.0 loss 0.69": "#dpo",
    "RuntimeError: \"bitwise_and_cpu\" not implemented for 'Float'": "#not-implemented-for-long",
    "nanoGPT loss 10.9 step 0": "#the-loss-is-stuck-at-ln-c",
    "The model did not return a loss from the inputs, only the following keys: last_hidden_state,pooler_output. "
    "For reference, the inputs it received are input_ids,attention_mask.": "#argument-target-must-be-tensor",
    "The BCE loss is very low, but the F1 score is terrible": "#imbalanced-classes",
    "The loss on rank 0 differs from the loss on rank 1": "#several-processes",
    "transforms.ToTensor() and labels from ImageFolder, the loss does not fall": "#the-loss-is-stuck-at-ln-c",
    "LSTM sentiment classification with padded sequences, the loss stays high": "#the-loss-is-stuck-at-ln-c",
    "8 classes, gradient clip 1.0, loss stays at 2.079": "#the-loss-is-stuck-at-ln-c",
    "fine-tuning llama for sentiment classification, loss stuck at 1.0986": "#the-loss-is-stuck-at-ln-c",
    "val loss 1.5 acc 0.9023": "#accuracy-is-fine-but-the-loss-is-high",
    "With soft labels and BCE the loss does not go to 0": "#soft-targets",
    "epoch 0 it 0 loss inf acc 0.10\nepoch 0 it 10 loss nan acc 0.18": "#weights-from-counts",
    "class weights tensor has inf because a class has no samples": "#weights-from-counts",
    "epoch 0 train loss 1.824 next-token accuracy 0.257\n"
    "epoch 1 train loss 0.990 next-token accuracy 0.258": "#shift-once",
    "epoch 6 loss 0.0436 acc 0.733 precision 0.140 recall 0.970": "#weightedrandomsampler",
    "the loss plateaus after epoch 1 with lr 0.02 and StepLR": "#the-loss-is-stuck-at-ln-c",
    "epoch 6: train loss 2.25 train acc 0.012 | val loss 2.10 val acc 0.125\n"
    "epoch 7: train loss 2.25 train acc 0.016 | val loss 2.11 val acc 0.119": "debug/#by-symptom",
    "2018-07-28 20:06:05,497 Epoch 6, Average loss: 0.0000\n"
    "2018-07-28 20:06:07,193 Epoch 7, Average loss: 0.0000": "#the-loss-is-exactly-zero",
    "softmax and CrossEntropyLoss": "#the-loss-will-not-go-below-a-floor",
    "no softmax before cross entropy": "#the-loss-will-not-go-below-a-floor",
    "do I need softmax with cross entropy loss": "#the-loss-will-not-go-below-a-floor",
    "does nn.CrossEntropyLoss apply softmax?": "#the-loss-will-not-go-below-a-floor",
    "double softmax": "#the-loss-will-not-go-below-a-floor",
    "loss = criterion(F.softmax(out, dim=1), y)": "#the-loss-will-not-go-below-a-floor",
    "nn.Sigmoid then BCEWithLogitsLoss": "#bcewithlogitsloss",
    "double sigmoid": "#bcewithlogitsloss",
    "sigmoid + BCEWithLogitsLoss 0.693": "#bcewithlogitsloss",
    "F.binary_cross_entropy_with_logits(torch.sigmoid(z), y)": "#bcewithlogitsloss",
    "BCELoss vs BCEWithLogitsLoss": "#why-the-loss-takes-the-logit",
    "sigmoid with CrossEntropyLoss": "#the-loss-will-not-go-below-a-floor",
    "softmax with NLLLoss": "#the-loss-is-negative",
    "CrossEntropyLoss vs NLLLoss": "#nllloss",
    "nn.LogSoftmax(dim=1) + nn.CrossEntropyLoss": "#nllloss",
    "softmax with BCELoss": "#several-labels-at-once",
    "KLDivLoss with softmax input": "#kldivloss-pitfalls",
    "argmax before CrossEntropyLoss": "#does-not-require-grad",
    "relu before CrossEntropyLoss": "#the-loss-is-stuck-at-ln-c",
    "CrossEntropyLoss expects logits or probabilities": "#crossentropyloss",
    "one-hot labels with CrossEntropyLoss": "#how-torch-tells-indices-from-probabilities",
    "the NLL loss starts at zero and gets more and more negative": "#the-loss-is-negative",
    "validation loss keeps decreasing while validation WER increases": "#the-loss-falls-but-accuracy-does-not",
    "pairwise_dist drops to 0 and the loss stays near the margin": "#tripletmarginloss",
    "------------------------ =>       , gt: VOLVO\nLoss: 0.0066": "#ctcloss-only-blanks",
    "the training loss is very low and the validation accuracy is bad": "#accuracy-is-fine-but-the-loss-is-high",
    "Loss is large because I use reduction sum, accuracy is great": "#the-loss-differs-between-batch-sizes",
    "DPO trainer: after 100 steps loss 0.0": "#dpo",
    "loss does not fall, accuracy constant": "#the-loss-is-stuck-at-ln-c",
    "accuracy improves while the loss stays constant": "#the-loss-is-stuck-at-ln-c",
    "train loss falls, test loss rises": "#accuracy-is-fine-but-the-loss-is-high",
    "loss: -0.8300 - dice_coef_loss: -0.8300": "#soft-dice-from-logits",
    "tversky loss -0.5": "#soft-dice-from-logits",
    "LSTM binary classification loss: 0.0000e+00 acc: 0.5012": "#the-loss-is-exactly-zero",
    "CrossEntropyLoss -2.3": "#the-loss-is-negative",
    "valid_ppl inf": "#the-loss-is-infinite",
    "bce with logits loss 100": "#the-loss-differs-between-batch-sizes",
    "Step [100/469], Loss: 1.4833\nStep [200/469], Loss: 1.4612\nStep [300/469], Loss: 1.4612\n"
    "Step [400/469], Loss: 1.4612\nAccuracy: 98.7 %": "#the-loss-will-not-go-below-a-floor",
    "epoch | train loss | val loss | val acc\n1 | 0.66 | 0.67 | 0.6134\n2 | 0.64 | 0.66 | 0.6134\n"
    "3 | 0.61 | 0.65 | 0.6134\n4 | 0.58 | 0.64 | 0.6134": "#the-loss-falls-but-accuracy-does-not",
    "logits = torch.tensor([[2., 0., 1.]])\ntarget = torch.tensor([-1])\n"
    "F.cross_entropy(logits, target, ignore_index=-1)\ntensor(nan)": "#the-loss-is-nan",
    "with F.softmax instead of F.log_softmax the KD loss is negative": "#the-loss-is-negative",
    "the loss does not change, and is approximate of the margin": "#tripletmarginloss",
    "MarginRankingLoss: the loss stays at the margin": "#marginrankingloss-pitfalls",
    "expected loss 0 for a perfect one-hot prediction, got 0.5514": "#the-loss-will-not-go-below-a-floor",
    "BCEWithLogitsLoss is 50": "#accuracy-is-fine-but-the-loss-is-high",
    "training a normalizing flow, the nll goes from 1 to -4.5": "#gaussiannllloss",
    "CLIP, batch size 128: the loss is constantly at 4.8xxx": "#which-loss-to-expect",
    "MaskedLM, only masked tokens in the labels: the loss is 1.6 during training": "#perplexity-and-bits-per-byte",
    "the KD output is **negative** with F.softmax": "#the-loss-is-negative",
    "epoch 043 | loss 2837.172 | ppl inf | valid loss 2322.051 | ppl inf": "#the-loss-is-infinite",
    "vocab 50257 loss 2.30": "#perplexity-and-bits-per-byte",
    "why do they not add up to 1?\n[[0.0123, 0.0045], [0.2210, 0.3178]]": "#several-labels-per-row",
    "loss = nn.NLLLoss()\na = torch.tensor([[0.9, 0.1], "
    "[0.4, 0.6]])\ntarget = torch.tensor([0, 1])\nprint(loss(a, "
    "target))\nIt is tensor(-0.7500)": "#the-loss-is-negative",
    "The loss is tensor([2.1e-06, inf])\ntargets = torch.LongTensor([[1, "
    "2, 1], [2, 2, 2]])\ninput_lengths = torch.LongTensor([4, "
    "4])\nloss = torch.nn.CTCLoss(blank=0, reduction='none')": "#ctcloss-pitfalls",
    "out torch.Size([8, 90, 40]), input_lengths tensor([60, "
    "50]), label_lengths tensor([71, 30], dtype=torch.int32)\n"
    "loss: -inf": "#ctcloss-pitfalls",
    "New GA fix: the training loss is multiple times higher (4x to 8x)": "#gradient-accumulation",
    "left the smoothing loss, right nn.CrossEntropyLoss\n"
    "Epoch:3 || Loss: 0.595441 || ACC: 99.219": "#the-loss-will-not-go-below-a-floor",
    "The validation loss is stuck. The minimum possible "
    "loss for each example is 0.74": "#the-loss-will-not-go-below-a-floor",
    "image_features: tensor([[ 0.0098,  0.0047,  ..., "
    " 0.0056],\n        [ 0.0098,  0.0047,  ...,  0.0056],\n"
    "        ...,\n        [ 0.0098,  0.0047,  ...,  0.0056]])": "#which-loss-to-expect",
    "InvalidArgumentError: logits and labels must have "
    "the same first dimension, got logits shape [250,10] "
    "and labels shape [2500]": "#batch-sizes-that-do-not-match",
    "It does not go to zero training loss, although I expect it to go to zero": "#the-loss-will-not-go-below-a-floor",
    "I get negative loss and 0 perplexity. My guess is the `nn.NLLoss` in line 104": "#the-loss-is-negative",
    "with precision=16 the progress bar shows a loss of ~15 000, the true loss is 0.23": "#autocast",
    "val_loss is 3.49 with dropout 0.1, 3.09 with dropout 0, in eval() mode": "#modeleval-and-no_grad",
    "epoch 0 loss 0.7621 val acc 0.265\nepoch 1 loss 0.6941 val acc 0.265\nepoch 2 loss 0.6237 val acc 0.265\n"
    "epoch 3 loss 0.5752 val acc 0.265": "#the-loss-falls-but-accuracy-does-not",
    "step 1 loss nan kd nan ce 2.31, distillation": "#knowledge-distillation",
    "step   0 loss 51.056 ppl 1000000000.0 acc 0.005": "#train-on-one-batch",
    "weight tensor should be defined either for all 8 classes or no classes but got weight tensor of "
    "shape: [7]": "#weights-for-another-number-of-classes",
    "segmentation does not learn: CrossEntropyLoss()(out.reshape(-1, C), mask.reshape(-1))": "#why-not-view",
    "my focal loss is stuck at 0.1734, accuracy 0.6, binary": "#index-tensor-must-have-the-same-dimensions",
    "tensor(1) tensor(10) torch.Size([64, 10])": "#class-index-out-of-bounds",
    "tensor(2048) tensor(False)": "#the-loss-is-nan",
    "tensor([0.0302, 0.0280, 0.0403],\n       grad_fn=<StdBackward0>)": "#train-on-one-batch",
    "epoch 0: train loss 1.152 acc 0.932 | val loss 3.412 acc 0.135\n"
    "epoch 1: train loss 0.271 acc 0.967 | val loss 5.121 acc 0.135": "#accuracy-is-fine-but-the-loss-is-high",
    "epoch 4 loss 0.0331 acc 0.918 recall 0.000": "#imbalanced-classes",
    "the generated text of my language model is garbage": "#shift-once",
    "Target size (torch.Size([1])) must be the same as input size (torch.Size([]))": "#target-size-must-be-the-same",
    "loss goes up and down": "#by-symptom",
    "WARNING: received an inf loss\nEpoch: [2]  Loss 0.0000 (10.3948)": "#the-loss-is-infinite",
    "zero loss for a batch\ntarget:\n 0  0  1\n 1  0  "
    "0\n[torch.LongTensor of size 2x3]\noutput:\n 1.5470 "
    " 1.2482 -1.0002\n 1.1135  0.9233 -0.7197\n[torch.FloatTensor "
    "of size 2x3]": "#multilabelmarginloss-pitfalls",
    "FloatingPointError: Loss became infinite or NaN at "
    "iteration=5!\nloss_dict = {'loss_cls': tensor(nan), "
    "'loss_box_reg': tensor(0.2576)}": "#the-loss-is-nan",
    "Output: tensor(nan)\nOutput: tensor(6.9713)\nthe prediction contains nan": "#the-loss-is-nan",
    "tensor(1.0986)\ntensor(1.0986)": "#the-loss-is-stuck-at-ln-c",
    "{'loss': -0.0198, 'reward': 1.63, 'reward_std': 0.44, 'kl': 0.065}": "#grpo-the-loss-starts-at-0",
    "{'loss': 3.9537, 'rewards/chosen': 6.39, 'rewards/rejected': 6.25, 'rewards/accuracies': 0.5}": "#dpo",
    "the triplet loss (using hardest negative sample) simply converges to the margin": "#tripletmarginloss",
    'the loss(X, y, "CE") always returns 0.0 but works for MSE, with 1 output': "#the-loss-is-exactly-zero",
    "with F.softmax as the input of F.kl_div, the output is negative": "#the-loss-is-negative",
    "x = F.sigmoid(self.linear2(x))\nloss = nn.CrossEntropyLoss()(output, y)\nlabels 0, 1 and 2, the lowest loss is "
    "0.9ish": "#the-loss-will-not-go-below-a-floor",
    "the loss is stuck around 1.2 and never goes below 0.90 (5 classes)": "#the-loss-will-not-go-below-a-floor",
    "initial loss is about 31.4, it drops to 3.1 after 900 steps, the model is re-initialized": "#train-on-one-batch",
    "the computed loss is 10... and the perplexity is 32000": "#the-loss-is-stuck-at-ln-c",
    "| GPU | per device bs | gradient acc | Initial loss |\n| 4   | 16            | 2            | 6.4          |\n"
    "| 4   | 1             | 32           | 138          |\nThe loss grows with the accumulation steps, it "
    "differs.": "#gradient-accumulation",
    "tokenization mismatch: 100 vs. 101. (ignored)\n{'loss': 0.0, 'grad_norm': 0.0, 'epoch': "
    "0.0}": "#the-loss-is-exactly-zero",
    "train CrossEntropyLoss() always near 0 (5.82e-11), INFO: Validation cross entropy: 1.2740095853805542. "
    "n_classes=8 "
    "8 classes": "#the-loss-will-not-go-below-a-floor",
    "no difference in the loss when I add pos_weight: "
    "BCEWithLogitsLoss(pos_weight=torch.tensor(np.ones(670)*10.0))": "#class-weights-change",
    "RNN language model, in epoch 2 the train loss is 0 and the valid loss is also 0": "#shift-once",
    "preds.view(-1, preds.size(-1)).shape\ntorch.Size([5100, 64000])\ngold.shape\ntorch.Size([5100])\n"
    "loss = F.cross_entropy(preds.view(-1, preds.size(-1)), gold)\nloss\ntensor(11.0623, "
    "grad_fn=<NllLossBackward0>)": "#the-loss-is-stuck-at-ln-c",
    "loss: 1.48 - accuracy: 0.0998 - val_loss: 1.19 - val_accuracy: 0.1003\nloss: 1.07 - accuracy: 0.1010 - "
    "val_loss: 0.89 - "
    "val_accuracy: 0.0832\nloss: 0.61 - accuracy: 0.1019 - val_loss: 0.77 - val_accuracy: "
    "0.0851": "#the-loss-falls-but-accuracy-does-not",
    "Gradiente: tensor([-969.75, 0.0, nan, nan])\nLoss: tensor([2478.5229], "
    "grad_fn=<NegBackward0>)": "#the-loss-is-finite-but",
    "IndexError: Target -1 is out of bounds.": "#class-index-out-of-bounds",
    "label_smoothing must be between 0.0 and 1.0. Got: -0.1": "#label_smoothing-out-of-range",
    "RuntimeError: \"nll_loss2d_forward_out_frame\" not implemented for 'Half'": "half",
    'Unexpected key(s) in state_dict: "criterion.weight".': "#unexpected-key-lossweight",
    "Dimension out of range (expected to be in range of [-2, 1], but got 2)": "#dimension-out-of-range",
    "Expected 1 or more dimensions (got 0)": "#expected-one-or-more-dimensions",
    "all elements of input should be between 0 and 1": "#input-is-not-a-probability",
    "Target size (torch.Size([16])) must be the same as input size (torch.Size([16, 1]))": "#target-size-must-be",
    "The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 1": "#pos_weight",
    "RuntimeError: The size of tensor a (133) must match the size of tensor b (10)\nI use MSELoss": "#pos_weight",
    "TypeError: __init__() got an unexpected keyword argument 'label_smoothing'": "#unexpected-keyword-argument",
    "NLLLoss.__init__() got an unexpected keyword argument 'label_smoothing'": "#label-smoothing",
    "RuntimeError: probability tensor contains either `inf`, `nan` or element < 0": "#the-loss-is-nan",
    "layers.py:234: RuntimeWarning: overflow encountered in exp\n  e = np.exp(x)\n"
    "layers.py:235: RuntimeWarning: invalid value encountered in true_divide\n  return e / e.sum()": "#subtract-the",
    "    logits = logits.float()\ntorch.OutOfMemoryError: CUDA out of memory. Tried to allocate 15 GiB.": "#what-is",
    "Indexing.cu:1146: block: [202,0,0] Assertion `srcIndex < srcSelectDimSize` failed.\n"
    "RuntimeError: CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`": "#messages-of-a-gpu",
    "Assertion `t >= 0 && t < n_classes` failed.": "#messages-of-a-gpu",
    "Assertion `cur_target >= 0 && cur_target < n_classes' failed.  at ../aten/src/THNN/generic": "#class-index-out",
    "'InceptionOutputs' object has no attribute 'log_softmax'": "#no-attribute-log_softmax",
    "expected scalar type Long but found Float": "#wrong-type-of-class-indices",
    "expected scalar type Half but found Float": "#weights-of-another-type",
    "expected scalar type Float but found Double": "#weights-of-another-type",
    "1D target tensor expected, multi-target not supported": "#0d-or-1d-target-tensor-expected",
    "multi-target not supported at /pytorch/aten/src/THCUNN/generic/ClassNLLCriterion.cu:15": "#0d-or-1d-target",
    "Expected object of type torch.LongTensor but found type torch.IntTensor for argument #2 'target'": "#wrong-type",
    "Function 'LogSoftmaxBackward0' returned nan values in its 0th output.": "#the-loss-is-finite-but",
    "cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not tuple": "#argument-target-must-be-tensor",
    "CUDA error: device-side assert triggered": "#messages-of-a-gpu",
    "loss is 0.5514 instead of 0": "#the-loss-will-not-go-below-a-floor",
    "stuck at 1.0986": "#the-loss-is-stuck-at-ln-c",
    "loss: -0.6652": "#the-loss-is-negative",
    "-inf": "#the-loss-is-infinite",
    "tensor([0.6931])": "#the-loss-is-stuck-at-ln-c",
    "0,693": "#the-loss-is-stuck-at-ln-c",
    "loss=tensor(2.3031, device='cuda:0', grad_fn=<NllLossBackward0>)": "#the-loss-is-stuck-at-ln-c",
    "Epoch 1 loss 2.3041\nEpoch 2 loss 2.3029\nEpoch 3 loss 2.3027": "#the-loss-is-stuck-at-ln-c",
    "[1/10] train loss: 0.5514 val loss: 0.5514": "#the-loss-will-not-go-below-a-floor",
    "perplexity is 50257": "#the-loss-is-stuck-at-ln-c",
    "loss 147.3654 with batch size 64": "#the-loss-differs-between-batch-sizes",
    "{'loss': 0.6934, 'grad_norm': 1.2, 'learning_rate': 5e-05, 'epoch': 0.1}": "#the-loss-is-stuck-at-ln-c",
    "Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.300039": "#the-loss-is-stuck-at-ln-c",
    "625/625 [=======] - 3s 5ms/step - loss: 0.6932 - accuracy: 0.4998": "#the-loss-is-stuck-at-ln-c",
    "Normalize([0.5, 0.5], [0.5, 0.5])\nloss = criterion(out, y)\n\nepoch 1 loss: 2.3026": "#the-loss-is-stuck-at-ln-c",
    "the loss decreases from 12 to less than 0.01, but the accuracy stays at 0.024": "#the-loss-falls-but-accuracy",
    "loss converges to 1.4612 and doesn't go lower": "#the-loss-will-not-go-below-a-floor",
    "my loss is 6.9 with 1000 classes": "#the-loss-is-stuck-at-ln-c",
    "1.5172882080078125 0.943359375": "#the-loss-will-not-go-below-a-floor",
    "loss: 1.5173 accuracy: 0.943": "#the-loss-will-not-go-below-a-floor",
    "-0.3183 -0.3962 -0.3457": "#the-loss-is-negative",
    "Loss.cu:92: block: [0,0,0] Assertion `input_val >= zero && input_val <= one` failed.\n"
    "RuntimeError: CUDA error: device-side assert triggered": "#input-is-not-a-probability",
    "BCECriterion.cu:57: block: [21,0,0], thread: [355,0,0] Assertion `*input >= 0. && *input <= 1.` failed.\n"
    "cudaErrorAssert: device-side assert triggered": "#input-is-not-a-probability",
    "train Loss: 2.7186\nClassNLLCriterion.cu:108: thread: [8,0,0] Assertion `t >= 0 && t < n_classes` failed.\n"
    "RuntimeError: CUDA error: device-side assert triggered": "#messages-of-a-gpu",
    "RuntimeError: Expected input_lengths to have value at most 50, but got value 64 (while checking)": "#ctcloss",
    "Received a label value of 7 which is outside the valid range of [0, 7).  Label values: 5 2 7": "#labels-out-of",
    "UserWarning: Loss went to NaN. The loss returned in `training_step` is nan or inf.": "#the-loss-is-nan",
    "{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 5e-05, 'epoch': 0.01}": "#the-loss-is-nan",
    "BCEWithLogitsLoss never goes below 0.3133": "#bcewithlogitsloss",
    "balanced classes, the loss is stuck at 0.5032": "#bcewithlogitsloss",
    "loss_sum=294.7 over 128 samples, 10 classes": "#the-loss-differs-between-batch-sizes",
    "val loss=9.2103": "#the-loss-is-stuck-at-ln-c",
    "Iteration 1200, loss = 87.3365": "#an-epsilon-inside-the-logarithm",
    "my loss is 3.40282e+38": "#masked-logits",
    "KL divergence goes to -0.2": "#the-loss-is-negative",
    "bce stays at 0.056, 1% of the labels are positive": "#the-loss-is-stuck-at-ln-c",
    "bce 0.3251, 10 of 100 rows are positive": "#the-loss-is-stuck-at-ln-c",
    "BCELoss per batch: 37.5, 50.0, 62.5 (batch size 8)": "#a-gradient-is-none-or-zero",
    "bce loss 33.3333": "#a-gradient-is-none-or-zero",
    "eval ppl 1.02 but generations are garbage": "#shift-once",
    "val loss goes up while val accuracy goes up": "#validation-loss-rises",
    "val loss 0.41 -> 0.78 while val acc 0.86 -> 0.89": "#accuracy-is-fine-but-the-loss-is-high",
    "epoch 1 val_loss 0.41 val_acc 0.86\nepoch 2 val_loss 0.52 val_acc 0.88": "#accuracy-is-fine-but-the-loss-is-high",
    "logistic regression, loss 0.6931": "#the-loss-is-stuck-at-ln-c",
    "lr 0.01, momentum 0.9, epoch 3: loss is 2.3026": "#the-loss-is-stuck-at-ln-c",
    "nll_loss() got an unexpected keyword argument 'label_smoothing'": "#label-smoothing",
    "Expected parameter logits (Tensor of shape (1, 9)) of distribution Categorical(logits: torch.Size([1, 9])) "
    "to satisfy the constraint IndependentConstraint(Real(), 1), but found invalid values:\n"
    "tensor([[nan, nan, nan,  ..., nan, nan, nan]], device='cuda:0')": "#the-loss-is-nan",
    "ScatterGatherKernel.cu:144: operator(): block: [0,0,0], thread: [0,0,0] Assertion "
    '`idx_dim >= 0 && idx_dim < index_size && "index out of bounds"` failed.': "#class-index-out-of-bounds",
    "cross_entropy() got an unexpected keyword argument 'labels'": "#unexpected-keyword-argument",
    "\"log_softmax_lastdim_kernel_impl\" not implemented for 'Int'": "#not-implemented-for-long",
    "loss 1e-8": "#the-loss-is-exactly-zero",
    "loss is exactly 0.0 from the first step, cross entropy, one output unit": "#the-loss-is-exactly-zero",
    "epoch 001: loss=14.058, nll_loss=14.063, ppl=17118.73, wps=3, lr=2.24975e-07": "#nats-and-bits",
    "why is my val loss lower than train loss? 0.31 vs 0.47": "#modeleval-and-no_grad",
    "loss goes up to 4.6 from 0.3 when I switched reduction from mean to sum": "#the-loss-differs-between-batch-sizes",
    "train_loss=0.0213 val_loss=1.8734 val_acc=0.81": "#accuracy-is-fine-but-the-loss-is-high",
    "{'loss': 0.6931, 'learning_rate': 5e-07, 'rewards/chosen': 0.0, 'rewards/margins': 0.0}": "#dpo",
    "CTC loss inf": "#ctcloss-pitfalls",
    "logits.max() = 65504.0": "#half-precision",
    "loss: tensor([0.6931, 0.6931])": "#the-loss-is-stuck-at-ln-c",
    "why is loss 4.17 with vocab 65": "#the-loss-is-stuck-at-ln-c",
    "gradient is zero for class 3": "#a-gradient-is-none-or-zero",
    "loss 147.36 with reduction='sum', batch 64": "#the-loss-differs-between-batch-sizes",
    "the loss does not change when I change the weights": "#class-weights-change-nothing",
    "GaussianNLLLoss goes to -4.1": "#gaussiannllloss",
    "Epoch 3/10 - loss: 0.2134 - accuracy: 0.91 - val_loss: 1.2345 - val_accuracy: 0.65": "#accuracy-is-fine",
    "training loss 0.4 validation loss 0.3": "#modeleval-and-no_grad",
    "losses = [2.31, 2.30, 2.29]": "#the-loss-is-stuck-at-ln-c",
    "mask rcnn loss_classifier: 4.3944": "#the-loss-is-stuck-at-ln-c",
    "bits per byte 8.000": "#the-loss-is-stuck-at-ln-c",
    "contrastive loss stuck at log N": "contrastive/#which-loss-to-expect",
    "my loss does not decrease": "#the-loss-is-stuck-at-ln-c",
    "the model always predicts the same class": "#the-loss-is-stuck-at-ln-c",
    "cifar loss goes 2.30 -> 1.4612 and stays there": "#the-loss-will-not-go-below-a-floor",
    "started at 2.3, now 1.46 for 20 epochs, cifar10": "#the-loss-will-not-go-below-a-floor",
    "amp: loss fine for 118 its, then inf, then nan": "#the-loss-is-infinite",
    "overflow! skipping step. Attempted loss scale: 32768, reducing to 16384": "#unscale-then-clip",
    "lm loss: 1.082578E+01 | loss scale: 65536.0 | grad norm: 2.3 |": "#the-loss-is-stuck-at-ln-c",
    "[1,  2000] loss: 2.303\n[1,  4000] loss: 2.303": "#the-loss-is-stuck-at-ln-c",
    "Test Error: \n Accuracy: 10.0%, Avg loss: 2.302585": "#the-loss-is-stuck-at-ln-c",
    "char model, bpc = 8.0 at init": "#the-loss-is-stuck-at-ln-c",
    "fraud is 0.2% of transactions, logloss stays at 0.0144": "#the-loss-is-stuck-at-ln-c",
    "class balance 90/10, loss flat at 0.325": "#the-loss-is-stuck-at-ln-c",
    "ratio 1:9 positives, loss stuck 0.3251": "#the-loss-is-stuck-at-ln-c",
    "bce 43.75 with batch size 16": "#a-gradient-is-none-or-zero",
    "focal loss (gamma=2) starts at 0.1733": "#focal-loss",
    "focal loss 0.0433 alpha .25 gamma 2": "#focal-loss",
    "SimCLR NT-Xent stuck at 6.2364, batch size 256": "#which-loss-to-expect",
    "InfoNCE flat at 5.545 with 256 pairs per gpu": "#which-loss-to-expect",
    "gradient clipping on, 256 images, loss 5.545": "#the-loss-is-stuck-at-ln-c",
    "discriminator loss 1.386, generator loss 0.693": "#the-loss-is-stuck-at-ln-c",
    "eval_loss = 1.2, perplexity = 3.3201": "#perplexity",
    "loss: 10.9, ppl: 54176": "#perplexity",
    "***** eval metrics *****\n  eval_loss = 10.825\n  perplexity = 50267.0": "#the-loss-is-stuck-at-ln-c",
    "mask.max() = 255": "#class-index-out-of-bounds",
    "train loss 4.1744, ppl 65.0": "#the-loss-is-stuck-at-ln-c",
    "loss (sum) 4415.9, batch 1024": "#the-loss-differs-between-batch-sizes",
    "negative loss with BCEWithLogitsLoss -3.2": "#the-loss-is-negative",
    "33% positives bce 0.6365": "#the-loss-is-stuck-at-ln-c",
    "9000 negatives, 1000 positives. loss: 0.325": "#the-loss-is-stuck-at-ln-c",
    "the losses are tensor([0.6931, 0.6931], grad_fn=<NllLossBackward0>)": "#the-loss-is-stuck-at-ln-c",
    "acc: 0.02; ppl: 36000.21; xent: 10.49; lr: 0.00001": "#perplexity",
    "0.5032": "#bcewithlogitsloss",
    "sum of losses 295.0 for batch of 128 (10 classes)": "#the-loss-differs-between-batch-sizes",
    "nan after 300 steps with fp16, was at 1.9 before": "#half-precision",
    "IndexError: index 10 is out of bounds for dimension 1 with size 10": "#class-index-out-of-bounds",
    "index -100 is out of bounds for dimension 1 with size 10": "#log-probability-of-given-tokens",
    "AttributeError: 'list' object has no attribute 'size'": "#no-attribute-log_softmax",
    "AttributeError: 'float' object has no attribute 'size'": "#gaussian_nll_loss-float-object",
    "loss: 7.6246 - acc: 0.5000": "#an-epsilon-inside-the-logarithm",
    "89595/89595 [====] - 8s - loss: 5.7257 - acc: 0.6448": "#an-epsilon-inside-the-logarithm",
    "BCELoss: train loss 37.1429 acc 62.8571": "#a-gradient-is-none-or-zero",
    "[6/25][100/3183] ctc Loss: inf": "#ctcloss-pitfalls",
    "loss=14.351, ppl=20899.56, wps=49604, loss_scale=0.062": "#nats-and-bits",
    "FloatingPointError: Minimum loss scale reached (0.0001). Your loss is probably exploding.": "#unscale-then-clip",
    "loss: 2.3558 - acc: 0.4051 - val_loss: 1.0986 - val_acc: 0.3684": "#the-loss-is-stuck-at-ln-c",
    "        precision    recall  f1-score   support\n\n   0       0.95      1.00      0.97       950\n"
    "   1       0.00      0.00      0.00        50": "#imbalanced-classes",
    "softmax() received an invalid combination of arguments - got (Linear, dim=int), but expected one of:\n"
    " * (Tensor input, int dim, torch.dtype dtype)": "#no-attribute-log_softmax",
    "train loss decreasing 2.30 1.90 1.40 but val loss 2.31 2.35 2.60": "#accuracy-is-fine-but-the-loss-is-high",
    "epoch,train_loss,val_loss,val_acc\n1,2.3026,2.3026,0.1\n2,2.3026,2.3027,0.1": "#the-loss-is-stuck-at-ln-c",
    "Epoch 1/10 [16/938] loss 0 acc 0.09": "#the-loss-is-exactly-zero",
    "[2/50][0/1583]\tLoss_D: 0.0000\tLoss_G: 27.6310\tD(x): 1.0000": "#a-gradient-is-none-or-zero",
    "Test set: Average loss: -0.0588, Accuracy: 9449/10000 (94%)": "#the-loss-is-negative",
    "{'loss': 7.1384, 'grad_norm': nan, 'lr': 2.77e-05}\n{'loss': 7.15, 'grad_norm': nan}": "#the-loss-is-finite",
    "'loss': 0.0, 'grad_norm': tensor(nan, device='cuda:0', dtype=torch.float64)": "#the-loss-is-nan",
    "binary classification, the loss jumps from ~.09 to ~.69 and then stays at ~.69": "#the-loss-is-stuck-at-ln-c",
    "loss starts at 2.3 and drops to 1.4612": "#the-loss-will-not-go-below-a-floor",
    "loss is stuck at 1.4612, it should be 0.1 or lower": "#the-loss-will-not-go-below-a-floor",
    "val loss rises from 0.41 to 1.37 but val accuracy stays 92%": "#accuracy-is-fine-but-the-loss-is-high",
    "validation loss keeps increasing even though the accuracy levels out": "#accuracy-is-fine-but-the-loss-is-high",
    "When I train GPT-2 from scratch the loss starts from around 10": "#the-loss-is-stuck-at-ln-c",
    "the initial loss of my 6400 vocab model is 8.9": "#the-loss-is-stuck-at-ln-c",
    "stuck at 5.5597 from epoch 0 to 30, contrastive encoder, batch_size 25": "#which-loss-to-expect",
    "    return math.exp(-mean(items))\nOverflowError: math range error": "#the-range-of-exp",
    "    cos_loss = F.cosine_embedding_loss(output, gt_norm, cos_target)\n"
    "RuntimeError: 0D or 1D target tensor expected, multi-target not supported": "#cosineembeddingloss",
    "logits = torch.tensor([[2.0, 1.0, 0.1]])\ntarget = torch.tensor([0])\nF.nll_loss(logits, target)\n"
    "tensor(-2.)": "#the-loss-is-negative",
    "out = tensor([[-1.1, 0.3], [0.5, 0.9]])\ny = [0, 1]\nloss = tensor(nan, grad_fn=<X>)": "#the-loss-is-nan",
    "loss(output.log(), target)\ntensor(-0.0648)": "#the-loss-is-negative",
    "nan grad norm at step 1, loss 1.7": "#the-loss-is-finite",
    "first loss is 4.3 with 65 tokens vocab": "#the-loss-is-stuck-at-ln-c",
    "loss: -1086.891846\nloss: -2474.710449\nValidation Dice Coeff: 1.97": "#the-loss-is-negative",
    "ValueError: math domain error": "#the-loss-is-infinite",
    "train loss: 0.2, val loss: 0.6931, binary": "#accuracy-is-fine-but-the-loss-is-high",
    "grad norm 1.2 -> 5.4 -> nan, loss 3.4": "#the-loss-is-finite",
    "gradient clip 5, batch 32, loss is flat at 2.08": "#the-loss-is-stuck-at-ln-c",
    "RuntimeError: index -1 is out of bounds for dimension 0 with size 2": "#class-index-out-of-bounds",
    "FloatClassNLLCriterion_updateOutput received an invalid combination of arguments - got (int, torch.FloatTensor, "
    "torch.DoubleTensor), but expected (int state, torch.FloatTensor input, torch.LongTensor target)": "#wrong-type",
    "UndefinedMetricWarning: Recall is ill-defined and being set to 0.0 in labels with no true samples": "#macro-micro",
    "step 7: loss = 0.0577\nstep 8: loss = 54059178029467303936.0\nstep 9: loss = 4.3e+20": "#the-loss-is-nan",
    "the loss grew from 1.2 to 16 000": "#the-loss-is-nan",
    "valid loss increased from 1.8 at epoch 14 to 10.1 at epoch 15": "#the-loss-is-nan",
    "loss 2.1e+34 after 40 steps": "#the-loss-is-nan",
    "{'loss': 1.0986}\n{'loss': 1.0721}\n{'loss': 0.8813}\n{'loss': 0.6903}": "#the-loss-is-stuck-at-ln-c",
    "step 5 loss: 0.694\nstep 6 loss: 0.706\nstep 7 loss: 0.671\nstep 8 loss: 0.714\nstep 9 loss: 0.711": "#the-loss-",
    "triplet loss stays at exactly 0.5, margin=0.5": "#tripletmarginloss-pitfalls",
    "Summary | Epoch 3 | Loss=0.1673 | Grad=inf": "#the-mean-in-half-precision",
    "focal loss 87.3365 at the start": "#an-epsilon-inside-the-logarithm",
    "loss: 4.8201e-04 - acc: 1.0000 - val_loss: 0.1295 - val_acc: 0.9600": "#accuracy-is-fine-but-the-loss-is-high",
    "validation loss is decreasing, then keeps increasing; validation accuracy always around 0.80": "#accuracy-is-fine",
    "accuracy stays at 50% while the loss rises to 3.1": "#accuracy-is-fine-but-the-loss-is-high",
    "{'loss': 0.0, 'rewards/chosen': 3.9, 'rewards/rejected': -11.4, 'rewards/margins': 15.3}": "#dpo",
    "logits and labels must have the same first dimension, got logits shape [32,9] and labels shape [960]": "#batch",
    "ValueError: `logits` and `labels` must have the same shape, received ((None, 1) vs (None, 9)).": "#target-size",
    "my loss halves when I use 2 GPUs": "#several-processes",
    "loss is 0.3251 and accuracy is 0.9": "#the-loss-is-stuck-at-ln-c",
    "the KD loss with T=4 is 16 times smaller": "#distillation-multiplies-by-t2",
    "AssertionError: nan values found in loss": "#the-loss-is-nan",
    "loss:\n1.00000e-08 *\n  3.4571\n[torch.FloatTensor of size 1]": "#the-loss-is-exactly-zero",
    "loss: -10.5406 - iou_score: 1.1558 - val_loss: 15.3342 - val_iou_score: 1.3462": "#the-loss-is-negative",
    "mIoU stays at 3.5% and the loss at 3.04, pascal voc 21 classes": "#the-loss-is-stuck-at-ln-c",
    "nan only in eval(), the train loss is 0.41": "#the-loss-is-nan",
    "hinge_embedding_loss(d, y)\nRuntimeError: The size of tensor a (64) must match the size of tensor b (9)": "#hinge",
    "loss: 1.09 val_loss: 1.1\nloss: 0.91 val_loss: 1.12\nloss: 0.72 val_loss: 1.25": "#accuracy-is-fine-but-the-loss",
    "step 1 loss 2.3\nstep 2 loss 45.2\nstep 3 loss 812.0": "#the-loss-is-nan",
    "The model did not return a loss from the inputs, only the following keys: logits.": "#shift-once",
    "F.cross_entropy(torch.zeros(1, 3), torch.tensor([2])) 1.0986": "#the-loss-is-stuck-at-ln-c",
    "6.2146": "#the-loss-is-stuck-at-ln-c",
    "pseudo_perplexity 4.3528, nll 1.4708": "#perplexity",
    "loss explodes: 2.1, 3.5, 8.8, 40.2, 911.0": "#the-loss-is-nan",
    "Loss nach 10 Epochen immer noch 2,3026 bei 10 Klassen": "#the-loss-is-stuck-at-ln-c",
    "RuntimeError: size mismatch (got input: [10], target: [256])": "#1d-target-must-have-size",
    "RuntimeError: invalid multinomial distribution (encountering probability entry < 0)": "#the-loss-is-nan",
    "F.nll_loss(out, target)\nRuntimeError: dimension specified as 0 but tensor has no dimensions": "#expected-one",
    "76930 2.6496577\n76940 2.59109\n76950 nan": "#the-loss-is-nan",
    "SimCLR loss saturates at 28 with batch size 128": "#which-loss-to-expect",
    "batch_size 128, my contrastive loss does not decrease and is still around 5": "#which-loss-to-expect",
    "step 5 loss 3.57 accuracy:0.63\nstep 6 loss: 0.6931 accuracy:0.65\nstep 7 loss: 0.6931 accuracy:0.6\n"
    "step 8 loss: 0.6931 accuracy:0.7\nstep 9 loss: 0.6931 accuracy:0.58": "#the-loss-is-stuck-at-ln-c",
    "the loss of the first epoch is about 1.9 with three classes": "#accuracy-is-fine-but-the-loss-is-high",
    "epoch 55 val_loss:1.3 accuracy: 85%\nepoch 56 val_loss:1.4 accuracy :86%": "#accuracy-is-fine",
    "Loss is decreasing but accuracy stuck on 47% after 10 epochs": "#the-loss-falls-but-accuracy-does-not",
    "training loss is decreasing but eval loss is NOT decreasing, it's almost the same": "#accuracy-is-fine",
    "negative numbers occur in the loss after a few epochs, the bce_with_logits is negative": "#the-loss-is-negative",
    "val accuracy and val cross-entropy loss both are increasing together": "#validation-loss-rises",
    "training loss does not decrease and accuracy stuck at 10%": "#the-loss-is-stuck-at-ln-c",
    "loss 4.60517 acc 0.0102\nloss 4.60512 acc 0.0098\nloss 4.60519 acc 0.0100": "#the-loss-is-stuck-at-ln-c",
    "loss: 0.9 acc: 0.71\nloss: 0.7 acc: 0.71\nloss: 0.5 acc: 0.71": "#the-loss-falls-but-accuracy-does-not",
    "loss 2.5 with 10 classes at the first step": "#the-loss-is-stuck-at-ln-c",
    ">>> ppl\n[4.2328431180493815e+43, 4.732356477497072e+43]": "#perplexity",
    "LanguageCrossEntropy: 9.2585\nLanguagePerplexity: 10493.5527": "#perplexity",
    # As they stand in threads, logs and tables.
    "The Cross-entropy of the train and dev set finally turned out to be same as "
    "Timit, i.e. **23.025851**": "#an-epsilon",
    "loss一直是5.308267593383789": "#the-loss-is-stuck-at-ln-c",
    "Val epoch 0 has acc 0.249 and loss 1.386\nTRAIN EPOCH  1:\nloss  1.386393\naccuracy  0.249471\ndtype: float64\n"
    "Val epoch 1 has acc 0.249 and loss 1.386": "#the-loss-is-stuck-at-ln-c",
    "按照examples中的脚本微调llama2，grad_norm总是nan，loss=0": "#the-loss-is-nan",
    "My training loss for a a specific data set is always higher than my validation set.": "#modeleval-and-no_grad",
    "The code is running for my data now but the generator loss is up to 10 while "
    "the d loss is 0.0004": "#a-gradient-is-",
    "global step 13800 step-time 0.18 perplexity 1.01\n  eval: bucket 0 perplexity 8992400.69": "#perplexity",
    "I have trained the hmdb51, the training loss keeps 3.93 and don't decrease.": "#the-loss-is-stuck-at-ln-c",
    "global step 408: loss = 0.1442 (0.302 sec/step)\nglobal step 409: loss = 25237.8984 (0.273 sec/step)\n"
    "global step 410: loss = 75835.2812 (0.319 sec/step)": "#the-loss-is-nan",
    "loss was about 100 in the first epoch and dropped to 70 in the 69th, but it "
    "suddenly became 800,000": "#the-loss-is-nan",
    "Throughput is 447.2 records/second. Loss is Infinity. Current learning rate is 0.046": "#the-loss-is-infinite",
    "Epoch: [3][1200/5005] Loss 6.908 (6.912) Acc@1 0.39 (0.10) Acc@5 0.78 (0.50)": "#the-loss-is-stuck-at-ln-c",
    "the loss oscillates between 0.68 and 0.70 for binary classification": "#the-loss-is-stuck-at-ln-c",
    "train 0.0004 | val 4.81": "#accuracy-is-fine-but-the-loss-is-high",
    "loss is bigger than 2000 with smoothing 0.1": "#one-hot-targets-and-label-smoothing-with-a-mask",
    "label_smoothing 0.1, the loss won't go below 1.3, imagenet 1000 classes": "#the-loss-will-not-go-below-a-floor",
    "mean loss 0.0023 but accuracy is 10%": "#the-loss-falls-but-accuracy-does-not",
    "validation accuracy is 98% but validation loss is 3.2": "#accuracy-is-fine-but-the-loss-is-high",
    "losses keep going down but my mIOU stays the same": "#the-loss-falls-but-accuracy-does-not",
    "| valid on 'valid' subset | loss 10.073 | nll_loss 9.216 | ppl 594.56 | num_updates 368": "#nats-and-bits",
    "the triplet loss become to value of margin 0.5 after several steps, the "
    "embeddings are the same": "#tripletmarginloss",
    "epoch\ttrain_loss\tvalid_loss\terror_rate\ttime\n0\t0.412\t0.322\t0.101\t01:01\n1\t0.201\t0.412\t0.105\t01:01\n"
    "2\t0.082\t0.603\t0.103\t01:01": "#accuracy-is-fine-but-the-loss-is-high",
    "ValueError: Expected more than 1 value per channel when training, got input "
    "size torch.Size([1, 512])": "#one-value-per-channel",
    "loss 2213.7 with label_smoothing=0.1": "#one-hot-targets-and-label-smoothing-with-a-mask",
    "{'loss': 0.0, 'reward': 0.25, 'reward_std': 0.3, 'completion_length': 303.75, 'kl': 0.0007}": "#grpo-the-loss",
    "train loss : -0.3924\nvalidation loss: -0.4029\n"
    "Average global foreground Dice: [0.66955129464171]": "#soft-dice-from-logits",
    "Loss.cu:106: block: [7,0,0] Assertion `target_val >= zero && target_val <= one` failed.": "#target-outside-zero",
    "Vocab loss is 0.0, is it okay?\nLoss: 0.3301, Vocab Loss: 0.0000, Token Loss: 0.2736\n"
    "Loss: 0.3190, Vocab Loss: 0.0000, Token Loss: 0.2782": "#the-loss-is-exactly-zero",
    "the loss will never become zero\nself.ce_loss = nn.CrossEntropyLoss()\npred_cls = torch.sigmoid(pred[..., 5:])\n"
    "loss_cls = (1 / nB) * self.ce_loss(pred_cls[mask], target)": "#the-loss-will-not-go-below-a-floor",
    "I expected the loss to be zero with the one-hot target as the prediction\n"
    "torch.Size([1, 103, 60, 80]) torch.Size([1, 60, 80])\ntensor(4.2836)": "#the-loss-will-not-go-below-a-floor",
    "our pretraining starts with an initial loss of about 29.7": "#tied-weights-start-with-a-large-loss",
    "recall 0.8353, train loss: 40216.8353 (7673 batches)": "#the-loss-differs-between-batch-sizes",
    "Sample 0 Loss: 3507439.0\nSample 5 Loss: 3476176.75\nSample 10 Loss: 3247599.5": "#the-loss-differs-between",
    "loss=output.loss; optimizer.step(); print(loss)\ntensor(3.2207, device='cuda:0')\n"
    "tensor(nan, device='cuda:0')\ntensor(nan, device='cuda:0')": "#the-loss-is-finite-but",
    "negative value using keras 'kld' loss without a softmax; with it, the loss is around 32": "#the-loss-is-negative",
    "why is my focal loss lower than cross entropy? CE 0.69, focal 0.17": "#focal-loss",
    "My training loss goes from 2.3 to 0.001 but test accuracy is 10%": "#accuracy-is-fine-but-the-loss-is-high",
    "acc 99.2% loss 1.47": "#the-loss-will-not-go-below-a-floor",
    "validation loss is very high\n0 Batch accuracy: 0.9 Validation accuracy: 0.92 Validation loss 58497.7\n"
    "5 Batch accuracy: 0.94 Validation accuracy: 0.956 Validation loss 61143.7": "#accuracy-is-fine",
    "logits = tf.constant([[14.4, 50.1, 3.5]])\nCategoricalCrossentropy(from_logits=True)(y_true, logits) -> 35.7\n"
    "CategoricalCrossentropy()(y_true, tf.nn.softmax(logits)) -> 16.118095": "#an-epsilon-inside-the-logarithm",
    "loss does not go below 0.9, CrossEntropyLoss, model(x) returns F.softmax(x, dim=1)": "#the-loss-will-not",
    "Why does the loss start at 0 when I train GRPO, and then increase?": "#grpo-the-loss-starts-at-0",
    "with 4-mers the loss is around 5.5 ~ ln(4^4), with 6-mers around 8.3 ~ ln(4^6)": "#the-loss-is-stuck-at-ln-c",
    "the discriminator loss does not change and keeps the value of 1.38629, real and fake": "#the-loss-is-stuck",
    "Keras, categorical crossentropy: the loss starts at 16": "#an-epsilon-inside-the-logarithm",
    "the output NLL is negative, but theoretically it should be positive": "#the-loss-is-negative",
    "a loss of 0.7437 instead of 0 for ideal vectors like [0, 0, 0, 1]": "#the-loss-will-not-go-below-a-floor",
    "perfectly aligned with the target class: 0.7437 instead of 0 for vectors like [0, 0, 0, 1]": "#the-loss-will-not",
    "loss: 0.0351 - acc: 0.9432\nloss: 0.0193 - acc: 1.0000\nloss: 0.0146 - acc: 1.0000": "#accuracy-is-fine-but",
    "loss: 0.69\nloss: 0.65\nloss: 0.60\nPred-argmax: 0\nPred-argmax: 0\nPred-argmax: 0": "#the-loss-falls-but-acc",
    "simsiam loss -0.9": "#without-negatives",
    "Loss is stuck at 0, although the rewards move": "#grpo",
    "The input of the loss is between -1 to 1 and it expects data between 0 to 1": "#input-is-not-a-prob",
    "IPO loss 25.0": "#label-smoothing-and-ipo",
    "GAN: g_loss: 0.0002, d_loss: 5.31": "#the-loss-is-stuck-at-ln-c",
    "My BCELoss is 20 with reduction='sum'": "#the-loss-differs-between-batch-sizes",
    "loss 3.4e38": "#masked-logits",
    "logits torch.Size([8, 1]) target torch.Size([8]) MSELoss": "#target-size-that-is-different",
    "output torch.Size([8, 5]) target torch.Size([8, 5]) with BCEWithLogitsLoss target int64": "#result-type-float",
    "loss nearly 0 but the model never predicts class 0": "#it-ignores-the-row-not-the-class",
    "3 % positives, all predicted positive, WeightedRandomSampler and class weights": "#weightedrandomsampler",
    "BCEWithLogitsLoss: precision is 0.87, recall 0.49, predictions are out > 0.5": "#two-classes-and-their-threshold",
    "distillation: the KL loss stays at 11.5, accuracy 10 %, the teacher has 100 %": "#knowledge-distillation",
    "VAE: the KL goes to 0 and all reconstructions look the same. BCE 0.3656 KL 0.0002": "#variational-autoencoders",
    "masked logits are -inf, an entropy bonus -(p * log p).sum(), loss nan": "#entropy-the-average-surprise",
    "perplexity 9e17, val loss is 41.3 but train loss 2.2, vocabulary 500": "#perplexity",
    "Wav2vec2 with CTC does not learn\nStep | Training Loss | Validation Loss | Wer\n400 | 5.06 | 4.57 | 1.000000\n"
    "800 | 5.12 | 4.51 | 1.000000": "#ctcloss-only-blanks",
    "The dice score is very low\ntrain_loss: 0.9906\ntrain_loss: 0.9879\ntrain_loss: 0.9831": "#empty-masks",
    "the validation loss hovers at some level (0.6-0.75), but the mAP is growing": "#validation-loss-rises",
    "The cross-entropy is very very small, but I can not get high accuracy": "#the-loss-falls-but-accuracy-does-not",
    "expected target dtype to be Long or Byte, but got Float. I use mixup: lam * y + (1 - lam) * y[i]": "#mixup-and",
    "the loss goes from 0.6555 to 0.5990; all negative, the accuracy is fixed to 0.7143": "#the-loss-is-stuck-at-ln-c",
    "val acc: 5631.3%, from 100 * correct / len(test_loader)": "#the-loss-falls-but-accuracy-does-not",
    "val loss 0.50 -> 0.70 -> 1.10 while val acc 88.1 -> 89.0 -> 89.4": "#validation-loss-rises-while-accuracy-rises",
    (
        "loader has a WeightedRandomSampler\nprint(criterion.weight)\n"
        "tensor([1., 9.])\nprint(torch.bincount(yb))\ntensor([60, 68])\n"
        "now everything is class 1"
    ): "imbalance/#weightedrandomsampler",
    (
        "print('ppl', losses.exp().mean())\nprint('ppl', losses.mean().exp())\nppl tensor(61.2)\nppl tensor(40.1)"
    ): "#perplexity-over-batches",
    ">>> torch.softmax(scores, dim=1)\ntensor([[1.],\n        [1.],\n        [1.]])": "#one-logit-and-crossentropyloss",
    (
        "F.binary_cross_entropy(p, y, reduction='none')\ntensor([100.0000, 0.0000, 0.6931])\nwhy 100"
    ): "#why-the-loss-takes-the-logit",
    (
        "print(doc_ids)\nprint(scores)\nprint(F.cross_entropy(scores, torch.arange(3)))\n"
        "\ntensor([5, 8, 5])\ntensor([[9., 1., 9.],\n        [1., 9., 1.],\n"
        "        [9., 1., 9.]])\ntensor(0.4622)"
    ): "#false-negatives-two-rows-with-one-caption",
    (
        "print(mask.flatten(1).sum(1))\nprint(dice_loss_per_image)\n\n"
        "tensor([120., 0., 300.])\ntensor([0.2100, 1.0000, 0.1400])\nslices without a lesion cost 1"
    ): "#empty-masks-and-the-smoothing-term",
    (
        "p = x.softmax(dim=1)\nprint(p.sum(dim=1))\ntensor([1.0000001, 0.9999999, 1.0000000])\n"
        "assert (p.sum(dim=1) == 1).all() fails"
    ): "#softmax-and-its-two-guarantees",
    (
        "sigmoid output\ntensor([[1.0000e+00],\n        [3.1000e-12]])\n"
        "grad of the logits with MSELoss\ntensor([[0.0000e+00],\n        [1.0000e-18]])"
    ): "#squared-error-on-softmax",
    (
        "nn.MSELoss(reduction='none')(pred, y)\ntensor([[0.1, 0.4, 0.9],\n"
        "        [1.6, 0.2, 0.3],\n        [0.7, 0.5, 0.8]])\nI expect 3 numbers"
    ): "#target-size-that-is-different",
    (
        "tensor([[2.0000, 4.0000, 0.0000, 0.0000],\n        [3.0000, 0.0000, 0.0000, 0.0000]])\n"
        "mean 1.1250, but cross_entropy gives 3.0000"
    ): "weights-and-masks/#ignore_index",
    (
        "grpo on math\nprint(rewards)\nprint(adv)\ntensor([[0., 0., 0.],\n"
        "        [1., 1., 1.]])\ntensor([[0., 0., 0.],\n        [0., 0., 0.]])"
    ): "#grpo-the-loss-starts-at-0",
    (
        "ce = F.cross_entropy(logits, y)\npt = torch.exp(-ce)\nloss = (1 - pt) ** 2 * ce\n"
        "print(ce, loss)\ntensor(0.9000) tensor(0.3170)"
    ): "#focal-loss-a-weight-that-depends-on-the-loss",
    (
        "out = torch.sigmoid(net(x))\nloss = nn.BCEWithLogitsLoss()(out, y)\n"
        "print(torch.sigmoid(out)[:4])\ntensor([0.7309, 0.5002, 0.7310, 0.5001])"
    ): "#the-loss-is-stuck-at-ln-c",
    (
        "tensor([[[0.7000, 0.3000, 0.0000],\n         [1.0000, 0.0000, 0.0000],\n         [   nan,    nan,    nan]]])"
    ): "#a-row-in-which-everything-is-masked",
    "mask.unique() tensor([0., 255.])\nBCEWithLogitsLoss goes to -800": "#target-outside-zero-to-one",
    "roc auc 0.70, with the predictions (logits > 0).long() passed to it": "#auc-and-thresholds-need-no-sigmoid",
    (
        "pos_weight = tensor([0.05]), and the model predicts no positives at all, it predicts only 0"
    ): "#pos_weight-for-several-labels",
    "roc auc is 1.0, but 3 rows are misclassified, how can that be": "#auc-and-thresholds-need-no-sigmoid",
    (
        "{'loss': 0.6931, 'rewards/chosen': 0.0, 'rewards/rejected': 0.0, 'logps/chosen': 0.0, 'logps/rejected': 0.0}"
    ): "mixed-targets/#dpo",
    "my reward model does not learn, the loss is 0.6930 and stays there": "#reward-models",
    "supcon gives nan with labels = torch.tensor([0, 1, 1, 2])": "#supcon-several-positives-for-each-anchor",
    (
        "Does it make sense to use MultiLabelSoftMarginLoss after a softmax layer? The output is never negative then"
    ): "#bcewithlogitsloss",
    (
        "The network has no sigmoid, but validation takes 0.5 as the threshold for the mask"
    ): "#two-classes-and-their-threshold",
    (
        "[rank: 0] Metric val_loss improved. New best score: 1.2\n[rank: 1] Metric val_loss improved. New "
        "best score: 0.9"
    ): "compiled-and-distributed/#logging",
    (
        "I added a CRF, and the loss is negative: loss = self.crf(emissions, tags)"
    ): "#from-maximum-likelihood-to-the-mean-nll",
    (
        "background: Iou-99.1; Recall-99.1; Precision-100.0\ncar: Iou-0.0; Recall-0.0; Precision-0.0"
    ): "#the-ignore-label-255",
    (
        "label smoothing and class weight 0.02 and 0.98: the loss is lowest for the wrong class"
    ): "#weights-and-label-smoothing",
    "amp: step 1 loss 6.9 scale 32768.0 optimizer step skipped, should I worry": "#unscale-then-clip",
    (
        "In arc margin training the loss falls from 50 to 18 and stops, and the accuracy stays at 0.0"
    ): "#temperature-which-negatives-count",
    "SupConLoss gives NaN for an anchor without positives\n"
    "labels = torch.tensor([0, 1, 1, 2], dtype=float)\n"
    "tensor([    nan, 3.9528, 3.9528,     nan])": "#supcon-several-positives-for-each-anchor",
    "p = F.softmax(z, dim=0)\nprint(p.sum(dim=1))\ntensor([0.7123, 1.2045, 1.0832])": "#implicit-dimension-choice",
    (
        "mask = ids != 0\nprint(mask)\ntensor([[ True,  True, False],\n"
        "        [ True, False, False]])\nenc(x, src_key_padding_mask=mask)"
    ): "#attention-masks",
    (
        "scores.masked_fill(mask, float('-inf'))  # True = real token\nprint(mask)\ntensor([[ True,  True, False]])"
    ): "#attention-masks",
    (
        "print(m)\ntensor([[  0., 255.],\n        [255.,   0.]])\nBCEWithLogitsLoss is negative"
    ): "#target-outside-zero-to-one",
    (
        "tensor([[0.9, 0.8, 0.1],\n        [0.2, 0.7, 0.6]])\nsigmoid outputs, exactly one class per image, "
        "why don't they add up"
    ): "#one-class-out-of-several",
    (
        "F.kl_div(p, q, reduction='none')\ntensor([[-0.31, -0.44],\n        [-0.52, -0.12]])\nnegative everywhere"
    ): "#the-loss-is-negative",
    (
        "w.grad tensor([1., -2.])\nw.grad tensor([2., -4.])\nw.grad tensor([3., -6.])\nwith the same batch"
    ): "#a-loop-that-never-clears-the-gradients",
    "class weights tensor([0.90, 0.08, 0.02]), counts 900, 80, 20": "#weights-from-counts",
    "tensor([[800,   0],\n        [ 40,   0]])\nacc 95.2%": "imbalance/#imbalanced-classes",
    (
        "reduction='none': tensor([1.0000, 3.0000, 2.0000])\nmean by hand: 2.0000\n"
        "reduction='mean': 2.4000\nweight = tensor([1., 1., 4.])"
    ): "weights-and-masks/#class-weights",
    "a uniform guess over 8 classes costs 2.079, but the book says 3.0": "#nats-and-bits",
    "my running total of losses stops at 16777216.0": "#same-seed",
    (
        "self.logit_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))\n"
        "logits = self.logit_scale * a @ b.T\nthe loss is slow"
    ): "#clip-both-directions-and-a-learned-scale",
    (
        "for i in range(9): loss = mse(net(x), y); loss.backward(); opt.step()\n"
        "loss 1.20\nloss 0.80\nloss 0.30\nloss 0.10\nloss 0.40\nloss 0.90"
    ): "#a-loop-that-never-clears-the-gradients",
    "nn.Linear(64, 1), then pred = torch.max(out, 1)[1]: the accuracy never changes": "#one-logit-and-crossentropyloss",
    "grpo: the rewards are all zero in every group, it learns nothing": "#grpo-the-loss-starts-at-0",
    "with DDP, the mAP on each gpu is another": "measuring/#several-processes",
    "BCELoss of rounded predictions is 40.0 at an accuracy of 60 %": "#why-the-loss-takes-the-logit",
    "unet, bce with logits, loss: 1.1, then -40, -900, -2000, -3100": "#the-loss-is-negative",
    (
        "the test loss is too small: test_loss += criterion(pred, y).item(), then test_loss /= size"
    ): "#the-loss-differs-between-batch-sizes",
    (
        "triplet loss 0.2000\nemb tensor([[ 0.5, -0.3],\n        [ 0.5, -0.3],\n        [ 0.5, -0.3]])"
    ): "#tripletmarginloss-pitfalls",
    (
        ">>> logits.min(), logits.max()\n(tensor(-3.1), tensor(5.2))\n>>> nn.NLLLoss()(logits, y)\ntensor(-4.7000)"
    ): "#the-loss-is-negative",
    "weight=torch.tensor([5., 5., 5.]) makes no difference at all": "#class-weights-change-nothing",
    "accuracy 3200.0% from (pred == y).sum() / len(y), pred [64,1] y [64]": "#the-loss-falls-but-accuracy-does-not",
    "class_weight = 1 / counts\ntensor([0.5, inf, 0.2])": "#weights-from-counts",
    "tensor([[0.2012, 0.3008, 0.4961]], dtype=torch.bfloat16)\nthe sum is 0.998": "numerics/#half-precision",
    (
        "pred = out.argmax(0)\nRuntimeError: The size of tensor a (3) must match the size of tensor b (8) "
        "at non-singleton dimension 0"
    ): "#the-loss-falls-but-accuracy-does-not",
    (
        "torch.round(probs)\ntensor([[0., 0., 0., 0.],\n        [0., 0., 0., 0.]])\nnothing is predicted"
    ): "#the-class-is-the-same-from-all-three",
    "pos_weight = labels.mean(0)\ntensor([0.0500, 0.1000])\nthe recall is worse": "#pos_weight-for-several-labels",
    (
        "pure noise as the input gives tensor([[0.9991, 0.0009]]), why is it so sure"
    ): "#no-answer-when-the-model-is-not-sure",
    (
        "cosine_embedding_loss(a, b, y)\nRuntimeError: Expected object of scalar type Float but got scalar "
        "type Long for argument #2 'target'"
    ): "two-classes/#found-dtype-long",
    (
        "F.cross_entropy(z, y, weight=w, label_smoothing=0.1)\nRuntimeError: index -100 is out of bounds "
        "for dimension 0 with size 4"
    ): "#weights-ignore_index-and-label-smoothing",
    (
        "print(F.cross_entropy(z, y, reduction='none'))\ntensor([3.5000, 4.0000, 3.7500], dtype=torch.bfloat16)\n"
        "print(F.cross_entropy(z.float(), y, reduction='none'))\ntensor([3.4921, 4.0133, 3.7481])\n"
        "the curve moves in steps"
    ): "numerics/#half-precision",
    (
        "loss = ((pred - y) ** 2).mean()\npred tensor([[0.4],\n        [0.5],\n"
        "        [0.6]])\ny tensor([0.1, 0.5, 0.9])"
    ): "#target-size-that-is-different",
    "we use a GradScaler and clip_grad_norm_ to 1.0, and the training hardly moves": "#unscale-then-clip",
    (
        "I compute F1 on each batch and average over the batches, is that right? It differs from scikit-learn"
    ): "#what-may-be-averaged-over-batches",
    "We take the mean of the AUC of all batches, and it is not the AUC of all rows": "#what-may-be-averaged",
    "print(w.grad.norm())\nprint(F.cross_entropy(z, y))\n\ntensor(31.7)\ntensor(2.3026)\n...": "#the-loss-is-stuck",
    (
        "step 0: loss 6.4378 with 5 classes and accumulation_steps=4, should it not be ln 5?"
    ): "batches/#gradient-accumulation",
    (
        "per_row = ce(z, y)\nprint((loss * mask).mean())\ntensor(0.9000), but the valid rows have about 1.8"
    ): "#the-loss-differs-from-a-hand-calculation",
    (
        "tok.pad_token = tok.eos_token\nlabels[labels == tok.pad_token_id] = -100\nit writes on and on"
    ): "#if-the-end-token-also-pads",
    (
        "att = torch.softmax(scores + mask, dim=-1)\nmask = tensor([[1., 1., 0.], [1., 0., 0.]])\n"
        "the padding is still attended to"
    ): "numerics/#masked-logits",
    "my loss has no grad_fn and stays at 1.0986": "#does-not-require-grad",
    "reduction='mean' with weights gives 0.4, reduction='sum' 9.6 for 8 rows, 0.4 * 8 = 3.2??": "#class-weights",
    (
        "out tensor([[1.0e-04, 9.997e-01, 2.0e-04],\n        [9.996e-01, 2.0e-04, 2.0e-04],\n"
        "        [9.995e-01, 3.0e-04, 2.0e-04]])\nrow sums tensor([1., 1., 1.])\n"
        "loss stays at 0.5517, every row is right"
    ): "#the-loss-will-not-go-below-a-floor",
    (
        "three classes that exclude each other, why do the probabilities sum to 1.9\n"
        "tensor([[0.9, 0.6, 0.4],\n        [0.8, 0.7, 0.3]])"
    ): "#several-labels-per-row",
    (
        "net.to(torch.bfloat16), lr 1e-4: the weights are unchanged after an epoch, in float32 it learns"
    ): "numerics/#autocast",
    "AUC of the same validation set: batch_size=16 0.71, batch_size=256 0.88": "#what-may-be-averaged-over-batches",
    (
        "test in fp16, running total:\nit 900 total 1999.500\nit 1000 total 2048.000\nit 1100 total 2048.000"
    ): "numerics/#the-mean-in-half-precision",
    (
        "a batch of cifar, is that fine? (the first rows)\ntensor([[0.1, -0.2, 0.3], [0.2, 0.1, -0.1]])\n"
        "tensor([0, 2, 1, 1, 0])\ntorch.Size([64, 3]) torch.Size([64])\n"
        "accuracy = 5.0 (500 %)"
    ): "#the-loss-falls-but-accuracy-does-not",
}
WORDS = {
    # what the value of a loss does not tell, each with a part of the address that the words lead to
    "10 classes, loss stuck at 2.41": "#the-loss-is-stuck-at-ln-c",
    "8 classes, train loss stuck at 2.25": "#the-loss-is-stuck-at-ln-c",
    "log_probs = torch.full((10, 1, 5), 0.2).log()\n"
    "loss = torch.nn.CTCLoss()(log_probs, target, input_lengths, target_lengths)\n"
    "the loss = 2.02, and I expected 5.11": "#ctcloss",
    "an autoencoder with binary_crossentropy: why doesn't it reach zero loss?": "#the-loss-will-not-go-below-a-floor",
    "the score is 0.12 and quickly the focal loss is 0.0013": "#focal-loss",
    "nn.CrossEntropyLoss gives 2.01 and nn.BCEWithLogitsLoss 0.77, why is it different?": "#both-logits-and-a-one-hot",
    "training with mixup: the loss is 1.87": "#mixup-and-cutmix",
    "CORAL for ordinal labels: the loss is 1.87": "#cor",
    "my SigLIP loss is 8.87": "#siglip",
    "triplet network: the loss is 0.37": "#tripletmarginloss",
    "F.kl_div of student and teacher is 4e-5": "#the-mean-of-kl_div",
    "MONAI Dice loss jumps up, without the smooth term it is 0.37": "#empty-masks",
    "x1 = torch.as_tensor([[1., 1.]])\nx2 = torch.as_tensor([[0., 1.]])\ny = torch.as_tensor([1])\n"
    "x3 = torch.as_tensor([[2., 1.]])\nCrossEntropyLoss(ignore_index=0) should produce the same loss": "#ignore_index",
    "the model ends at a loss of 0.6 and accuracy 0.5, it always predicts 0.5": "#the-loss-is-stuck-at-ln-c",
    "the LLM's loss is 0.0013 after 20 steps, and its output is garbage": "#shift-once",
    "the loss is converged to 0.32, and its not getting down (from 4000 iteration to 19000), its same": "#the-loss-is",
}
NAMED = {  # short texts that only name something, each with the end of the first address
    "softmax cross entropy pytorch": "#crossentropyloss",
    "my loss is wrong": "guides/debug/",
    "contrastive losses in torch": "guides/contrastive/",
    "BCE vs CE": "understand/two-classes/#two-classes-and-many-labels",
    "softmax numerical stability": "#subtract-the-largest-logit",
    "mse vs cross entropy": "#squared-error-on-softmax",
    "label smoothing cross entropy": "#label-smoothing",
    "soft label cross entropy": "#soft-targets",
    "contrastive loss": "guides/contrastive/",
    "loss function for binary classification": "#yes-or-no",
    "predict probabilities": "guides/predictions/",
    "CrossEntropyLoss for multi label classification": "#several-labels-cross-entropy-runs-and-has-a-floor",
    "argmax not differentiable": "#does-not-require-grad",
    "do I need softmax in forward": "#the-loss-will-not-go-below-a-floor",
    "label smoothing": "#label-smoothing",
    "what is ignore_index": "weights-and-masks/#ignore_index",
    "softmax dim warning": "#implicit-dimension-choice",
    "focal loss": "imbalance/#focal-loss",
    "cross entropy with probabilities as target": "#soft-targets",
    "accuracy stuck": "#the-loss-falls-but-accuracy-does-not",
    "how does dice loss work": "#soft-dice-from-logits",
}

TOLD = {  # in a reader's words, which no case knows, each with a part of the address of its section
    "The sampler draws the same few rows of the rare class again and again in each epoch": "#weightedrandomsampler",
    "After resizing the label maps there are thin lines of a wrong class around objects": "#resize-masks-by-nearest",
    "Products share a title, so a caption is twice in a batch, and CLIP punishes the model": "#false-negatives",
    "two runs with the same seed give different losses": "#same-seed",
    "A process has no targets in its batch, and then the training on several cards hangs": "#a-process-without-targets",
}
ALIKE = {  # of which neither a value nor a message is known, each with the end of the first address
    "predictions of the network are the same for every input whatever I try": "#the-loss-is-stuck-at-ln-c",
    "which loss for a poisson regression of counts, it prints 0.5128 and negative rates": "#poissonnllloss",
}
FITTED = {  # messages whose sizes tell more than their words, each with a part of the fix
    "Boolean value of Tensor with more than one value is ambiguous\nif F.softmax(x) > 0.5:": "CrossEntropyLoss()(",
    "expected scalar type Long but found Float. loss = F.cross_entropy(x, y) + lam * reg": "labels.long()",
    "Using a target size (torch.Size([64, 1])) that is different to the input size (torch.Size([32, 1]))": "print(",
    "only batches of spatial targets supported (3D tensors) but got targets of dimension: 1": "logits.mean(dim=(2, 3))",
    "size mismatch (got input: [2, 3, 8, 8] , target: [2, 16, 16]": "F.interpolate(logits",
    "Target size (torch.Size([4, 3, 8, 8])) must be the same as input size (torch.Size([4, 1, 8, 8]))": "target[:, :1]",
    "Expected target size [2, 4, 4, 4], got [2, 1, 4, 4, 4]": "target.squeeze(1)",
    "'tuple' object has no attribute 'backward'": "outputs[0]",
    "'str' object has no attribute 'log_softmax'": "outputs.logits",
    'Error(s) in loading state_dict for Net: Unexpected key(s) in state_dict: "fc.weight".': "set(saved)",
    "MSELoss.__init__() got an unexpected keyword argument 'weight'": "F.mse_loss(input, target, weight=weight)",
    "cross_entropy_loss(): argument 'target' (position 2) must be Tensor, not NoneType": "print(target)",
    "cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not NoneType": "print(model(x))",
    "Given groups=1, weight of size [64, 3, 7, 7], expected input[1, 1, 32, 32] to have 3 channels, but got 1 channels "
    "instead": "repeat_interleave(3, dim=-3)",
    "Target size (torch.Size([32])) must be the same as input size (torch.Size([32, 5]))": "F.cross_entropy(logits, t",
    "Target size (torch.Size([8, 1, 4, 4])) must be the same as input size (torch.Size([8, 2, 4, 4]))": "squeeze(1).",
    "IndexError: Target 255 is out of bounds.": "ignore_index=255",
    "IndexError: Target -1 is out of bounds.": "ignore_index=-1",
    "Expected object of scalar type Float but got scalar type Double for argument #2 'weight'": "weight.to(logits",
    "Target size (torch.Size([8])) must be the same as input size (torch.Size([8, 1]))": "(logits.squeeze(1), target)",
    "Target size (torch.Size([8, 1])) must be the same as input size (torch.Size([8]))": "(logits, target.squeeze(1))",
    "Target size (torch.Size([8, 2])) must be the same as input size (torch.Size([8, 1]))": "target[:, 1:]",
    "Target size (torch.Size([8, 1, 9, 9])) must be the same as input size (torch.Size([8, 1, 4, 4]))": "interpolate",
    "The size of tensor a (133) must match the size of tensor b (10)\nI use MSELoss": "F.cross_entropy(logits, target)",
    "The size of tensor a (133) must match the size of tensor b (10) at non-singleton": "print(logits.shape, target",
    "'CausalLMOutputWithPast' object has no attribute 'log_softmax'": "outputs.logits",
    "cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not dict": 'outputs["logits"]',
    "binary_cross_entropy(): argument 'input' (position 1) must be Tensor, not numpy.ndarray": "torch.as_tensor",
    "'list' object has no attribute 'log_softmax'": "torch.tensor(",
    "'NoneType' object has no attribute 'backward'": "loss = F.cross_entropy(logits, target)",
    "Using a target size (torch.Size([1, 1, 9, 9])) that is different to the input size (torch.Size([1, 20, 9, 9])). "
    "This will likely lead to incorrect results due to broadcasting.\n  F.mse_loss(input, target)": "squeeze(1).lo",
    "The size of tensor a (2) must match the size of tensor b (208) at non-singleton dimension 1\nmy input is [208,2], "
    "target [208]": "F.cross_entropy(logits, target)",
    "'SequenceClassifierOutput' object has no attribute 'backward'": "outputs.loss.backward()",
    "Target size (torch.Size([4, 3])) must be the same as input size (torch.Size([4, 3, 1]))": "squeeze(-1)",
    "RuntimeError: \"max_pool2d\" not implemented for 'Long'": "x.float()",
    "x = x.view(-1, 400)\nValueError: Expected input batch_size (256) to match target batch_size (64).": "x.flatten(1)",
    "log_softmax() received an invalid combination of arguments - got (tuple, int), but expected one of:\n"
    " * (Tensor input, int dim, torch.dtype dtype)": "outputs[0]",
    "softmax() received an invalid combination of arguments - got (Tensor), but expected one of:\n"
    " * (Tensor input, int dim, torch.dtype dtype)": "log_softmax(dim=1)",
    "Expected target size (8, 128), got torch.Size([8, 127])": "logits[..., :-1]",
    "Expected target size [8, 5], got [8]": "logits[:, -1]",
    "Expected target size [2, 4, 4, 3], got [2, 4, 4, 4]": "movedim(-1, 1)",
    "F.mse_loss(a, b, mask): Boolean value of Tensor with more than one value is ambiguous": "mask.sum()",
    "Expected input batch_size (1022) to match target batch_size (1024).": "labels[:, 1:]",
    "Expected target size [8, 50257], got [8, 128]": "transpose(1, 2)",
    "Expected target size [2, 8, 64, 64], got [2, 8, 32, 32]": "F.interpolate(logits",
    "Expected input batch_size (16) to match target batch_size (96).\n6 labels per row": "binary_cross_entropy_with",
}
FOREIGN = [  # what no section explains: nothing may be said to be found for sure
    "inputs, labels = seq[:, :-1], seq[:, 1:]\nloss = F.cross_entropy(logits.transpose(1, 2), labels)",
    "With accumulation 4 and batch 8 the loss is 1.02, with batch 32 it is 1.02 too.",
    "on one GPU: loss 1.60, loss 1.41, loss 1.22, and it goes on falling",
    "I trained on 2 GPUs: loss 0.50 at epoch 4 and 0.25 at epoch 9.",
    "Overfitting is no problem for us: train 0.30, test 0.31.",
    "The nan is gone since I clip the gradients. Why does clipping help?",
    "mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]",
    "If the loss is nan, we skip the batch. This has happened 0 times.",
    "How do I install PyTorch with CUDA 12.4 on Windows?",
    "it never gets nan or inf, it is just slow",
    "The loss is never nan",
    "the loss is not inf",
    "the loss is no longer nan after I lowered the learning rate",
    "accuracy is nan",
    "df.fillna(0) removed the nan from my table",
    "MSE with nan targets, how to mask?",
    "192.168.0.1",
    "F.cross_entropy(x, y)  # x: (16,3)  y: (16,)",
    "the loss is the same for both implementations",
    "my loss does not explode",
    "probs = F.softmax(logits, dim=1)\nloss = F.cross_entropy(logits, target)",
    "pred = logits.argmax(dim=1)\nloss = F.cross_entropy(logits, target)",
    "criterion = nn.BCEWithLogitsLoss()\nloss = criterion(out, y)\nprobs = torch.sigmoid(out)",
    "F.binary_cross_entropy_with_logits(logits, torch.sigmoid(t))",
    "LogSoftmax(dim=0) with CrossEntropyLoss",
    "softmax with two outputs",
    "two sigmoid outputs",
    "softmax on second dim",
    "one hot inputs to network, CrossEntropyLoss",
    "# loss = criterion(out.softmax(dim=1), y)\nloss = criterion(out, y)",
    "loss_fn = nn.SmoothL1Loss()\nloss = loss_fn(torch.sigmoid(out), y)",
    "criterion(F.softmax(student/T, 1), F.softmax(teacher/T, 1))",
    "center loss: distance to centre falls to 0, margin m=0.35",
    "margin loss: distance is 0.3 for positives",
    "the loss needs more negative pairs",
    "InfoNCE loss with more negative samples is higher",
    "multi-task loss with learned log sigma gets more and more negative",
    "wav2vec2 CTC: eval loss falls while WER goes up",
    "val loss is down and BLEU is not worse",
    "-------------------------- => a, gt: a",
    "batch size 1: pretrained weights do not work",
    "change of the batch size needs a new loss scale?",
    "I add sigmoid in the accuracy function: torch.round(torch.sigmoid(out)), accuracy fine",
    "grad norm: nan",
    "loss: 0.2432",
    "With 2 GPUs the loss is the same",
    "support of class 3 is 0 in the report",
    "background class is 0, ToTensor() for images only",
    "the void label is 255 and I pass it as ignore_index",
    "ToTensor() scales the images; masks are read with PIL",
    "padding tokens are ignored in the loss",
    "pad the images to 512; loss fine",
    "double shift fixed, loss now 2.0",
    "the loss depends on the batch composition",
    "The initial loss is hundreds for the object detector",
    "predictions are the same as in the paper",
    "the model never predicts the background class, which is right",
    "train f1 rises, val loss rises",
    "loss 0.7",
    "final loss 1.1",
    "GAN loss does not converge",
    "focal loss 0.17",
    "val loss 0.2180, val acc 93.6%",
    "my test loss is much lower than the training loss, test set leaks",
    "Is a negative log-likelihood loss always positive?",
    "binary classification loss: 0.313 accuracy 0.87",
    "epoch 0: train loss 2.76, val loss 2.94\nepoch 1: train loss 1.88, val loss 2.02\n"
    "epoch 2: train loss 1.36, val loss 1.61",
    "binary classification\nEpoch 1/6 loss: 0.53 acc: 0.57 val_loss: 0.64 val_acc: 0.56\n"
    "Epoch 2/6 loss: 0.44 acc: 0.73 val_loss: 0.49 val_acc: 0.71\n"
    "Epoch 3/6 loss: 0.38 acc: 0.82 val_loss: 0.41 val_acc: 0.8",
    "Is my model overfitting? train acc 0.81 val acc 0.80",
    "What is overfitting?",
    "The validation loss is noisy but is it overfitting?",
    "my dataset is small, so I expect overfitting",
    "I predict house prices. The initial loss is in the thousands.",
    "The energy prediction loss starts at thousands",
    "When the batch size is doubled the accuracy drops and the loss is larger",
    "When I change the batch size to a larger value, the loss after one epoch is larger",
    "My images go from 0 to 255 and the segmentation does not learn",
    "OCR: character loss 0.05, word accuracy 60%",
    "captcha recognition: loss 0.08, accuracy 0.55",
    "train acc 0.9512 val acc 93.4210",
    "The learning rate does not go to zero",
    "The accuracy does not go to 0",
    "I apply softmax and then categorical cross entropy in Keras",
    "no gradient clipping, no gradient accumulation, loss 2.9",
    "focal loss 0.17 at epoch 20, accuracy 0.93",
    "seq2seq transformer: the decoder input is shifted right, the labels are not shifted, loss 3.2",
    "mask.max() tensor(2.6400)",
    "labels.max() = 5, MSELoss",
    "scores = nn.Linear(64, 1)(x); weights = softmax(scores, dim=0)",
    "criterion = nn.CrossEntropyLoss(); out = torch.softmax(model(x), 1); pred = out.argmax(1); "
    "loss = criterion(model(x), y)",
    "It predicts a probability for every token",
    "The model predicts a class for each pixel",
    "My network always outputs a tensor of shape (N, 5)",
    "My model gives the same loss as the paper",
    "weight decay has no effect on the loss",
    "weights are ignored by the metric",
    "gpt-4 labelled data, my CNN has loss 1.2",
    "labels already shifted in the dataset, custom GPT from scratch",
    "x = x.view(-1, num_features) in conv2d classifier",
    "images.reshape(-1, 784) for MNIST mask",
    "Does gradient accumulation with a different learning rate scale the loss?",
    "The loss gets larger after epoch 3, I train on 4 GPUs",
    "I use gradient accumulation to get a larger effective batch. The loss does not fall.",
    "10 classes: loss 1.61, accuracy 20%",
    "CIFAR-10 after epoch 3: loss 1.39 accuracy 0.25 at start, now 0.52",
    "multi-label classification with BCEWithLogitsLoss: loss 0.15, subset accuracy 40%",
    "token classification: loss 0.05, sequence accuracy 60%",
    "With gradient accumulation the loss is consistent with the full batch loss",
    "scores = nn.Linear(128, 1)(h).squeeze(-1); probs = scores.softmax(dim=1)",
    "bits per byte 1.0 on enwik8",
    "labels.max() tensor(255) and I use ignore_index=255 with 21 classes",
    "labels = input_ids, I do not shift the labels because the model shifts them itself",
    "pretrained weights are ignored when I load the checkpoint",
    "mask values 0 and 255, acc 0.99",
    "changing the margin changes the loss",
    "multilabel BCE loss is 0.1985",
    "pos_weight=99 loss 0.69",
    "loss 2.15 accuracy 0.10",
    "bce loss stuck at 1.00",
    "10 classes, loss 1.54",
    "10 classes, loss 0.50",
    "validation ppl 100.0",
    "mask segmentation: logits.permute(0, 2, 3, 1).reshape(-1, C)",
    "top-5 accuracy 0.9 loss 2.3",
    "loss goes from 4.6 to 2.3",
    "loss 0.33 acc 90% binary",
    "val loss 0.69, val acc 0.85",
    "char rnn loss 1.4",
    "orpo loss 0.9 rewards/margins 0.1",
    "dpo rewards/accuracies 0.5",
    "what is the margin in MarginRankingLoss",
    "        precision    recall  f1-score   support\n\n   0       1.00      0.67      0.80         3\n"
    "   1       0.00      0.00      0.00         0",
    "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 8.00 GiB total capacity)",
    "AttributeError: 'Tensor' object has no attribute 'foo'",
    "TypeError: forward() missing 1 required positional argument: 'x'",
    "OverflowError: cannot convert float infinity to integer",
    "RuntimeError: stack expects each tensor to be equal size, but got [3, 224, 224] at entry 0",
    "ValueError: too many values to unpack (expected 2)",
    "how do I train a network",
    "the loss is 3.1234",
    "the loss is 1",
    "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.95 GiB",
    "yolov8 map50 0.03 after 20 epochs, box_loss 1.2",
    "WER 0.69 after 10 epochs",
    "epoch 12 psnr 27.31 ssim 0.81",
    "rmse 2.30",
    "r2 is -0.6652",
    "kappa 0.6931",
    "iter 500: train loss 1.46, val loss 1.70",
    "how to predict only one class with softmax",
    "my loss is the same for different batch sizes",
    "sft loss 1.2",
    "X: torch.Size([32, 3, 224, 224]) y: torch.Size([32])",
    "bits per byte 1.0986",
    "VAE loss -12",
    "cosine embedding loss 0.5",
    "val loss 0.31",
    "loss 0.32",
    "loss 5e-5",
    "segmentation loss 0.2 with 5% foreground",
    "loss 2.30 vs 0.69 depending on the seed",
    "We have no nan and no inf, training is just slow",
    "The loss doesn't become infinite any more",
    "I fixed the nan by using log_softmax, thanks",
    "The learning rate printed in my log is nan",
    "My stop loss order was triggered at zero",
    "My DDP loss is the same on every rank, is that a bug?",
    "I have a softmax inside the attention only; loss stays at 0.5514",
    "bleu: 27.3",
    "f1 score 0.6931",
    "grad_norm: 2.3026",
    "accuracy is 0.6931",
    "loss 2.3 but it is regression with MSELoss",
    "kl loss 0.6931",
    "dice loss 0.5514",
    "0.6931 mAP",
    "TypeError: __init__() got an unexpected keyword argument 'ignore_idx'",
    "RuntimeWarning: invalid value encountered in sqrt",
    "train loss falls, accuracy 0.41 -> 0.39",
    "train loss 2.30 1.90 1.40",
    "loss increased from 1.2 to 5.3 after I changed the number of classes from 3 to 200",
    "I increased lr from 0.001 to 10 and the loss is 2.1",
    "accuracy goes from 0.5 to 9.1 and loss is 0.3",
    "loss.backward() hangs with multiple gpus",
    "loss: 2.3026\nloss: 2.1\nloss: 2.0\nloss: 1.95\nacc: 0.10",
    "triplet loss 0.3, margin 0.2",
    "mse loss: 250000.0",
    "MNIST accuracy is 10% and the loss increases after that",
    "D's loss tends to 0 (WGAN)",
    "Loss_D: 0.0001 Loss_G: 9.8 WGAN-GP critic",
    "'wikitext2': 68.56\n'ptb': 112.11",
    "loss jumps between 0.69 and 1.5",
    "loss 3.2958 acc 0.97",
    "loss went from 0.6931 -> 0.2841",
    "loss drops: 4.6 -> 3.1 -> 2.2 -> 1.9",
    "it takes 2.3026 seconds per batch",
    "train/reward -0.6931  train/kl 0.0",
    "actor_loss -0.0231",
    "SmoothL1 2.3026",
    "   label  pred_0  pred_1\n0      1  0.9981  0.0019\n1      0  0.0007  0.9993\n2      1  0.9990  0.0010",
    "loss: 7.6246 - acc: 0.51",
    "margin ranking loss 0.6931",
    "weight decay 0.6931",
    "epoch 1: 2.3026\nepoch 2: 1.8731\nepoch 3: 1.5012",
    "module 'torch.nn.functional' has no attribute 'scaled_dot_product_attention'",
    "ImportError: cannot import name 'foo' from 'torch.nn.modules'",
    "the network has 0 hidden layers",
    "pixel min 0 max 255",
    "the loss went from 0.5 to 1.4612 after I added dropout",
    "loss goes up from 2.30 to 2.36 and accuracy stays at 0.1",
    "GPT2 loss starts at 9.8",
    "GPT-2 loss is 10 after 5000 steps from scratch",
    "siamese contrastive loss stuck at 1.0",
    "clip grad norm 1.0, loss stuck at 3.21",
    "bert from scratch loss 10.9",
    "epoch 141 best test acc: 0.9120, train loss: 0.6212; train acc: 0.5008 val acc: 0.5000",
    "PPO policy loss is negative",
    "the loss decreases and the accuracy is not bad",
    "focal loss 1.9 three classes",
    "my train loss decreases and val loss decreases but not as fast",
    "is it normal that the loss is negative? I use dice loss",
    "   epoch  train_loss  val_loss\n0      1        0.91      1.05\n1      2        0.62      0.95",
    "tensorflow.python.framework.errors_impl.InvalidArgumentError: Labels length is zero in batch 25",
    "step 13104 loss = 0.712, (1.011 sec/step)\nstep 13112 loss = 3.276, (1.046 sec/step)\nstep 13134 loss = 0.802",
    "{'loss': 1.14, 'grad_norm': 92.10}\n{'loss': 1.36, 'grad_norm': 7.79}\n{'loss': 1.51, 'grad_norm': 11140.00}",
    "the accuracy reached over 0.99, and the loss reached below 0.3. But then the model converges to loss 0.6",
    "train loss 1.3745",
    "x.min() tensor(0.) x.max() tensor(255.)",
    "label_smoothing=0.1, 1000 classes, loss 1.9 at epoch 90, top1 76%",
    "LSTM language model, ppl starts at 10000 as expected and goes to 700 and stops",
    "my loss is 3.297",
    "wd=0.693 dropout=0.5 seed=1386 loss=0.87",
    "Epoch 85: reducing learning rate of group 0 to 1.3863e-04. Train Accuracy: 13.9155 %",
    "G: 1.37 | D: 1.80 | GP: 0.97 | SS: 0.02",
    "CIFAR-100 epoch 5 loss 3.32 acc 0.10",
    "self.fc = nn.Linear(512, 1, bias=False); attention = torch.softmax(self.fc(x), dim=1)",
    "sigmoid threshold 0.5 for each label. loss 0.3",
    "The labels do not shift between train and test (no label shift). Loss 1.2 vs 3.4",
    "The dropout gives identical outputs for every forward pass in eval, is it right?",
    "I checked nan gradients: none. loss 0.4",
    "The weather is 23.0 degrees",
    "top-5 accuracy 0.80 loss 2.3026",
    "loss went from 0.7 to 12.5 when I increased the lr",
    "discriminator loss isn't zero",
    "MSE loss is very small but the R2 score is terrible",
    "regression: MSE loss is huge but R2 score is good",
    "loss goes down and accuracy stays at 99 %",
    "How can I prevent overfitting before I train?",
    "cosine similarity loss is negative",
    "SI-SNR loss is negative",
    "WGAN critic loss is negative",
    "soft target update in DQN (tau=0.005): loss does not go to 0",
    "kl_div of soft targets does not go to 0",
    "the contrastive loss grows with the batch size",
    "InfoNCE: loss depends on batch size",
    "It starts with thousands of warnings, loss 0.5",
    "How does gradient accumulation differ from a larger batch?",
    "I use 2 GPUs. My val loss is higher than my train loss",
    "same output for all inputs in eval mode after quantization, ONNX",
    "the tokenizer never finds rare words",
    "ToTensor() normalizes the image; label is an int",
    "I ignore the padding by ignore_index=-100, perplexity 20",
    "labels = input_ids.clone(); labels[labels == pad] = -100 # padding",
    "distribution shift: the labels shifted already",
    "should I normalise my images to -1 to 1 or 0 to 1",
    "callbacks TerminateOnNaN in Keras, how to use it?",
    "token classification: -100 for subwords, accuracy is right",
    "WER: 1.0 % on LibriSpeech with wav2vec",
    "Whisper: WER 1.0",
    "YOLO never predicts class 0, person",
    "Which is better, a sampler or class weights?",
    "WeightedRandomSampler with weight=class_weights in the sampler, not the loss",
    "logits; detection: scores > 0.5 kept",
    "VQ-VAE codebook collapse",
    "distilbert teacher checkpoint saved, fine-tuning",
    "validation loss not falling, metric: accuracy, higher is better",
    "run 1: loss 0.512 0.433 0.401 run 2: loss 0.512 0.433 0.401 (same seed)",
    "loss tensor([0.3, 0.2], device='cuda:0') GPU, per-sample loss",
    "hinge GAN: d_loss 0.0001",
    "healthy run: train loss falls, val loss falls, val acc rises",
    "val loss falls while val acc rises",
    "train loss decreases, validation loss decreases, both converge",
    "the loss isn't high and accuracy is good",
    "my loss is not small, accuracy not bad",
    "training loss low, validation loss low too, not large",
    "the loss is not negative",
    "KL does not collapse to zero in the VAE",
    "val loss worse, val acc worse",
    "LLM finetuned with loss 0.4 generates garbage; chat template differs",
]
LONG = [  # what a slow regular expression would never get to the end of
    "1" * 100_000 + "x",
    "1," * 100_000 + "x",
    ":" * 100_000,
    "Error" * 40_000,
    "a." * 50_000,
    "/a" * 50_000,
    "[" * 50_000,
    "RuntimeError: expected target\n" * 5_000,
    "\n-" * 50_000,
    "Assertion x failed " + "a " * 50_000,
    "tensor([[1.0, 2.0]]) " + "w" * 100_000,
    "counts=[1, 2] " + "1" * 100_000,
    "[[1, 2]]" + "a" * 200_000,
    "tensor([[" + "1.25, " * 32_000 + "]]) the loss is nan",
]
ROWS = "[[0.5292, 0.6549],\n        [0.1000, 0.2000]]"
PRINTS = [  # of one tensor; each is read as its rows, or refused with a reason
    f"tensor({ROWS})",
    f"logits = tensor({ROWS})",
    f"In [3]: output\nOut[3]: \ntensor({ROWS})",
    f">>> print(logits)\ntensor({ROWS})",
    f"Model output: tensor({ROWS})",
    f"torch.Size([2, 2])\ntensor({ROWS})",
    f"tensor({ROWS}, device='cuda:0', grad_fn=<AddmmBackward0>)",
    f"Parameter containing:\ntensor({ROWS}, requires_grad=True)",
    "> tensor([[0.5292, 0.6549],\n>         [0.1000, 0.2000]])",
    f"(tensor({ROWS}),)",
    "[tensor([0.5292, 0.6549]), tensor([0.1000, 0.2000])]",
    f"SequenceClassifierOutput(loss=None, logits=tensor({ROWS}), hidden_states=None)",
    "array([[0.5292, 0.6549],\n       [0.1   , 0.2   ]], dtype=float32)",
    "[[0.5292 0.6549]\n [0.1    0.2   ]]",
    "0.5292\t0.6549\n0.1000\t0.2000",
]
TOKENS = "{'input_ids': tensor([[101, 7592, 102, 0]]), 'attention_mask': tensor([[1, 1, 1, 0]])"
BATCHES = {  # what is suspicious about a batch, by a part of the title that says it first
    "preds = tensor([1, 0])\ntargets = tensor([0, 1])\naccuracy 0.00": "These are integers, not logits",
    "my softmax output does not sum to 1\ntensor([[0.5, 0.2], [0.3, 0.1], [0.2, 0.7]])": "Each column adds up to one",
    "{0: 300, 1: 110}": "No class is rare",
    "np.isnan(x).sum()\n0\nnp.isnan((F.log_softmax(x)).numpy()).sum()\n7": "`F.log_softmax(x)` holds nan, `x` does",
    "data tensor([[3., 2.], [1., 1.]])\nlabel tensor([1, 0])\npreds tensor([[0.5401], [0.4482]], "
    "grad_fn=<SigmoidBackward>)\nloss tensor(0.6053, grad_fn=<A>)\nmy answer is 1.21": "0.6053 is `BCELoss` of these",
    ">>> y = torch.tensor([0])\n>>> out = torch.tensor([[0.1, 0.1, 0.8]])\n>>> F.cross_entropy(out, y)\n"
    "tensor(1.3897)": "These are probabilities",
    "out1 = tensor([[2.0, 1.0, 0.1]])\nout2 = tensor([[0.7, 0.2, 0.1]])\nlabel = tensor([0])": "These are prob",
    "probs = tensor([[[[0.1, 0.3]], [[0.2, 0.3]], [[0.7, 0.4]]]])\ntarget = tensor([[[2, 1]]])": "These are prob",
    "y_train = tensor([[1.], [1.], [0.]])\npreds = tensor([[0.5], [1.5], [-2.7]])\nmine: 1.8135": "opposite targets",
    "np.unique(label)\n> array([0, 147, 220], dtype=uint8)\nmask.unique()\n> tensor([0, 151, 220])": "grey levels",
    "tensor([3, 1, 2, 0])\ntensor([3, 1, 1, 0])": "labels and predicted classes?",
    "tensor([[[0, 0,  ..., 255],\n         ...,\n         [0, 0,  ..., 18]]])": "A label is 255",
    "tensor([[0.4,  ..., 0.2],\n    ...,\n    [0.3,  ..., 0.1]], grad_fn=<SoftmaxBackward>)": "through a softmax",
    "tensor([[nan, nan,  ..., nan],\n        ...,\n        [nan, nan,  ..., nan]], grad_fn=<A>)": "A logit is NaN",
    "labels tensor([-1, 3, 5,  ..., 2, -1, 0])": "A label is -1",
    "np.isnan(x).sum()\n0\nnp.isnan(F.log_softmax(x).numpy()).sum()\n7733": "`F.log_softmax(x)` holds nan, `x` does",
    "logit -249.87, exp() 0.0\nlogit 378.09, exp() inf\nwhich yields a nan": "The exponential overflows",
    '"result":\tshape=2x1\n0.995\n0.009\n\n"softmax":\tshape=2x1\n1\n1': "A softmax of 1 everywhere",
    "[[0. 0. 1.]\n [0. 1. 0.]\n [1. 0. 0.]]\nsoftmax gives only 0 and 1": "rounded to 0 and 1",
    "tensor([[0.05, -0.03], [-0.11, -0.01], [-0.07, 0.02]])\ntensor([1, 0, 1])": "All logits are near zero",
    "tensor([[-0.0820, 0.0076, -0.0952, 0.0285]])\nReal output:\ntensor([1])\nLoss:\ntensor(1.3449, "
    "dtype=torch.float64)": "1.3449 is right",
    "pred = torch.tensor([[0.2, 0.3, 0.5], [0.5, 0.2, 0.3]])\ny = torch.tensor([2, 1])\nweights = "
    "torch.tensor([2., 4., 6.])\n"
    "none gives (tensor([5.6390, 4.9593]))\nmean gives tensor(1.0598)": "the weighted mean",
    "out = tensor([[2.0, -1.0, 0.5], [0.3, 1.2, -0.7]])\ny = tensor([0, 1])\nloss tensor(0.7590)": "softmax twice",
    "out = tensor([[2.0, -1.0, 0.5], [0.3, 1.2, -0.7]])\ny = tensor([0, 1])\nloss "
    "tensor(0.6835)": "the sum over the rows",
    "out = tensor([[2.0, -1.0, 0.5], [0.3, 1.2, -0.7]])\ny = tensor([0, 1])\nloss "
    "tensor(0.8711)": "is not that of this print",
    "pred = tensor([[30.1], [-2.0], [0.5]])\ntarg = tensor([[0.], [0.], [1.]])\nBCEWithLogitsLoss() is not "
    "sigmoid with BCELoss()": "exactly 0 or 1",
    "torch.tensor([7.2])\ntorch.tensor(0)\ncel = nn.CrossEntropyLoss()": "one output",
    "x = array([[0.1079, 0.5661, 0.1056], [0.4597, 0.1317, 0.8237]])\ntargets = np.array([0, 2])\nnll_loss\n"
    "1.0307": "1.0307 is right",
    "probabilities [[0.33332938, 0.33383906, 0.33283147]]": "near 1/3",
    "tensor([[0.2, 0.8], [0.6, 0.4]])": "probabilities",
    "tensor([[-0.2231, -1.6094], [-0.5108, -0.9163]])": "log-probabilities",
    "tensor([[0.3], [1.2], [-0.7]])": "one column",
    "tensor([[1, 0], [0, 1]])": "one-hot",
    "tensor([[0.2, 0.6], [0.8, 0.4]])": "Each column",
    "tensor([[2.5, nan], [0.5, 1.0]])": "A logit is NaN",
    "tensor([[2.5, 1.5], [0.5, -inf]])": "minus infinity",
    "tensor([[2.5, 1.5], [0.0, 0.0]])": "all zeros",
    "tensor([[2.5, 1.5], [0.5, 1.0]], dtype=torch.float16)": "half precision",
    "tensor([[2.5, 1.5], [2.5, 1.5]])": "All rows are alike",
    "tensor([[2.5, 1.5], [0.5, 1.0]]) tensor([1, 2])": "counted from 1",
    "tensor([[2.5, 1.5], [0.5, 1.0]])\ntensor([0, 255])": "A label is 255",
    "tensor([[2.5, 1.5], [0.5, 1.0]])\ntensor([0, -1])": "A label is -1",
    "tensor([[2.5, 1.5], [0.5, 1.0]])\ntensor([0., 1.])": "The labels are Float",
    "tensor([[2.5, 1.5], [0.5, 1.0]])\ntensor([[0], [1]])": "second dimension",
    "tensor([[2.5, 1.5], [0.5, 1.0]])\ntensor([0, 1, 1])": "2 rows of logits, 3",
    "tensor([[2.5, 1.5], [0.5, 1.0]])\ntensor([[0, 1], [1, 0]])": "one-hot in integers",
    "tensor([[[2.5, 1.5, 0.1], [0.5, 1.0, 0.2]]])\ntensor([[0, 1]])": "class dimension is the last",
    "target tensor([[0.2, 0.8], [0.5, 0.6]]) logits tensor([[1.0, 2.0], [0.3, 0.1]])": "do not add up to one",
    "tensor([1, 2, 3])": "counted from 1",
    "[2, 255, 0]": "A label is 255",
    "My output is tensor([[0.1, 0.9], [0.3, 0.7]]) and the labels are tensor([1, 0])": "probabilities",
    "logits: tensor([[0.5, 1.5, -1.0]], grad_fn=<AddmmBackward0>), labels: tensor([3])": "Label 3 is out of bounds",
    "out: tensor([[0.2, 0.8], [0.6, 0.4]])\ny: tensor([0, 1])\nloss = nn.CrossEntropyLoss()(out, y)": "probabilities",
    "logits = self(x)\ntensor([[[nan,  ..., nan]]], device='cuda:1',\n       dtype=torch.float16)": "A logit is NaN",
    f"{TOKENS}, 'labels': tensor([[-100, -100, -100, -100]])}}": "Every label is ignored",
    f"{TOKENS}, 'labels': tensor([[101, 7592, 102, 0]])}}": "The padding is a target",
    f"{TOKENS}}}": "There are no labels",
    "p = [0.0, 1.0, 0.0]\ny = [1, 0, 0]": "probability 0",
    "probs: tensor([[0.0, 1.0], [0.6, 0.4]])\ntarget: tensor([0, 1])": "probability 0",
    "outputs: tensor([[0.98], [0.02]], grad_fn=<SigmoidBackward0>)\ny: tensor([1, 0])": "output is (2, 1), the",
    "outputs: tensor([[0.98]], grad_fn=<SigmoidBackward0>)\ny: tensor([[1.]])": "went through a sigmoid",
    "y: tensor([0, 1, 1])\nout: tensor([-0.22, 0.19, 0.93], grad_fn=<SqueezeBackward1>)": "The target is in integers",
    "preds: [[1.2, -0.4, 0.3]]\nlabels: [[0, 1, 1]]": "several labels at once",
    "labels Counter({4: 980, 5: 20})\nnum_classes=2": "Label 5 is out of bounds",
    "outputs torch.Size([64, 10]) labels torch.Size([64]) labels.max() tensor(10)": "Label 10 is out of bounds",
    "print(out.shape, y.shape, y.min(), y.max())\ntorch.Size([6, 4]) torch.Size([6]) tensor(0) tensor(4)": "Label 4",
    "mask.unique() tensor([0., 1.])\nout torch.Size([4, 1, 8, 8]) mask torch.Size([4, 8, 8])": "The output has one",
    "out torch.Size([4, 2, 8, 8])\ny torch.Size([4, 1, 8, 8])\ny unique: tensor([0, 255])": "0 and 255, not 0",
    "preds [0.998, 0.002, 0.75]\nlabels [1, 0, 1]": "a sigmoid?",
    "mask unique: tensor([  0.,  38.,  75., 113., 255.])": "grey levels",
    "np.unique(mask)\narray([  0, 255], dtype=uint8)": "0 and 255, not 0 and 1",
    "print(mask.unique())\ntensor([0, 1, 2, 255])": "A label is 255",
    "logits.shape torch.Size([8, 128, 320])\nlabels.shape torch.Size([8, 128])": "class dimension is the last",
    "logits torch.Size([4, 21, 5, 5])\nmask torch.Size([4, 1, 5, 5])": "The mask has a channel",
    "outputs.shape = (32, 10), labels.shape = (32, 1)": "second dimension",
    "df['label'].value_counts()\n0    9512\n1     488\nName: label, dtype: int64": "Class 1 has 4.88 %",
    "(tensor([0, 1]), tensor([9512,  488]))": "Class 1 has 4.88 %",
    "Counter({0: 9000, 1: 600, 2: 400})": "Class 2 has 4 %",
    "label\n1    500\n2    480\n3    510\nName: count, dtype: int64": "counted from 1",
    "labels tensor([-1, 1, 1, -1])": "-1 and 1",
    "logits torch.Size([8, 5]) labels torch.Size([8, 5]) torch.int64": "one-hot in integers",
    "0.0    0.93\n1.0    0.07\nName: target, dtype: float64": "Class 1 has 7 %",
    "class_counts = [900, 100]": "Class 1 has 10 %",
    "{'cat': 900, 'dog': 100}": "The rarest class has 10 %",
    "(tensor([0, 1, 2, 255]), tensor([1000, 200, 30, 50]))": "A label is 255",
    "0    1.0\n1    0.0\n2    NaN\nName: label, dtype: float64": "A label is missing",
    "pred.argmax(1): tensor([0, 0, 0, 0, 0])\ny: tensor([1, 0, 2, 1, 0])": "Every prediction is the same class",
    "preds[:2], targs[:2]\n(TensorBase([[0.9, 0.1], [0.3, 0.7]]), TensorCategory([0, 1]))": "probabilities",
    "logits.argmax(1) -> tensor([1, 1, 1, 1])": "Every prediction is the same class",
    "confusion matrix\n[[950 0]\n [50 0]]": "Every prediction is the same class",
    "logits.grad tensor([[0., 0.], [0., 0.]])": "The gradient is zero",
    "weight.grad = tensor([[nan, nan]])": "A gradient is not finite",
    "input_ids: tensor([[50256, 50256, 318]])\nlabels: tensor([[50256, 50256, 318]])": "The padding is a target",
    "yb\ntensor([[1., 0, 1], [0., 0, 0]])\npreds\ntensor([[0.3, 0.2, 0.5], [0.5, 0.3, 0.2]])": "Rows of the target",
    "y = torch.tensor([[0, 1], [1, 0]])\ny_hat = torch.tensor([[0.2, 0.8], [0.6, 0.4]])": "probabilities",
    "pred:\n 0.2  0.8\n 0.6  0.4\n[torch.FloatTensor of size 2x2]\n\n"
    "target:\n 1\n 0\n[torch.LongTensor of size 2]": "probabilities",
    "print(target.min(), target.max())\ntensor(1) tensor(10)": "counted from 1",
    "target.min(), target.max(), logits.shape[1]\n(tensor(0), tensor(10), 10)": "Label 10 is out of bounds",
    "labels.min()=-1 labels.max()=9 num_classes=10": "A label is -1",
    f"{CHECK}\ntensor(0) tensor(True) tensor(True)": "Every label is ignored",
    f"{CHECK}\ntensor(9) tensor(True) tensor(False)": "A logit is not finite",
    f"{CHECK}\ntensor(9) tensor(False) tensor(True)": "A label is not finite",
    "logits.std(dim=0)\ntensor([0.0000e+00, 0.0000e+00])": "The logits do not depend on the input",
    "logits_size=[32,10] labels_size=[32,1]": "second dimension",
    "output.shape = torch.Size([10]), target.shape = torch.Size([1])": "The logits are (10,), the target (1,)",
    "out torch.Size([64, 28, 10]) y torch.Size([64])": "The logits have 28 rows for each target",
    "out torch.Size([16, 1, 10]) labels torch.Size([16])": "a dimension of size 1",
    "logits torch.Size([16, 10]) labels torch.Size([16, 1, 1])": "second dimension",
    "out torch.Size([4, 1, 8, 8]) mask torch.Size([4, 1, 8, 8]) mask.max() tensor(255)": "The target goes up to 255",
    "mask.unique(): tensor([0, 1, 2])\nout torch.Size([2, 1, 8, 8])\nmask torch.Size([2, 8, 8])": "the labels go up",
    "out tensor([2.1, -0.3, 0.4]) y tensor([0, 2, 1])": "One logit for each class index",
    "pred.shape (5,) y.shape (5, 1)": "The output is (5,), the target (5, 1)",
    "y.min() tensor(0, device='cuda:0') y.max() tensor(9, device='cuda:0') logits.shape[1] 9": "Label 9 is out",
    "tgt = tensor([3, 7, 1]); logit.shape = (3, 5)": "Label 7 is out of bounds",
    "labels: tensor([0, 4, 5]) num_classes=5": "Label 5 is out of bounds",
    "confusion matrix\n[[50  0  0]\n [ 0  0 50]\n [ 0  0 50]]": "Class 1 is never predicted",
    "out: torch.Size([2, 4, 8, 8, 8]) label: torch.Size([2, 1, 8, 8, 8])": "The mask has a channel",
    "num_classes=4, labels.min()=0 labels.max()=4": "Label 4 is out of bounds",
    "train: [1.2, 0.9, 0.7] val: [1.3, 1.4, 1.6]": "overfitting",
    "logits: tensor([[0.2, -0.1, 0.5]])\nlabels: tensor([3], dtype=torch.int32)": "Label 3 is out of bounds",
    "logits = tensor([[1.2, -0.4, 0.1], [0.3, 1.5, -0.2]], dtype=torch.bfloat16)\nlabels = tensor([1, 3])": "Label 3",
    "output = torch.from_numpy(np.array([[0.1132, 0.5477, 0.3390]])).float()\ntarget = torch.from_numpy(np.array("
    "[[0.1541, 0.0511, 0.0947]])).float()\nloss(output.log(),target)\ntensor(-0.0648)": "adds up to 0.2999, not to one",
    "x = torch.tensor([[0.2, 0.5, 0.3]])\ny = torch.tensor([[0.1, 0.8, 0.1]])\nnn.KLDivLoss()(x, y)\n"
    "tensor(-0.3467)": "not log-probabilities",
    "logits = tensor([[0.1, 0.2, 0.7]])\ntarget = tensor([2])\n"
    "F.nll_loss(logits, target) = tensor(-0.7000)": "`nll_loss` of them is negative",
    "regression head, logits tensor([[0.3], [0.7]]) labels tensor([1.2, 0.4])": "they broadcast",
    "logits (4, 3), labels [1, 2, 3, 3]": "Label 3 is out of bounds",
    "y = tensor([5, 7])\nlogits shape [2, 5]": "Label 7 is out of bounds",
    ">>> label = torch.tensor([0])\n>>> out = torch.tensor([[0.1, 0.1, 0.8]])\n"
    ">>> print(F.cross_entropy(out, label))\ntensor(1.3897)": "probabilities",
    "output:\n1.00000e-02 *\n-2.5552  2.7582  ...  -0.0076\n-0.7033  1.3167  ...   1.8367\n"
    "[torch.FloatTensor of size 2x253]\n\n"
    "targets:\n 1  0  ...  0\n 1  0  ...  0\n[torch.DoubleTensor of size 2x253]": "a column for each class",
    "tensor([[-inf, -0.0353, -48.3303, -3.3621], [-76.3995, -0.0478, -inf, -3.0636]])": "minus infinity: of a masked",
    "tensor([[0.031, 1.0962, -0.0593], [0., 0., 0.]])\nF.kl_div(p, q, reduction='none')": "A term of a divergence",
    "print(torch.unique(y))\ntensor([0, 1, 2, 3, 4, 5, 6, 7, 8, "
    "9])\nmodel(x).shape\ntorch.Size([64, 9])": "Label 9 is out of",
    "print(y_pred[:4], y_true[:4])\n[0.5 0.5 0.5 0.5] [0 1 1 0]": "near 0.5",
    "actual: [1 1 1 1 1 0 0 0]\npredicted: [0 0 0 0 0 0 0 0]": "Every prediction is the same class",
    "tensor([[1., 0., 0.], [0., 1., 0.]]) tensor([[1., 0., 0.], [0., 0., 1.]])\ncross_entropy 0.9514": "one-hot rows",
    "masks.max() tensor(1.) mask torch.Size([2, 1, 8, 8]) outputs.shape torch.Size([2, 2, 8, 8])": "mask has a channel",
    "y_pred.sum(dim=1)\ntensor([1.0000, 1.0000, 1.0000], grad_fn=<SumBackward1>)": "probabilities",
    "z: [1000.0, 2.0]\nnp.exp(z)/np.exp(z).sum()\n[nan 0.]": "overflows",
    "logits tensor([[4.1, -2.0], [3.7, -1.5]], dtype=torch.float16)\ntarget tensor([1., 0.])\n"
    "loss tensor(3.0514, grad_fn=<NllLossBackward0>)": "The labels are Float",
    "ce = Array([nan], dtype=float32)\nlogits = jnp.array([[0.2, 0.1, 0.4, 0.6]])\nlabels = jnp.array([4])": "Label 4",
    "z = [[1, 2, 3], [2, 4, 5]]\nsoftmax(z)\n[[0.2689 0.1192 0.1192]\n [0.7311 0.8808 0.8808]]": "over the batch",
    "F.cross_entropy(torch.tensor([[0., 0., 1.]]), torch.tensor([2])) gives 0.5514, expected 0": "one-hot rows",
    "nn.BCEWithLogitsLoss()(torch.tensor([0.2, 0.7]), torch.tensor([0, 1]))": "The target is in integers",
    "preds = [2, 0, 1]\ny_true = [2, 0, 1]": "predicted classes",
    "tensor([[12.3, 410.2, -95.1], [88.0, 301.5, -60.2]]) tensor([2, 1])": "Row 0 has a loss of 505.3",
    "probs = [[33.3, 33.3, 33.4], [70.1, 20.2, 9.7]]\ny = [0, 1]": "percentages",
    "out: tensor([[0.5012], [0.4987], [0.5003]], grad_fn=<SigmoidBackward0>)\ny: [[1.], [0.], [1.]]": "near 0.5",
    "   p_0   p_1  label\n0  0.91  0.09      0\n1  0.05  0.95      2": "Label 2 is out of bounds",
    "logits: tensor([[0.02, -0.0432], [0.0201, -0.0429], [0.0204, -0.0431]])\nlabels: tensor([1, 0, 1])": "nearly",
    "[[0.25, 0.25, 0.5], [0.25, 0.25, 0.5]]": "all rows are alike",
    "F.binary_cross_entropy(torch.tensor([[0.2, 0.1]]), torch.tensor([[1., 3.]]))": "goes up to 3",
    "out tensor([0., 1., 1., 0.])\ny tensor([1., 1., 0., 0.])": "exactly 0 and 1",
    "z = torch.Tensor([8e7, 8e7])\ntarget = torch.Tensor([0, 0])\nnn.BCEWithLogitsLoss()": "As logits, row 0 has a",
    "x = np.array([1203.5, 15.0])\nnp.exp(x) -> array([inf, 3e6])\nnp.exp(x) / 2 -> array([inf, 1.])": "overflows",
    "loss = F.binary_cross_entropy_with_logits(logits, labels)\nlogits.shape = (1, 100, 75)\n"
    "labels.shape = (1)": "a two-class loss needs one shape",
    "prediction = F.softmax(net(img))\ntensor([[1., 1.]], grad_fn=<SoftmaxBackward>)": "over a dimension of size 1",
    "input = torch.Tensor([1,1])\ntarget = torch.Tensor([0,0])\nBCELoss()(input, target)\n27.6310": "with 1e-12",
    "y = tensor([0.0, 1.0, 1.0]), out = tensor([0.0, 0.0, 1.0]); BCELoss gives 33.3333": "at its cap of 100",
    "labels = tensor([-1., 1., -1., 1.])\npredictions = tensor([0.6, 0.4, 0.7, 0.3])": "The labels are -1 and 1",
    "sc = torch.tensor([0.4, 0.36])\nloss = nn.CrossEntropyLoss(weight=sc)\n"
    "input = torch.tensor([[3.0, 4.0], [6.0, 9.0]])\ntarget = torch.tensor([1, 0])\n"
    ">>1.7529\ntensor([[0.2689, 0.7311],\n[0.0474, 0.9526]])": "the weighted mean",
    "(Pdb) logits\ntensor([[0.1, 1.5],\n [-0.2, 0.3]], grad_fn=<A\n(Pdb) label_ids\n"
    "tensor([[0, 1],\n [1, 0]])": "one-hot in integers",
    "(tensor(1.2, grad_fn=<NllLossBackward>), tensor([[ 0.71, -0.90],\n [ 0.79, -0.94],\n [ 0.75, -0.91],\n"
    " [ 0.72, -0.95],\n [ 0.77, -0.91],\n [ 0.77, -0.92]\nthe output became same": "All rows are nearly alike",
    "predict = torch.FloatTensor([[0, 0.2, 0.7, 0.1, 0]])\nv = crit(predict.log(), target)\n"
    "The result of v is inf": "A probability is 0",
    "input = tensor([[[-0.7104, -0.6762], [-0.7114, -0.6753], [-0.6960, -0.6903]]])\n"
    "target = tensor([[1, 0, -1]])": "The class dimension is the last",
    "np.exp: [[0.2501, 0.2499, 0.2500, 0.2500], [0.2502, 0.2498, 0.2500, 0.2500]]": "These are probabilities near 1/4",
    "batch['labels'][0]: tensor([101, 2023, 102, 0, 0])\nattention_mask: tensor([1, 1, 1, 0, 0])": "The padding",
    "x = torch.FloatTensor([[0.4, 0.6], [0.7, 0.3]])\ny = torch.LongTensor([0, 1])\nby hand:\n"
    "tensor([[0.9163], [1.2040]])\nin PyTorch:\ntensor([0.7981, 0.9130])": "These are probabilities",
    "Unique mask values: [[0, 0, 0], [1, 1, 1], [2, 2, 2]": "The mask has three channels",
    "Variable containing:\n 0.37 0.53\n 0.34 0.34\nVariable containing:\n 0 0\n-inf -inf\nVariable containing:\n"
    "-1.75 -1.59\n nan nan\n[torch.cuda.FloatTensor of size 2x2 (GPU 0)]": "A row of nothing but -inf",
}
RIGHT = [  # batches about which nothing is suspicious
    "loss.mean().isnan()\ntensor(False)",
    "logits tensor([[ 5.1570, -3.1702]])\ntarget tensor([[1., 1.]])\nmulti-label BCEWithLogitsLoss",
    "CosineEmbeddingLoss target: tensor([1, -1, 1])",
    "multilabel_margin_loss target = tensor([[0, 2, -1, -1]])",
    "BCEWithLogitsLoss\ntarget = tensor([[1., 1.], [0., 1.]])\nlogits = tensor([[1.2, -2.], [-1., 2.]])",
    "target tensor([0.9, 0.1, 0.9])\nlogits tensor([1.0, -2.0, 0.3])",
    "softmax targets\ny = tensor([[0., 1., 0.], [1., 0., 0.]])",
    "input_ids [5, 80842, 6]\nlabel_ids [-100, 80842, 6]",
    "logits: <tf.Tensor: shape=(1, 2), dtype=float32, numpy=array([[2.1, -0.4]], dtype=float32)>\n"
    "labels: <tf.Tensor: shape=(1,), dtype=int32, numpy=array([1], dtype=int32)>",
    "tensor(0) tensor(9)",
    "labels: tensor([ 5, 26, 45, 37, 5, 59, 42, 51, 39, 3, 43, 49, 55, 30, 29, 29]) logits torch.Size([16, 66])",
    "labels tensor([5, 26, 1, 37])",
    "labels.shape torch.Size([16, 4]) labels[0] tensor([0., 0., 1., 0.])\nlogits.shape torch.Size([16, 4])",
    "CausalLMOutput(loss=tensor(11.0321), logits=tensor([[[0.02, -0.13, 0.4]]]), past_key_values=None)",
    "input and target shape: input->[4, 2, 320, 320], target->[4, 320, 320]",
    "X = tensor([[5.1, 3.5], [120.0, 30.0]])\ny = tensor([0, 1])",
    "scores tensor([[100., 0.], [0., 100.]]) labels tensor([0, 1])",
    "confusion matrix in percent\n[[90 10]\n [30 70]]",
    "logits: tensor([0.41, -1.2, 2.2])\ntarget: tensor(2)",
    "y_train[:2]\narray([[0., 0., 1.],\n       [1., 0., 0.]])",
    f"{CHECK}\ntensor(9) tensor(True) tensor(True)",
    "logits.std(dim=0)\ntensor([0.73, 0.81], grad_fn=<StdBackward0>)",
    "tensor([[2.5, 1.5], [0.5, 1.0]])\ntensor([0, 1])",
    "a = tensor([[1.0, 2.0], [3.0, 4.0]])\nb = tensor([[1.5, 1.0], [2.0, 5.0]])\nloss = mse(a, b)\ntensor(0.5625)",
    "x = torch.tensor([[0.2, 0.8]])\ny = torch.tensor([[0.3, 0.7]])\nF.kl_div(x.log(), y)\ntensor(0.0128)",
    "tensor([[2.5, 1.5], [0.0, 0.0]])\ntensor([0, -100])",
    f"{TOKENS}, 'labels': tensor([[101, 7592, 102, -100]])}}",
    f"{TOKENS}, 'labels': tensor([1])}}",
    "0    1\n1    0\n2    2\nName: label, dtype: int64",
    "mask.unique(): tensor([0, 1])",
    "batch['labels'] = tensor([[-100, -100, 318, 257, 50256]])",
    "tensor([[0., 1.], [1., 0.]])\ntensor([[1.3, 0.2], [0.1, 2.2]])",
    "logits torch.Size([4, 21, 8, 8])\nmask torch.Size([4, 8, 8])",
    "Array([[0.25, -1.1], [1.75, 0.5]], dtype=float32)\nArray([1, 0], dtype=int32)",
    "tf.Tensor(\n[[0.3 -0.6]\n [2.2 0.4]], shape=(2, 2), dtype=float32)\ntf.Tensor([1 0], shape=(2,), dtype=int32)",
]


CLASSES = torch.zeros(6, 3)
MODULES = {"math": math, "F": F, "torch": torch}
INPUTS = [  # logits and targets of each kind
    (CLASSES, torch.zeros(6, dtype=torch.int64)),
    (torch.zeros(6, 1), torch.zeros(6, dtype=torch.int64)),
    (CLASSES, torch.zeros(6, 1, dtype=torch.int64)),
    (CLASSES, torch.ones(6, dtype=torch.int64)),
    (CLASSES, torch.zeros(6, 3)),
    (torch.zeros(1, 6, 3), torch.zeros(1, 6, dtype=torch.int64)),
    (torch.zeros(6, 2, 3), torch.zeros(6, dtype=torch.int64)),
]


@pytest.fixture(scope="module")
def explain(context, address):
    """A function that says what the box makes of each of these texts."""
    with quiet_tab(context, address) as tab:
        tab.goto("guides/debug/")
        yield lambda texts: tab.evaluate(EXPLAIN, list(texts))


@pytest.fixture(scope="module")
def said():
    return finder.said()


def led_to(answer):
    """The address that an answer is sure of, or ""."""
    return answer["found"][0][0] if answer["sure"] and answer["found"] else ""


def test_each_message_of_each_version_leads_to_its_section(explain, said):
    wrong = [
        text for (text, at), answer in zip(said, explain(text for text, _ in said), strict=True) if led_to(answer) != at
    ]
    assert len(said) > 120 and len(wrong) <= 0.02 * len(said), wrong


@pytest.mark.parametrize("seed", [0, *[pytest.param(seed, marks=pytest.mark.ci) for seed in range(1, 10)]])
def test_so_does_each_in_disguise(seed, explain, said):
    draw = random.Random(seed)
    chosen = [said[at % len(said)] for at in range(200)]
    same = {text: {at for other, at in said if finder.unnamed(other) == finder.unnamed(text)} for text, _ in chosen}
    varied = [finder.vary(text, draw) for text, _ in chosen]
    answers = zip(chosen, varied, explain(varied), strict=True)
    wrong = [text for (own, _), text, answer in answers if led_to(answer) not in same[own]]
    assert len(wrong) <= 0.02 * len(varied), wrong


def test_a_loss_leads_to_its_cause(explain):
    known = finder.losses()
    answers = zip(known, explain(text for text, _, _ in known), strict=True)
    wrong = [
        (text, answer["found"][:1])
        for (text, at, title), answer in answers
        if not led_to(answer).endswith(f"#{at}") or title not in answer["found"][0][1]
    ]
    assert len(known) >= 100 and len(wrong) <= 0.05 * len(known), wrong


def test_reports_lead_to_their_sections(explain):
    answers = zip(REPORTS.items(), explain(REPORTS), strict=True)
    wrong = [
        (
            answer["kind"],
            f"{text!r} leads to {led_to(answer) or 'nothing for sure'}, expected {at}; all that is said: {answer}",
        )
        for (text, at), answer in answers
        if at not in led_to(answer)
    ]
    misled = [said for kind, said in wrong if kind == "words"]
    refuse(said for kind, said in wrong if kind != "words" or len(misled) > MISLED * len(REPORTS))


def test_where_no_value_fits_the_words_lead_to_a_section(explain):
    answers = zip(WORDS.items(), explain(WORDS), strict=True)
    assert [(text, answer) for (text, at), answer in answers if at not in answer["found"][0][0] or answer["sure"]] == []


def test_a_short_text_that_only_names_something_leads_to_the_section_of_that_name(explain):
    for typed, told in zip(NAMED, explain(list(NAMED)), strict=True):
        assert not told["sure"]
        assert told["found"][0][0].endswith(NAMED[typed]), typed


def test_where_nothing_is_known_reports_in_such_words_lead_to_sections(explain):
    answers = zip(ALIKE.items(), explain(ALIKE), strict=True)
    refuse(
        f"{text!r} does not lead to {end} first; all that is said: {each}"
        for (text, end), each in answers
        if not (each["alike"] or [at for at, *_ in each["found"]] or [""])[0].endswith(end)
    )
    value, recipe, stuck = explain(["1.52", "how to bake a cake", "1.0986 stuck"])
    assert [value["alike"], recipe["alike"], recipe["found"], stuck["alike"]] == [[], [], [], []]


def test_a_long_sentence_without_a_message_leads_to_the_section_with_its_words(explain):
    answers = explain(list(TOLD))
    refuse(
        f"{text!r} leads to {each['found'][:1]}, expected {end}"
        for (text, end), each in zip(TOLD.items(), answers, strict=True)
        if each["sure"] or end not in each["found"][0][0]
    )


def test_the_sizes_in_a_message_choose_the_fix(explain):
    answers = zip(FITTED.items(), explain(FITTED), strict=True)
    assert [(text, answer) for (text, code), answer in answers if code not in answer["found"][0][2]] == []


def test_what_no_section_explains_is_not_claimed(explain):
    assert [text for text, answer in zip(FOREIGN, explain(FOREIGN), strict=True) if led_to(answer)] == []


def test_an_accuracy_tells_how_the_loss_was_computed(explain):
    typed = ["test loss: -0.0588, accuracy: 94%", "-0.0588", "loss 0.6931, acc 0.95", "acc@1 1.0 loss 6.9078"]
    titles = [answer["found"][0][1] for answer in explain(typed)]
    assert "probabilities or logits" in titles[0] and "17 classes alike" in titles[1]
    assert "at a high accuracy" in titles[2] and "classes alike" in titles[3]


def test_an_answer_is_not_given_twice(explain):
    [answer] = explain(["the loss is around 1.09 with 3 classes"])
    assert len({title for _, title, _ in answer["found"]}) == len(answer["found"])


def test_a_divergence_and_a_perplexity_are_no_cross_entropies(explain):
    divergence, perplexity, binary = explain(["kl loss is -0.03 with nn.KLDivLoss", "perplexity 1.0", "bce -3.2"])
    assert "target outside" in binary["found"][0][1]
    assert len(divergence["found"]) == 1 and "KL divergence" in divergence["found"][0][1]
    assert "perplexity" in perplexity["found"][0][1]


def test_a_long_text_takes_no_longer(explain):
    started = time.monotonic()
    explain(LONG)
    assert time.monotonic() - started < 5


def test_a_batch_is_suspected_of_what_is_wrong_with_it(explain):
    answers = zip(BATCHES.items(), explain(BATCHES), strict=True)
    assert [
        (text, answer["found"])
        for (text, title), answer in answers
        if answer["kind"] != "batch" or not answer["found"] or title not in answer["found"][0][1]
    ] == []


def losses_of_prints(seed):
    """Prints of logits, a target and a loss, right or wrong in a usual way, each with words of its answer."""
    draw = torch.Generator().manual_seed(seed)
    rows, count = 2 + seed % 4, 2 + seed % 5
    logits, target = torch.randn(rows, count, generator=draw) * 2, torch.randint(count, (rows,), generator=draw)
    weight = torch.rand(count, generator=draw) * 3 + 0.5
    logit, label = torch.randn(rows, generator=draw) * 2, torch.randint(2, (rows,), generator=draw).float()
    probs, prob = logits.softmax(dim=1), logit.sigmoid()
    right = F.cross_entropy(logits, target)
    for said, x, y, loss in [
        ("is right", logits, target, right),
        ("sum over the rows", logits, target, F.cross_entropy(logits, target, reduction="sum")),
        ("softmax twice", logits, target, F.cross_entropy(probs, target)),
        ("without its logarithm", logits, target, F.nll_loss(probs, target)),
        ("`nll_loss` of what is printed", logits, target, F.nll_loss(logits, target)),
        ("-log(p)", probs, target, right),
        ("not that of this print", logits, target, right + 0.3),
        ("is right", logit, label, F.binary_cross_entropy_with_logits(logit, label)),
        ("sigmoid twice", logit, label, F.binary_cross_entropy_with_logits(prob, label)),
        ("`BCELoss` of these", prob, label, F.binary_cross_entropy(prob, label)),
    ]:
        yield f"logits = {x}\ntarget = {y}\nloss = {loss}", said
    weighted = F.cross_entropy(logits, target, weight)
    yield f"logits = {logits}\ntarget = {target}\nweight = {weight}\nloss = {weighted}", "the weighted mean"


def test_the_loss_beside_a_batch_is_computed(explain):
    known = [each for seed in range(12) for each in losses_of_prints(seed)]
    answers = zip(known, explain(text for text, _ in known), strict=True)
    assert [
        (text, answer["found"])
        for (text, said), answer in answers
        if not any(said in title for _, title, _ in answer["found"])
    ] == []


def test_what_is_right_is_not_suspected(explain):
    assert [answer["found"] for answer in explain(RIGHT)] == [[]] * len(RIGHT)


def test_what_describe_prints_is_read(explain):
    described = transcripts.recorded_outputs(snippets.read(ROOT / "snippets/guides/debug/index/look.py"))
    first, last = described["others"].strip().split("\n\n")
    found = [[title for _, title, _ in answer["found"]] for answer in explain([described["describe"], first, last])]
    assert found[0] == [] and "probabilities" in found[1][0] and "half precision" in found[1][1]
    assert len(found[2]) == 1 and "log-probabilities" in found[2][0]


def test_a_print_is_read_as_its_numbers_or_refused(context, address):
    read = """async (texts) => {
        const { inspect } = await import("/assets/finder/batches.js");
        return texts.map((text) => inspect(text)).map(({ logits, refusal }) => [logits?.values, refusal?.remedy]);
    }"""
    with quiet_tab(context, address) as tab:
        tab.goto("guides/debug/")
        for values, remedy in tab.evaluate(read, PRINTS):
            assert values == [[0.5292, 0.6549], [0.1, 0.2]] if values else remedy


def runs(code):
    """Whether the code of an answer runs with logits and targets that it may be meant for."""
    for logits, target in INPUTS:
        batch = {name: torch.zeros(1, 4, dtype=torch.int64) for name in ["input_ids", "attention_mask", "labels"]}
        names = {"logits": logits, "target": target, "log_probs": logits, "loss": 0.5}
        try:
            exec(code, {**names, **MODULES, "batch": batch, "print": lambda *_: None})
            return True
        except (RuntimeError, ValueError, IndexError):
            continue
    return False


def test_the_code_of_every_answer_runs(explain):
    typed = [text for text, _, _ in finder.losses()] + list(BATCHES)
    codes = {code for answer in explain(typed) for _, _, code in answer["found"]}
    own = codes - {message.fix for message in messages.read(project.read(ROOT))}
    assert len(own) > 15 and [code for code in own if not runs(code)] == []


def ids(site, page):
    """The anchors of a page."""
    html = (site / page / "index.html").read_text(encoding="utf-8")
    return {tag["id"] for tag in BeautifulSoup(html, "html.parser")(id=True)}


@pytest.mark.ci
def test_every_address_in_the_box_is_there(site):
    tables = json.loads((site / "assets/finder/messages.json").read_text(encoding="utf-8"))
    known = {page: ids(site, page) for page in tables["pages"]}
    for page, title, *given in tables["places"]:
        anchor = given[0] if given else re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title.lower()).strip())
        assert anchor in known[tables["pages"][page]]
    folder = ROOT / "docs/assets/finder"
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js")))
    named = set(ADDRESS.findall(scripts)) | {f"guides/debug/{place}" for place in ON_DEBUG.findall(scripts)}
    assert len(named) > 25
    for page, anchor in (address.split("#") for address in named):
        assert anchor in known.setdefault(page, ids(site, page)), anchor


def test_every_case_is_asked_once_and_has_an_answer(context, address):
    read = """async () => {
        const { KINDS, PAIRS, RULES, SEEN, SYMPTOMS } = await import("/assets/finder/rules.js");
        const { PRINTS } = await import("/assets/finder/prints.js");
        const cases = [...RULES, ...KINDS, ...PAIRS, ...SEEN, ...SYMPTOMS, ...PRINTS];
        return [new Set(cases).size, cases.map((each) => Object.keys(each))];
    }"""
    with quiet_tab(context, address) as tab:
        tab.goto("guides/debug/")
        distinct, cases = tab.evaluate(read)
    assert distinct == len(cases)
    for fields in map(set, cases):
        assert fields <= FIELDS and fields & OF_TEXT and ("tells" in fields) != ({"section", "title"} <= fields), fields


def test_every_case_of_a_module_is_in_the_order():
    folder = ROOT / "docs/assets/finder"
    order = (folder / "rules.js").read_text(encoding="utf-8")
    for name, module in re.findall(r'import \* as (\w+) from "./([\w-]+.js)"', order):
        cases = re.findall(r"^export const ([a-z]\w+) = {", (folder / module).read_text(encoding="utf-8"), re.MULTILINE)
        assert cases and [case for case in cases if f" {name}.{case},\n" not in order] == []


def test_the_box_is_light(site):
    sizes = {name: len(gzip.compress((site / "assets/finder" / name).read_bytes())) for name in BOX}
    assert sum(sizes.values()) <= MOST_BYTES, sizes


@pytest.mark.ci
def test_each_message_typed_into_the_box_leads_to_its_section(tab, said):
    tab.goto("guides/debug/")
    box, link = tab.locator("loss-finder textarea"), tab.locator(".finder-answer a").first
    wrong = []
    for text, at in said:
        box.fill("")
        expect(link).to_have_count(0)
        box.fill(text)
        if link.evaluate("(link) => link.pathname + link.hash") != f"/{at}":
            wrong.append(text)
    assert len(wrong) <= 0.02 * len(said), wrong


# What a reader types, then the print that the answer asks for, and what its output says.
ASKED = {
    "nan": ("tensor(128) tensor(True)", "128 labels count"),
    "inf": ("tensor(-100) tensor(4) torch.Size([4, 5])", "The labels fit the classes"),
    "-61.6 with BCE": ("tensor(0.) tensor(255.)", "goes up to 255"),
    "IndexError: Target 10 is out of bounds.": (
        "tensor(0) tensor(10) torch.Size([4, 10])",
        "Label 10 is out of bounds",
    ),
    "the loss grows from 2.3 to 230": ("tensor(312.5)", "a row costs at most 625 + ln C"),
    "stuck at 0.6931": ("tensor([0.0250], grad_fn=<StdBackward0>)", "differ between rows, by up to 0.025"),
}


# The code of an answer, its output, and what that says.
PRINTED = [
    ("print(logits.isfinite().all(dim=1))", "tensor([ True,  True, False])", "The logits of row 2 are not finite"),
    ("print(logits.isneginf().all(dim=1))", "tensor([False,  True])", "Row 1 is masked as a whole"),
    ("print(logits.min())", "tensor(-3.4028e+38)", "a class is masked"),
    ("print(logits.min())", "tensor(nan)", "A logit is not a number"),
    ("print(target.min(), target.max())", "tensor(nan) tensor(nan)", "The target is not a number"),
    ("print(targets.min())  # above the blank's 0", "tensor(0)", "is that the blank?"),
    (
        "print(tokens.min(), tokens.max(), embedding.num_embeddings)",
        "tensor(0) tensor(50257) 50257",
        "Token 50257 is outside",
    ),
    (
        "print(probs.min(), probs.sum(dim=1), logits.isfinite().all())",
        "tensor(0.) tensor([1., 0.]) tensor(True)",
        "Row 1 adds up to",
    ),
    ("print(target.unique())", "tensor([7])", "Every target is 7"),
    (
        "print([name for name, p in model.named_parameters() if not p.isfinite().all()])",
        "['0.weight', '0.bias']",
        "2 weights are not finite",
    ),
    ("print(target.unique(), logits.shape[1])", "tensor([0, 1, 2, 3]) 3", "Label 3 is out of bounds"),
    ("print(target.unique(), target.mean(dtype=torch.float))", "tensor([0, 1]) tensor(0.01)", "takes 1 % of the mask"),
    (
        "print(outputs.min(), outputs.max(), outputs.sum(dim=1))",
        "tensor(0.0100) tensor(0.9800) tensor([1., 1.])",
        "The outputs are probabilities",
    ),
    ("print(logits[target == 1])", "tensor([-3.2000, -2.1000])", "0 of 2 rows of class 1"),
    ("print(losses.shape)  # (N,), not (N, N)", "torch.Size([32, 32])", "the shapes have broadcast"),
    ("print(log_probs.argmax(dim=-1).unique(return_counts=True))", "(tensor([0]), tensor([512]))", "the blank"),
    ("print(logits.std(dim=0))", "tensor([0.0001, 0.0002])", "hardly depend on the input"),
    ("print(target.min(), target.max())", "tensor(-1.) tensor(1.)", "goes from -1 to 1"),
    (
        "print(target, logits.argmax(dim=1))",
        "tensor([0, 1, 1]) tensor([1, 1, 1])",
        "2 of 3 rows are right",
    ),
]


# Typed after such an answer, and no output of its code.
NOT_PRINTED = [
    ("print(logits.std(dim=0))  # near 0", "tensor(0.6931, grad_fn=<NllLossBackward0>)"),
    ("print(logits.std(dim=0))  # near 0", "tensor(0.6931)"),
]


def test_a_loss_is_no_output_of_code_that_prints_none(context, address):
    with quiet_tab(context, address) as tab:
        tab.goto("guides/debug/")
        for code, typed in NOT_PRINTED:
            given = """async ([code, typed]) => (await import("/assets/finder/asked.js")).answered(code, typed)"""
            assert tab.evaluate(given, [code, typed]) is None, typed


def test_a_print_is_read_by_the_code_that_was_advised(context, address):
    with quiet_tab(context, address) as tab:
        tab.goto("guides/debug/")
        answered = (
            """async ([code, output]) => (await import("/assets/finder/asked.js")).answered(code, output)?.title"""
        )
        refuse(
            f"{code}: {told}"
            for code, output, said in PRINTED
            if said not in (told := tab.evaluate(answered, [code, output]) or "")
        )


AT_EACH_CHANGE = ("IndexError: Target 10 is out of bounds.",)  # the others only in continuous integration
TYPED = [pytest.param(typed, marks=[] if typed in AT_EACH_CHANGE else [pytest.mark.ci]) for typed in ASKED]


@pytest.mark.parametrize("typed", TYPED)
def test_the_box_reads_what_its_own_print_shows(tab, typed):
    output, said = ASKED[typed]
    tab.goto("guides/debug/")
    field, title = tab.locator("loss-finder textarea"), tab.locator(".finder-title").first
    field.fill(typed)
    expect(tab.locator(".finder-answer pre")).to_be_visible()
    field.fill(output)
    expect(title).to_contain_text(said)
    expect(tab.locator(".finder-note")).to_contain_text("Read as the output of print(")
    field.fill("0.6931")
    expect(title).to_contain_text("ln 2")


@pytest.mark.parametrize("page", ["", "guides/debug/"])
def test_an_answer_stands_below_the_box_and_is_announced(page, tab):
    tab.goto(page)
    box = tab.get_by_label("Paste the error, or type the loss you see")
    box.fill("IndexError: Target 7 is out of bounds.")
    expect(tab.locator(".finder-title")).to_have_text("Class index out of bounds")
    expect(tab.locator("loss-finder").get_by_role("status")).to_have_text("Class index out of bounds")
    link = tab.locator("loss-finder").get_by_role("link").first
    assert link.evaluate("(link) => link.pathname + link.hash") == "/guides/debug/target/#class-index-out-of-bounds"
    box.fill("")
    expect(tab.locator(".finder-title")).to_have_count(0)


def test_an_answer_by_words_alone_says_so(tab):
    tab.goto("guides/debug/")
    box, lead = tab.locator("loss-finder textarea"), tab.get_by_text("Going by the words of the text:", exact=True)
    box.fill("my loss decreases but the accuracy does not change")
    expect(lead).to_be_visible()
    box.fill("loss stuck at 1.0986 with 3 classes")
    expect(tab.locator(".finder-title")).to_contain_text("ln 3 = 1.0986")
    expect(lead).to_have_count(0)


@pytest.mark.ci
def test_an_example_is_chosen_from_the_keyboard(tab):
    tab.goto("guides/debug/")
    tab.locator("loss-finder button").first.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("loss-finder textarea")).to_be_focused()
    expect(tab.locator(".finder-title")).to_contain_text("ln 3 = 1.0986")


@pytest.mark.parametrize("typed", ["1.52", "stuck at 1.5173", "1.4891"])
def test_a_value_just_above_a_floor_asks_for_a_second_softmax(typed, explain):
    [answer] = explain([typed])
    assert not answer["sure"] and answer["found"][0][1].startswith("Softmax twice? The lowest loss for 10 classes")


@pytest.mark.ci
def test_who_comes_back_finds_the_answer(tab):
    tab.goto("guides/debug/")
    tab.locator("loss-finder textarea").fill("stuck at 2.3")
    tab.locator("loss-finder").get_by_role("link", name="Read on").first.click()
    tab.wait_for_url("**/symptoms/#the-loss-is-stuck-at-ln-c")
    tab.go_back()
    expect(tab.locator("loss-finder textarea")).to_have_value("stuck at 2.3")
    expect(tab.locator("loss-finder .finder-title").first).to_contain_text("ln 10 = 2.3026")


@pytest.mark.ci
def test_a_batch_goes_on_to_the_calculator(tab):
    tab.goto("guides/debug/")
    tab.locator("loss-finder textarea").fill("tensor([[2.5, 3.5, 1.5]])\ntensor([1])")
    tab.get_by_role("link", name="See its loss in the calculator").click()
    expect(tab.locator("batch-calculator .calc-loss strong")).to_have_text("0.4076")


@pytest.mark.ci
def test_logits_alone_go_there_with_targets_that_are_named(tab):
    tab.goto("guides/debug/")
    tab.locator("loss-finder textarea").fill("tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])")
    tab.get_by_role("link", name="See it in the calculator, with targets of zero").click()
    expect(tab.locator("[name=targets]")).to_have_value("[0,0]")


@pytest.mark.ci
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(scheme, browser, address):
    with (
        browser.new_context(base_url=address, viewport={"width": 390, "height": 800}, color_scheme=scheme) as context,
        quiet_tab(context, address) as tab,
    ):
        tab.goto("guides/debug/")
        tab.locator("loss-finder textarea").fill(finder.JUPYTER.replace("MESSAGE", "Target 7 is out of bounds."))
        tab.locator(".finder-title").wait_for()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390
        assert tab.locator(".finder-examples").is_hidden(), "the answer comes at once below the field"
        assert tab.locator(".finder-answer a").first.bounding_box()["y"] < 800
        tab.locator("loss-finder textarea").fill("")
        assert tab.locator("loss-finder button").first.bounding_box()["height"] >= 24


def test_without_a_script_a_sentence_points_to_the_tables(browser, address):
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto("guides/debug/")
        expect(tab.locator("loss-finder")).to_contain_text("by symptom")
        assert tab.locator("loss-finder a").count() == 2 and not tab.locator("loss-finder textarea").count()


def test_it_says_so_if_its_list_does_not_load(context, address):
    with quiet_tab(context, address) as tab:
        tab.route("**/messages.json", lambda route: route.abort())
        tab.goto("guides/debug/")
        tab.locator("loss-finder textarea").fill("nan")
        expect(tab.locator(".finder-title")).to_contain_text("could not be loaded")
        tab.heard.clear()
