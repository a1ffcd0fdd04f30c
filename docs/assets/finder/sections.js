// The sections that explain what a text says of a loss, and answers that lead to them. No DOM.

const DEBUG = "guides/debug/";
const SECTIONS = {
  stuck: `${DEBUG}symptoms/#the-loss-is-stuck-at-ln-c`,
  negative: `${DEBUG}symptoms/#the-loss-is-negative`,
  floor: `${DEBUG}symptoms/#the-loss-will-not-go-below-a-floor`,
  zero: `${DEBUG}symptoms/#the-loss-is-exactly-zero`,
  high: `${DEBUG}comparisons/#accuracy-is-fine-but-the-loss-is-high`,
  idle: `${DEBUG}comparisons/#the-loss-falls-but-accuracy-does-not`,
  gradient: `${DEBUG}comparisons/#a-gradient-is-none-or-zero`,
  rows: `${DEBUG}comparisons/#the-loss-differs-between-batch-sizes`,
  weights: `${DEBUG}comparisons/#class-weights-change-nothing`,
  nan: `${DEBUG}nan-and-infinity/#the-loss-is-nan`,
  finite: `${DEBUG}nan-and-infinity/#the-loss-is-finite-but-the-weights-become-nan`,
  shift: "guides/language-models/#shift-once",
  epsilon: "understand/log-softmax/#an-epsilon-inside-the-logarithm",
  perplexity: "understand/likelihood/#perplexity",
  bits: "understand/likelihood/#nats-and-bits",
  distillation: "understand/temperature/#distillation-multiplies-by-t2",
  half: "guides/numerics/#the-mean-in-half-precision",
  masked: "guides/numerics/#one-hot-targets-and-label-smoothing-with-a-mask",
  evaluation: "guides/measuring/#modeleval-and-no_grad-do-different-things",
  imbalance: "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds",
  focal: "guides/imbalance/#focal-loss",
  contrastive: "guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor",
  processes: "guides/batches/#several-processes",
  dpo: "guides/mixed-targets/#dpo",
  ctc: "reference/losses/distributions-and-sequences/#ctcloss-pitfalls",
  density: "reference/losses/distributions-and-sequences/#gaussiannllloss-formula",
  logits: "reference/losses/binary-and-multi-label/#bcewithlogitsloss",
  triplet: "reference/losses/ranking-and-embedding/#tripletmarginloss-pitfalls",
  ranking: "reference/losses/ranking-and-embedding/#marginrankingloss-pitfalls",
};
const TITLES = { // of those that no message names
  gradient: "A gradient is None or zero", shift: "Shift once", epsilon: "An epsilon inside the logarithm", perplexity: "Perplexity", bits: "Nats and bits", distillation: "Distillation multiplies by T²",
  half: "The mean in half precision", masked: "One-hot targets and label smoothing with a mask", evaluation: "`model.eval()` and `no_grad` do different things", imbalance: "Imbalanced classes", focal: "Focal loss",
  contrastive: "Which loss to expect: from ln N to the floor", processes: "Several processes", dpo: "DPO", ctc: "CTCLoss: Pitfalls", density: "GaussianNLLLoss", logits: "BCEWithLogitsLoss",
  triplet: "TripletMarginLoss: Pitfalls", ranking: "MarginRankingLoss: Pitfalls",
};
export const ALIKE = "print(logits.std(dim=0))  # near 0: the logits do not depend on the input";
export const LARGEST = 'print(F.cross_entropy(logits, target, reduction="none").topk(5))';
export const CHECK = "print((target != -100).sum(), logits.isfinite().all())";

/** An answer that is sure of itself; what it does not say, its section says. */
export const answer = (section, title, says = "", code = "") => ({ isSaid: true, at: SECTIONS[section], title, says, code, link: TITLES[section] });
