// Cases of perplexities and bits: a loss in another unit. No DOM.
import { isKnown, last, short } from "./questions.js";
import { LARGEST } from "./sections.js";

export const perplexityNearOne = {
  needs: ({ loss }) => loss.isPerplexity && loss.value >= 1 && loss.value < 1.2,
  section: "shift",
  title: "A perplexity near 1: does the model see its targets?",
  says: "Or it has learned the rows by heart. Shift the labels once, in logits (N, L, C):",
  code: "F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())",
};

export const infinitePerplexity = {
  needs: ({ loss }) => loss.isPerplexity && loss.value === Infinity,
  section: "infinite",
  title: "The perplexity is infinite: so is the loss, or it is above 88.7, where the exponential of a `float32` overflows",
  says: "If the loss is finite, take its exponential in `float64`, or report the loss:",
  code: "print(loss, loss.double().exp())",
};

export const largePerplexity = {
  needs: ({ loss }) => loss.isPerplexity && loss.value > 3e5 && loss.value < Infinity,
  section: "perplexity",
  title: ({ loss: { value } }) =>
    `A perplexity of ${short(value)} is a mean loss of ${Math.log(value).toFixed(4)} for each token: a sum, or confident mistakes`,
  says: "A guess between 50257 tokens has 10.8249. Divide a sum by the tokens that count, and leave out the padding. Or look "
    + "at the largest losses:",
  code: LARGEST,
};

export const perplexityOfBatches = {
  when: /perplexity|ppl\b/i,
  and: /(?:batch.?size|\bbs\b)[^]*(?:sensitiv|depend|differ|chang|not the same|vary|varies)|(?:sensitiv|depend|differ|chang|vary|varies)[^]*batch.?size|exp\(loss\)[^.\n]{0,40}(?:per|each|every) batch|mean of (?:the )?(?:perplexities|ppl)|exp\(\)\.mean\(\)/i,
  not: /learning.?rate|train(?:ing)? with|contrastive/i,
  section: "perplexity_of_batches",
  title: "Is the perplexity a mean of perplexities, or of batch means? Then it depends on the batch size",
  says: "Add up the losses and the tokens of all batches, divide, and take the exponential once:",
  code: "torch.exp(total / tokens)",
};

export const inBits = {
  when: /book|paper|expect|should|says?\b|formula|instead|wikipedia|by hand/i,
  not: /\bbits?\b|log2|epoch|step|train|val\b|temperature|margin|weight|alpha|gamma/i,
  needs: ({ numbers }) => {
    const two = numbers.filter(({ digits, isUnit, role }) => digits > 0 && !isUnit && role !== "accuracy");
    const [a, b] = two.map(({ value }) => value);
    return two.length === 2 && a > 0.1 && Math.abs(Math.min(a, b) / Math.max(a, b) / Math.LN2 - 1) < 1e-3 && { nats: two[+(a > b)].text, bits: two[+(a < b)].text };
  },
  section: "bits",
  title: (f, { nats, bits }) => `${bits} is ${nats} divided by ln 2: is one in bits, the other in nats?`,
  says: "PyTorch's losses use the natural logarithm. In bits, divide by ln 2:",
  code: "loss / math.log(2)",
};

export const otherBase = {
  when: /\b2(?:\.0)? ?(?:\*\*|\^) ?\(?-?(?:mean_)?(?:loss|nll|ce|entropy)|math\.pow\(2|exp2\(/i,
  and: /perplexity|\bppl\b/i,
  not: /log2|base.?2 log|\bbits\b/i,
  section: "perplexity",
  title: "PyTorch's losses are in nats: the perplexity is e, not 2, to the loss",
  says: "Two to the loss needs one in bits, the loss divided by ln 2.",
  code: "torch.exp(loss)",
};

export const twoPerplexities = {
  needs: (f) => {
    const all = f.numbers.map(({ value }) => value);
    const loss = all.find((x) => x > 0.5 && x < 12 && [Math.exp(x), 2 ** x].every((power) => all.some((y) => Math.abs(y / power - 1) < 0.003)));
    return f.is(/perplexity|\bppl\b/i) && loss ? [loss] : null;
  },
  section: "perplexity",
  title: (f, [loss]) => `${Number(Math.exp(loss).toPrecision(4))} is e to the loss, ${Number((2 ** loss).toPrecision(4))} is 2 to the loss: PyTorch's losses are in nats`,
  says: "So the perplexity is e to the loss, unless a trainer has turned the loss into bits.",
  code: "torch.exp(loss)",
};

export const bitsBesidePerplexity = {
  needs: (f) => perplexityOf(f, Math.log2, 1e-3),
  section: "bits",
  title: "These are bits: 2 to the loss is the perplexity",
  says: "The trainer logs base 2, as fairseq does. In nats, the loss is 0.6931 times that.",
  code: "loss * math.log(2)  # nats",
};

export const perplexityFits = {
  not: /different|should(?:n't)?[^.\n]{0,30}same|not (?:the )?same|mismatch/i,
  needs: (f) => perplexityOf(f, Math.log, 0),
  section: "perplexity",
  title: "The perplexity is e to the loss: the two fit",
  says: "Both say how well the model predicts a token. For the perplexity of many batches, average their losses first:",
  code: "torch.exp(loss)",
  isSaid: ({ loss }, [perplexity]) => {
    // Of few digits, the perplexity tells more.
    return loss?.digits < 2 && !isKnown({ loss: { ...loss, value: perplexity, digits: 1, isPerplexity: true } }) && !loss.isPerplexity;
  },
};

// The perplexity in a text, in a list, if its logarithm is one of the losses.
function perplexityOf({ values, numbers }, logarithm, relative) {
  const perplexity = last(values("perplexity"));
  const limit = relative * logarithm(perplexity) || Math.max(2e-3, 0.051 / perplexity);
  const isAt = ({ value, digits }) => Math.abs(value - logarithm(perplexity)) <= Math.max(
    limit, value > 0.5 && digits > 0 ? 0.51 * 10 ** -digits : 0);
  const isPower = Number.isFinite(perplexity) && numbers.some((each) => each.role === "loss" && each.value > 0.1 && isAt(each));
  return isPower ? [perplexity] : null;
}

export const guessInBits = {
  needs: countInBits,
  section: "bits",
  title: ({ loss }, count) =>
    `${loss.text} is log2 ${count}, and the accuracy is near one in ${count}: the model guesses, and the loss is in bits`,
  says: "fairseq logs base 2. In nats, a guess has the natural logarithm:",
  code: "loss * math.log(2)  # nats",
};

// Of how many classes a guess has the loss, in bits, and nearly the accuracy.
function countInBits({ loss, accuracies, is }) {
  const isAsked = loss?.isNamed && !loss.isOther && loss.digits > 1 && (loss.classes || is(/fairseq|\bbits?\b|base.?2|nll_loss/i));
  const counts = isAsked ? accuracies.map(({ share }) => [share, Math.round(1 / share)]) : [];
  return counts.find(([share, count]) => count > 2 && count < 100 && [0, count].includes(loss.classes)
    && Math.abs(share * count - 1) < 0.15 && Math.abs(Math.log2(count) / loss.value - 1) < 0.003)?.[1];
}

export const paddedPerplexity = {
  when: /pad_?token|padding/i,
  needs: ({ loss, numbers }) => loss && numbers.some(({ value, name, digits }) => value > 1e6 && value < Infinity && (/ppl|perpl/i.test(name) || digits < 0)),
  section: "end_token",
  title: "A perplexity far above the size of any vocabulary: does padding count as text?",
  says: "Where the end token also pads, a model sees no text at these positions. Leave them out with the attention mask:",
  code: "labels = ids.masked_fill(attention_mask == 0, -100)",
};

export const impossiblePerplexity = {
  not: /(?:step|epoch)\s+0\b|first|initial|start/i, // far apart at first
  needs: ({ values, loss }) => Math.max(0, ...values("perplexity").filter(Number.isFinite)) > Math.max(1e6, 20 * (loss?.classes || 0)),
  section: "perplexity",
  title: "A perplexity far above the size of any vocabulary: the loss is a sum, averaged over sequences, or of a model that is sure "
    + "of wrong tokens",
  says: "A guess has the size of the vocabulary as its perplexity. Divide the sum of the losses by the tokens that count:",
  code: 'loss = F.cross_entropy(logits, target, reduction="sum") / target.ne(-100).sum()',
};
