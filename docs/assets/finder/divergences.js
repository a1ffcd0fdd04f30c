// Cases of KL divergences and of distillation. No DOM.
import { any } from "./cases.js";
import { isNegative, isToldNegative } from "./questions.js";
import { TO_LOGARITHMS } from "./sections.js";
import { DISTILLATION } from "./words.js";

// The answer to a negative divergence.
const NEGATIVE = {
  section: "negative",
  title: "A negative KL divergence: the input of `kl_div` is not log-probabilities, or its target does not add up to 1",
  says: "An estimate from samples, as in PPO, or a single term may be negative. In a formula of your own, check the signs. For "
    + "`kl_div`, pass log-probabilities, then probabilities:",
  code: TO_LOGARITHMS.code,
};

export const negative = {
  when: /\bkl|kullback|\bkd\b|distil/i,
  not: /reward|\bkld?\b[^\d\n-]{0,6}\d+\.\d|\bkl\w*\b[^.\n]{0,12}not negative/i,
  needs: (f) => isNegative(f) || isToldNegative(f),
  ...NEGATIVE,
};

export const negativeInWords = {
  when: any(
    /(?:is|are|be|get\w*|becom\w*|goes|went|returns?|output\w*|an?) negative/,
    /negative (?:loss|kl|value|div|result)|below (?:0|zero)/,
  ),
  and: /kl_?div|\bkl?d\b|\bkl\b|kullback|distil/i,
  ...NEGATIVE,
};

export const tiny = {
  when: /distil|\bkd\b|kl_?div/i,
  and: /\btiny|(?:very|too|so) small|only 0?\.0\d+/i,
  not: /temperature|\bT ?=|batchmean/,
  section: "mean_of_kl",
  title: 'The "mean" of `kl_div` divides by rows and classes, so it is as many times too small as there are classes',
  says: "Divide by the rows alone. With a temperature T, multiply by its square:",
  code: 'F.kl_div(log_p, q, reduction="batchmean") * T**2',
};

export const overEntries = {
  when: /kl_?div[^]*\/ ?(?!\w*(?:mask|target|label))[\w.]+\.numel\(/i,
  section: "mean_of_kl",
  title: "A KL divergence over the number of entries is as many times smaller as there are classes",
  says: "Divide the sum by the rows:",
  code: 'F.kl_div(log_probs, target, reduction="batchmean")',
};

export const notANumber = {
  when: /kl_?div|distil|\bkd\b/i,
  needs: ({ loss }) => Number.isNaN(loss?.value),
  section: ({ is }) => (is(DISTILLATION) ? "kd" : "kl"),
  title: "A KL divergence of nan: a target of logarithms, without `log_target=True`, an input of minus infinity, or logits that are nan",
  says: "A negative number has no logarithm; zero times infinity is nan. Take both from `log_softmax`:",
  code: 'F.kl_div(log_probs, log_target, log_target=True, reduction="batchmean")',
};

export const logTarget = {
  when: /kl_div\([^]{0,60}log_softmax[^]{0,60}log_softmax/i,
  not: /log_target/i,
  needs: ({ loss, values }) => Number.isNaN(loss?.value) || values("loss").some(Number.isNaN),
  section: "kl",
  title: "The target of `kl_div` is a logarithm: without `log_target=True`, its own logarithm is nan",
  says: "Pass the option, or probabilities as the target:",
  code: 'F.kl_div(log_probs, log_target, log_target=True, reduction="batchmean")',
};

export const temperature = {
  when: /small|scal|factor|times|square|vanish|tiny|barely|hardly|influence|effect|ignored/i,
  and: [DISTILLATION, /temperature|\bT ?=/i],
  not: /\* ?\(?(?:T|temp\w*|temperature) ?(?:\*\* ?2|\* ?(?:T|temp\w*|temperature))|T ?\*\* ?2/,
  section: "distillation",
  title: "In distillation, the loss is multiplied by T²",
  says: "Otherwise, at large T, its gradient shrinks like 1/T²:",
  code: 'T ** 2 * F.kl_div((logits / T).log_softmax(dim=1), (teacher / T).softmax(dim=1), reduction="batchmean")',
};

export const collapses = {
  when: /\bvae|variational|\belbo\b|posterior/i,
  and: /\bkld?\b[^.]{0,40}(?:\b0(?:\.0+|\.000\d*)?(?![.\d])|zero|vanish|collaps|nothing)|collaps/i,
  not: any(
    /\bnan\b|negative|\bvq\b|vq-?vae|codebook|mode collaps|\bgan\b|anneal|\binf\b|policy|\brl\b|what is|beta ?= ?0(?!\.)/,
    /(?:n't|\bnot) go|summed|\bsum\b|language|lstm|\btext|strong decoder|step 0|at init|starts? near|\b0 to \d|\bno (?:kl |posterior )?collaps|(?:not|n't) collaps|, not (?:0|zero)/, // a decoder of text may need no code
  ),
  section: "vae",
  title: "The divergence of a VAE goes to 0: is the reconstruction averaged over the pixels?",
  says: "Then the divergence counts as many times as there are pixels. Add up both terms in each row:",
  code: "loss = (reconstruction.flatten(1).sum(dim=1) + divergence.sum(dim=1)).mean()",
};

export const otherRows = {
  when: DISTILLATION,
  and: [/teacher/i, /(?:cach|stor|precomput|saved?)\w*|stays?|not (?:fall|decreas|learn)|n't (?:fall|decreas|learn)|\b10 ?% acc/i],
  not: any(
    /temperature|\bT ?=|\bnan\b|negative|eval mode|frozen|forcing|distilbert|\bdino|self-distil|checkpoint|each epoch/,
    /to disk|works|same model|teacher = student|\bhow (?:to|do)\b/,
  ),
  section: "kd",
  title: "Does the teacher's output belong to the same rows?",
  says: "Stored logits must be looked up by the number of the row, since a shuffled loader has a different order in each epoch:",
  code: "print((teacher_logits.argmax(dim=1) == target).float().mean())  # near the teacher's accuracy?",
  isWeak: true,
};
