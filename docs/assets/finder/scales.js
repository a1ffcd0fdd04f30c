// Cases of sums and means: over rows, batches, accumulated steps and processes. No DOM.
import { any } from "./cases.js";
import { isKnown, isLevel, lossesOf, shown } from "./questions.js";
import { BY_ROWS, PLAIN } from "./sections.js";
import { VIEWS } from "./words.js";

// What is said of a loss that depends on the number of steps.
const SIZE = String.raw`inconsisten|not consisten|jump|correlat|differ|larger|bigger|higher|increas|multipl|scal`
  + String.raw`|(?:too|very) (?:large|high|big)|(?:n't|\bnot) (?:\w+ )?the same|(?:\d|two|three|four|eight) ?times`;
const DEPENDS = any(new RegExp(String.raw`loss[^.\n]{0,80}(?:${SIZE})`), new RegExp(String.raw`(?:${SIZE})[^.\n]{0,60}loss`),
  /expect\w*[^.\n]{0,40}consisten/);

const SUM_OR_BATCH = /\bsum|batch|tokens/i;

/** The answer where each step of accumulation divides by its own targets. */
export const OF_ALL_STEPS = {
  section: "accumulation",
  says: "Divide each loss by the number of targets in all steps together, not by those in its own:",
  code: 'F.cross_entropy(logits, target, reduction="sum") / target.ne(-100).sum()  # of all steps',
};

export const accumulation = {
  when: DEPENDS,
  and: /loss/i,
  not: /learning.?rate|dropout/i,
  needs: ({ is }) => is(/accumulat|grad\w*[ _]acc\b/i) || is(/\bGA\b/),
  ...OF_ALL_STEPS,
  title: "The loss depends on the steps of gradient accumulation: their losses are added up, or their means averaged",
};

// How many steps a text accumulates.
const stepsOf = (said) => Math.max(...Array.from(said.matchAll(/accumulat\w*[^\d\n]{0,8}(\d{1,3})\b/gi), ([, count]) => Number(count)));

export const sumOfSteps = {
  when: /accumulat/i,
  needs: ({ said, loss }) => {
    const steps = stepsOf(said);
    const { classes, value } = loss ?? {};
    return steps > 1 && classes > 1 && Math.abs(value - steps * Math.log(classes)) < 2e-3 * value && { steps, classes };
  },
  ...OF_ALL_STEPS,
  title: (f, { steps, classes }) => `${steps} times ln ${classes}: are the losses of ${steps} steps of accumulation added up?`,
};

export const timesSteps = {
  when: /accumulat/i,
  needs: ({ said, numbers, loss }) => {
    const steps = stepsOf(said);
    return steps > 1 && loss?.value > 0 && numbers.some(({ value, digits, isUnit }) => digits > 0 && !isUnit && value > 0 && value !== loss.value
      && Math.abs(Math.max(value, loss.value) / Math.min(value, loss.value) / steps - 1) < 0.04);
  },
  section: "accumulation",
  title: ({ is }) => (is(DIVIDED) ? "The one loss is the other times the steps of accumulation: the one that is logged was divided by them"
    : "The one loss is the other times the steps of accumulation: their means are added up, or one is divided by the steps"),
  says: ({ is }) => (is(DIVIDED) ? "Log the loss before the division:" : OF_ALL_STEPS.says),
  code: ({ is }) => (is(DIVIDED) ? "total += loss.item() * steps" : OF_ALL_STEPS.code),
};
const DIVIDED = /loss\w* ?(?:\/=?|divided by) ?\w*(?:accum|steps)/i;

export const unevenSteps = {
  when: /divid\w*[^.\n]{0,24}accum\w*|accum\w*[^.\n]{0,24}divid/i,
  and: /tokens|targets|valid|padding|lengths?\b|vary|varies|different number|fewer/i,
  not: /learning.?rate/i,
  ...OF_ALL_STEPS,
  title: "Steps of accumulation with different numbers of targets: the mean of their means weighs the targets unevenly",
};

export const sameUpdate = {
  when: /\baccum\w*\b/i,
  and: [/no accum|without accum|batch[^\n]{0,12}\d/i, /same|equal|differ|match/i],
  not: /learning.?rate|dropout|tokens? per second|memory/i,
  needs: ({ values }) => new Set(values("loss")).size > 1,
  ...OF_ALL_STEPS,
  title: "Accumulated and whole batches differ: each step's mean counts alike, whatever its targets",
};

export const meanOfRanks = {
  when: /\b(?:rank|gpu|process|worker)(?:s|\W{0,2}\d)?\b|\bddp\b|fsdp/i,
  needs: averaged,
  section: "processes",
  title: (f, { text, parts }) => `${text} is the plain mean of ${parts.map((each) => each.text).join(" and ")}: each process counts alike, whatever its targets`,
  says: "If they have different numbers of targets, add up both the sums and the counts over the processes, and divide.",
};

// Of a few losses, one that is the mean of the two before it, as no loss of a run is that falls or rises evenly.
function averaged({ numbers }) {
  const losses = numbers.filter(({ role, value, digits }) => role === "loss" && digits > 1 && value > 0 && value < 1e4);
  const [first, second] = losses;
  const mean = losses.slice(2, 4).find(({ value, digits }) => Math.abs(first.value - second.value) > 0.05 * value
    && Math.abs((first.value + second.value) / 2 - value) < 0.6 * 10 ** -digits);
  return mean && losses.length < 6 ? { text: mean.text, parts: [first, second] } : null;
}

export const dividedByRows = {
  needs: ({ loss }) => loss?.rows > 1 && loss.value > 0 && loss.value < 1 && !loss.isOther && [loss.classes, 2, Math.round(1 / loss.accuracy)].find(
    (count) => count > 1 && Math.abs((loss.value * loss.rows) / Math.log(count) - 1) < 0.012 && loss.digits > 3),
  section: "rows",
  title: ({ loss: { text, rows } }, count) => `${text} times ${rows} is ln ${count}: a guess, whose mean was divided by the rows once more`,
  says: "The loss is a mean already. To average over an epoch, weight it by the number of rows:",
  code: BY_ROWS,
};

export const sumOfGuesses = {
  when: SUM_OR_BATCH,
  needs: ({ loss, said }) => {
    const [, sequences, tokens] = /\b(\d+) ?[x×*] ?(\d+) tokens/i.exec(said) ?? [];
    const rows = sequences ? sequences * tokens : loss?.rows;
    const isGuess = loss?.classes > 1 && rows > 1 && !loss.isOther && loss.value > 13 && Math.abs(loss.value / (rows * Math.log(loss.classes)) - 1) < 0.02;
    return isGuess ? { rows, classes: loss.classes } : null;
  },
  section: "rows",
  title: (f, { rows, classes }) => `${rows} ln ${classes} = ${(rows * Math.log(classes)).toFixed(2)}: a sum over ${rows}, each of them a guess`,
  says: "As a mean, that is the loss of a model that is not trained. The gradient of a sum is as many times larger, so take the mean:",
  code: PLAIN,
};

export const levelSum = {
  needs: ({ loss, values }) => loss?.value > 1e5 && loss.value < 3e38 && !loss.isOther && isLevel(values("loss", loss.split)),
  section: "stuck",
  title: ({ loss }) => `A sum near ${shown(loss.value)} that hardly changes: is its mean ln C?`,
  says: "Divide it by the rows, pixels or tokens that count. If so, the model guesses. The gradient of a sum is as many times "
    + "larger, so take the mean:",
  code: PLAIN,
};

export const meanOfMeans = {
  when: /\b(?:mean|average) of (?:the |all )?(?:(?:mini-?)?batch(?:es)? |mean |average )+(?:loss|mean|average)/i,
  section: "means",
  title: "A mean of means: a small batch counts as much as a large one",
  says: "Multiply each batch's mean by its rows, add up, and divide by all rows.",
  code: BY_ROWS,
  isWeak: true,
};

export const dividedTwice = {
  when: any(
    /\b(?:val\w*|test|eval\w*)\b[^.\n]{0,30}\b\d{1,3}(?: ?x| times) (?:lower|smaller|less)/,
    /(?:divid|\/|normali[sz])[^\n]{0,24}len\([^()\n]*(?:dataset|_set|_data)\)[^]*(?:lower|smaller|too small|tiny|red flag)/,
    /(?:too small|tiny|too low)[^]*loss\w* ?\+= ?[^\n]*\.item\(\)(?! ?\*)[^]*loss\w* ?\/=? ?(?:size|n_\w+|len\([^()\n]*dataset\))/,
  ),
  and: /loss/i,
  not: /\baugment|dropout/i,
  section: "rows",
  title: "A loss many times smaller: is it divided twice, or by other rows than were seen?",
  says: "A sum of batch means is divided by the batches, not by `len(dataset)`. With a sampler of a part, that length counts rows that it leaves out. Count along:",
  code: "total += loss.item() * len(target); rows += len(target)  # at the end: total / rows",
};

export const twoBatchSizes = {
  when: any(/batch.?size\W{1,4}(\d+)[^]*?batch.?size\W{1,4}(?!\1\b)\d+/, /batch.?size \d+,? (?:and|vs\.?|but|or|\d\.\d+) [^.\n]{0,12}\d+/),
  and: /same|eval|\bval|test/i,
  not: /\blr\b|learning.?rate|train/i,
  needs: ({ numbers, loss }) => loss && new Set(numbers.filter(({ digits, value }) => digits > 1 && value > loss.value / 4 && value < 4 * loss.value).map(({ value }) => value)).size > 1,
  section: "rows",
  title: "Two batch sizes give two losses: a mean of means weighs the rows of a smaller last batch more",
  says: "Or the batches differ in the targets that count. Add up the sums, and divide once:",
  code: BY_ROWS,
};

export const lastOfTest = {
  when: /\b(?:last|final) (?:\w+ )?batch/i,
  and: /\[ *(\d{2,}) ?\/ ?\1 *\]|acc/i,
  needs: ({ accuracies }) => accuracies.length > 1 && accuracies.at(-1).share < 0.7 * Math.max(...accuracies.map(({ share }) => share)),
  section: "smaller",
  title: "The last batch is often smaller: a few rows decide its loss and its accuracy",
  says: "Read the mean over all rows, which hardly changes. Sorted rows, too, can make one batch worse than the others.",
};

export const smallerLastBatch = {
  when: any(
    /(?:last|final) (?:\w+ )?batch\b[^.\n]{0,40}\b(?:small|fewer|less)/,
    /batch[^.\n]*\b(?:last|final) one of \d/,
    /\b(?:small|fewer)\w* (?:last|final) (?:\w+ )?batch/,
  ),
  section: "smaller",
  title: "A smaller last batch: its sum is smaller too, and in a mean of means its rows count more",
  says: "Divide a sum by its rows. For an epoch, add up the sums and divide by all rows.",
};

// A sum in place of a mean, or a loss that grows by a factor.
const SUM = any(
  /\b(?:mean\W+(?:to|->|into|with|by)\W+sum|sum\W+instead of\W+mean)\b/,
  /\breduction\b[^.\n]{0,30}\bsum\b|\(sum\b|\bsum of (?:the )?loss|\bsummed\b/,
  /\b(\d+) ?x bigger|\bbigger by (?:a )?factor/,
);
const GROWS = /loss[^.\n]{0,40}(?:(?:times|x) (?:as |larger|bigger|higher|smaller)|proportional|scales? with|doubl|grows? with)/i;

/** The answer where a loss grows with its rows. */
export const GROWS_WITH_ROWS = {
  section: "rows",
  title: "A sum is the mean times the number of rows",
  says: "The loss grows with the batch, and its gradient usually does too. Take the mean, or divide by the rows:",
  code: 'F.cross_entropy(logits, target, reduction="mean")',
};

export const sumOverRows = {
  not: any(VIEWS, /learning.?rate|\bvae|elbo|\bwith (?:class )?weights?\b|\bweight ?=/, /sum[^]*(?:\/=? ?(?:len\(|n\b|n_\w+|\w*(?:total|count|rows|num|size))|divide\w* by (?:the )?(?:number|rows|tokens|count))/),
  needs: ({ is }) => is(SUM) || (is(/batch/i) && is(GROWS)),
  ...GROWS_WITH_ROWS,
  isSaid: ({ is, loss }) => is(/\bmean\b|bigger|batch/i) || loss?.value > 10,
};

export const ofLabels = {
  needs: guesses,
  section: "several",
  title: (f, { count }) => `${count} ln 2 = ${(count * Math.LN2).toFixed(2)}: a sum over ${count} labels, each of them a guess`,
  says: "That is right at the first step. The mean over the labels is ln 2 = 0.6931. To compare losses, divide by the labels:",
  code: "F.binary_cross_entropy_with_logits(logits, target)  # the mean over rows and labels",
};

// How many labels a text counts, if its loss is that many times ln 2.
function guesses({ loss, said, is }) {
  if (!(loss?.value > 2) || loss.isOther || !is(/binary|sigmoid|\bbce|multi.?label/i)) return null;
  const counts = Array.from(said.matchAll(/\b(\d{1,5}) (?:\w+ )?(?:labels|attributes|classes|outputs|tags|tasks)\b/gi), ([, count]) => Number(count));
  const count = counts.find((each) => each > 2 && Math.abs(loss.value / (each * Math.LN2) - 1) < 0.015);
  return count ? { count } : null;
}

export const total = {
  needs: counted,
  section: "rows",
  title: (f, { count, unit, mean }) => `A sum over ${count} ${unit}? Then each has ${Number(mean.toPrecision(4))}`,
  says: "Log the mean:",
  code: "total / count",
  isSaid: (f) => !isKnown(f),
};

// Over how many batches or rows a large loss may be added up, as the text counts them.
function counted({ loss, said }) {
  const [, count, unit] = /(?<![\d.,])(\d{2,}) (batches|iterations|rows|samples|examples|images)\b/i.exec(said) ?? [];
  const mean = loss?.value / count;
  return loss?.isNamed && !loss.isOther && loss.value > 50 && mean > 0.01 && mean < 13 ? { count, unit, mean } : null;
}

export const processes = {
  when: /loss[^.\n]{0,60}(?:differ|small|lower|high|larg|bigger|half|halv|doubl|times|scale|not the same|mismatch)/i,
  and: /multi-?gpu|\bddp\b|single gpu|\d+ ?gpus?\b|several processes/i,
  not: /\btokens?\b|loss function|learning.?rate|val\w*[^]*\btrain|each (?:epoch|head)|must not|after (?:\w+ )?(?:epoch|step|\d)|(?:other|different|because of(?: the)?) seeds?\b/i,
  section: "processes",
  title: "The loss differs between numbers of processes: a mean of means, or a sum",
  says: "Or one of them is the loss of one process alone. If the batches differ in size or in the targets that count, gather "
    + "both numerator and denominator.",
};

export const lossOfEachGpu = {
  when: /loss\W{1,3}tensor\(\[\s*\d+\.\d+(?:,\s*\d+\.\d+){1,7}\s*\]/i,
  and: /gpus?\b|DataParallel/i,
  not: /per.?(?:sample|row|class)|\bnone\b|no gpu|single|not used/i,
  section: "scalar",
  title: "One loss for each GPU, as `DataParallel` returns them: take their mean",
  says: "If the GPUs have different numbers of targets, return the sum and the count, add both up, and divide:",
  code: "loss.mean().backward()",
};

export const metricOfEachRank = {
  when: /\[rank:? ?(\d+)\][^\n]*(?:val|best|metric)[^]*\[rank:? ?(?!\1\])\d+\][^\n]*(?:val|best|metric)/i,
  not: /error|traceback|\bnan\b|\[rank:? ?\d+\][^\n]*?(\d+\.\d+)[^\d\n]*\n(?:[^]*\n)?\[rank:? ?\d+\][^\n]*(?<![\d.])\1(?!\d)/i, // the same value
  section: "logging",
  title: "Each process compares the loss of its own rows: add up the sums and the counts first",
  says: "Else each stops, or saves, by another number. In Lightning, log it with `sync_dist=True`.",
  code: "torch.distributed.all_reduce(totals)  # the sum and the count",
};

export const scoreOfEachRank = {
  when: /\bddp\b|DistributedDataParallel/i,
  and: [/\bm?ap\b|\bauc\b|f1\b|recall|precision/i, /(?:on|of|per|for) each (?:gpu|rank|process|card)|each (?:gpu|rank|process)'s/i],
  not: /\bnan\b|hang/i,
  section: "parts_of_scores",
  title: "Each process scores its own part of the rows: gather the outputs, and score them once",
  says: "A score such as average precision is no mean of the parts' scores. Gather logits and targets from all processes first.",
};

export const logOfBatch = {
  when: /batch.?size/i,
  not: any(VIEWS, /\bclip\b|in-?batch|retriev|moco|negatives|siamese|embedding|arange/),
  needs: ({ numbers, said }) => {
    const sizes = Array.from(said.matchAll(/batch.?size(?: of)?\W{1,3}(\d+)/gi), ([, size]) => Number(size));
    const losses = numbers.filter(({ value, digits, isUnit }) => digits > 1 && !isUnit && value > 0);
    return new Set(sizes).size > 1 && sizes.every((size) => losses.some(({ value, digits }) => Math.abs(value - Math.log(size)) <= 0.6 * 10 ** -digits)) ? sizes : null;
  },
  section: "implicit",
  title: (f, sizes) => `The losses are ${sizes.map((size) => `ln ${size}`).join(" and ")}: is the softmax taken over the rows of the batch?`,
  says: "If so, name the dimension of the classes:",
  code: "logits.log_softmax(dim=1)",
};

export const lastDigits = {
  when: /cuda|\bgpu|\bcpu\b|device|machine|\bonnx|compil|torchscript|allclose|==|unit test/i,
  needs: ({ numbers }) => {
    const values = numbers.filter(({ digits, isUnit }) => digits > 4 && !isUnit).map(({ value }) => value);
    return values.length > 1 && values.length < 5 && new Set(values).size > 1 && values.every((x) => Math.abs(x / values[0] - 1) < 2e-6);
  },
  section: "same_seed",
  title: "The two differ in the last digits of `float32`: most often they add in another order, and neither is wrong",
  says: "Compare with a tolerance:",
  code: "torch.testing.assert_close(loss, other)",
};

export const timesCount = {
  when: /\bsum|mean|reduc|manual|by hand|expected|own|formula|differ|\bbug\b|why/i,
  needs: timesNamed,
  section: "divides",
  title: (f, { count, unit }) => `The one loss is ${count} times the other, as many as there are ${unit}: a sum over them, and a mean`,
  says: "`\"mean\"` divides by all entries of a loss with one term for each, and by the targets that count if there is one class for each row.",
};

// The first count of labels, rows or the like that a text names, if one of its losses is that many times another.
function timesNamed(f) {
  const counts = f.said.matchAll(/(?<![\d.,])(\d{1,4}) (labels|classes|rows|tokens|pixels|samples|outputs|tags|columns|frames|steps|dimensions|positions|words)\b/gi);
  const losses = lossesOf(f, 3);
  const found = Array.from(counts, ([, count, unit]) => ({ count: Number(count), unit })).find(({ count }) => count > 2 && isTimes(losses, count, 6e-4));
  return losses.length < 5 && found;
}

// Whether one of these losses is so many times another, up to a share.
const isTimes = (losses, count, most) => losses.some((less) => losses.some((more) => Math.abs(more.value / less.value / count - 1) < most));

const COUNTS = new Map([["two", 2], ["three", 3], ["four", 4], ["eight", 8], ["sixteen", 16]]);

export const timesProcesses = {
  when: /loss/i,
  not: /epoch \d+[^]*epoch \d+|\b(?:after|later|then)\b/i,
  needs: timesMore,
  section: "processes",
  title: (f, { count }) => `The one loss is ${count} times the other, as many as there are processes: a sum over them, or a count of one alone`,
  says: "Average the losses, or add up both the sums and the counts over the processes, and divide.",
};

// The number of processes that a text names, if one of its losses is that many times another.
function timesMore(f) {
  const named = Array.from(f.said.matchAll(/\b(\d+|two|three|four|eight|sixteen)[ -]?(?:gpus?|processes|ranks|devices)\b|(?:world|dp)_?size ?=? ?(\d+)/gi),
    ([, count, size]) => COUNTS.get((count ?? size).toLowerCase()) ?? Number(count ?? size));
  const losses = lossesOf(f, 2);
  const count = named.find((each) => each > 1 && isTimes(losses, each, 0.02));
  return count ? { count } : null;
}
