// What is suspicious about logits, or about what stands in their place. No DOM.
import { isTwo } from "./both.js";
import { about, inHalf, logProbabilities, notFinite, oneColumn, probabilities, section } from "./remedies.js";
import { TARGET } from "./roles.js";
import { addsUp, areLogarithms, areOneHot, flat, isUnit, rowsOf, sum, transposed } from "./rows.js";
import { ALIKE, BINARY, PLAIN, sectionOf, SPREAD } from "./sections.js";

// What is told by features or embeddings: that the rows are alike.
export function aboutFeatures({ shape, values, name }, text) {
  const isAlike = shape.length === 2 && shape[0] > 2 && values[0].some((x) => x) && values.every((row) => String(row) === String(values[0]));
  if (isAlike && /triplet/i.test(text)) return [
    section("All embeddings are alike: a triplet loss is then its margin", "triplet", SPREAD.code, SPREAD.says)];
  return isAlike ? [section("All rows of the features are alike: each candidate is as likely as any other", "contrastive",
      `print(${name}.std(dim=0))  # near 0: the features do not depend on the input`,
      "The loss is then that of a guess: ln N for N candidates, or ln C for C classes. Often the learning rate is too large:")] : [];
}

// What is told by probabilities that are all near one half.
export function undecided({ values }) {
  const all = [values].flat(Infinity);
  return all.length > 2 && all.every((x) => Math.abs(x - 0.5) < 0.02)
    ? [section("All probabilities are near 0.5: the loss is near ln 2", "stuck",
        ALIKE, "At the first step that is right.")] : [];
}

// What is told by the softmax of logits, printed below them: null if it is none, over rows or columns.
export function aboutSoftmax({ values, shape }, { values: printed, shape: to }) {
  if (shape.length !== 2 || String(shape) !== String(to) || shape[0] < 2 || shape[1] < 2) return null;
  const isOf = (rows, probs) => rows.every((row, at) => {
    const exps = row.map((x) => Math.exp(x - Math.max(...row)));
    return exps.every((each, k) => Math.abs(each / sum(exps) - probs[at][k]) < 1e-3);
  });
  if (isOf(values, printed)) return [];
  return isOf(transposed(values), transposed(printed))
    ? [section("This is a softmax over the batch: each column adds up to one, not each row", "implicit",
        "logits.softmax(dim=1)", "Name the dimension of the classes:")] : null;
}

// What is said of probabilities whose rows do not add up to one.
const SUMS = /\b(?:add|sum)\w* (?:up )?to (?:1|one|100)\b|\bsums? to [2-9](?:\.\d+)?|\bsum of (?:the |all |my )?prob\w*[^.\n]{0,20}(?:larger|greater|more|above|exceed|not|>)/i;

// What is certain of a tensor that the text names: a gradient, predicted classes, a confusion matrix.
export function aboutNamed(tensor, text) {
  const all = flat(tensor);
  const isWhole = all.every(Number.isInteger);
  if (/(?:pred|out|prob|hat|logit)\w*\.sum\(/.test(text)) return all.every((x) => Math.abs(x - 1) < 1e-3) ? probabilities() : null;
  if (/\bgrad\b/.test(text)) {
    return all.some((x) => !Number.isFinite(x))
      ? section("A gradient is not finite", "finite")
      : all.every((x) => x === 0) ? about("The gradient is zero", sectionOf("gradient").at, "",
        "The loss does not depend on this tensor, or is saturated.") : null;
  }
  if (/\.log\(/.test(text) && all.every(isUnit) && all.includes(0) && !isWhole) return section(
    "A probability is 0, and its logarithm minus infinity", "infinite", "log_probs = logits.log_softmax(dim=1)",
    "The loss is infinite, or nan, wherever the target has a share of that class. Take the log-softmax of the logits:");
  if (/softmax|sigmoid|probabilit/i.test(text) && !TARGET.test(tensor.name) && tensor.shape.length === 2 && (all.length > 3 || /softmax\(/.test(text)) && /Float|Double/.test(tensor.dtype) && areOneHot(tensor)) return about(
    "A softmax rounded to 0 and 1: its logits are far apart", "understand/log-softmax/#far-apart-logsoftmax", "print(logits.min(), logits.max())",
    "The difference of two logits is large, as of inputs that are not normalised. Take the loss of the logits, not of their softmax:");
  if (/log_?softmax/i.test(text) && all.length > 1 && all.every((x) => x === 0)) return section("A log-softmax of 0 everywhere: over a dimension of size 1",
    "zero", BINARY, "Of one row, name the dimension of the classes, `dim=1`. One channel or column needs a sigmoid:");
  if (/softmax|prob/i.test(text) && all.length > 1 && all.every((x) => x === 1) && tensor.shape.length === 2 && tensor.shape[1] === 1) return section(
    "A softmax over one column is always 1", "zero", "F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())",
    "The network has one output: it needs a sigmoid, or two outputs.");
  if (/softmax/i.test(text) && all.every((x) => x === 1) && (all.length > 1 || tensor.shape.length > 1)) return section(
    "A softmax of 1 everywhere: over a dimension of size 1", "implicit", "logits.softmax(dim=1)  # (N, C)",
    "The softmax goes over the batch of one row, or there is one column. Name the dimension of the classes:");
  if (SUMS.test(text) && !isWhole && tensor.shape.length && rowsOf(tensor).every((row) => row.length > 1
    && row.every(isUnit) && !addsUp(row)) && !columnsAddUp(rowsOf(tensor))) return section("The rows do not add up to one: is each value a sigmoid of its own?",
      "labels", "probabilities = logits.softmax(dim=1)  # if each row has one class");
  const isOneClass = /confusion/i.test(text) ? tensor.shape.length === 2
    && tensor.values[0].filter((_, at) => tensor.values.some((row) => row[at])).length === 1
    : (/argmax/i.test(text) || (/pred/i.test(text) && !/logit|prob/i.test(text))) && tensor.shape.length === 1 && isWhole && all.length > 3
      && new Set(all).size === 1;
  const never = /confusion/i.test(text) && tensor.shape.length === 2 && !isOneClass
    ? tensor.values[0].findIndex((_, at) => !tensor.values.some((row) => row[at])) : -1;
  if (never >= 0) return section(`Class ${never} is never predicted: its column is zero`, "imbalance", "",
      "If it is rare, train with the plain loss first, and change the threshold of the decision.");
  return isOneClass ? section("Every prediction is the same class: equal logits, or a rare class", "stuck") : null;
}

// What is told by six rows or more that all get one class, of labels that do not.
export function aboutClass({ values, shape }, { values: labels, shape: size }) {
  if (shape.length !== 2 || shape[1] < 2 || shape[0] < 6 || size.length !== 1) return [];
  const classes = new Set(values.map((row) => row.indexOf(Math.max(...row))));
  return classes.size === 1 && new Set(labels).size > 1 ? [section(`Every row gets class ${[...classes][0]}, and the labels differ`,
    "idle", "print(logits.argmax(dim=1).unique(return_counts=True))",
    "If that is so in the whole data set, the class is common, the logits do not depend on the input, or the loss leaves out the rows of other classes, as `ignore_index` does:")] : [];
}

export function aboutLogits(logits, target) {
  const { shape, dtype } = logits;
  const rows = rowsOf(logits);
  const found = [];
  const bad = rows.flat().find((x) => !Number.isFinite(x));
  if (bad === -Infinity && shape.length && rows.every(areLogarithms)) {
    return [section("Log-probabilities with minus infinity: of a masked class, or of a probability rounded to 0",
        "infinite", "log_probs = logits.log_softmax(dim=1)",
        "If no class is masked, this is the logarithm of a softmax. Take the log-softmax of the logits, which does not round to 0:")];
  }
  const isNearLimit = dtype === "Half" && rows.flat().some((x) => Number.isFinite(x) && Math.abs(x) > 2 ** 14);
  if (isNearLimit && bad !== undefined) found.push(about("Some logits are not finite, others large for `float16`, which ends at 65504: they overflow",
    "guides/numerics/#half-precision", "", "Compute the last layer in `float32` or `bfloat16`, and look for what makes the logits so large."));
  else if (bad === -Infinity) found.push(about(
    "Some logits are minus infinity: masked?", "guides/numerics/#masked-logits", "", "No target may be a masked class: its loss is infinite."));
  else if (bad !== undefined) found.push(notFinite(bad));
  const labels = target && flat(target);
  const isOneHot = target && String(target.shape) === String(shape);
  const ofRight = (row, at) => row[isOneHot ? rowsOf(target)[at].indexOf(1) : labels?.[at]];
  if (/Float|Double/.test(dtype) && (/^p$|prob|softmax/.test(logits.name) || !rows.flat().every(Number.isInteger)) && rows.every(addsUp)
    && rows.some((row, at) => ofRight(row, at) === 0)) found.push(
      section("The right class has the probability 0, and its logarithm is minus infinity", "infinite", PLAIN,
        "If it is rounded to 0, take the loss of the logits:"));
  const isBinary = String(target?.shape) === String(shape) && (shape.length === 1 || (shape[1] === 1 && isTwo(logits, target)));
  const kind = kindOf(rows, logits, isBinary, !isOneHot && labels?.some((y) => y > 1), String(shape) === "1" && target?.shape.length === 0);
  if (kind) found.push(kind);
  const empty = rows.findIndex((row, at) => row.length > 1 && row.every((x) => x === 0) && labels?.[at] !== -100);
  const isRelu = target && /\bReluBackward/.test(logits.text);
  if (isRelu && rows.length > 1) found.push(section("A ReLU after the last layer: no logit is below zero", "stuck",
    "return self.fc(x)  # without a ReLU", "A row whose logits are all 0 costs ln C, and no gradient passes the ReLU:"));
  if (empty >= 0 && !isRelu && rows.flat().some((x) => x)) found.push(
    about(`Row ${empty} is all zeros: padding?`, "guides/weights-and-masks/#ignore_index", "F.cross_entropy(logits, target, ignore_index=-100)",
      "The mean counts it, unless its target is ignored:"));
  if (/Half|BFloat16/.test(dtype)) found.push(inHalf(dtype));
  return shape.length ? found : [];
}

// Whether rows went through a softmax over the batch.
const columnsAddUp = (rows) => rows.length > 1 && transposed(rows).every(addsUp);

// What rows are, if they are no logits.
function kindOf(rows, { shape, dtype, bare }, isBinary, isSeveral, isOneOutput) {
  const every = (test) => rows.every(test);
  const isColumn = shape.length > 1 && shape.length !== 3 && shape[1] === 1;
  if (isColumn && rows.length > 2 && Math.max(...rows.flat()) - Math.min(...rows.flat()) < 0.01 && rows.flat().every((x) => x > 0 && x < 0.99)) return section(
    "All rows are nearly alike", "stuck", ALIKE);
  if (isColumn && !isBinary) return oneColumn();
  if (isOneOutput) return { ...oneColumn(), title: "There is one output" };
  const areIntegers = dtype === "Long" && !bare;
  if (areIntegers && shape.length === 1) return section("These are integers, not logits", "not_for_long");
  if (every((row) => addsUp(row) && row.every(Number.isInteger))) return section(
    "These are one-hot rows, not logits", "not_for_long");
  const isAlike = rows.length > 1 && rows[0].length > 1 && rows[0].every(Number.isFinite) && every((row) => String(row) === String(rows[0]));
  const count = rows[0].length;
  if (count > 1 && every((row) => addsUp(row) && row.some((x) => x !== 1 / count) && row.every((x) => Math.abs(x * count - 1) < 0.025))) {
    return section(`These are probabilities near 1/${count}: the model predicts all ${count} classes alike`, "stuck",
      ALIKE, "If the training loss is low, they come from another input, another mode (`model.eval()`) or other weights than in training. Or a second softmax has flattened them.");
  }
  if (every(addsUp)) return isAlike ? { ...probabilities(), title: "These are probabilities, and all rows are alike",
    says: "They do not depend on the input. And `cross_entropy` would apply a second softmax; remove the first:" } : probabilities();
  if (rows.flat().length > 2 && rows.some((row) => Math.max(...row) < 100)
    && every((row) => row.length > 1 && row.every((x) => x >= 0) && Math.abs(sum(row) - 100) < 0.06 * row.length)) {
    return section("These are percentages: each row adds up to 100", "floor", PLAIN,
      "Divided by 100, they are probabilities, and `nll_loss` takes their logarithm. `cross_entropy` takes the logits before the softmax:");
  }
  if (every(areLogarithms)) return logProbabilities();
  if (areIntegers) return section("These are integers, not logits", "not_for_long");
  if (columnsAddUp(rows)) return section(
    "Each column adds up to one, not each row: a softmax over the batch", "implicit", PLAIN);
  const isNear = rows.length > 2 && rows[0].length > 1 && (areNear(rows) || every((row) => row.length === rows[0].length
      && row.every((x, k) => Math.abs(x - rows[0][k]) < Math.min(2e-3, 0.05 * Math.max(...rows[0].map(Math.abs))) && x !== 0)));
  const alike = section(isAlike ? "All rows are alike" : "All rows are nearly alike", "stuck", ALIKE);
  if (isNear && rows.length > 5) return alike;
  if (/BFloat16|Half/.test(dtype) && every((row) => row.every(isUnit) && Math.abs(sum(row) - 1) < 0.02)) return about("A softmax in half precision: its sum is 1 up to rounding",
    "guides/numerics/#half-precision", "probs = logits.float().softmax(dim=-1)", "Compare with a tolerance, or take the softmax in `float32`:");
  if (!isSeveral && rows[0].length > 1 && rows.flat().length > 3 - isBinary && every((row) => row.every((x) => x > 0 && x < 1))) return undecided(
    { values: rows })[0] ?? section("All values lie between 0 and 1: a sigmoid?", "range");
  return isAlike || isNear ? alike : null;
}

// Whether the rows of a larger print differ little beside what tells the classes apart.
function areNear(rows) {
  const columns = rows.length > 5 ? transposed(rows) : [];
  const means = columns.map((column) => sum(column) / rows.length);
  const gap = Math.max(...means) - Math.min(...means);
  return columns.length > 0 && columns.every((column) => Math.max(...column) - Math.min(...column) < 0.15 * gap);
}
