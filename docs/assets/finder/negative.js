// Cases of a loss below zero, unless its kind has a module of its own. No DOM.
import { any } from "./cases.js";
import { isNegative, isToldNegative } from "./questions.js";
import { PLAIN, TO_LOGARITHMS } from "./sections.js";
import { MAY_BE_NEGATIVE } from "./words.js";

const DICE_OR_IOU = /dice|iou/i;

export const missingMinus = {
  when: /logsigmoid\([^\n]*\)\.(?:mean|sum)\(\)/,
  and: /-\d|negative/i,
  not: /(?:-|=) ?-? ?(?:\w+\.)*-? ?-F?\.?logsigmoid|-\s*(?:F\.|torch\.nn\.functional\.)?logsigmoid/,
  section: ({ is }) => (is(/dpo|chosen|rejected/i) ? "dpo" : "negative"),
  title: "The minus is missing: the loss is the negative mean of `logsigmoid`",
  says: "A logarithm of a probability is never above 0, so training makes it as negative as it can:",
  code: "loss = -F.logsigmoid(logits).mean()",
};

export const ofTags = {
  when: /\bcrf\b/i,
  not: /-\s*(?:1(?:\.0)? ?\* ?)?(?:\w+\.)*\(?crf|-\s*(?:ll|log_?likelihood)|cross.?entropy|densecrf|post-?process/i,
  needs: isToldNegative,
  section: "log_likelihood",
  title: "Does this CRF return a log-likelihood? That is negative, and minimising it makes the right tags less likely",
  says: "The `CRF` of pytorch-crf does: minimise its negative, `loss = -crf(emissions, tags, mask=mask)`.",
};

export const everMore = {
  when: /\bloss\b[^\n]{0,40}(?:-\d[\d.]*[,\s]+(?:then )?){3,}/i,
  and: /\bbce|binary|with_?logits|mask/i,
  not: any(MAY_BE_NEGATIVE, DICE_OR_IOU),
  section: "negative",
  title: "A target outside zero to one can make a two-class loss negative, without a lower bound",
  says: "Look at the mask: map labels such as -1 and 1, or 0 and 255, to 0 and 1:",
  code: "print(target.min(), target.max())",
};

export const besideZero = {
  needs: (f) => f.loss?.value === 0 && !f.loss.isOther && isToldNegative(f),
  section: "negative",
  title: "The loss is negative",
  says: "`NLLLoss` needs log-probabilities, and a two-class loss targets from zero to one.",
  code: ({ loss }) => (loss.isBinary ? "print(target.min(), target.max())" : "F.nll_loss(logits.log_softmax(dim=1), target)"),
};

export const evenMore = {
  when: /\bloss\b[^.\n]{0,60}\b(?:becom|get|gr[eo]w|turn|go)\w* (?:more(?: and more)?|increasingly) negative(?! (?:sample|pair|example|log|than))/i,
  and: /\bnll|log.?(?:likelihood )?loss|log.?likelihood|cross.?entropy|softmax|classif/i,
  not: any(
    MAY_BE_NEGATIVE,
    DICE_OR_IOU,
    /\bkl|divergence|\bbce|binary|ctc|densit|mixture|ensemble|sigma|uncertain|\bvae\b|\bgan\b/,
    /contrastive|diffusion|\bdpo\b|logits|never|should|\bnot\b/,
  ),
  section: "negative",
  title: "The loss is negative, and without a lower bound: `nll_loss` of scores?",
  says: "`NLLLoss` takes no logarithm itself. Pass log-probabilities, or take the loss of the logits:",
  code: PLAIN,
};

export const someBelow = {
  needs: ({ loss, values }) => loss?.value > 0 && !loss.isOther && !loss.isMixed && values("loss").length > 2
    && values("loss").some((each) => each < 0),
  section: "negative",
  title: "Some of the losses are below zero: no cross-entropy of class indices is",
  says: "`NLLLoss` and `CTCLoss` take log-probabilities:",
  code: "log_probs = logits.log_softmax(dim=-1)",
};

export const logLikelihood = {
  when: /log.?likelihood/i,
  not: /negative log|\bnll|minus|gaussian|density|flow|\bvae|elbo|fall|decreas|worse|from -[\d.]+ to -/i,
  needs: ({ loss }) => loss.value < 0 && loss.value > -1e6,
  section: "log_likelihood",
  title: "A log-likelihood of classes is negative: that is normal, since a probability is below 1",
  says: "The loss is its negative, and positive.",
};

export const density = {
  when: /gaussian|deepar|normali[sz]ing.?flow|\bglow\b|real.?nvp|fast.?flow|srflow|nll value per dim|packed.?nll|\bflows?\b/i,
  needs: isNegative,
  section: "density",
  title: "This loss may be negative: a density may be above 1",
  says: "Compare it with that of other models, not with zero.",
};

export const ofLogarithms = {
  when: /\.log\(\)/,
  not: /nll|\bkl|ctc|gaussian/i,
  needs: isNegative,
  section: "negative",
  title: "A negative loss of logarithms: `kl_div` with a target that does not add up to 1, or probabilities above 1",
  ...TO_LOGARITHMS,
};

export const ofTwoClasses = {
  not: DICE_OR_IOU,
  needs: (f) => f.loss.isBinary && isNegative(f),
  section: "negative",
  title: "A target outside zero to one can make a two-class loss negative",
  says: "So can a negative weight, or a formula of your own without its minus. Map labels such as -1 and 1, or 0 and 255, to 0 and 1:",
  code: "print(target.min(), target.max())",
};

export const crossEntropy = {
  when: /cross[_ -]?entropy/i,
  not: /nll|\bkl|divergence/i,
  needs: (f) => isNegative(f) && !f.loss.isOther && !f.loss.isBinary && f.loss.value < -1e-5,
  section: "negative",
  title: "A negative `cross_entropy`: is a float target or a class weight negative?",
  says: "A teacher's logits are no target: take their softmax. In a formula of your own, check the signs. If the loss is `nll_loss`, it "
    + "got probabilities or logits.",
  code: "print(target.min(), target.max())",
};

export const besideAccuracy = {
  needs: (f) => isNegative(f) && !f.loss.isOther && f.accuracies.some(({ share }) => share > -2 * f.loss.value),
  section: "negative",
  title: "Did `nll_loss` get probabilities or logits, not log-probabilities?",
  says: "Pass the logits to the loss that takes their log-softmax itself:",
  code: PLAIN,
};

export const inWords = {
  when: /loss|\bnll\b/i,
  not: any(MAY_BE_NEGATIVE, /\bdice(?![^]*bce)/),
  needs: isToldNegative,
  section: "negative",
  title: "The loss is negative",
};
