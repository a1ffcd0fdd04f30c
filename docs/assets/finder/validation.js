// Cases of training beside validation, and of the mode of evaluation. No DOM.
import { any } from "./cases.js";
import { causes, unsure } from "./numbers.js";
import { last } from "./questions.js";
import { APART, BY_ROWS, LARGEST } from "./sections.js";
import { VALIDATION_FALLS } from "./words.js";

// The values that follow a name in a line, as of epochs.
const after = (said, name) => (new RegExp(String.raw`${name}\w*\W{1,3}((?:\d*\.\d+[\s,→>-]+){2,}\d*\.\d+)`, "i").exec(said)?.[1].match(/\d*\.\d+/g) ?? []).map(Number);

export const risesBesideAccuracy = {
  when: /val\w*[ _]loss/i,
  needs: ({ said }) => {
    const [losses, shares] = [after(said, "val\\w*[ _]loss"), after(said, "val\\w*[ _]acc")];
    return losses.length > 2 && shares.length > 2 && losses.every((x, at) => !at || x >= losses[at - 1]) && losses.at(-1) > 1.3 * losses[0]
      && shares.at(-1) >= shares[0];
  },
  section: "rises",
  title: "The validation loss rises, the accuracy does not fall: do mistakes become more confident?",
  says: "Look at the largest losses. For decisions, choose the checkpoint by the measure that you report; for probabilities, by the loss, or fit a temperature:",
  code: LARGEST,
};

export const aboveFromTheFirst = {
  when: /val\w* loss[^.\n]{0,40}(?:higher|larger)[^.\n]{0,60}first (?:batch|epoch)/i,
  and: /eval\(\)|dropout/i,
  section: "evaluation",
  title: "A validation loss above that of training from the first batch on: another mode, other inputs, or another divisor",
  says: "It is usually too early to overfit. Compute both in one mode on one batch:",
  code: "model.eval()  # for both",
};

export const wrongInEvaluation = {
  when: /loss\w*[^.\n]{0,30}(?:in|during|at) (?:eval|valid|test)\w*[^.\n]{0,40}(?:weird|strange|huge|explod|too large)/i,
  not: /\bnan\b|\b0\.0+\b|\bsum/i,
  section: "evaluation",
  title: "A loss that is wrong in evaluation alone: the running averages of a normalisation, other inputs, or overfitting",
  says: "Batch normalisation uses them in evaluation mode. Compare both modes on one training batch:",
  code: "model.train()  # and model.eval()",
  isWeak: true,
};

export const otherEachTime = {
  when: /same (?:checkpoint|model|weights)/i,
  and: [/\b(?:three|two|several|\d+) times|twice|again|each (?:run|time)|every (?:run|time)/i, /eval|\bval\b|test set/i, /differ|not the same|\b0?\.\d+[, ]+(?:and )?0?\.\d+/i],
  not: /seed is fixed|train(?:ed|ing) (?:it )?(?:twice|again)/i,
  section: "evaluation",
  title: "One model, one set, another result each time: dropout still acts, or the rows are drawn anew",
  says: "Call `model.eval()`. A random crop or sampler, or a shuffled loader that drops the last batch, also changes the rows:",
  code: "model.eval()",
};

export const noEvaluation = {
  when: /\b(?:no|without|never|forgot\w*)\b[^.\n]{0,16}(?:model)?\.?eval\(\)/i,
  and: /test|\bval|inference|acc/i,
  not: /(?:is|was) called|no difference|\bwith (?:it\b|model\.eval|eval)|(?:but|and|then|in) (?:model\.)?eval\b|never forg[eo]t|no nan|\bI call model\.eval|eval\(\),? [^.\n]{0,12}(?:fine|better|works)/i,
  section: "evaluation",
  title: "Without `model.eval()`, any dropout acts, and any batch normalisation uses the rows of each batch",
  says: "Then the result depends on chance, or on the rows beside each row:",
  code: "model.eval()",
};

export const modesDiffer = {
  when: /\btrain\(\)[^]*\beval\(\)/,
  and: /same|identical|one batch/i,
  needs: ({ accuracies }) => accuracies.length === 2 && Math.abs(accuracies[0].share - accuracies[1].share) > 0.2,
  section: "evaluation",
  title: "The two modes disagree on the same rows: is it batch normalisation, which uses its running averages in evaluation?",
  says: "They follow the batches slowly, and small batches badly. Raise the batch size, or use a normalisation without averages:",
  code: "nn.GroupNorm(num_groups=8, num_channels=channels)",
};

export const dropout = {
  when: /dropout/i,
  and: /\beval\w*(?:\(\)| mode)/i,
  section: "evaluation",
  title: "`model.eval()` acts on modules alone",
  says: "`F.dropout` needs `training=self.training`, and `scaled_dot_product_attention` a `dropout_p` of 0 in evaluation.",
  code: "F.dropout(x, training=self.training)",
};

export const otherLabels = {
  needs: strange,
  section: "high",
  title: "The training rows are right, most validation rows are wrong: other labels, other preparation, or overfitting?",
  says: "Do both sets map names to the same class indices, scale their inputs alike, and is the model in `eval` mode? Compare "
    + "labels and predictions:",
  code: "print(target, logits.argmax(dim=1))",
  isWeak: true,
};

// Whether the accuracy of training is high, and that of validation low from the start.
function strange({ accuracies, loss }) {
  const isVal = ({ split }) => split === "val";
  const [validation, training] = [accuracies.filter(isVal), accuracies.filter((each) => !isVal(each))];
  return loss && training.length > 0 && last(training).share > 0.9 && validation.length > 0 && validation.every(({ share }) => share < 0.5);
}

/** The answers where the model knows the training rows alone. */
export const OVERFITS = {
  section: "high",
  says: "The model is sure of some validation rows, and wrong. Look at them:",
  code: LARGEST,
};
const LEARNS_ROWS = {
  section: "high",
  says: "The model learns what holds for the training rows alone. Or the validation rows are prepared or labelled "
    + "differently. Look at the largest losses:",
  code: LARGEST,
  isWeak: true,
};

export const overfits = {
  needs: isOverfitting,
  title: "The validation loss rises while that of training falls: overfitting",
  ...OVERFITS,
};

// Whether the losses of training fall, and those of validation rise in the end.
function isOverfitting({ loss, values }) {
  const validation = values("loss", "val");
  const training = [values("loss", "train"), values("loss", "")].find(({ length }) => length > 2);
  return loss?.value > 0 && training && validation.length > 2 && last(training) < 0.95 * training[0]
    && (last(validation) > 1.05 * Math.min(...validation) || last(validation) > validation[0]);
}

export const lowLossLowAccuracy = {
  needs: memorises,
  title: "The training loss is low, and so is the validation accuracy: overfitting, or other rows",
  ...LEARNS_ROWS,
};

// Whether the training rows have a low loss, and the others a low accuracy.
function memorises({ loss, accuracies }) {
  const isTraining = loss?.split === "train" || (loss?.isNamed && !loss.split && loss.value < 0.1);
  return isTraining && !loss.isOther && loss.value > 0 && accuracies.length > 0
    && accuracies.every(({ split, share }) => split === "val" && share < 0.75 && loss.value < -0.5 * Math.log(share));
}

export const trainingAloneFalls = {
  needs: ({ told }) => told.trainLoss === "down" && /flat|up/.test(told.valLoss) && !/flat|down/.test(told.trainAcc),
  title: "The loss of training falls, that of validation does not: overfitting, or other rows",
  ...LEARNS_ROWS,
};

// The answer where the validation loss is the smaller one.
const SMALLER = {
  section: "evaluation",
  title: "The validation loss is the smaller one: that is usual",
  says: "In training, dropout, augmented rows and an earlier model raise the loss. Measure both alike:",
  code: "model.eval()  # then measure both",
};

export const smallerInWords = {
  when: any(
    /(?:val|test)[a-z]*[ _]*(?:loss|set)?[^.\n\d]{0,30}(?:low|below|less|small|better|under)[^.\n\d]{0,20}train/,
    /train[a-z]*[ _]*(?:loss)?[^.\n\d]{0,40}(?:high|above|more|larg|great|worse|bigger)[^.\n\d]{0,20}(?:val|test)/,
  ),
  and: /loss/i,
  not: /acc|\bctc|\bwer\b|\bmuch\b|\bfar\b|leak|\d ?(?:x|times)/i,
  needs: (f) => !isFarBelow(f),
  ...SMALLER,
};

export const farBelow = {
  not: /accumul|mixup|cutmix|acc/i,
  needs: isFarBelow,
  section: "rows",
  title: (f, { training, validation }) => `A validation loss ${Number((training / validation).toPrecision(2))} times smaller: are the two divided alike?`,
  says: "A mean over a batch is not divided by its rows again; a sum is. Count the rows in both loops:",
  code: "total += loss.item() * len(target); rows += len(target)  # at the end: total / rows",
};

// The two losses, if that of validation is far below that of training.
function isFarBelow(f) {
  const found = both(f);
  return found && found.training < Infinity && found.validation > 0 && found.validation < 0.25 * found.training ? found : null;
}

export const isSum = {
  not: /accumul/i,
  needs: (f) => {
    const { training, validation } = both(f) ?? {};
    return validation > 13 && training < 13 && training > 0 && validation > 20 * training && f.values("loss", "val").length < 3 && !f.loss.isOther;
  },
  section: "rows",
  title: "The validation loss is far above that of training: is it added up over the batches?",
  says: "Then divide it by the batches, or better by the rows:",
  code: BY_ROWS,
  isWeak: true,
};

// The last losses of training and of validation that a log or a sentence has, or nothing.
function both({ loss, values }) {
  const validation = last(values("loss", "val"));
  const training = last(values("loss", "train")) ?? last(values("loss", ""));
  return loss && validation !== undefined && training !== undefined ? { training, validation } : null;
}

export const farAbove = {
  needs: isFarAbove,
  title: "The validation loss is far above that of training: overfitting, other rows, or another mode",
  ...OVERFITS,
  isSaid: ({ loss }) => loss.value > 0 && (loss.digits < 2 || !(causes(loss)[0]?.score >= unsure(loss))),
  isWeak: true,
};

// Whether the loss of validation is more than twice that of training.
function isFarAbove(f) {
  const { training, validation } = both(f) ?? {};
  return validation > 2 * training && validation > training + 0.1;
}

export const atGuess = { tells: validationAtGuess };

// A validation loss that is ln C, where the loss of training is nothing that is known.
function validationAtGuess(f) {
  const { loss } = f;
  const { validation } = both(f) ?? {};
  const digits = String(validation).split(".")[1]?.length ?? 0;
  const run = f.values("loss", "val");
  if (run.length > 1 && validation < 0.95 * run[0]) return null; // it falls
  const known = validation > 0 && validation !== loss.value ? causes({ ...loss, value: validation, digits, accuracy: NaN })[0] : null;
  return known?.score > 0.5 && !(causes(loss)[0]?.score > 0.5) && /^ln/.test(known.title) ? { ...known, isSaid: true } : null;
}

export const smaller = {
  needs: isSmaller,
  ...SMALLER,
  isSaid: false,
};

// Whether the loss of validation is below that of training, and not far below.
function isSmaller(f) {
  const { training, validation } = both(f) ?? {};
  return validation < 0.9 * training && validation > 0.4 * training;
}

export const apart = {
  needs: areApart,
  tells: () => APART,
};

// Whether the two losses are far apart, or two others between which the text sees a difference: neither is at a floor.
function areApart(f) {
  const { training, validation } = both(f) ?? {};
  if (validation !== undefined) return Math.abs(validation - training) > 0.03 * training && /floor/.test(causes(f.loss)[0]?.at);
  const [one, other] = f.is(/between/) ? /between ([\d.]+) and ([\d.]+)/.exec(f.text)?.slice(1) ?? [] : [1, 2];
  return f.loss && f.is(/\d ?(?:vs|versus)\b|between [\d.]+ and [\d.]+/) && Math.abs(one - other) > 0.05 * one;
}

export const textGetsWorse = {
  when: any(
    /val\w*[ _]*loss[^.\n]{0,30}(?:decreas|fall|drop|improv|down)\w*[^.\n]{0,60}\b(?:wer|cer)\b[^.\n]{0,20}(?:increas|ris|worse|up\b|higher)/,
    /val\w*[ _]*loss[^.\n]{0,30}(?:decreas|fall|drop|improv|down)\w*[^.\n]{0,60}\b(?:bleu|rouge)\b[^.\n]{0,20}(?:decreas|drop|worse|down\b|fall)/,
  ),
  not: /\bctc|wav2vec|hubert|transducer|rnn-?t\b|\bnot? (?:worse|higher|lower)|\bthan\b/i,
  section: "idle",
  title: "The loss judges each token after the right ones, the metric a text that the model has written",
  says: "A small step of the loss may cost whole words. Look at what is generated, and at how the metric prepares both texts.",
};

export const metricRises = {
  when: /val\w*[ _]*loss[^.\n]{0,60}(?:hover|ris|increas|higher|up\b|overfit|stay|not (?:fall|decreas))/i,
  and: new RegExp(String.raw`\b(?:m?ap|f1|auc|m?iou|bleu|acc\w*|metric|score)\b[^.\n]{0,40}`
    + String.raw`(?:gro|ris|increas|improv|better|up\b(?! and|\?)|higher(?! (?:is|than)))`, "i"),
  not: any(
    VALIDATION_FALLS,
    /train\w*[ _]*(?:acc|score|f1|set|data|metric)|(?:acc\w*|f1|auc) on (?:the )?train|which|improvement none|is better|better for/,
    /(?:not|n't|never|no longer) (?:\w+ )?(?:gro|ris|increas|improv)/,
  ),
  section: "rises",
  title: "The metric improves although the validation loss does not: the loss also counts how sure the model is",
  says: "A few confident mistakes raise the loss, but change no rank. Choose the checkpoint by the metric that you need.",
};

export const confidentMistakes = {
  when: /val\w*[ _]*loss[^.\n]{0,60}worse/i,
  and: /\b(?:acc\w*|metrics?|precision|f1|auc|recall)\b[^.\n]{0,90}\b(?:good|better|same|stays?|high)\b/i,
  section: "rises",
  title: "The metric stays good although the validation loss gets worse: the loss also counts how sure the model is",
  says: "A few confident mistakes raise the loss, but change no rank. Choose the checkpoint by the metric that you need.",
};

export const mixedInTraining = {
  when: /mixup|cutmix|fmix/i,
  and: any(/train[^\n]*(?:lower|below|worse|less)\b[^\n]*\bval/, /val\w*[^\n]*(?:higher|better|above|more)\b[^\n]*train/),
  section: "mixup",
  title: "Training is measured on mixed inputs and targets: its accuracy may stay below that of validation, and its loss above",
  says: "Compare both on unmixed rows, in evaluation mode.",
};

export const keepsGraphs = {
  when: /memory|\boom\b/i,
  and: /\w*(?:loss|likelihood)\w* ?\+= ?\w*(?:loss|likelihood)\w*(?!\w*\.(?:item|detach))|append\(\w*loss\)/i,
  section: "evaluation",
  title: "Losses that are kept as tensors keep the graph of every step: the memory grows",
  says: "Keep Python numbers:",
  code: "total += loss.item()",
};
