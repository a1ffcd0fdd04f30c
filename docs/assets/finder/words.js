// What a text says in words, whatever its numbers: what is seen, and what the network ends in. No DOM.
import { ALIKE, answer, DIVERGED, SPREAD } from "./sections.js";

/** A cause for which words are enough. */
export const wordy = (names, ...rest) => ({ needs: (f) => f.is(names), says: answer(...rest) });

/** A language model. */
const LANGUAGE = /language model|\b(?:lm|llm|gpt)\b|llama|qwen|mistral|gemma|^(?=[^]*\b(?:rnn|lstm|gru|transformer)\b)[^]*\b(?:token|char|word|text|next|vocab|generat|translat|decod|mask)/i;
export const isModel = ({ is }) => is(LANGUAGE) && !is(/classif|binary|sentiment|regress|forecast|series|stock|\bvit\b|vision/i);

// A loss that is said to be its margin; no question what the margin is.
const MARGIN = /^(?=[^]*loss)[^]*(?:(?<!\b(?:what|which|why|how|where) )\b(?:equals?|to|at|is|near|around|approximate\w*(?: of)?|becom\w*|stays?)|=) ?(?:the )?(?:value of )?(?:the )?margin\b(?![ -]?(?:rank|loss|based))/i;

/** One class for all rows, and a loss of one's own that broadcasts. */
export const SAME = answer("idle", "The accuracy is the same each time, while the loss falls: every row probably gets the same class",
  "With one output, a sigmoid in the network makes nearly every row positive if the threshold is 0, or if it is 0.5 after a second sigmoid: remove it. Or the class is common, or the logits are nearly equal. Look at them:",
  "print(logits.min(), logits.max(), logits.shape)");
export const OWN = /\b(?:own|custom|focal)\b/i;
export const BROADCAST = answer("own", "A loss of your own that does not fall: does (N, 1) broadcast against (N,)?",
  "Then each row is compared with every target, and all rows get the same prediction. Print the shape before the mean:", "print(losses.shape)  # (N,), not (N, N)");

/** What is seen without a number. */
export const SEEN = [
  { needs: ({ is }) => is(/generat\w*[^.\n]{0,30}(?:garbage|nonsense|wrong|repeat|same)|(?:garbage|nonsense) (?:text|output)/i) && is(/language|text|token|transformer|\b(?:llm|gpt)/i),
    says: answer("shift", "A model that predicts well but generates nonsense: does it see what it must predict?",
      "Mask what comes later in the attention, and shift the labels once. In generation it cannot see the answer.") },
  wordy(/class.?weights?\b.{0,25}\bnot? change|weight\w*\b.{0,25}\b(?:no (?:effect|difference)|nothing|not? matter)|(?:loss.{0,20}(?:not|n't) change|no (?:effect|difference|change)).{0,50}weight/i,
    "weights", "Class weights change nothing"),
  wordy(/(?:model|net\w*|classifier|it)\b.{0,12}(?:only|always|just|never) (?:predict|output|says)|predicts (?:only|always|just|everything|all|the (?:same|majority)|one class)|predictions? (?:is|are) (?:all |always )*(?:the )?same|same (?:class|prediction|output|probabilit)\w* for (?:all|every|each)|predicts?\b.{0,25}\bfor (?:all|every|each)|(?:outputs?|gives) the same/i,
    "stuck", "All rows get one class: equal logits, or a rare class", "", ALIKE),
  { needs: ({ is }) => is(MARGIN) && is(/margin.?rank/i), says: answer("ranking", "The loss is the margin: both scores are alike") },
  { needs: ({ is }) => is(MARGIN) && !is(/margin.?rank|multi.?margin|hinge|arc.?face|cos.?face/i),
    says: answer("triplet", "The loss is the margin: all embeddings are alike", ...SPREAD) },
  { needs: ({ is }) => is(/^(?=[^]*(?:kl_?div|\bkl?d\b|\bkl\b|kullback|distil))[^]*(?:(?:is|are|be|get\w*|becom\w*|goes|went|returns?|output\w*|an?) negative|negative (?:loss|kl|value|div|result)|below (?:0|zero))/i),
    says: DIVERGED },
  { needs: ({ told, is }) => Object.values(told).includes("negative") && is(/loss|\bnll\b/i)
    && !is(/ppo|policy|actor|elbo|gaussian|wgan|critic|reward|grpo|density|\bdice(?![^]*bce)/i), says: answer("negative", "The loss is negative") },
  wordy(/(?:n't|\bnot|never) (?:go|get|fall|drop|come|converge)\w* (?:down )?to (?:a )?(?:zero|0\b(?!\.\d))/i, "floor", "The loss will not go below a floor"),
  wordy(/(?:contrastive|clip|info ?nce|simclr|nt-?xent).{0,12}loss.{0,30}(?:\blog\b|\bln\b)/i, "contrastive",
    "A contrastive loss at ln N: all pairs look alike"),
  { needs: ({ is }) => is(/(?:all|every\w*) (?:\w+ )*(?:predict\w*|outputs?)[^.\n]{0,12}(?:positive|above 0\.5)|everything (?:is (?:predicted )?|as )positive/i), says: { ...SAME, title: "Every row gets the same class" } },
  { needs: ({ told, is }) => (told.Loss ?? told.trainLoss) === "flat" && is(/loss/i) && is(OWN), says: BROADCAST },
  { needs: ({ told, is, loss }) => !is(/val\w* loss/i) && !loss?.isMixed && (told.Loss ?? told.trainLoss) === "flat" && is(/loss/i),
    says: answer("stuck", "The loss does not fall: at ln C, or at a floor", "", ALIKE, true) },
];

const ASSIGNED = /^\W*(\w+) *=.*?(?<!log_?)(softmax|sigmoid)\(/gim;
const SQUASHED = [/=\s*[\w.]*?(?<!log_?)(softmax|sigmoid)\((?:self\.)?(?:lin|fc|out|dense|class|head|last|final|conv)\w*\((?![^]*\bself\.\w+\()/i, /\breturns? [\w.]*?(?<!log_?)(softmax|sigmoid)\(/i,
  /(?:_loss|criterion|CrossEntropyLoss\(\)|cross_entropy)\((?:[^()]|\([^()]*\))*?(?<!log_?)(softmax|sigmoid)\(/i,
  /(?<!\b(?:no|not|without|never|remov\w*|drop\w*|n't|instead of)\W+(?:\w+\W+){0,2})\b(softmax|sigmoid)(?:ed)?\b(?!.*\b(?:remov|without|no longer)|\W+(?:is|are|was)?\W*(?:not|n't)\b)[^.\n]{0,50}\b(?:into|before|fed|then|followed by)\b[^\n]{0,40}?cross.?entropy/i];

/** What the network ends in before a cross-entropy of classes, as the code or the words say. */
export function squashed({ said, is }) {
  if (!is(/(?<!binary.?)cross.?entropy|\bce_?loss/i) || is(/\bbce|binary.?cross|nll_?loss|log_?softmax/i)) return null;
  const passed = Array.from(said.matchAll(ASSIGNED)).find(([, name]) => is(new RegExp(`(?:loss|criterion|entropy)\\w*\\(.*\\b${name}\\b`, "i")));
  return (passed?.[2] ?? SQUASHED.map((each) => each.exec(said)?.[1]).find(Boolean))?.toLowerCase();
}

/** Whether a loss of zero is expected of a target that is passed as the prediction. */
export const isPerfect = ({ is }) => is(/^(?=[^]*(?:loss|entropy)[^.\n]{0,20}(?:!=|≠|\bnot) (?:0|zero)\b)[^]*\b(?:target|label|mask)\w* (?:\w+ )?as (?:the |a )?(?:pred|out|logit)/i) || is(/expect\w*[^.\n]{0,40}(?:loss|entropy)[^.\n]{0,30}\b(?:zero|0)\b/i)
  && is(/one.?hot|perfect (?:pred|logit|output|match|score)|equal|as the prediction|(?:same|correct) (?:as|pred)/i);
