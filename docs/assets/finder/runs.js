// Cases of a run: what a course of losses tells, in words or in a log. No DOM.
import { swingsAround } from "./guesses.js";
import { causes, lnOf, unsure } from "./numbers.js";
import { accuracyWay, hasFiniteLoss, isKnown, last, lossesOf, shown } from "./questions.js";
import { ALIKE, APART, LARGEST, PLAIN } from "./sections.js";

export const scheduled = {
  when: /\b(?:plateaus?|stops?|stuck|stays?|not (?:fall|decreas\w*|improv\w*|chang\w*))\b/i,
  and: [/\bloss\b/i, /StepLR|ExponentialLR|OneCycleLR|scheduler|learning rate (?:is|becomes|goes to|drops to) (?:zero|0\b|tiny|1e-\d\d)/i],
  not: /ReduceLROnPlateau|on.?plateau|without a scheduler|no scheduler|how (?:do|to)|warm.?up/i,
  needs: (f) => f.said.length < 300 && !f.is(/\n[^\n]*\n/),
  section: "stuck",
  title: "Does the scheduler take a step in each batch instead of each epoch? Then the learning rate is soon too small",
  says: "Look at it where the loss stops:",
  code: 'print(optimizer.param_groups[0]["lr"])',
};

export const largeAtFirst = {
  needs: large,
  section: "rows",
  title: (f, { end }) => `A loss of ${shown(end)}, at first or falling: if it is a cross-entropy, a sum over rows, pixels or tokens`,
  says: "Take the mean, or divide by what counts:",
  code: PLAIN,
};

// A large loss that is the first, or that falls.
function large(f) {
  const grown = growth(f);
  return grown?.isFalling ? grown : null;
}

export const diverges = {
  needs: growth,
  section: "nan",
  title: (f, { start, end }) => (start ? `The loss grows from ${shown(start)} to ${shown(end)}: the training diverges`
    : `A loss of ${shown(end)}: if it is a cross-entropy, the training diverges, or this is a sum`),
  says: "Often the learning rate is too large: lower it, or clip the gradients. Look at the logits before it grows:",
  code: "print(logits.abs().max())",
};

// Two losses that are compared, or one that is no mean.
const COMPARED = /\bsum|reduction|switch|\b(?:when|after|if|since) (?:I|we)\b|chang|batch.?size|\btrain[^.\n]*\b(?:test|val)/i;

// A loss that grows without limit: by the values of a log, by two in a sentence, or by one that no mean reaches.
function growth(f) {
  const { loss, told } = f;
  if (!hasFiniteLoss(f) || loss.isPerplexity || loss.isBits || f.is(COMPARED)) return null;
  const values = f.values("loss");
  const isTold = values.length === 2 && (told.Loss ?? told.trainLoss ?? told.valLoss) === "up";
  const [start, end] = [Math.min(...values.slice(0, -1)), last(values)];
  const isCause = ({ score, title }) => score >= unsure(loss) && !title.startsWith("A sum"); // such as a cap, or ln C
  const isKnown = loss.value === end && causes(loss).some(isCause);
  const isGrown = values.length > 1 && !isKnown && end > 3 * start && end > (isTold ? 5 : 13)
    && (isTold || end > 20 * start || f.is(/explo|diverg/i));
  if (isGrown) return { start, end };
  const isFirst = values.length < 2 && f.is(/\b(?:start|begin|initial)/i);
  const isLarge = loss.value > 1e5 && loss.value < 3e38 && !loss.isOther && !Number.isInteger(Math.log10(loss.value));
  return isLarge ? { start: 0, end: loss.value, isFalling: isFirst || end < values[0] } : null;
}

export const spoiled = {
  needs: spoils,
  section: "by_symptom",
  title: "The loss rises and the accuracy falls, after both were better: the training leaves what it had learned",
  says: "Often the learning rate is too large at that step of its schedule: lower it, or clip the gradients, and go on from "
    + "the best step.",
};

// Whether all losses end far above their lowest, and the accuracy far below its highest.
function spoils({ values, accuracies, loss }) {
  const runs = ["train", "val", ""].map((split) => values("loss", split)).filter(({ length }) => length > 3);
  const shares = accuracies.map(({ share }) => share);
  return loss?.value > 0 && runs.length > +!!values("loss", "val").length && shares.length > 3
    && runs.every((run) => last(run) > 1.5 * Math.min(...run) && last(run) > run[0]) && last(shares) < 0.85 * Math.max(...shares);
}

export const upAndDown = {
  needs: (f) => !swingsAround(f) && jumps(f),
  section: "by_symptom",
  title: "The loss rises and falls again: the rows come sorted, or the step is too large",
  says: "Shuffle the training rows: sorted by class, each batch undoes the one before. Call `zero_grad()` in each step. Then "
    + "lower the learning rate.",
  code: "DataLoader(data, shuffle=True)",
  isSaid: false,
  isHint: true,
};

// Whether the loss goes up and down, in words or in a log.
function jumps({ is, numbers, loss }) {
  const isOwn = ({ role, split, isUnit, digits }) => role === "loss" && split === loss.split && !isUnit && digits > 1;
  const losses = loss && !loss.isOther ? numbers.filter(isOwn).map(({ value }) => value) : [];
  const most = Math.max(...losses);
  return is(/loss[^.\n]{0,20}(?:up and down|oscillat)|sorted by class/i)
    || (losses.length > 4 && most > 2.5 * losses[0] && losses.at(-1) < 0.5 * most);
}

export const rises = {
  needs: isRising,
  section: "high",
  title: "The loss rises, but the accuracy does not fall: a few confident mistakes",
};

// Whether the loss rises, that of validation if there is one, and the accuracy too, or stays high.
function isRising(f) {
  const [way, { course, told, accuracies }] = [accuracyWay(f), f];
  const lossWay = course.valLoss ?? course.Loss ?? course.trainLoss;
  const isOneLow = accuracies.length === 1 && accuracies[0].share < 0.6; // by chance, perhaps
  const areOther = course.valLoss && !course.valAcc && !course.Acc; // the loss of validation, the accuracy of training
  if (lossWay !== "up" || told.valLoss === "flat" || isOneLow || areOther) return false;
  return way === "up" || (way === "flat" && !(accuracies[0]?.share < 0.6));
}

// The losses of a log, of more than two that are not all the same in the end: { values, start, end }.
function logOf({ loss, values: valuesOf }) {
  const values = loss && !loss.isOther ? valuesOf("loss", loss.split) : [];
  const end = last(values);
  const isStill = values.length > 3 && values.slice(-3).every((each) => each === end);
  return values.length < 3 || isStill || values.some((each) => each < 0) ? null : { values, start: values[0], end };
}

// Whether a log ends at its lowest loss, and still falls.
const isFalling = ({ values, start, end }) => end < 0.9 * start && end === Math.min(...values) && end < 0.98 * values.at(-2);

// The number of classes C whose ln C is at most these shares below or above a loss: that of the text, or a common one.
const countNear = (x, classes, below, above) => [classes, 2, 10, 3, 4, 5, 6, 7, 8, 9, 100, 1000].find(
  (count) => count > 1 && x > Math.log(count) * (1 - below) && x < Math.log(count) * (1 + above));

export const fallsWithoutAccuracy = {
  needs: isWithoutAccuracy,
  tells: () => APART,
};

// Whether a log falls, and its accuracy does not rise.
function isWithoutAccuracy(f) {
  const { start, end } = logOf(f) ?? {};
  return f.accuracies.length && end < start && !(last(f.accuracies).share > f.accuracies[0].share);
}

export const startsAtGuess = {
  needs: fallsFromGuess,
  section: "stuck",
  title: (f, count) => `It starts at ${lnOf(count)} and falls: nothing is stuck`,
  says: (f, count) =>
    `With ${count} classes, that is right: at first, the model predicts all alike. Its last value is a step on the way down.`,
};

// The number of classes C if a log falls that starts at ln C.
function fallsFromGuess(f) {
  const log = logOf(f);
  if (!log || !isFalling(log)) return 0;
  const { classes } = f.loss;
  if (classes > 1 && Math.abs(log.start / Math.log(classes) - 1) < 0.05) return classes;
  return f.is(/\n/) ? countNear(log.start, classes, 0.005, 0.01) : 0;
}

export const fallsInWords = {
  ...startsAtGuess,
  when: /start|begin|initial|step 0|epoch 0|at first/i,
  needs: (f) => {
    const [{ loss, text }, losses] = [f, lossesOf(f, 2)];
    const [first, end] = losses;
    if (losses.length !== 2 || !loss || loss.isOther || end.value > 0.7 * first.value) return 0;
    const [before, after] = [text.slice(0, first.index), text.slice(first.index + first.text.length)];
    if (!/(?:start|begin|initial|first|(?:step|epoch) 0)[^\d\n]{0,20}$/i.test(before)
      && !/^[^\d\n]{0,16}(?:start|begin|initial|at first|(?:step|epoch) 0)/i.test(after)) return 0;
    return countNear(first.value, loss.classes, 0.005, 0.01);
  },
};

export const fallsAtChance = {
  needs: (f) => logOf(f) && isFalling(logOf(f)) && staysAtChance(f),
  section: (f) => (f.is(/\bview\(|reshape|sequence|tagg|\btokens?\b|\b(?:gru|lstm|rnn)\b|pixel|segment/i) ? "reshaped" : "idle"),
  title: "The loss falls, but the accuracy stays near chance: are logits and targets of the same rows?",
  says: "A `view` or `reshape` in place of a transpose mixes up rows and classes. Or the accuracy takes another dimension. Train on one batch: if that fails too, compare both row by row:",
  code: "print(logits.shape, target.shape, (logits.argmax(dim=1) == target).float().mean())",
};

// Whether at least four accuracies stay near that of a guess.
function staysAtChance({ accuracies, loss, values }) {
  const shares = accuracies.map(({ share }) => share);
  const chance = Math.exp(-values("loss", loss.split)[0]);
  return shares.length > 3 && chance < 0.4 && Math.max(...shares) < 2 * chance + 0.02 && last(shares) < 1.3 * shares[0] + 0.01;
}

export const falls = {
  needs: (f) => logOf(f) && isFalling(logOf(f)),
  tells: () => APART,
};

export const manyCandidates = {
  needs: (f) => logOf(f) && f.loss.value > 5 && f.loss.value < 20 && f.accuracies.length > 2
    && f.accuracies.every(({ share }) => share > 0.5),
  section: "contrastive",
  title: ({ loss }) => `A loss of ${loss.text} at such accuracies: many candidates, a high temperature, a sum, or a few confident mistakes`,
  says: "For a contrastive loss, the floor grows with the logarithm of the number of candidates. For classes, look at the largest losses:",
  code: LARGEST,
};

export const staysAtGuess = {
  needs: staysNear,
  section: "stuck",
  title: (f, count) => `The loss stays near ${lnOf(count)}, that of a guess between ${count} classes`,
  says: (f, count) =>
    `If there are ${count} classes, the model guesses. If there are more, it has learned something, and no longer improves.`,
  code: ALIKE,
};

// The number of classes C if all losses of a log are near ln C.
function staysNear(f) {
  const { values = [], start, end } = logOf(f) ?? {};
  if (values.length < 5 || isKnown(f)) return 0;
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const count = countNear(mean, f.loss.classes, 0.015, 0.04);
  return count && values.every((each) => Math.abs(each / Math.log(count) - 1) < 0.05) && end > 0.9 * start ? count : 0;
}

export const repeats = {
  not: /\bseeds?\b|\brun \d|\bruns\b|second run|again|reproduc|checkpoint|evaluate/i,
  needs: isRepeated,
  section: "gradient",
  title: "Each epoch has the same losses, digit by digit: no parameter changes",
  says: "Is the optimizer built from the parameters that should change, do they require a gradient, and is `step()` called? "
    + "Look at what a step changes:",
  code: "print([name for name, p in model.named_parameters() if p.grad is None])",
};

// Whether the losses of a log are a run of several values, again and again.
function isRepeated({ loss, numbers }) {
  const losses = numbers.filter(({ role, isUnit, digits }) => role === "loss" && !isUnit && digits > 2);
  const values = losses.filter(({ name, split }) => name === losses[0].name && split === losses[0].split).map(({ value }) => value);
  const lengths = [2, 3, 4, 5, 6, 8, 10].filter((length) => values.length >= Math.max(2 * length, 6));
  return loss && lengths.some((length) => new Set(values.slice(0, length)).size > 1
    && values.every((value, at) => at < length || value === values[at - length]));
}
