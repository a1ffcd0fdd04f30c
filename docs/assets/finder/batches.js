// Says what is suspicious about pasted logits and targets. No DOM.
import { readTensor, Refusal } from "../calculator/tensors.js";

const DEBUG = "guides/debug/#";
const MOST = 60000;

/** What is suspicious about the tensors in a text: { logits, target, found }, or { refusal } if they cannot be read. */
export function inspect(text) {
  if (text.length > MOST) return { refusal: new Refusal("This is too long.", "Paste the first rows of the batch.") };
  try {
    const parts = split(text).map((part) => ({ text: part, ...readTensor(part) }));
    const at = parts.findIndex(({ shape, dtype }) => shape.length < 2 && dtype !== "Float" && dtype !== "Double");
    const target = parts.length > 1 ? (parts.splice(at < 0 ? 1 : at, 1)[0]) : null;
    const [logits] = parts;
    if (parts.length > 1) return { refusal: new Refusal("There are more than two tensors in it.", "Paste the logits and the target.") };
    if (!target && logits.shape.length < 2 && logits.dtype === "Long") return { logits: null, target: logits, found: aboutTarget(logits, 0) };
    const found = [...aboutLogits(logits), ...(target ? aboutBoth(logits, target) : [])];
    return { logits, target, found };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { refusal };
    throw refusal;
  }
}

// The texts of the tensors: each from its name to the bracket that closes it, with what print adds after the numbers.
function split(text) {
  const found = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if ("[(".includes(text[at])) depth++;
    else if (")]".includes(text[at])) {
      depth--;
      const rest = text.slice(at + 1);
      if (depth === 0 && (/^\s*(?:[\w ]{0,30}[=:]\s*)?(?:[\w.]*(?:tensor|array)\s*\(|\[)/i.test(rest) || !rest.trim())) {
        found.push(text.slice(start, at + 1));
        start = at + 1;
      }
    }
  }
  if (text.slice(start).trim()) found.push(text.slice(start));
  const sizes = /^\s*(?:torch\.Size\(\[[\d, ]*\]\)|\(\d+,(?: \d+)*\))\s*$/;
  return found.map((part) => part.replace(/^[\s,;]+/, "")).filter((part) => !sizes.test(part));
}

const about = (title, at, code = "", says = "") => ({ title, at, code, says });
const section = (title, anchor, ...rest) => about(title, `${DEBUG}${anchor}`, ...rest);
const PLAIN = "F.cross_entropy(logits, target)  # logits as the last layer returns them";
const rowsOf = ({ values, shape }) => (shape.length === 1 ? [values] : shape.length === 2 ? values : values.flat(shape.length - 2));
const sum = (row) => row.reduce((total, x) => total + x, 0);
const isUnit = (x) => x >= 0 && x <= 1;
const addsUp = (row) => row.every(isUnit) && Math.abs(sum(row) - 1) <= 1e-6 + 6e-5 * row.length;

function aboutLogits(logits) {
  const { shape, dtype } = logits;
  const rows = rowsOf(logits);
  const found = [];
  const bad = rows.flat().find((x) => !Number.isFinite(x));
  if (bad === -Infinity) found.push(about("Some logits are minus infinity: masked?", "guides/numerics/#masked-logits", "", "No target may be a masked class: its loss is infinite."));
  else if (bad !== undefined) found.push(section(`A logit is ${bad}`, "the-loss-is-nan", "print(logits.isfinite().all(dim=1))"));
  const kind = kindOf(rows, logits);
  if (kind) found.push(kind);
  const empty = rows.findIndex((row) => row.length > 1 && row.every((x) => x === 0));
  if (empty >= 0 && rows.flat().some((x) => x)) {
    found.push(about(`Row ${empty} is all zeros: padding?`, "guides/weights-and-masks/#ignore_index", "F.cross_entropy(logits, target, ignore_index=-100)", "The mean counts it, unless its target is ignored:"));
  }
  if (/Half|BFloat16/.test(dtype)) {
    found.push(about(`These are in half precision: ${dtype}`, "guides/numerics/#the-mean-in-half-precision", "F.cross_entropy(logits.float(), target)"));
  }
  return shape.length ? found : [];
}

// What rows are, if they are no logits.
function kindOf(rows, { shape, dtype, bare }) {
  const every = (test) => rows.every(test);
  if (shape.length > 1 && shape[1] === 1) return section("There is one column", "the-loss-is-exactly-zero", "F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())");
  if (every((row) => addsUp(row) && row.every(Number.isInteger))) return section("These are one-hot rows, not logits", "not-implemented-for-long");
  if (every(addsUp)) return section("These are probabilities: each row adds up to one", "the-loss-will-not-go-below-a-floor", PLAIN, "`cross_entropy` would apply a second softmax. Remove the first:");
  if (every((row) => row.every((x) => x <= 0) && addsUp(row.map(Math.exp)))) {
    return section("These are log-probabilities", "look-at-what-goes-in", "F.nll_loss(log_probs, target)", "`cross_entropy` gives the same loss.");
  }
  if (dtype === "Long" && !bare) return section("These are integers, not logits", "not-implemented-for-long");
  if (rows.length > 1 && rows[0].every((_, k) => addsUp(rows.map((row) => row[k])))) {
    return section("Each column adds up to one, not each row: a softmax over the batch", "implicit-dimension-choice", PLAIN);
  }
  if (rows[0].length > 1 && rows.flat().length > 3 && every((row) => row.every((x) => x > 0 && x < 1))) {
    return section("All values lie between 0 and 1: a sigmoid?", "input-is-not-a-probability");
  }
  if (rows.length > 1 && rows[0].length > 1 && every((row) => String(row) === String(rows[0]))) {
    return section("All rows are alike", "the-loss-is-stuck-at-ln-c", "print(logits.std(dim=0))  # 0: the logits do not depend on the input");
  }
  return null;
}

// What class indices show; `classes` is 0 if no logits say how many there are.
function aboutTarget({ values, shape, dtype }, classes) {
  const labels = [values].flat(Infinity);
  const [low, high] = [Math.min(...labels), Math.max(...labels)];
  const found = [];
  if (!labels.every(Number.isInteger)) return dtype === "Float" && classes ? [section("The labels are no integers", "wrong-type-of-class-indices")] : [];
  if (!/Long|Byte/.test(dtype)) found.push(section(`The labels are ${dtype}, not int64`, "wrong-type-of-class-indices", "F.cross_entropy(logits, target.long())"));
  if (shape.length === 2 && shape[1] === 1) found.push(section("The target has a second dimension", "0d-or-1d-target-tensor-expected"));
  const bounds = (title, code) => found.push(section(title, "class-index-out-of-bounds", code));
  const ignored = labels.includes(255) && (classes || 0) <= 255 ? 255 : low < 0 && low !== -100 ? low : null;
  if (ignored !== null) bounds(`A label is ${ignored}: padding?`, `F.cross_entropy(logits, target, ignore_index=${ignored})`);
  else if (low >= 1 && labels.length > 1 && (!classes || high === classes)) bounds("No label is 0: counted from 1?", "F.cross_entropy(logits, target - 1)");
  else if (classes && high >= classes) bounds(`Label ${high} is out of bounds: there are ${classes} classes`, "print(target.min(), target.max(), logits.shape[1])");
  if (labels.every((y) => y === -100)) found.push(section("Every label is ignored: the mean is nan", "the-loss-is-nan"));
  return found;
}

function aboutBoth(logits, target) {
  const [batch, ...rest] = logits.shape;
  const is = (...shape) => String(shape) === String(target.shape);
  if (is(...logits.shape) && rest.length) return aboutProbabilities(target);
  const sizes = "wrong-size-of-sequence-targets";
  const spatial = [batch, ...rest.slice(1)];
  if (rest.length > 1 && is(...logits.shape.slice(0, -1)) && !is(...spatial)) {
    return [section("The class dimension is the last; the loss takes the second", sizes, "F.cross_entropy(logits.movedim(-1, 1), target)"), ...aboutTarget(target, rest.at(-1))];
  }
  const found = aboutTarget(target, rest[0] ?? batch);
  if (rest.length && target.shape[0] !== batch) found.unshift(section(`${batch} rows of logits, ${target.shape[0] ?? 0} of targets`, "batch-sizes-that-do-not-match"));
  else if (rest.length > 1 && !is(...spatial)) found.unshift(section(`The target's size is not (${spatial.join(", ")})`, sizes));
  return found;
}

function aboutProbabilities(target) {
  const rows = rowsOf(target);
  if (/Long|Bool/.test(target.dtype)) return [section("The target is one-hot in integers", "integer-one-hot-target", "F.cross_entropy(logits, target.float())")];
  if (rows.flat().some((x) => x < 0)) return [section("A target is negative", "the-loss-is-negative")];
  if (rows.every(addsUp)) return [];
  return [section("The rows of the target do not add up to one", "the-loss-will-not-go-below-a-floor", "F.binary_cross_entropy_with_logits(logits, target)", "If several classes can be true, use the loss for many labels:")];
}
