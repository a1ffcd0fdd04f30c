// Cases of language models: the shift of the labels, padding, the accuracy of tokens. No DOM.
import { any } from "./cases.js";
import { accuracyWay, isKnown, isLanguageModel, isNats, toldLoss } from "./questions.js";
import { CHECK, FROM_ONE_BATCH } from "./sections.js";
import { CLASSIFIER, isOneToken, NAMED_MODEL, TEXT } from "./words.js";
import { isEmpty, isZero } from "./zero.js";

const SEES_ITS_TARGET = "At each position, the target is the token that comes next: shift the labels once, and mask what comes later.";

export const zero = {
  needs: (f) => isZero(f) && !isEmpty(f) && isLanguageModel(f),
  section: "shift",
  title: "A language model's loss is exactly zero: does it see what it must predict?",
  says: `${SEES_ITS_TARGET} Or no label counts:`,
  code: CHECK,
};

const NONSENSE = /garbage|nonsense/i;
const TOO_GOOD = any(NONSENSE, /generat\w*[^.\n]{0,20}(?:bad|wrong|poor)|too (?:low|good)/);

export const nearZero = {
  when: any(NONSENSE, /(\w)\1{6}|\bbad\b|repeat|fast|quick|suspicious|too (?:low|good|small)|wrong/),
  needs: (f) => f.loss?.isNamed && f.loss.value > 0 && f.loss.value < (f.is(TOO_GOOD) ? 0.1 : 0.01)
    && (isLanguageModel(f) || f.is(/\bppl\b|perplexity/i)),
  section: "shift",
  title: "A language model's loss near zero: does it see what it must predict?",
  says: `${SEES_ITS_TARGET} Or few labels count, or the rows are learned by heart:`,
  code: CHECK,
  isSaid: false,
  isHint: true,
};

export const generatesNonsense = {
  when: any(/generat\w*[^.\n]{0,30}(?:garbage|nonsense|wrong|repeat|same)/, /(?:garbage|nonsense) (?:text|output)/),
  and: /language|text|token|transformer|\b(?:llm|gpt)/i,
  section: "shift",
  title: "A model that predicts well but generates nonsense: does it see what it must predict?",
  says: "Mask what comes later in the attention, and shift the labels once. In generation it cannot see the answer.",
};

export const lowButNonsense = {
  ...generatesNonsense,
  not: /\bnan\b|template|quanti[sz]|temperature|tokeni[sz]er|answers|image|repeated words/i,
  needs: ({ loss }) => loss?.isNamed && !loss.isOther && loss.value > 0 && loss.value < 3,
};

// Models that shift the labels themselves, or whose labels are not shifted.
const SHIFTED = any(
  /itself|inside|internal|already|hugging|model (?:does|shifts)/,
  /twice|bert|\bmlm\b|masked|\bt5\b|(?:en|de)coder|seq2seq|\bner\b|tagging|label shift/,
);

export const notShifted = {
  when: any(/entropy\w*\(\s*logits(?:\.\w+\([^()]*\))*,\s*(?:input_)?(?:ids|tokens)(?:\.\w+\([^()]*\))*\s*[,)]/, /labels?\b[^\n]{0,80}(?:n't|\bnot|without|never) (?:a )?shift/, /input_ids\b[^\n]{0,40}(?:n't|\bnot) shift/),
  not: any(SHIFTED, /labels? ?= ?\w+\[:, ?1:\]/),
  section: "shift",
  title: "Labels that are not shifted: the target is the input token itself, and the loss goes to zero",
  says: "Shift the labels once, in the data or in the model:",
  code: "F.cross_entropy(logits[:, :-1].flatten(0, 1), ids[:, 1:].flatten())",
};

export const nextTokenAccuracy = {
  when: /next.?token acc|token acc\w*[^.\n]{0,20}next/i,
  needs: (f) => (toldLoss(f) ?? f.course.trainLoss ?? f.course.Loss) === "down" && (accuracyWay(f) === "flat" || Object.values(f.told).includes("flat")),
  section: "shift",
  title: "The loss falls, but the next token is not predicted better: are labels and logits shifted twice, or by different steps?",
  says: "Shift once, and shift the accuracy in the same way. Over tokens, take the `argmax` of the last dimension:",
  code: "print((logits[:, :-1].argmax(dim=-1) == ids[:, 1:]).float().mean())",
};

export const endTokenIgnored = {
  when: /pad_token(?:_id)? ?= ?[\w.]*eos_token/i,
  and: any(/== ?[\w.]*pad_token_id\] ?= ?-100/, /(?:never|not|n't) stop(?!\w* (?:fall|train|improv|decreas))|goes on (?:generat|until)|keeps? (?:on )?generat/),
  not: /attention_mask ?== ?0\W{1,6}100\b|by (?:the )?attention.mask/i,
  section: "end_token",
  title: "The end token is the padding too: are its labels ignored? Then the model never learns to stop",
  says: "Ignore by the attention mask, not by the token:",
  code: "labels = ids.masked_fill(attention_mask == 0, -100)",
};

export const oneToken = {
  needs: ({ said }) => isOneToken(said),
  section: "shift",
  title: "One token: after the shift, no label is left, and the mean over nothing is nan",
  says: "A language model needs at least two tokens in a row.",
};

export const invertedMask = {
  when: /key_padding_mask|padding.?mask[^.\n]{0,40}\b(?:True|False|invert)/i,
  not: /\bnan\b|same dtype|shape of|works|is right|is fine/i,
  section: "attention_masks",
  title: "In `key_padding_mask`, `True` means leave out: is the mask inverted?",
  says: "Then tokens can attend to nothing but padding, and the output hardly depends on the text:",
  code: "key_padding_mask = tokens == pad_id",
};

export const paddedVocabulary = {
  when: /teacher|student|tokeni[sz]er/i,
  needs: ({ said }) => {
    const sizes = new Set(Array.from(said.matchAll(/(?:, ?|\b)(\d{5,6})\]/g), ([, size]) => Number(size)));
    const [less, more] = [Math.min(...sizes), Math.max(...sizes)];
    return sizes.size === 2 && more < 1.02 * less;
  },
  section: "padded",
  title: "Two vocabularies of slightly different sizes: one of them is padded",
  says: "If the tokenizers are the same, cut the columns that are no token:",
  code: "logits = logits[..., :len(tokenizer)]  # of both models",
};

export const accuracyNearZero = {
  when: /token|language model|\blm\b|gpt/i,
  needs: contradicts,
  section: "shift",
  title: ({ loss }) => `A loss of ${loss.text} gives the right class a probability of ${Number(Math.exp(-loss.value).toFixed(3))}, `
    + "but the accuracy is hardly above 0: do both look at the same positions and labels?",
  says: "The accuracy may be taken one position off, of labels that the loss does not see, or over another dimension. Compute "
    + "both from one batch:",
  code: FROM_ONE_BATCH,
};

// Whether every accuracy is far below the probability that the loss gives the right token.
function contradicts(f) {
  const { loss, accuracies } = f;
  return isNats(loss) && loss.value > 0.3 && loss.value < 3 && !isKnown(f)
    && accuracies.length > 0 && accuracies.every(({ share }) => share < 0.2 * Math.exp(-loss.value));
}

export const predictsPadding = {
  when: /(?:<?\bPAD>?\s+){4}/,
  and: /pred|output|generat|decod|result/,
  section: "padding",
  title: "Padding is predicted: it counts in the loss, and in the accuracy",
  says: "Most positions are padding, so predicting it is right most of the time. Ignore its index in the loss, and mask it in "
    + "the accuracy:",
  code: "F.cross_entropy(logits.movedim(-1, 1), target, ignore_index=pad_id)  # logits (N, L, V)",
};

export const beyondEmbedding = {
  when: /embedding/i,
  and: /index out of range/i,
  section: "bounds",
  title: "An index out of range: an embedding got an index beyond its size",
  says: "For tokens that were drawn from logits: the last layer has more columns than the embedding has rows, or fewer tokens "
    + "can be decoded.",
  code: "print(tokens.min(), tokens.max(), embedding.num_embeddings)",
};

export const belowGuess = {
  needs: speaks,
  section: "bits_per_byte",
  title: ({ loss: { text, value } }) =>
    `A language model at ${text} does not guess: its perplexity is ${Number(Math.exp(value).toPrecision(3))}`,
  says: ({ loss: { classes } }, vocabulary) =>
    `A guess has the logarithm of the vocabulary, ${Math.log(vocabulary).toFixed(4)} ${classes ? "here" : `for ${vocabulary} tokens`}. `
    + "If the loss should fall further, compare it with that before the training, "
    + "and look at the shift, the labels of the prompt and the learning rate.",
  code: "torch.exp(loss)",
};

// The size of the vocabulary of a language model whose loss, in nats, is far below that of a guess; it is given, or a common one.
function speaks({ loss, is }) {
  const isModel = (loss?.classes > 5000 && is(any(NAMED_MODEL, TEXT)))
    || (!loss?.classes && is(/language model|masked.?lm|\b(?:llms?|gpt-?\d?|mlm)\b|llama|qwen|mistral|gemma/i));
  if (is(any(CLASSIFIER, /label(?:l?ed|s by)|\bcnn\b|resnet/))) return 0;
  const vocabulary = loss?.classes || 32000;
  return isModel && isNats(loss) && loss.value > 1 && loss.value < 0.75 * Math.log(vocabulary) ? vocabulary : 0;
}

export const shiftedByHand = {
  when: /labels?["'\]]* ?= ?[\w["'\].]*(?:ids|tokens|inputs?)["'\]]*(?:\.clone\(\))?\[(?:\.\.\.|:), ?1:\]/i,
  and: /CausalLM|LMHead|hugging|\bhf\b|Trainer\b/i,
  not: /cross_entropy\(|CrossEntropyLoss\(/,
  section: "shift",
  title: "These labels are moved by one already, and the model moves them again",
  says: "It then learns the token after the next. Pass the ids themselves as labels:",
  code: "model(input_ids=ids, labels=ids)",
};
