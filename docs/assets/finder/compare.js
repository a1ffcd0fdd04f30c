// Computes the loss of printed logits and targets in the right and in the usual wrong ways, and says which one is printed. No DOM.
import { byPixel, flat, sum, transposed } from "./rows.js";
import { BINARY, sectionOf } from "./sections.js";

const mean = (list) => sum(list) / list.length;
const show = (x) => String(Number(x.toFixed(4)));
const OTHER = /kl_?div|\bmse|\bl1_?loss|huber|focal|\bctc|smooth|dice|hinge|triplet/i;

/** The logarithm of the sum of a row's exponentials. */
export const lse = (row) => Math.max(...row) + Math.log(sum(row.map((x) => Math.exp(x - Math.max(...row)))));
const softmax = (row) => row.map((x) => Math.exp(x - lse(row)));
const sigmoid = (x) => 1 / (1 + Math.exp(-x));
/** The two-class loss of a logit. */
export const ofLogit = (x, y) => Math.max(x, 0) - x * y + Math.log1p(Math.exp(-Math.abs(x)));
const capped = (p) => Math.max(Math.log(p), -100);
const ofProbability = (p, y) => -(y && y * capped(p)) - (y < 1 && (1 - y) * capped(1 - p));
const [HAND, CLASSES] = [sectionOf("by_hand"), sectionOf("class_weights")];
const SIGMOID = { ...sectionOf("takes_logit"), code: BINARY };
const ROUNDED = 5.1e-5; // by which a printed probability may be off
const inFloat32 = (x) => Math.fround(sigmoid(x));

// The numbers with decimals in a text, without those of its tensors.
function printed(text, tensors) {
  const left = tensors.reduce((rest, each) => rest.replace(each.text, " "), text);
  return Array.from(left.matchAll(/(?<![\w.])(-?\d*\.(\d{2,})(?:e[-+]?\d+)?)(?!\w|\.\d)/g),
    ([, x, digits]) => ({ value: Number(x), text: x, digits: digits.length })).filter(({ value }) => value !== 0); // which fits too much
}

/** What a loss means that is printed beside logits and a target, and whether it is the plain one; null if none is. */
export function compared(parts, logits, target, text) {
  const isSequence = logits.shape.length === 3 && String(logits.shape.slice(0, 2)) === String(target.shape);
  const isColumn = logits.shape[1] === 1 && String(logits.shape[0]) === String(target.shape);
  const isSpatial = logits.shape.length > 2 && String(logits.shape.filter((_, at) => at !== 1)) === String(target.shape);
  const rows = isSequence ? logits.values.flat() : isSpatial ? byPixel(logits.values) : logits.shape.length === 2 ? logits.values
    : logits.shape.length === 1 ? [logits.values] : [];
  const weight = parts.find(({ name, shape }) => /weight/.test(name) && shape.length === 1 && shape[0] === rows[0]?.length)?.values;
  if (OTHER.test(text) || !rows.length || !rows.flat().every(Number.isFinite) || (/weight=/.test(text) && !weight)) return null;
  const isSame = isColumn || String(logits.shape) === String(target.shape);
  const isOneHot = isSame && rows[0].length > 1 && logits.shape.length === 2
    && target.values.every((row) => row.every((y) => y * (y - 1) === 0) && sum(row) === 1);
  const labels = isOneHot ? target.values.map((row) => row.indexOf(1)) : flat(target);
  const isBinary = isSame && (logits.shape.length === 1 || logits.shape[1] === 1) && labels.every((y) => y >= 0 && y <= 1);
  const isIndices = (isOneHot || !isSame) && labels.length === rows.length
    && labels.every((y) => y === -100 || (Number.isInteger(y) && y >= 0 && y < rows[0].length));
  const ways = isBinary ? binary(rows.flat(), labels) : isIndices ? classes(rows, labels, weight) : [];
  const found = printed(text, parts);
  const isAt = (each, { value, slack = 1.5e-4 }) => Number.isFinite(value)
    && Math.abs(each.value - value) <= Math.max(0.51 * 10 ** -each.digits, Math.min(slack, 0.02), 3e-6 * Math.abs(value));
  const matches = ways.map((way) => ({ ...way, one: found.find((each) => isAt(each, way)) }));
  const [plain] = matches;
  if (!plain) return null;
  const other = matches.slice(1).find(({ one, value }) => one && Math.abs(value - plain.value) > 2e-3);
  const said = isBinary ? "`binary_cross_entropy_with_logits`" : `\`cross_entropy\`${weight ? " with these weights" : ""}`;
  const right = plain.one ? `${plain.one.text} is ${plain.name ?? "the plain mean"}; ` : "";
  if (other) return { ...HAND, ...other.at, title: `${right}${other.one.text} is ${other.name}`, isWrong: true, isNegative: other.value < 0,
    says: `The mean ${said} of this print is ${show(plain.value)}.` };
  if (plain.one) {
    const count = isBinary ? 0 : rows.filter((row, at) => row[labels[at]] === Math.max(...row)).length;
    const classes = isBinary ? "" : ` ${count} of ${rows.length} rows have their largest logit at the target. The loss of a guess is ln ${rows[0].length} = ${show(Math.log(rows[0].length))}.`;
    return { ...HAND, ...plain.at, value: plain.one.text, isWrong: !!weight,
      title: `The printed loss ${plain.one.text} is right: ${weight ? plain.name : `the mean ${said} of this print`}`,
      says: `It gives the right ${isBinary ? "answer" : "class"} a probability of ${show(Math.exp(-plain.value))} (the geometric mean).${classes}` };
  }
  const sharp = isBinary && /bceloss\b|sigmoid/i.test(text) ? matches.find(({ isCapped }) => isCapped) : null;
  if (sharp && Math.abs(sharp.value - plain.value) > 1e-3) {
    return { ...SIGMOID, isWrong: true, title: `In \`float32\`, a sigmoid here is exactly 0 or 1: \`BCELoss\` gives ${show(sharp.value)}, the loss of the logits ${show(plain.value)}`,
      says: "`BCELoss` caps the cost of an entry at 100, and its gradient there is zero. Let the loss take the logits:" };
  }
  const [, named] = /loss\w*[\s=:>]+(?:tensor\()?(-?\d*\.\d{3,})/i.exec(text) ?? [];
  const isOdd = named && !isSequence && !/weight|ignore|\.\.\./.test(text) && Math.abs(named - plain.value) > 2e-3;
  return isOdd ? { ...HAND, title: `The printed loss ${named} is not that of this print: its mean ${said} is ${show(plain.value)}`,
    says: "They are of different rows, or the loss is computed in another way: with weights, smoothing, another reduction or other logits." } : null;
}

// The losses of class indices, the plain one first, each with its name.
function classes(rows, labels, weight) {
  const kept = labels.map((y, at) => at).filter((at) => labels[at] >= 0);
  const of = (cost) => kept.map((at) => cost(rows[at], labels[at]));
  const plain = of((row, y) => lse(row) - row[y]);
  const weighted = weight && plain.map((each, k) => each * weight[labels[kept[k]]]);
  const total = weight && sum(kept.map((at) => weight[labels[at]]));
  const isPositive = rows.flat().every((x) => x >= 0 && x <= 1);
  const oneHot = (row, y) => mean(row.map((x, k) => ofLogit(x, Number(k === y))));
  const ways = [
    weight && { name: `the weighted mean: the sum ${show(sum(weighted))}, divided by the weights of the targets, ${show(total)}`,
      value: sum(weighted) / total, at: CLASSES },
    { name: "the plain mean", value: mean(plain) },
    weight && { name: "the sum of the weighted losses, divided by the rows", value: mean(weighted), at: CLASSES },
    plain.length > 1 && { name: "the sum over the rows, not their mean", value: sum(plain), slack: 1e-4 * plain.length },
    isPositive && { name: "the mean of -log(p): right, if these are probabilities", value: mean(of((row, y) => -Math.log(row[y]))),
      slack: mean(of((row, y) => ROUNDED / row[y])) },
    { name: "softmax twice: `cross_entropy` of the softmax of these logits", value: mean(of((row, y) => lse(softmax(row)) - softmax(row)[y])) },
    { name: "`nll_loss` of what is printed, which takes log-probabilities", value: mean(of((row, y) => -row[y])), at: sectionOf("negative") },
    { name: "`nll_loss` of the softmax, without its logarithm", value: mean(of((row, y) => -softmax(row)[y])) },
    { name: "the sum divided by all entries, rows times classes", value: mean(plain) / rows[0].length },
    { name: "the mean of the two-class losses of all entries", value: mean(of(oneHot)) }, { name: "in bits", value: mean(plain) / Math.LN2 },
    rows.length > 1 && { name: "of a softmax over the batch, not over the classes",
      value: mean(transposed(transposed(rows).map((row) => row.map((x) => x - lse(row)))).map((row, at) => -row[labels[at]])) },
  ].filter(Boolean);
  return rows[0].length > 1 ? ways : [];
}

// The losses of two classes.
function binary(logits, targets) {
  const of = (cost) => logits.map((x, at) => cost(x, targets[at]));
  const plain = of(ofLogit);
  return [
    { value: mean(plain) }, { name: "that of the opposite targets: p and 1 - p are exchanged", value: mean(of((x, y) => ofLogit(x, 1 - y))) },
    logits.some((p, at) => p !== targets[at] && p * (p - 1) === 0) && { name: "`BCELoss` at its cap of 100: an output is exactly 0 or 1, and wrong",
      value: mean(of(ofProbability)), at: sectionOf("gradient") },
    { name: "the sum over the entries, not their mean", value: sum(plain), slack: 1e-4 * plain.length },
    logits.every((x) => x >= 0 && x <= 1) && { name: "`BCELoss` of these: right, if they are probabilities", value: mean(of(ofProbability)),
      slack: mean(logits.map((p) => ROUNDED / Math.min(p, 1 - p))) },
    { name: "sigmoid twice: the loss of logits of the sigmoid of these", value: mean(of((x, y) => ofLogit(sigmoid(x), y))), at: SIGMOID },
    { name: "`BCELoss` of these as old versions computed it, with 1e-12 inside the logarithm", at: sectionOf("epsilon"),
      value: mean(of((p, y) => -y * Math.log(p + 1e-12) - (1 - y) * Math.log(1 - p + 1e-12))) },
    { name: "`BCELoss` of the sigmoid in `float32`", value: mean(of((x, y) => ofProbability(inFloat32(x), y))), at: SIGMOID, isCapped: true },
  ].filter(Boolean);
}
