// What a text says of a loss besides its value: by its course (logs.js), by its kind (kinds.js), or in words. No DOM.
import { constant, named, toleranceOf } from "./kinds.js";
import { accuraciesOf, diverging, gradient, HIGH, IDLE, logged, overfits, rises, run, series, SMALLER, UNBOUNDED, valuesOf } from "./logs.js";
import { causes, unsure } from "./numbers.js";

const SIZES = "guides/debug/comparisons/#the-loss-differs-between-batch-sizes";
const LOWER = "low|below|less|small|better|under";
const HIGHER = "high|above|more|larg|great|worse|bigger";

/**
 * What a text says besides the value of the loss that was read in it, as an answer, or null; `isSaid` if that is sure.
 * Two losses that are far apart (`isApart`) are at no floor.
 */
export function compared(text, read) {
  const loss = read && { ...read, classes: read.classes || inWords(text) };
  return (loss && (overlap(text, loss) ?? gradient(text, loss) ?? diverging(text, loss))) ?? aboutReport(text) ?? elsewhere(text) ?? highest(text) ?? series(text) ?? (loss && (named(text, loss) ?? sure(text, loss))) ?? said(text, loss) ?? (loss ? above(text, loss) ?? unlike(text, loss) ?? overfits(text) ?? logged(text, loss) ?? constant(text, loss) ?? (/(?:norm|\bgrad(?:ient)?s?)['"]?[^\w\n]{1,4}(?:tensor\()?inf/i.test(text) ? UNBOUNDED : run(text, loss)) ?? (loss.isOther && /\bacc\w*[^.;\n]{0,25}$/i.test(text.slice(0, loss.end)) ? seen(text) : null) : seen(text));
}

// How many classes a text names in a word, or 0.
const COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
function inWords(text) {
  const at = COUNTS.findIndex((word) => new RegExp(`\\b${word}[- ]class`, "i").test(text));
  return at < 0 ? 0 : at + 2;
}

/** Whether a cause of a loss fits the text: neither a first loss nor one that was lower is at a floor, unless the text says what it should be. */
export const fits = (text, { value, lowest, text: said }) => {
  const isFirst = new RegExp(String.raw`\b(?:start|begin|initial|first)\w*[^\d\n]{0,20}${said.replace(/\W/g, "\\$&")}`, "i").test(text);
  const isLower = lowest < value - 0.02 && !/want|expect|should|desired|supposed|instead|target|goal/i.test(text);
  const isTraining = !/val|test|eval|dev/i.test(text); // where the labels may not be smoothed
  const shares = accuraciesOf(text).map(([accuracy]) => accuracy);
  const isSpread = Math.max(...shares) - Math.min(...shares) > 0.1; // whose accuracy the loss goes with is not known
  return ({ title }) => !(isSpread && /^Softmax twice\?/.test(title)) && !((isFirst || isLower) && (/^Softmax twice/.test(title) || (isTraining && /^With label_smoothing/.test(title))));
};

// A Dice coefficient or an IoU outside its range, beside a negative loss.
function overlap(text, { value }) {
  const scores = Array.from(text.matchAll(/(?:\bdice(?![ _]?loss)|iou)[ _-]?(?:score|coeff\w*)?[^\w\n]{1,5}?(-?\d+\.\d+)(?! ?%)/gi), ([, score]) => Number(score));
  const wrong = scores.find((score) => score < -1e-3 || (score > 1.001 && score < 10));
  return wrong && value < 0 ? { isSaid: true, title: `A score of ${Number(wrong.toFixed(4))}, outside zero to one, and a negative loss: the mask is not 0 and 1`, at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative",
    code: "print(target.unique())", says: "Map values such as 0 and 255 to 0 and 1. If the mask is right, the prediction is no probability." } : null;
}
const DISTILLED = { isSaid: true, title: "In distillation, the loss is multiplied by T²", at: "understand/temperature/#distillation-multiplies-by-t2", link: "Distillation multiplies by T²", code: 'T ** 2 * F.kl_div((logits / T).log_softmax(dim=1), (teacher / T).softmax(dim=1), reduction="batchmean")',
  says: "Otherwise, its gradient shrinks like 1/T²:" };

// A report of scores without a loss: a class that is never predicted, or no answer.
function aboutReport(text) {
  const [, kind] = /ill-defined and being set to 0\.0 (?:in \w+ with|due to) no (true nor|true|predicted)/i.exec(text) ?? [];
  const macro = { isSaid: true, at: "guides/measuring/#macro-micro-and-weighted-f1", link: "Macro, micro and weighted F1", code: "print(target.unique())" };
  if (kind === "true") return { ...macro, title: "A class without a row: its recall is 0 divided by 0", says: "No label in these rows is that class. Measure over all rows at once, or name the classes that count as `labels`." };
  if (kind === "true nor") return { ...macro, title: "A class that is neither a label nor predicted: its F1 is 0 divided by 0", says: "scikit-learn counts it as 0. Leave it out of the mean: name the classes that count as `labels`." };
  if (kind) return { isSaid: true, title: "A class is never predicted: a rare class, or equal logits", at: "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", link: "Imbalanced classes",
    code: "print(logits.argmax(dim=1).unique())", says: "Its precision is 0 divided by 0. If the class is rare, change the threshold of the decision." };
  const isTable = /^[ \t|]*[a-z_][\w.-]*(?:[ \t|]{2,}[a-z_][\w.-]*)+[ \t|]*$/im.test(text) && (text.match(/^.*\d[ \t|]+[\d.]+[ \t|]+[\d.]+[ \t|]*$/gm)?.length ?? 0) > 1;
  if (!isTable || /loss|entropy|\bnll|\bb?ce\b|ppl|perplex|bits/i.test(text)) return null;
  const [, never] = (/precision\s+recall/.test(text) && /^[ \t]*(\S.*?)[ \t]+0\.0+[ \t]+0\.0+[ \t]+0\.0+[ \t]+\d+/m.exec(text)) || [];
  return never ? { isSaid: true, title: `Class ${never.replace(/^class /i, "")} is never predicted: a rare class, or equal logits`, at: "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", link: "Imbalanced classes",
    code: "", says: "Train with the plain loss first, and change the threshold of the decision." } : { isSaid: true };
}

// What a message of TensorFlow, Keras or Hugging Face's trainer says.
function elsewhere(text) {
  const [, rows, classes, count] = /same first dimension, got logits shape \[(\d+),(\d+)\] and labels shape \[(\d+)\]/.exec(text)?.map(Number) ?? [];
  const [, logits, labels] = /must have the same shape, received \(\((\w+, \d+)\) vs \((\w+, \d+)\)\)/.exec(text) ?? [];
  if (labels) return { isSaid: true, title: `The output is (${logits}), the labels are (${labels})`, at: "guides/debug/two-classes/#target-size-must-be-the-same", link: "Target size must be the same", code: "",
    says: "A two-class loss needs as many outputs as labels. For one class out of several, use the loss for classes: `sparse_categorical_crossentropy` in Keras, for class indices." };
  if (/model did not return a loss/.test(text)) return { isSaid: true, title: "The model got no labels, so it returns no loss", at: "guides/language-models/#shift-once", link: "Shift once",
    code: 'batch["labels"] = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)', says: "A column of labels must be named `labels`, or as `label_names` says. For a language model, the labels are the tokens:" };
  const [, isEmpty, isNegative] = /invalid multinomial distribution \((?:(sum)|(encount))/.exec(text) ?? [];
  if (isEmpty || isNegative) return { isSaid: true, title: `\`torch.multinomial\` refuses the probabilities: ${isEmpty ? "a row adds up to zero" : "one is negative, or nan"}`, at: "guides/debug/nan-and-infinity/#the-loss-is-nan", link: "The loss is nan", code: "print(probs.min(), probs.sum(dim=1), logits.isfinite().all())",
    says: isEmpty ? "All of its classes are masked, or each is rounded to 0. Pass the softmax of the logits." : "If it is negative, these are logits: pass their softmax, or `Categorical(logits=logits)`. If it is nan, look at the logits." };
  if (/no dimensions/.test(text) && /nll_loss|cross_entropy|target/.test(text)) return { isSaid: true, title: "A tensor without dimensions: a number in place of a batch", at: "guides/debug/shapes/#expected-one-or-more-dimensions", link: "Expected one or more dimensions", code: "print(logits.shape, target.shape)",
    says: "Often a `squeeze()` removed the batch of one row. The target is (N,), the input (N, C):" };
  if (/length is zero/.test(text)) return { isSaid: true };
  if (!rows) return null;
  const each = count / rows;
  return { isSaid: true, title: `${rows} rows of logits, ${count} labels`, at: "guides/debug/shapes/#batch-sizes-that-do-not-match", link: "Batch sizes that do not match", code: "",
    says: each === classes ? "This loss takes class indices. If the labels are one-hot, pass their argmax, or use `categorical_crossentropy`."
      : Number.isInteger(each) ? `There are ${each} labels for each row. For a class per token, the network needs a row of logits for each, in Keras by \`return_sequences=True\`.` : "Each row of logits needs one class index." };
}

// The highest label, alone.
function highest(text) {
  const [, label] = /(?:mask|label|target)\w*\.max\(\)[\s=:>]*(?:tensor\()?(\d+)/.exec(text) ?? [];
  return label > 1 ? { isSaid: true, title: `The labels go up to ${label}: \`cross_entropy\` needs ${Number(label) + 1} classes`, at: "guides/debug/target/#class-index-out-of-bounds", link: "Class index out of bounds",
    code: "print(target.unique(), logits.shape[1])", says: label === "255" ? "A mask of 0 and 255 has two classes: map them to 0 and 1. Or 255 marks what is ignored: pass `ignore_index=255`." : "" } : null;
}

// Whether all accuracies in a text are high; 1.0 may be one percent.
function isAccurate(text, { value }) {
  const accuracies = accuraciesOf(text);
  return accuracies.length > 0 && accuracies.every(([accuracy]) => accuracy > 0.75 && (accuracy < 1 || Math.exp(value) < 50));
}

// A loss of ln C at a high accuracy.
function sure(text, loss) {
  const count = Math.round(Math.exp(loss.value));
  const isAt = isAccurate(text, loss) && count > 1 && count <= 1000 && loss.digits > 2 && !loss.isOther && Math.abs(Math.log(count) - loss.value) <= Math.max(1e-4, toleranceOf(loss));
  return isAt && (count <= 10 || [loss.classes, 100, 1000].includes(count)) ? { isSaid: true, title: `ln ${count} = ${Math.log(count).toFixed(4)} at a high accuracy: all logits are nearly equal`, at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c", link: "The loss is stuck at ln C",
    code: "print(logits.std(dim=0))  # near 0: the logits do not depend on the input", says: "The largest logit is right by a small margin, or always the same and its class is common. Or the loss and the accuracy come from different tensors." } : null;
}

// A loss at ln C that its accuracy contradicts.
const unlike = (text, loss) => (loss.value > 0.7 && isAccurate(text, loss) && /alike/.test(causes(loss)[0]?.title) ? { isApart: true } : null);

// A loss above that of a guess between the classes that the text names.
function above(text, loss) {
  const classes = /class/i.test(text) && !loss.isBinary ? loss.classes : 0;
  const isFirst = /\b(?:start|begin|initial|first|random|untrained|step 0|epoch 0)/i.test(text) && loss.value < 1.3 * Math.log(classes);
  const isAbove = classes > 1 && loss.value > (isFirst ? 1.015 : 1.1) * Math.log(classes) && loss.value < 13 && loss.digits > 0 && !loss.isOther && !loss.isPerplexity && !loss.isBits;
  if (!isAbove || causes(loss)[0]?.score >= unsure(loss)) return null;
  if (isFirst) return { isSaid: true, title: `A first loss of ${loss.text} is a little above ln ${classes} = ${Math.log(classes).toFixed(4)}, that of a guess`, at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c", link: "The loss is stuck at ln C", code: "",
    says: "That is usual: random logits are not all equal, and some rows are surer of a wrong class than others." };
  return { isSaid: true, title: `A loss of ${loss.text} is above ln ${classes} = ${Math.log(classes).toFixed(4)}, that of a guess`, at: HIGH, link: "Accuracy is fine but the loss is high", code: 'print(F.cross_entropy(logits, target, reduction="none").topk(5))',
    says: "The model is sure of some rows, and wrong: large logits, as of inputs that are not normalised, or wrong labels. Or the loss is a sum. Look at the largest losses:" };
}

const SCALED = { isSaid: true, title: "A gradient above the largest `float16`: the step is skipped, and the scale of the loss falls", at: "guides/numerics/#the-mean-in-half-precision", code: "",
  link: "The mean in half precision", says: "In the first steps that is usual. If it goes on, the loss or a logit overflows itself: take the loss in `float32`." };
const FITS = { title: "The perplexity is e to the loss: the two fit", at: "understand/likelihood/#perplexity", link: "Perplexity", code: "torch.exp(loss)",
  says: "Both say how well the model predicts a token. For the perplexity of many batches, average their losses first:" };
const BITS = { isSaid: true, title: "These are bits: 2 to the loss is the perplexity", at: "understand/likelihood/#nats-and-bits", link: "Nats and bits", code: "loss * math.log(2)  # nats",
  says: "The trainer logs base 2, as fairseq does. In nats, the loss is 0.6931 times that." };

function said(text, loss) {
  if (/\bgrad(?:ient)?s? (?:of \S+ )?(?:is|are|=)? ?(?:all |always )?(?:none|zeros?|0)(?![.\w])|\bno gradient/i.test(text)) return { isSaid: true, title: "A gradient is None or zero", at: "guides/debug/comparisons/#a-gradient-is-none-or-zero" };
  if (/loss.?scale/i.test(text) && /overflow|skipping|reducing|minimum/i.test(text)) return SCALED;
  const [, chance, percent] = /acc\w*[^.;\n\d]{0,30}(?:stay|stuck|remain|constant|flat|always|around|at)[^.;\n\d]{0,15}(\d*\.?\d+) ?(%?)/i.exec(text) ?? [];
  const share = percent || chance > 1 ? chance / 100 : chance;
  if (share < 0.6 && loss?.value > 2 * -Math.log(share) && !loss.isOther && /loss[^.;\n]{0,25}(?:\bris|increas|grow|climb|\bup\b)|(?:ris|increas|grow)\w* loss/i.test(text)) {
    return { isSaid: true, title: `A loss of ${loss.text} at an accuracy of ${Number((100 * share).toPrecision(3))} %: the model is sure of its mistakes`, at: HIGH, link: "Accuracy is fine but the loss is high", code: 'print(F.cross_entropy(logits, target, reduction="none").topk(5))',
      says: "Training rows: the learning rate is too large, or the labels are shuffled. Validation rows: it overfits, or they are prepared in another way. Look at the largest losses:" };
  }
  if (/distil|\bkd\b/i.test(text) && /temperature|\bT ?=/.test(text) && /small|scal|factor|times|square|vanish|tiny/i.test(text)) return DISTILLED;
  if (!/rewards\/(?:margin|chosen)/.test(text) && /reward_std|completion_length|completions\/|clip_ratio|approx_kl/.test(text) && Math.abs(loss?.value) < 0.01) return { isSaid: true }; // a policy's, which may be zero
  if (isIdle(text)) return IDLE;
  if (isParted(text)) return PARTED;
  if (rises(text)) return { isSaid: true, title: "The loss rises, but the accuracy does not fall: a few confident mistakes", at: HIGH, link: "Accuracy is fine but the loss is high" };
  const [bits, perplexity] = [valuesOf("(?:nll(?:_loss)?|loss(?!.scale)|xent|entropy)", text), valuesOf("(?:ppl|perplexity)", text)].map((each) => each.at(-1));
  if (bits > 0.1 && Math.abs(bits / Math.log2(perplexity) - 1) < 1e-3) return BITS;
  if (Math.abs(bits - Math.log(perplexity)) <= Math.max(2e-3, 0.51 / perplexity / 10)) {
    const isKnown = loss && causes({ ...loss, value: perplexity, digits: 1, isPerplexity: true })[0]?.score > 0.3;
    return { ...FITS, isSaid: loss?.digits < 2 && !isKnown && !loss.isPerplexity }; // of few digits, the perplexity tells more
  }
  if (/\b(?:mean\W+(?:to|->|into|with|by)\W+sum|sum\W+instead of\W+mean)\b|\breduction\b[^.\n]{0,30}\bsum\b|\(sum\b|\bsum of (?:the )?loss/i.test(text)) {
    return { isSaid: /\bmean\b/i.test(text) || loss?.value > 10, title: "A sum is the mean times the number of rows", at: SIZES, link: "The loss differs between batch sizes",
      code: 'F.cross_entropy(logits, target, reduction="mean")', says: "The loss and its gradient grow with the batch. Take the mean, or divide by the rows:" };
  }
  const isLower = new RegExp(String.raw`(?:val|test)\w*[ _]*(?:loss)?[^.\n]{0,30}(?:${LOWER})[^.\n]{0,20}train|train\w*[ _]*(?:loss)?[^.\n]{0,30}(?:${HIGHER})[^.\n]{0,20}(?:val|test)`, "i");
  return isLower.test(text) && /loss/i.test(text) && !/acc/i.test(text) ? { ...SMALLER, isSaid: true } : null;
}

// What is seen without a number, in words.
const SEEN_AS = [
  [/weight\w*\b.{0,25}\b(?:no (?:effect|difference)|nothing|not? (?:change|matter))|loss.{0,20}not change.{0,20}weights/i, "Class weights change nothing", "guides/debug/comparisons/#class-weights-change-nothing"],
  [/(?:model|net\w*|classifier|it)\b.{0,12}(?:only|always|just|never) (?:predict|output|says)|predicts (?:only|always|just|everything|all|the (?:same|majority)|one class)|predictions? (?:is|are) (?:all |always )*(?:the )?same|same (?:class|prediction|output|probabilit)\w* for (?:all|every|each)|(?:outputs?|gives) the same/i,
    "All rows get one class: equal logits, or a rare class", "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c"],
  [/^(?![^]*(?:ppo|policy|actor|elbo|gaussian|wgan|critic|reward|grpo|density|dice))[^]*(?:\bnegative (?:value|number)?s?.{0,15}\bloss|\b(?:loss|bce\w*|entropy|nll\w*)\b.{0,20}\b(?:is|be\w*|turns?|goes|gets?|always|get)\b.{0,12}\bnegative\b)/i, "The loss is negative", "guides/debug/symptoms/#the-loss-is-negative"],
  [/acc\w*\b.{0,60}\bloss\W.{0,15}both.{0,20}(?:increas|ris|grow|up\b)|\bloss\b.{0,60}acc\w*.{0,15}both.{0,20}(?:increas|ris|grow|up\b)/i, "The loss rises, but the accuracy does not fall: a few confident mistakes", HIGH, "Accuracy is fine but the loss is high"],
  [/(?:contrastive|clip|info ?nce|simclr|nt-?xent).{0,12}loss.{0,30}(?:\blog\b|\bln\b)/i, "A contrastive loss at ln N: all pairs look alike", "guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor"],
  [/loss.{0,15}\b(?:differ|halv|half|doubl|lower|higher|smaller|larger|times|twice|not the same|mismatch|other|changes).{0,30}\b(?:\d+|two|four|eight|multiple|several|more|all|both) (?:gpus?|processes|nodes|devices|workers)\b/i, "The loss differs between numbers of processes: a mean of means", "guides/batches/#several-processes", "Several processes"],
  [/loss.{0,25}(?:not|n't|never|stops?|no longer)\W+(?:\w+\W+)?(?:decreas|improv|go|fall|drop|converg|chang|learn|mov)|loss.{0,15}(?:constant|stuck|flat|plateau)/i,
    "The loss does not fall: at ln C, or at a floor", "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c"],
];

// Whether a text says in words that the loss falls, and the accuracy does not improve.
const [FALLS, STOPS] = [String.raw`(?:(?<!not |n't |never )\b(?:decreas|fall|drop|go(?:es|ing) down)|\bdown\b)`, String.raw`(?:stuck|stay|same|constant|flat|remain|plateau|stop|(?:not|n't|never)(?: \\w+)? (?:chang|improv|increas|decreas|ris|mov|go|get)|not (?:at all|much))`];
const isIdle = (text) => new RegExp(`loss[^.;\\n]{0,40}${FALLS}[^.;\\n]{0,40}acc\\w*[^.;\\n]{0,30}${STOPS}|acc\\w*[^.;\\n]{0,30}${STOPS}[^.;\\n]{0,50}(?<!val\\w*[ _])loss[^.;\\n]{0,25}${FALLS}`, "i").test(text) && !/(?:n't|not) (?:decreas|fall|drop|go)/i.test(text);

// Whether it says that the loss of training falls, and that of validation does not.
const isParted = (text) => new RegExp(`train\\w*[ _]*loss[^.;\\n]{0,30}${FALLS}[^.;\\n]{0,40}(?:val|eval|test|dev)\\w*[ _]*loss[^.;\\n]{0,30}(?:${STOPS}|increas|ris)`, "i").test(text);
const PARTED = { isSaid: true, title: "The loss of training falls, that of validation does not: overfitting, or other rows", at: HIGH, link: "Accuracy is fine but the loss is high", code: 'print(F.cross_entropy(logits, target, reduction="none").topk(5))',
  says: "The model learns what holds for the training rows alone. Or the validation rows are prepared or labelled in another way. Look at the largest losses:" };

function seen(text) {
  if (text.length > 300 || /\bhow (?:to|do)\b|\bbatch/i.test(text)) return null;
  const [, title, at, link] = SEEN_AS.find(([words]) => words.test(text)) ?? [];
  return at ? { isSaid: true, title, at, link, code: at.endsWith("ln-c") ? "print(logits.std(dim=0))  # near 0: the logits do not depend on the input" : "" } : null;
}
