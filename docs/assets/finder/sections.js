// The sections that explain what a text says of a loss, and answers that lead to them. No DOM.

export const DEBUG = "guides/debug/";
const SECTIONS = { // each with its title, unless a message names it
  // the debugging pages
  stuck: [`${DEBUG}symptoms/#the-loss-is-stuck-at-ln-c`],
  negative: [`${DEBUG}symptoms/#the-loss-is-negative`],
  floor: [`${DEBUG}symptoms/#the-loss-will-not-go-below-a-floor`],
  zero: [`${DEBUG}symptoms/#the-loss-is-exactly-zero`],
  high: [`${DEBUG}comparisons/#accuracy-is-fine-but-the-loss-is-high`],
  idle: [`${DEBUG}comparisons/#the-loss-falls-but-accuracy-does-not`, "The loss falls but accuracy does not improve"],
  gradient: [`${DEBUG}comparisons/#a-gradient-is-none-or-zero`, "A gradient is None or zero"],
  rows: [`${DEBUG}comparisons/#the-loss-differs-between-batch-sizes`],
  weights: [`${DEBUG}comparisons/#class-weights-change-nothing`],
  nan: [`${DEBUG}nan-and-infinity/#the-loss-is-nan`],
  finite: [`${DEBUG}nan-and-infinity/#the-loss-is-finite-but-the-weights-become-nan`],
  jumps: ["guides/debug/#by-symptom", "By symptom"],
  own: [`${DEBUG}shapes/#index-tensor-must-have-the-same-dimensions`, "Index tensor must have the same dimensions"],
  first: [`${DEBUG}#train-on-one-batch`, "Train on one batch"],
  implicit: [`${DEBUG}options/#implicit-dimension-choice`, "Implicit dimension choice"],
  average_kl: [`${DEBUG}options/#the-mean-of-kl_div`, "The 'mean' of kl_div"],
  scalar: [`${DEBUG}autograd/#only-for-scalar-outputs`, "Only for scalar outputs"],
  bounds: [`${DEBUG}target/#class-index-out-of-bounds`, "Class index out of bounds"],
  type_of_indices: [`${DEBUG}target/#wrong-type-of-class-indices`, "Wrong type of class indices"],
  no_log_softmax: [`${DEBUG}shapes/#no-attribute-log_softmax`, "No attribute 'log_softmax'"],
  infinite: [`${DEBUG}nan-and-infinity/#the-loss-is-infinite`],
  by_hand: [`${DEBUG}comparisons/#the-loss-differs-from-a-hand-calculation`, "The loss differs from a hand calculation"],
  no_grad: [`${DEBUG}autograd/#does-not-require-grad`, "Does not require grad"],
  range: [`${DEBUG}two-classes/#input-is-not-a-probability`, "Input is not a probability"],
  target_size: [`${DEBUG}two-classes/#target-size-must-be-the-same`, "Target size must be the same"],
  tensor: [`${DEBUG}target/#argument-target-must-be-tensor`, "argument 'target' must be Tensor"],
  dimensions: [`${DEBUG}shapes/#expected-one-or-more-dimensions`, "Expected one or more dimensions"],
  batch_sizes: [`${DEBUG}shapes/#batch-sizes-that-do-not-match`, "Batch sizes that do not match"],
  out_of_range: [`${DEBUG}shapes/#dimension-out-of-range`, "Dimension out of range"],
  // the derivations
  entropy: ["understand/likelihood/#entropy-the-average-surprise", "Entropy: the average surprise"],
  constant: ["understand/likelihood/#the-best-constant-prediction", "The best constant prediction"],
  epsilon: ["understand/log-softmax/#an-epsilon-inside-the-logarithm", "An epsilon inside the logarithm"],
  only_probabilities: ["understand/log-softmax/#if-you-have-only-probabilities", "If you have only probabilities"],
  perplexity_of_batches: ["understand/likelihood/#perplexity-over-batches", "Perplexity over batches"],
  perplexity: ["understand/likelihood/#perplexity", "Perplexity"],
  log_likelihood: ["understand/likelihood/#from-maximum-likelihood-to-the-mean-nll", "From maximum likelihood to the mean NLL"],
  bits: ["understand/likelihood/#nats-and-bits", "Nats and bits"],
  distillation: ["understand/temperature/#distillation-multiplies-by-t2", "Distillation multiplies by T²"],
  takes_logit: ["understand/two-classes/#why-the-loss-takes-the-logit", "Why the loss takes the logit"],
  cross_entropy: ["reference/losses/classification/#crossentropyloss", "CrossEntropyLoss"],
  indices: ["guides/shapes/#how-torch-tells-indices-from-probabilities", "How torch tells indices from probabilities"],
  once: ["reference/losses/classification/#nllloss", "NLLLoss"],
  unknown_labels: ["understand/two-classes/#labels-that-are-not-known", "Labels that are not known"],
  several_ones: ["understand/two-classes/#several-labels-cross-entropy-runs-and-has-a-floor", "Several labels: cross-entropy runs, and has a floor"],
  one_logit: ["understand/two-classes/#one-logit-and-crossentropyloss", "One logit and CrossEntropyLoss"],
  one_hot: ["understand/two-classes/#both-logits-and-a-one-hot-target", "Both logits and a one-hot target"],
  squared: ["understand/gradient/#squared-error-on-softmax", "Squared error on softmax"],
  best_temperature: ["understand/temperature/#the-best-temperature", "The best temperature"],
  never_cleared: ["worked-examples/iris-two-ways/#a-loop-that-never-clears-the-gradients", "A loop that never clears the gradients"],
  still: ["learn/exercises/broken-loops/#nothing-moves", "Nothing moves"],
  new_head: ["learn/exercises/broken-loops/#a-new-head", "A new head"],
  // the guides
  same_seed: ["guides/compiled-and-distributed/#same-seed", "The same seed, different digits"],
  lost_checks: ["guides/compiled-and-distributed/#lost-checks", "Checks that vanish"],
  unscale: ["guides/compiled-and-distributed/#unscale-then-clip", "Unscale, then clip"],
  processes: ["guides/batches/#several-processes", "Several processes"],
  accumulation: ["guides/batches/#gradient-accumulation", "Gradient accumulation"],
  divides: ["guides/batches/#what-the-mean-divides-by", "What the mean divides by"],
  means: ["guides/batches/#what-the-mean-of-means-averages", "What the mean of means averages"],
  logging: ["guides/compiled-and-distributed/#logging", "Logging"],
  ignored_targets: ["guides/batches/#ignored-targets", "Ignored targets"],
  smaller: ["guides/batches/#a-smaller-last-batch", "A smaller last batch"],
  vae: ["guides/choose/#variational-autoencoders", "Variational autoencoders"],
  losses_at_once: ["guides/choose/#several-losses-at-once", "Several losses at once"],
  numbers: ["guides/choose/#numbers", "Numbers"],
  outside: [`${DEBUG}two-classes/#target-outside-zero-to-one`, "Target outside zero to one"],
  different_size: [`${DEBUG}two-classes/#target-size-that-is-different`, "Target size that is different"],
  reward_models: ["guides/mixed-targets/#reward-models", "Reward models"],
  one_class: ["guides/choose/#one-class-out-of-several", "One class out of several"],
  several: ["guides/choose/#several-labels-at-once", "Several labels at once"],
  contrastive: ["guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor", "Which loss to expect: from ln N to the floor"],
  clip: ["guides/contrastive/#clip-both-directions-and-a-learned-scale", "CLIP: both directions and a learned scale"],
  temperature: ["guides/contrastive/#temperature-which-negatives-count", "Temperature: which negatives count"],
  collapse: ["guides/contrastive/#without-negatives-byol-simsiam-vicreg", "Without negatives: BYOL, SimSiam, VICReg"],
  diagonal: ["guides/contrastive/#simclr-leave-out-the-diagonal", "SimCLR: leave out the diagonal"],
  supcon: ["guides/contrastive/#supcon-several-positives-for-each-anchor", "SupCon: several positives for each anchor"],
  false_negatives: ["guides/contrastive/#false-negatives-two-rows-with-one-caption", "False negatives: two rows with one caption"],
  siglip: ["guides/contrastive/#siglip-a-sigmoid-for-each-pair", "SigLIP: a sigmoid for each pair"],
  imbalance: ["guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", "Imbalanced classes"],
  sampler: ["guides/imbalance/#weightedrandomsampler", "WeightedRandomSampler"],
  own_threshold: ["guides/imbalance/#a-threshold-instead-of-weights", "A threshold instead of weights"],
  priors: ["guides/imbalance/#start-from-the-log-priors", "Start from the log priors"],
  undo: ["guides/imbalance/#undo-it-at-prediction", "Undo it at prediction"],
  focal: ["guides/imbalance/#focal-loss", "Focal loss"],
  pos_weight: ["guides/imbalance/#pos_weight-for-several-labels", "`pos_weight` for several labels"],
  end_token: ["guides/language-models/#if-the-end-token-also-pads", "If the end token also pads"],
  model: ["guides/language-models/#perplexity-and-bits-per-byte", "Perplexity and bits per byte"],
  shift: ["guides/language-models/#shift-once", "Shift once"],
  attention_masks: ["guides/language-models/#attention-masks", "Attention masks: keep or leave out"],
  policy: ["guides/language-models/#grpo-the-loss-starts-at-0", "GRPO: the loss starts at 0"],
  padded: ["guides/large-vocabularies/#a-padded-vocabulary", "A padded vocabulary"],
  tied: ["guides/large-vocabularies/#tied-weights-start-with-a-large-loss", "Tied weights start with a large loss"],
  evaluation: ["guides/measuring/#modeleval-and-no_grad-do-different-things", "`model.eval()` and `no_grad` do different things"],
  auc: ["guides/measuring/#auc-and-thresholds-need-no-sigmoid", "AUC needs no sigmoid"],
  averaged_scores: ["guides/measuring/#what-may-be-averaged-over-batches", "What may be averaged over batches"],
  parts_of_scores: ["guides/measuring/#several-processes", "Several processes"],
  scikit_learn: ["guides/measuring/#scikit-learn-takes-classes-scores-or-probabilities", "scikit-learn takes classes, scores or probabilities"],
  macro: ["guides/measuring/#macro-micro-and-weighted-f1", "Macro, micro and weighted F1"],
  padding: ["guides/measuring/#ignored-targets-mask-then-count", "Ignored targets: mask, then count"],
  rises: ["guides/measuring/#validation-loss-rises-while-accuracy-rises", "Validation loss rises while accuracy rises"],
  dpo: ["guides/mixed-targets/#dpo", "DPO"],
  kto: ["guides/mixed-targets/#kto-answers-judged-one-by-one", "KTO: answers judged one by one"],
  ipo: ["guides/mixed-targets/#label-smoothing-and-ipo", "Label smoothing and IPO"],
  kd: ["guides/mixed-targets/#knowledge-distillation", "Knowledge distillation"],
  mixup: ["guides/mixed-targets/#mixup-and-cutmix", "MixUp and CutMix"],
  coral: ["guides/mixed-targets/#coral", "CORAL"],
  ordered: ["guides/mixed-targets/#ordered-classes", "Ordered classes"],
  many_classes: ["guides/numerics/#more-classes-than-float16-can-count", "More classes than float16 can count"],
  half_precision: ["guides/numerics/#half-precision", "Half precision"],
  masked_logits: ["guides/numerics/#masked-logits", "Masked logits"],
  half: ["guides/numerics/#the-mean-in-half-precision", "The mean in half precision"],
  all_masked: ["guides/numerics/#a-row-in-which-everything-is-masked", "A row in which everything is masked"],
  masked: ["guides/numerics/#one-hot-targets-and-label-smoothing-with-a-mask", "One-hot targets and label smoothing with a mask"],
  scaler: ["guides/numerics/#autocast", "Autocast"],
  folders: ["guides/predictions/#the-class-is-the-same-from-all-three", "Logits, log-probabilities and probabilities give the same class"],
  exponentials: ["guides/predictions/#exponentials-of-logits-are-not-probabilities", "Exponentials of logits are not probabilities"],
  threshold: ["guides/predictions/#two-classes-and-their-threshold", "Two classes and their threshold"],
  labels: ["guides/predictions/#several-labels-per-row", "Several labels per row"],
  no_answer: ["guides/predictions/#no-answer-when-the-model-is-not-sure", "No answer when the model is not sure"],
  drawing: ["guides/predictions/#drawing-a-class", "Drawing a class"],
  predictions: ["guides/predictions/#from-logits-to-predictions", "From logits to predictions"],
  rare_pixels: ["guides/segmentation/#hard-pixels-and-rare-classes", "Hard pixels and rare classes"],
  resize: ["guides/segmentation/#resize-masks-by-nearest-logits-bilinearly", "Resize masks by nearest, logits bilinearly"],
  dice: ["guides/segmentation/#soft-dice-from-logits", "Soft Dice from logits"],
  weighted: ["guides/segmentation/#several-classes-the-background-and-libraries", "Several classes, the background, and libraries"],
  iou: ["guides/segmentation/#dice-against-iou", "Dice against IoU"],
  ignored: ["guides/segmentation/#the-ignore-label-255", "The ignore label 255"],
  dice_metric: ["guides/segmentation/#the-dice-metric-of-empty-masks", "The Dice metric of empty masks"],
  empty_masks: ["guides/segmentation/#empty-masks-and-the-smoothing-term", "Empty masks and the smoothing term"],
  reshaped: ["guides/shapes/#why-not-view", "Why not view"],
  keras: ["guides/translate/#keras", "Keras"],
  average: ["guides/weights-and-masks/#class-weights", "Class weights"],
  ignores: ["guides/weights-and-masks/#it-ignores-the-row-not-the-class", "It ignores the row, not the class"],
  smoothing: ["guides/weights-and-masks/#label-smoothing", "Label smoothing"],
  smoothed_weights: ["guides/weights-and-masks/#weights-and-label-smoothing", "Weights and label smoothing"],
  guarantees: ["worked-examples/six-by-three/#softmax-and-its-two-guarantees", "Softmax and its two guarantees"],
  focal_weight: ["guides/weights-and-masks/#focal-loss-a-weight-that-depends-on-the-loss", "Focal loss: a weight that depends on the loss"],
  ignore_index: ["guides/weights-and-masks/#ignore_index", "`ignore_index`"],
  counted: ["guides/weights-and-masks/#weights-from-counts", "Weights from counts"],
  not_validated: ["guides/weights-and-masks/#they-are-not-validated", "Soft targets are not validated"],
  soft: ["guides/weights-and-masks/#soft-targets", "Soft targets"],
  // the reference
  kl: ["reference/losses/distributions-and-sequences/#kldivloss-pitfalls", "KLDivLoss: Pitfalls"],
  ctc: ["reference/losses/distributions-and-sequences/#ctcloss-pitfalls", "CTCLoss: Pitfalls"],
  blanks: ["reference/losses/distributions-and-sequences/#ctcloss-only-blanks", "CTCLoss: Only blanks"],
  density: ["reference/losses/distributions-and-sequences/#gaussiannllloss", "GaussianNLLLoss"],
  density_formula: ["reference/losses/distributions-and-sequences/#gaussiannllloss-formula", "GaussianNLLLoss"],
  logits: ["reference/losses/binary-and-multi-label/#bcewithlogitsloss", "BCEWithLogitsLoss"],
  soft_margin: ["reference/losses/binary-and-multi-label/#softmarginloss-pitfalls", "SoftMarginLoss: Pitfalls"],
  cosine: ["reference/losses/ranking-and-embedding/#cosineembeddingloss-pitfalls", "CosineEmbeddingLoss: Pitfalls"],
  triplet: ["reference/losses/ranking-and-embedding/#tripletmarginloss-pitfalls", "TripletMarginLoss: Pitfalls"],
  ranking: ["reference/losses/ranking-and-embedding/#marginrankingloss-pitfalls", "MarginRankingLoss: Pitfalls"],
};

/** The address of a section and its title. */
export const sectionOf = (section) => ({ at: SECTIONS[section][0], link: SECTIONS[section][1] });

/** An answer that is sure of itself; what it does not say, its section says. */
export const answer = (section, title, says = "", code = "", isWeak = false) =>
  ({ isSaid: true, isWeak, title, says, code, ...sectionOf(section) });

/** No answer, where the loss is at no floor. */
export const APART = { isApart: true };

/** Lines of code that many answers advise. */
export const PLAIN = "F.cross_entropy(logits, target)  # logits as the last layer returns them";
export const BINARY = "F.binary_cross_entropy_with_logits(logits, target)";
export const FLOATS = "F.cross_entropy(logits.float(), target)";
export const ALIKE = "print(logits.std(dim=0))  # near 0: the same for all inputs";
export const LARGEST = 'print(F.cross_entropy(logits, target, reduction="none").topk(5))';
export const FROM_ONE_BATCH = "print(F.cross_entropy(logits, target), (logits.argmax(dim=1) == target).float().mean())";
export const BY_ROWS = "total += loss.item() * len(target)  # at the end: total / rows";
export const CHECK = "print((target != -100).sum(), target.isfinite().all(), logits.isfinite().all())";

/** The call of the loss of logits, for two classes or several. */
export const LOSS_OF_LOGITS = ({ isBinary }) => (isBinary ? `${BINARY}  # logits as the last layer returns them` : PLAIN);

/** What several answers say, with their code. */
export const TO_LOGARITHMS = {
  says: "Pass log-probabilities, then probabilities:",
  code: 'F.kl_div(logits.log_softmax(dim=1), target, reduction="batchmean")',
};
export const SPREAD = {
  says: "Begin with easier negatives, or a lower learning rate. Look at the distances:",
  code: "print(torch.pdist(embeddings).mean())",
};
