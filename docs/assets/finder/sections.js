// The sections that explain what a text says of a loss, and answers that lead to them. No DOM.

const DEBUG = "guides/debug/";
const SECTIONS = { // each with its title, unless a message names it
  stuck: [`${DEBUG}symptoms/#the-loss-is-stuck-at-ln-c`], negative: [`${DEBUG}symptoms/#the-loss-is-negative`], floor: [`${DEBUG}symptoms/#the-loss-will-not-go-below-a-floor`],
  zero: [`${DEBUG}symptoms/#the-loss-is-exactly-zero`], high: [`${DEBUG}comparisons/#accuracy-is-fine-but-the-loss-is-high`], idle: [`${DEBUG}comparisons/#the-loss-falls-but-accuracy-does-not`],
  gradient: [`${DEBUG}comparisons/#a-gradient-is-none-or-zero`, "A gradient is None or zero"], rows: [`${DEBUG}comparisons/#the-loss-differs-between-batch-sizes`],
  weights: [`${DEBUG}comparisons/#class-weights-change-nothing`], nan: [`${DEBUG}nan-and-infinity/#the-loss-is-nan`],
  finite: [`${DEBUG}nan-and-infinity/#the-loss-is-finite-but-the-weights-become-nan`], shift: ["guides/language-models/#shift-once", "Shift once"],
  epsilon: ["understand/log-softmax/#an-epsilon-inside-the-logarithm", "An epsilon inside the logarithm"], perplexity: ["understand/likelihood/#perplexity", "Perplexity"],
  bits: ["understand/likelihood/#nats-and-bits", "Nats and bits"], distillation: ["understand/temperature/#distillation-multiplies-by-t2", "Distillation multiplies by T²"],
  half: ["guides/numerics/#the-mean-in-half-precision", "The mean in half precision"],
  masked: ["guides/numerics/#one-hot-targets-and-label-smoothing-with-a-mask", "One-hot targets and label smoothing with a mask"],
  evaluation: ["guides/measuring/#modeleval-and-no_grad-do-different-things", "`model.eval()` and `no_grad` do different things"],
  imbalance: ["guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", "Imbalanced classes"], focal: ["guides/imbalance/#focal-loss", "Focal loss"],
  contrastive: ["guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor", "Which loss to expect: from ln N to the floor"],
  processes: ["guides/batches/#several-processes", "Several processes"], dpo: ["guides/mixed-targets/#dpo", "DPO"],
  ctc: ["reference/losses/distributions-and-sequences/#ctcloss-pitfalls", "CTCLoss: Pitfalls"], density: ["reference/losses/distributions-and-sequences/#gaussiannllloss-formula", "GaussianNLLLoss"],
  logits: ["reference/losses/binary-and-multi-label/#bcewithlogitsloss", "BCEWithLogitsLoss"],
  triplet: ["reference/losses/ranking-and-embedding/#tripletmarginloss-pitfalls", "TripletMarginLoss: Pitfalls"],
  ranking: ["reference/losses/ranking-and-embedding/#marginrankingloss-pitfalls", "MarginRankingLoss: Pitfalls"],
};
export const ALIKE = "print(logits.std(dim=0))  # near 0: the logits do not depend on the input";
export const LARGEST = 'print(F.cross_entropy(logits, target, reduction="none").topk(5))';
export const CHECK = "print((target != -100).sum(), logits.isfinite().all())";

/** An answer that is sure of itself; what it does not say, its section says. */
export const answer = (section, title, says = "", code = "") => ({ isSaid: true, at: SECTIONS[section][0], title, says, code, link: SECTIONS[section][1] });
