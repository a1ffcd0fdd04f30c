// What the value of a loss says whose kind the text names, such as a divergence, a focal or a contrastive loss, or a first loss. No DOM.
import { causes } from "./numbers.js";
import { ALIKE, answer, DIVERGED, LARGEST, SPREAD, TO_LOGARITHMS } from "./sections.js";

export const toleranceOf = ({ digits }) => 0.51 * 10 ** -Math.min(Math.max(digits, 1), 7);
const LOSS_OF_LOGITS = ({ isBinary }) =>
  `F.${isBinary ? "binary_cross_entropy_with_logits" : "cross_entropy"}(logits, target)  # logits as the last layer returns them`;
const STAYS = /stuck|stop|plateau|\bstays?\b|flat|never|n't|\bnot? |constant|same|descend/i;
const DPO = /^(?![^]*\b(?:orpo|simpo|cpo|ipo|kto)\b)[^]*(?:rewards?\/\w*(?:margin|chosen|rejected)|(?:chosen|rejected) reward|\bdpo)/i;
const CONTRASTIVE = /simclr|nt.?xent|supcon|info.?nce|contrastive|moco/i;
const ADVERSARIAL = /discriminat|\bd[ _]?loss|loss_d\b|\bgan\b/i;

const of = (value) => value.toPrecision(2).replace("+", "");
const isNegative = ({ loss: { value } }) => value < 0 && value > -3e38;

// Kinds of losses that a text names, each with the values that mean something, in the order in which they are asked for.
const KINDS = [
  { needs: ({ loss }) => loss.isPerplexity && loss.value >= 1 && loss.value < 1.2,
    says: answer("shift", "A perplexity near 1: does the model see its targets?", "Or it has learned the rows by heart. Shift the labels once, in logits (N, L, C):",
      "F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())") },
  { needs: ({ loss }) => loss.isPerplexity && loss.value === Infinity, says: { at: "guides/debug/nan-and-infinity/#the-loss-is-infinite", isSaid: true,
      title: "The perplexity is infinite: so is the loss, or it is above 88.7, where the exponential of a `float32` overflows",
      says: "If the loss is finite, take its exponential in `float64`, or report the loss:", code: "print(loss, loss.double().exp())" } },
  { needs: ({ loss }) => loss.isPerplexity && loss.value > 3e5 && loss.value < Infinity, says: ({ loss }) => answer("perplexity",
      `A perplexity of ${of(loss.value)} is a mean loss of ${Math.log(loss.value).toFixed(4)} for each token: a sum, or confident mistakes`,
    "A guess between 50257 tokens has 10.8249. Divide a sum by the tokens that count, and leave out the padding. Or look at the largest losses:",
    LARGEST) },
  { name: /dice|iou.?loss|tversky|jaccard/i, needs: (f) => isNegative(f) && !f.loss.isBinary && !f.is(/nll|log_?softmax/i),
    says: answer("dice", "A negative loss with a Dice term: the score is subtracted, or the mask is not 0 and 1",
      "Look at the mask. If it is 0 and 1, compare the loss with that of other epochs, not with zero: a perfect score gives -1.", "print(target.unique())") },
  { name: /\bkl|kullback|\bkd\b|distil/i, needs: (f) => (isNegative(f) || Object.values(f.told).includes("negative")) && !f.is(/reward/i), says: DIVERGED },
  { name: /(?<![a-z])ctc/i, needs: (f) => f.values("loss").some((value) => value < 0 && value > -3e38),
    says: answer("ctc", "A negative `CTCLoss`: its input is not log-probabilities", "Pass the log-softmax over the classes:",
      "log_probs = logits.log_softmax(dim=2)") },
  { name: /(?<![a-z])ctc|(?:target|label)_lengths/i, needs: ({ loss }) => !Number.isFinite(loss.value), says: ({ loss }) => answer("ctc",
    Number.isNaN(loss.value) ? "`CTCLoss` of nan: was an input shorter than its target in a step before?" : "`CTCLoss`: an input that is shorter than its target",
      "An input needs a step for each label, and one between equal labels. `zero_infinity=True` gives shorter inputs a loss of zero.") },
  { name: /gaussian|deepar|normali[sz]ing.?flow|\bglow\b|real.?nvp|fast.?flow|srflow|nll value per dim|packed.?nll/i, needs: isNegative,
    says: answer("density", "This loss may be negative: a density may be above 1", "Compare it with that of other models, not with zero.") },
  { name: /\.log\(\)/, needs: (f) => isNegative(f) && !f.is(/nll|\bkl|ctc|gaussian/i),
    says: answer("negative", "A negative loss of logarithms: `kl_div` with a target that does not add up to 1, or probabilities above 1",
      ...TO_LOGARITHMS) },
  { needs: (f) => f.loss.isBinary && isNegative(f) && !f.is(/dice|iou/i),
    says: answer("negative", "A target outside zero to one can make a two-class loss negative",
      "So can a negative weight, or a formula of your own without its minus. Map labels such as -1 and 1, or 0 and 255, to 0 and 1:",
      "print(target.min(), target.max())") },
  { name: /cross[_ -]?entropy/i, needs: (f) => isNegative(f) && !f.loss.isOther && !f.loss.isBinary && f.loss.value < -1e-5 && !f.is(/nll|\bkl|divergence/i),
    says: answer("negative", "A negative `cross_entropy`: is a float target or a class weight negative?",
      "In a formula of your own, check the signs, as of a term that is subtracted. If the loss is `nll_loss`, it got probabilities or logits.", "print(target.min(), target.max())") },
  { needs: (f) => isNegative(f) && !f.loss.isOther && f.accuracies.some(({ share }) => share > -2 * f.loss.value),
    says: answer("negative", "`nll_loss` got probabilities or logits, not log-probabilities",
      "Pass the logits to the loss that takes their log-softmax itself:", LOSS_OF_LOGITS({})) },
  { name: DPO, needs: ({ loss }) => Math.abs(loss.value - Math.LN2) < 1e-3,
    says: answer("dpo", "ln 2 = 0.6931: the model is still the reference",
      "At the first step of DPO that is right. If it stays there, the learning rate is too small, or no parameter is trained.") },
  { name: DPO, needs: ({ loss }) => loss.value >= 0 && loss.value < 1e3 && !(loss.isOther && !loss.isNamed),
    says: ({ loss: { value, text } }) => answer("dpo", value < 0.01 ? "The rewards of the two answers are far apart: the loss is near zero"
      : value > Math.LN2 ? `A DPO loss of ${text} is above ln 2 = 0.6931: of some pairs, the rejected answer has the higher reward`
        : `A DPO loss of ${text} is below ln 2 = 0.6931: on average, the chosen answer has the higher reward`,
    "`rewards/margins` says by how much. A batch of few pairs varies. Near zero, the model may have memorised the pairs, or tell the two answers by their length: look at other pairs.",
    "-F.logsigmoid(margin)") },
  { name: /smoothing/i, needs: ({ loss }) => loss.value > 20 && !loss.isOther && !loss.isPerplexity,
    says: answer("masked", "A large loss with label smoothing: a masked class, or a sum",
    "Label smoothing gives each class a share of the target: a logit that is far below the others, such as a masked one, costs that share of the gap. Look at the lowest logit:",
    "print(logits.min())") },
  { name: /focal/i, needs: ({ is, loss }) => is(/lower|small|less\b|tiny|\blow\b/i) && loss.value >= 0 && loss.value <= 1,
    says: answer("focal", "A focal loss is smaller than the cross-entropy: of a row that is right, hardly anything is left",
      "Its factor is (1 - p) to the gamma, and alpha. Compare it with other focal losses. A mean over many easy rows is smaller still: divide by the positives.") },
  { name: /keras|tensorflow|categorical_crossentropy/i, needs: ({ loss }) => !loss.isOther && loss.value >= 16 && loss.value < 16.15,
    says: answer("epsilon", "-ln(1e-7) = 16.118: Keras clips probabilities, and nearly every row has 0 for its class",
      "Logits where the loss expects probabilities do that. Pass `from_logits=True`, or end the network in a softmax or, for a two-class loss, in a sigmoid.") },
  { needs: capped }, { needs: clipped }, { needs: sigmoids }, { needs: entropy }, { needs: focal }, { needs: margin }, { needs: adversarial },
  { needs: pairs }, { needs: vocabulary },
];

/** The answer for a loss of a kind, or null. */
export function kinds(f) {
  for (const { name, needs, says } of KINDS) {
    const needed = (!name || f.is(name)) && needs(f);
    if (needed) return !says ? needed : typeof says === "function" ? says(f) : says;
  }
  return null;
}

// A loss that equals its margin.
function margin({ text, is, numbers, loss: { value } }) {
  const isTriplet = is(/triplet/i);
  if (!(isTriplet || is(/margin.?rank/i)) || !(value > 0)) return null;
  const given = Number(/margin\W{0,3}(?:of |is |value |= ?)?(?:of |is )?(\d*\.?\d+)/i.exec(text)?.[1] ?? NaN);
  const isTwice = numbers.filter((each) => Math.abs(each.value / given - 1) < 0.02).length > 1; // the margin, and the loss
  const isAt = (Math.abs(value / given - 1) < 0.02 && (isTwice || STAYS.test(text)))
    || is(/\b(?:becom\w*|equals?|to|at|=) (?:the )?(?:value of )?(?:the )?margin/i);
  const isSoft = is(/soft/i) && Math.abs(value - Math.LN2) < 0.01;
  const isAsked = Number.isNaN(given) && STAYS.test(text) && [0.1, 0.2, 0.3, 0.5, 1].some((each) => Math.abs(value / each - 1) < 0.005);
  const alike = isTriplet ? "all embeddings are alike" : "both scores are alike";
  const title = isSoft ? `ln 2 = 0.6931, the soft margin of equal distances: ${alike}` : isAt ? `The loss is the margin: ${alike}` : isAsked
    ? `Is ${value} the margin? Then ${alike}` : "";
  return title && (isTriplet ? answer("triplet", title, ...SPREAD) : answer("ranking", title));
}

const RARE = /positiv|negativ|bce|binary|balance|rare|minority|foreground|fraud|churn|% of /i;
const SHARE = /([\d.]+) ?%|([\d.]+)(?: ?[/:] ?| (?:neg|pos)\w*\W+)([\d.]+)|([\d.]+) (?:\w+ )?(?:in|of|out of) ([\d.]+)/g;

// The loss of the best constant prediction, for a share of positives that the text names, or for the accuracy of such a model.
function entropy({ text, accuracies, loss }) {
  const { value, classes } = loss;
  const accuracy = accuracies[0]?.share;
  const tolerance = toleranceOf(loss);
  if (tolerance > 0.1 * value) return null;
  const shares = RARE.test(text) ? Array.from(text.matchAll(SHARE), ([, percent, one, other, part, whole]) =>
      (percent ? percent / 100 : one ? [one / (Number(one) + Number(other)), one / other] : part / whole)).flat()
    .filter((p) => !accuracies.some(({ share }) => Math.abs(share - p) < 1e-9)) : [];
  const isAt = (p, limit) => p > 0 && p < 1 && p !== 0.5 && Math.abs(value + p * Math.log(p) + (1 - p) * Math.log1p(-p)) <= limit;
  const isGuess = accuracy > 0.52 && classes < 3 && tolerance < 1e-3 && isAt(accuracy, tolerance);
  const share = isGuess ? accuracy : shares.find((p) => isAt(p, Math.max(tolerance, 0.005 * value))); // shares are rounded
  return share ? answer("stuck", `The entropy of ${Number((100 * Math.min(share, 1 - share)).toPrecision(4))} % positives: the model predicts all rows alike`, "", ALIKE) : null;
}

// The lowest losses if a second sigmoid gets 1 for each one, and 0 for each zero.
const ONE = Math.log1p(1 / Math.E);
const SIGMOIDS = [["ones", ONE], ["as many zeros as ones", (ONE + Math.LN2) / 2]];

function sigmoids({ is, loss }) {
  const [of, lowest] = (loss.digits > 2 && SIGMOIDS.find(([, each]) => Math.abs(each - loss.value) <= toleranceOf(loss))) || [];
  return of ? { ...answer("logits", `Sigmoid twice: the lowest loss for ${of} is ${lowest.toFixed(4)}`,
      "Remove the sigmoid from the network: the loss applies it itself.", LOSS_OF_LOGITS({ isBinary: true })),
        isSaid: loss.isBinary || is(/balanc/i) } : null;
}

// The names of two-class losses that have no cap, and of those that have one.
export const [LOGITS, CAPPED] = [/with[_ -]?logits|focal/i, /\bbce_?loss\b|\bbinary_cross_entropy\b/i];

// A two-class loss at its cap.
function capped({ is, loss }) {
  const counts = loss.isBinary && !(is(LOGITS) && !is(CAPPED)) ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, loss.rows] : [];
  const wrongOf = (count) => Math.round((loss.value * count) / 100);
  const count = counts.find((each) => wrongOf(each) > 0 && wrongOf(each) <= each
    && Math.abs((100 * wrongOf(each)) / each - loss.value) <= toleranceOf(loss));
  return count ? answer("gradient", `\`BCELoss\` at its cap of 100: ${count > 1 ? `${wrongOf(count)} in ${count} entries` : "every entry"} certain and wrong`,
    "The gradient is zero there. Let the loss take the logits:", LOSS_OF_LOGITS(loss)) : null;
}

// The smallest probabilities that Keras, torch and code of one's own leave to the logarithm.
const SMALLEST = [1e-7, 2 ** -22, 2e-7, 1e-7 + 2 ** -23, 2 ** -23, 2 ** -24, 1e-8, 1e-6, 1e-9, 1e-10, 1e-12, 1e-15, 2 ** -52];

// A model that is certain of every row: each wrong one costs the cap.
function clipped({ accuracies, loss, values }) {
  if (Math.max(...values("loss")) > 40) return null; // above every cap but the last
  const isAt = (cap) => accuracies.some(({ share, half }) => half < 0.002 * (1 - share) && Math.abs(cap * (1 - share) - loss.value) <= cap * half
    + toleranceOf(loss));
  const smallest = SMALLEST.find((each) => isAt(-Math.log(each)));
  if (!smallest && !isAt(100)) return null;
  const says = "The loss is this cap times the share of wrong rows: the model is certain of every row. Let the loss take the logits:";
  return smallest ? answer("epsilon", `Each wrong row costs ${(-Math.log(smallest)).toFixed(4)}: minus the logarithm of an epsilon`, says,
    LOSS_OF_LOGITS(loss)) : answer("gradient", "Each wrong row costs 100: `BCELoss` at its cap", says, LOSS_OF_LOGITS(loss));
}

/** A two-class loss that no longer falls: the share of positives whose entropy it is. */
export function constant({ text, loss }) {
  if (/focal/i.test(text) || !loss.isBinary || !(loss.value > 5e-3 && loss.value < 0.68) || !STAYS.test(text)) return null;
  let [low, high] = [0, 0.5];
  for (let step = 0; step < 40; step++) {
    const p = (low + high) / 2;
    if (-p * Math.log(p) - (1 - p) * Math.log1p(-p) < loss.value) low = p;
    else high = p;
  }
  return { ...answer("imbalance", `With ${Number((100 * low).toPrecision(2))} % positives, a model that predicts all rows alike has this loss`,
      "If that is about the share in the labels, the model has learned nothing else:",
    "print(target.float().mean())  # the share of positives"), isSaid: /^With label/.test(causes(loss)[0]?.title) }; // which this loss has not
}

// The focal loss of equal logits.
function focal({ text, is, loss }) {
  if (!is(/focal/i)) return null;
  const of = (name) => Number(new RegExp(String.raw`${name}[^\d.]{0,9}(\d*\.?\d+)`, "i").exec(text)?.[1] ?? NaN);
  const [gamma, alpha, tolerance] = [of("(?:gamma|γ)") || 2, of("(?:alpha|α)"), toleranceOf(loss)];
  const at = (count) => (1 - 1 / count) ** gamma * Math.log(count);
  const isAt = (count) => [1, alpha, 1 - alpha, 0.5].some((weight) => Math.abs(weight * at(count) - loss.value) <= tolerance);
  const [plain] = causes({ ...loss, isOther: false });
  if (/^-ln\(/.test(plain?.title)) return { ...plain, isSaid: true }; // of a row that is wrong, the factor is one
  const count = tolerance < 0.1 * loss.value ? (loss.classes > 1 ? [loss.classes] : [2, 10]).find(isAt) : 0;
  return count ? answer("focal", `The focal loss of equal logits, with gamma ${gamma}: ${count} classes are predicted alike`,
    "At the first step that is right. The factor makes the loss smaller than ln C.") : null;
}

// A first loss of about ln C, for the vocabulary of a model that the text names.
function vocabulary({ text, is, loss }) {
  const { value, digits, named: counts, classes, isPerplexity, isOther } = loss;
  const isFirst = is(/\b(?:start|begin|init|scratch|first|step 0|random)/i) && !STAYS.test(text) && !is(/\bafter\b|step \d{2}|\d{3} (?:steps|iter)/i);
  const isNear = (each) => Math.abs(Math.log(each) - value) < (each < 1000 ? 0.25 : digits < 1 ? 1 : 0.5);
  const count = isFirst && !isPerplexity && !isOther
    ? [...counts, classes].find((each) => (each > 1000 || (each > 20 && each === classes)) && isNear(each)) : 0;
  const [known] = causes(loss);
  if (!count || (/^(?:Near )?ln /.test(known?.title) && known.title.includes(count))) return null;
  const isTokens = counts.includes(count) || is(/vocab|token|word|char/i);
  return answer("stuck", `Near ln ${count} = ${Math.log(count).toFixed(4)}${isTokens ? ", its vocabulary" : ""}: the model predicts all ${isTokens ? "tokens" : "classes"} nearly alike`,
    "At the first step of a model without pretrained weights that is right.");
}

// A discriminator to which real and fake look alike, or that tells them all apart.
function adversarial({ numbers, is, loss }) {
  if (!is(ADVERSARIAL)) return null;
  const isLow = numbers.some(({ role, name, value, digits }) => role === "loss" && /\bd[ _]?loss|loss_d|discr/.test(name) && value >= 0
    && value < 1e-3 && digits > 0) || (loss.value < 1e-3 && loss.value >= 0);
  if (Math.abs(Math.log(4) - loss.value) <= Math.max(4e-3, toleranceOf(loss)) && loss.digits > 1) return answer(
    "stuck", "2 ln 2 = 1.3863: real and fake look alike",
    "The discriminator's loss adds up that of the real rows and that of the fake ones: ln 2 each, at a probability of one half.");
  if (Math.abs(Math.LN2 - loss.value) <= toleranceOf(loss) && loss.digits > 1) return answer("stuck", "ln 2 = 0.6931: as a mean over real and fake, a probability of one half for both",
    "At first, that is right. Later, either the generator is good, or the discriminator has learned nothing: look at samples of the generator.");
  return isLow && !is(/wgan|wasser|critic/i) ? answer("gradient", "The discriminator tells all real rows from fake ones: its loss is near zero",
      "Where probabilities are rounded to 0 or 1, the generator's gradient is zero. Let both losses take the logits:",
      LOSS_OF_LOGITS({ isBinary: true })) : null;
}

// The loss of a contrastive model to which all candidates look alike.
function pairs({ text, is, loss }) {
  if (!(is(CONTRASTIVE) || is(/\bclip\b/i)) || is(/siamese|margin|siglip/i)) return null;
  const isAt = (count) => Math.abs(Math.log(count) - loss.value) <= Math.max(2e-3, toleranceOf(loss)) && loss.digits > 1;
  const [, batch, rows = batch] = /(?:batch|\bbsz?\b|\bn\b)[^\d\n]{0,9}(\d+)|(\d+) (?:pairs|negatives|images)/i.exec(text) ?? [];
  const usual = loss.digits > 2 ? Array.from({ length: 12 }, (_, at) => [8 << at, (8 << at) - 1]).flat() : [];
  const count = [Number(rows), 2 * rows - 1, Number(rows) + 1, 65537, ...(rows ? [] : usual)].filter((each) => each > 1 && isAt(each))
    .sort((a, b) => Math.abs(Math.log(a) - loss.value) - Math.abs(Math.log(b) - loss.value))[0];
  if (count) return answer("contrastive", `ln ${count} = ${Math.log(count).toFixed(4)}: all ${count} candidates look alike`,
    "At the first step that is right. If it stays there, the embeddings do not tell the rows apart.");
  if (!(is(CONTRASTIVE) || is(/\bCLIP\b/)) || is(/cross.?entropy|\bce\b|classif/i) || !(loss.value > 0) || loss.isOther
    || loss.value > 1e5) return null; // or of gradients that are clipped
  const [low, high] = [Math.log(rows), Math.log(2 * rows - 1)];
  const isNear = rows > 3 && loss.value > 0.85 * low && loss.value < 1.03 * high;
  const guess = rows > 3 ? `that of a guess is ${low.toFixed(4)} among ${rows} candidates, ${high.toFixed(4)} among ${2 * rows - 1}`
    : "that of a guess among N candidates is ln N";
  const other = answer("contrastive", `A contrastive loss of ${loss.text}: ${guess}`,
    isNear ? "It is near: the embeddings hardly tell the rows apart."
      : "Above it, the loss is a sum, is scaled, as by a temperature, or is sure of mistakes. Below it, the model tells candidates apart.");
  const about = Math.round(Math.exp(loss.value).toPrecision(loss.digits > 2 ? 9 : loss.digits || 1));
  if (isNear && loss.digits < 2) return other;
  return loss.value < 13 && STAYS.test(text) && loss.digits > 0 && about > 2 && about < 1e5
    ? answer("contrastive", `A contrastive loss of ln N, if N is about ${about}: all candidates look alike`,
    `Count the candidates of a row. If they are not about ${about}, its probability of the right one is one in ${about} for another reason.`) : other;
}
