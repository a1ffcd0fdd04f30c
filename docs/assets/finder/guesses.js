// Cases of a loss near ln C, that of a guess between C classes: at first, above it, around it. No DOM.
import { any } from "./cases.js";
import { causes, lnOf, toleranceOf, unsure } from "./numbers.js";
import { isAccurate, isKnown, ranksWell } from "./questions.js";
import { ALIKE, answer, LARGEST } from "./sections.js";
import { NO_CLASSES, STAYS } from "./words.js";

export const firstOfTokens = {
  when: /scratch|random|untrained|(?:nano|mini).?gpt/i,
  and: /start|begin|initial|first|step 0\b/i,
  not: /resnet|\bcnn|cifar|mnist|imagenet|\bimages?\b/i,
  needs: ({ loss }) => loss?.value > 9.5 && loss.value < 12.6 && !loss.classes && !loss.isOther,
  section: "stuck",
  title: ({ loss }) =>
    `A first loss near ${loss.text}: a guess between about ${Math.round(Math.exp(loss.value) / 1000)} thousand tokens has that`,
  says: "That is right for a language model: ln 50304 = 10.8258. One that is trained already starts lower. With fewer classes, "
    + "the first logits are far apart, or the loss is a sum.",
};

export const firstFarAbove = {
  needs: starts,
  section: ({ is }) => (is(/pre-?train|token|vocab|\b(?:lm|llm|gpt|llama)/i) ? "tied" : "one_batch"),
  title: (f, text) => `A first loss of ${text} is far above that of a guess: the first logits are far apart, or it is a sum`,
  says: "A guess between C classes or tokens has ln C: 10.8249 for 50257. Weights that begin too large cause that, such as "
    + "embeddings that are tied to the output. A regression has no such scale.",
  code: "print(logits.std(), logits.shape)  # about 1 or less at first",
};

const FIRST_BEFORE = /(?:start|begin|initial|first|untrained|(?:step|epoch)\s+0\b)\w*[^\d\n]{0,30}$/i;
const FIRST_AFTER = /^[\d.]+[^\d\n.;]{0,20}\b(?:first|start|begin|initial|untrained|random init)/i;

// A first loss that is far above a guess, as it is written.
function starts(f) {
  const { loss } = f;
  if (!loss) return null;
  const isFirst = ({ value, role, before, name, isUnit }) => !isUnit && value > 13 && value < 1e5 && (role === "loss" || !role)
    && FIRST_BEFORE.test(before.slice(-40)) && /loss/i.test(before + name);
  const first = f.numbers.find(isFirst) ?? (loss.value > 13 && FIRST_AFTER.test(f.text.slice(loss.index)) ? loss : null);
  return first && !loss.isOther && !loss.isPerplexity && !f.is(any(NO_CLASSES, /(?:arc|cos).?face|yolo|detect/))
    && !isKnown({ loss: { ...loss, value: first.value, digits: first.digits } }) ? first.text : null;
}

export const vocabulary = { tells: ofVocabulary };

// A first loss of about ln C, for the vocabulary of a model that the text names.
function ofVocabulary({ text, is, loss }) {
  const { value, digits, named: counts, classes, isPerplexity, isOther } = loss;
  const isFirst = is(/\b(?:start|begin|init|scratch|first|step 0|random)/i) && !STAYS.test(text)
    && !is(/\bafter\b|step \d{2}|\d{3} (?:steps|iter)/i);
  const isNear = (each) => Math.abs(Math.log(each) - value) < (each < 1000 ? 0.25 : digits < 1 ? 1 : 0.5);
  const count = isFirst && !isPerplexity && !isOther
    ? [...counts, classes].find((each) => (each > 1000 || (each > 20 && each === classes)) && isNear(each)) : 0;
  const [known] = causes(loss);
  if (!count || (/^(?:Near )?ln /.test(known?.title) && known.title.includes(count))) return null;
  const isTokens = counts.includes(count) || is(/vocab|token|word|char/i);
  const [whose, what] = isTokens ? [", its vocabulary", "tokens"] : ["", "classes"];
  return answer("stuck", `Near ${lnOf(count)}${whose}: the model predicts all ${what} nearly alike`,
    "At the first step of a model without pretrained weights that is right.");
}

export const above = { tells: aboveGuess };

// A loss above that of a guess between the classes that the text names.
function aboveGuess({ loss, is }) {
  const classes = loss && is(/class|label|categor|\btags?\b|cifar|mnist|imagenet|vocab/i) && !loss.isBinary ? loss.classes : 0;
  const isFirst = is(/\b(?:start|begin|initial|first|random|untrained|step 0|epoch 0)/i) && loss?.value < 1.3 * Math.log(classes);
  const isAbove = classes > 1 && loss.value > (isFirst ? 1.015 : 1.1) * Math.log(classes) && loss.value < 13 && loss.digits > 0
    && !loss.isOther && !loss.isPerplexity && !loss.isBits;
  if (!isAbove || causes(loss)[0]?.score >= unsure(loss)) return null;
  const guess = `${lnOf(classes)}, that of a guess`;
  return isFirst ? answer("stuck", `A first loss of ${loss.text} is a little above ${guess}`,
    "That is usual: random logits are not all equal, and some rows are surer of a wrong class than others.")
    : answer("high", `A loss of ${loss.text} is above ${guess}`,
      "The model is sure of some rows, and wrong: large logits, as from inputs that are not normalised, or wrong labels. Or the "
        + "loss is a sum. Look at the largest losses:", LARGEST);
}

export const around = {
  needs: swingsAround,
  section: "stuck",
  title: (f, count) => `It swings around ${lnOf(count)}, that of a guess between ${count} classes`,
  code: ALIKE,
};

const BETWEEN = /(?:between|oscillat\w*|fluctuat\w*|around)[^\d\n]{0,12}(\d\.\d+) ?(?:and|to|~|-) ?(\d\.\d+)/i;

/** The number of classes C, if ln C is between two losses between which the loss is said to swing. */
export function swingsAround({ text, loss }) {
  const [, low, high] = BETWEEN.exec(text)?.map(Number) ?? [];
  return loss && !loss.isOther && high < 1.1 * low && loss.classes > 1 && low <= Math.log(loss.classes) && Math.log(loss.classes) <= high
    ? loss.classes : 0;
}

export const atItsAccuracy = {
  needs: guesses,
  section: "stuck",
  title: (f, count) =>
    `The loss is near ${lnOf(count)}, and the accuracy is one in ${count}: the model guesses`,
  code: ALIKE,
  isSaid: ({ loss }) => loss.isNamed,
};

// Between how many classes a model guesses, if the loss and the accuracy are both near those of the guess.
function guesses({ loss, accuracies }) {
  const isAt = ({ share }) => share > 0 && share < 0.4 && Math.abs(-Math.log(share) / loss.value - 1) < 0.012;
  const found = loss && !loss.isOther && loss.value > 1 && loss.value < 13
    ? accuracies.findLast(({ split }) => !split || !loss.split || split === loss.split) : null;
  const count = found && isAt(found) ? Math.round(1 / found.share) : 0;
  return loss?.classes > 1 && loss.classes !== count ? 0 : count;
}

export const atHighAccuracy = {
  needs: (f) => f.loss && evenly(f),
  section: "stuck",
  title: (f, count) => `${lnOf(count)} at a high accuracy: nearly equal logits, or confident mistakes`,
  says: "If the logits are nearly equal, the largest is right by a small margin, or always the same and its class is common. "
    + "Or a few wrong rows cost much. Or the loss and the accuracy come from different tensors.",
  code: ALIKE,
};

// How many classes have a loss of ln C at an accuracy that is high, or far above a guess among the classes that the text names.
function evenly(f) {
  const { value, digits, isOther, classes } = f.loss;
  const isFar = f.accuracies.length > 0 && f.accuracies.every(({ share }) => share > 0.4 && share > 4 / classes);
  const isRanked = ranksWell(f);
  if (isOther || digits < 2 || !(isAccurate(f) || isFar || isRanked)) return 0;
  if (classes > 1 && Math.abs(value / Math.log(classes) - 1) < 0.01) return classes;
  const isAt = (count) => Math.abs(Math.log(count) - value) <= Math.max(1e-4, toleranceOf(f.loss));
  return digits > 2 && (isAccurate(f) || isRanked) ? [2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000].find(isAt) : 0;
}
