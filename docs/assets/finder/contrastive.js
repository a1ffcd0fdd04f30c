// Cases of contrastive losses, margins and cosines: all embeddings alike, or a floor. No DOM.
import { any } from "./cases.js";
import { floorOfCosines, lnOf, toleranceOf } from "./numbers.js";
import { answer, SPREAD } from "./sections.js";
import { STAYS } from "./words.js";

// Losses of pairs that have a margin, but no triplets.
const RANKING = /margin.?rank/i;
const OTHER_MARGINS = any(RANKING, /multi.?margin|hinge|arc.?face|cos.?face/);

export const zeroedDiagonal = {
  when: /diagonal/i,
  and: [/sim-?clr|nt-?xent|contrastive|info.?nce|\bviews?\b/i, /\bzero\w*|fill_diagonal_?\(0\.?0?\)|\b(?:to|with|of|at) 0\b/i],
  not: /-inf|minus infinity|masked_fill/i,
  section: "diagonal",
  title: "A diagonal of zeros still counts in the softmax: a logit of 0 has the exponential 1",
  says: "Leave it out with minus infinity:",
  code: 'logits.fill_diagonal_(float("-inf"))',
};

export const targetOfClip = {
  when: /logits_per_(?:image|text)/i,
  and: /arange|ground_?truth/i,
  not: /\b(?:nan|inf|stuck|plateau)\b/i,
  section: "clip",
  title: "In CLIP, the target is always 0, 1, 2 …: row n belongs to column n",
};

export const cosinesWithoutScale = {
  when: any(
    /cosine(?!\W*(?:anneal|sched|lr|decay|warm|learning))/,
    /normali[sz]ed (?:feat|embed|weight|vector|logit)/,
    /similarit|arcface|cosface/,
  ),
  needs: ({ loss, accuracies }) => loss?.value > 1 && loss.value < 13 && !loss.isOther && accuracies.length > 0
    && accuracies.every(({ share }) => share > 0.99),
  section: "contrastive",
  title: ({ loss }) => `Every row is right, but the loss stays at ${loss.text}: cosines without a scale have a floor`,
  says: ({ loss: { classes } }) => {
    const floor = floorOfCosines(classes).toFixed(4);
    return `Two cosines differ by at most 2, so no probability comes near 1.${
      classes > 2 ? ` With ${classes} classes, no row costs less than ${floor}.` : ""} Multiply them:`;
  },
  code: "logits = 16 * cosines",
};

export const atLogarithm = {
  when: /(?:contrastive|clip|info ?nce|simclr|nt-?xent).{0,12}loss.{0,30}(?:\blog\b|\bln\b)/i,
  section: "contrastive",
  title: "A contrastive loss at ln N: all pairs look alike",
};

// The answer where a triplet loss is its margin.
const EMBEDDINGS_ALIKE = {
  section: "triplet",
  title: "The loss is the margin: all embeddings are alike",
  ...SPREAD,
};

export const distancesVanish = {
  when: /\b(?:pdist|\w*dist(?:ance)?s?)\b[^.\n]{0,30}\b(?:drop|go|fall|becom|are|is|get|to)\w*[^.\n]{0,12}\b(?:0(?![.\d-])|zero\b)/i,
  and: /loss[^.\n]{0,20}\b(?:stays?|stuck|near|equals?|around|about|close)\b[^.\n]{0,15}margin|loss (?:is|=) (?:the )?margin/i,
  not: any(
    OTHER_MARGINS,
    /positive|\bnan\b|anchor|cent(?:er|re) loss|hyperplane|\bnot\b[^.\n]{0,9}\b(?:0|zero|margin)\b|\bhow (?:do|to|can)/,
  ),
  ...EMBEDDINGS_ALIKE,
};

export const marginChanged = {
  when: any(
    /chang\w* (?:the )?margin\b[^.\n]{0,40}loss[^]*(?:margin|same|equal|approx)/,
    /loss[^.\n]{0,40}(?:approximat|equal|close)\w*(?: of| to)? (?:the )?margin/,
  ),
  not: OTHER_MARGINS,
  ...EMBEDDINGS_ALIKE,
};

// A loss that is said to be its margin; no question what the margin is.
const IS_THE_MARGIN = new RegExp(
  String.raw`(?:(?<!\b(?:what|which|why|how|where) )\b(?:equals?|to|at|is|near|around|approximate\w*(?: of)?|becom\w*|stays?)|=)`
  + String.raw` ?(?:the )?(?:value of )?(?:the )?margin\b(?![ -]?(?:rank|loss|based))`, "i");

export const rankingMargin = {
  when: IS_THE_MARGIN,
  and: [/loss/i, RANKING],
  section: "ranking",
  title: "The loss is the margin: both scores are alike",
};

export const tripletMargin = {
  when: IS_THE_MARGIN,
  and: /loss/i,
  not: OTHER_MARGINS,
  ...EMBEDDINGS_ALIKE,
};

export const margin = { tells: atMargin };

// A triplet or ranking loss that equals its margin.
function atMargin({ text, is, numbers, loss: { value } }) {
  const isTriplet = is(/triplet/i);
  if (!(isTriplet || is(RANKING)) || !(value > 0)) return null;
  const given = Number(/margin\W{0,3}(?:of |is |value |= ?)?(?:of |is )?(\d*\.?\d+)/i.exec(text)?.[1] ?? NaN);
  const isTwice = numbers.filter((each) => Math.abs(each.value / given - 1) < 0.02).length > 1; // the margin, and the loss
  const isAt = (Math.abs(value / given - 1) < 0.02 && (isTwice || STAYS.test(text)))
    || is(/\b(?:becom\w*|equals?|to|at|=) (?:the )?(?:value of )?(?:the )?margin/i);
  const isSoft = is(/soft/i) && Math.abs(value - Math.LN2) < 0.01;
  const isAsked = Number.isNaN(given) && STAYS.test(text) && [0.1, 0.2, 0.3, 0.5, 1].some((each) => Math.abs(value / each - 1) < 0.005);
  const alike = isTriplet ? "all embeddings are alike" : "both scores are alike";
  const title = isSoft ? `ln 2 = 0.6931, the soft margin of equal distances: ${alike}` : isAt ? `The loss is the margin: ${alike}` : isAsked
    ? `Is ${value} the margin? Then ${alike}` : "";
  return title && (isTriplet ? answer("triplet", title, SPREAD.says, SPREAD.code) : answer("ranking", title));
}

export const candidatesAlike = { tells: amongCandidates };

const CONTRASTIVE = /simclr|simcse|nt.?xent|supcon|info.?nce|contrastive|moco/i;

// A contrastive loss of ln N: all N candidates look alike.
function amongCandidates({ text, is, loss }) {
  const isClip = is(/\bCLIP\b/) || (is(/\bclip\b/i) && is(/image|\btext|embed|similar|pairs|clip.?(?:loss|model)/i)); // not of gradients
  if (!(is(CONTRASTIVE) || isClip) || is(/siamese|margin|siglip/i)) return null;
  const isAt = (count) => Math.abs(Math.log(count) - loss.value) <= Math.max(2e-3, toleranceOf(loss)) && loss.digits > 1;
  const [, batch, given = batch] = /(?:batch|\bbsz?\b|\bn\b)[^\d\n]{0,9}(\d+)|(\d+) (?:pairs|negatives|images)/i.exec(text) ?? [];
  const rows = Number(given);
  const usual = loss.digits > 2 ? Array.from({ length: 12 }, (_, at) => [8 << at, (8 << at) - 1]).flat() : [];
  const count = [rows, 2 * rows - 1, rows + 1, 65537, ...(given ? [] : usual)].filter((each) => each > 1 && isAt(each))
    .sort((a, b) => Math.abs(Math.log(a) - loss.value) - Math.abs(Math.log(b) - loss.value))[0];
  if (count) return answer("contrastive", `${lnOf(count)}: all ${count} candidates look alike`,
    "At the first step that is right. If it stays there, the embeddings do not tell the rows apart.");
  const isClipping = !(is(CONTRASTIVE) || is(/\bCLIP\b/)); // of gradients, perhaps
  const isForeign = isClipping || is(/cross.?entropy|\bce\b|classif/i) || !(loss.value > 0) || loss.isOther || loss.value > 1e5;
  return isForeign ? null : besideGuess(text, loss, given);
}

// What a contrastive loss says that is not ln N, beside that of a guess between the rows, as they are written.
function besideGuess(text, loss, rows) {
  const [low, high] = [Math.log(rows), Math.log(2 * rows - 1)];
  const isNear = rows > 3 && loss.value > 0.85 * low && loss.value < 1.03 * high;
  const guess = rows > 3 ? `that of a guess is ${low.toFixed(4)} among ${rows} candidates, ${high.toFixed(4)} among ${2 * rows - 1}`
    : "that of a guess among N candidates is ln N";
  const other = answer("contrastive", `A contrastive loss of ${loss.text}: ${guess}`,
    isNear ? "It is near: the embeddings hardly tell the rows apart."
      : "Above it, the loss is a sum, is scaled, as by a temperature, or is sure of mistakes. Below it, the model tells "
        + "candidates apart.");
  const about = Math.round(Math.exp(loss.value).toPrecision(loss.digits > 2 ? 9 : loss.digits || 1));
  if (isNear && loss.digits < 2) return other;
  return loss.value < 13 && STAYS.test(text) && loss.digits > 0 && about > 2 && about < 1e5
    ? answer("contrastive", `A contrastive loss of ln N, if N is about ${about}: all candidates look alike`,
      "Count the candidates of a row. "
      + `If they are not about ${about}, its probability of the right one is one in ${about} for another reason.`)
    : other;
}

export const additiveMargin = {
  when: /(?:arc|cos|sphere)[- ]?face|\barc[- ]?(?:margin|loss)/i,
  needs: ({ loss, numbers, is }) => loss?.value > 5 && loss.value < 100 && (numbers.some(({ value }) => value > 100 && loss.value > Math.log(value))
    || is(/acc\w*[^.\d\n]{0,20}\b0(?:\.0+)?\b(?!\.\d)|(?:not|n't) (?:drop|fall|decreas|go)|stuck|remain|stays?\b|top-?1 err\w*[^.\d\n]{0,3}(?:100|99)\b|\bnormal\b/i)),
  section: "temperature",
  title: "A margin, enlarged by the scale, lowers the logit of the right class: at first the loss is above ln C, and the accuracy near 0",
  says: "Measure the accuracy on the cosines without the margin. If the loss does not fall, begin with a smaller margin or scale.",
};

export const scaleWithoutExp = {
  when: /logit_scale ?= ?[^\n]*\blog\(/,
  and: /logit_scale\b ?\*|\* ?(?:self\.)?logit_scale\b(?!\.exp|\w)/,
  not: /logit_scale[^]*\.exp\(|exp\([\w.]*logit_scale/,
  section: "clip",
  title: "The learned scale is kept as a logarithm: take its exponential before you multiply",
  says: "Else the cosines are multiplied by its logarithm, which is far smaller, and the loss stays high:",
  code: "logits = logit_scale.exp() * cosines",
};

export const noPositive = {
  when: /mask\.sum\((?:dim ?= ?)?-?1\b/i,
  and: [/\bnan\b/i, /mask\.sum\([^)]*\)[^.\n]{0,24}\b(?:0|zero)\b|without (?:a )?positives?|no positives?/i],
  section: "supcon",
  title: "An anchor without positives: its mean is 0 divided by 0",
  says: "Leave such anchors out, or divide by at least one:",
  code: "loss.sum(dim=1) / mask.sum(dim=1).clamp(min=1)",
};

export const withoutPartner = {
  when: /sup-?con/i,
  and: /\bnan\b/i,
  not: /(?:two|2|both|n_?) ?(?:views?|crops)|twice/i,
  needs: ({ text }) => {
    const [, list = ""] = /labels? ?=[^\n[]*\[([\d., ]+)\]/i.exec(text) ?? [];
    const labels = list.split(",").map(Number);
    return labels.length > 1 && labels.some((label) => labels.filter((each) => each === label).length === 1);
  },
  section: "supcon",
  title: "With one view, an anchor whose label occurs once has no positive: its mean is 0 divided by 0",
  says: "Give the loss two views of each image, leave such anchors out, or divide by at least one:",
  code: "loss.sum(dim=1) / mask.sum(dim=1).clamp(min=1)",
};

export const falseNegatives = {
  when: /(?:same|identical|duplicate\w*|one) (?:document|corpus|passage|caption|query|question|answer|text|product|item)\w*[^.\n]{0,60}(?:batch|negative)|(?:appears?|occurs?|is) (?:twice|several times|more than once)[^.\n]{0,20}(?:batch|per)/i,
  and: /negative/i,
  not: /hard.?negative mining|queue/i,
  section: "false_negatives",
  title: "If a batch holds the same text more than once, its copies are negatives of their own query, and the loss has a floor",
  says: "Mask such pairs with minus infinity, or draw batches without duplicates:",
  code: "logits = logits.masked_fill(same & ~torch.eye(N, dtype=torch.bool), -torch.inf)",
};

export const rightWithoutScale = {
  when: /info.?nce|contrastive|simclr|clip|nt-?xent/i,
  not: /clip\w*[^.\n]{0,12}(?:grad|norm|value)|grad\w*[^.\n]{0,12}clip|drops? to|\bfell\b|\blfw\b|verification/i,
  needs: ({ loss, accuracies, numbers }) => loss?.value > 1 && (accuracies.some(({ share }) => share > 0.97)
    || numbers.some(({ value, before, name }) => /top-?1/i.test(before.slice(-24) + name) && (value === 1 || value === 100))) && loss.digits > 1,
  section: "contrastive",
  title: ({ loss }) => `Each pair is found, but the loss stays at ${loss.text}: the scale is too small, or cosines are multiplied by the temperature`,
  says: "Divide the cosines by the temperature. Without a scale, the loss of N pairs never falls below ln N - 1:",
  code: "logits = cosines / 0.07",
};
