// Cases of a loss with a floor: a second softmax or sigmoid, smoothed labels, one-hot rows as logits. No DOM.
import { any } from "./cases.js";
import { floorOfSoftmax, smoothed, toleranceOf } from "./numbers.js";
import { isKnown } from "./questions.js";
import { answer, BINARY, LOSS_OF_LOGITS, PLAIN } from "./sections.js";
import { STAYS } from "./words.js";

export const namedFloor = {
  when: /(?:n't|\bnot|\bnever|cannot) (?:go|get|fall|drop|come)\w* (?:below|under)/i,
  not: /\b(?:mse|mae|l1|ctc|dice|focal|kl|hinge)\b|(?:acc\w*|f1|recall|precision|auc|iou)\b[^.\n]{0,12}(?:n't|\bnot|never)/i,
  needs: ({ loss, text }) => {
    const [, least, decimals = ""] = /(?:below|under) (?:about |around |~ ?)?(\d\.(\d{2,}))/i.exec(text) ?? [];
    const classes = loss?.classes ?? 0;
    const floor = floorOfSoftmax(classes);
    return classes > 2 && !loss.isBinary && Math.abs(Number(least) - floor) <= 0.6 * 10 ** -decimals.length ? { classes, floor } : null;
  },
  section: "floor",
  title: (f, { classes, floor }) => `Softmax twice? For ${classes} classes, the loss then never goes below ${floor.toFixed(4)}`,
  says: "If so, remove the softmax from the network: `cross_entropy` applies it itself.",
  code: PLAIN,
};

export const severalOnes = {
  when: /multi.?hot|multi.?label|\btags\b|several labels/i,
  and: /cross.?entropy/i,
  not: /binary|bce|sigmoid/i,
  needs: ({ said, numbers }) => {
    const counts = Array.from(said.matchAll(/\b([2-9]) (?:tags|labels|ones|positives|classes)\b/gi), ([, count]) => Number(count));
    return counts.find((count) => numbers.some(({ value, digits }) => digits > 1 && Math.abs(value - count * Math.log(count)) < 0.012 * value));
  },
  section: "several_ones",
  title: (f, count) => `${count} ones in each row: \`cross_entropy\` goes no lower than ${count} ln ${count} = ${(count * Math.log(count)).toFixed(4)}`,
  says: "It takes a row for probabilities that add up to one. For several labels, use the two-class loss of each:",
  code: BINARY,
};

export const smoothedInEvaluation = {
  when: /label.?smoothing/i,
  and: [/eval\w*|\bval/i, /inflat|disabl|only in training|during (?:eval|valid)|also (?:in|at) (?:eval|valid)/i],
  section: "smoothing",
  title: "`cross_entropy` smooths in evaluation too: `model.eval()` does not change a function's arguments",
  says: "To compare losses, leave the smoothing out there:",
  code: "F.cross_entropy(logits, target, label_smoothing=0.1 if model.training else 0.0)",
};

export const softmaxBeforeSigmoids = {
  when: /multi.?label.?soft.?margin/i,
  and: /(?<!log.?)softmax(?:ed)? (?:output|layer|prob)|(?:after|on) (?:a |the )?softmax|(?<!log_?)softmax\(/i,
  not: /attention|\battn|evaluat|inference|predict/i,
  section: "logits",
  title: "`MultiLabelSoftMarginLoss` takes logits: after a softmax, its sigmoids stay between 0.5 and 0.7311",
  says: "So it has a floor. Pass the logits. If each row has one class, take `cross_entropy`; if several can be true, this loss or:",
  code: BINARY,
};

export const logSoftmaxTwice = {
  when: /log_?softmax/i,
  and: [/cross_?entropy/i, /twice|two times|duplicate|redundan|second time/i],
  not: /\bnan\b|binary|\bdim ?= ?0/i,
  section: "floor",
  title: "A log-softmax before `cross_entropy` changes nothing: that of log-probabilities is the same again",
  says: "It only costs time. A softmax there would change the loss. Pass logits:",
  code: PLAIN,
};

export const halfSmoothed = {
  when: /label.?smoothing/i,
  and: /\bhalf\b|not (?:the )?correct|wrong|1 ?- ?(?:0\.1|eps\w*|label_smoothing)/i,
  not: /half.?precision|float16|\bnan\b|\binf/i,
  section: "smoothing",
  title: "Smoothing by ε gives every class ε/K, the right one too: its target is 1 − ε + ε/K",
  says: "With two classes, ε = 0.1 asks for 0.95, not for 0.9. Where another formula spreads ε over the other classes, pass more:",
  code: "label_smoothing = epsilon * K / (K - 1)",
};

export const inWords = {
  when: /(?:n't|\bnot|never) (?:go|get|fall|drop|come|converge)\w* (?:down )?to (?:a )?(?:zero|0\b(?!\.\d))/i,
  and: /loss|entropy/i,
  section: "floor",
  title: "The loss will not go below a floor",
};

export const squashed = {
  needs: lastFunction,
  section: "floor",
  title: (f, name) => `A ${name} before \`cross_entropy\`, which applies a softmax itself: the loss has a floor`,
  says: "Remove it, and pass the output of the last layer:",
  code: PLAIN,
  isSaid: (f) => !isKnown(f),
};

const TWO_CLASSES_OR_LOGARITHMS = /\bbce|binary.?cross|nll_?loss|log_?softmax|keras|tensorflow|categorical_?crossentropy|Dense\(/i;

// A softmax or a sigmoid that a name is given: name = softmax(…).
const ASSIGNED = /^\W*(\w+) *=.*?(?<!log_?)(softmax|sigmoid)\(/gim;
// One around the last layer, or in what a network returns.
const LAST_LAYER =
  /=\s*[\w.]*?(?<!log_?)(softmax|sigmoid)\((?:self\.)?(?:lin|fc|out|dense|class|head|last|final|conv)\w*\((?![^]*\bself\.\w+\()/i;
const RETURNED = /\breturns? [\w.]*?(?<!log_?)(softmax|sigmoid)\(/i;
// One within the call of the loss.
const IN_CALL = new RegExp(
  String.raw`(?:_loss|criterion|CrossEntropyLoss\(\)|cross_entropy)\((?:[^()]|\([^()]*\))*?(?<!log_?)(softmax|sigmoid)\(`, "i");
// One that is said to come before a cross-entropy, and is neither absent nor removed.
const DENIED_BEFORE = String.raw`(?<!\b(?:no|not|without|never|remov\w*|drop\w*|n't|instead of)\W+(?:\w+\W+){0,2})`;
const DENIED_AFTER = String.raw`(?!.*\b(?:remov|without|no longer)|\W+(?:is|are|was)?\W*(?:not|n't)\b)`;
const IN_WORDS = new RegExp(String.raw`${DENIED_BEFORE}\b(softmax|sigmoid)(?:ed)?\b${DENIED_AFTER}[^.\n]{0,50}`
  + String.raw`\b(?:into|before|fed|then|followed by)\b[^\n]{0,40}?cross.?entropy`, "i");

// What the network ends in before a cross-entropy of classes, as the code or the words say: softmax or sigmoid.
function lastFunction({ said, is }) {
  if (!is(/(?<!binary.?)cross.?entropy|\bce_?loss/i) || is(TWO_CLASSES_OR_LOGARITHMS)) return null;
  const isPassed = ([, name]) => is(new RegExp(
    String.raw`(?:loss|criterion|entropy)\w*(?:\(\))?\((?:[^()]|\([^()]*\))*?\b${name}\b`, "i"));
  const assigned = Array.from(said.matchAll(ASSIGNED)).find(isPassed)?.[2];
  const name = assigned ?? [LAST_LAYER, RETURNED, IN_CALL, IN_WORDS].map((each) => each.exec(said)?.[1]).find(Boolean);
  return name?.toLowerCase();
}

export const oneHotAsLogits = {
  needs: expectsZero,
  section: "floor",
  title: "A one-hot row taken as logits: its loss is not zero",
  says: "Its softmax gives every class a share. A loss near zero takes logits that are far apart, as from the last layer of a "
    + "network that is sure.",
  code: PLAIN,
  isSaid: (f) => f.loss?.value === 0 || !isKnown(f), // a zero that was expected
};

const NOT_ZERO = /(?:loss|entropy)[^.\n]{0,20}(?:!=|≠|\bnot) (?:0|zero)\b/i;
const TARGET_AS_PREDICTION = /\b(?:target|label|mask)\w* (?:\w+ )?as (?:the |a )?(?:pred|out|logit)/i;
const ZERO_EXPECTED = /expect\w*[^.\n]{0,40}(?:loss|entropy)[^.\n]{0,30}\b(?:zero|0)\b/i;
const PERFECT = /one.?hot|perfect (?:pred|logit|output|match|score)|equal|as the prediction|(?:same|correct) (?:as|pred)/i;

// Whether a loss of zero is expected of a target that is passed as the prediction.
function expectsZero({ is }) {
  return (is(NOT_ZERO) && is(TARGET_AS_PREDICTION)) || (is(ZERO_EXPECTED) && is(PERFECT));
}

export const labelSmoothing = { tells: smooths };

// A loss with label smoothing, beside the lowest that this smoothing allows.
function smooths({ text, loss, told, accuracies }) {
  const isRight = accuracies.some(({ share }) => share > 0.95);
  const [, given] = /smooth\w*[^\d\n]{0,12}(0?\.\d+)/i.exec(text) ?? [];
  const smoothing = Number(given ?? (isRight && /smoothing/i.test(text) ? 0.1 : 0));
  const isMean = loss && !loss.isOther && loss.value > 0 && loss.value <= 20 && loss.value !== smoothing;
  if (!(smoothing > 0 && smoothing < 0.9) || !isMean) return null;
  const lowest = (count) => smoothed(count, smoothing);
  const isAbove = loss.value > lowest(loss.classes || 2) - 0.01;
  const examples = loss.classes ? `${lowest(loss.classes).toFixed(4)} for ${loss.classes} classes`
    : [2, 10, 1000].map((count) => `${lowest(count).toFixed(4)} for ${count}`).join(", ");
  const isAsked = [told.Loss, told.trainLoss].includes("flat") || isRight;
  return isAbove && isAsked && !isKnown({ loss })
    ? answer("floor", `With ${given ? "" : "the usual "}label_smoothing=${smoothing}, the lowest loss is not zero: ${examples}`,
      "What is above it, the model has still to learn. To compare losses, leave the smoothing out:") : null;
}

export const smoothingOfMasked = {
  when: /smoothing/i,
  needs: ({ loss }) => loss.value > 20 && !loss.isOther && !loss.isPerplexity,
  section: "masked",
  title: "A large loss with label smoothing: a masked class, or a sum",
  says: "Label smoothing gives each class a share of the target: a logit that is far below the others, such as a masked one, "
    + "costs that share of the gap. Look at the lowest logit:",
  code: "print(logits.min())",
};

// The lowest losses if a second sigmoid gets 1 for each one, and 0 for each zero.
const ONE = Math.log1p(1 / Math.E);
const LOWEST = [["ones", ONE], ["as many zeros as ones", (ONE + Math.LN2) / 2]];

export const sigmoidTwice = {
  needs: ({ loss, accuracies }) => loss.digits > 2 && !accuracies.some(({ share }) => share > 0.55 && share < 0.97) && LOWEST.find(([, lowest]) => Math.abs(lowest - loss.value) <= toleranceOf(loss)),
  section: "logits",
  title: (f, [of, lowest]) => `Sigmoid twice? The lowest loss for ${of} is ${lowest.toFixed(4)}`,
  says: "If the network ends in a sigmoid, remove it: the loss applies it itself.",
  code: LOSS_OF_LOGITS({ isBinary: true }),
  isSaid: ({ loss, is, text }) => (loss.isBinary || is(/balanc/i)) && (loss.digits > 3 || STAYS.test(text)),
};

export const sigmoidOfHalf = {
  when: any(
    /sigmoid\b[^]{0,80}\b0?\.50*\b[^.\n]{0,20}\b(?:every|each|all)\b/,
    /\b(?:every|each|all)\b[^.\n]{0,40}\b0?\.50*\b[^.\n]{0,30}sigmoid/,
  ),
  not: /thresh|round|cut.?off|above|below|[<>]/i,
  section: "labels",
  title: "A sigmoid of numbers near 0 is 0.5: are they probabilities already, or logits near 0?",
  says: "A network in evaluation may end in a softmax or sigmoid of its own. Look at what it returns:",
  code: "print(outputs.min(), outputs.max(), outputs.sum(dim=1))",
};
