// What the course of a loss says: a log, two numbers of a run, a loss and an accuracy that rise or stay. No DOM.
import { causes, unsure } from "./numbers.js";

export const HIGH = "guides/debug/comparisons/#accuracy-is-fine-but-the-loss-is-high";
const STUCK = "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c";
const TO = String.raw`%?\s*(?:-*>|→|to)\s*[~≈]?`; // between two values
const LOSS = String.raw`[a-z]*[ _/-]*loss`;
const VALIDATION = `(?:val|test|eval|dev)${LOSS}`;

const NAN_GRADIENT = "guides/debug/nan-and-infinity/#the-loss-is-finite-but-the-weights-become-nan";

export const UNBOUNDED = { title: "An infinite gradient: in half precision, such a step is skipped", at: "guides/numerics/#the-mean-in-half-precision" };

// A gradient that is nan in the last line that logs it, beside a loss that is finite.
export function gradient(text, { value }) {
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
export function diverging(text, loss) {
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
export function overfits(text) {
  const runs = [...runsOf(text)].filter(([, values]) => values.length > 2);
  const [validation, training] = [true, false].map((is) => runs.find(([name]) => /val|test|eval|dev/.test(name) === is)?.[1]);
  return validation && training?.at(-1) < 0.9 * training[0] && validation.at(-1) > 1.05 * Math.min(...validation) ? OVERFITTED : null;
}

export const IDLE = { isSaid: true, title: "The loss falls, but the accuracy does not improve", at: "guides/debug/comparisons/#the-loss-falls-but-accuracy-does-not", link: "The loss falls but accuracy does not improve", code: "print(logits.argmax(dim=1).unique(return_counts=True))",
  says: "Rows improve, but stay wrong; or the accuracy is computed in another way than the loss, as by an `argmax` over the wrong dimension. Or one is of training, the other of validation: overfitting. Look at the predictions:" };

// A log of losses that still fall, or that stay near ln C.
export function run(text, loss) {
  const values = valuesOfRun(text);
  const [first, last, mean] = [values[0], values.at(-1), values.reduce((sum, each) => sum + each, 0) / values.length];
  const near = (x, below, above) => [loss.classes, 2, 10, 3, 4, 5, 6, 7, 8, 9, 100, 1000].find((count) => count > 1 && x > Math.log(count) * (1 - below) && x < Math.log(count) * (1 + above));
  if (values.length < 3 || loss.isOther) return null;
  const accuracies = accuraciesOf(text).map(([accuracy]) => accuracy);
  if (values.length > 4 && values.slice(-4).every((each) => each === last)) return null; // it stays
  if (accuracies.length > 2 && last < 0.8 * first && accuracies.every((each) => each < 0.97 && Math.abs(each - accuracies[0]) < 0.005)) return IDLE;
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

// The accuracies in a text, each with the half of its last digit.
export function accuraciesOf(text) {
  return Array.from(text.matchAll(/acc(?!um|ou|el|ep|es)\w*(?:@\d+| is| of)?[^\w\n]{1,4}(\d*\.?\d+)(?:\/(\d+))?\s*(%?)/gi), ([, said, rows, percent]) => {
    const whole = rows ?? (percent || said > 1 ? 100 : 1);
    return [said / whole, rows ? 0 : (0.51 * 10 ** -(said.split(".")[1]?.length ?? 0)) / whole];
  }).filter(([accuracy]) => accuracy >= 0 && accuracy <= 1);
}

const OVERFITTED = { isSaid: true, title: "The validation loss rises while that of training falls: overfitting", at: HIGH, link: "Accuracy is fine but the loss is high",
  code: 'print(F.cross_entropy(logits, target, reduction="none").topk(5))', says: "The model is sure of some validation rows, and wrong. Look at them:" };

// Losses in a row: those of training fall, and those of validation rise.
export function series(text) {
  const ends = [`train\\w*${LOSS}`, VALIDATION].map((name) => new RegExp(String.raw`${name}[^\d\n]{0,24}(\d*\.\d+(?:[\s,]+\d*\.\d+){2,})`, "i").exec(text)?.[1].split(/[\s,]+/).map(Number));
  const [training, validation] = ends.map((list) => list && list.at(-1) / list[0]);
  return training < 0.95 && validation > 1 ? OVERFITTED : training < 0.95 ? { isApart: true } : null;
}

export const SMALLER = { title: "The validation loss is the smaller one: that is usual", at: "guides/measuring/#modeleval-and-no_grad-do-different-things",
  link: "`model.eval()` and `no_grad` do different things",
  code: "model.eval()  # then measure both", says: "In training, dropout, augmented rows and an earlier model raise the loss. Measure both alike:" };

export function logged(text, loss) {
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
  return isApart ? { isApart } : null;
}

export const valuesOf = (name, text) => [...text.matchAll(new RegExp(String.raw`${name}[^\d\n]{0,24}?(\d*\.?\d+(?:e-\d+)?)(?:${TO}(\d*\.?\d+))?`, "gi"))].flatMap(([, ...both]) => both.filter(Boolean)).map(Number);

// Whether the loss rises, and the accuracy too or stays, in words or by several numbers of each; those of validation, if any.
export function rises(all) {
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
