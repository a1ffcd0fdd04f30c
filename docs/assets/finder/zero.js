// Cases of a loss that is exactly zero. No DOM.
import { hasFiniteLoss } from "./questions.js";
import { BINARY, CHECK } from "./sections.js";

/** Whether a cross-entropy is exactly zero. */
export const isZero = ({ loss }) => loss?.value === 0 && !loss.isOther && !loss.isPerplexity;

/** Whether nothing is learned at a loss of zero: the gradient is zero too, or no label may count. */
export const isEmpty = (f) => f.values("gradient").at(-1) === 0 || f.is(/ignored|-100|mask/i);

export const withoutGradient = {
  needs: (f) => isZero(f) && isEmpty(f),
  section: "zero",
  title: "The loss is zero, and so is its gradient: perhaps no label counts",
  says: "If all labels are ignored or masked, some trainers log zero. Or there is one output. Look at one batch:",
  code: CHECK,
};

export const oneOfSeveral = {
  needs: (f) => hasFiniteLoss(f) && vanished(f),
  section: "zero",
  title: (f, name) => `One of the losses is always zero: ${name}`,
  says: "No row counts in it, as if all of its labels are ignored; or it has one class; or it is switched off by its weight. "
    + "Look at what it gets:",
  code: CHECK,
  isSaid: (f) => f.is(/\bzero\b|\b(?:is|always|at) 0(?:\.0+)?\b/i),
  isHint: true,
};

// The name of a loss that is always zero, while others are not.
function vanished({ numbers }) {
  const losses = numbers.filter(({ role, isUnit, digits }) => role === "loss" && !isUnit && digits > 0);
  const isZero = (name) => losses.every((each) => each.name !== name || each.value === 0);
  const zero = losses.find(({ name, value }, at) => value === 0 && isZero(name) && losses.some((each, k) => k > at && each.name === name));
  return losses.some(({ name, value }) => value > 0 && name !== zero?.name) ? zero?.name : null;
}

export const maximumOfOneOutput = {
  when: /out_features ?= ?1\b|Linear\([\w.]+, ?1\)/i,
  and: /\bmax\([\w.]+, ?(?:dim ?= ?)?-?1\)|argmax\((?:dim ?= ?)?-?1\)/i,
  section: "one_logit",
  title: "With one logit for each row, the largest is always that of class 0",
  says: "A single logit says yes above 0:",
  code: "pred = (logits > 0).squeeze(1)",
};

export const softmaxOverOneOutput = {
  when: /(?:Dense\((?:\w+, ?)?(?:units ?= ?)?|Linear\(\w+, ?)1\b(?!, ?\d)(?:(?!Linear|Dense)[^\n])*softmax/i,
  not: /att(?:n|ent)|squeeze\(|position|sequence|softmax\([^)]*(?:dim|axis) ?= ?0/i, // scores of positions
  section: "zero",
  title: "A softmax over one output is always 1",
  says: "One output needs a sigmoid:",
  code: BINARY,
};
