// Cases in which all rows get one answer, or the loss stays where it is. No DOM.
import { any } from "./cases.js";
import { lnOf } from "./numbers.js";
import { isLevel, isSame, toldLoss } from "./questions.js";
import { ALIKE } from "./sections.js";
import { FOCAL } from "./words.js";

const ROW = "(?:input|image|sample|row|example|data|text|sentence|token|pixel|batch(?! size))";
const SAME_FOR_ROWS = String.raw`(?:same|identical) (?:output|prediction|value|result)s? for (?:all|every|each|any) (?:\w+ ){0,2}${ROW}`;

// Outputs that are the same, but not those of different rows, and not by training.
const OTHER_SAMENESS = /quanti[sz]|onnx|ensembl|(?:each|every) (?:run|gpu|seed|pass)|fixed seed|not the same|is gone|tokeni[sz]er|\bhow to (?:get|make)/i;

const EVALUATION = /\beval\b|evaluation|inference|test mode/i;

export const sameOutput = {
  when: any(new RegExp(SAME_FOR_ROWS), /(?:output|pred\w*) ?(?:class )?distribution\W{1,4}\{\d+: ?\d+\}/),
  not: OTHER_SAMENESS,
  section: "stuck",
  title: ({ is }) => `All rows get one output: the logits do not depend on the input, or one class is common${is(EVALUATION)
    ? "; or, in evaluation alone, the statistics of a normalisation are off" : ""}`,
  code: ALIKE,
};

// One class, as it is called.
const ONE = String.raw`(?:(?:the|a|of) )*(?:same|one|single|majority|most|class|label|\d|zeros?|ones|positive|negative|background|normal)\b`
  + String.raw`(?! of the (?:two|three|\d))`;

export const oneClassInWords = {
  when: any(
    new RegExp(String.raw`(?:model|net\w*|classifier|it)\b.{0,12}(?:only|always|just) (?:predict\w*|outputs?|says) ${ONE}`),
    new RegExp(String.raw`predicts (?:only |always |just |everything |all )+(?:as |to be )?${ONE}`), /predicts (?:the (?:same|majority)|one class)/,
    /(?:only|always|just) (?:predicts?|outputs?|says) ["'“]/,
    /(?:to|they|models?|nets?) (?:only |always |just )?predict (?:only |always |just )?(?:one|a single|the same) class/,
    /predictions? (?:is|are) (?:all |always )*(?:the )?same(?! as)/,
    /same (?:class|prediction|output|probabilit)\w* for (?:all|every|each)/,
    /predicts?\b.{0,20}\b(?:same|one|single|only|\d)\b.{0,20}\bfor (?:all|every|each)/,
    /(?:outputs?|gives) the same (?:class|prediction|output|result|label|probabilit|value|answer)/,
  ),
  not: OTHER_SAMENESS,
  section: "stuck",
  title: "All rows get one class: equal logits, or a rare class",
  code: ALIKE,
};

export const printedClass = {
  when: /^(?!.*(?:price|value|age\b|score))(\W*\w*pred\w*[^\n\d]*\d+)[ \t]*(?:\n\1[ \t]*){2,}$/im, // one line, three times
  section: "idle",
  title: "Every prediction is the same class",
  says: "The `argmax` of one output is always 0: compare its logit with 0. With several outputs, the logits are nearly equal, or "
    + "the class is common.",
  code: ALIKE,
};

export const validationAccuracy = {
  needs: ({ accuracies }) => isConstant(accuracies.filter(({ split }) => split === "val").map(({ share }) => share)),
  section: "stuck",
  title: "The validation accuracy never changes, and is low: one class for every row, or a model that no longer changes",
  says: "Often the learning rate is too large, or the optimizer lacks the parameters. Look at the logits:",
  code: ALIKE,
};

// Whether more than three accuracies are the same, and low.
const isConstant = (shares) => shares.length > 3 && shares[0] > 0 && shares[0] < 0.2 && new Set(shares).size === 1;

/** The answer where one class for every row explains the accuracy. */
export const ONE_CLASS = {
  section: "idle",
  says: "With one output, a sigmoid in the network makes nearly every row positive if the threshold is 0, or if it is 0.5 "
    + "after a second sigmoid: remove it. Or the class is common, or the logits are nearly equal. Look at them:",
  code: "print(logits.min(), logits.max(), logits.shape)",
};

export const allPositive = {
  when: any(
    /(?:all|every\w*) (?:\w+ )*(?:predict\w*|outputs?)[^.\n]{0,12}(?:positive|above 0\.5)/,
    /everything (?:is (?:predicted )?|as )positive/,
  ),
  title: "Every row gets the same class",
  ...ONE_CLASS,
};

const OWN = /\b(?:own|custom|focal)\b/i;

// The answer where a loss of one's own may broadcast.
const BROADCASTS = {
  section: "index_tensor",
  title: "A loss of your own that does not fall: does (N, 1) broadcast against (N,)?",
  says: "Then each row is compared with every target, and all rows get the same prediction. Print the shape before the mean:",
  code: "print(losses.shape)  # (N,), not (N, N)",
};

export const ownLossInWords = {
  when: /loss/i,
  and: OWN,
  needs: (f) => toldLoss(f) === "flat",
  ...BROADCASTS,
};

export const ownLoss = {
  needs: (f) => (stays(f) && f.is(OWN)) || (f.is(FOCAL) && isSame({ accuracies: f.accuracies.slice(-4) })),
  ...BROADCASTS,
  isSaid: false,
  isHint: true,
};

export const flatInWords = {
  when: /loss/i,
  not: /val\w* loss|\bw?gan\b|discriminat|policy|reward|\bgpus?\b|same as|always (?:positive|above|greater|at least)/i,
  needs: (f) => !f.loss?.isMixed && toldLoss(f) === "flat",
  section: "stuck",
  title: "The loss does not fall: at ln C, or at a floor",
  code: ALIKE,
  isWeak: true,
};

export const flat = {
  needs: stays,
  section: (f, { isHigh }) => (isHigh ? "floor" : "stuck"),
  title: ({ loss }) => {
    const [count, { classes }] = [guessed(loss), loss];
    if (isAboveGuess(loss)) return `It stays at ${loss.text}, above the guess of ${classes} classes, ${lnOf(classes)}`;
    return `It stays at ${loss.text}: ${count ? `the guess of about ${count} classes, ` : ""}the frequencies of the classes, or a floor`;
  },
  says: ({ loss }) => {
    const count = guessed(loss);
    if (isAboveGuess(loss)) return "Equal logits would cost less: is the learning rate too large, do the rows come sorted by class, or are the labels others?";
    return `${count ? `If there are about ${count} classes, the model guesses. ` : ""}`
      + "If some classes are common, it may predict their frequencies for every row. "
      + "If the labels are soft or smoothed, or the network ends in a softmax, it is at a floor.";
  },
  code: ALIKE,
  isSaid: false,
  isHint: true,
};

// Whether a loss is above the guess between the classes that the text names.
const isAboveGuess = ({ value, classes, isBinary }) => classes > 2 && !isBinary && value > 1.02 * Math.log(classes) && value < 3 * Math.log(classes);

// Between how many classes a guess has this loss; 0 if the text names another number.
function guessed({ value, classes }) {
  const count = Math.round(Math.exp(value));
  return count > 1 && count <= 1e6 && !(classes > 1 && Math.abs(value / Math.log(classes) - 1) > 0.02) ? count : 0;
}

// Whether the loss no longer falls, at a value that is no other cause; `isHigh` if the accuracy is high.
function stays({ is, loss, course, told, values, accuracies }) {
  const losses = loss ? values("loss", loss.split) : [];
  const isFlat = [told.Loss, told.trainLoss, told.valLoss].includes("flat") || (isLevel(losses) && course.Acc !== "up");
  const isAsked = loss && isFlat && !loss.isOther && loss.isNamed && !loss.isPerplexity && !is(/contrastive|margin/i);
  if (!isAsked || !(loss.value > 0.02 && loss.value < 13) || loss.digits < 1) return null;
  return { isHigh: accuracies.length > 0 && accuracies.every(({ share }) => share > 0.75) };
}
