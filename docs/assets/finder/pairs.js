// What a text names that consists of a layer and a loss, such as "softmax before CrossEntropyLoss". No DOM.
import { any } from "./cases.js";
import { hasFiniteLoss } from "./questions.js";
import { ALIKE, LOSS_OF_LOGITS, PLAIN, TO_LOGARITHMS } from "./sections.js";

const SOFTMAX = /(?<!log[ _-]?)soft-?max(?:es)?(?![ _-]?(?:cross|loss))|(?<=double[ -])soft-?max/i;
const LOG_SOFTMAX = /log[ _-]?soft-?max/i;
const SIGMOID = /(?<!log[ _-]?)sigmoids?(?![ _-]?(?:focal|cross|loss))/i;
const ARGMAX = /arg-?max/i;
const RELU = /\brelu\b/i;
const CROSS_ENTROPY = /(?<!binary[ _-]?)cross[ _-]?entropy(?:[ _-]?loss)?|\bce[ _-]?loss\b/i;
const NLL = /\bnll[ _-]?loss\b|negative log[ _-]?likelihood loss/i;
const WITH_LOGITS = /\b(?:bce|binary[ _-]?cross[ _-]?entropy)[ _-]?(?:loss[ _-]?)?with[ _-]?logits(?:[ _-]?loss)?/i;
const BCE = /\b(?:bce|binary[ _-]?cross[ _-]?entropy)(?:[ _-]?loss)?\b(?![ _-]?with[ _-]?logits)/i;
const KL = /\bkl[ _-]?div(?:ergence)?(?:[ _-]?loss)?/i;
const NAMES = [LOG_SOFTMAX, SOFTMAX, SIGMOID, ARGMAX, RELU, WITH_LOGITS, CROSS_ENTROPY, NLL, BCE, KL];

// Words that say nothing else: how the two are joined, and what they are called.
const JOINING = any(
  /^(?:a|an|the|my|i|we|you|it|its|is|are|be|do|does|did|can|could|must|should|need|needs|needed|necessary|required|have|has|already|really)$/,
  /^(?:before|after|with|without|and|or|then|followed|by|plus|vs|versus|in|inside|on|of|to|for|from|at|if|when|why|what|which|how)$/,
  /^(?:use[ds]?|using|apply|applies|applied|add|adding|added|put|pass|passing|include[sd]?|contains?|combined?|together|take|takes|expects?|give|given)$/,
  /^(?:no|not|don|t|s|twice|two|double|second|remove|both|same|as|than|instead|just|only|difference|between|compare|right|wrong|ok|correct|mistake)$/,
  /^(?:last|final|end|output|outputs|input|inputs|layer|layers|model|network|net|head|forward|activation|function|loss|criterion|built)$/,
  /^(?:[a-z]|torch|pytorch|nn|functional|self|dim|out|return|import|probabilities|probs?|logits?|multi|class|classes|binary|classification|labels?|targets?|floats?|ind(?:ex|ices))$/,
);

// Whether a text names these, and says nothing else. A layer may be that of a target for the losses that are asked for with `says`.
const names = (...wanted) => (f) => says(...wanted)(f) && !isOfTarget(f) && !passesLogits(f);

function says(...wanted) {
  return (f) => {
    if (f.said.length > 160 || hasFiniteLoss(f) || !wanted.every((each) => f.is(each))) return false;
    const left = NAMES.reduce((text, each) => text.replace(new RegExp(each, "gi"), " "), f.said);
    return (left.toLowerCase().match(/[a-z]+/g) ?? []).every((word) => JOINING.test(word));
  };
}

// Whether the layer is that of a target, such as soft labels, or the class indices of one-hot rows.
const LAYER = String.raw`(?:log[ _-]?)?(?:soft-?max|sigmoid|arg-?max)`;
const isOfTarget = ({ is }) => is(OF_TARGET);
const OF_TARGET = any(
  new RegExp(String.raw`${LAYER}(?:es|s)?(?: (?:outputs?|probabilit\w+|probs?|as|for|of|on|the|a|my|one.?hot))*`
    + String.raw`[ (](?:soft )?(?:targets?|labels?)\b`),
  new RegExp(String.raw`\b(?:targets?|labels?)(?: ?=| (?:is|are|with|from|after|by|of|the|a))* ?`
    + String.raw`(?:torch\.|F\.|nn\.|\.)?(?<=[ .=])${LAYER}`),
  new RegExp(String.raw`\b(?:y|one_?hot|t)\.${LAYER}`),
  new RegExp(String.raw`(?:entropy\w*|loss\w*|criterion|\))\(\s*[\w.]+\s*,[^)]*${LAYER}\b`), // the second that is passed
);

const ARGMAX_OF_TARGET = new RegExp(OF_TARGET.source.replaceAll(LAYER, ARGMAX.source), "i");

// Whether a loss is called with what the layer is applied to, and not with its output.
function passesLogits({ said, is }) {
  const [, passed] = /(?:entropy\w*|loss\w*(?:\(\))?|criterion|\))\(\s*(\w+)\s*,/i.exec(said) ?? [];
  return passed && !is(/\breturn\b/) && !is(new RegExp(String.raw`\b${passed} ?=[^\n;]*(?:soft-?max|sigmoid|arg-?max|relu)`, "i"))
    && (/^logits?$/i.test(passed) || is(new RegExp(String.raw`${LAYER}\(${passed}\b|\b${passed}\.${LAYER}`, "i")));
}

// Two of a layer, one after the other, not one of two outputs.
const twice = (layer) => new RegExp(String.raw`\b(?:double|two) ${layer}(?:es|s)?(?:(?: layers?)?(?! \w)| (?:and|with|in|before)\b)`
  + String.raw`|${layer}(?:es)?(?: \w+)? twice|twice (?:the |a )?${layer}|second ${layer}`, "i");
const [SOFTMAX_TWICE, SIGMOID_TWICE] = [twice("soft-?max"), twice("sigmoid")];

export const softTarget = {
  when: any(OF_TARGET, /class(?:es)?.?prob/),
  and: any(/(?<!log[ _-]?)soft-?max/, /class(?:es)?.?prob/),
  not: any(BCE, WITH_LOGITS, NLL, KL, ARGMAX, SIGMOID, LOG_SOFTMAX),
  needs: says(CROSS_ENTROPY),
  section: "soft",
  title: "`CrossEntropyLoss` takes probabilities as targets, beside logits as the input",
  says: "It takes the log-softmax of the input, and none of the target.",
  code: "F.cross_entropy(logits, probabilities)  # both (N, C)",
};

export const softmaxAndCrossEntropy = {
  needs: (f) => names(SOFTMAX, CROSS_ENTROPY)(withoutOneHot(f)) || (f.is(SOFTMAX_TWICE) && names(SOFTMAX)(f)),
  not: any(KL, /(?:between|of) (?:the )?two soft/),
  section: "floor",
  title: "`CrossEntropyLoss` applies a log-softmax itself: pass logits",
  says: "After a softmax of your own, it is applied to probabilities, and the loss keeps a floor above zero. Take the softmax outside the "
    + "loss, where you need probabilities.",
  code: PLAIN,
};

export const logSoftmaxAndCrossEntropy = {
  not: /dim ?= ?0|\(0\)/,
  needs: names(LOG_SOFTMAX, CROSS_ENTROPY),
  section: "nll_loss",
  title: "`CrossEntropyLoss` is a log-softmax, then `NLLLoss`: pass logits",
  says: "A log-softmax of your own before it changes nothing: of log-probabilities, the log-softmax is the same again. It only costs time.",
  code: PLAIN,
};

export const softmaxAndNll = {
  not: LOG_SOFTMAX,
  needs: (f) => names(SOFTMAX, NLL)(f) || (f.is(/(?<!log[ _-]?)probab/i) && !f.is(/target|label/i) && names(NLL)(f)),
  section: "negative",
  title: "`NLLLoss` takes log-probabilities, and no logarithm itself",
  says: "Of the probabilities of a softmax, it is between -1 and 0. Pass log-probabilities, or take the loss of the logits:",
  code: PLAIN,
};

export const nllLoss = {
  needs: (f) => names(LOG_SOFTMAX, NLL)(f) || names(CROSS_ENTROPY, NLL)(f),
  section: "nll_loss",
  title: "`CrossEntropyLoss` of logits is `NLLLoss` of their log-softmax",
  says: "Without the log-softmax, `NLLLoss` is minus the mean logit of the targets, which has no lower bound.",
  code: "F.nll_loss(logits.log_softmax(dim=1), target)  # the same as F.cross_entropy(logits, target)",
};

export const sigmoidAndBce = {
  needs: (f) => names(SIGMOID, BCE)(f) || names(WITH_LOGITS, BCE)(f) || (f.is(/without|logit|probab/i) && names(BCE)(f)),
  not: SOFTMAX,
  section: "takes_logit",
  title: "`BCEWithLogitsLoss` of a logit is `BCELoss` of its sigmoid, in one step",
  says: "Prefer it: a sigmoid may round to 0 or 1, and then the logit gets no gradient. `BCELoss` without a sigmoid refuses what is not "
    + "between 0 and 1.",
  code: LOSS_OF_LOGITS({ isBinary: true }),
};

export const sigmoidAndLogits = {
  needs: (f) => names(SIGMOID, WITH_LOGITS)(f) || (f.is(SIGMOID_TWICE) && !f.is(BCE) && names(SIGMOID)(f))
    || (f.is(/probab/i) && !f.is(/target|label/i) && names(WITH_LOGITS)(f))
    || (f.is(/0?\.69/) && names(SIGMOID, WITH_LOGITS)({ ...f, loss: null })),
  section: "logits",
  title: "`BCEWithLogitsLoss` applies a sigmoid itself: pass logits",
  says: "After a sigmoid of your own, it takes numbers between 0 and 1 for logits: a one costs at least "
    + `${Math.log1p(Math.exp(-1)).toFixed(4)}, a zero at least ${Math.LN2.toFixed(4)}.`,
  code: LOSS_OF_LOGITS({ isBinary: true }),
};

export const sigmoidAndCrossEntropy = {
  needs: names(SIGMOID, CROSS_ENTROPY),
  section: "floor",
  title: "`CrossEntropyLoss` takes logits: no sigmoid before it",
  says: "Numbers between 0 and 1 are nearly equal logits, so the loss keeps a floor above zero. For several labels in a row, take "
    + "`BCEWithLogitsLoss`.",
  code: PLAIN,
};

export const softmaxAndBce = {
  needs: (f) => names(SOFTMAX, BCE)(f) || names(SOFTMAX, WITH_LOGITS)(f) || (f.is(/multi.?label/i) && names(SOFTMAX)(f)),
  section: "several",
  title: "A softmax goes with one class in a row, a two-class loss with several labels",
  says: "For one class in a row, pass the logits to `CrossEntropyLoss`. For several labels, pass them to `BCEWithLogitsLoss`. Neither takes "
    + "a softmax.",
  code: PLAIN,
};

export const kullback = {
  needs: (f) => says(SOFTMAX, KL)(f) || says(LOG_SOFTMAX, KL)(f),
  section: "kl",
  title: "`KLDivLoss` takes log-probabilities, then probabilities",
  ...TO_LOGARITHMS,
};

export const argmax = {
  needs: (f) => [CROSS_ENTROPY, NLL, BCE, WITH_LOGITS].some((loss) => names(ARGMAX, loss)(f)),
  section: "no_grad",
  title: "The loss takes logits, not their `argmax`",
  says: "An `argmax` has no gradient. Take it for the accuracy, outside the loss.",
  code: (f) => LOSS_OF_LOGITS({ isBinary: f.is(BCE) || f.is(WITH_LOGITS) }),
};

export const relu = {
  needs: names(RELU, CROSS_ENTROPY),
  section: "stuck",
  title: "No ReLU between the last layer and `CrossEntropyLoss`",
  says: "It sets negative logits to 0, where they get no gradient. If all are negative, the loss stays at ln C.",
  code: ALIKE,
};

export const takesLogits = {
  when: /logit|probab|activation|layer/i,
  not: any(/target|label|class(?:es)?.?prob|\b(?:from|have|of)\b.*probab|(?:without|not|no) logits/, SOFTMAX, SIGMOID, LOG_SOFTMAX,
    WITH_LOGITS, BCE, NLL),
  needs: names(CROSS_ENTROPY),
  section: "cross_entropy",
  title: "`CrossEntropyLoss` takes logits: no activation after the last layer",
  says: "It applies the log-softmax itself.",
  code: PLAIN,
};

export const fromProbabilities = {
  when: /\b(?:from|have|of)\b[^.\n]*probabilit|(?:without|not|no) logits/i,
  not: any(/target|label|class(?:es)?.?prob/, SOFTMAX, SIGMOID, LOG_SOFTMAX),
  needs: names(CROSS_ENTROPY),
  section: "only_probabilities",
  title: "Of probabilities, take `nll_loss` of their logarithms",
  says: "`CrossEntropyLoss` takes logits. In float32, the logarithm of a probability is as good as `log_softmax`, unless the probability "
    + "is subnormal or rounded to 0. For training, let the model return its logits.",
  code: "F.nll_loss(probabilities.log(), target)",
};

export const oneHot = {
  when: any(/one.?hot/, ARGMAX_OF_TARGET),
  not: /\binputs?\b(?![^]*(?:target|label))/i,
  needs: (f) => says(CROSS_ENTROPY)(withoutOneHot(f)) || says(NLL)(withoutOneHot(f)),
  section: "indices",
  title: "`CrossEntropyLoss` takes class indices, or one-hot rows as floats",
  says: "`NLLLoss` takes class indices alone. One-hot rows of integers are refused:",
  code: "F.cross_entropy(logits, one_hot.argmax(dim=1))",
};

function withoutOneHot(f) {
  const said = f.said.replace(/one.?hot(?: encod\w*| vectors?| rows?| floats?)?/gi, " ").replace(f.is(ARGMAX_OF_TARGET) ? ARGMAX : "", " ");
  return { ...f, said, is: (words) => words.test(said) };
}

// Code that calls a loss of any name with the output of a softmax or sigmoid.
const CALLED = /\b(?:criterion|loss(?:_?fn|_?func\w*)?)\(\s*(?:(?:[\w.]+\.)?(soft-?max|sigmoid)\(|[\w.]+\.(softmax|sigmoid)\()/i;
const OTHER = /dice|focal|mse|\bl1|smooth|huber|iou|jaccard|tversky|lovasz|entropy|nll|bce|\bkl|attention|attn|att\b/i;

export const signedLabels = {
  when: /(?<!label_?)soft_?margin/i,
  and: /labels?[^.\n]{0,16}\b0 ?(?:\/|and|or|,) ?1\b|\{0, ?1\}|0\/1/i,
  section: "soft_margin",
  title: "`SoftMarginLoss` takes the labels 1 and -1: a label of 0 has a constant loss and no gradient",
  says: "Map 0 to -1, or use the two-class loss, which takes 0 and 1:",
  code: "F.soft_margin_loss(scores, 2 * target - 1)",
};

export const insideCall = {
  not: any(OTHER, CROSS_ENTROPY, NLL, BCE, WITH_LOGITS, KL),
  needs: (f) => f.said.length < 200 && !hasFiniteLoss(f) && !f.is(/\),\s*(?:[\w.]+\.)?soft-?max\(/i)
    && CALLED.exec(f.said.replace(/#.*$/gm, "")), // without comments
  section: (f, [, by, of = by]) => (/soft/i.test(of) ? "floor" : "logits"),
  title: (f, [, by, of = by]) => (/soft/i.test(of) ? "Is this loss `CrossEntropyLoss`? It applies a log-softmax itself"
    : "Is this loss `BCEWithLogitsLoss`? It applies a sigmoid itself"),
  says: "Then pass the output of the last layer:",
  code: (f, [, by, of = by]) => LOSS_OF_LOGITS({ isBinary: !/soft/i.test(of) }),
};
