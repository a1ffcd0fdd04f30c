// Cases of a loss beside an accuracy. No DOM.
import { any } from "./cases.js";
import { causes, unsure } from "./numbers.js";
import { accuracyWay, isAccurate, isNats, isSame, last, percent, toldLoss } from "./questions.js";
import { ONE_CLASS } from "./same-answers.js";
import { APART, BY_ROWS, FROM_ONE_BATCH, LARGEST } from "./sections.js";

export const sureOfMistakes = {
  needs: risesAtOneAccuracy,
  section: "high",
  title: ({ loss, accuracies: [{ share }] }) =>
    `A loss of ${loss.text} at an accuracy of ${percent(share)} %: the model is sure of its mistakes`,
  says: "Training rows: the learning rate is too large, or the labels are shuffled. Validation rows: the model overfits, or they are "
    + "prepared differently. Look at the largest losses:",
  code: LARGEST,
};

// Whether the loss rises at one accuracy that is low, to twice what such an accuracy costs.
function risesAtOneAccuracy(f) {
  const { loss, told, accuracies } = f;
  return loss && !loss.isOther && told.Loss === "up" && accuracyWay(f) === "flat" && accuracies.length === 1
    && accuracies[0].share < 0.6 && loss.value > -2 * Math.log(accuracies[0].share);
}

export const confidentMistakes = {
  needs: confident,
  section: "high",
  title: ({ loss }, { share, value }) => `At an accuracy of ${percent(share)} %, a loss of ${value === loss.value ? loss.text : value}: `
    + "a few confident mistakes, or rows that are right by a small margin",
  says: (f, { each }) => `If the right rows cost hardly anything, a wrong one costs ${Number(each.toPrecision(2))} on average. `
    + "If the network ends in a softmax, each row costs much. Look at the largest losses:",
  code: LARGEST,
  isWeak: true,
};

// What a wrong row costs on average at a high accuracy, if that is much.
function confident(f) {
  const { loss, accuracies, values } = f;
  const own = accuracies.findLast(({ split }) => !split || !loss?.split || split === loss.split);
  const { share, split } = own ?? last(accuracies) ?? {};
  const value = own ? loss?.value : last(values("loss", split));
  const each = value / (1 - share);
  return isNats(loss) && value > 0.7 && value < 13 && isAccurate(f) && !f.is(/smooth/i)
    && share < 1 && each > (share < 0.9 ? 12 : 8) && !(causes({ ...loss, value })[0]?.score >= unsure(loss)) ? { share, each, value } : null;
}

export const contradiction = {
  needs: contradicts,
  section: "idle",
  title: ({ loss }, share) =>
    `A loss of ${loss.text} contradicts an accuracy of ${percent(share)} %: each wrong row costs at least ln 2 = 0.6931`,
  says: "They come from different rows or outputs: the accuracy may take another dimension, other labels, or an average that "
    + "the loss does not. Or the loss leaves out or hardly weights the wrong rows, as when `ignore_index` is a class too. "
    + "Compute both from one batch:",
  code: FROM_ONE_BATCH,
};

// Rows of validation, rows that the loss leaves out, and accuracies that count a row of several labels or tokens as one.
const OTHERWISE = any(/\btop|weight|mask|ignore|val/, /multi.?label|subset|exact|hamming|sequence|sentence|\bwords?\b|captcha|\bocr\b|plate/);

// An accuracy that no mean of the loss allows: a wrong row gives its class at most one half.
function contradicts({ loss, accuracies, is }) {
  const isOwn = ({ split, share }) => (split || loss.split) === (loss.split || split) && share < 0.97;
  const own = isNats(loss) && loss.value > 0 ? accuracies.filter(isOwn) : [];
  const [found] = own.length === accuracies.length && !is(OTHERWISE) ? own.slice(-1) : [];
  return found && own.every(({ share, half }) => (1 - share - half) * Math.LN2 > 1.5 * loss.value) ? found.share : null;
}

export const ofValidation = {
  needs: contradictsItsLoss,
  section: (f, { isSmaller }) => (isSmaller ? "rows" : "ignores"),
  title: (f, { loss, share }) => `A validation loss of ${loss} contradicts its accuracy of ${percent(share)} %: each wrong row costs at least ln 2 = 0.6931`,
  says: (f, { isSmaller }) => (isSmaller ? "Is it divided twice, as batch means that are added up and divided by the number of rows? Divide a sum of means by the batches, or:"
    : "Does the loss leave out the wrong rows, as when `ignore_index` is a class too, or hardly weight them? Ignore an index that is no class:"),
  code: (f, { isSmaller }) => (isSmaller ? BY_ROWS : "F.cross_entropy(logits, target, ignore_index=-100)"),
};

// A validation loss that its accuracy does not allow, and whether it is far below that of training.
function contradictsItsLoss({ values, accuracies, is, loss }) {
  const [training, validation] = ["train", "val"].map((split) => last(values("loss", split)));
  const own = accuracies.filter(({ split }) => split === "val");
  if (!(validation > 0 && own.length) || !isNats(loss) || is(/\btop|weight|mask|multi.?label|subset|exact|hamming|sequence|sentence|\bwords?\b/i)) return null;
  const isTooLow = own.every(({ share, half }) => share < 0.97 && (1 - share - half) * Math.LN2 > 3 * validation);
  return isTooLow ? { loss: validation, share: last(own).share, isSmaller: training > 8 * validation } : null;
}

export const aboveAll = {
  isPart: true,
  when: any(
    /acc\w*[^\d\n]{0,14}(?:1[0-9]{2,}|[2-9]\d{2,})(?:\.\d+)? ?%/,
    /(?<![a-z])acc(?!el|um)\w*[^\d\n]{0,6}[2-9]\.\d+\b(?! ?%)[^\d\n]{0,12}[2-9]\d\d ?%|(?<![.,\d])[1-9]\d{2,}(?:\.\d+)? ?% acc/,
    /acc\w*\W{1,4}\d{2,}\.\d+[^\n]{0,12}(?:at most|no more than|max\w*) (?:1|one)\b/,
    /acc\w*[^.\n]{0,20}(?:above|over|more than|greater than|exceeds?|larger than) (?:100\b|1\b|one\b)(?! (?:epoch|batch|step|iter|run|seed|fold|point))/,
  ),
  not: /(?<!above |over |than |exceeds? )\b100(?:\.0+)? ?%/i,
  section: "idle",
  title: "An accuracy above one: predictions (N, 1) are compared with labels (N,), each with each, or the hits are divided by a wrong count",
  says: "The comparison broadcasts to (N, N). Give both one shape, and divide by the number of rows:",
  code: "print((logits.squeeze(1) > 0).eq(target).float().mean())  # of one output",
};

export const scoreByBatchSize = {
  when: /\b(?:val\w*[ _])?(?:f1|au(?:ro)?c|m?ap|iou|recall|precision)\b/i,
  and: [/batch.?size/i, /\bval|\beval|\btest|same (?:model|checkpoint|weights)/i],
  not: /\bloss\b|learning.?rate|train|\bepoch|\brecall that|memory|fast|slow/i,
  needs: ({ said }) => new Set(Array.from(said.matchAll(/batch.?size\W{0,3}(\d+)/gi), ([, size]) => size)).size > 1,
  section: "averaged_scores",
  title: "A score that depends on the batch size of validation: is it averaged over batches?",
  says: "Collect the predictions or the counts of all rows, and compute the score once.",
};

export const overBatches = {
  when: /(?:acc|corr|hit|right)\w*(?:\.\w+\(\))*\)?(?: ?\* ?100(?:\.0*)?)? ?\/ ?len\(\w*(?:loader|dl)\)/i,
  and: /acc\w*[^\d\n]{0,14}(?:1(?!00\b)[0-9]{2,}|[2-9]\d{2,})(?:\.\d+)? ?%|acc\w*[^.\n]{0,20}(?:above|over|more than|greater than|exceeds?) (?:100\b|1\b|one\b)(?! (?:epoch|batch|step|iter|run|seed|fold|point))/i,
  section: "idle",
  title: "The hits are divided by the number of batches, not of rows",
  says: "The length of a loader counts its batches. Divide by the rows that were compared:",
  code: "print(f\"{correct / len(loader.dataset):.4f}\")",
};

export const stillFalls = {
  needs: fallsAtFullAccuracy,
  section: "high",
  title: ({ loss }) => `Every row is right, and the loss of ${loss.text} still falls: that is usual`,
  says: ({ loss }) => "The accuracy takes the largest logit, the loss the probability of its class: "
    + `here ${Number(Math.exp(-loss.value).toFixed(4))} (the geometric mean).`,
};

// Whether the accuracy has become one, and the loss has fallen since the value before.
function fallsAtFullAccuracy({ loss, accuracies, values }) {
  const isFull = accuracies.length > 2 && last(accuracies).share === 1 && last(accuracies).split === loss?.split
    && accuracies.some(({ share }) => share < 1);
  return isFull && loss.value > 0 && !loss.isOther && values("loss", loss.split).at(-2) > 1.1 * loss.value;
}

export const sameAccuracy = {
  needs: (f) => isSame(f) && isIdle(f),
  title: "The accuracy is the same each time, while the loss falls: every row probably gets the same class",
  ...ONE_CLASS,
};

export const idle = {
  not: /\bstays? (?:high|good|perfect|near)/i,
  needs: isIdle,
  section: "idle",
  title: "The loss falls, but the accuracy does not improve",
  says: "Rows improve, but stay wrong; or the accuracy is computed differently from the loss, as by an `argmax` over the "
    + "wrong dimension. Or one is of training, the other of validation: overfitting. Look at the predictions:",
  code: "print(logits.argmax(dim=1).unique(return_counts=True))",
};

// Whether the loss falls while the accuracy stays: in words, or in a log.
function isIdle(f) {
  const { told, values, accuracies, loss } = f;
  const isNeverRight = accuracies.length > 1 && accuracies.every(({ share }) => share === 0);
  if (isNeverRight && loss?.isNamed && loss.value > 0 && loss.value < 0.1) return true;
  const own = accuracies.filter(({ split }) => split === (loss?.split ?? split));
  const [losses, shares] = [values("loss", loss?.split), (own.length > 2 ? own : accuracies).map(({ share }) => share)];
  const toldAccuracy = told.Acc ?? told.valAcc ?? told.trainAcc;
  if (toldLoss(f) === "down" && toldAccuracy === "flat" && told.valLoss !== "flat") {
    return !accuracies.some(({ share }) => share > 0.9);
  }
  const validation = accuracies.filter(({ split }) => split === "val").map(({ share }) => share);
  const isOneValue = validation.length > 3 && new Set(validation).size === 1 && validation[0] < 0.97;
  if (isOneValue && last(losses) < 0.95 * losses[0]) return true;
  return shares.length > 2 && losses.length > 2 && last(losses) < 0.9 * losses[0] && last(losses) < 1.2 * Math.min(...losses)
    && shares.every((each) => each < 0.97 && Math.abs(each - shares[0]) < 0.005);
}

export const tooAccurate = {
  needs: (f) => f.loss?.value > 0.7 && isAccurate(f) && /alike/.test(causes(f.loss)[0]?.title),
  tells: () => APART, // rows that are predicted alike are not right
};

export const lowLossLowAccuracy = {
  when: any(/loss|entropy/, /error/),
  and: [
    /(?:loss|entropy)[^.\n]{0,30}(?:very|super|extremely|really|so) (?:(?:very )?small|low|down)/i,
    /(?:acc\w*[^.\n]{0,30}(?:low|not|n't|poor|bad)|(?:not|n't)[^.\n]{0,20}(?:high|good) acc|error[^.\n]{0,20}(?:never|not|n't|high))/i,
  ],
  section: "idle",
  title: "A low loss at a low accuracy: they look at different rows, labels or outputs",
  says: "The accuracy may take another dimension or other labels. Or the loss leaves out the wrong rows, or no label counts. Compute both from one batch:",
  code: FROM_ONE_BATCH,
};

export const farBelowValidation = {
  needs: ({ accuracies }) => {
    const of = (name) => accuracies.filter(({ split }) => split === name).map(({ share }) => share).slice(-3);
    const [training, validation] = [of("train"), of("val")];
    return training.length > 1 && validation.length > 1 && Math.max(...training) < 0.35 * Math.min(...validation) && Math.max(...validation) < 0.6;
  },
  section: "by_symptom",
  title: "The training accuracy is far below that of validation: do the training rows come sorted by class?",
  says: "Then each step favours the class of its batch, and the next batch has another. Shuffle:",
  code: "DataLoader(data, shuffle=True)",
};

export const aboveOne = {
  needs: ({ numbers, is }) => {
    const shares = numbers.filter(({ role, isNamed, after }) => role === "accuracy" && isNamed && !/^\s*[%/]/.test(after));
    const above = shares.find(({ value, digits }) => value > 1.0001 && value < 10 && digits > 2);
    const beyond = is(/not (?:in |a )?percent|above (?:1|one)\b|more than 1\b|(?<!-)> ?1\b(?!\.?\d)/i) ? shares.find(({ value }) => value > 1.0001) : null;
    return beyond ?? (above && shares.some(({ value, digits }) => value > 0 && value < 1 && digits > 2) ? above : null);
  },
  section: "idle",
  title: (f, { text }) => `An accuracy of ${text} is not a share of rows: it is weighted, added up, or of another number of rows`,
  says: "Do predictions (N,) meet targets (N, 1)? Then each row is compared with every target. With weights, or over several processes, some frameworks scale it:",
  code: "print((logits.argmax(dim=1) == target).float().mean())",
};

export const sigmoidOfHalf = {
  when: /sigmoid\b[^.\n]{0,50}\b(?:about |around |roughly )?0\.5\b[^.\n]{0,24}\b(?:every|all|each|always)/i,
  and: /small|output|logit|probab/i,
  not: /threshold|accuracy|stuck at|\bauc\b/i,
  section: "exponentials",
  title: "A sigmoid of small numbers is near 0.5: are the outputs probabilities already?",
  says: "Then the network ends in a softmax or a sigmoid; use its outputs as they are, and compare the range:",
  code: "print(out.min(), out.max(), out.sum(dim=1))",
};

export const dividedLogits = {
  when: /divid\w* (?:the |my |all )?logits by/i,
  and: /\bnll\b|\bece\b|calibrat/i,
  not: /logits by (?:the |a )?(?:\w+ )?(?:prior|frequenc|count|sqrt|vector|norm)|per.?class|info.?nce|contrastive|cosine/i,
  section: "best_temperature",
  title: "Dividing all logits by one temperature changes how sure the model is, not the order of the classes",
  says: "Choose it by the lowest NLL of validation rows. The accuracy stays; the probabilities are mostly better calibrated:",
  code: "(logits / temperature).softmax(dim=1)",
};

export const coldTemperature = {
  when: /temperature.?scal|calibrat/i,
  and: /\bT ?(?:=|is|of|:) ?0?\.\d|temperature\W{1,3}(?:is |of |= ?)?0?\.\d/i,
  not: /distil|sampl|generat|kd\b|teacher/i,
  section: "best_temperature",
  title: "A best temperature below 1: the model is less confident than accurate",
  says: "Label smoothing and MixUp make it so, as does weight decay. Dividing by such a T makes it surer.",
};
