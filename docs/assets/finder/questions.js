// What several cases ask of the facts of a text. No DOM.
import { causes } from "./numbers.js";
import { CLASSIFIER, NAMED_MODEL, SEQUENCE_NETWORK, TEXT } from "./words.js";

/** The last of a list. */
export const last = (list) => list.at(-1);

/** Whether there is a loss, and it is a number. */
export const hasFiniteLoss = ({ loss }) => Number.isFinite(loss?.value);

/** Whether the value of the loss has a likely cause. */
export const isKnown = ({ loss }) => loss && causes(loss)[0]?.score > 0.3;

/** Whether the loss is a mean cross-entropy, in nats, that the text calls a loss. */
export const isNats = (loss) => loss && loss.isNamed && !loss.isOther && !loss.isPerplexity && !loss.isBits;

/** Whether the text speaks of a language model, and not of a classifier. */
export const isLanguageModel = ({ is }) => (is(NAMED_MODEL) || (is(SEQUENCE_NETWORK) && is(TEXT))) && !is(CLASSIFIER);

/** Whether every accuracy is high, as far as the loss allows. */
export const isAccurate = ({ accuracies, loss }) => accuracies.length > 0
  && accuracies.every(({ share }) => share > 0.75 && (share < 1 || Math.exp(loss.value) < 50));

/** Whether an AUC tells that the model orders its rows. */
export const ranksWell = ({ said }) => /\bauc\w*\W{1,6}(?:is |of |at )?0?\.[7-9]/i.test(said);

/** Which way the accuracy goes: that of validation, if there is one. */
export const accuracyWay = ({ course }) => course.valAcc ?? course.Acc ?? course.trainAcc;

/** Which way the loss is said to go: that of training, if several are named. */
export const toldLoss = ({ told }) => told.Loss ?? told.trainLoss;

/** Whether a loss is said to be negative. */
export const isToldNegative = ({ told }) => Object.values(told).includes("negative");

/** The numbers of a text above zero that may be losses, with at least this many decimals. */
export const lossesOf = ({ numbers }, least) => numbers.filter(
  ({ value, digits, isUnit, role }) => value > 0 && digits >= least && !isUnit && (!role || role === "loss"));

/** Whether the loss is below zero, and finite. */
export const isNegative = ({ loss: { value } }) => value < 0 && value > -3e38;

/** Whether more than three accuracies are the same, to the last digit. */
export const isSame = ({ accuracies }) => accuracies.length > 3 && accuracies[0].half < 0.006 && accuracies[0].share > 0
  && accuracies.every(({ share }) => share === accuracies[0].share);

/** Whether more than two losses differ by less than one in a hundred. */
export const isLevel = (losses) => losses.length > 2 && Math.max(...losses) < 1.01 * Math.min(...losses);

/** A number in two digits, and a large one as it is shown. */
export const short = (x) => x.toPrecision(2).replace("+", "");
export const shown = (x) => (x < 1e6 ? x : short(x));

/** A share in percent, of this many digits. */
export const percent = (share, digits = 3) => Number((100 * share).toPrecision(digits));
