// Cases of class weights and ignored classes. No DOM.
import { any } from "./cases.js";

export const ignoredLogits = {
  when: /ignore_?index|ignored (?:targets?|class|index|indices)/i,
  and: /denominator|(?:impact|affect|influence|have|get)\w*[^.\n]{0,30}(?:other classes|gradients?)|does(?: not|n't) work as|still (?:in|part of) the softmax/i,
  not: /\bnan\b|out of bounds|out of range/i,
  section: "ignores",
  title: "`ignore_index` leaves out rows, not a class: the class stays in every softmax",
  says: "To take the class out of the softmax of the other rows, set its logits to minus infinity:",
  code: "logits[:, ignored] = -torch.inf",
};

export const meanOfMasked = {
  when: /\b(?:\w*loss\w*|l|nll|ce) ?\* ?\w*mask\w*(?:\[[^\]]*\])?(?:\.\w+\(\))?\)\.mean\(\)/i,
  not: /mean\(\) ?\/|mean\(\) ?\* |fixmatch|pseudo|consistency/i,
  section: "by_hand",
  title: "The mean of a masked loss divides by the masked entries too",
  says: "Divide the sum by the number of those that count:",
  code: "(loss * mask).sum() / mask.expand_as(loss).sum().clamp(min=1)",
};

export const order = {
  when: /class weights?\b[^.\n]{0,40}\b(?:worse|which order|order of)\b/i,
  section: "class_weights",
  title: "Is the weight at index k that of class k?",
  says: "`most_common()` of a `Counter` sorts by count, and a `set` has an order of its own. Count by index:",
  code: "counts = torch.bincount(target, minlength=logits.shape[1])",
};

export const ignored = {
  when: /\bweights? (?:are |is )?ignored\b/i,
  not: /pre-?train|checkpoint|load|warning|coder|layer|metric/i, // weights of a network
  section: "weights",
  title: "Class weights change nothing",
};

export const infinite = {
  when: any(/class weights?[^.\n]{0,40}\binf\b/, /\bweight\w*\b[^.\n]{0,40}smooth\w*[^.\n]{0,40}\binf/, /\binf\b[^\n]{0,80}class weights[^.\n]{0,30}smooth/),
  not: /logit weights|weights (?:are|become|became) (?:nan|inf)/i,
  section: "counted",
  title: "An infinite class weight: is it 1 divided by a count of zero?",
  says: "Label smoothing gives every class a share, so the loss is infinite even if no row has the class. Give such a class a finite weight:",
  code: "weight = 1 / torch.bincount(target, minlength=logits.shape[1]).clamp(min=1)",
};

export const changeNothing = {
  when: any(
    /class.?weights?\b.{0,25}\bnot? change/,
    /batch.?size\W{1,4}(?:is |of |to )?1\b[^.\n]{0,40}\b(?:class.?weights?|weight\W{1,3}(?:argument|parameter|option))\b.{0,20}\bnot work/,
    /weight\w*\b.{0,25}\b(?:no (?:effect|difference)|nothing|not? matter)/,
    /(?:loss.{0,20}(?:not|n't) change|no (?:effect|difference|change)).{0,50}weight/,
  ),
  not: /decay|initiali[sz]|\binit\b|layer|pre-?train|\bmuch\b/i, // weights of a network
  section: "weights",
  title: "Class weights change nothing",
};

export const allEqual = {
  when: /weights?\w* ?=?[^\n[]{0,16}\[ ?(\d+(?:\.\d*)?)(?:, ?\1)+ ?\]/i,
  and: /same|no (?:effect|difference|change)|stays?|nothing|without weights/i,
  not: /sampler|loss_weights|pos_weight|\bbce|binary|with_?logits|["'](?:sum|none)["']|\bloss\w* ?= ?[\d.]+ ?\*/i,
  section: "weights",
  title: "Equal class weights cancel in the mean, which divides by the weights of the targets",
  says: "To make the loss larger, multiply it. To change what counts, the weights of the classes must differ.",
};

export const weightedMean = {
  when: /\bmean\b[^]*(?:wrong|expect|differ|intended|\?\?)/i,
  and: [/weight/i, /reduction/i, /\b(?:none|sum)\b/i],
  not: /bce|binary|mse/i,
  section: "class_weights",
  title: "A weighted mean divides by the sum of the targets' weights, not by the number of rows",
  says: "To divide by the rows instead:",
  code: 'F.cross_entropy(logits, target, weight, reduction="sum") / len(target)',
};

export const recallOfIgnored = {
  when: /(?:class|label) 0\b[^\n]{0,24}recall\W{0,4}(?:is |of )?0(?:\.0+)?(?![.\d])/i,
  and: /recall\W{0,4}(?:is |of )?(?:0?\.[7-9]\d*|1\.0)/i,
  not: /rare|imbalance/i,
  section: "ignores",
  title: "Only class 0 is never predicted: is it ignored, as by `ignore_index=0`?",
  says: "Or it is rare, or not in the training set. Give the padding an index that is no class:",
  code: "F.cross_entropy(logits, target, ignore_index=-100)",
};

export const ignoredClass = {
  when: any(/ignore_index ?=? ?0\b[^]*(?:never|not) predict/, /never predict[^]*ignore_index ?=? ?0\b/),
  section: "ignores",
  title: "With `ignore_index=0`, no row of class 0 counts: the model never learns it",
  says: "Give the padding an index that is no class, such as -100:",
  code: "F.cross_entropy(logits, target, ignore_index=-100)",
};

export const classNeverPredicted = {
  when: /(?:never|n't|not) (?:ever )?predicts? (?:the )?(?:class|label|index) 0\b/i,
  not: any(
    /ignore_index|no examples|should(?: never| not|n't)|when it|regress|yolo|starts? at 1|\bI (?:do not|don't)/,
    /pos_weight|\bbce|binary|always|padding/,
  ),
  section: "ignores",
  title: "Class 0 is never predicted: is it ignored, as by `ignore_index=0`?",
  says: "Or no row of it is in the training set. Give the padding an index that is no class:",
  code: "F.cross_entropy(logits, target, ignore_index=-100)",
};

export const smoothedRises = {
  when: /label_smoothing ?=/i,
  and: [/(?<!_)weight ?=/i, /goes up|increas|ris(?:es|ing)|grow|larger|higher|more than/i],
  section: "smoothed_weights",
  title: "Label smoothing gives each class a share of the target, and the weight of that class multiplies its share",
  says: "With a rare class's large weight, the smoothed part can outweigh the right class: a surer answer then costs more. Smooth less, or weight each row by its own class:",
  code: '(weight[target] * F.cross_entropy(logits, target, label_smoothing=0.1, reduction="none")).mean()',
};

export const smoothedWrong = {
  ...smoothedRises,
  when: /label.?smoothing/i,
  and: [/weight/i, /(?:lowest|smallest|best)[^.\n]{0,24}wrong class|weight\w* chang\w* (?:the )?label.?smoothing/i],
  says: "With a large weight, the smoothed part can outweigh the right class. Smooth less, or weight each row by its own class:",
};

export const ignoredClassCounts = {
  when: /ignore_index ?=? ?\d/i,
  and: /class \d (?:is|was|should be) (?:ignored|left out|excluded)|ignor\w* (?:the )?class|all (?:three|two|four)? ?should be the same|still (?:in|part of) the softmax/i,
  section: "ignores",
  title: "`ignore_index` leaves out rows with that target; the class stays in every softmax",
  says: "To take the class out, give its logit minus infinity, or slice it off:",
  code: "F.cross_entropy(logits[:, 1:], target - 1, ignore_index=-1)  # without class 0",
};
