// What a text says of a loss: causes, each with the facts that it needs, in the order in which they are asked for. No DOM.
import { elsewhere } from "./elsewhere.js";
import { extreme } from "./extremes.js";
import { read } from "./facts.js";
import { CAPPED, constant, kinds, LOGITS, toleranceOf } from "./kinds.js";
import { causes, PLAIN, significant, smoothed, unknown, unsure } from "./numbers.js";
import { ALIKE, answer, CHECK, LARGEST, ONE_TOKEN, SPREAD, topics } from "./sections.js";
import { BROADCAST, isModel, isPerfect, OWN, SAME, SEEN, squashed, wordy } from "./words.js";

const APART = { isApart: true }; // the loss is at no floor
const OVERFITTED = answer("high", "The validation loss rises while that of training falls: overfitting",
  "The model is sure of some validation rows, and wrong. Look at them:", LARGEST);
const FAR = { ...OVERFITTED, isWeak: true, title: "The validation loss is far above that of training: overfitting" };
const PARTED = answer("high", "The loss of training falls, that of validation does not: overfitting, or other rows",
  "The model learns what holds for the training rows alone. Or the validation rows are prepared or labelled in another way. Look at the largest losses:", LARGEST, true);
const STRANGE = answer("high", "The training rows are right, most validation rows are wrong: other labels, other preparation, or overfitting?",
  "Do both sets map names to the same class indices, scale their inputs alike, and is the model in `eval` mode? Compare labels and predictions:",
  "print(target, logits.argmax(dim=1))", true);
const RISES = { isWeak: true, ...answer("high", "The loss rises, but the accuracy does not fall: a few confident mistakes") };
const IDLE = answer("idle", "The loss falls, but the accuracy does not improve",
  "Rows improve, but stay wrong; or the accuracy is computed in another way than the loss, as by an `argmax` over the wrong dimension. Or one is of training, the other of validation: overfitting. Look at the predictions:",
  "print(logits.argmax(dim=1).unique(return_counts=True))");
const SMALLER = answer("evaluation", "The validation loss is the smaller one: that is usual",
  "In training, dropout, augmented rows and an earlier model raise the loss. Measure both alike:", "model.eval()  # then measure both");
const LOGGED = "Hugging Face's trainer logs another number in place of a loss that is nan, unless `logging_nan_inf_filter=False`.";

const last = (list) => list.at(-1);
const isKnown = ({ loss }) => loss && causes(loss)[0]?.score > 0.3; // by its value
const isFinite = ({ loss }) => Number.isFinite(loss?.value);
const shown = (x) => (x < 1e6 ? x : x.toPrecision(2).replace("+", ""));

// The loss of validation and the one to compare it with.
function pair(f) {
  const validation = last(f.values("loss", "val"));
  return [last(f.values("loss", "train")) ?? (validation === undefined ? undefined : last(f.values("loss", ""))), validation];
}

// Which way the accuracy goes that belongs to a loss, and the accuracies of both.
const accuracyWay = ({ course }) => course.valAcc ?? course.Acc ?? course.trainAcc;
const isAccurate = ({ accuracies, loss }) => accuracies.length > 0
  && accuracies.every(({ share }) => share > 0.75 && (share < 1 || Math.exp(loss.value) < 50));
const lossWay = ({ course }) => course.valLoss ?? course.Loss ?? course.trainLoss;

// Causes that a text tells by itself, whatever the value of its loss may be by chance.
const RULES = [
  { needs: (f) => f.loss?.value < 0 && f.numbers.find(
    ({ name, before, value, digits, after }) => /(?:dice|iou)(?!\w*.?loss)/i.test(name + before.slice(-14)) && value !== f.loss.value && digits > 0 && !/^ ?%/.test(after)
      && (value < -1e-3 || (value > 1.001 && value < 10))), says: (f, { value }) => answer("negative",
      `A score of ${Number(value.toFixed(4))}, outside zero to one, and a negative loss: the mask is not 0 and 1`,
      "Map values such as 0 and 255 to 0 and 1. If the mask is right, the prediction is no probability.", "print(target.unique())") },
  { needs: (f) => isFinite(f) && f.is(/(?<!\bno )\bnan\b[^.;\n]{0,25}\b(?:eval|valid|test|inference)|(?:eval|valid|test|inference)\w*\(?\)?(?: loss)?[^.;\n\d]{0,20}(?<!\bno )\bnan\b/i),
    says: answer("nan", "A loss of nan in evaluation alone",
      "A batch without a valid label, such as an empty last one; or inputs and statistics of a normalisation that training does not use. Look at the first batch whose loss is nan:", CHECK) },
  { needs: (f) => isFinite(f) && (f.values("gradient").some(Number.isNaN) || f.is(/(?<!\b(?:no|any|for) )\bnan\W{1,2}grad(?!\w*\W{1,3}no(?:ne)?\b)/i)), says: (f) => (f.loss.value === 0 ? answer(
      "nan", "The gradient is nan, and the loss zero: does the trainer hide a loss of nan?", `${LOGGED} Look at one batch:`, CHECK)
      : answer("finite", "The gradient is nan, although the loss is finite", `Or some losses are nan too: ${LOGGED}`)) },
  { needs: (f) => f.loss && breaks(f), says: answer("finite", "Finite at first, then nan at each step: the weights became nan",
    "The first gradient was not finite, or the step was too large for the type, such as that of Adam in `float16`. Look at the weights after the first step:",
    "print([name for name, p in model.named_parameters() if not p.isfinite().all()])") },
  { needs: ({ loss, values, accuracies }) => loss?.value === 0 && !loss.isOther && values("loss", loss.split).at(-2) > 0.5 && !accuracies.some(({ share }) => share > 0.9), says: answer("zero",
    "The loss drops to exactly zero at once: does the trainer log a nan as zero, or does no label count?", LOGGED, CHECK) },
  { needs: ({ loss, told }) => loss?.value === 0 && !loss.isOther && Object.values(told).includes("negative"), says: ({ loss }) => answer("negative", "The loss is negative",
    "`NLLLoss` needs log-probabilities, and a two-class loss targets from zero to one.", loss.isBinary ? "print(target.min(), target.max())" : "F.nll_loss(logits.log_softmax(dim=1), target)") },
  { needs: isEmpty, says: (f, { isModel }) =>
    (isModel ? answer("shift", "A language model's loss is exactly zero: does it see what it must predict?",
        "At each position, the target is the token that comes next: shift the labels once, and mask what comes later. Or no label counts:", CHECK)
      : answer("zero", "The loss is zero, and so is its gradient: perhaps no label counts",
        "If all labels are ignored or masked, some trainers log zero. Or there is one output. Look at one batch:", CHECK)) },
  { needs: (f) => isFinite(f) && vanished(f), says: (f, name) => ({ ...answer("zero", `One of the losses is always zero: ${name}`,
    "No row counts in it, as if all of its labels are ignored; or it has one class; or it is switched off by its weight. Look at what it gets:", CHECK),
    isSaid: f.is(/\bzero\b|\b(?:is|always|at) 0(?:\.0+)?\b/i), isHint: true }) },
  { needs: (f) => f.loss?.value > 0 && f.loss.value < (f.is(/garbage|nonsense|generat\w*[^.\n]{0,20}(?:bad|wrong|poor)|too (?:low|good)/i) ? 0.1 : 0.01) && f.loss.isNamed && (isModel(f) || f.is(/\bppl\b|perplexity/i))
    && f.is(/(\w)\1{6}|garbage|\bbad\b|repeat|nonsense|fast|quick|suspicious|too (?:low|good|small)|wrong/i),
    says: { ...answer("shift", "A language model's loss near zero: does it see what it must predict?",
      "At each position, the target is the token that comes next: shift the labels once, and mask what comes later. Or few labels count, or the rows are learned by heart:", CHECK),
      isSaid: false, isHint: true } },
  { needs: (f) => (f.is(/accumulat|grad\w*[ _]acc\b/i) || f.is(/\bGA\b/)) && f.is(/consisten|correlat|differ|larger|bigger|higher|increas|multipl|scal|(?:too|very) (?:large|high|big)|(?:n't|\bnot) (?:\w+ )?the same|(?:\d|two|three|four|eight) ?times/i)
    && f.is(/loss/i),
    says: answer("accumulation", "The loss depends on the steps of gradient accumulation: their losses are added up, or their means averaged",
      "Divide each loss by the number of targets in all steps together, not by those in its own:",
      'F.cross_entropy(logits, target, reduction="sum") / target.ne(-100).sum()  # of all steps') },
  { needs: (f) => f.loss?.value > 1e5 && f.loss.value < 3e38 && !f.loss.isOther && isLevel(f.values("loss", f.loss.split)),
    says: (f) => answer("stuck", `A sum near ${shown(f.loss.value)} that hardly changes: is its mean ln C?`,
      "Divide it by the rows, pixels or tokens that count. If so, the model guesses. The gradient of a sum is as many times larger, so take the mean:", PLAIN) },
  { needs: (f) => f.loss?.value < 0 && f.is(/\bctc/i), says: answer("ctc", "A negative CTC loss: the input is not log-probabilities, or a label is the blank",
    "Take `log_softmax`. If a label has the blank's index, which is 0 unless you name another, move the labels up by one.", "print(targets.min())  # above the blank's 0") },
  wordy(/^(?![^]*(?:\bvae|posterior))(?=[^]*\b(?:ref\w*|policy|reward|rlhf|ppo|grpo)\b)[^]*\bkl\b[^.\n\d]{0,50}\b(?:is|stays?|always|exactly|remains?) (?:at |exactly |always )?(?:0(?:\.0+)?(?![.\d])|zero)/i, "policy", "The divergence from the reference is 0: right before the first step; later, both may be one model",
    "Copy the reference before the training, and freeze the copy:", "print(policy is reference)  # copy.deepcopy(policy) is another model"),
  wordy(/class weights?\b[^.\n]{0,40}\b(?:worse|which order|order of)\b/i, "average", "Is the weight at index k that of class k?", "`most_common()` of a `Counter` sorts by count, and a `set` has an order of its own. Count by index:", "counts = torch.bincount(target, minlength=logits.shape[1])"),
  { needs: (f) => f.is(/token|language model|\blm\b|gpt/i) && f.loss?.isNamed && !f.loss.isOther && !f.loss.isBits && !f.loss.isPerplexity && f.loss.value > 0.3 && f.loss.value < 3 && !isKnown(f)
    && f.accuracies.length > 0 && f.accuracies.every(({ share }) => share < 0.2 * Math.exp(-f.loss.value)), says: (f) => answer("shift",
    `A loss of ${f.loss.text} gives the right class a probability of ${Number(Math.exp(-f.loss.value).toFixed(3))}, but the accuracy is hardly above 0: do both look at the same positions and labels?`,
    "The accuracy may be taken one position off, of labels that the loss does not see, or over another dimension. Compute both from one batch:", "print(F.cross_entropy(logits, target), (logits.argmax(dim=1) == target).float().mean())") },
  wordy(/kl_?div[^]*\/ ?(?!\w*(?:mask|target|label))[\w.]+\.numel\(/i, "average_kl", "A KL divergence over the number of entries is as many times smaller as there are classes", "Divide the sum by the rows:", 'F.kl_div(log_probs, target, reduction="batchmean")'),
  wordy(/^(?=[^]*(?:eval\(\)|dropout))[^]*val\w* loss[^.\n]{0,40}(?:higher|larger)[^.\n]{0,60}first (?:batch|epoch)/i, "evaluation", "A validation loss above that of training from the first batch on: another mode, other inputs, or another divisor",
    "It is usually too early to overfit. Compute both in one mode on one batch:", "model.eval()  # for both"),
  wordy(/^(?![^]*\b(?:nan|inf|stuck|plateau)\b)(?=[^]*(?:arange|ground_?truth))[^]*logits_per_(?:image|text)/i, "clip", "In CLIP, the target is always 0, 1, 2 …: row n belongs to column n"),
  wordy(/(?:same|identical) (?:output|prediction|value|result)s? for (?:all|every|each|any) (?:\w+ ){0,2}(?:input|image|sample|row|example|data|text|sentence|token|pixel|batch(?! size))|(?:output|pred\w*) ?(?:class )?distribution\W{1,4}\{\d+: ?\d+\}/i, "stuck", "All rows get one output: the logits do not depend on the input, or one class is common", "", ALIKE),
  wordy(/^(?![^]*(?:pre-?train|checkpoint|load|warning|coder|layer))[^]*\bweights? (?:are |is )?ignored\b/i, "weights", "Class weights change nothing"),
  wordy(/^(?![^]*(?:bce|binary|mse))(?=[^]*weight)(?=[^]*reduction)(?=[^]*\b(?:none|sum)\b)[^]*\bmean\b[^]*(?:wrong|expect|differ|intended)/i, "average", "A weighted mean divides by the sum of the targets' weights, not by the number of rows",
    "To divide by the rows instead:", 'F.cross_entropy(logits, target, weight, reduction="sum") / len(target)'),
  wordy(/^(?![^]*(?:\bnan\b|\b0\.0+\b|\bsum))[^]*loss\w*[^.\n]{0,30}(?:in|during|at) (?:eval|valid|test)\w*[^.\n]{0,40}(?:weird|strange|huge|explod|too large)/i, "evaluation", "A loss that is wrong in evaluation alone: the running averages of a normalisation, other inputs, or overfitting",
    "Batch normalisation uses them in evaluation mode. Compare both modes on one training batch:", "model.train()  # and model.eval()", true),
  wordy(/^(?![^]*(?:wgan|wasser|critic))[^]*discriminator(?:'s)? (?:loss\b(?:(?!not\b|n't|never|gen)[^.;,\n\d]){0,50}(?:\bzero\b|\b0(?:\.0+)?(?![.\d])|10\^-)|acc\w*\b(?:(?!not\b|n't|never|gen)[^.;\n\d]){0,60}100 ?%(?![^\n]*\b\d\d? ?%))/i, "gradient", "The discriminator wins: its loss is near zero, and the generator may get hardly any gradient",
    "Through a sigmoid that is rounded to 0 or 1, the gradient is zero. Take both losses of the logits, the generator's with targets of 1:", "F.binary_cross_entropy_with_logits(logits_of_fakes, torch.ones_like(logits_of_fakes))"),
  wordy(/^(?![^]*att(?:n|ent))[^]*(?:Dense\((?:\w+, ?)?(?:units ?= ?)?|Linear\(\w+, ?)1\b(?!, ?\d)(?:(?!Linear|Dense)[^\n])*softmax/i, "zero", "A softmax over one output is always 1", "One output needs a sigmoid:", "F.binary_cross_entropy_with_logits(logits, target)"),
  wordy(/^(?![^]*(?:margin.?rank|multi.?margin|hinge|arc.?face|cos.?face))[^]*(?:chang\w* (?:the )?margin\b[^.\n]{0,40}loss[^]*(?:margin|same|equal|approx)|loss[^.\n]{0,40}(?:approximat|equal|close)\w*(?: of| to)? (?:the )?margin)/i, "triplet", "The loss is the margin: all embeddings are alike", ...SPREAD),
  wordy(/(?:class.?weights?|weighted)[^]*dice[^]*loss: -|dice[^]*(?:class.?weights?|weighted)[^]*loss: -/i, "weighted", "A weighted Dice loss below zero: the score is subtracted, or the weights do not average one",
    "Weight the losses, and divide by the sum of the weights:", "(w * (1 - dice)).sum() / w.sum()"),
  wordy(/^(?![^]*(?:\bbce|sigmoid|divid\w* by 255|== ?255))(?=[^]*(?:iou|acc)\w*\W{0,4}(?:is |= ?)?(?:0(?:\.0+)?(?![\d.])|nan\b))[^]*(?:labels?|mask|gt|class)[^.\n]{0,30}\b0 ?(?:,|and|\/) ?255\b/i, "ignored", "A mask of 0 and 255: 255 is often the label that is ignored, so no object counts",
    "Map it to 1 first:", "target = (target == 255).long()"),
  wordy(/^(?![^]*(?:itself|inside|internal|already|hugging|model (?:does|shifts)|bert|\bmlm\b|masked|\bt5\b|encoder|\bner\b|tagging|label shift))[^]*(?:labels?\b[^\n]{0,80}(?:n't|\bnot|without|never) (?:a )?shift|input_ids\b[^\n]{0,40}(?:n't|\bnot) shift)/i, "shift", "Labels that are not shifted: the target is the input token itself, and the loss goes to zero",
    "Shift the labels once, in the data or in the model:", "F.cross_entropy(logits[:, :-1].flatten(0, 1), ids[:, 1:].flatten())"),
  wordy(ONE_TOKEN, "shift", "One token: after the shift, no label is left, and the mean over nothing is nan", "A language model needs at least two tokens in a row."),
  wordy(/ignore_index ?=? ?0\b[^]*(?:never|not) predict|never predict[^]*ignore_index ?=? ?0\b/i, "ignores", "With `ignore_index=0`, no row of class 0 counts: the model never learns it",
    "Give the padding an index that is no class, such as -100:", "F.cross_entropy(logits, target, ignore_index=-100)"),
  { needs: ({ loss, is }) => Number.isNaN(loss?.value) && is(/focal/i), says: answer("finite", "A focal loss of nan: a logit that is not finite, or a power or a logarithm of a rounded probability",
    "Or it is divided by the positives, and there are none. With an exponent between zero and one, the power has an infinite slope at zero. Clamp one minus the probability, and take the logarithm from the logits:", "weight = (1 - probability).clamp(min=1e-6) ** gamma") },
  { needs: ({ loss, values }) => loss?.value > 0 && !loss.isOther && !loss.isMixed && values("loss").length > 2 && values("loss").some((each) => each < 0),
    says: answer("negative", "Some of the losses are below zero: no cross-entropy of class indices is", "`NLLLoss` and `CTCLoss` take log-probabilities:", "log_probs = logits.log_softmax(dim=-1)") },
  { needs: ({ loss, is }) => loss?.value > 9.5 && loss.value < 12.6 && !loss.classes && !loss.isOther && is(/scratch|random|untrained/i) && is(/start|begin|initial|first/i) && !is(/resnet|\bcnn|cifar|mnist|imagenet|\bimages?\b/i),
    says: (f) => answer("stuck", `A first loss near ${f.loss.text}: a guess between about ${Math.round(Math.exp(f.loss.value) / 1000)} thousand tokens has that`, "That is right for a language model: ln 50304 = 10.8258. One that is trained already starts lower. With fewer classes, the first logits are far apart, or the loss is a sum.") },
  { needs: ({ loss, accuracies, is }) => loss?.value > 1 && loss.value < 13 && !loss.isOther && accuracies.length > 0 && accuracies.every(({ share }) => share > 0.99) && is(/cosine(?!\W*(?:anneal|sched|lr|decay|warm|learning))|normali[sz]ed (?:feat|embed|weight|vector|logit)|similarit|arcface|cosface/i),
    says: ({ loss }) => answer("contrastive", `Every row is right, but the loss stays at ${loss.text}: cosines without a scale have a floor`,
      `Two cosines differ by at most 2, so no probability comes near 1.${loss.classes > 2 ? ` With ${loss.classes} classes, no row costs less than ${Math.log(1 + (loss.classes - 1) * Math.exp(-2)).toFixed(4)}.` : ""} Multiply them:`, "logits = 16 * cosines") },
  { needs: diverges, says: (f, [first, end, isFalling]) => (isFalling
    ? answer("rows", `A cross-entropy of ${shown(end)}, at first or falling: a sum over rows, pixels or tokens`, "Take the mean, or divide by what counts:", PLAIN)
    : answer("nan", first ? `The loss grows from ${shown(first)} to ${shown(end)}: the training diverges`
      : `${shown(end)} for a cross-entropy: the training diverges, or this is a sum`,
    "Often the learning rate is too large: lower it, or clip the gradients. Look at the logits before it grows:", "print(logits.abs().max())")) },
  { needs: (f) => elsewhere(f.said) }, { needs: strange, says: STRANGE }, { needs: (f) => f.loss?.value > 0 && overfits(f), says: OVERFITTED }, { needs: (f) => f.loss && kinds(f) },
  { needs: (f) => f.loss && evenly(f), says: (_, count) =>
    answer("stuck", `ln ${count} = ${Math.log(count).toFixed(4)} at a high accuracy: nearly equal logits, or confident mistakes`,
      "If the logits are nearly equal, the largest is right by a small margin, or always the same and its class is common. Or a few wrong rows cost much. Or the loss and the accuracy come from different tensors.", ALIKE) },
  wordy(/\bgrad(?:ient)?s? ?(?:of \S+ )?(?:is|are|=|:)? ?(?:all |always )?(?:none|zeros?|0)(?![.\w])|\bno gradient|\bgrad(?:ient)?s?\W{0,3}\n?\s*tensor\([[\s]*(?:-?0\.[,\s.[\]]*){3}/i, "gradient",
    "A gradient is None or zero"),
  wordy(/loss.?scale[^]*(?:overflow|skipping|reducing|minimum)|(?:overflow|skipping|reducing|minimum)[^]*loss.?scale/i, "half",
    "A gradient above the largest `float16`: the step is skipped, and the scale of the loss falls",
    "In the first steps that is usual. If it goes on, the loss or a logit overflows itself: take the loss in `float32`."),
  { needs: (f) => f.loss && !f.loss.isOther && f.told.Loss === "up" && accuracyWay(f) === "flat" && f.accuracies.length === 1
    && f.accuracies[0].share < 0.6 && f.loss.value > -2 * Math.log(f.accuracies[0].share),
    says: (f) => answer("high", `A loss of ${f.loss.text} at an accuracy of ${Number((100 * f.accuracies[0].share).toPrecision(3))} %: the model is sure of its mistakes`,
      "Training rows: the learning rate is too large, or the labels are shuffled. Validation rows: it overfits, or they are prepared in another way. Look at the largest losses:", LARGEST) },
  { needs: (f) => Number.isNaN(f.loss?.value) && f.is(/kl_?div|distil|\bkd\b/i), says: (f) => answer(f.is(/distil|\bkd\b/i) ? "kd" : "kl",
    "A KL divergence of nan: a target of logarithms, without `log_target=True`, or an input of minus infinity",
    "A negative number has no logarithm; zero times infinity is nan. Take both from `log_softmax`:",
    'F.kl_div(log_probs, log_target, log_target=True, reduction="batchmean")') },
  wordy(/^(?![^]*(?:permute|movedim|moveaxis|transpose))(?=[^]*(?:segment|pixel|H, ?W|\bmask|conv2d))[^]*(?:reshape|view)\(-1, ?(?!1\))[\w.]+\)/i, "reshaped", "Logits of images, reshaped to rows: classes and pixels are mixed up",
    "`cross_entropy` takes (N, C, H, W) as it is. For rows, move the classes to the end first:", "logits.movedim(1, -1).flatten(0, -2)"),
  wordy(/^(?=[^]*(?:distil|\bkd\b))(?=[^]*(?:temperature|\bT ?=))[^]*(?:small|scal|factor|times|square|vanish|tiny)/i, "distillation",
    "In distillation, the loss is multiplied by T²", "Otherwise, at large T, its gradient shrinks like 1/T²:",
    'T ** 2 * F.kl_div((logits / T).log_softmax(dim=1), (teacher / T).softmax(dim=1), reduction="batchmean")'),
  { needs: (f) => !f.is(/rewards\/(?:margin|chosen)/) && f.is(/\bgrpo\b|reward_std|completion_length|completions\/|clip_ratio|approx_kl/i)
    && Math.abs(f.loss?.value) < 0.1, says: answer("policy", "A policy's loss near zero: at first, that is right",
    "The ratio is 1 and the advantages of a group average zero, so the loss is zero, and its gradient is not. Later, it shows the penalty on the divergence, if there is one. Watch the rewards instead.") },
  { needs: (f) => (f.accuracies.length || f.is(/\bf1\b/i)) && f.is(/\bf1(?:[ -]?score)?[^\d\n.]{0,6}(?:0(?:\.0+)?(?![.\d])|zero\b)|\b(?:recall|sensitivity|tpr)\W{1,4}(?:is |of )?0(?:\.0+)?(?![.\d])|\bSE: ?0\.0+\b[^]*\bSP: ?(?:1\.0|0\.9)/i), says: (f) => answer("imbalance", "A recall of 0: no row of the class is predicted correctly",
    (f.accuracies.length && last(f.accuracies).share < 0.7 ? "Nearly all rows probably get another class." : "The class is probably rare.") + " Look at the logits of its rows. Is `pos_weight` the negatives divided by the positives, and passed by its name? Or lower the threshold.", "print(logits[target == 1])") },
  { needs: starts, says: (f, text) => answer(f.is(/pre-?train|token|vocab|\b(?:lm|llm|gpt|llama)/i) ? "tied" : "first",
    `A first loss of ${text} is far above that of a guess: the first logits are far apart`,
    "A guess between C classes or tokens has ln C: 10.8249 for 50257. Weights that begin too large do that, such as embeddings that are tied to the output. Or the loss is a sum.",
    "print(logits.std(), logits.shape)  # about 1 or less at first") },
  wordy(/^(?=[^]*(?:pred|output|generat|decod|result))[^]*(?:<?\bPAD>?\s+){4}/, "padding", "Padding is predicted: it counts in the loss, and in the accuracy",
    "Most positions are padding, so predicting it is right most of the time. Ignore its index in the loss, and mask it in the accuracy:",
    "F.cross_entropy(logits.movedim(-1, 1), target, ignore_index=pad_id)  # logits (N, L, V)"),
  { needs: confident, says: (f, { share, each }) =>
    answer("high", `At an accuracy of ${Number((100 * share).toPrecision(3))} %, a loss of ${f.loss.text}: a few confident mistakes, or rows that are right by a small margin`,
      `If the right rows cost hardly anything, a wrong one costs ${Number(each.toPrecision(2))} on average. If the network ends in a softmax, each row costs much. Look at the largest losses:`, LARGEST, true) },
  { needs: contradicts, says: (f, share) =>
    answer("idle", `A loss of ${f.loss.text} contradicts an accuracy of ${Number((100 * share).toPrecision(3))} %: each wrong row costs at least ln 2 = 0.6931`,
    "They come from different rows or outputs: the accuracy may take another dimension, other labels, or an average that the loss does not. Or the loss leaves out or hardly weights the wrong rows, as when `ignore_index` is a class too. Compute both from one batch:",
    "print(F.cross_entropy(logits, target), (logits.argmax(dim=1) == target).float().mean())") },
  { needs: ({ loss, accuracies, values }) => loss?.value > 0 && !loss.isOther && accuracies.length > 2 && last(accuracies).share === 1
    && last(accuracies).split === loss.split && accuracies.some(({ share }) => share < 1) && values("loss", loss.split).at(-2) > 1.1 * loss.value,
  says: (f) => answer("high", `Every row is right, and the loss of ${f.loss.text} still falls: that is usual`,
    `The accuracy takes the largest logit, the loss the probability of its class: here ${Number(Math.exp(-f.loss.value).toFixed(4))} (the geometric mean).`) },
  wordy(/\b(?:mean|average) of (?:the |all )?(?:(?:mini-?)?batch(?:es)? |mean |average )+(?:loss|mean|average)/i, "means", "A mean of means: a small batch counts as much as a large one",
    "Multiply each batch's mean by its rows, add up, and divide by all rows.", "total += loss.item() * len(target)  # at the end: total / rows", true),
  wordy(/(?:last|final) (?:\w+ )?batch\b[^.\n]{0,40}\b(?:small|fewer|less)|\b(?:small|fewer)\w* (?:last|final) (?:\w+ )?batch/i, "smaller", "A smaller last batch: its sum is smaller too, and in a mean of means its rows count more",
    "Divide a sum by its rows. For an epoch, add up the sums and divide by all rows."),
  wordy(/^(?=[^]*index out of range)[^]*embedding/i, "bounds", "An index out of range: an embedding got an index beyond its size",
    "Of tokens that were drawn from logits: the last layer has more columns than the embedding has rows, or fewer tokens can be decoded.", "print(tokens.min(), tokens.max(), embedding.num_embeddings)"),
  wordy(/^(?![^]*(?:thresh|round|cut.?off|above|below|[<>]))[^]*?(?:sigmoid\b[^]{0,80}\b0?\.50*\b[^.\n]{0,20}\b(?:every|each|all)\b|\b(?:every|each|all)\b[^.\n]{0,40}\b0?\.50*\b[^.\n]{0,30}sigmoid)/i, "labels",
    "A sigmoid of numbers near 0 is 0.5: are they probabilities already, or logits near 0?",
    "A network in evaluation may end in a softmax or sigmoid of its own. Look at what it returns:", "print(outputs.min(), outputs.max(), outputs.sum(dim=1))"),
  { needs: spoils, says: answer("jumps", "The loss rises and the accuracy falls, after both were better: the training leaves what it had learned",
    "Often the learning rate is too large at that step of its schedule: lower it, or clip the gradients, and go on from the best step.") },
  { needs: clamped, says: (f, { epsilon, share }) => answer("epsilon", `${share < 1 ? `${share} times ` : ""}-ln(${epsilon}): every such row is at the clamp`,
    "Below it, the gradient of the clamp is zero, so these rows do not learn. Take the loss of the logits, by `logsigmoid` or `log_softmax`:") },
  wordy(/^(?!.*(?:price|value|age\b|score))(\W*\w*pred\w*[^\n\d]*\d+)[ \t]*(?:\n\1[ \t]*){2,}$/im, "idle", "Every prediction is the same class",
    "The `argmax` of one output is always 0: compare its logit with 0. Of several outputs, the logits are nearly equal, or the class is common.", ALIKE),
  { needs: (f) => !swings(f) && jumps(f), says: { ...answer("jumps", "The loss rises and falls again: the rows come sorted, or the step is too large",
    "Shuffle the training rows: sorted by class, each batch undoes the one before. Call `zero_grad()` in each step. Then lower the learning rate.", "DataLoader(data, shuffle=True)"), isSaid: false, isHint: true } },
  { needs: ({ accuracies }) => isConstant(accuracies.filter(({ split }) => split === "val").map(({ share }) => share)),
    says: answer("stuck", "The validation accuracy never changes, and is low: one class for every row, or a model that no longer changes", "Often the learning rate is too large, or the optimizer lacks the parameters. Look at the logits:", ALIKE) },
  { needs: isIdle, says: (f) => (isSame(f) ? SAME : IDLE) }, { needs: memorises, says: { ...PARTED, title: "The training loss is low, and so is the validation accuracy: overfitting, or other rows" } },
  { needs: ({ told }) => told.trainLoss === "down" && /flat|up/.test(told.valLoss) && !/flat|down/.test(told.trainAcc), says: PARTED },
  { needs: isRising, says: RISES },
  { needs: (f) => inUnits(f, Math.log2, 1e-3), says: answer("bits", "These are bits: 2 to the loss is the perplexity",
      "The trainer logs base 2, as fairseq does. In nats, the loss is 0.6931 times that.", "loss * math.log(2)  # nats") },
  { needs: (f) => inUnits(f, Math.log, 0), says: (f, [perplexity]) => {
    // Of few digits, the perplexity tells more.
    const isKnown = f.loss && causes({ ...f.loss, value: perplexity, digits: 1, isPerplexity: true })[0]?.score > 0.3;
    return { ...answer("perplexity", "The perplexity is e to the loss: the two fit",
        "Both say how well the model predicts a token. For the perplexity of many batches, average their losses first:", "torch.exp(loss)"),
          isSaid: f.loss?.digits < 2 && !isKnown && !f.loss.isPerplexity };
  } },
  { needs: (f) => f.is(/\b(?:mean\W+(?:to|->|into|with|by)\W+sum|sum\W+instead of\W+mean)\b|\breduction\b[^.\n]{0,30}\bsum\b|\(sum\b|\bsum of (?:the )?loss|\bsummed\b|\b(\d+) ?x bigger|\bbigger by (?:a )?factor/i)
    || (f.is(/batch/i) && f.is(/loss[^.\n]{0,40}(?:(?:times|x) (?:as |larger|bigger|higher|smaller)|proportional|scales? with|doubl|grows? with)/i)),
    says: (f) => ({ ...answer("rows", "A sum is the mean times the number of rows",
          "The loss grows with the batch, and its gradient usually does too. Take the mean, or divide by the rows:",
          'F.cross_entropy(logits, target, reduction="mean")'), isSaid: f.is(/\bmean\b|bigger|batch/i) || f.loss?.value > 10 }) },
  { needs: (f) => f.is(/loss/i) && !f.is(/acc|\bctc|\bwer\b/i)
    && f.is(/(?:val|test)[a-z]*[ _]*(?:loss|set)?[^.\n\d]{0,30}(?:low|below|less|small|better|under)[^.\n\d]{0,20}train|train[a-z]*[ _]*(?:loss)?[^.\n\d]{0,40}(?:high|above|more|larg|great|worse|bigger)[^.\n\d]{0,20}(?:val|test)/i), says: SMALLER },
  { needs: squashed, says: (f, name) => ({ ...answer("floor",
    `A ${name} before \`cross_entropy\`, which applies a softmax itself: the loss has a floor`,
    "Remove it, and pass the output of the last layer:", PLAIN), isSaid: !isKnown(f) }) },
  { needs: isPerfect, says: (f) => ({ ...answer("floor", "A one-hot row taken as logits: its loss is not zero",
    "Its softmax gives every class a share. A loss near zero takes logits that are far apart, as of the last layer of a network that is sure.", PLAIN),
    isSaid: f.loss?.value === 0 || !isKnown(f) }) }, // a zero that was expected
  { needs: smooths }, { needs: swings }, { needs: totals, says: (f, { count, unit, mean }) => ({ ...answer("rows",
    `A sum over ${count} ${unit}? Then each has ${Number(mean.toPrecision(4))}`, "Log the mean:", "total / count"), isSaid: !isKnown(f) }) },
  { needs: above }, { needs: (f) => f.loss?.value > 0.7 && isAccurate(f) && /alike/.test(causes(f.loss)[0]?.title), says: APART },
  { needs: logged }, { needs: (f) => f.loss && constant(f) }, { needs: (f) => last(f.values("gradient")) === Infinity,
    says: { ...answer("half", "An infinite gradient: a gradient scaler skips such a step"), isSaid: false } },
  { needs: (f) => f.loss && run(f) }, { needs: guesses, says: ({ loss }, share) =>
    ({ ...answer("stuck", `The loss is near ln ${Math.round(1 / share)} = ${Math.log(Math.round(1 / share)).toFixed(4)}, and the accuracy is one in ${Math.round(1 / share)}: the model guesses`,
          "", ALIKE), isSaid: loss.isNamed }) },
  { needs: guessesInBits, says: ({ loss }, count) => answer("bits", `${loss.text} is log2 ${count}, and the accuracy is near one in ${count}: the model guesses, and the loss is in bits`,
    "fairseq logs base 2. In nats, a guess has the natural logarithm:", "loss * math.log(2)  # nats") },
  { needs: (f) => differs(f), says: answer("processes", "The loss differs between numbers of processes: a mean of means, or a sum",
    "Or one of them is the loss of one process alone. If the batches differ in size or in the targets that count, gather both numerator and denominator.") },
  { needs: speaks, says: ({ loss: { text, value, classes } }, vocabulary) => answer("model",
    `A language model at ${text} does not guess: its perplexity is ${Number(Math.exp(value).toPrecision(3))}`,
    `A guess has the logarithm of the vocabulary, ${Math.log(vocabulary).toFixed(4)} ${classes ? "here" : `for ${vocabulary} tokens`}. If the loss should fall further, compare it with that before the training, and look at the shift, the labels of the prompt and the learning rate.`,
    "torch.exp(loss)") },
  wordy(/dropout[^]*\beval\w*(?:\(\)| mode)|\beval\w*(?:\(\)| mode)[^]*dropout/i, "evaluation", "`model.eval()` acts on modules alone",
    "`F.dropout` needs `training=self.training`, and `scaled_dot_product_attention` a `dropout_p` of 0 in evaluation.", "F.dropout(x, training=self.training)"),
  { needs: (f) => f.is(/amp|16|half|scal/i) && scaled(f), says: (_, [text, other]) => answer("scaler", `${other} is ${text} times 65536, the first scale of \`GradScaler\``,
    "Log the loss before it is scaled:", "print(loss.item())\nscaler.scale(loss).backward()") },
  { needs: (f) => (stays(f) && f.is(OWN)) || (f.is(/focal/i) && isSame({ accuracies: f.accuracies.slice(-4) })), says: { ...BROADCAST, isSaid: false, isHint: true } },
  { needs: stays, says: ({ loss }, { isHigh }) => {
    const count = Math.round(Math.exp(loss.value));
    const isCount = count > 1 && count <= 1e6 && !(loss.classes > 1 && Math.abs(count / loss.classes - 1) > 0.2); // unless the text names another
    return { ...answer(isHigh ? "floor" : "stuck",
        `It stays at ${loss.text}: ${isCount ? `the guess of about ${count} classes, ` : ""}the frequencies of the classes, or a floor`,
      `${isCount ? `If there are about ${count} classes, the model guesses. ` : ""}If some classes are common, it may predict their frequencies for every row. If the labels are soft or smoothed, or the network ends in a softmax, it is at a floor.`,
      ALIKE), isSaid: false, isHint: true };
  } },
  { needs: (f) => (!f.loss || (f.loss.isOther && f.accuracies.length && !f.values("loss").length)) && f.text.length < 300
    && !f.is(/\bhow (?:to|do)\b|accumul|\bbatch\b(?!.?size \d)/i) && SEEN.find(({ needs }) => needs(f)), says: (_, { says }) => says },
];

// Whether all losses end far above their lowest, and the accuracy far below its highest.
function spoils({ values, accuracies, loss }) {
  const runs = ["train", "val", ""].map((split) => values("loss", split)).filter(({ length }) => length > 3);
  const shares = accuracies.map(({ share }) => share);
  return loss?.value > 0 && runs.length > +!!values("loss", "val").length && shares.length > 3 && runs.every((run) => last(run) > 1.5 * Math.min(...run) && last(run) > run[0])
    && last(shares) < 0.85 * Math.max(...shares);
}

// Whether more than three accuracies are the same, and low.
const isConstant = (shares) => shares.length > 3 && shares[0] > 0 && shares[0] < 0.2 && new Set(shares).size === 1;

// The bound of a clamp whose logarithm the loss is, times the share that a focal loss gives the class.
function clamped({ loss, said, is }) {
  const [, epsilon] = /cl(?:am|i)p(?!_grad)\w*\([^()\n]*?\b(\d(?:\.\d+)?e-\d+|0\.0+1)\b/i.exec(said) ?? [];
  const share = epsilon && [1, ...(is(/focal|retina/i) ? [0.25, 0.75] : [])].find((each) => Math.abs(-each * Math.log(epsilon) - loss?.value) < 1e-3 * loss?.value);
  return share ? { epsilon, share } : null;
}

// Whether more than two losses differ by less than one in a hundred.
const isLevel = (losses) => losses.length > 2 && Math.max(...losses) < 1.01 * Math.min(...losses);

// The size of the vocabulary of a language model whose loss, in nats, is far below that of a guess; it is given, or a common one.
function speaks(f) {
  const { loss } = f;
  const isModel = loss?.classes > 5000 || (!loss?.classes && f.is(/language model|masked.?lm|\b(?:llms?|gpt-?\d?|mlm)\b|llama|qwen|mistral|gemma/i));
  const vocabulary = loss?.classes || 32000;
  return isModel && loss?.isNamed && !loss.isOther && !loss.isPerplexity && !loss.isBits && loss.value > 1 && loss.value < 0.75 * Math.log(vocabulary) ? vocabulary : 0;
}

// A loss and 65536 times that.
function scaled({ numbers }) {
  const losses = numbers.filter(({ role, value }) => role === "loss" && value > 0);
  const pairs = losses.flatMap((one) => losses.map((other) => [one, other]));
  return pairs.find(([one, other]) => Math.abs(other.value / one.value / 65536 - 1) < 0.03)?.map(({ text }) => text);
}

// Whether the loss goes up and down, in words or in a log.
function jumps({ is, numbers, loss }) {
  const losses = loss && !loss.isOther ? numbers.filter(({ role, split, isUnit, digits }) => role === "loss" && split === loss.split && !isUnit && digits > 1)
    .map(({ value }) => value) : [];
  const most = Math.max(...losses);
  return is(/loss[^.\n]{0,20}(?:up and down|oscillat)|sorted by class/i)
    || (losses.length > 4 && most > 2.5 * losses[0] && losses.at(-1) < 0.5 * most);
}

// Whether the accuracy of training is high, and that of validation low from the start.
function strange({ accuracies, loss }) {
  const isVal = ({ split }) => split === "val";
  const [validation, training] = [accuracies.filter(isVal), accuracies.filter((each) => !isVal(each))];
  return loss && training.length > 0 && last(training).share > 0.9 && validation.length > 0 && validation.every(({ share }) => share < 0.5);
}

// Whether a loss of zero has a gradient of zero too, or no label that counts; true if it is that of a language model.
function isEmpty(f) {
  if (f.loss?.value !== 0 || f.loss.isOther || f.loss.isPerplexity) return null;
  const isStill = f.values("gradient").at(-1) === 0 || f.is(/ignored|-100|mask/i);
  return isStill || isModel(f) ? { isModel: !isStill } : null;
}

// The name of a loss that is always zero, while others are not.
function vanished({ numbers }) {
  const losses = numbers.filter(({ role, isUnit, digits }) => role === "loss" && !isUnit && digits > 0);
  const isZero = (name) => losses.every((each) => each.name !== name || each.value === 0);
  const zero = losses.find(({ name, value }, at) => value === 0 && isZero(name) && losses.some((each, k) => k > at && each.name === name));
  return losses.some(({ name, value }) => value > 0 && name !== zero?.name) ? zero?.name : null;
}

// Over how many batches or rows a large loss may be added up, as the text counts them.
function totals({ loss, said }) {
  const [, count, unit] = /(?<![\d.,])(\d{2,}) (batches|iterations|rows|samples|examples|images)\b/i.exec(said) ?? [];
  const mean = loss?.value / count;
  return loss?.isNamed && !loss.isOther && loss.value > 50 && mean > 0.01 && mean < 13 ? { count, unit, mean } : null;
}

// Whether a log has one finite loss, and then nothing but nan.
function breaks({ numbers }) {
  const losses = numbers.filter(({ role, before, isUnit }) => !isUnit && (role === "loss" || /tensor\($/.test(before)));
  return losses.length > 2 && losses[0].value > 0 && losses.slice(1).every(({ value }) => Number.isNaN(value));
}

const FIRST = /^[\d.]+[^\d\n.;]{0,20}\b(?:first|start|begin|initial|untrained|random init)/i;

// A first loss that is far above a guess, as it is written.
function starts(f) {
  if (!f.loss) return null;
  const first = f.numbers.find(({ value, role, before, name, isUnit }) => !isUnit && value > 13 && value < 1e5
    && (role === "loss" || !role) && /(?:start|begin|initial|first|untrained|(?:step|epoch)\s+0\b)\w*[^\d\n]{0,30}$/i.test(before.slice(-40))
      && /loss/i.test(before + name)) ?? (f.loss?.value > 13 && FIRST.test(f.text.slice(f.loss.index)) ? f.loss : null);
  return first && !f.loss.isOther && !f.loss.isPerplexity && !f.is(/(?:arc|cos).?face/i) && !(causes({ ...f.loss, value: first.value, digits: first.digits })[0]?.score > 0.3)
    ? first.text : null;
}

// A loss that grows without limit: by the values of a log, by two in a sentence, or by one that no mean reaches.
function diverges(f) {
  const { loss, told } = f;
  if (!isFinite(f) || loss.isPerplexity || loss.isBits
    || f.is(/\bsum|reduction|switch|\b(?:when|after|if|since) (?:I|we)\b|chang|batch.?size|\btrain[^.\n]*\b(?:test|val)/i)) return null;
  const values = f.values("loss");
  const isTold = values.length === 2 && (told.Loss ?? told.trainLoss ?? told.valLoss) === "up";
  const [first, end] = [Math.min(...values.slice(0, -1)), last(values)];
  // As a cap, or ln C.
  const isKnown = loss.value === end && causes(loss).some(({ score, title }) => score >= unsure(loss) && !title.startsWith("A sum"));
  const isGrown = values.length > 1 && !isKnown && end > 3 * first && end > (isTold ? 5 : 13)
    && (isTold || end > 20 * first || f.is(/explo|diverg/i));
  const isFirst = values.length < 2 && f.is(/\b(?:start|begin|initial)/i);
  return isGrown ? [first, end] : loss.value > 1e5 && loss.value < 3e38 && !loss.isOther && !Number.isInteger(Math.log10(loss.value)) ? [0, loss.value, isFirst || end < values[0]] : null;
}

// Whether the losses of training fall, and those of validation rise in the end.
function overfits({ values }) {
  const validation = values("loss", "val");
  const training = [values("loss", "train"), values("loss", "")].find(({ length }) => length > 2);
  return training && validation.length > 2 && last(training) < 0.95 * training[0]
    && (last(validation) > 1.05 * Math.min(...validation) || last(validation) > validation[0]);
}

// How many classes have a loss of ln C at an accuracy that is high, or far above a guess among the classes that the text names.
function evenly(f) {
  const { value, digits, isOther, classes } = f.loss;
  const isFar = f.accuracies.length > 0 && f.accuracies.every(({ share }) => share > 0.4 && share > 4 / classes);
  if (isOther || digits < 2 || !(isAccurate(f) || isFar)) return 0;
  if (classes > 1 && Math.abs(value / Math.log(classes) - 1) < 0.01) return classes;
  return digits > 2 && isAccurate(f)
    ? [2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000].find((count) => Math.abs(Math.log(count) - value) <= Math.max(1e-4, toleranceOf(f.loss))) : 0;
}

// Whether the loss falls while the accuracy stays: in words, or in a log.
function isIdle({ told, values, accuracies, loss }) {
  if (accuracies.length > 1 && accuracies.every(({ share }) => share === 0) && loss?.isNamed && loss.value > 0 && loss.value < 0.1) return true;
  const own = accuracies.filter(({ split }) => split === (loss?.split ?? split));
  const [losses, shares] = [values("loss", loss?.split), (own.length > 2 ? own : accuracies).map(({ share }) => share)];
  if ((told.Loss ?? told.trainLoss) === "down" && (told.Acc ?? told.valAcc ?? told.trainAcc) === "flat" && told.valLoss !== "flat") return true;
  const validation = accuracies.filter(({ split }) => split === "val").map(({ share }) => share);
  if (validation.length > 3 && new Set(validation).size === 1 && validation[0] < 0.97 && last(losses) < 0.95 * losses[0]) return true;
  return shares.length > 2 && losses.length > 2 && last(losses) < 0.8 * losses[0] && last(losses) < 1.2 * Math.min(...losses)
    && shares.every((each) => each < 0.97 && Math.abs(each - shares[0]) < 0.005);
}

// Whether all of several accuracies are the same, to the last digit.
const isSame = ({ accuracies }) => accuracies.length > 3 && accuracies[0].half < 0.006 && accuracies[0].share > 0
  && accuracies.every(({ share }) => share === accuracies[0].share);

// What a wrong row costs on average at a high accuracy, if that is much.
function confident(f) {
  const { loss, accuracies } = f;
  const { share } = accuracies.findLast(({ split }) => !split || !loss?.split || split === loss.split) ?? {};
  const each = loss?.value / (1 - share);
  return loss && loss.isNamed && !loss.isOther && !loss.isPerplexity && !loss.isBits && loss.value > 0.7 && loss.value < 13 && isAccurate(f)
    && !f.is(/smooth/i) && share < 1 && each > (share < 0.9 ? 12 : 8) && !(causes(loss)[0]?.score >= unsure(loss)) ? { share, each } : null;
}

// An accuracy that no mean of the loss allows: a wrong row gives its class at most one half.
function contradicts({ loss, accuracies, is }) {
  const own = loss && !loss.isOther && loss.isNamed && !loss.isPerplexity && !loss.isBits && loss.value > 0
    ? accuracies.filter(({ split, share }) => (split || loss.split) === (loss.split || split) && share < 0.97) : [];
  const [found] = own.length === accuracies.length && !is(/\btop|weight|mask|ignore|val/i) ? own.slice(-1) : [];
  return found && own.every(({ share, half }) => (1 - share - half) * Math.LN2 > 1.5 * loss.value) ? found.share : null;
}

// Whether the training rows have a low loss, and the others a low accuracy.
function memorises({ loss, accuracies }) {
  return (loss?.split === "train" || (loss?.isNamed && !loss.split && loss.value < 0.1)) && !loss.isOther && loss.value > 0 && accuracies.length > 0
    && accuracies.every(({ split, share }) => split === "val" && share < 0.75 && loss.value < -0.5 * Math.log(share));
}

// The accuracy of a guess, if the loss is near that of the same guess.
function guesses({ loss, accuracies }) {
  const share = loss && !loss.isOther && loss.value > 1 && loss.value < 13
    ? accuracies.find((each) => each.share > 0 && each.share < 0.4 && Math.abs(-Math.log(each.share) / loss.value - 1) < 0.012)?.share : 0;
  return share || null;
}

// Of how many classes a guess has the loss, in bits, and nearly the accuracy.
function guessesInBits({ loss, accuracies, is }) {
  const counts = loss?.isNamed && !loss.isOther && loss.digits > 1 && (loss.classes || is(/fairseq|\bbits?\b|base.?2|nll_loss/i)) ? accuracies.map(({ share }) => [share, Math.round(1 / share)]) : [];
  return counts.find(([share, count]) => count > 2 && count < 100 && [0, count].includes(loss.classes) && Math.abs(share * count - 1) < 0.15
    && Math.abs(Math.log2(count) / loss.value - 1) < 0.003)?.[1];
}

// Whether a text compares losses of one process and of several.
const differs = ({ is }) => !is(/\btokens?\b/i) && is(/multi-?gpu|\bddp\b|single gpu|\d+ ?gpus?\b|several processes/i)
  && is(/loss[^.\n]{0,60}(?:differ|small|lower|high|larg|bigger|half|halv|doubl|times|scale|not the same|mismatch)/i);

// Whether the loss no longer falls, at a value that is no other cause; true if the accuracy is high.
function stays({ is, loss, course, told, values, accuracies }) {
  const losses = loss ? values("loss", loss.split) : [];
  const isFlat = [told.Loss, told.trainLoss, told.valLoss].includes("flat")
    || (isLevel(losses) && course.Acc !== "up");
  if (!loss || !isFlat || loss.isOther || !loss.isNamed || is(/contrastive|margin/i) || loss.isPerplexity || !(loss.value > 0.02 && loss.value < 13)
    || loss.digits < 1) return null;
  return { isHigh: accuracies.length > 0 && accuracies.every(({ share }) => share > 0.75) };
}

// Whether the loss rises, that of validation if there is one, and the accuracy too, or stays high.
function isRising(f) {
  const way = accuracyWay(f);
  if (lossWay(f) !== "up" || f.told.valLoss === "flat" || (f.accuracies.length === 1 && f.accuracies[0].share < 0.6)) return false; // by chance, perhaps
  const [first] = f.accuracies;
  return way === "up" || (way === "flat" && !(first?.share < 0.6));
}

// The perplexity in a text, if it is a power of the loss.
function inUnits({ values, numbers }, logarithm, relative) {
  const perplexity = last(values("perplexity"));
  const limit = relative * logarithm(perplexity) || Math.max(2e-3, 0.051 / perplexity);
  const isAt = ({ value, digits }) => Math.abs(value - logarithm(perplexity)) <= Math.max(
    limit, value > 0.5 && digits > 0 ? 0.51 * 10 ** -digits : 0);
  return Number.isFinite(perplexity) && numbers.some((each) => each.role === "loss" && each.value > 0.1 && isAt(each)) ? [perplexity] : null;
}

// A loss with label smoothing, beside the lowest that this smoothing allows.
function smooths({ text, loss, told, accuracies }) {
  const isRight = accuracies.some(({ share }) => share > 0.95);
  const [, given] = /smooth\w*[^\d\n]{0,12}(0?\.\d+)/i.exec(text) ?? [];
  const smoothing = Number(given ?? (isRight && /smoothing/i.test(text) ? 0.1 : 0));
  if (!(smoothing > 0 && smoothing < 0.9) || !loss || loss.isOther || !(loss.value > 0) || loss.value > 20 || loss.value === smoothing) return null;
  const lowest = (count) => smoothed(count, smoothing);
  const isAbove = loss.value > lowest(loss.classes || 2) - 0.01;
  const examples = loss.classes ? `${lowest(loss.classes).toFixed(4)} for ${loss.classes} classes`
    : [2, 10, 1000].map((count) => `${lowest(count).toFixed(4)} for ${count}`).join(", ");
  const isAsked = [told.Loss, told.trainLoss].includes("flat") || isRight;
  return isAbove && isAsked && !(causes(loss)[0]?.score > 0.3)
    ? answer("floor", `With ${given ? "" : "the usual "}label_smoothing=${smoothing}, the lowest loss is not zero: ${examples}`,
      "What is above it, the model has still to learn. To compare losses, leave the smoothing out:") : null;
}

// Two losses between which it swings, with ln C between them.
function swings({ text, loss }) {
  const [, low, high] = /(?:between|oscillat\w*|fluctuat\w*|around)[^\d\n]{0,12}(\d\.\d+) ?(?:and|to|~|-) ?(\d\.\d+)/i.exec(text)?.map(Number) ?? [];
  const count = loss && !loss.isOther && high < 1.1 * low && loss.classes > 1 && low <= Math.log(loss.classes) && Math.log(loss.classes) <= high
    ? loss.classes : 0;
  return count ? answer("stuck", `It swings around ln ${count} = ${Math.log(count).toFixed(4)}, that of a guess between ${count} classes`, "", ALIKE)
    : null;
}

// A loss above that of a guess between the classes that the text names.
function above({ loss, is }) {
  const classes = loss && is(/class|label|categor|\btags?\b|cifar|mnist|imagenet/i) && !loss.isBinary ? loss.classes : 0;
  const isFirst = is(/\b(?:start|begin|initial|first|random|untrained|step 0|epoch 0)/i) && loss?.value < 1.3 * Math.log(classes);
  const isAbove = classes > 1 && loss.value > (isFirst ? 1.015 : 1.1) * Math.log(classes) && loss.value < 13 && loss.digits > 0 && !loss.isOther
    && !loss.isPerplexity && !loss.isBits;
  if (!isAbove || causes(loss)[0]?.score >= unsure(loss)) return null;
  const guess = `ln ${classes} = ${Math.log(classes).toFixed(4)}, that of a guess`;
  return isFirst ? answer("stuck", `A first loss of ${loss.text} is a little above ${guess}`,
    "That is usual: random logits are not all equal, and some rows are surer of a wrong class than others.")
    : answer("high", `A loss of ${loss.text} is above ${guess}`,
      "The model is sure of some rows, and wrong: large logits, as of inputs that are not normalised, or wrong labels. Or the loss is a sum. Look at the largest losses:", LARGEST);
}

// What the losses of training and of validation tell, side by side.
function logged(f) {
  const { loss } = f;
  const [training, validation] = pair(f);
  if (!loss || validation === undefined || training === undefined) return loss && f.is(/\d ?(?:vs|versus)\b|between [\d.]+ and [\d.]+/)
    && isSpread(f) ? APART : null;
  if (validation > 2 * training && validation > training + 0.1) return { ...FAR,
    isSaid: loss.value > 0 && (loss.digits < 2 || !(causes(loss)[0]?.score >= unsure(loss))) };
  const known = validation > 0 && validation !== loss.value
    ? causes({ ...loss, value: validation, digits: String(validation).split(".")[1]?.length ?? 0, accuracy: NaN })[0] : null;
  if (known?.score > 0.5 && !(causes(loss)[0]?.score > 0.5) && /^ln/.test(known.title)) return { ...known, isSaid: true };
  if (validation < 0.9 * training && validation > 0.4 * training) return { ...SMALLER, isSaid: false };
  return Math.abs(validation - training) > 0.03 * training && /floor/.test(causes(loss)[0]?.at) ? APART : null;
}

// Whether two losses of a text are far apart.
function isSpread(f) {
  const [one, other] = f.is(/between/) ? /between ([\d.]+) and ([\d.]+)/.exec(f.text)?.slice(1) ?? [] : [1, 2];
  return Math.abs(one - other) > 0.05 * one;
}

// A log of losses that still fall, or that stay near ln C.
function run(f) {
  const { loss } = f;
  const values = f.values("loss", loss.split);
  const [first, end, mean] = [values[0], last(values), values.reduce((sum, each) => sum + each, 0) / values.length];
  const near = (x, below, above) => [loss.classes, 2, 10, 3, 4, 5, 6, 7, 8, 9, 100, 1000].find(
    (count) => count > 1 && x > Math.log(count) * (1 - below) && x < Math.log(count) * (1 + above));
  const isStill = values.length > 3 && values.slice(-3).every((each) => each === end);
  if (values.length < 3 || loss.isOther || isStill || values.some((each) => each < 0)) return null;
  if (f.accuracies.length && end < first && !(last(f.accuracies).share > f.accuracies[0].share)) return APART;
  if (end < 0.9 * first && end === Math.min(...values) && end < 0.98 * values.at(-2)) {
    const isGiven = loss.classes > 1 && Math.abs(first / Math.log(loss.classes) - 1) < 0.05;
    const count = isGiven ? loss.classes : f.is(/\n/) ? near(first, 0.005, 0.01) : 0;
    return count ? answer("stuck", `It starts at ln ${count} = ${Math.log(count).toFixed(4)} and falls: nothing is stuck`,
      `With ${count} classes, that is right: at first, the model predicts all alike. Its last value is a step on the way down.`) : APART;
  }
  if (loss.value > 5 && loss.value < 20 && f.accuracies.length > 2 && f.accuracies.every(({ share }) => share > 0.5)) return answer("contrastive",
    `A loss of ${loss.text} at such accuracies: many candidates, a high temperature, a sum, or a few confident mistakes`,
    "Of a contrastive loss, the floor grows with the logarithm of the number of candidates. Of classes, look at the largest losses:", LARGEST);
  const count = values.length > 4 && !(causes(loss)[0]?.score > 0.3) ? near(mean, 0.015, 0.04) : 0;
  return count && values.every((each) => Math.abs(each / Math.log(count) - 1) < 0.05) && end > 0.9 * first
    ? answer("stuck", `The loss stays near ln ${count} = ${Math.log(count).toFixed(4)}, that of a guess between ${count} classes`,
    `If there are ${count} classes, the model guesses. If there are more, it has learned something, and no longer improves.`, ALIKE) : null;
}

// Whether a cause of a loss fits the facts: neither a first loss nor one that was lower is at a floor, unless the text says what it should be.
function fits({ text, is, accuracies, values, told, loss: { value, lowest, split, text: said, classes, digits, isBinary } }) {
  const run = values("loss", split).slice(-5);
  const isWeighted = is(/pos_weight(?:\W|torch|tensor){0,16}(?!1(?:\.0*)?\b)\d/i); // equal logits cost more than ln 2 then, or less
  const isText = digits < 3 && !classes && isModel({ is });
  const isFallen = !classes && digits < 3 && run.length > 1 && last(run) === value && run[0] > 1.5 * value && !Object.values(told).includes("flat");
  const isUneven = run.length > 3 && Math.max(...run) > 1.05 * Math.min(...run);
  const isFirst = new RegExp(String.raw`\b(?:start|begin|initial|first)\w*[^\d\n]{0,20}${said.replace(/\W/g, "\\$&")}`, "i").test(text);
  const isLower = lowest < value - 0.02 && !is(/want|expect|should|desired|supposed|instead|target|goal/i);
  const isTraining = !is(/val|test|eval|dev/i); // where the labels may not be smoothed
  const shares = accuracies.map(({ share }) => share);
  const isSpread = Math.max(...shares) - Math.min(...shares) > 0.1; // whose accuracy the loss goes with is not known
  const isAbove = (title) => Math.max(...shares) > 1.3 / Number(/ln (\d+)/.exec(title)?.[1]) + 0.03; // better than a guess
  const isUncapped = is(LOGITS) && !is(CAPPED);
  return ({ title }) => !(isFallen && /^(?:Near )?ln/.test(title)) && !(isLower && digits < 2 && /^(?:Near )?ln \d{4}/.test(title)) && !(isUncapped && /at its cap/.test(title)) && !(/^Near ln/.test(title) && isUneven) && !(/^Near ln|^ln/.test(title) && (digits < 3 || /^Near/.test(title)) && isAbove(title))
    && !(isBinary && ((/^With label_/.test(title) && !is(/smooth/i)) || (/in bits$/.test(title) && !is(/bits?\b/i)))) && !(isWeighted && /^(?:Near )?ln/.test(title)) && !(isText && Number(/^(?:Near )?ln (\d+)/.exec(title)?.[1]) < 20) && !(/always the same/.test(title) && Math.max(...shares) > 0.5)
    && !(isSpread && /^Softmax twice\?/.test(title))
      && !((isFirst || isLower) && (/^Softmax twice/.test(title) || (isTraining && /^With label_smoothing/.test(title))));
}

// Whether a cause is likelier than chance. One that the text does not support must fit more than three digits, or a common number of classes.
function isLikely({ loss, told, is, text, values, accuracies }, best) {
  const run = values("loss", loss.split);
  const isSupported = loss.classes > 0 || loss.named.length > 0 || Object.values(told).includes("flat")
    || best?.score > 0.8 || is(/\b(?:start|begin|init|first|scratch|random|untrained|step 0|epoch 0|converg|lowest|below)|\(0%\)/i) || !/[a-z]/i.test(text)
    || (run.length > 1 && Math.max(...run.slice(-3)) < 1.01 * Math.min(...run.slice(-3)))
      || (/^(?:Near )?ln/.test(best?.title) && accuracies.some(({ share }) => share > 0 && share < 1.3 * Math.exp(-loss.value) + 0.01));
  const nats = loss.isPerplexity ? Math.log(loss.value) : loss.isBits ? loss.value * Math.LN2 : loss.value;
  const isFar = /^Near/.test(best?.title) && Math.abs(nats / Number(/= ([\d.]+)/.exec(best.title)[1]) - 1) > 1e-3;
  const isLowest = loss.isNamed && is(/(?:minim\w+|lowest|smallest) (?:possible |achievable )?(?:loss|value)|lower bound/i) && best?.title.startsWith("Softmax twice");
  const isShort = !isLowest && loss.digits < 3 && loss.value > 0 && !/^(?:Near )?ln/.test(best?.title) && loss.value < 13;
  return best?.score >= Math.min(isLowest ? 0.01 : 1, Math.max(unsure(loss), isSupported || loss.digits > 3 || !(loss.value > 0) ? 0 : 0.04))
    && !(/^A sum/.test(best.title) && !loss.isNamed && /[a-z]{4}/i.test(text) && !is(/loss|entropy|criterion|\bnll|\bb?ce\b/i)) // another number
    && (isSupported ? !(isShort && loss.isRough) : !(isFar || isShort));
}

// Of these losses of a text, the one that fits a cause best: by its digits, and by the classes or the vocabulary that the text gives.
function best(f, losses, least) {
  const fitting = losses.map((loss) => {
    const found = causes(loss).filter(fits({ ...f, loss }));
    const [first] = found;
    const isGiven = loss.isPerplexity || [loss.classes, ...loss.named].some((count) => count > 1 && first?.title.includes(`${count} `));
    const isExact = significant(loss.value, loss.digits) > 3 && (isGiven || first?.score > 0.3);
    const isStrong = first?.score > Math.max(0.05, 1.5 * least) && isLikely({ ...f, loss }, first) && !/^Near|\?/.test(first.title);
    return { loss, found, score: isStrong && (isExact || (isGiven && !least)) && (isGiven || !least) ? first.score : 0 };
  });
  return fitting.filter(({ score }) => score).sort((a, b) => b.score - a.score)[0];
}

/**
 * What a text means: { found, isUnsure, loss, isNamed, isSaid }; `found` is null if it says nothing of a loss. One rule for how sure
 * it is: a cause is said that the text tells by itself; else one that the value of the loss fits, if it is likelier than chance and
 * nothing in the text is against it; else what the text hints at; else all that the value may be by chance. The loss is read in
 * `beside`, if a batch stands in the text; not at all unless `isRead`.
 */
export function judge(text, beside, isRead, isRaised) {
  const f = read(text, beside);
  const isNamed = !!f.loss?.isNamed;
  if (!isRead || (isRaised && !(f.is(/loss/i) && f.loss && !Number.isFinite(f.loss.value)))) f.loss = null; // as in "Loss went to NaN"
  const { loss } = f;
  let told = null;
  for (const { needs, says } of RULES) {
    const needed = needs(f);
    told = !needed ? null : !says ? needed : typeof says === "function" ? says(f, needed) : says;
    if (told) break;
  }
  const given = told?.isWeak && loss?.value > 0 ? best(f, [loss, ...loss.others], 0.8) : null;
  if (/^Softmax/.test(given?.found[0].title)) return { found: [...given.found, told].slice(0, 4), loss: given.loss, isNamed, isSaid: true };
  if (told?.isSaid) return { found: told.title ? [told] : [], isNamed, isSaid: true, isPart: told.isPart };
  const more = told?.title ? [told] : [];
  if (!loss) return { found: more[0] ? more : null, isNamed, subjects: topics(text) };
  const isPositive = loss.value > 0 && loss.value < 3e38;
  const found = isPositive ? causes(loss).filter(fits(f)) : extreme(loss);
  const isUnsure = (!isLikely(f, found[0]) || !!told?.isApart || (loss.isMixed && loss.value < 0))
    && !(found.length && (loss.isNamed ? loss.value === 0 : !Number.isFinite(loss.value))); // a sum of several losses may be negative
  const others = isPositive && !told?.isApart ? loss.others.filter(({ value }) => value !== loss.value) : [];
  const better = best(f, others, isUnsure ? 0 : found[0].score);
  if (better) return { found: [...better.found, ...(isUnsure ? [] : found)].slice(0, 4), isUnsure: false, loss: better.loss, isNamed };
  if (!isUnsure) more.unshift(...(best(f, others, 0.3)?.found.slice(0, 1) ?? [])); // another number of the text that fits as well
  if (isUnsure && told?.isHint) return { found: [told, ...found], isUnsure, loss, isNamed };
  const seen = isUnsure && !more[0] ? SEEN.filter(({ needs }) => needs(f)).slice(0, 1).map(({ says }) => ({ ...says, isHint: true })) : [];
  const subjects = isUnsure && !more[0] ? [...seen, ...topics(text)].sort((a, b) => !!a.isWeak - !!b.isWeak) : [];
  if (subjects[0]) return { found: subjects, isUnsure, loss, isNamed };
  return isUnsure && more[0] ? { found: more, isNamed } : { found: [...found, ...more], isUnsure, loss, isNamed, unknown: unknown(loss) };
}
