// Cases of a loss at a cap: the logarithm of an epsilon, a clamp, the 100 of `BCELoss`. No DOM.
import { toleranceOf } from "./numbers.js";
import { BINARY, LOSS_OF_LOGITS } from "./sections.js";
import { CAPPED, DISTILLATION, WITH_LOGITS } from "./words.js";

export const ofKeras = {
  when: /keras|tensorflow|categorical_crossentropy/i,
  needs: ({ loss }) => !loss.isOther && loss.value >= 16 && loss.value < 16.15,
  section: "epsilon",
  title: "-ln(1e-7) = 16.118: Keras clips probabilities, and nearly every row has 0 for its class",
  says: "Logits where the loss expects probabilities cause that. Pass `from_logits=True`, or end the network in a softmax or, for "
    + "a two-class loss, in a sigmoid.",
};

export const endOfBceLoss = {
  when: CAPPED,
  and: /(?:stop|exactly|cap|max\w*|clamp|limit|never (?:above|more)|only)\b[^.\n]{0,24}\b100(?:\.0+)?\b(?! ?(?:%|epoch|step|batch|iter|row|image|sample|class))/i,
  section: "takes_logit",
  title: "`BCELoss` takes no logarithm below -100: a certain mistake costs 100, and has no gradient",
  says: "The sigmoid was rounded to 0 or 1. The loss of the logits has no such limit:",
  code: BINARY,
};

export const ofBceLoss = {
  needs: certainlyWrong,
  section: "gradient",
  title: (f, { wrong, count, cap }) =>
    `\`BCELoss\` at its cap of ${cap}${cap < 100 ? ", that of old versions" : ""}: ${count > 1 ? `${wrong} in ${count} entries` : "every entry"} certain and wrong`,
  says: "The gradient is zero there. Let the loss take the logits:",
  code: ({ loss }) => LOSS_OF_LOGITS(loss),
};

// How many of how many entries are at the cap of a two-class loss of probabilities.
function certainlyWrong({ is, loss }) {
  const isMean = !is(/\bsum\b/i) && (loss.digits > 1 || loss.value === 100); // a round number of few digits may be anything
  const counts = loss.isBinary && isMean && !(is(WITH_LOGITS) && !is(CAPPED)) ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, loss.rows] : [];
  for (const cap of [100, ...(loss.digits > 3 ? [27.631] : [])]) { // old versions added 1e-12 inside the logarithm
    const wrongOf = (count) => Math.round((loss.value * count) / cap);
    const count = counts.find((each) => wrongOf(each) > 0 && wrongOf(each) <= each
      && Math.abs((cap * wrongOf(each)) / each - loss.value) <= toleranceOf(loss) + (cap < 100) * 1e-4);
    if (count) return { wrong: wrongOf(count), count, cap };
  }
  return null;
}

// The smallest probabilities that Keras, torch and code of one's own leave to the logarithm.
const SMALLEST = [1e-7, 2 ** -22, 2e-7, 1e-7 + 2 ** -23, 2 ** -23, 2 ** -24, 1e-8, 1e-6, 1e-9, 1e-10, 1e-12, 1e-15, 2 ** -52];
const EACH_WRONG = "The loss is this cap times the share of wrong rows: the model is certain of every row. Let the loss take the logits:";

export const eachWrongRow = {
  not: DISTILLATION, // whose loss is no cross-entropy of labels
  needs: (f) => isBelowCaps(f) && SMALLEST.find((each) => isCapOf(f, -Math.log(each))),
  section: "epsilon",
  title: (f, smallest) => `Each wrong row costs ${(-Math.log(smallest)).toFixed(4)}: minus the logarithm of an epsilon`,
  says: EACH_WRONG,
  code: ({ loss }) => LOSS_OF_LOGITS(loss),
};

export const eachWrongRowOfBce = {
  needs: (f) => isBelowCaps(f) && isCapOf(f, 100),
  section: "gradient",
  title: "Each wrong row costs 100: `BCELoss` at its cap",
  says: EACH_WRONG,
  code: ({ loss }) => LOSS_OF_LOGITS(loss),
};

// Whether no loss of the text is above the logarithms of all usual epsilons.
const isBelowCaps = ({ values }) => !(Math.max(...values("loss")) > 40);

// Whether the loss is this cap times the share of wrong rows: a model that is certain of every row.
const isCapOf = ({ accuracies, loss }, cap) => toleranceOf(loss) < 0.005 * loss.value && accuracies.some(({ share, half }) => half < 0.002 * (1 - share)
  && Math.abs(cap * (1 - share) - loss.value) <= cap * half + toleranceOf(loss));

export const ofClamp = {
  needs: clamped,
  section: "epsilon",
  title: (f, { epsilon, share }) => `${share < 1 ? `${share} times ` : ""}-ln(${epsilon}): every such row is at the clamp`,
  says: "Below it, the gradient of the clamp is zero, so these rows do not learn. Take the loss of the logits, by `logsigmoid` "
    + "or `log_softmax`:",
};

// The bound of a clamp whose logarithm the loss is, times the share that a focal loss gives the class.
function clamped({ loss, said, is }) {
  const [, epsilon] = /cl(?:am|i)p(?!_grad)\w*\([^()\n]*?\b(\d(?:\.\d+)?e-\d+|0\.0+1)\b/i.exec(said) ?? [];
  const shares = [1, ...(is(/focal|retina|anchor|classification = /i) ? [0.25, 0.75] : [])];
  const share = epsilon && shares.find((each) => Math.abs(-each * Math.log(epsilon) - loss?.value) < 1e-3 * loss?.value);
  return share ? { epsilon, share } : null;
}

export const roundedForBce = {
  when: /\bBCELoss|binary_cross_entropy\b(?!_with)/,
  and: /round|threshold|hard|argmax|\b0 ?\/ ?1\b|0 (?:and|or) 1/i,
  needs: ({ loss, accuracies }) => loss?.value > 1 && accuracies.some(({ share }) => Math.abs(loss.value / 100 / (1 - share) - 1) < 0.1),
  section: "takes_logit",
  title: ({ loss }) => `A BCELoss of ${loss.text}, as if about ${Math.round(loss.value)} of 100 rows were wrong with a probability of 0 or 1, which costs 100 each`,
  says: "`BCELoss` cuts the logarithm of 0 off at -100. Do not round before the loss, which then has no gradient; pass the logits:",
  code: LOSS_OF_LOGITS({ isBinary: true }),
};
