// What a loss means that is nan, infinite, zero or negative. No DOM.
import { cause, show } from "./numbers.js";
import { CHECK, FLOATS, PLAIN } from "./sections.js";

const NAN = [
  { ...cause(1, "The loss is not a number", "nan", CHECK),
    says: "Look at the first batch whose loss is nan, with this print of three values. A count of 0: every label is ignored. The first `False`: a label is nan. "
      + "The last `False`: the logits are not finite, so look at the inputs, at half precision, and at the step before: was the learning rate too large?" },
  cause(0.4, "A logit above 65504 in half precision", "half_precision", FLOATS),
  cause(0.3, "A gradient that was not finite, one step earlier", "finite"),
  cause(0.2, "A row in which every class is masked", "all_masked"),
];
const INFINITE = [
  cause(1, "The loss is infinite", "infinite", PLAIN),
  cause(0.4, "A target whose class is masked", "masked_logits"),
  cause(0.3, "A sum above 65504 in half precision", "half", FLOATS),
  cause(0.1, "A class weight of one over zero", "counted"),
];

/** What such a loss may mean, likeliest first, as { score, title, at, says, code }; nothing of a number that is no cross-entropy. */
export function extreme({ value: x, isOther, isNamed }, isHalf) {
  if (isOther && Number.isFinite(x)) return [];
  if (!isNamed && [-1, -100].includes(x)) return []; // an index, as in `x[:, -1]`, or a label
  if (Number.isNaN(x)) return isHalf ? [{ ...NAN[1], title: "In half precision: a logit or an activation above 65504?" }, NAN[0], ...NAN.slice(2)] : NAN;
  if (x >= 3e38 && x < Infinity) return [cause(1, "The loss is that of a masked class: its logit is the lowest float", "masked_logits", PLAIN)];
  if (x > 1 || x < -3e38) return INFINITE;
  if (x === 0) return [cause(1, "The loss is exactly zero", "zero",
      "F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())  # of one output")];
  const negative = (score, title, code) => cause(score, title, "negative", code);
  const [mean, even] = [`those of the right classes are ${show(-x)} on average`, Math.round(-1 / x)];
  const probs = even > 1 && Math.abs(1 / even + x) < 5e-5 ? `it is minus 1/${even}, ${even} classes alike` : mean;
  const found = [cause(x > -1e-5 ? 2 : 0, "Zero, but for rounding", "zero"),
    negative(x >= -1 ? 1 : 0, `\`nll_loss\` of probabilities? Then ${probs}`, PLAIN),
    negative(x < -20 ? 0.5 : 0.6, `\`nll_loss\` of logits? Then ${mean}`, PLAIN),
    negative(x < -20 ? 0.7 : 0.3, "A target outside zero to one, such as -1 or -100, in a two-class loss?",
      "print(target.min(), target.max())"),
    { ...cause(x < -1e-5 ? 0.2 : 0, "The negative log-likelihood of a density, which may be above 1", "density_formula"), link: "GaussianNLLLoss" }];
  return found.filter(({ score }) => score).sort((a, b) => b.score - a.score);
}
