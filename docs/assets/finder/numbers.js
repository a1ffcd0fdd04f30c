// What a value of a loss may mean: it computes what each mistake would print, and compares. No DOM.
import { ALIKE, BINARY, FLOATS, LARGEST, PLAIN, sectionOf } from "./sections.js";

/** Numbers of classes that are common, with how common, and whose they are. */
const CLASSES = new Map(("2 1,3 .6,4 .5,5 .5,6 .3,7 .3,8 .3,9 .3,10 1,20 .25,"
  + "21 .15 Pascal VOC,80 .12 COCO,81 .12 COCO,100 .6,150 .12 ADE20K,200 .15,1000 .7 ImageNet,10000 .1,21841 .2 ImageNet-21k,"
  + "30522 .4 BERT,32000 .4 Llama 2,32128 .2 T5,49408 .2 CLIP,50257 .5 GPT-2,50265 .2 RoBERTa,50304 .3 GPT-2 padded,"
  + "51865 .2 Whisper,128256 .4 Llama 3,151936 .4 Qwen,250002 .2 XLM-R,256000 .3 Gemma").split(",").map((each) => {
  const [count, likely, ...whose] = each.split(" ");
  return [Number(count), [Number(likely), whose.join(" ")]];
}));
const POWERS = Array.from({ length: 13 }, (_, at) => 16 << at);
const COUNTED = 1000; // of the other numbers of classes, those up to here
const SMOOTHINGS = [[0.1, 1], [0.2, 0.3], [0.05, 0.3], [0.3, 0.1], [0.15, 0.1], [0.01, 0.02], [0.5, 0.05]];
const SHARES = [[1, 2], [3, 4], [1, 4], [2, 3], [1, 3], [9, 10], [4, 5], [3, 5], [2, 5], [1, 5], [7, 8], [5, 8], [3, 8], [1, 8], [1, 10]];
const EPSILONS = [1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 2 ** -23, 1e-6, 1e-5, 1e-15, 2 ** -52, 1e-16, 1e-20, 2 ** -126];
/** A number with four decimals, or three digits if it is small. */
export const show = (x) => (Math.abs(x) >= 1e-3 ? String(Number(x.toFixed(4))) : x.toPrecision(2));

/** The logarithm of a number of classes, which is the loss of a guess between them, as it is shown. */
export const lnOf = (count) => `ln ${count} = ${Math.log(count).toFixed(4)}`;

/** What any loss says, whatever its cause. */
export function unknown({ value, isOther, isPerplexity, isBits }) {
  if (isOther) return "The box knows the values of cross-entropies.";
  const classes = isPerplexity ? value : isBits ? 2 ** value : Math.exp(value);
  const about = classes < 10 ? classes.toFixed(1) : Math.round(classes);
  const guess = classes > 1.5 && classes < 1e6 ? ` A model that guesses has this loss with about ${about} classes.` : "";
  const unit = isBits ? " in bits" : "";
  return `As a mean cross-entropy${unit}, it gives the right class a probability of ${show(1 / classes)} (the geometric mean).${guess}`;
}

/** How far a value may be off, by its digits. */
export const toleranceOf = ({ digits }) => 0.51 * 10 ** -Math.min(Math.max(digits, 1), 7);

/** All that a positive value may be, likeliest first: { score, title, at, says, code }; what `says` lacks, the section at `at` says. */
export function causes({ value, digits, isPerplexity = false, isBits = false, isOther = false, ...rest }) {
  if (isOther && value !== 65504) return [];
  const half = toleranceOf({ digits });
  const given = { x: value, tolerance: Math.max(half, 1e-6 * value), classes: 0, rows: 0, ...rest, isWhole: digits < 1,
    guess: 0.9 * unsure({ value, digits }), share: significant(value, digits) < 3 ? 0.08 : 1 };
  const inNats = isBits ? { x: value * Math.LN2, tolerance: half } : { x: Math.log(value), tolerance: half / value };
  const found = isPerplexity || isBits ? uniform({ ...given, isUsual: isPerplexity && value < 1000, ...inNats })
    : [...uniform(given), ...floors(given), ...parts(given), ...limits(given, digits)];
  const [best] = found.sort((a, b) => b.score - a.score);
  return found.filter(({ score }) => score >= 0.02 * best.score).slice(0, 4);
}

/** How likely the best cause must be: a value of few digits hits one by chance. */
export const unsure = ({ value, digits }) =>
  (digits < 1 && value < 13 ? 0.5 : Math.min(0.05, 4 * 10 ** -Math.max(Math.min(digits, significant(value, digits)) || 0, 1) + 0.001));

// How many digits a value has, without the zeros that lead.
export const significant = (value, digits) => digits + Math.floor(Math.log10(Math.abs(value))) + 1;

/** A cause of a value: how likely it is, what it is, its section by its name in sections.js, and what to do. */
export const cause = (score, title, section, code = "", says = "") => ({ score, title, at: sectionOf(section).at, code, says });

// How likely a number of classes is; the given one above all others.
function prior(count, { classes, named }) {
  if (classes) return count === classes ? 3 : 0.0005;
  if (named?.includes(count)) return 3;
  if (named?.length && CLASSES.get(count)?.[1]) return 0.004; // another model's
  if (CLASSES.has(count)) return CLASSES.get(count)[0];
  if (POWERS.includes(count)) return count > COUNTED ? 0.03 : 0.08;
  return count <= 50 ? 0.03 : count <= 200 ? 0.01 : 0.004;
}

const LOGARITHM = /\b(?:ln|log) ?\(? ?(\d+)(?: ?(?:\^|\*\*) ?(\d+))? ?(?:\)|(?![\d.^*]))/gi;
/** The vocabularies of the models that a text names, and each C whose ln C it writes, as ln(4^6). */
export function countsNamed(text) {
  const squeeze = (name) => name.toLowerCase().replace(/\W/g, "");
  const written = Array.from(text.matchAll(LOGARITHM), ([, base, power = 1]) => base ** power).filter((count) => count > 1 && count < 1e7);
  return [...CLASSES].filter(([, [, whose]]) => whose && squeeze(text).includes(squeeze(whose))).map(([count]) => count).concat(written);
}

// A number of classes, with whose it is.
const called = (count) => (CLASSES.get(count)?.[1] ? `${count} (${CLASSES.get(count)[1]})` : String(count));

// Causes whose value f(C) is x for some number of classes C: for the likeliest, among those counted and the common ones.
function solve(f, weight, given, title, ...rest) {
  const { x, tolerance, classes } = given;
  let [best, likely] = [0, 0];
  const look = (count) => {
    if (Math.abs(f(count) - x) <= tolerance && prior(count, given) > likely) [best, likely] = [count, prior(count, given)];
  };
  for (let count = 2; count <= COUNTED; count++) look(count);
  const larger = [...CLASSES.keys(), ...POWERS, ...(given.named ?? []), classes];
  for (const count of larger) if (count > COUNTED && !(given.isPart && prior(count, given) < 1)) look(count);
  return best ? [cause(weight * likely * given.share * (given.isFloor && !CLASSES.has(best) && best !== classes ? 0.05 : 1),
      title(called(best), best, f(best).toFixed(4)), ...rest)] : [];
}

// The model predicts all classes alike: ln C, or near it.
function uniform(given) {
  const { x, classes } = given;
  const all = (name, count) => (count === 2 ? "both classes" : `all ${name} classes`);
  const title = (near) => (name, count) =>
    `${near}${lnOf(count)}: the model predicts ${all(name, count)} ${near ? "nearly " : ""}alike`;
  const says = "For a network that is not trained, that is right at the first step. If it stays there, look in this order: are the "
    + "parameters passed to the optimizer, is the learning rate too small or too large, is there a ReLU, softmax or sigmoid after the last "
    + "layer, are the labels shuffled?";
  const isRight = (given.accuracy > 0.4 || given.top > 0.6) && x > 1.5; // too often for a guess
  const found = given.isUsual && !classes && !given.named?.length ? []
    : solve(Math.log, isRight ? 0 : 1.25, given, title(""), "stuck", ALIKE, says);
  for (const near of given.isUsual && !classes ? [] : new Set([...CLASSES.keys(), classes])) {
    const gap = Math.abs(x / Math.log(near) - 1);
    const likely = prior(near, given);
    if (near > 1 && (near <= COUNTED || likely > 1 || gap < 1e-3) && likely >= 0.2 && gap < 0.015
      && Math.abs(Math.log(near) - x) > given.tolerance) found.push(
        cause(likely * 0.12 * (1 - gap / 0.02), title("Near ")(called(near), near), "stuck", ALIKE, says));
  }
  return found;
}

// After a second softmax, what a row costs that is certain and wrong; one that is certain and right costs one less.
const twice = (count) => Math.log(Math.E + count - 1);

/** The lowest loss after a second softmax, and that of cosines without a scale, which differ by at most 2. */
export const floorOfSoftmax = (count) => twice(count) - 1;
export const floorOfCosines = (count) => Math.log(1 + (count - 1) * Math.exp(-2));

/** The loss of a guess that knows the share of positives: its entropy, in nats. */
export const entropyOf = (p) => -p * Math.log(p) - (1 - p) * Math.log1p(-p);

/** The lowest loss with smoothed labels. */
export function smoothed(count, smoothing) {
  const [right, other] = [1 - smoothing + smoothing / count, smoothing / count];
  return -right * Math.log(right) - (count - 1) * other * Math.log(other);
}

// The lowest losses of a second softmax and of smoothed labels.
function floors(given) {
  const floor = { ...given, isFloor: true }; // of a number of classes that is common
  const remove = "Remove the softmax from the network: `cross_entropy` applies it itself.";
  const above = [...new Set([...CLASSES.keys(), given.classes])].filter((count) => count > 1 && prior(count, given) >= 0.3).map((count) => {
    const wrong = given.x - twice(count) + 1; // a wrong row costs one more than a right one, if each is certain
    const isSure = given.tolerance < 0.01 && given.accuracy > 1.5 / count && Math.abs(wrong - 1 + given.accuracy) < 0.004;
    const isNear = count === given.classes && count > 2 && given.share === 1 && wrong > 0 && wrong < 0.03
      && !(Math.abs(wrong - 1 + given.accuracy) > 0.03);
    const score = isSure ? 0.9 : isNear ? 0.3 : wrong > 0 && wrong < 0.12 ? given.guess * (1 - wrong) : 0;
    const lowest = floorOfSoftmax(count).toFixed(4);
    return cause(score * Math.min(prior(count, given), 1), `Softmax twice? The lowest loss for ${count} classes is ${lowest}`,
      "floor", PLAIN, remove);
  });
  return [
    ...above.filter(({ score }) => score),
    ...solve(floorOfSoftmax, 0.5, floor,
      (name, _, lowest) => `Softmax twice: the lowest loss for ${name} classes is ${lowest}`, "floor", PLAIN, remove),
    ...solve((count) => (count > 1000 ? NaN : twice(count) - 1 / count), given.tolerance > 1e-3 ? 0.05 : 0.25, floor,
      (name) => `Softmax twice, and always the same one of ${name} classes is predicted`, "floor", PLAIN, remove),
    ...solve(twice, 0.06, floor, (name) => `Softmax twice, and each row of ${name} classes is wrong`, "floor", PLAIN, remove),
    ...SMOOTHINGS.flatMap(([smoothing, weight]) => solve((count) => smoothed(count, smoothing),
        (given.x > 1 ? 0.003 : given.tolerance > 1e-3 ? 0.12 : 0.4) * weight, floor,
        (name, _, lowest) => `With label_smoothing=${smoothing}, the lowest loss for ${name} classes is ${lowest}`, "floor", PLAIN,
        "If the labels are smoothed, nothing is wrong. To compare losses, leave the smoothing out:")),
  ];
}

// ln C in other units, or with another denominator than the number of rows.
function parts(given) {
  const scaled = (weight, factor, title, section, code, says) => solve((count) => factor(count) * Math.log(count),
    weight * (given.top > 0.6 ? 0 : given.tolerance > 1e-3 && weight < 0.5 ? 0.25 : 1), // of few digits, many values fit
      { ...given, isPart: weight < 0.04, tolerance: weight === 0.5 && given.isWhole ? Math.max(0.5, 1e-3 * given.x) : given.tolerance },
      (name) => `${name} classes predicted alike, ${title}`, section, code, says);
  return [
    ...scaled(0.12, () => 1 / Math.LN2, "in bits", "bits", "loss / math.log(2)  # bits"),
    ...scaled(0.05, () => 1 / Math.LN10, "with log10", "by_hand"),
    ...scaled(0.06, (count) => 1 / count, "divided by the rows and the classes", "by_hand", PLAIN),
    ...SHARES.flatMap(([top, bottom]) => scaled(
      0.06 / bottom, () => top / bottom, `where ${top} of ${bottom} rows count: a mean over padding`, "by_hand",
      "F.cross_entropy(logits, target, ignore_index=-100)", "Divide by the number of rows that count:")),
    ...[...new Set([2, 4, 8, ...POWERS, 100, given.rows || 2])].flatMap(
      (rows) => scaled(rows === given.rows ? 0.5 : 0.06 / Math.sqrt(rows), () => rows, `added up over ${rows} rows`, "rows", PLAIN, "Take the mean:",
    )),
  ];
}

// Values at which a type or a function caps the loss.
function limits({ x, tolerance, accuracy, classes }, digits) {
  const found = [];
  const add = (is, ...rest) => is && found.push(cause(...rest));
  for (const epsilon of EPSILONS) {
    add(Math.abs(Math.log(epsilon) + x) <= 2 * tolerance, digits < 2 ? 0.04 : 0.5,
      `-ln(${epsilon.toExponential(2).replace(/\.?0+e/, "e")}): an epsilon inside the logarithm`,
      "epsilon", PLAIN,
      "It caps the loss of a confident mistake, and the gradient vanishes.");
  }
  for (let count = 1; count <= 128; count *= 2) {
    add(Math.abs(100 / count - x) <= tolerance, (digits < 1 ? 0.04 : 0.35) / count,
      `\`BCELoss\` at its cap of 100: ${count > 1 ? `1 in ${count} entries` : "every entry"} certain and wrong`,
      "gradient", BINARY, "The gradient is zero there. Let the loss take the logits:");
  }
  add(x > 65450 && x <= 65504 + Math.min(tolerance, 20), 1, "65504 is the largest `float16`", "half_precision", FLOATS);
  const steps = x * 2 ** 24;
  add(x < 1e-6 || (steps < 40 && Math.abs(steps - Math.round(steps)) < 0.01), 0.8,
    `${show(x)}: zero, but for the rounding of \`float32\``, "zero", "", "The model is sure and right.");
  const isMean = x < 100 || accuracy > 0;
  add(x >= 13, 1.05 * unsure({ value: x, digits }), `A sum, or a confident mistake: the right class has the probability exp(-${show(x)})`,
    isMean ? "high" : "rows", LARGEST,
    "Divide a sum by what it counts. For a mean, look at the largest losses:");
  add(classes > 2 && digits > 2 && Math.abs(x - Math.LN2) <= tolerance, 2,
    `ln 2 = 0.6931: a guess between two, as for each of ${classes} labels that are true or false`, "stuck", ALIKE,
    "If each row has one class instead, this loss is not that of a guess.");
  add(classes > 12 && x > 13 && Math.abs(x / classes / Math.LN2 - 1) < 0.01, 2,
    `${classes} ln 2 = ${show(classes * Math.LN2)}: the losses of ${classes} labels, each a guess, added up`, "stuck", BINARY,
    "That is right at first. To log the mean of a label, divide by the number of labels.");
  return found;
}
