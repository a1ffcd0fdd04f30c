// What is said about a batch: answers with their sections, titles and code. No DOM.
import { BINARY, FLOATS, PLAIN, sectionOf } from "./sections.js";

export const about = (title, at, code = "", says = "") => ({ title, at, code, says });
/** The same of a section by its name in sections.js. */
export const section = (title, name, code = "", says = "") => ({ title, ...sectionOf(name), code, says });

export const oneColumn = () => section("There is one column", "zero",
  "F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())",
  "`cross_entropy` of one column is zero, or raises an error. The two-class loss takes floats of one shape:");
export const sigmoids = () => section("These went through a sigmoid", "range", BINARY,
  "Leave the sigmoid out: this loss applies it itself, to logits and floats of one shape.");
export const secondDimension = () => section("The target has a second dimension", "target_dimensions");
export const severalLabels = () => section("A row of the target holds several ones, or none: several labels at once", "several",
  "F.binary_cross_entropy_with_logits(logits, target.float())", "If several classes can be true, use the loss for many labels. It takes floats:");
export const signed = () => section("The labels are -1 and 1: map them to 0 and 1", "outside", "target = (target + 1) / 2");
export const integerTarget = () => section("The target is in integers: a two-class loss takes floats", "float_target",
  "F.binary_cross_entropy_with_logits(logits, target.float())");
export const integerOneHot = () => section("The target is one-hot in integers", "integer_one_hot", "F.cross_entropy(logits, target.float())");
export const probabilities = () => section("These are probabilities: each row adds up to one", "floor", PLAIN,
  "`cross_entropy` would apply a second softmax. Remove the first:");
export const probabilityVector = () => about("These are probabilities: they add up to one", "worked-examples/logits-to-loss/#softmax-from-logits-to-probabilities", "F.softmax(logits, dim=-1)",
  "A softmax divides exponentials by their sum, not the numbers themselves. A loss for logits takes the input of the softmax:");
export const throughSoftmax = () => ({ ...probabilities(), title: "These went through a softmax" });
export const logProbabilities = () => section("These are log-probabilities", "inputs", "F.nll_loss(log_probs, target)",
  "`cross_entropy` gives the same loss.");
export const inHalf = (dtype) => about(`These are in half precision: ${dtype}`, "guides/numerics/#the-mean-in-half-precision", FLOATS);

export const overflow = () => about("The exponential overflows", "understand/log-softmax/#subtract-the-largest-logit",
  "z = logits - logits.max(dim=1, keepdim=True).values", "Subtract the largest logit first, or use `log_softmax`:");
export const allIgnored = () => section("Every label is ignored: the mean is nan", "nan");
export const confident = (title, says, isBinary) => section(title, "high",
  `print(F.${isBinary ? "binary_cross_entropy_with_logits" : "cross_entropy"}(logits, target, reduction="none").topk(2))`, says);
export const badLabel = () => section("A label is not finite", "unknown_labels",
  "known = target.isfinite()", "Replace it before the loss, then leave it out of the mean:");
export const notFinite = (x) => section(`A logit is ${x}`, "nan", "print(logits.isfinite().all(dim=1))");

export const maskedRow = () => section("A row of nothing but -inf: everything in it is masked", "all_masked",
  "print(logits.isneginf().all(dim=1))", "It has no softmax: leave such rows out.");
