// Cases of a printed tensor and the words beside it: together they say more than the tensor alone. No DOM.
import { Refusal } from "../calculator/tensors.js";
import { any, first } from "./cases.js";
import { falseNegatives, withoutPartner } from "./contrastive.js";
import { neverCleared } from "./gradients.js";
import { microAverages, posWeightBelowOne, samplerAndWeights, thresholdOnLogits } from "./imbalance.js";
import { paddingMask } from "./nan.js";
import { missingMinus } from "./negative.js";
import { floorOfCosines, floorOfSoftmax } from "./numbers.js";
import { isFloat, LOSS_CALL, readAll, TARGET } from "./roles.js";
import { addsUp, areLogarithms, flat, isUnit, rowsOf, sum } from "./rows.js";
import { BINARY, FLOATS, PLAIN } from "./sections.js";
import { smoothedWrong } from "./weights.js";
import { maximumOfOneOutput } from "./zero.js";

const isMatrix = (each) => isFloat(each) && each.shape.length === 2;
const isColumn = (each) => isMatrix(each) && each.shape[1] === 1 && each.shape[0] > 1;
const areZerosAndOnes = (tensor) => flat(tensor).every((x) => x * (x - 1) === 0);
const isTarget = ({ name, shape }) => TARGET.test(name) && !/mask/.test(name) && shape.length === 2 && shape[1] > 1;
const areScaled = (all) => all.some((x) => x > 0 && x < 0.13) && all.every((x) => x >= 0 && (x < 0.13 || x === 1) && Math.abs(x * 255 - Math.round(x * 255)) < 0.02);
const areMultiHot = (each) => isMatrix(each) && each.shape[1] > 2 && areZerosAndOnes(each) && rowsOf(each).some((row) => sum(row) > 1);

const BROADCAST = {
  section: "different_size",
  title: "An output (N, 1) and a target (N,) broadcast to (N, N): each row is compared with every target",
  says: "In an MSE, the model then learns the mean. Squeeze the column:",
  code: "F.mse_loss(pred.squeeze(1), target)",
};
const WEIGHTED = {
  section: "class_weights",
  title: "With class weights, `\"mean\"` divides by the weights of the targets, not by the rows",
  says: "So it is not the mean of the weighted losses, but:",
  code: "losses.sum() / weight[target].sum()",
};
const SHARES = {
  section: "counted",
  title: "These weights are the shares of the classes, not their inverses: the common class counts most",
  says: "Divide by the counts:",
  code: "weight = counts.sum() / (len(counts) * counts)",
};
const COUNTS = /counts?\W+(?:of |per |are |= ?)?(?:class\w* )?\[?(\d[\d_]*(?:, ?\d[\d_]*)+)/i;
const SEVERAL_ONES = {
  section: "several_ones",
  title: "Some rows of the target hold several ones: `cross_entropy` has a floor there",
  says: "It takes a row for probabilities that add up to one. If several classes can be true, use the loss for many labels:",
  code: BINARY,
};

const MASKED_BY_ZERO = {
  section: "masked_logits",
  title: "Times 0, a masked logit is 0, which still has a share of the softmax",
  says: "Set it to minus infinity instead:",
  code: "scores.masked_fill(~mask, -torch.inf).softmax(dim=-1)",
};

const SOFT = /\b(?:soft|mixed|smooth\w*|mixup|cutmix) (?:targets?|labels?)/i;

/** Cases to which a text gives its words, and its tensors as `all`, in place of the facts. */
export const PRINTS = [
  { ...paddingMask },
  { ...smoothedWrong },
  { ...withoutPartner },
  {
    when: /\*\* ?2|\.pow\(2\)|square\(|\bmse/i,
    and: /mean\(/,
    not: /squeeze|view\(|reshape|flatten|\[:, ?(?:0|None)\]/,
    needs: ({ all }) => all.some((each) => isColumn(each) && /pred|out|hat/.test(each.name)
      && all.some((other) => other !== each && other.shape.length === 1 && other.shape[0] === each.shape[0] && TARGET.test(other.name))),
    ...BROADCAST,
  },
  {
    when: /(?:bf16|bfloat16|half|float16)/,
    and: /(?<!\d )steps|stair|same value|identical/i,
    needs: ({ all }) => all.some(({ dtype, shape }) => /BFloat16|Half/.test(dtype) && shape.length === 1) && all.length > 1,
    section: "half_precision",
    title: "Losses in half precision move in steps: take them from `logits.float()`",
    says: "",
    code: FLOATS,
  },
  {
    when: /pos_weight ?= ?\w+(?:\.float\(\))?\.mean\([^)\n]*\)(?! ?\/)/,
    not: /\/ ?pos_weight/,
    section: "pos_weight",
    title: "`pos_weight` is the share of the positives here: it should be the negatives divided by the positives",
    says: "Below 1, it makes a positive count less, and recall falls:",
    code: "pos_weight = (1 - y).sum(dim=0) / y.sum(dim=0)",
  },
  {
    when: /round\(prob|\bround\(/,
    and: /softmax|prob/i,
    needs: ({ all }) => all.some((each) => !/grad/.test(each.name) && isMatrix(each) && each.shape[1] > 2 && flat(each).every((x) => x === 0)),
    section: "same_class",
    title: "Rounded, the probabilities of several classes are all 0 if none is above one half",
    says: "Take the largest:",
    code: "pred = logits.argmax(dim=1)",
  },
  {
    when: /noise|out.of.distribution|\bood\b|unknown class|never seen/i,
    and: /\bsure|confiden|why/i,
    not: /label.noise|noise in the labels/i,
    needs: ({ all }) => all.length === 1 && isMatrix(all[0]) && rowsOf(all[0]).every(addsUp),
    section: "no_answer",
    title: "A softmax compares the classes, and says nothing of how far an input is from all of them",
    says: "It can be sure of noise. Use the energy or a threshold on the logits, chosen on other data.",
  },
  {
    when: /softmax\(\w+, ?(?:dim ?= ?)?0\)|softmax\(dim ?= ?0\)/i,
    not: /\((?:C|\w*class\w*), ?\w+\)/,
    needs: ({ is }) => is(/sum\((?:dim ?= ?|axis ?= ?)?-?1\)[^]*tensor\(\[(?![01]\.0*[,\]])/),
    section: "implicit",
    title: "The softmax goes over the rows of the batch: take the dimension of the classes",
    says: "Each column then adds up to one, and no row does. For logits (N, C):",
    code: "probs = logits.softmax(dim=1)",
  },
  {
    when: /key_padding_mask ?= ?(\w*mask)\b/,
    not: /~|logical_not|== ?(?:0|False|pad)|left/i,
    needs: ({ all }) => all.some(({ name, shape, values }) => /mask/.test(name) && shape.length === 2 && values.flat().every((x) => x * (x - 1) === 0)
      && values.every(([first]) => first === 1) && values.some((row) => row.at(-1) === 0)),
    section: "attention_masks",
    title: "In `key_padding_mask`, `True` means leave out, and this mask is `True` from the first token on",
    says: "The model then attends to the padding alone, if there is any, and a row without any returns nan. Invert it:",
    code: "key_padding_mask = mask == 0",
  },
  {
    when: /masked_fill_?\(\w*mask\w*, ?-?(?:float\(["'] ?-?|torch\.|np\.|math\.)?-?inf/,
    and: /True ?(?:=|:|for|means) ?(?:a )?(?:real|token|valid|keep|kept|word)/i,
    not: /~|True(?:(?!False)[^.\n]){0,30}(?:pad|ignored|left out|hidden)/i,
    section: "attention_masks",
    title: "`masked_fill` replaces the entries where the mask is `True`: here, the real tokens",
    says: "Invert the mask:",
    code: "scores.masked_fill(~mask, -torch.inf).softmax(dim=-1)",
  },
  {
    when: /\bbce|binary|with_?logits/i,
    not: /ignore|void|\/=? ?255|> ?(?:0|127|128)\b/i,
    needs: ({ all }) => all.some((each) => each.shape.length > 0 && !/im(?:age|g)|input|^x$/.test(each.name)
      && flat(each).includes(255) && flat(each).every((x) => x * (x - 255) === 0)),
    section: "outside",
    title: "The mask holds 0 and 255, not 0 and 1",
    says: "A two-class loss of such a target may be negative, without a lower bound:",
    code: "target = (target > 0).float()",
  },
  {
    when: /exactly one\b|one (?:class|label) (?:per|for each|each)|single.?label/i,
    and: /sigmoid/i,
    needs: ({ all }) => all.some((each) => isMatrix(each) && each.shape[1] > 2 && flat(each).every(isUnit) && !rowsOf(each).some(addsUp)),
    section: "one_class",
    title: "A sigmoid for each class: the probabilities of a row need not add up to one",
    says: "If each row has exactly one class, compare the classes: train with this loss, and take the softmax for probabilities:",
    code: "F.cross_entropy(logits, target)",
  },
  {
    when: /kl_?div/i,
    needs: ({ all }) => all.length === 1 && !/logit|input|output|log_p|student|teacher/.test(all[0].name)
      && isMatrix(all[0]) && flat(all[0]).length > 3 && flat(all[0]).every((x) => x < 0)
      && !rowsOf(all[0]).every(areLogarithms),
    section: "negative",
    title: "Are these the terms of the divergence, all negative? Did `kl_div` get probabilities in place of log-probabilities?",
    says: "If a target adds up to one, its terms add up to 0 or more. The first argument is logarithms:",
    code: 'F.kl_div(logits.log_softmax(dim=1), target, reduction="batchmean")',
  },
  {
    ...neverCleared,
    when: /same batch|every (?:time|step)|keeps? grow|grow/i,
    not: /on purpose|accumulat/i,
    needs: ({ all }) => {
      const grads = all.filter(({ name }) => name === "grad").map(flat);
      return grads.length > 2 && grads[0].some((x) => x) && grads.every((each, k) => each.length === grads[0].length
        && each.every((x, at) => Math.abs(x - (k + 1) * grads[0][at]) < 1e-3 * (1 + Math.abs(x))));
    },
  },
  {
    when: /weights?\b[^]*counts?/i,
    needs: ({ all, text }) => {
      const counts = (COUNTS.exec(text)?.[1] ?? "").split(",").map(Number);
      return all.some((each) => /weight/.test(each.name) && flat(each).length === counts.length && counts.length > 1 && counts[0] !== counts[1]
        && flat(each).every((w, k) => Math.abs(w / flat(each)[0] - counts[k] / counts[0]) < 0.01));
    },
    ...SHARES,
  },
  {
    when: /acc|recall|precision/i,
    not: /confusion/i,
    needs: ({ all }) => {
      const [matrix] = all;
      if (all.length !== 1 || /ids|input|label|target|image|token/.test(matrix.name)
        || matrix.shape.length !== 2 || matrix.shape[0] !== matrix.shape[1] || !flat(matrix).every((x) => Number.isInteger(x) && x >= 0)) return null;
      const empty = matrix.values[0].findIndex((_, k) => matrix.values.every((row) => row[k] === 0));
      return empty >= 0 && Math.max(...flat(matrix)) > 20 && sum(matrix.values[empty]) > 0 && { empty };
    },
    section: "imbalance",
    title: (f, { empty }) => `A confusion matrix with an empty column, if its rows are the targets: nothing is predicted as class ${empty}`,
    says: "Where a class is rare, that costs little. Train with the plain loss first, and change the threshold of the decision.",
  },
  {
    when: /weight/i,
    and: /mean/i,
    not: /\bbce|binary|with_?logits|ignore_index/i,
    needs: ({ all, is }) => {
      const losses = all.find((each) => isFloat(each) && each.shape.length === 1 && flat(each).length > 2 && flat(each).every((x) => x >= 0) && !/weight/.test(each.name));
      const plain = losses && sum(flat(losses)) / flat(losses).length;
      return plain && all.some(({ name, shape }) => /weight/.test(name) && shape.length === 1) && is(new RegExp(`(?<![\\d.])${plain.toFixed(3).replace(".", "\\.")}`))
        && is(/none["'][^]*["']mean["']|["']mean["'][^]*none["']/);
    },
    ...WEIGHTED,
  },
  {
    ...samplerAndWeights,
    when: /WeightedRandomSampler/,
    and: /(?:loss\w*|crit\w*)\.weight\b|(?:loss|entropy)\w*\([^\n]*\bweight ?= ?(?!None)/i,
    not: /instead|\bor\b/i,
    needs: ({ is }) => is(/(?:tensor|array)\(\[/),
  },
  {
    when: /softmax/,
    needs: ({ all }) => all.some((each) => isColumn(each) && flat(each).every((x) => x === 1) && !TARGET.test(each.name)),
    section: "one_logit",
    title: "A softmax over one column is always 1",
    says: "One output takes a sigmoid, and says yes above 0:",
    code: "pred = (logits > 0).squeeze(1)",
  },
  {
    when: /\bBCELoss|binary_cross_entropy\(/,
    and: /reduction ?= ?["']none/,
    needs: ({ all }) => all.some((each) => isFloat(each) && flat(each).includes(100) && flat(each).every((x) => x >= 0 && x <= 100)),
    section: "takes_logit",
    title: "A loss of exactly 100: `BCELoss` cuts the logarithm of 0 off at -100",
    says: "The sigmoid was rounded to 0 or 1, and such a row has no gradient there. Pass the logits to the loss that takes them:",
    code: BINARY,
  },
  {
    ...falseNegatives,
    when: /entropy|loss/i,
    and: /arange|in-?batch|negatives/i,
    not: /masked_fill/,
    needs: ({ all }) => all.some(({ name, dtype, shape, values }) => /doc|passage|caption|product|item|answer|text|image/.test(name) && !/len|count|mask|size/.test(name) && dtype === "Long"
      && shape.length === 1 && shape[0] > 2 && new Set(values).size < values.length && new Set(values).size > 1)
      && all.some((each) => isMatrix(each) && each.shape[0] === each.shape[1]),
    title: "Some of the ids occur more than once in the batch: their copies are negatives of their own query, and the loss has a floor",
  },
  {
    when: /dice.?loss/i,
    needs: ({ all }) => all.some((each) => each.shape.length === 1 && flat(each).includes(0) && Math.max(...flat(each)) > 9 && flat(each).every(Number.isInteger)
      && all.some((other) => other !== each && String(other.shape) === String(each.shape) && flat(other).some((x) => x < 0.5) && flat(each).every((x, k) => x > 0 || flat(other)[k] > 0.9))),
    section: "empty_masks",
    title: "Some masks are empty: without a smoothing term, their Dice loss is 1, however small the probabilities are",
    says: "Add the term to both, or leave such images out of the mean:",
    code: "1 - (2 * overlap + 1) / (total + 1)",
  },
  {
    when: /softmax/,
    and: /== ?1\b|assert|sum (?:up )?to (?:1\b|one)|add up to/i,
    needs: ({ is }) => is(/\(\[(?=[^\]]*(?:[1-9]0*[,\]]|9[,\]]))(?:(?:1\.00000\d*|0\.99999\d*)[,\s]*){2,}\]/),
    section: "guarantees",
    title: "Each sum is 1 up to the rounding of `float32`",
    says: "Compare with `allclose`, not with `==`:",
    code: "assert torch.allclose(probs.sum(dim=1), torch.ones(len(probs)))",
  },
  {
    when: /\bMSE/i,
    and: /sigmoid/i,
    needs: ({ all, is }) => all.length > 1 && all.some((each) => isFloat(each) && flat(each).every(isUnit) && flat(each).some((x) => x > 0.9999 || x < 1e-4))
      && is(/\bgrad(?!_fn)/) && flat(all.at(-1)).every((x) => Math.abs(x) < 1e-4),
    section: "squared",
    title: "A sigmoid near 0 or 1 hardly has a slope, so a squared error has hardly any gradient, even where the row is wrong",
    says: "Take the loss of the logit, whose gradient is the probability minus the target:",
    code: BINARY,
  },
  {
    when: /reduction ?= ?["']none["']/,
    and: [/\b(?:mse|l1|smooth_l1|huber)_?loss\b/i, /should|expect|instead|batch|why/i],
    needs: ({ all, is }) => all.some((each) => isMatrix(each) && each.shape[0] === each.shape[1] && each.shape[0] > 1
      && flat(each).every((x) => x >= 0) && is(new RegExp(`(?:should|expect\\w*|batch)[^.\\n]{0,24}\\b${each.shape[0]}\\b`, "i"))),
    section: "different_size",
    title: "A loss for each pair of rows: did an output (N, 1) and a target (N,) broadcast to (N, N)?",
    says: "Squeeze the column:",
    code: "F.mse_loss(pred.squeeze(1), target)",
  },
  {
    when: /mean/i,
    needs: ({ all, is }) => all.some((each) => {
      const counted = flat(each).filter((x) => x !== 0);
      const total = sum(counted);
      const [whole, own] = [total / flat(each).length, total / counted.length];
      const prints = (x) => is(new RegExp(`(?<![\\d.])${x.toFixed(3).replace(".", "\\.")}`));
      return isMatrix(each) && flat(each).every((x) => x >= 0) && counted.length < flat(each).length && counted.length > 1
        && rowsOf(each).some((row) => row.at(-1) === 0) && prints(whole) && prints(own);
    }),
    section: "ignore_index",
    title: "Two means of the same losses: over all entries, and over those that are not 0",
    says: "Ignored targets have a loss of 0, which `.mean()` counts and `\"mean\"` does not. Divide by the targets that count:",
    code: "losses.sum() / (target != -100).sum()",
  },
  {
    when: /grpo/i,
    and: /reward/i,
    needs: ({ all }) => all.some((each) => /reward/.test(each.name) && each.shape.length === 2 && each.shape[1] > 1 && rowsOf(each).every((row) => new Set(row).size === 1)),
    section: "policy",
    title: "All rewards of a group are equal: the advantages are 0, and so is their part of the gradient",
    says: "Such a group teaches nothing. Take questions that some of the answers get right, or a reward that tells them apart.",
  },
  {
    not: /==|covar|kernel|\bgram\b|cdist|adjacen|attention/i,
    needs: ({ is }) => is(/Size\(\[(\d+), 1\]\)[^]*Size\(\[\1\]\)[^]*Size\(\[\1, \1\]\)/),
    ...BROADCAST,
  },
  {
    when: /\bweight ?= ?\w+[^\n]*reduction ?= ?["']none["'][^]*\.mean\(\)/,
    and: /entropy|nll/i,
    not: /bce|binary|focal|gamma|\bpt\b/i,
    ...WEIGHTED,
  },
  {
    when: /normalize\(/,
    and: /entropy\w*\(\w+, ?torch\.arange/i,
    not: /\/ ?\(?(?:0?\.\d|[\w.]*\b(?:t\b|tau|temp))|\.div|\* ?(?:self|\w*exp|s\b)|scale|\* ?\d|simclr|z @ z/i,
    section: "contrastive",
    title: "Cosines without a scale: two of them differ by at most 2, so no probability comes near 1",
    says: "The loss then stays high, even if each pair is found. Multiply them:",
    code: "logits = 16 * cosines",
  },
  {
    when: /key_padding_mask ?= ?\w*attention_mask\w*(?:\.bool\(\))?(?! ?==)/,
    not: /attention_mask\w*(?:\.\w+\(\w*\))* ?(?:==|<)|attention_mask\S*(?:logical_not|\.eq|\.not)|attention_mask\w* ?= ?(?:~|\(?1(?:\.0?)? ?-|[^\n=]*==)/,
    section: "attention_masks",
    title: "In `key_padding_mask`, `True` means leave out: is this mask `True` for tokens?",
    says: "Then they can attend to nothing but padding, and a row without any returns nan:",
    code: "key_padding_mask = attention_mask == 0",
  },
  {
    when: /\(\w+ \* \w*mask\w*\)\.mean\(/,
    and: /padd|length|small|mask\.sum/i,
    not: /\/ ?\w*mask\w*\.(?:float\(\)\.)?mean|pool|hidden|embed/i,
    section: "ignored_targets",
    title: "The mean of masked losses also counts the positions that the mask leaves out",
    says: "So more padding gives a smaller loss. Divide by the positions that count:",
    code: "(losses * mask).sum() / mask.sum()",
  },
  {
    when: /logsigmoid\(\s*(?!\w*(?:nll|loss|cost|energy))\w*rej\w*\s*-\s*\w*chos/i,
    and: /-\s*[\w.]*logsigmoid|(?:=|return) ?-\s*\w/i,
    section: "reward_models",
    title: "The rewards are exchanged: the loss raises that of the rejected answer",
    says: "Subtract the rejected one from the chosen one:",
    code: "loss = -F.logsigmoid(chosen - rejected).mean()",
  },
  {
    when: /loss/i,
    and: /\bmean|padd|small|per.?token/i,
    not: /ignore_index|attention|padding_mask|softmax\(|dice|\biou/i,
    needs: ({ all }) => all.some((each) => /mask/.test(each.name) && each.shape.length === 2 && each.shape[1] > 2 && areZerosAndOnes(each)
      && rowsOf(each).every((row) => row[0] === 1) && rowsOf(each).some((row) => row.at(-1) === 0)),
    section: "ignored_targets",
    title: "A mask of padding: the mean of the losses also counts the positions that it leaves out",
    says: "Divide by the positions that count:",
    code: "(losses * mask).sum() / mask.sum()",
  },
  { ...microAverages },
  {
    when: /log\([^()\n]*\+ ?(?:1e-?\d+|eps\w*)/i,
    needs: ({ all, is }) => all.some((each) => flat(each).includes(-Infinity) && (each.dtype === "Half" || is(/float16|\bhalf\b|fp16/i))),
    section: "epsilon",
    title: "The epsilon is rounded away: the logarithm of 0 is still minus infinity",
    says: "In `float16`, 1e-8 is 0. Take the log-softmax of the logits, which needs no epsilon:",
    code: "log_probs = logits.log_softmax(dim=1)",
  },
  {
    when: /\blog\(|\.log\(/,
    and: /\bnan\b/i,
    needs: ({ all }) => all.some((each) => flat(each).includes(-Infinity)) && !all.some((each) => each.name === "grad"),
    section: "nan",
    title: "The logarithm of a probability that was rounded to 0 is minus infinity, and 0 times that is nan",
    says: "Take the log-softmax of the logits, and pick the entry of the class in place of a product:",
    code: "F.cross_entropy(logits, target)",
  },
  { ...missingMinus },
  {
    when: /Cosine_?Embedding/i,
    needs: ({ all, is }) => all.some((each) => each.shape.length === 1 && flat(each).includes(0) && areZerosAndOnes(each)) || is(/labels?[^.\n]{0,12}\b0\b/i),
    section: "cosine",
    title: "`CosineEmbeddingLoss` takes 1 and -1: a target of 0 costs nothing, whatever the cosine",
    says: "Map 0 to -1:",
    code: "target = 2 * target - 1",
  },
  {
    when: /\bctc/i,
    needs: ({ is }) => is(/tensor\(\[[^\]]*(?<!-)\binf\b/),
    section: "ctc",
    title: "An infinite CTC loss: is a target longer than its input allows?",
    says: "Each label needs a step, and equal neighbours one more between them. Print the smallest difference of the lengths:",
    code: "print((input_lengths - target_lengths).min())",
  },
  {
    when: /counts? ?\/ ?counts?\.sum\(\)/i,
    and: /weight/i,
    not: /\b1(?:\.0*)? ?[-/]|reciprocal|log\(|\*\* ?-/i, // which turn them round
    ...SHARES,
  },
  {
    when: /z @ z\.(?:T|t\(\))|simclr|nt-?xent/i,
    and: /labels? ?(?:=|tensor)[^\n]*(?:arange|\[0, 1, 2)/i,
    needs: ({ all }) => all.some((each) => each.shape.length === 2 && each.shape[0] === each.shape[1] && each.shape[0] > 2
      && each.values.every((row, k) => Math.abs(row[k] - each.values[0][0]) < 1e-3 && row[k] === Math.max(...row))),
    section: "diagonal",
    title: "The label of each row is the row itself, which is always the nearest: nothing brings two views of an image together",
    says: "Leave out the diagonal, and take the other view as the label:",
    code: "sim.fill_diagonal_(-torch.inf)\nlabels = torch.arange(2 * N).roll(N)",
  },
  {
    when: /two.?tower|in-?batch|retriev|clip\b|info.?nce/i,
    and: /normali[sz]ed/i,
    needs: ({ is }) => is(/tensor\([3-9]\.\d+/) && is(/argmax[^]*tensor\(1\.\)|recall@1[^.\n]{0,24}(?:perfect|1\.0|100)/),
    section: "contrastive",
    title: "Each pair is found, but the loss stays high: cosines without a scale?",
    says: "Two cosines differ by at most 2, so no probability comes near 1. Multiply them:",
    code: "logits = 16 * cosines",
  },
  {
    when: /mixup|cutmix/i,
    needs: ({ all }) => all.some((each) => isMatrix(each) && rowsOf(each).every(addsUp) && !areZerosAndOnes(each)
      && rowsOf(each).some((row) => row.filter((x) => x > 0).length === 2)),
    section: "mixup",
    title: "These are mixed targets, and their rows add up to one: that is right",
    says: "The lowest loss is their entropy, not 0. Measure on unmixed rows, in evaluation mode.",
  },
  {
    when: /tensor\(nan/,
    needs: ({ all }) => all.length === 1 && /Long|Int/.test(all[0].dtype) && flat(all[0]).length > 1 && new Set(flat(all[0])).size === 1
      && flat(all[0])[0] === -100,
    section: "nan",
    title: "Every label is -100, so none counts: the mean of nothing is nan",
    says: "Leave such a batch out, or divide by a count that is at least one:",
    code: 'F.cross_entropy(logits, target, reduction="sum") / target.ne(-100).sum().clamp(min=1)',
  },
  {
    ...maximumOfOneOutput,
    when: /argmax\((?:dim ?= ?|axis ?= ?)?-?1\)|\bmax\(\w+, ?(?:dim ?= ?)?-?1\)/,
    not: /Size\(\[\d+, (?:[2-9]|\d\d+)\]\)/,
    and: /(?:Size\(\[|\()\d+, 1\]?\)/,
    needs: ({ all }) => all.some((each) => flat(each).length > 1 && flat(each).every((x) => x === 0)),
    title: "One logit for each row: the `argmax` over one class is always 0",
  },
  {
    when: any(/with_?logits\w*\([^()\n]*\)\((?:\w+\.)?sigmoid\(/, /(\w+) ?= ?nn\.Sigmoid\(\)[^]*with_?logits\w*\([^()\n]*\)\(\1\(/,
      /(?:^|\n)[ \t]*(?<out>\w+) ?= ?(?:(?:torch|F)\.)?sigmoid\((?:(?!\n[ \t]*\k<out> ?=)[^])*with_?logits\w*\((?:[^()\n]*\)\()?\k<out>\b/, /criterion\((?:\w+\.)?sigmoid\([^]*with_?logits/),
    section: "stuck",
    title: "A sigmoid before `BCEWithLogitsLoss`, which applies one itself: no probability is then below one half",
    says: "Pass the logits:",
    code: BINARY,
  },
  {
    when: /with_?logits/i,
    and: /one.?hot/i,
    not: /pos_weight|multi.?label|several|cross_entropy\(/i,
    needs: ({ is }) => is(/\b\d{2,} classes|acc\w*\W{1,4}(?:is )?0?\.?\d/i),
    section: "one_class",
    title: "A two-class loss for each class: most targets are 0, so predicting only that already lowers the mean",
    says: "If each row has one class, take the loss that compares the classes:",
    code: "F.cross_entropy(logits, one_hot.argmax(dim=1))",
  },
  {
    when: /reduction ?= ?["']none["']|per.?token loss|loss(?:es)? per token/i,
    not: /arange|\bBCELoss|in-?batch|negatives/i,
    needs: ({ all }) => all.some((each) => isFloat(each) && flat(each).includes(0) && flat(each).some((x) => x > 0.1)
      && flat(each).every((x) => x >= 0)) && !all.some(isTarget),
    section: "ignore_index",
    title: "Losses of exactly 0 beside others: are these targets ignored? Then `.mean()` counts them, and `\"mean\"` does not",
    says: "Divide by the targets that count:",
    code: "losses.sum() / (target != -100).sum()",
  },
  {
    when: /\bCrossEntropyLoss|F\.cross_entropy\(/,
    not: /\bbce|binary|with_?logits/i,
    needs: ({ all }) => all.some((each) => areMultiHot(each) && isTarget(each)),
    ...SEVERAL_ONES,
  },
  {
    when: /entropy|\bce\b|criterion|loss/i,
    not: /bce|binary|multi.?label|logits\W/i,
    needs: ({ all }) => all.some((each) => areMultiHot(each) && (isTarget(each) || all.length === 1)),
    ...SEVERAL_ONES,
  },
  {
    needs: ({ all, is }) => all.some((each) => (isTarget(each) || (is(SOFT) && each.shape.length === 2)) && isFloat(each) && flat(each).every(isUnit) && !areZerosAndOnes(each)
      && rowsOf(each).some((row) => Math.abs(sum(row) - 1) > 0.01)) && all.length === 1,
    section: "not_validated",
    title: "The rows of the target do not add up to one",
    says: "`cross_entropy` does not check that: the loss and its gradient grow with the sum. If each row has one mixed class, divide:",
    code: "target = target / target.sum(dim=1, keepdim=True)",
  },
  {
    when: /negative/i,
    and: /prob/i,
    needs: ({ all }) => all.length === 1 && all[0].shape.length === 2 && rowsOf(all[0]).every(areLogarithms),
    section: "exponentials",
    title: "These are log-probabilities, which are never positive",
    says: "The network ends in a log-softmax, and `nll_loss` takes its output. For probabilities, take the exponential:",
    code: "probabilities = log_probs.exp()",
  },
  {
    when: /argmax\((?:dim ?= ?|axis ?= ?)?0\)/,
    and: /acc|label|target|pred/i,
    needs: ({ all }) => all.length > 0,
    section: "idle",
    title: "The `argmax` goes over the rows, not over the classes",
    says: "Of logits (N, C), `argmax(0)` has C results, one for each class. Name the dimension of the classes:",
    code: "pred = logits.argmax(dim=1)",
  },
  {
    when: /mask|label|target|unique/i,
    needs: ({ all }) => all.some((each) => isFloat(each) && areScaled(flat(each))),
    section: "ignored",
    title: "These are class indices divided by 255, as `ToTensor` does with a mask",
    says: "Load the mask without scaling it:",
    code: "mask = torchvision.transforms.functional.pil_to_tensor(image).long()",
  },
  {
    when: /weights?/i,
    not: /attn|attention|\.grad\b/i,
    needs: ({ all }) => all.some((each) => /weight/.test(each.name) && each.shape.length === 1 && flat(each).some((x) => !Number.isFinite(x))),
    section: "counted",
    title: "A class weight is not finite: 1 divided by a count of zero",
    says: "A class that does not occur gets a finite weight:",
    code: "weight = 1 / torch.bincount(target, minlength=C).clamp(min=1)",
  },
  {
    when: /\bAUC|\b0\.5\b|threshold/i,
    and: /sigmoid|prob/i,
    needs: ({ all }) => all.length === 1 && flat(all[0]).length > 3 && flat(all[0]).every((x) => x > 0 && x < 0.5) && !rowsOf(all[0]).every(addsUp),
    section: "own_threshold",
    title: "Every probability is below one half: choose the threshold on validation rows",
    says: "If the AUC is high, the order is right. Where positives are rare, their probabilities are low, and 0.5 finds none.",
  },
  {
    when: /\b(?:dice|m?iou|jaccard)\b/i,
    needs: ({ all }) => all.some((each) => each.shape.length > 0 && flat(each).some(Number.isNaN) && flat(each).some(Number.isFinite)),
    section: "empty_masks",
    title: "A score of nan: the mask and the prediction are both empty, and 0 is divided by 0",
    says: "Add a smoothing term to both, or leave such images out of the mean:",
    code: "dice = (2 * overlap + 1) / (total + 1)",
  },
  {
    when: /CausalLM|hugging|labels ?= ?labels|\bHF\b|Trainer/i,
    needs: ({ all }) => {
      const isIds = ({ dtype, name }) => dtype === "Long" && !name;
      const [ids, labels] = all.length === 2 && all.every(isIds) ? all : ["input_ids", "labels"].map((name) => all.find((each) => each.name === name));
      return ids && labels && rowsOf(ids).every((row, at) => row.length > 2 && row.slice(1).every((x, k) => x === rowsOf(labels)[at]?.[k]));
    },
    section: "shift",
    title: "The labels are already moved by one, and the model moves them again",
    says: "The model then learns the token after the next. Pass the ids themselves as labels:",
    code: "labels = input_ids.clone()",
  },
  {
    when: /\bgpt|language|next.?token|\blm\b|char/i,
    and: /loss/i,
    not: /shift|\[:, ?1:\]/i,
    needs: ({ all }) => {
      const ids = all.filter(({ dtype, shape }) => dtype === "Long" && shape.length === 2 && shape[1] > 3);
      return ids.length > 1 && ids[0].name === "x" && ids[1].name === "y" && String(ids[0].values) === String(ids[1].values);
    },
    section: "shift",
    title: "The targets are the inputs: the model copies the token that it sees",
    says: "Shift the labels once, in the data or in the model:",
    code: "x, y = ids[:, :-1], ids[:, 1:]",
  },
  {
    when: /label|target|\btgt|translation|decoder/i,
    and: /token|text|\bm?lm\b|llm|gpt|bert|translat|seq2seq|generat|vocab|pad/i,
    not: /ignore_index/,
    needs: ({ all }) => {
      const ids = all.length === 1 ? all[0] : all.find(({ name }) => /label|target|^tgt/.test(name));
      return ids?.shape.length === 2 && ids.dtype === "Long" && !flat(ids).includes(-100) && Math.max(...flat(ids)) > 50
        && rowsOf(ids).some((row) => row.length > 3 && new Set(row.slice(-3)).size === 1);
    },
    section: "ignore_index",
    title: "The rows end in one and the same label: padding counts as a target",
    says: "Predicting it is easy, so the loss is low and the text is bad. Ignore its index, or set such labels to -100:",
    code: "F.cross_entropy(logits.movedim(-1, 1), target, ignore_index=pad_id)  # logits (N, L, V)",
  },
  {
    when: /weights?/i,
    and: /counts?/i,
    needs: ({ all }) => {
      const [weights, counts] = [/weight/, /count/].map((name) => all.find((each) => name.test(each.name))).map((each) => each && flat(each));
      return weights?.length > 1 && counts?.length === weights.length && weights.every((w, k) => Math.abs(w / weights[0] - counts[k] / counts[0]) < 0.01);
    },
    ...SHARES,
  },
  {
    ...thresholdOnLogits,
    when: /\b(?:z|out(?:put)?s?|logits?|pred\w*|scores?)\W{0,2} ?>=? ?0?\.5\b/i,
    and: /logits/i,
    not: /sigmoid\(|softmax|regress|cross_entropy\(/i,
    needs: ({ all }) => all.some((each) => isFloat(each) && flat(each).some((x) => x > 0 && x < 0.5) && flat(each).some((x) => x < 0 || x > 1)),
  },
  {
    when: /==/,
    and: /acc|correct/i,
    not: /squeeze\(|flatten\(/,
    needs: ({ is }) => is(/Size\(\[(\d+), 1\]\)[^]{0,90}Size\(\[\1\]\)|Size\(\[(\d+)\]\)[^]{0,90}Size\(\[\2, 1\]\)/),
    section: "idle",
    title: "Shapes (N, 1) and (N,) meet: each prediction is compared with every target",
    says: "So the accuracy may be above 1, or far too low. Flatten both:",
    code: "correct = (pred.flatten() == target.flatten()).sum().item()",
  },
  {
    when: /SigmoidBackward[^]*WithLogitsBackward/,
    and: /multi.?label|tags/i,
    needs: ({ all, is }) => {
      const [probabilities, target] = all;
      const [p, y] = [probabilities, target].map((each) => each && flat(each));
      if (!y || p.length !== y.length || !p.every((x) => x > 0 && x < 1) || !areZerosAndOnes(target)) return null;
      const loss = p.reduce((total, x, k) => total - Math.log(y[k] ? x : 1 - x), 0) / p.length;
      return is(new RegExp(`\\(${loss.toFixed(3).replace(".", "\\.")}`)) && { loss };
    },
    section: "labels",
    title: (f, { loss }) => `The printed loss is right: ${loss.toFixed(4)} is the mean of these probabilities' losses, and the loss took the logits`,
    says: "Each label has a sigmoid of its own, so the rows need not add up to one.",
  },
  {
    when: /\.(?:long|int)\(\)/,
    needs: ({ all }) => all.length > 1 && all.some((each) => isFloat(each) && flat(each).every((x) => x > 0 && x < 1))
      && all.some((each) => each.dtype === "Long" && flat(each).length > 2 && flat(each).every((x) => x === 0)),
    section: "threshold",
    title: "`.long()` cuts every probability below 1 to 0",
    says: "Compare with the threshold first:",
    code: "pred = (probabilities > 0.5).long()",
  },
  {
    when: /cosine|cos.?sim|normali[sz]ed|\bclip\b/i,
    and: /stays|stuck|plateau|above|not (?:fall|go)|floor|loss\W|entropy/i,
    not: /scale|temperature|\/ ?0?\.|\* ?\d/i,
    needs: ({ all }) => all.find((each) => isMatrix(each) && each.shape[1] > 2 && flat(each).every((x) => Math.abs(x) <= 1) && flat(each).some((x) => x < 0))?.shape[1],
    section: "contrastive",
    title: (f, classes) => `Cosines without a scale: with ${classes} classes, no row costs less than ${floorOfCosines(classes).toFixed(4)}`,
    says: "Two cosines differ by at most 2, so no probability comes near 1. Multiply them:",
    code: "logits = 16 * cosines",
  },
  {
    when: /\b(?:precision|recall|f1)\b/i,
    needs: ({ all }) => all.some((each) => each.shape.length === 1 && flat(each).some(Number.isNaN) && flat(each).some(Number.isFinite)),
    section: "macro",
    title: "A class that is never predicted has no precision, and one without a row no recall: 0 divided by 0",
    says: "Count it as 0, or leave it out, and say which. A rare class may need another threshold.",
  },
  {
    when: /\b(?:precision|recall|f1)\w*\(/i,
    needs: ({ all }) => all.length === 2 && all.every(({ shape, values }) => shape.length === 1 && values.length > 3 && values.every(Number.isInteger)),
    section: "macro",
    title: "Precision, recall and F1 depend on the average: over the classes, over the rows, or of the positive class alone",
    says: "Name it, as by `average=\"binary\"`, and compare two libraries with the same one.",
  },
  {
    when: /sigmoid|prob/i,
    needs: ({ all }) => all.length === 1 && flat(all[0]).length > 3 && flat(all[0]).every((x) => x >= 0.5 && x < 0.7312)
      && flat(all[0]).some((x) => x > 0.7),
    section: "stuck",
    title: "From 0.5 to 0.7311: is it a sigmoid of what a sigmoid returned?",
    says: "A sigmoid of 0 is 0.5, one of 1 is 0.7311. If so, remove one of the two; the loss with logits applies one itself:",
    code: BINARY,
  },
  {
    when: /sigmoid|probabilit/i,
    needs: ({ all }) => all.length === 1 && flat(all[0]).length > 3 && flat(all[0]).every((x) => x >= 0.5 && x < 1) && flat(all[0]).filter((x) => x === 0.5).length > 1,
    section: "stuck",
    title: "No sigmoid is below one half: a ReLU before it leaves no negative logit",
    says: "Let the last layer return logits of both signs, without a ReLU after it:",
    code: BINARY,
  },
  {
    when: /softmax\([^()\n]*\* ?\w*mask|\* ?\w*mask\b[^\n]*softmax/i,
    not: /-1e\d|-1\d{3,}|-(?:torch\.)?inf|finfo/i, // which the mask adds
    needs: ({ all }) => all.length > 0,
    ...MASKED_BY_ZERO,
  },
  {
    when: />=? ?0?\.\d/,
    needs: ({ all }) => all.some((each) => isMatrix(each) && each.shape[1] > 1 && rowsOf(each).every(areLogarithms)),
    section: "exponentials",
    title: "These are log-probabilities, which are never above 0: none passes a threshold",
    says: "For the class, take the `argmax`; for probabilities, the exponential:",
    code: "log_probs.argmax(dim=1)  # or log_probs.exp()",
  },
  { ...posWeightBelowOne },
  {
    when: /\* ?\w*mask/i,
    needs: ({ all }) => all.some((each) => isFloat(each) && flat(each).filter((x) => x === 0).length > 1 && flat(each).some((x) => x < 0)),
    ...MASKED_BY_ZERO,
  },
  {
    when: /-\s*(?:torch\.)?log\(\s*(?:torch\.|F\.)?softmax|softmax\([^)]*\)\.log\(/,
    needs: ({ all }) => all.some((each) => flat(each).some((x) => Math.abs(x) === Infinity)),
    section: "infinite",
    title: "The softmax of a far smaller logit is rounded to 0, and its logarithm is infinite",
    says: "Take the log-softmax, which does not round to 0:",
    code: "-logits.log_softmax(dim=1)[torch.arange(len(target)), target]",
  },
  {
    when: /real probabilit|0\/1|0 (?:or|and) 1|over.?confiden|saturat|calibrat/i,
    needs: ({ all }) => all.some((each) => isMatrix(each) && flat(each).every(Number.isFinite) && flat(each).some((x) => Math.abs(x) > 50)),
    section: "best_temperature",
    title: "Logits that are far apart: their softmax is 0 and 1",
    says: "Divide them by a temperature, chosen by the loss of validation rows. To make the model itself less sure, look at its inputs and at how long it was trained.",
    code: "(logits / temperature).softmax(dim=1)",
  },
  {
    when: /cross.?entropy/i,
    and: /sure|right|perfect|correct|100|\bone.?hot|should|zero|\b0\?/i,
    needs: ({ all, is }) => {
      const rows = all.filter((each) => isMatrix(each) && each.shape[1] > 1 && areZerosAndOnes(each) && rowsOf(each).every((row) => sum(row) === 1));
      const floor = floorOfSoftmax(rows[0]?.shape[1] ?? 0);
      return rows.length === 1 && is(new RegExp(floor.toFixed(3).replace(".", "\\."))) && { classes: rows[0].shape[1], floor };
    },
    section: "floor",
    title: (f, { classes, floor }) => `Probabilities in place of logits: for ${classes} classes, \`cross_entropy\` then never goes below ${floor.toFixed(4)}`,
    says: "It applies a softmax itself, so ones and zeros are logits that hardly differ. Pass the output of the last layer:",
    code: PLAIN,
  },
];

/** The answer of the first case that the words and the tensors of a text fit, or null. */
export function aboutPrint(text) {
  let read;
  return first(PRINTS, { text, is: (words) => words.test(text), get all() { return (read ??= tensorsOf(text)); } });
}

// The tensors of a text that have a shape: if the whole cannot be read, those that can.
function tensorsOf(text) {
  const plain = text.replace(LOSS_CALL, "").replace(/\bToTensor\(\)(?:\(\w+\))?/g, "")
    .replace(/\(\)(?=[ \t:=]*[ \t](?:tensor|array)\()/g, "").replace(/\)\s*\.(?:mean|sum)\([^\n]*/g, ")");
  const all = shaped(plain);
  return all ?? (plain.match(ONE) ?? []).flatMap((each) => shaped(each) ?? []);
}

const ONE = /(?:tensor|array)\(\s*\[(?:[^()]|\([^()]*\))*\)/g; // a tensor among lines that are not read

// The tensors of a text that have a shape; nothing if one of them cannot be read.
function shaped(text) {
  try {
    return readAll(text).filter(({ shape }) => shape.length);
  } catch (refusal) {
    if (refusal instanceof Refusal) return null;
    throw refusal;
  }
}
