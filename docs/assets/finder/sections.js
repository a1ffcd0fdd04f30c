// The sections that explain what a text says of a loss, and answers that lead to them. No DOM.

const DEBUG = "guides/debug/";
/** Where a printed loss leads: to a loss by hand, to weights of classes, to the loss of logits. */
const place = (at, link, code = "") => ({ at, link, code });
export const HAND = place(`${DEBUG}comparisons/#the-loss-differs-from-a-hand-calculation`, "The loss differs from a hand calculation");
export const NEGATIVE = place(`${DEBUG}symptoms/#the-loss-is-negative`, "The loss is negative");
export const CLASSES = place("guides/weights-and-masks/#class-weights", "Class weights");
export const CERTAIN = place(`${DEBUG}comparisons/#a-gradient-is-none-or-zero`, "A gradient is None or zero");
export const EPSILON = place("understand/log-softmax/#an-epsilon-inside-the-logarithm", "An epsilon inside the logarithm");
export const SIGMOID = place("understand/two-classes/#why-the-loss-takes-the-logit", "Why the loss takes the logit",
  "F.binary_cross_entropy_with_logits(logits, target)");

const SECTIONS = { // each with its title, unless a message names it
  stuck: [`${DEBUG}symptoms/#the-loss-is-stuck-at-ln-c`], negative: [`${DEBUG}symptoms/#the-loss-is-negative`],
  floor: [`${DEBUG}symptoms/#the-loss-will-not-go-below-a-floor`],
  zero: [`${DEBUG}symptoms/#the-loss-is-exactly-zero`], high: [`${DEBUG}comparisons/#accuracy-is-fine-but-the-loss-is-high`],
  idle: [`${DEBUG}comparisons/#the-loss-falls-but-accuracy-does-not`], gradient: [CERTAIN.at, CERTAIN.link],
  rows: [`${DEBUG}comparisons/#the-loss-differs-between-batch-sizes`],
  weights: [`${DEBUG}comparisons/#class-weights-change-nothing`], nan: [`${DEBUG}nan-and-infinity/#the-loss-is-nan`],
  model: ["guides/language-models/#perplexity-and-bits-per-byte", "Perplexity and bits per byte"],
  finite: [`${DEBUG}nan-and-infinity/#the-loss-is-finite-but-the-weights-become-nan`], shift: ["guides/language-models/#shift-once", "Shift once"],
  epsilon: [EPSILON.at, EPSILON.link], perplexity: ["understand/likelihood/#perplexity", "Perplexity"],
  bits: ["understand/likelihood/#nats-and-bits", "Nats and bits"],
  distillation: ["understand/temperature/#distillation-multiplies-by-t2", "Distillation multiplies by T²"],
  half: ["guides/numerics/#the-mean-in-half-precision", "The mean in half precision"],
  masked: ["guides/numerics/#one-hot-targets-and-label-smoothing-with-a-mask", "One-hot targets and label smoothing with a mask"],
  evaluation: ["guides/measuring/#modeleval-and-no_grad-do-different-things", "`model.eval()` and `no_grad` do different things"],
  imbalance: ["guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", "Imbalanced classes"],
  focal: ["guides/imbalance/#focal-loss", "Focal loss"],
  contrastive: ["guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor", "Which loss to expect: from ln N to the floor"],
  processes: ["guides/batches/#several-processes", "Several processes"], dpo: ["guides/mixed-targets/#dpo", "DPO"],
  jumps: ["guides/debug/#by-symptom", "By symptom"], resize: ["guides/segmentation/#resize-masks-by-nearest-logits-bilinearly", "Resize masks by nearest, logits bilinearly"], own: [`${DEBUG}shapes/#index-tensor-must-have-the-same-dimensions`, "Index tensor must have the same dimensions"],
  kl: ["reference/losses/distributions-and-sequences/#kldivloss-pitfalls", "KLDivLoss: Pitfalls"], kd: ["guides/mixed-targets/#knowledge-distillation", "Knowledge distillation"],
  reshaped: ["guides/shapes/#why-not-view", "Why not view"], scaler: ["guides/numerics/#autocast", "Autocast"], policy: ["guides/language-models/#grpo-the-loss-starts-at-0", "GRPO: the loss starts at 0"],
  dice: ["guides/segmentation/#soft-dice-from-logits", "Soft Dice from logits"],
  tied: ["guides/large-vocabularies/#tied-weights-start-with-a-large-loss", "Tied weights start with a large loss"],
  accumulation: ["guides/batches/#gradient-accumulation", "Gradient accumulation"], first: [`${DEBUG}#train-on-one-batch`, "Train on one batch"],
  average: [CLASSES.at, CLASSES.link], ignores: ["guides/weights-and-masks/#it-ignores-the-row-not-the-class", "It ignores the row, not the class"],
  weighted: ["guides/segmentation/#several-classes-the-background-and-libraries", "Several classes, the background, and libraries"],
  ignored: ["guides/segmentation/#the-ignore-label-255", "The ignore label 255"],
  average_kl: [`${DEBUG}options/#the-mean-of-kl_div`, "The 'mean' of kl_div"], clip: ["guides/contrastive/#clip-both-directions-and-a-learned-scale", "CLIP: both directions and a learned scale"],
  means: ["guides/batches/#what-the-mean-of-means-averages", "What the mean of means averages"],
  bounds: [`${DEBUG}target/#class-index-out-of-bounds`], smaller: ["guides/batches/#a-smaller-last-batch", "A smaller last batch"], labels: ["guides/predictions/#several-labels-per-row", "Several labels per row"],
  padding: ["guides/measuring/#ignored-targets-mask-then-count", "Ignored targets: mask, then count"],
  ctc: ["reference/losses/distributions-and-sequences/#ctcloss-pitfalls", "CTCLoss: Pitfalls"],
  density: ["reference/losses/distributions-and-sequences/#gaussiannllloss", "GaussianNLLLoss"],
  logits: ["reference/losses/binary-and-multi-label/#bcewithlogitsloss", "BCEWithLogitsLoss"],
  triplet: ["reference/losses/ranking-and-embedding/#tripletmarginloss-pitfalls", "TripletMarginLoss: Pitfalls"],
  ranking: ["reference/losses/ranking-and-embedding/#marginrankingloss-pitfalls", "MarginRankingLoss: Pitfalls"],
};

/** A language model whose loss of one token is nan. */
export const ONE_TOKEN = /^(?=[^]*(?:LMHead|CausalLM|input_ids=))(?=[^]*\bnan\b)[^]*\[\[ ?\d+ ?\]\]/;

/** Contrastive learning, whose embeddings are no logits. */
export const VIEWS = /info.?nce|contrastive|simclr|nt-?xent|\bviews?\b[^]*\b(?:positive|negative)/i;

// Sections by the words that lead to them if nothing else does, each with its title.
const TOPICS = [
  [/auto-?encoder[^]*(?:bce|binary.?cross)/i, ...SECTIONS.floor, "The loss will not go below a floor"],
  [/dice[^]*smooth|smooth[^]*dice/i, "guides/segmentation/#empty-masks-and-the-smoothing-term", "Empty masks and the smoothing term"],
  [/^(?=[^]*(?<!binary.?)cross.?entropy)(?=[^]*(?:bce|binary.?cross))[^]*(?:differ|compar|same|equal|\bvs\b|versus)/i,
    "understand/two-classes/#both-logits-and-a-one-hot-target", "Both logits and a one-hot target"],
  [/label.?smoothing/i, "guides/weights-and-masks/#label-smoothing", "Label smoothing"],
  [/pos_weight/i, "guides/imbalance/#pos_weight-for-several-labels", "`pos_weight` for several labels"],
  [/class.?weight|weighted loss|entropy\w*\([^)\n]*weight|\bweight=/i, "guides/weights-and-masks/#class-weights", "Class weights"],
  [/accumulat/i, "guides/batches/#gradient-accumulation", "Gradient accumulation"], [/perplexity|\bppl\b/i, ...SECTIONS.perplexity],
  [/\bctc|\bblank\W{1,2}(?:token|label|symbol)/i, ...SECTIONS.ctc], [/\bdpo\b/i, ...SECTIONS.dpo], [/\b(?:grpo|ppo)\b/i, ...SECTIONS.policy],
  [/\bkl(?:_?div\w*|d)?\b|kullback/i, `${DEBUG}options/#the-mean-of-kl_div`, "The 'mean' of kl_div"],
  [/distil|teacher/i, ...SECTIONS.distillation], [/siglip/i, "guides/contrastive/#siglip-a-sigmoid-for-each-pair", "SigLIP: a sigmoid for each pair"],
  [/triplet/i, ...SECTIONS.triplet],
  [VIEWS, ...SECTIONS.contrastive], [/\bclip\b/i, ...SECTIONS.contrastive], [/focal/i, ...SECTIONS.focal],
  [/overfit|val\w* loss.*(?:increas|ris)/i, "guides/measuring/#validation-loss-rises-while-accuracy-rises", "Validation loss rises while accuracy rises"],
  [/imbalance|\brare\b|minority|recall\W{1,4}(?:is )?0(?:\.0*)?(?![.\d])/i, ...SECTIONS.imbalance], [/fp16|float16|half.?precision|bf16|\bamp\b/i, ...SECTIONS.half],
  [/ignore_index|-100|padding/i, "guides/weights-and-masks/#ignore_index", "`ignore_index`"],
  [/outputs?\b.{0,20}\bnegative|negative (?:outputs?|values)|softmax\b[^]*\bprobabilit\w* (?:of|for) each/i, "guides/predictions/#from-logits-to-predictions", "From logits to predictions"],
  [/mask[^]*(?:resiz|interpol|border)|(?:resiz|interpol)[^]*mask|iou[^]*border/i, ...SECTIONS.resize],
  [/mixup|cutmix/i, "guides/mixed-targets/#mixup-and-cutmix", "MixUp and CutMix"],
  [/\bordinal|\bcoral\b|\bcorn\b/i, "guides/mixed-targets/#ordered-classes", "Ordered classes"],
  [/soft (?:label|target)/i, "guides/weights-and-masks/#soft-targets", "Soft targets"], [/batch.?size/i, ...SECTIONS.rows],
  [/\bddp\b|multi-?gpu|\d+ gpus/i, ...SECTIONS.processes],
  [/by hand|manual|(?:my|our) own |from scratch|numpy|scikit|sklearn|formula/i, HAND.at, HAND.link],
  [/keras|tensorflow/i, "guides/translate/#keras", "Keras"], [/\b(?:dice|m?iou)\b/i, ...SECTIONS.dice],
  [/multi.?label|each label|several labels/i, "guides/choose/#several-labels-at-once", "Several labels at once"],
  [/model\.eval|(?:eval|train)\w* mode|(?:remove|disabl|after|without)\w* (?:\w+ )?(?:dropout|batch.?norm)/i, ...SECTIONS.evaluation],
];

/** The two sections whose words stand in a text, as answers that are not sure. */
export const topics = (text) => TOPICS.filter(([words]) => words.test(text)).slice(0, 2)
  .map(([, at, link]) => ({ at, title: link, link, isHint: true, isTopic: true }));
export const ALIKE = "print(logits.std(dim=0))  # near 0: the logits do not depend on the input";
export const LARGEST = 'print(F.cross_entropy(logits, target, reduction="none").topk(5))';
export const CHECK = "print((target != -100).sum(), logits.isfinite().all())";

/** An answer that is sure of itself; what it does not say, its section says. */
export const answer = (section, title, says = "", code = "", isWeak = false) =>
  ({ isSaid: true, isWeak, at: SECTIONS[section][0], title, says, code, link: SECTIONS[section][1] });
export const TO_LOGARITHMS = ["Pass log-probabilities, then probabilities:", 'F.kl_div(logits.log_softmax(dim=1), target, reduction="batchmean")'];
export const DIVERGED = answer("negative", "A negative KL divergence: the input of `kl_div` is not log-probabilities, or its target does not add up to 1",
  "An estimate from samples, as in PPO, or a single term may be negative. In a formula of your own, check the signs. For `kl_div`, pass log-probabilities, then probabilities:",
  TO_LOGARITHMS[1]);
export const SPREAD = ["Begin with easier negatives, or a lower learning rate. Look at the distances:", "print(torch.pdist(embeddings).mean())"];
