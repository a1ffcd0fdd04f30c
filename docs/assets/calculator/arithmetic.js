// Softmax, log-softmax, cross-entropy and its gradient, as torch.nn.functional.cross_entropy computes them, in float64.
// A row is an array of C numbers, a batch an array of N rows. No DOM: this file runs wherever JavaScript does.

/** The sum of a row. */
export const sum = (row) => row.reduce((total, x) => total + x, 0);

// Of a row of any length: a call takes no more than some 100 000 arguments.
const maximum = (row) => row.reduce((most, x) => Math.max(most, x));

/**
 * log(softmax(z)) of a row z, of any size: the largest logit is taken away before the exponential. `round` is for the steps
 * in another format than float64: torch rounds the sum and the result.
 */
export function logSoftmax(z, round = (x) => x) {
  const largest = maximum(z);
  const logSum = Math.log(round(sum(z.map((x) => Math.exp(x - largest)))));
  return z.map((x) => round(x - largest - logSum));
}

/** exp(z) / sum(exp(z)) of a row z, with the same care. */
export function softmax(z) {
  const largest = maximum(z);
  const exps = z.map((x) => Math.exp(x - largest));
  const total = sum(exps);
  return exps.map((x) => x / total);
}

/** From the gradient by p = softmax(z) to that by z. */
export function softmaxBackward(p, gradient) {
  const mean = sum(p.map((x, k) => x * gradient[k]));
  return p.map((x, k) => x * (gradient[k] - mean));
}

/**
 * F.cross_entropy(logits, target, weight, ignore_index, reduction, label_smoothing) and what it is made of.
 *
 * `target` holds N class indices, or N rows of C probabilities. The result has
 *   logProbs, probs   N rows of C
 *   losses            N numbers, as reduction="none" gives them; 0 for an ignored row
 *   denominator       what the mean divides by: the weights of the targets that count, or N for probabilities
 *   loss              the number that "mean" or "sum" gives; with "none" the losses themselves
 *   gradient          N rows of C: of the loss by the logits; with "none", of the sum of the losses
 */
export function crossEntropy(logits, target, { weight = null, ignoreIndex = -100, reduction = "mean", labelSmoothing = 0, round = (x) => x } = {}) {
  const classes = logits[0].length;
  const soft = Array.isArray(target[0]);
  const smoothing = Math.max(labelSmoothing, 0); // torch takes a negative one for none
  const weights = weight ?? Array(classes).fill(1);
  const counts = target.map((y) => soft || y !== ignoreIndex);
  const logProbs = logits.map((z) => logSoftmax(z, round));

  // Of probabilities, each loss is -sum(share * log_prob). A class index picks one log_prob; smoothing adds the mean of all.
  const shares = target.map((y) =>
    weights.map((w, k) => w * ((soft ? y[k] : Number(y === k)) * (1 - smoothing) + smoothing / classes)));
  const spread = (row, share) => -sum(row.map((logProb, k) => share[k] * logProb));
  const smooth = (picked, all) => (smoothing === 0 ? picked : (1 - smoothing) * picked + smoothing * all);
  const picked = logProbs.map((row, i) => (soft ? spread(row, shares[i]) : counts[i] ? -weights[target[i]] * row[target[i]] : 0));
  const all = logProbs.map((row, i) => (counts[i] ? round(spread(row, weights)) / classes : 0));
  const losses = soft ? picked : picked.map((loss, i) => smooth(loss, all[i]));
  const denominator = soft ? logits.length : sum(target.map((y, i) => (counts[i] ? weights[y] : 0)));
  const each = reduction === "mean" ? denominator : 1;

  const gradient = logProbs.map((row, i) => {
    const share = shares[i].map((a) => (counts[i] ? a / each : 0));
    const total = sum(share);
    return row.map((logProb, k) => Math.exp(logProb) * total - share[k]);
  });
  const mean = soft ? sum(losses) / denominator : smooth(sum(picked) / denominator, sum(all) / denominator);
  const loss = { none: losses, sum: sum(losses), mean }[reduction];
  return { logProbs, probs: logits.map(softmax), losses, denominator, loss, gradient };
}

/** The number formats: significant bits, exponent of the smallest normal number, largest number. */
export const FORMATS = {
  float64: { bits: 53, least: -1022, largest: Number.MAX_VALUE },
  float32: { bits: 24, least: -126, largest: (2 - 2 ** -23) * 2 ** 127 },
  bfloat16: { bits: 8, least: -126, largest: (2 - 2 ** -7) * 2 ** 127 },
  float16: { bits: 11, least: -14, largest: 65504 },
};

/** The number of this format nearest to x, ties to even; beyond the largest, infinity. */
export function rounded(x, format) {
  const { bits, least, largest } = FORMATS[format];
  if (bits === 53 || x === 0 || !Number.isFinite(x)) return x;
  const step = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(x))), least) - bits + 1);
  const nearest = x / step + 1.5 * 2 ** 52 - 1.5 * 2 ** 52; // so large a number has no room for a fraction
  return Math.abs(nearest * step) > largest ? Math.sign(x) * Infinity : nearest * step;
}

/**
 * One row, step by step, each result rounded to the format as torch rounds what it returns.
 *
 * `temperature` divides the logits first; with `twice`, the mistake: the loss is given softmax(z), not z. The target is an
 * index or C probabilities. The loss is reduction="sum", which a class weight changes; the mean would divide it out again.
 * Of the steps: z, exp, probs, logProbs, gradient (by the logits as given), loss; and three ways to the log-probabilities of
 * what the loss is given: log(exp / sum), log(softmax) and log_softmax.
 */
export function steps(logits, target, { temperature = 1, twice = false, format = "float64", weight = null, labelSmoothing = 0 } = {}) {
  const round = (x) => rounded(x, format);
  const each = (row, f) => row.map((x) => round(f(x)));
  const z = each(logits, (x) => round(x) / temperature);
  const exp = each(z, Math.exp);
  const probs = softmax(z).map(round);
  const given = twice ? probs : z;
  const { loss, logProbs, gradient } = crossEntropy([given], [Array.isArray(target) ? target.map(round) : target],
    { weight: weight?.map(round), labelSmoothing, reduction: "sum", round });
  const byZ = twice ? softmaxBackward(probs, gradient[0].map(round)) : gradient[0];
  const exps = each(given, Math.exp);
  const total = round(sum(exps));
  return {
    z, exp, probs,
    logProbs: logProbs[0],
    loss: round(loss),
    gradient: each(byZ.map(round), (g) => g / temperature),
    ways: [each(each(exps, (e) => e / total), Math.log), each(softmax(given).map(round), Math.log), logProbs[0]],
  };
}
