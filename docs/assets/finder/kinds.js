// What a loss says whose kind the text names, such as a divergence, a focal or a contrastive loss, or a model's first loss. No DOM.
import { accuraciesOf } from "./logs.js";
import { causes } from "./numbers.js";

const CTC = "reference/losses/distributions-and-sequences/#ctcloss-pitfalls";

const DIVERGENCE = { title: "A negative KL divergence: the input of `kl_div` is not log-probabilities, or the target does not add up to 1",
  at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative", code: 'F.kl_div(logits.log_softmax(dim=1), target, reduction="batchmean")', says: "Pass log-probabilities, then probabilities:" };
const LOGARITHMS = { ...DIVERGENCE, title: "A negative loss of logarithms: `kl_div` with a target that does not add up to 1, or probabilities above 1" };
const SHORT = { title: "`CTCLoss`: an input that is shorter than its target", at: CTC, link: "CTCLoss: Pitfalls", code: "",
  says: "An input needs a step for each label, and one between equal labels. `zero_infinity=True` leaves the others out." };
const NO_LOGARITHMS = { title: "A negative `CTCLoss`: its input is not log-probabilities", at: CTC, link: "CTCLoss: Pitfalls", code: "log_probs = logits.log_softmax(dim=2)",
  says: "Pass the log-softmax over the classes:" };
const DENSITY = { title: "This loss may be negative: a density may be above 1", at: "reference/losses/distributions-and-sequences/#gaussiannllloss-formula", link: "GaussianNLLLoss", code: "",
  says: "Compare it with that of other models, not with zero." };
const OUTSIDE = { title: "A target outside zero to one: only then is a two-class loss negative", at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative",
  code: "print(target.min(), target.max())", says: "Map labels such as -1 and 1, or 0 and 255, to 0 and 1:" };
const NEITHER = { title: "`nll_loss` got probabilities or logits, not log-probabilities", at: "guides/debug/symptoms/#the-loss-is-negative", link: "The loss is negative",
  code: "F.cross_entropy(logits, target)  # logits as the last layer returns them", says: "Pass the logits to the loss that takes their log-softmax itself:" };
const RARE = /positiv|negativ|bce|binary|balance|rare|minority|foreground|fraud|churn|% of /i;
const SHARE = /([\d.]+) ?%|([\d.]+)(?: ?[/:] ?| (?:neg|pos)\w*\W+)([\d.]+)|([\d.]+) (?:\w+ )?(?:in|of|out of) ([\d.]+)/g;
const SEEN = { title: "A perplexity near 1: the model sees its targets", at: "guides/language-models/#shift-once", link: "Shift once", code: "F.cross_entropy(logits[:-1], target[1:])",
  says: "Shift the labels once:" };
const REFERENCE = { title: "ln 2 = 0.6931: the model is still the reference", at: "guides/mixed-targets/#dpo", link: "DPO", code: "",
  says: "At the first step of DPO that is right. If it stays there, the learning rate is too small, or no parameter is trained." };

const MARGINS = [[/triplet/i, "tripletmarginloss-pitfalls", "TripletMarginLoss: Pitfalls", "all embeddings are alike"], [/margin.?rank/i, "marginrankingloss-pitfalls", "MarginRankingLoss: Pitfalls", "both scores are alike"]];

// A loss that equals its margin.
function margin(text, { value }) {
  const [, anchor, link, alike] = MARGINS.find(([name]) => name.test(text)) ?? [];
  if (!anchor || !(value > 0)) return null;
  const given = Number(/margin\W{0,3}(?:of |is |= ?)?(\d*\.?\d+)/i.exec(text)?.[1] ?? NaN);
  const isTwice = (text.match(/\d*\.?\d+/g) ?? []).filter((each) => Math.abs(each / given - 1) < 0.02).length > 1; // the margin, and the loss
  const isAt = isTwice && Math.abs(value / given - 1) < 0.02;
  const isSoft = /soft/i.test(text) && Math.abs(value - Math.LN2) < 0.01;
  const isAsked = Number.isNaN(given) && STAYS.test(text) && [0.1, 0.2, 0.3, 0.5, 1].some((each) => Math.abs(value / each - 1) < 0.005);
  const says = "Begin with easier negatives, or a lower learning rate. Look at the distances:";
  return isAt || isSoft || isAsked ? { isSaid: true, title: isSoft ? `ln 2 = 0.6931, the soft margin of equal distances: ${alike}` : isAt ? `The loss is the margin: ${alike}` : `Is ${value} the margin? Then ${alike}`,
    at: `reference/losses/ranking-and-embedding/#${anchor}`, link, code: anchor[0] === "t" ? "print(torch.pdist(embeddings).mean())" : "", says: anchor[0] === "t" ? says : "" } : null;
}

const APART = { title: "The rewards of the two answers are far apart: the loss is near zero", at: "guides/mixed-targets/#dpo", link: "DPO", code: "-F.logsigmoid(margin)",
  says: "`rewards/margins` says how far. If all pairs are like that, the model may have memorised them, or tell the two answers by their length: look at other pairs." };

const SURE = { at: "guides/debug/comparisons/#accuracy-is-fine-but-the-loss-is-high", link: "Accuracy is fine but the loss is high", code: 'print(F.cross_entropy(logits, target, reduction="none").topk(5))',
  says: "Divide the sum by the tokens that count, and leave out the padding. Or look at the largest losses:" };
const INFINITE = { isSaid: true, title: "A large loss with label smoothing: a masked class, or a sum", at: "guides/numerics/#one-hot-targets-and-label-smoothing-with-a-mask", link: "One-hot targets and label smoothing with a mask", code: "print(logits.min())",
  says: "Label smoothing gives each class a share of the target: a logit that is far below the others, such as a masked one, costs that share of the gap. Look at the lowest logit:" };

// What is told by the value of a loss that the text names.
export function named(text, loss) {
  const { value, isPerplexity } = loss;
  const isNegative = value < 0 && value > -3e38;
  const isLearning = accuraciesOf(text).some(([accuracy]) => accuracy > -2 * value);
  const answer = isPerplexity ? (value >= 1 && value < 1.2 ? SEEN : value > 1e6 && value < Infinity && { ...SURE, title: `A perplexity of ${value.toPrecision(2).replace("+", "")} is a loss of ${Math.log(value).toFixed(4)}: a sum, or confident mistakes` })
    : /\bkl|kullback/i.test(text) ? isNegative && !/reward/i.test(text) && DIVERGENCE
    : /\bctc/i.test(text) ? (isNegative ? NO_LOGARITHMS : !(value < 3e38) && SHORT)
    : /gaussian/i.test(text) ? isNegative && DENSITY
    : isNegative && /\.log\(\)/.test(text) && !/nll/i.test(text) ? LOGARITHMS
    : loss.isBinary && isNegative ? OUTSIDE
    : isNegative && isLearning && !loss.isOther ? NEITHER
    : /rewards?\/\w*(?:margin|chosen|rejected)|\bdpo/i.test(text) && (Math.abs(value - Math.LN2) < 1e-3 ? REFERENCE : value >= 0 && value < 0.01 && APART);
  if (/smoothing/i.test(text) && value > 20 && !loss.isOther) return INFINITE;
  return answer ? { ...answer, isSaid: true } : capped(loss) ?? clipped(text, loss) ?? sigmoids(text, loss) ?? entropy(text, loss) ?? focal(text, loss) ?? margin(text, loss) ?? pairs(text, loss) ?? vocabulary(text, loss);
}

const STAYS = /stuck|stop|plateau|\bstays?\b|flat|never|n't|\bnot? |constant|same/i;
export const toleranceOf = ({ digits }) => 0.51 * 10 ** -Math.min(Math.max(digits, 1), 7);

// The loss of the best constant prediction, for a share of positives that the text names, or for the accuracy of such a model.
function entropy(text, loss) {
  const { value, classes } = loss;
  const [[accuracy] = []] = accuraciesOf(text);
  const tolerance = toleranceOf(loss);
  if (tolerance > 0.1 * value) return null;
  const shares = RARE.test(text) ? Array.from(text.matchAll(SHARE), ([, percent, one, other, part, whole]) =>
    (percent ? percent / 100 : one ? [one / (Number(one) + Number(other)), one / other] : part / whole)).flat() : [];
  const isAt = (p, limit) => p > 0 && p < 1 && p !== 0.5 && Math.abs(value + p * Math.log(p) + (1 - p) * Math.log1p(-p)) <= limit;
  const isGuess = accuracy > 0.5 && classes < 3 && tolerance < 1e-3 && isAt(accuracy, tolerance);
  const share = isGuess ? accuracy : shares.find((p) => isAt(p, Math.max(tolerance, 0.005 * value))); // shares are rounded
  const percent = Number((100 * Math.min(share, 1 - share)).toPrecision(4));
  return share ? { isSaid: true, title: `The entropy of ${percent} % positives: the model predicts all rows alike`, at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c",
    code: "print(logits.std(dim=0))  # near 0: the logits do not depend on the input" } : null;
}

// The lowest losses if a second sigmoid gets 1 for each one, and 0 for each zero.
const ONE = Math.log1p(1 / Math.E);
const SIGMOIDS = [["ones", ONE], ["as many zeros as ones", (ONE + Math.LN2) / 2]];

function sigmoids(text, loss) {
  const [of, lowest] = (loss.digits > 2 && SIGMOIDS.find(([, each]) => Math.abs(each - loss.value) <= toleranceOf(loss))) || [];
  return of ? { isSaid: loss.isBinary || /balanc/i.test(text), title: `Sigmoid twice: the lowest loss for ${of} is ${lowest.toFixed(4)}`, link: "BCEWithLogitsLoss",
    at: "reference/losses/binary-and-multi-label/#bcewithlogitsloss", code: "F.binary_cross_entropy_with_logits(logits, target)",
    says: "Remove the sigmoid from the network: the loss applies it itself." } : null;
}

// A two-class loss at its cap.
function capped(loss) {
  const counts = loss.isBinary ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, loss.rows] : [];
  const wrongOf = (count) => Math.round((loss.value * count) / 100);
  const count = counts.find((each) => wrongOf(each) > 0 && wrongOf(each) <= each && Math.abs((100 * wrongOf(each)) / each - loss.value) <= toleranceOf(loss));
  return count ? { isSaid: true, title: `\`BCELoss\` at its cap of 100: ${count > 1 ? `${wrongOf(count)} in ${count} entries` : "every entry"} certain and wrong`,
    at: "guides/debug/comparisons/#a-gradient-is-none-or-zero", code: "F.binary_cross_entropy_with_logits(logits, target)", says: "The gradient is zero there. Let the loss take the logits:" } : null;
}

// The smallest probabilities that Keras, torch and code of one's own leave to the logarithm.
const SMALLEST = [1e-7, 2 ** -22, 2e-7, 1e-7 + 2 ** -23, 2 ** -23, 2 ** -24, 1e-8, 1e-6, 1e-9, 1e-10, 1e-12, 1e-15, 2 ** -52];

// A model that is certain of every row: each wrong one costs the cap.
function clipped(text, loss) {
  const isAt = (cap) => accuraciesOf(text).some(([accuracy, half]) => half < 0.002 * (1 - accuracy) && Math.abs(cap * (1 - accuracy) - loss.value) <= cap * half + toleranceOf(loss));
  const smallest = SMALLEST.find((each) => isAt(-Math.log(each)));
  if (!smallest && !isAt(100)) return null;
  const code = `F.${loss.isBinary ? "binary_cross_entropy_with_logits" : "cross_entropy"}(logits, target)  # logits as the last layer returns them`;
  const says = "The loss is this cap times the share of wrong rows: the model is certain of every row. Let the loss take the logits:";
  return smallest ? { isSaid: true, title: `Each wrong row costs ${(-Math.log(smallest)).toFixed(4)}: minus the logarithm of an epsilon`, at: "understand/log-softmax/#an-epsilon-inside-the-logarithm", link: "An epsilon inside the logarithm", code, says }
    : { isSaid: true, title: "Each wrong row costs 100: `BCELoss` at its cap", at: "guides/debug/comparisons/#a-gradient-is-none-or-zero", link: "A gradient is None or zero", code, says };
}

// A two-class loss that no longer falls: the share of positives whose entropy it is.
export function constant(text, loss) {
  if (!loss.isBinary || !(loss.value > 5e-3 && loss.value < 0.68) || !STAYS.test(text)) return null;
  let [low, high] = [0, 0.5];
  for (let step = 0; step < 40; step++) {
    const p = (low + high) / 2;
    if (-p * Math.log(p) - (1 - p) * Math.log1p(-p) < loss.value) low = p;
    else high = p;
  }
  const isSaid = /^With label/.test(causes(loss)[0]?.title); // which this loss has not
  return { isSaid, title: `With ${Number((100 * low).toPrecision(2))} % positives, a model that predicts all rows alike has this loss`, at: "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds",
    link: "Imbalanced classes", code: "print(target.float().mean())  # the share of positives", says: "If that is about the share in the labels, the model has learned nothing else:" };
}

// The focal loss of equal logits.
function focal(text, loss) {
  const of = (name) => Number(new RegExp(String.raw`${name}[^\d.]{0,9}(\d*\.?\d+)`, "i").exec(text)?.[1] ?? NaN);
  const [gamma, alpha, tolerance] = [of("(?:gamma|γ)") || 2, of("(?:alpha|α)"), toleranceOf(loss)];
  const at = (count) => (1 - 1 / count) ** gamma * Math.log(count);
  const isAt = (count) => [1, alpha, 1 - alpha, 0.5].some((weight) => Math.abs(weight * at(count) - loss.value) <= tolerance);
  const [plain] = /focal/i.test(text) ? causes({ ...loss, isOther: false }) : [];
  if (/^-ln\(/.test(plain?.title)) return { ...plain, isSaid: true }; // of a row that is wrong, the factor is one
  const count = /focal/i.test(text) && tolerance < 0.1 * loss.value ? (loss.classes > 1 ? [loss.classes] : [2, 10]).find(isAt) : 0;
  return count ? { isSaid: true, title: `The focal loss of equal logits, with gamma ${gamma}: ${count} classes are predicted alike`, at: "guides/imbalance/#focal-loss", link: "Focal loss", code: "",
    says: "At the first step that is right. The factor makes the loss smaller than ln C." } : null;
}

// A first loss of about ln C, for the vocabulary of a model that the text names.
function vocabulary(text, loss) {
  const { value, digits, named: counts, classes, isPerplexity, isOther } = loss;
  const isFirst = /\b(?:start|begin|init|scratch|first|step 0|random)/i.test(text) && !STAYS.test(text) && !/\bafter\b|step \d{2}|\d{3} (?:steps|iter)/i.test(text);
  const isNear = (each) => Math.abs(Math.log(each) - value) < (each < 1000 ? 0.25 : digits < 1 ? 1 : 0.5);
  const count = isFirst && !isPerplexity && !isOther ? [...counts, classes].find((each) => (each > 1000 || (each > 20 && each === classes)) && isNear(each)) : 0;
  const [known] = causes(loss);
  if (!count || (/^(?:Near )?ln /.test(known?.title) && known.title.includes(count))) return null;
  return { isSaid: true, title: `Near ln ${count} = ${Math.log(count).toFixed(4)}, its vocabulary: the model predicts all tokens alike`, at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c", code: "", link: "The loss is stuck at ln C",
    says: "At the first step of a model without pretrained weights that is right." };
}

// The loss of a contrastive model or of a discriminator to which all candidates look alike.
function pairs(text, loss) {
  const isAt = (count) => Math.abs(Math.log(count) - loss.value) <= Math.max(2e-3, toleranceOf(loss)) && loss.digits > 1;
  if (/discriminat|\bd[ _]?loss|loss_d\b|\bgan\b/i.test(text) && isAt(4)) {
    return { isSaid: true, title: "2 ln 2 = 1.3863: real and fake look alike", at: "guides/debug/symptoms/#the-loss-is-stuck-at-ln-c", code: "",
      says: "The discriminator's loss adds up that of the real rows and that of the fake ones: ln 2 each, at a probability of one half." };
  }
  if (loss.value < 1e-3 && loss.value >= 0 && !/wgan|wasser|critic/i.test(text) && /discriminat|\bd[ _]?loss|loss_d\b|\bgan\b/i.test(text)) {
    return { isSaid: true, title: "The discriminator tells all real rows from fake ones: its loss is near zero", at: "guides/debug/comparisons/#a-gradient-is-none-or-zero", link: "A gradient is None or zero",
      code: "F.binary_cross_entropy_with_logits(logits, target)", says: "Where probabilities are rounded to 0 or 1, the generator's gradient is zero. Let both losses take the logits:" };
  }
  if (!/simclr|nt.?xent|supcon|info.?nce|contrastive|\bclip\b|moco/i.test(text) || /siamese|margin/i.test(text)) return null;
  const isClipped = !/simclr|nt.?xent|supcon|info.?nce|contrastive|moco/i.test(text) && !/\bCLIP\b/.test(text); // of gradients, perhaps
  const [, batch, rows = batch] = /(?:batch|\bbsz?\b|\bn\b)[^\d\n]{0,9}(\d+)|(\d+) (?:pairs|negatives|images)/i.exec(text) ?? [];
  const usual = loss.digits > 2 ? Array.from({ length: 12 }, (_, at) => [8 << at, (8 << at) - 1]).flat() : [];
  const count = [Number(rows), 2 * rows - 1, Number(rows) + 1, 65537, ...(rows ? [] : usual)].filter((each) => each > 1 && isAt(each)).sort((a, b) => Math.abs(Math.log(a) - loss.value) - Math.abs(Math.log(b) - loss.value))[0];
  const about = Math.round(Math.exp(loss.value).toPrecision(loss.digits > 2 ? 9 : loss.digits || 1));
  const expected = { isSaid: true, code: "", link: "Which loss to expect: from ln N to the floor", at: "guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor" };
  if (count) return { ...expected, title: `ln ${count} = ${Math.log(count).toFixed(4)}: all ${count} candidates look alike`, says: "At the first step that is right. If it stays there, the embeddings do not tell the rows apart." };
  if (isClipped || /cross.?entropy|\bce\b|classif/i.test(text) || !(loss.value > 0) || loss.isOther || loss.value > 1e5) return null;
  const [low, high] = [Math.log(rows), Math.log(2 * rows - 1)];
  const isNear = rows > 3 && loss.value > 0.85 * low && loss.value < 1.03 * high;
  const guess = rows > 3 ? `that of a guess is ${low.toFixed(4)} among ${rows} candidates, ${high.toFixed(4)} among ${2 * rows - 1}` : "that of a guess among N candidates is ln N";
  const other = { ...expected, title: `A contrastive loss of ${loss.text}: ${guess}`, says: isNear ? "It is near: the embeddings hardly tell the rows apart." : "Above it, the loss is a sum, is scaled, as by a temperature, or is sure of mistakes. Below it, the model tells candidates apart." };
  if (isNear && loss.digits < 2) return other;
  return loss.value < 13 && STAYS.test(text) && loss.digits > 0 && about > 2 && about < 1e5 ? { ...expected, title: `A contrastive loss of ln N, if N is about ${about}: all candidates look alike`,
    says: `Count the candidates of a row. If they are not about ${about}, its probability of the right one is one in ${about} for another reason.` } : other;
}
