// Cases of generative adversarial networks: the losses of the discriminator and the generator. No DOM.
import { any } from "./cases.js";
import { toleranceOf } from "./numbers.js";
import { answer, LOSS_OF_LOGITS } from "./sections.js";

const WASSERSTEIN = /wgan|wasser|critic/i; // whose losses have no bounds

// The loss of the discriminator is near zero, or its accuracy is 100 %, unless a denial or the generator stands between.
const WINS = any(
  /discriminator(?:'s)? loss\b(?:(?!not\b|n't|never|gen)[^.;,\n\d]){0,50}(?:\bzero\b(?!-)|\b0(?:\.0+)?(?![.\d])|10\^-)/,
  /discriminator(?:'s)? acc\w*\b(?:(?!not\b|n't|never|gen)[^.;\n\d]){0,60}100 ?%(?![^\n]*\b\d\d? ?%)/,
);

// Discriminators that have other losses, or that tell no real rows from fake ones.
const OTHER_GAN = /hinge|ls-?gan|least.?squares|electra|discriminative|domain|dann|\bppo\b|\? no\b/i;

export const discriminatorWins = {
  when: WINS,
  not: any(WASSERSTEIN, OTHER_GAN),
  section: "gradient",
  title: "The discriminator wins: its loss is near zero, and the generator may get hardly any gradient",
  says: "Through a sigmoid that is rounded to 0 or 1, the gradient is zero. Take both losses of the logits, the generator's "
    + "with targets of 1:",
  code: "F.binary_cross_entropy_with_logits(logits_of_fakes, torch.ones_like(logits_of_fakes))",
};

export const discriminator = {
  when: /discriminat|\bd[ _]?loss|loss_d\b|\bgan\b/i,
  not: OTHER_GAN,
  tells: ofDiscriminator,
};

// A discriminator to which real and fake look alike, or that tells them all apart.
function ofDiscriminator({ numbers, is, loss }) {
  const isNearZero = ({ value }) => value >= 0 && value < 1e-3;
  const own = numbers.filter(({ role, name, before, digits }) => role === "loss" && digits > 0
    && /\bd[ _]?loss|loss_d|discr/i.test(/[_ ]|discr/.test(name) ? name : before.slice(-24)));
  const isLow = own.length ? own.every(isNearZero) : isNearZero(loss) && !is(/\bg[ _]?loss|loss_g|generator/i);
  if (Math.abs(Math.log(4) - loss.value) <= Math.max(4e-3, toleranceOf(loss)) && loss.digits > 1) return answer(
    "stuck", "2 ln 2 = 1.3863: real and fake look alike",
    "The discriminator's loss adds up that of the real rows and that of the fake ones: ln 2 each, at a probability of one half.");
  if (Math.abs(Math.LN2 - loss.value) <= toleranceOf(loss) && loss.digits > 1) return answer(
    "stuck", "ln 2 = 0.6931: as a mean over real and fake, perhaps a probability of one half for both",
    "At first, that is right. Later, the two may differ, either the generator is good, or the discriminator has learned nothing: look at samples "
      + "of the generator.");
  if (own.some(({ value }) => value > 3) && !own.every(isNearZero) && !is(any(WASSERSTEIN, /scales/))) return answer(
    "stuck", "The discriminator's loss is large: it takes fake rows for real, or real ones for fake",
    "A discriminator that guesses has ln 2 = 0.6931 for each. Look at its outputs for real and for fake rows:", "print(logits_of_real.mean(), logits_of_fakes.mean())");
  return isLow && !is(WASSERSTEIN) ? answer(
    "gradient", "The discriminator tells all real rows from fake ones: its loss is near zero",
    "Where probabilities are rounded to 0 or 1, the generator's gradient is zero. Let both losses take the logits:",
    LOSS_OF_LOGITS({ isBinary: true })) : null;
}
