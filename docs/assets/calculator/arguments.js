// What torch.nn.functional.cross_entropy says to wrong arguments, in its order and its words, and what to do. No DOM.
import { Refusal } from "./text.js";

const FLOATING = ["Half", "BFloat16", "Float", "Double"];
const size = (shape) => `[${shape.join(", ")}]`;

// The section is one of the debugging pages.
function refuse(wrong, said, remedy, section) {
  if (wrong) throw new Refusal(said, remedy, `guides/debug/${section}`);
}

/** Throws a Refusal unless F.cross_entropy takes these: tensors as readTensor gives them, `weight` perhaps null. */
export function check({ logits, target, weight, ignoreIndex = -100, labelSmoothing = 0, reduction = "mean" }) {
  const dim = logits.shape.length;
  const classes = dim === 1 ? logits.shape[0] : logits.shape[1];
  const probabilities = size(logits.shape) === size(target.shape);
  const forAll = `for all ${classes} classes or no classes but got weight tensor of shape: ${size(weight?.shape ?? [])}`;
  const given = dim > 2 && weight && !probabilities ? [weight.shape.reduce((product, n) => product * n, 1)] : weight?.shape;
  const wrongWeight = weight && size(given) !== size([classes]);
  const smoothing = () => refuse(labelSmoothing > 1,
    `RuntimeError: label_smoothing must be between 0.0 and 1.0. Got: ${Number(labelSmoothing.toPrecision(6))}`,
    "It is the share of the target that all classes get alike, such as 0.1.", "options/#label_smoothing-out-of-range");
  const floating = () => refuse(!FLOATING.includes(logits.dtype),
    `NotImplementedError: "log_softmax_${dim <= 2 ? "lastdim_" : ""}kernel_impl" not implemented for '${logits.dtype}'`,
    "Logits are floats: logits.float(), or write decimal points.", "precision-and-gpu/#not-implemented-for-long");
  const logitsAre = ["Logits are one row of numbers, or rows: [[2.5, 3.5, 1.5]].", "shapes/#dimension-out-of-range"];
  const oneWeightEach = ["Give one weight for each class, in the classes' order.", "options/#weights-for-another-number-of-classes"];

  refuse(!["none", "mean", "sum"].includes(reduction), `ValueError: ${reduction} is not a valid value for reduction`, "Take none, mean or sum.",
    "options/#not-a-valid-value-for-reduction");
  refuse(!Number.isInteger(ignoreIndex),
    "TypeError: cross_entropy_loss(): argument 'ignore_index' (position 5) must be int, not float", "Take an integer that no counted row has as its target.",
    "../weights-and-masks/#ignore_index");
  refuse(!Number.isFinite(labelSmoothing), "label_smoothing is not a number.", "Take one from 0 to 1.", "options/#label_smoothing-out-of-range");

  if (probabilities) {
    refuse(!FLOATING.includes(target.dtype),
      `RuntimeError: Expected floating point type for target with class probabilities, got ${target.dtype}`,
      "A target of the logits' shape holds probabilities: target.float(), or write decimal points. Class indices are one number a row.",
      "target/#integer-one-hot-target");
    refuse(ignoreIndex >= 0, "RuntimeError: ignore_index is not supported for floating point target",
      "Leave it out; without label smoothing, a row of zeros has no loss.", "target/#ignore_index-with-probabilities");
    refuse(dim === 0, "IndexError: Dimension specified as 1 but tensor has no dimensions", ...logitsAre);
    refuse(wrongWeight, `RuntimeError: cross_entropy: weight tensor should be defined either ${forAll}`, ...oneWeightEach);
    floating();
    smoothing();
    return;
  }
  smoothing();
  refuse(dim === 0, "IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)", ...logitsAre);
  floating();
  refuse(dim > 1 && logits.shape[0] !== target.shape[0],
    `ValueError: Expected input batch_size (${logits.shape[0]}) to match target batch_size (${target.shape[0] ?? 0}).`,
    "Each row of logits needs one target: logits are (N, C), class indices (N).", "shapes/#batch-sizes-that-do-not-match");
  const spatial = [logits.shape[0], ...logits.shape.slice(2)];
  if (dim <= 2) {
    refuse(target.shape.length > 1, "RuntimeError: 0D or 1D target tensor expected, multi-target not supported",
      "Class indices are one number a row: target.squeeze(1). Probabilities need a number for every class, as floats.", "target/#0d-or-1d-target-tensor-expected");
  } else if (dim === 4) {
    refuse(target.shape.length !== 3,
      `RuntimeError: only batches of spatial targets supported (3D tensors) but got targets of dimension: ${target.shape.length}`,
      "For logits (N, C, H, W), class indices are (N, H, W).", "shapes/#masks-with-a-channel");
  } else {
    refuse(size(target.shape) !== size(spatial), `RuntimeError: Expected target size ${size(spatial)}, got ${size(target.shape)}`,
      "The classes are the second dimension: logits (N, C, d), class indices (N, d). If the classes are last: logits.movedim(-1, 1).",
      "shapes/#wrong-size-of-sequence-targets");
  }
  refuse(target.dtype !== "Long" && target.dtype !== "Byte", `RuntimeError: expected target dtype to be Long or Byte, but got ${target.dtype}`,
    "Class indices are integers: target.long(). Probabilities need the shape of the logits.", "target/#wrong-type-of-class-indices");
  refuse(dim === 1 && target.shape.length === 1 && target.shape[0] !== 1,
    `ValueError: For 1D input, 1D target must have size 1, but got target size: ${target.shape[0]}`, "One row of logits has one class index.",
    "shapes/#1d-target-must-have-size");
  refuse(wrongWeight, `RuntimeError: weight tensor should be defined either ${dim > 2 ? "for all or no classes" : forAll}`, ...oneWeightEach);
  refuse(dim === 4 && size(target.shape) !== size(spatial),
    `RuntimeError: size mismatch (got input: ${size(logits.shape)} , target: ${size(target.shape)}`,
    "For logits (N, C, H, W), class indices are (N, H, W).", "shapes/#size-mismatch-of-images");
  refuse(weight && weight.dtype !== logits.dtype, `RuntimeError: expected scalar type ${logits.dtype} but found ${weight?.dtype}`,
    "The weights need the logits' dtype: weight.to(logits.dtype).", "options/#weights-of-another-type");
  const byte = (wrong, said) => refuse(wrong && target.dtype === "Byte", `RuntimeError: ${said}`, "Convert the class indices: target.long().",
    "target/#wrong-type-of-class-indices");
  byte(dim > 2, "expected scalar type Long but found Byte");
  const beyond = [target.values].flat(Infinity).find((y) => y !== ignoreIndex && (y < 0 || y >= classes));
  refuse(beyond !== undefined, `IndexError: Target ${beyond} is out of bounds.`,
    `Class indices run from 0 to ${classes - 1}; ignore_index names one more that is left out.`, "target/#class-index-out-of-bounds");
  refuse(dim === 1 && target.shape.length === 1 && labelSmoothing > 0, "RuntimeError: output with shape [] doesn't match the broadcast shape [1]",
    "With label smoothing, one row of logits takes its class index as a scalar: target.squeeze(0).", "shapes/#size-mismatch-of-images");
  byte(weight && labelSmoothing > 0 && reduction === "mean", "gather(): Expected dtype int32/int64 for index");
}

/** The values of (C), (N, C) or (N, C, d, …) logits, or of probabilities, as rows of C; of class indices, as one list. */
export function rows({ values, shape }, perRow) {
  if (!perRow) return [values].flat(Infinity);
  if (shape.length === 1) return [values];
  return values.flatMap((item) => (shape.length === 2 ? [item] : classesLast(item)));
}

function classesLast(item) {
  if (!Array.isArray(item[0])) return [item];
  return item[0].flatMap((_, d) => classesLast(item.map((ofClass) => ofClass[d])));
}
