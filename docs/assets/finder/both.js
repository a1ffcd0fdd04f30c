// What is suspicious about logits and target together: their shapes, and the row that costs most. No DOM.
import { lse, ofLogit } from "./compare.js";
import { aboutLevels, aboutTarget, labelsOf } from "./labels.js";
import { lnOf } from "./numbers.js";
import {
  about, confident, integerOneHot, integerTarget, oneColumn, secondDimension, section, severalLabels, signed,
} from "./remedies.js";
import { FEATURES } from "./roles.js";
import { addsUp, areOneHot, isUnit, rowsOf, sized } from "./rows.js";
import { ALIKE, BINARY, PLAIN } from "./sections.js";

// The row that costs most, if its class has nearly no probability; or predicted classes in place of logits.
export function aboutMistake({ values, shape, name, dtype, bare }, target) {
  if (shape.length === 1 && String(shape) === String(target.shape) && /pred/.test(name) && (dtype === "Long" || bare)
    && values.every(Number.isInteger) && values.some((x) => x > 1)) {
    return [section("These are predicted classes, not logits", "not_for_long", PLAIN,
        "An accuracy takes the classes. The loss takes the logits before the `argmax`:")];
  }
  const isBinary = isTwo({ shape }, target);
  const labels = !isBinary && String(shape) === String(target.shape) && areOneHot(target) ? target.values.map((row) => row.indexOf(1)) : target.values;
  if (!isBinary && (shape.length !== 2 || labels.length !== shape[0] || labels[0].length || shape[1] < 2)) return [];
  if (FEATURES.test(name) || (!isBinary && /input/.test(name))) return []; // or what the network gets
  const isSmall = !isBinary && values.length > 2 && values.flat().every((x) => Math.abs(x) < 0.2) && values.flat().some((x) => x < 0);
  if (isSmall) return [section(`All logits are near zero: the loss is near ${lnOf(shape[1])}, that of a guess`,
      "stuck", ALIKE, "At the first step that is right. Nothing else about this batch is suspicious.")];
  const losses = values.map((row, at) => {
    if (isBinary) return ofLogit(row, target.values[at]);
    const right = row[labels[at]];
    return right === undefined ? 0 : lse(row) - right;
  });
  const worst = losses.indexOf(Math.max(...losses));
  const cost = losses[worst] < 1e6 ? Number(losses[worst].toFixed(4)) : losses[worst].toPrecision(2).replace("+", "");
  return losses[worst] > 20 ? [confident(`${isBinary ? "As logits, row" : "Row"} ${worst} has a loss of ${cost}: it is certain and wrong`,
    "Is its class masked, or its label wrong? Or are the logits large because the inputs are not normalised?", isBinary)] : [];
}

// Whether a logit and a target of 0 or 1 stand for each row.
export const isTwo = ({ shape }, target) => (shape.length === 1 || (shape.length === 2 && shape[1] === 1)) && String(shape) === String(target.shape)
  && target.values.flat().every((x) => x * (x - 1) === 0);

// What is suspicious about the sizes and the types of a two-class loss.
export function aboutTwo({ shape, values }, target) {
  const isColumn = shape.at(-1) === 1 && String(shape.slice(0, -1)) === String(target.shape);
  const isRounded = shape.length === 1 && String(shape) === String(target.shape) && shape[0] > 1 && values.every((x) => x * (x - 1) === 0)
    && values.some((x, at) => x !== target.values[at]);
  if (isRounded) return [section("The outputs are exactly 0 and 1, and some are wrong", "gradient", BINARY,
      "If they went through a sigmoid, each wrong one costs 100 in `BCELoss`, and has no gradient. If they are predictions, the loss takes the logits:")];
  return isColumn ? [section(`The output is ${sized(shape)}, the target ${sized(target.shape)}`, "different_size",
      "F.binary_cross_entropy_with_logits(logits.squeeze(-1), target.float())", "A two-class loss takes floats of one shape. Squeeze the column:")]
    : target.dtype === "Long" && !target.bare && String(shape) === String(target.shape) ? [integerTarget()] : [];
}

const REGRESSION = /^(?![^]*(?:bce|binary_cross))[^]*(?:mse|l1_?loss|huber|(?<!logistic )regress)/i;

// What is suspicious about the sizes of logits and target.
export function aboutSizes([logits, target], text, { values, dtype }) {
  const [of, to] = [logits.shape, target.shape];
  const labels = (classes) => (values.length ? aboutLevels({ values, shape: [2] }, text)
    ?? aboutTarget(labelsOf({ values, shape: [2], dtype }), classes) : []);
  const most = Math.max(...values);
  const [isSame, isColumn] = [String(of) === String(to) && of.length > 1, of.length > 1 && of[1] === 1];
  const two = (title, dimension, at) => [section(
    title, at, `${dimension < 0 ? "F.binary_cross_entropy_with_logits(logits, target.squeeze(1).float())" : "F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())"}`,
    `A two-class loss takes floats of one shape. Squeeze the ${of.length > 2 ? "channel" : "column"}:`)];
  if (isSame && most > 1) return [section(
    `The target goes up to ${most}, not to one`, "outside", "target = (target > 0).float()",
    "With as many logits as targets, each target is a zero or a one. Map 0 and 255 to them:")];
  if (isSame && REGRESSION.test(text)) return [];
  if (isSame) return /int64|long/i.test(text) ? [isColumn || /bce|binary_cross|multi.?label/i.test(text) ? integerTarget() : integerOneHot()] : [];
  if (of.length === 2 && isColumn && to.length === 1 && REGRESSION.test(text)) return [section(
    `The output is ${sized(of)}, the target ${sized(to)}: their difference is (${to[0]}, ${of[0]})`, "different_size",
    "F.mse_loss(output.squeeze(1), target)", "Squeeze the column, or every output is compared with every target:")];
  if (of.length === 2 && isColumn && to.length === 1) return [oneColumn()];
  if (/binary_cross_entropy|bce/i.test(text) && !isColumn && !/(?<!binary_)cross_?entropy/i.test(text)) return [section(
    `The output is (${of.join(", ")}), the target (${to.join(", ")}): a two-class loss needs one shape`, "target_size",
    "print(logits.shape, target.shape)", "If several classes can be true, the target needs a zero or a one for each output.")];
  if (of.length === 1 && String(to) === `${of},1`) return two(
    `The output is ${sized(of)}, the target ${sized(to)}`, -1, "different_size");
  if (of.length === 2 && to.length > 1 && to[0] === of[0] && to.slice(1).every((size) => size === 1)) return [{ ...secondDimension(),
      ...(to.length > 2 ? { code: "F.cross_entropy(logits, target.flatten())", says: "Flatten the labels:" } : {}) }];
  if (of.length > 2 && isColumn && most > 1) return [section(
    `The output has one channel, the labels go up to ${most}`, "bounds", "print(logits.shape, target.unique())",
    "`cross_entropy` needs an output channel for each class. Of two classes, the labels are 0 and 1.")];
  if (of.length > 2 && isColumn && String(to) === String(of.filter((_, at) => at !== 1))) return two(
    `The output has one channel: ${sized(of)}, the target ${sized(to)}`, 1, "target_size");
  if (of.length > 3 && to.length === of.length) return [...labels(of[1]),
    to[1] === 1 ? section("The mask has a channel", "channel", "F.cross_entropy(logits, target.squeeze(1))")
    : section("The target has a channel for each class or colour", "channel", "print(target.shape)  # (N, H, W) of class indices",
      "Map each colour to a class index, or pass one-hot channels as floats, in the shape of the logits.")];
  return bySizes(logits, target, labels);
}

export const aboutBoth = (logits, target) => (!logits.shape.length && target.shape.length ? [] : logits.shape.length > 1 && logits.shape[1] > 1 && String(logits.shape) === String(target.shape)
  ? aboutProbabilities(target) : isOutside(logits, target) ? aboutProbabilities(target) : isTwo(logits, target) ? aboutTwo(logits, target)
    : isSoft(logits, target) ? [] : bySizes(logits, target, (classes) => aboutTarget(labelsOf(target), classes)));

// Whether each output has a target of its own, between zero and one.
const isSoft = ({ shape }, target) => shape.length === 1 && String(shape) === String(target.shape) && /Float|Double/.test(target.dtype) && target.values.every(isUnit);

// Whether each output has a target, and one of them is no probability.
const isOutside = (logits, target) => logits.shape.length === 1 && String(logits.shape) === String(target.shape) && /Float|Double/.test(target.dtype)
  && !target.values.every(isUnit);

// One row of logits, or a logit for each row, and another number of targets.
function unbatched(classes, targets) {
  const title = `The logits are (${classes},), the target (${targets},)`;
  return targets === 1 ? { ...about(title, "guides/shapes/#without-a-batch", "F.cross_entropy(logits, target.squeeze(0))",
      "One row of logits takes one index. In a tensor of one entry, the backward pass refuses it:"), link: "Without a batch" }
    : targets === classes ? section("One logit for each class index", "one_size",
      "print(logits.shape)  # (N, C) for C classes", "A class index needs a row of logits, one for each class. Keep that dimension:")
    : section(title, "one_size", "print(logits.shape, target.shape)",
      "For class indices, keep the batch dimension of the logits. For a two-class loss, both need the same shape.");
}

// What the sizes show, and what `aboutLabels` says for the number of classes that they tell.
export function bySizes(logits, target, aboutLabels) {
  const [batch, ...rest] = logits.shape;
  if (rest[0] === 1 && rest.length === 1 && target.shape[0] === batch) return []; // one output: its labels are not class indices
  const is = (...shape) => String(shape) === String(target.shape);
  const spatial = [batch, ...rest.slice(1)];
  if (rest.length > 1 && is(...logits.shape.slice(0, -1))
    && !is(...spatial)) return [section("The class dimension is the last; the loss takes the second", "sequence_sizes",
      "F.cross_entropy(logits.movedim(-1, 1), target)"), ...aboutLabels(rest.at(-1))];
  const isIndices = () => target.dtype === "Long" && !target.bare && target.values.some((x) => x > 1);
  if (!rest.length && target.shape.length === 1 && (target.shape[0] !== batch || isIndices())) return [unbatched(batch, target.shape[0])];
  if (rest.length === 2 && is(batch)) {
    if (rest[0] === 1) return [section(`The logits have a dimension of size 1: ${sized(logits.shape)}`, "sequence_sizes",
        "F.cross_entropy(logits.squeeze(1), target)", "Squeeze it:")];
    return [section(`The logits have ${rest[0]} rows for each target`, "sequence_sizes", "F.cross_entropy(logits[:, -1], target)",
        `If they are (N, L, C), with a class for each position: take one position, such as the last, or pool them. Else the target needs the shape ${sized(spatial)}.`)];
  }
  const found = [...aboutLabels(rest[0] ?? batch)];
  if (rest.length && target.shape[0] !== batch) found.unshift(
    section(`${batch} rows of logits, ${target.shape[0] ?? 0} of targets`, "batch_sizes"));
  else if (rest.length > 1 && !is(...spatial)) found.unshift(section(`The target's size is not ${sized(spatial)}`, "sequence_sizes"));
  return found;
}

export function aboutProbabilities(target) {
  const rows = rowsOf(target);
  if (/Long|Bool/.test(target.dtype)) return [areOneHot(target) ? integerOneHot() : rows.flat().every((x) => x * (x - 1) === 0) ? severalLabels()
    : secondDimension()];
  if (rows.flat().every((x) => x * x === 1) && rows.flat().includes(-1)) return [signed()];
  if (rows.flat().some((x) => x < 0)) return [section("A target is negative", "negative")];
  if (rows.every(addsUp)) return [];
  const most = Math.max(...rows.flat());
  if (most > 1) return [section(`The target goes up to ${most}, not to one`, "outside",
      "print(target.min(), target.max())", "A target of these losses is a probability, or zero and one. Numbers of a regression go to `mse_loss`.")];
  if (most && rows.flat().every((y) => y * (y - 1) === 0)) {
    return [{ ...severalLabels(), title: "Rows of the target hold several ones, or none: several labels at once" }];
  }
  if (!most) return [about("The target is all zeros: in `cross_entropy`, such rows cost nothing", "guides/weights-and-masks/#they-are-not-validated", BINARY,
      "`cross_entropy` does not check that rows add up to one. If several classes can be true, or none, use the loss for many labels:")];
  return [section("The rows of the target do not add up to one", "floor", BINARY,
      "If several classes can be true, use the loss for many labels:")];
}
