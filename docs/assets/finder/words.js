// Words that the cases of several modules look for. No DOM.
import { any } from "./cases.js";

/** Language models: by name, or as a network for sequences that works on text. */
export const NAMED_MODEL = /language model|\b(?:lm|llm|gpt)\b|llama|qwen|mistral|gemma/i;
export const SEQUENCE_NETWORK = /\b(?:rnn|lstm|gru|transformer)\b/i;
export const TEXT = /\b(?:token|char|word|text|next|vocab|generat|translat|decod|mask)/i;

/** Models that sequences or images go into, but that predict no tokens. */
export const CLASSIFIER = /classif|binary|sentiment|regress|forecast|series|stock|\bvit\b|vision/i;

/** Whether a language model's loss of one token is nan. */
export const isOneToken = (text) => [/LMHead|CausalLM|input_ids=/, /\bnan\b/, /\[\[ ?\d+ ?\]\]/].every((words) => words.test(text));

/** Contrastive learning, whose embeddings are no logits. */
export const VIEWS = /info.?nce|contrastive|simclr|simcse|nt-?xent|\bviews?\b[^]*\b(?:positive|negative)/i;

/** Losses that may be below zero, and what is called negative besides a loss. */
export const MAY_BE_NEGATIVE = any(
  /ppo|policy|actor|elbo|gaussian|wgan|critic|reward|grpo|density|s[di]-?s[nd]r|reinforce\b|\bflows?\b|energy|cosine|simclr/,
  /poisson|log_?var|log.sigma|\bmdn\b|mixture densit|mutual information|discriminator/,
  /log.?likelihood is|hinge|negative grad|minus (?:the )?log|never (?:be )?(?:negative|below|less)/,
);

/** A loss that does not fall. */
export const STAYS = /维持|不变|不下降|不收敛|stuck|stop|plateau|\bstays?\b|flat|never|n't|\bnot? |constant|same|descend/i;

/** A validation loss that falls, and is not said to rise later. */
export const VALIDATION_FALLS = new RegExp(
  String.raw`(?<![a-z])(?:val\w*|test|eval\w*|dev|held.?out)[ _]*(?:set )?loss(?:es)?(?:,? (?:is|are|also|still|slowly|steadily|keeps?|both))* ?`
  + String.raw`(?:↓|\b(?:fall|fell|drop|decreas|descend|go(?:es|ing)? down|down\b|improv|gets? (?:lower|smaller)|lower each))`
  + String.raw`(?![^.\n]*\b(?:then|until|before|after|from|later|again)\b)`, "i");

export const FOCAL = /focal/i;
export const DISTILLATION = /distil|\bkd\b/i;

/** What is predicted that is no class, by words that name no loss. */
export const NO_CLASSES = /\bpric|(?<!logistic )regress|forecast|\benergy\b|predict\w* (?:the )?(?:age|values?|numbers?)\b/i;

/** The names of two-class losses that take logits and have no cap, and of those that have one. */
export const WITH_LOGITS = /with[_ -]?logits|focal/i;
export const CAPPED = /\bbce_?loss\b|\bbinary_cross_entropy\b/i;
