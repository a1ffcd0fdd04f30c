// What a text says of a loss besides its value: of two numbers of a run, of an accuracy beside it, or of a loss that is no plain cross-entropy. No DOM.

import { causes, unsure } from "./numbers.js";

const HIGH = "guides/debug/comparisons/#accuracy-is-fine-but-the-loss-is-high";
const SIZES = "guides/debug/comparisons/#the-loss-differs-between-batch-sizes";
const CTC = "reference/losses/distributions-and-sequences/#ctcloss-pitfalls";
const TO = String.raw`%?\s*(?:-*>|→|to)\s*[~≈]?`; // between two values
const LOSS = String.raw`[a-z]*[ _/-]*loss`;
const VALIDATION = `(?:val|test|eval|dev)${LOSS}`;
const STUCK = "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c";
const LOWER = "low|below|less|small|better|under";
const HIGHER = "high|above|more|larg|great|worse|bigger";

/**
 * What a text says besides the value of the loss that was read in it, as an answer, or null; `isSaid` if that is sure.
 * Two losses that are far apart (`isApart`) are at no floor.
 */
export function compared(text, loss) {
  return (loss && (overlap(text, loss) ?? gradient(text, loss) ?? diverging(text, loss))) ?? aboutReport(text) ?? elsewhere(text) ?? highest(text) ?? series(text) ?? (loss && (named(text, loss) ?? sure(text, loss))) ?? said(text, loss) ?? (loss ? above(text, loss) ?? unlike(text, loss) ?? overfits(text) ?? logged(text, loss) ?? (/(?:norm|\bgrad(?:ient)?s?)['"]?[^\w\n]{1,4}(?:tensor\()?inf/i.test(text) ? UNBOUNDED : run(text, loss)) : seen(text));
}

/** Whether a cause of a loss fits the text: neither a first loss nor one that was lower is at a floor, unless the text says what it should be. */
export const fits = (text, { value, lowest, text: said }) => {
  const isFirst = new RegExp(String.raw`\b(?:start|begin|initial|first)\w*[^\d\n]{0,20}${said.replace(/\W/g, "\\$&")}`, "i").test(text);
  const isLower = lowest < value - 0.02 && !/want|expect|should|desired|supposed|instead|target|goal/i.test(text);
  const isTraining = !/val|test|eval|dev/i.test(text); // where the labels may not be smoothed
  return ({ title }) => !((isFirst || isLower) && (/^Softmax twice/.test(title) || (isTraining && /^With label_smoothing/.test(title))));
};

const NAN_GRADIENT = "guides/debug/nan-and-infinity/#the-loss-is-finite-but-the-weights-become-nan";

const UNBOUNDED = { title: "An infinite gradient: in half precision, such a step is skipped", at: "guides/numerics/#the-mean-in-half-precision" };

// A gradient that is nan in the last line that logs it, beside a loss that is finite.
function gradient(text, { value }) {
  const norm = [...text.matchAll(/(?:norm|\bgrad(?:ient)?s?)['"]?[^\w\n]{1,4}(?:(?:is|are|be\w+|turn\w*|goe?s?|to|all) |[\d.]+ ?-> ?){0,4}(?:tensor\()?(nan|inf|[\d.]+)|\b(nan) grad/gi)].at(-1)?.slice(1).join("").toLowerCase();
  if (Number.isFinite(value) && /\bnan\b[^.;\n]{0,25}\b(?:eval|valid|test|inference)|(?:eval|valid|test|inference)\w*\(?\)?(?: loss)?[^.;\n\d]{0,20}\bnan\b/i.test(text)) {
    return { isSaid: true, title: "A loss of nan in evaluation alone", at: "guides/debug/nan-and-infinity/#the-loss-is-nan", link: "The loss is nan", code: "print((target != -100).sum(), logits.isfinite().all())",
      says: "A batch without a valid label, such as an empty last one; or inputs and statistics of a normalisation that training does not use. Look at the first batch whose loss is nan:" };
  }
  if (norm !== "nan" || !Number.isFinite(value)) return null;
  return value === 0 ? { isSaid: true, title: "The gradient is nan, and the trainer logs the loss as zero", at: "guides/debug/nan-and-infinity/#the-loss-is-nan", link: "The loss is nan",
    code: "print((target != -100).sum(), logits.isfinite().all())", says: "Hugging Face's trainer leaves losses that are nan out of the mean that it logs, unless `logging_nan_inf_filter=False`. Look at one batch:" }
    : { isSaid: true, title: "The gradient is nan, although the loss is finite", at: NAN_GRADIENT, link: "The loss is finite but the weights become nan", code: "",
      says: "Or some losses are nan too, and the trainer leaves them out of the mean that it logs, as Hugging Face's does unless `logging_nan_inf_filter=False`." };
}

// A Dice coefficient or an IoU outside its range, beside a negative loss.
function overlap(text, { value }) {
  const scores = Array.from(text.matchAll(/(?:\bdice(?![ _]?loss)|iou)[ _-]?(?:score|coeff\w*)?[^\w\n]{1,5}?(-?\d+\.\d+)(?! ?%)/gi), ([, score]) => Number(score));
  const wrong = scores.find((score) => score < -1e-3 || (score > 1.001 && score < 10));
  return wrong && value < 0 ? { isSaid: true, title: `A score of ${Number(wrong.toFixed(4))}, outside zero to one, and a negative loss: the mask is not 0 and 1`, at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative",
    code: "print(target.unique())", says: "Map values such as 0 and 255 to 0 and 1. If the mask is right, the prediction is no probability." } : null;
}

const DIVERGENCE = { title: "A negative KL divergence: the input of `kl_div` is not log-probabilities, or the target does not add up to 1",
  at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative", code: 'F.kl_div(logits.log_softmax(dim=1), target, reduction="batchmean")', says: "Pass log-probabilities, then probabilities:" };
const LOGARITHMS = { ...DIVERGENCE, title: "A negative loss of logarithms: `kl_div` with a target that does not add up to 1, or probabilities above 1" };
const SHORT = { title: "`CTCLoss`: an input that is shorter than its target", at: CTC, link: "CTCLoss: Pitfalls", code: "",
  says: "An input needs a step for each label, and one between equal labels. `zero_infinity=True` leaves the others out." };
const NO_LOGARITHMS = { title: "A negative `CTCLoss`: its input is not log-probabilities", at: CTC, link: "CTCLoss: Pitfalls", code: "log_probs = logits.log_softmax(dim=2)",
  says: "Pass the log-softmax over the classes:" };
const DENSITY = { title: "This loss may be negative: a density may be above 1", at: "reference/losses/distributions-and-sequences/#gaussiannllloss-formula", link: "GaussianNLLLoss", code: "",
  says: "Compare it with that of other models, not with zero." };
const OUTSIDE = { title: "A target outside zero to one: only then is a two-class loss negative", at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative",
  code: "print(target.min(), target.max())", says: "Map labels such as -1 and 1, or 0 and 255, to 0 and 1:" };
const NEITHER = { title: "`nll_loss` got probabilities or logits, not log-probabilities", at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative",
  code: "F.cross_entropy(logits, target)  # logits as the last layer returns them", says: "Pass the logits to the loss that takes their log-softmax itself:" };
const RARE = /positiv|negativ|bce|binary|balance|rare|minority|foreground|fraud|churn|% of /i;
const SHARE = /([\d.]+) ?%|([\d.]+)(?: ?[/:] ?| (?:neg|pos)\w*\W+)([\d.]+)|([\d.]+) (?:\w+ )?(?:in|of|out of) ([\d.]+)/g;
const SEEN = { title: "A perplexity near 1: the model sees its targets", at: "guides/language-models/#shift-once", link: "Shift once", code: "F.cross_entropy(logits[:-1], target[1:])",
  says: "Shift the labels once:" };
const REFERENCE = { title: "ln 2 = 0.6931: the model is still the reference", at: "guides/mixed-targets/#dpo", link: "DPO", code: "",
  says: "At the first step of DPO that is right. If it stays there, the learning rate is too small, or no parameter is trained." };

// The values of each loss that a log names, in order.
function runsOf(text) {
  const runs = new Map();
  for (const [, name, value] of text.matchAll(/([a-z]*[ _/-]*)(?:loss|nll|entropy)(?![_ ]?scale)['"]?[^\w\n]{1,4}(?:tensor\()?(\d*\.?\d+(?:e[-+]?\d+)?)/gi)) {
    runs.set(name.toLowerCase().trim(), [...(runs.get(name.toLowerCase().trim()) ?? []), Number(value)]);
  }
  return runs;
}

const valuesOfRun = (text) => [...runsOf(text).values()].sort((a, b) => b.length - a.length)[0] ?? [];

const AMOUNT = String.raw`[~≈]?(\d[\d_]*(?:\.\d+)?(?:e\+?\d+)?)`;
const GROWS = new RegExp(String.raw`(?:loss|\bce)\b(?:(?!acc|\blr|rate|step|batch|weight|size)[^.;\n\d]){0,40}(?:increas|jump|ris(?:es?|ing|en)\b|\brose|gr[eo]w|spik|explo|shoot|shot|blow|blew|climb|diverg|\bup\b|went|goe?s?)[^\d\n]{0,40}(?:from )?${AMOUNT}(?: (?:at|in|on|after) (?:the )?\w+ \d+)?,?\s*(?:-*>|→|(?:up )?to)\s*${AMOUNT}(?!\s*(?:epoch|step|iter))`, "i");

// A loss that grows without limit: by the values of a log, by two in a sentence, or by one that no mean reaches.
function diverging(text, loss) {
  const { value, isPerplexity, isBits } = loss;
  if (!Number.isFinite(value) || isPerplexity || isBits || /\bsum|reduction|switch|\b(?:when|after|if|since) (?:I|we)\b|chang|batch.?size|\btrain[^.\n]*\b(?:test|val)/i.test(text)) return null;
  const plain = text.replace(/(\d) (?=\d{3}\b(?![.,]\d))/g, "$1").replace(/(\d),(?=\d{3}[.,])/g, "$1"); // as in 16 000 and 1,234.5
  const told = GROWS.exec(plain)?.slice(1).map(Number);
  const listed = /(?:explo|diverg|blow|blew)\w*\W{1,3}((?:\d+\.?\d*(?:e\+?\d+)?[,\s→>-]+){2,}\d+\.?\d*(?:e\+?\d+)?)/i.exec(plain)?.[1].match(/[\d.]+(?:e\+?\d+)?/g).map(Number);
  const values = told ?? listed ?? valuesOfRun(plain);
  const [first, last] = [Math.min(...values.slice(0, -1)), values.at(-1)];
  const isKnown = value === last && causes(loss).some(({ score, title }) => score >= unsure(loss) && !title.startsWith("A sum")); // as a cap, or ln C
  const isGrown = values.length > 1 && !isKnown && last > 3 * first && last > (told ? 5 : 13) && (told || last > 20 * first || /explo|diverg/i.test(text));
  const shown = (x) => (x < 1e6 ? x : x.toPrecision(2).replace("+", ""));
  if (!isGrown && !(value > 1e5 && value < 3e38 && !loss.isOther)) return null;
  return { isSaid: true, title: isGrown ? `The loss grows from ${shown(first)} to ${shown(last)}: the training diverges` : `${shown(value)}: the training diverges, or this is a sum`,
    at: "guides/debug/nan-and-infinity/#the-loss-is-nan", link: "The loss is nan", code: "print(logits.abs().max())", says: "Often the learning rate is too large: lower it, or clip the gradients. Look at the logits before it grows:" };
}

// A log in which the loss of validation rises in the end, and that of training has fallen.
function overfits(text) {
  const runs = [...runsOf(text)].filter(([, values]) => values.length > 2);
  const [validation, training] = [true, false].map((is) => runs.find(([name]) => /val|test|eval|dev/.test(name) === is)?.[1]);
  return validation && training?.at(-1) < 0.9 * training[0] && validation.at(-1) > 1.05 * Math.min(...validation) ? OVERFITTED : null;
}

// A log of losses that still fall, or that stay near ln C.
function run(text, loss) {
  const values = valuesOfRun(text);
  const [first, last, mean] = [values[0], values.at(-1), values.reduce((sum, each) => sum + each, 0) / values.length];
  const near = (x, below, above) => [loss.classes, 2, 10, 3, 4, 5, 6, 7, 8, 9, 100, 1000].find((count) => count > 1 && x > Math.log(count) * (1 - below) && x < Math.log(count) * (1 + above));
  if (values.length < 3 || loss.isOther) return null;
  const accuracies = accuraciesOf(text).map(([accuracy]) => accuracy);
  if (values.length > 4 && values.slice(-4).every((each) => each === last)) return null; // it stays
  if (accuracies.length && last < first && !(accuracies.at(-1) > accuracies[0])) return { isApart: true };
  if (last < 0.9 * first && last === Math.min(...values) && last < 0.98 * values.at(-2)) {
    const count = near(first, 0.005, 0.01);
    return count ? { isSaid: true, at: STUCK, title: `It starts at ln ${count} = ${Math.log(count).toFixed(4)} and falls: nothing is stuck`, link: "The loss is stuck at ln C", code: "",
      says: `With ${count} classes, that is right: at first, the model predicts all alike. Its last value is a step on the way down.` } : { isApart: true };
  }
  const count = values.length > 4 && !(causes(loss)[0]?.score > 0.3) ? near(mean, 0.015, 0.04) : 0;
  return count && values.every((each) => Math.abs(each / Math.log(count) - 1) < 0.25) && last > 0.9 * first ? { isSaid: true, title: `The loss stays near ln ${count} = ${Math.log(count).toFixed(4)}, that of a guess between ${count} classes`, at: STUCK,
    link: "The loss is stuck at ln C", code: "print(logits.std(dim=0))  # near 0: the logits do not depend on the input", says: `If there are ${count} classes, the model guesses. If there are more, it has learned something, and no longer improves.` } : null;
}

const MARGINS = [[/triplet/i, "tripletmarginloss-pitfalls", "TripletMarginLoss: Pitfalls", "all embeddings are alike"], [/margin.?rank/i, "marginrankingloss-pitfalls", "MarginRankingLoss: Pitfalls", "both scores are alike"]];

// A loss that equals its margin.
function margin(text, { value }) {
  const [, anchor, link, alike] = MARGINS.find(([name]) => name.test(text)) ?? [];
  if (!anchor || !(value > 0)) return null;
  const given = Number(/margin\W{0,3}(?:of |is |= ?)?(\d*\.?\d+)/i.exec(text)?.[1] ?? NaN);
  const isTwice = (text.match(/\d*\.?\d+/g) ?? []).filter((each) => Math.abs(each / given - 1) < 0.02).length > 1; // the margin, and the loss
  const isAt = isTwice && Math.abs(value / given - 1) < 0.02;
  const isSoft = /soft/i.test(text) && Math.abs(value - Math.LN2) < 0.01;
  const isAsked = Number.isNaN(given) && STAYS.test(text) && [0.1, 0.2, 0.3, 0.5, 1].some((each) => Math.abs(value / each - 1) < 0.005);
  const says = "Begin with easier negatives, or a lower learning rate. Look at the distances:";
  return isAt || isSoft || isAsked ? { isSaid: true, title: isSoft ? `ln 2 = 0.6931, the soft margin of equal distances: ${alike}` : isAt ? `The loss is the margin: ${alike}` : `Is ${value} the margin? Then ${alike}`,
    at: `reference/losses/ranking-and-embedding/#${anchor}`, link, code: anchor[0] === "t" ? "print(torch.pdist(embeddings).mean())" : "", says: anchor[0] === "t" ? says : "" } : null;
}

const APART = { title: "The rewards of the two answers are far apart: the loss is near zero", at: "guides/mixed-targets/#dpo", link: "DPO", code: "-F.logsigmoid(margin)",
  says: "`rewards/margins` says how far. If all pairs are like that, the model may have memorised them, or tell the two answers by their length: look at other pairs." };
const DISTILLED = { isSaid: true, title: "In distillation, the loss is multiplied by T²", at: "understand/temperature/#distillation-multiplies-by-t2", link: "Distillation multiplies by T²", code: 'T ** 2 * F.kl_div((logits / T).log_softmax(dim=1), (teacher / T).softmax(dim=1), reduction="batchmean")',
  says: "Otherwise, its gradient shrinks like 1/T²:" };

// What is told by the value of a loss that the text names.
function named(text, loss) {
  const { value, isPerplexity } = loss;
  const isNegative = value < 0 && value > -3e38;
  const isLearning = accuraciesOf(text).some(([accuracy]) => accuracy > -2 * value);
  const answer = isPerplexity ? value >= 1 && value < 1.2 && SEEN
    : /\bkl|kullback/i.test(text) ? isNegative && !/reward/i.test(text) && DIVERGENCE
    : /\bctc/i.test(text) ? (isNegative ? NO_LOGARITHMS : !(value < 3e38) && SHORT)
    : /gaussian/i.test(text) ? isNegative && DENSITY
    : isNegative && /\.log\(\)/.test(text) && !/nll/i.test(text) ? LOGARITHMS
    : loss.isBinary && isNegative ? OUTSIDE
    : isNegative && isLearning && !loss.isOther ? NEITHER
    : /rewards?\/\w*(?:margin|chosen|rejected)|\bdpo/i.test(text) && (Math.abs(value - Math.LN2) < 1e-3 ? REFERENCE : value >= 0 && value < 0.01 && APART);
  return answer ? { ...answer, isSaid: true } : capped(loss) ?? clipped(text, loss) ?? sigmoids(text, loss) ?? entropy(text, loss) ?? focal(text, loss) ?? margin(text, loss) ?? pairs(text, loss) ?? vocabulary(text, loss);
}

const STAYS = /stuck|stop|plateau|\bstays?\b|flat|never|n't|\bnot? |constant|same/i;
const toleranceOf = ({ digits }) => 0.51 * 10 ** -Math.min(Math.max(digits, 1), 7);

// The loss of the best constant prediction, for a share of positives that the text names, or for the accuracy of such a model.
function entropy(text, loss) {
  const { value, classes } = loss;
  const [[accuracy] = []] = accuraciesOf(text);
  const tolerance = toleranceOf(loss);
  if (tolerance > 0.1 * value) return null;
  const shares = RARE.test(text) ? Array.from(text.matchAll(SHARE), ([, percent, one, other, part, whole]) =>
    (percent ? percent / 100 : one ? [one / (Number(one) + Number(other)), one / other] : part / whole)).flat() : [];
  const isAt = (p, limit) => p > 0 && p < 1 && p !== 0.5 && Math.abs(value + p * Math.log(p) + (1 - p) * Math.log1p(-p)) <= limit;
  const isGuess = accuracy > 0.5 && classes < 3 && tolerance < 1e-3 && isAt(accuracy, tolerance);
  const share = isGuess ? accuracy : shares.find((p) => isAt(p, Math.max(tolerance, 0.005 * value))); // shares are rounded
  const percent = Number((100 * Math.min(share, 1 - share)).toPrecision(4));
  return share ? { isSaid: true, title: `The entropy of ${percent} % positives: the model predicts all rows alike`, at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c",
    code: "print(logits.std(dim=0))  # near 0: the logits do not depend on the input" } : null;
}

// The lowest losses if a second sigmoid gets 1 for each one, and 0 for each zero.
const ONE = Math.log1p(1 / Math.E);
const SIGMOIDS = [["ones", ONE], ["as many zeros as ones", (ONE + Math.LN2) / 2]];

function sigmoids(text, loss) {
  const [of, lowest] = (loss.digits > 2 && SIGMOIDS.find(([, each]) => Math.abs(each - loss.value) <= toleranceOf(loss))) || [];
  return of ? { isSaid: loss.isBinary || /balanc/i.test(text), title: `Sigmoid twice: the lowest loss for ${of} is ${lowest.toFixed(4)}`, link: "BCEWithLogitsLoss",
    at: "reference/losses/binary-and-multi-label/#bcewithlogitsloss", code: "F.binary_cross_entropy_with_logits(logits, target)",
    says: "Remove the sigmoid from the network: the loss applies it itself." } : null;
}

// A two-class loss at its cap.
function capped(loss) {
  const counts = loss.isBinary ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, loss.rows] : [];
  const wrongOf = (count) => Math.round((loss.value * count) / 100);
  const count = counts.find((each) => wrongOf(each) > 0 && wrongOf(each) <= each && Math.abs((100 * wrongOf(each)) / each - loss.value) <= toleranceOf(loss));
  return count ? { isSaid: true, title: `\`BCELoss\` at its cap of 100: ${count > 1 ? `${wrongOf(count)} in ${count} entries` : "every entry"} certain and wrong`,
    at: "guides/debug/comparisons/#a-gradient-is-none-or-zero", code: "F.binary_cross_entropy_with_logits(logits, target)", says: "The gradient is zero there. Let the loss take the logits:" } : null;
}

// The accuracies in a text, each with the half of its last digit.
function accuraciesOf(text) {
  return Array.from(text.matchAll(/acc(?!um|ou|el|ep|es)\w*(?:@\d+| is| of)?[^\w\n]{1,4}(\d*\.?\d+)(?:\/(\d+))?\s*(%?)/gi), ([, said, rows, percent]) => {
    const whole = rows ?? (percent || said > 1 ? 100 : 1);
    return [said / whole, rows ? 0 : (0.51 * 10 ** -(said.split(".")[1]?.length ?? 0)) / whole];
  }).filter(([accuracy]) => accuracy >= 0 && accuracy <= 1);
}

// The smallest probabilities that Keras, torch and code of one's own leave to the logarithm.
const SMALLEST = [1e-7, 2 ** -22, 2e-7, 1e-7 + 2 ** -23, 2 ** -23, 2 ** -24, 1e-8, 1e-6, 1e-9, 1e-10, 1e-12, 1e-15, 2 ** -52];

// A model that is certain of every row: each wrong one costs the cap.
function clipped(text, loss) {
  const isAt = (cap) => accuraciesOf(text).some(([accuracy, half]) => half < 0.002 * (1 - accuracy) && Math.abs(cap * (1 - accuracy) - loss.value) <= cap * half + toleranceOf(loss));
  const smallest = SMALLEST.find((each) => isAt(-Math.log(each)));
  if (!smallest && !isAt(100)) return null;
  const code = `F.${loss.isBinary ? "binary_cross_entropy_with_logits" : "cross_entropy"}(logits, target)  # logits as the last layer returns them`;
  const says = "The loss is this cap times the share of wrong rows: the model is certain of every row. Let the loss take the logits:";
  return smallest ? { isSaid: true, title: `Each wrong row costs ${(-Math.log(smallest)).toFixed(4)}: minus the logarithm of an epsilon`, at: "understand/log-softmax/#an-epsilon-inside-the-logarithm", link: "An epsilon inside the logarithm", code, says }
    : { isSaid: true, title: "Each wrong row costs 100: `BCELoss` at its cap", at: "guides/debug/comparisons/#a-gradient-is-none-or-zero", link: "A gradient is None or zero", code, says };
}

// A two-class loss that no longer falls: the share of positives whose entropy it is.
function constant(text, loss) {
  if (!loss.isBinary || !(loss.value > 5e-3 && loss.value < 0.68) || !STAYS.test(text)) return null;
  let [low, high] = [0, 0.5];
  for (let step = 0; step < 40; step++) {
    const p = (low + high) / 2;
    if (-p * Math.log(p) - (1 - p) * Math.log1p(-p) < loss.value) low = p;
    else high = p;
  }
  const isSaid = /^With label/.test(causes(loss)[0]?.title); // which this loss has not
  return { isSaid, title: `With ${Number((100 * low).toPrecision(2))} % positives, a model that predicts all rows alike has this loss`, at: "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds",
    link: "Imbalanced classes", code: "print(target.float().mean())  # the share of positives", says: "If that is about the share in the labels, the model has learned nothing else:" };
}

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

const OVERFITTED = { isSaid: true, title: "The validation loss rises while that of training falls: overfitting", at: HIGH, link: "Accuracy is fine but the loss is high",
  code: 'print(F.cross_entropy(logits, target, reduction="none").topk(5))', says: "The model is sure of some validation rows, and wrong. Look at them:" };

// Losses in a row: those of training fall, and those of validation rise.
function series(text) {
  const ends = [`train\\w*${LOSS}`, VALIDATION].map((name) => new RegExp(String.raw`${name}[^\d\n]{0,24}(\d*\.\d+(?:[\s,]+\d*\.\d+){2,})`, "i").exec(text)?.[1].split(/[\s,]+/).map(Number));
  const [training, validation] = ends.map((list) => list && list.at(-1) / list[0]);
  return training < 0.95 && validation > 1 ? OVERFITTED : training < 0.95 ? { isApart: true } : null;
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

// The focal loss of equal logits.
function focal(text, loss) {
  const of = (name) => Number(new RegExp(String.raw`${name}[^\d.]{0,9}(\d*\.?\d+)`, "i").exec(text)?.[1] ?? NaN);
  const [gamma, alpha, tolerance] = [of("(?:gamma|γ)") || 2, of("(?:alpha|α)"), toleranceOf(loss)];
  const at = (count) => (1 - 1 / count) ** gamma * Math.log(count);
  const isAt = (count) => [1, alpha, 1 - alpha, 0.5].some((weight) => Math.abs(weight * at(count) - loss.value) <= tolerance);
  const [plain] = /focal/i.test(text) ? causes({ ...loss, isOther: false }) : [];
  if (/^-ln\(/.test(plain?.title)) return { ...plain, isSaid: true }; // of a row that is wrong, the factor is one
  const count = /focal/i.test(text) && tolerance < 0.1 * loss.value ? [loss.classes, 2, 10].find((each) => each > 1 && isAt(each)) : 0;
  return count ? { isSaid: true, title: `The focal loss of equal logits, with gamma ${gamma}: ${count} classes are predicted alike`, at: "guides/imbalance/#focal-loss", link: "Focal loss", code: "",
    says: "At the first step that is right. The factor makes the loss smaller than ln C." } : null;
}

// A first loss of about ln C, for the vocabulary of a model that the text names.
function vocabulary(text, loss) {
  const { value, digits, named: counts, classes, isPerplexity, isOther } = loss;
  const isFirst = /\b(?:start|begin|init|scratch|first|step 0|random)/i.test(text) && !STAYS.test(text) && !/\bafter\b|step \d{2}|\d{3} (?:steps|iter)/i.test(text);
  const isNear = (each) => Math.abs(Math.log(each) - value) < (each < 1000 ? 0.25 : digits < 1 ? 1 : 0.5);
  const count = isFirst && !isPerplexity && !isOther ? [...counts, classes].find((each) => (each > 1000 || (each > 20 && each === classes)) && isNear(each)) : 0;
  const [known] = causes(loss);
  if (!count || (/^(?:Near )?ln /.test(known?.title) && known.title.includes(count))) return null;
  return { isSaid: true, title: `Near ln ${count} = ${Math.log(count).toFixed(4)}, its vocabulary: the model predicts all tokens alike`, at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c", code: "", link: "The loss is stuck at ln C",
    says: "At the first step of a model without pretrained weights that is right." };
}

// The loss of a contrastive model or of a discriminator to which all candidates look alike.
function pairs(text, loss) {
  const isAt = (count) => Math.abs(Math.log(count) - loss.value) <= Math.max(2e-3, toleranceOf(loss)) && loss.digits > 1;
  if (/discriminat|\bd[ _]?loss|loss_d\b|\bgan\b/i.test(text) && isAt(4)) {
    return { isSaid: true, title: "2 ln 2 = 1.3863: real and fake look alike", at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c", code: "",
      says: "The discriminator's loss adds up that of the real rows and that of the fake ones: ln 2 each, at a probability of one half." };
  }
  if (loss.value < 1e-3 && loss.value >= 0 && !/wgan|wasser|critic/i.test(text) && /discriminat|\bd[ _]?loss|loss_d\b|\bgan\b/i.test(text)) {
    return { isSaid: true, title: "The discriminator tells all real rows from fake ones: its loss is near zero", at: "guides/debug/comparisons/#a-gradient-is-none-or-zero", link: "A gradient is None or zero",
      code: "F.binary_cross_entropy_with_logits(logits, target)", says: "Where probabilities are rounded to 0 or 1, the generator's gradient is zero. Let both losses take the logits:" };
  }
  if (!/simclr|nt.?xent|supcon|info.?nce|contrastive|\bclip\b|moco/i.test(text) || /siamese|margin/i.test(text)) return null;
  const isClipped = !/simclr|nt.?xent|supcon|info.?nce|contrastive|moco/i.test(text) && !/\bCLIP\b/.test(text); // of gradients, perhaps
  const [, batch, rows = batch] = /(?:batch|\bbsz?\b|\bn\b)[^\d\n]{0,9}(\d+)|(\d+) (?:pairs|negatives|images)/i.exec(text) ?? [];
  const usual = loss.digits > 2 ? Array.from({ length: 12 }, (_, at) => [8 << at, (8 << at) - 1]).flat() : [];
  const count = [Number(rows), 2 * rows - 1, Number(rows) + 1, 65537, ...(rows ? [] : usual)].filter((each) => each > 1 && isAt(each)).sort((a, b) => Math.abs(Math.log(a) - loss.value) - Math.abs(Math.log(b) - loss.value))[0];
  const about = Math.round(Math.exp(loss.value).toPrecision(loss.digits > 2 ? 9 : loss.digits || 1));
  const expected = { isSaid: true, code: "", link: "Which loss to expect: from ln N to the floor", at: "guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor" };
  if (count) return { ...expected, title: `ln ${count} = ${Math.log(count).toFixed(4)}: all ${count} candidates look alike`, says: "At the first step that is right. If it stays there, the embeddings do not tell the rows apart." };
  if (isClipped || !(loss.value > 0) || loss.isOther || loss.value > 1e5) return null;
  const [low, high] = [Math.log(rows), Math.log(2 * rows - 1)];
  const isNear = rows > 3 && loss.value > 0.85 * low && loss.value < 1.03 * high;
  const guess = rows > 3 ? `that of a guess is ${low.toFixed(4)} among ${rows} candidates, ${high.toFixed(4)} among ${2 * rows - 1}` : "that of a guess among N candidates is ln N";
  const other = { ...expected, title: `A contrastive loss of ${loss.text}: ${guess}`, says: isNear ? "It is near: the embeddings hardly tell the rows apart." : "Above it, the loss is a sum, is scaled, as by a temperature, or is sure of mistakes. Below it, the model tells candidates apart." };
  if (isNear && loss.digits < 2) return other;
  return loss.value < 13 && STAYS.test(text) && loss.digits > 0 && about > 2 && about < 1e5 ? { ...expected, title: `A contrastive loss of ln N, if N is about ${about}: all candidates look alike`,
    says: `Count the candidates of a row. If they are not about ${about}, its probability of the right one is one in ${about} for another reason.` } : other;
}

// A loss above that of a guess between the classes that the text names.
function above(text, loss) {
  const [, word] = /\b(two|three|four|five|six|seven|eight|nine|ten)[- ]class/i.exec(text) ?? [];
  const classes = word ? "two three four five six seven eight nine ten".split(" ").indexOf(word.toLowerCase()) + 2 : /class/i.test(text) ? loss.classes : 0;
  const isAbove = classes > 1 && loss.value > 1.1 * Math.log(classes) && loss.value < 13 && loss.digits > 0 && !loss.isOther && !loss.isPerplexity && !loss.isBits;
  if (!isAbove || causes({ ...loss, classes })[0]?.score >= unsure(loss)) return null;
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
  if (rises(text)) return { isSaid: true, title: "The loss rises, but the accuracy does not fall: a few confident mistakes", at: HIGH, link: "Accuracy is fine but the loss is high" };
  const [bits, perplexity] = [valuesOf("(?:nll(?:_loss)?|loss(?!.scale)|xent)", text), valuesOf("(?:ppl|perplexity)", text)].map((each) => each.at(-1));
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

const SMALLER = { title: "The validation loss is the smaller one: that is usual", at: "guides/measuring/#modeleval-and-no_grad-do-different-things",
  link: "`model.eval()` and `no_grad` do different things",
  code: "model.eval()  # then measure both", says: "In training, dropout, augmented rows and an earlier model raise the loss. Measure both alike:" };

function logged(text, loss) {
  const [training, validation] = [`train${LOSS}`, VALIDATION].map((name) => valuesOf(name, text).at(-1));
  const before = training ?? (validation && valuesOf(String.raw`(?<![a-z_/] ?)loss`, text).at(-1));
  if (validation > 2 * before && validation > before + 0.1) {
    return { isSaid: loss.digits < 2 && loss.value > 0, title: "The validation loss is far above that of training: overfitting", at: HIGH, link: "Accuracy is fine but the loss is high", code: "print(F.cross_entropy(logits, target, reduction=\"none\").topk(5))",
      says: "The model is sure of some validation rows, and wrong. Look at them:" };
  }
  const [known] = validation > 0 && validation !== loss.value ? causes({ ...loss, value: validation, digits: String(validation).split(".")[1]?.length ?? 0, accuracy: NaN }) : [];
  if (known?.score > 0.5 && !(causes(loss)[0]?.score > 0.5) && /^ln/.test(known.title)) return { ...known, isSaid: true };
  if (validation < 0.9 * before && validation > 0.4 * before) return SMALLER;
  const [, one, other] = /between ([\d.]+) and ([\d.]+)/.exec(text) ?? [];
  const isApart = /\d ?(?:vs|versus)\b/.test(text) || Math.abs(one - other) > 0.05 * one || (Math.abs(validation - before) > 0.03 * before && /floor/.test(causes(loss)[0]?.at));
  return isApart ? { isApart } : constant(text, loss);
}

const valuesOf = (name, text) => [...text.matchAll(new RegExp(String.raw`${name}[^\d\n]{0,24}?(\d*\.?\d+(?:e-\d+)?)(?:${TO}(\d*\.?\d+))?`, "gi"))].flatMap(([, ...both]) => both.filter(Boolean)).map(Number);

// Whether the loss rises, and the accuracy too or stays, in words or by several numbers of each; those of validation, if any.
function rises(all) {
  const text = all.replace(/\b(?:decreas|fall|drop|(?:go|going|goes|went) down)\w*(?:(?:, |\W)\w+){0,4}?,?\W+(?:then|after\w*|later|before)\b/gi, "then"); // in the end it rises
  const isUp = (name, other) => {
    const values = valuesOf(name, text);
    return values.length > 1 ? values.at(-1) - values[0] > 0
      : new RegExp(String.raw`${name}(?:(?!fall|drop|decreas|down|stuck|stay|same|constant|flat|(?<!and (?:val\w* )?)${other})[^.;\n]){0,60}(?:\bris|increas|grow|climb|improv|better|higher|\bup\b)`, "i").test(text);
  };
  const isLevel = () => {
    const values = valuesOf("acc", text);
    const share = values[0] > 1 ? values[0] / 100 : values[0];
    return share < 0.6 ? false : values.length > 1 ? Math.abs(values.at(-1) - values[0]) <= 0.02 * values[0]
      : /acc(?:(?!loss)[^.;\n]){0,25}(?:\bstay|\blevel|same|constant|flat|stable|steady|plateau|unchanged|always|n't change|not change|still|remain|\bholds?\b)/i.test(text);
  };
  const accuracies = accuraciesOf(text);
  if (accuracies.length === 1 && accuracies[0][0] < 0.6) return false; // by chance, perhaps
  return isUp(/val|test|eval/i.test(text) ? String.raw`(?:val|test|eval)\w*[ _-]*loss` : "loss", "acc") && (isUp("acc", "loss") || isLevel());
}

// What is seen without a number, in words.
const SEEN_AS = [
  [/weight\w*\b.{0,25}\b(?:no (?:effect|difference)|nothing|not? (?:change|matter))|loss.{0,20}not change.{0,20}weights/i, "Class weights change nothing", "guides/debug/comparisons/#class-weights-change-nothing"],
  [/(?:model|net\w*|classifier|it)\b.{0,12}(?:only|always|just|never) (?:predict|output|says)|predicts (?:only|always|just|everything|all|the (?:same|majority)|one class)|predictions? (?:is|are) (?:all |always )*(?:the )?same|same (?:class|prediction|output|probabilit)\w* for (?:all|every|each)|(?:outputs?|gives) the same/i,
    "All rows get one class: equal logits, or a rare class", "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c"],
  [/(?:contrastive|clip|info ?nce|simclr|nt-?xent).{0,12}loss.{0,30}(?:\blog\b|\bln\b)/i, "A contrastive loss at ln N: all pairs look alike", "guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor"],
  [/loss.{0,15}\b(?:differ|halv|half|doubl|lower|higher|smaller|larger|times|twice|not the same|mismatch|other|changes).{0,30}\b(?:\d+|two|four|eight|multiple|several|more|all|both) (?:gpus?|processes|nodes|devices|workers)\b/i, "The loss differs between numbers of processes: a mean of means", "guides/batches/#several-processes", "Several processes"],
  [/loss.{0,25}(?:not|n't|never|stops?|no longer)\W+(?:\w+\W+)?(?:decreas|improv|go|fall|drop|converg|chang|learn|mov)|loss.{0,15}(?:constant|stuck|flat|plateau)/i,
    "The loss does not fall: at ln C, or at a floor", "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c"],
];

function seen(text) {
  if (text.length > 300 || /\bhow (?:to|do)\b|\bbatch/i.test(text)) return null;
  const [, title, at, link] = SEEN_AS.find(([words]) => words.test(text)) ?? [];
  return at ? { isSaid: true, title, at, link, code: at.endsWith("ln-c") ? "print(logits.std(dim=0))  # near 0: the logits do not depend on the input" : "" } : null;
}
