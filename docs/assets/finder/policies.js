// Cases of policies and preferences: PPO and GRPO, DPO, IPO, and the reference model. No DOM.
import { any } from "./cases.js";
import { toleranceOf } from "./numbers.js";

export const referenceDivergence = {
  when: /\bkl\b[^.\n\d]{0,50}\b(?:is|stays?|always|exactly|remains?) (?:at |exactly |always )?(?:0(?:\.0+)?(?![.\d])|zero)/i,
  and: /\b(?:ref\w*|policy|reward|rlhf|ppo|grpo)\b/i,
  not: /\bvae|posterior/i,
  section: "policy",
  title: "The divergence from the reference is 0: right before the first step; later, both may be one model",
  says: "Copy the reference before the training, and freeze the copy:",
  code: "print(policy is reference)  # copy.deepcopy(policy) is another model",
};

export const equalRewards = {
  when: /\bgrpo\b/i,
  and: /rewards?\b[^.\n]{0,24}\b(?:all|always|only|constant|every)\b[^.\n]{0,12}(?:zero|0\b|one\b|1\b|equal|same)|reward_std\W{1,4}0(?:\.0+)?(?![.\d])/i,
  not: /between/i,
  section: "policy",
  title: "If all rewards of a group are equal, the advantages are 0, and so is the policy gradient",
  says: "Such a group teaches nothing. Take questions that some of the answers get right, or a reward that tells them apart.",
};

export const nearZero = {
  when: any(/\bgrpo\b|reward_std|completion_length|completions\/|clip_ratio|approx_kl/, /loss is (?:stuck |always )?(?:at )?0\b[^]*\brewards?\b/),
  not: /rewards\/(?:margin|chosen)/, // of DPO
  needs: ({ loss }) => Math.abs(loss?.value) < 0.1,
  section: "policy",
  title: "A policy's loss near zero: at first, that is right",
  says: "The ratio is 1 and the advantages of a group average zero, so the loss is zero, and its gradient is not. Later, it "
    + "shows the penalty on the divergence, if there is one. Watch the rewards instead.",
};

const DPO = /rewards?\/\w*(?:margin|chosen|rejected)|(?:chosen|rejected) reward|\bd3?po|preference loss/i;
const OTHER_PREFERENCES = /\b(?:orpo|simpo|cpo|ipo|kto)\b/i;

export const dpoMasked = {
  when: /logps\/(?:chosen|rejected)\W{1,4}-?0(?:\.0+)?(?![.\d])/i,
  not: OTHER_PREFERENCES,
  needs: ({ loss }) => Math.abs(loss.value - Math.LN2) < 1e-3,
  section: "dpo",
  title: "ln 2 = 0.6931, and the log-probability of an answer is 0: none of its tokens counts",
  says: "Are all of its labels -100, as when a prompt is as long as the maximum length? Print how many are left:",
  code: "print((target != -100).sum())",
};

export const rewardsAlike = {
  when: /reward model/i,
  not: any(DPO, OTHER_PREFERENCES, /grpo|\bppo\b/),
  needs: ({ loss, lowest = loss.lowest }) => Math.abs(loss.value - Math.LN2) < 0.01 && loss.digits > 1 && lowest > 0.66,
  section: "reward_models",
  title: "ln 2 = 0.6931: do the two answers of a pair get the same reward?",
  says: "At first that is right. If it stays there, are both cut off to the same tokens, is the reward read at a padding token, or is the head not trained?",
};

export const dpoAtReference = {
  when: DPO,
  not: OTHER_PREFERENCES,
  needs: ({ loss }) => Math.abs(loss.value - Math.LN2) < 1e-3,
  section: "dpo",
  title: "ln 2 = 0.6931: the model is still the reference",
  says: "At the first step of DPO that is right. If it stays there, the learning rate is too small, or no parameter is trained.",
};

export const ipo = {
  when: /\bipo\b/i,
  and: /loss|prefer|dpo|beta/i,
  needs: ({ loss }) => loss.value >= 0 && loss.value < 1e6,
  section: "ipo",
  title: ({ loss: { value } }) => (Math.abs(value / 25 - 1) < 0.01 ? "IPO's loss at the reference: (1 / 2β)² = 25, for β = 0.1"
    : "IPO's loss is a squared distance: at the reference it is (1 / 2β)²"),
  says: "At the first step, a loss of (1 / 2β)² is right. It is 0 if every margin is 1 / 2β.",
};

export const kto = {
  when: /\bkto\b/i,
  needs: ({ loss }) => Math.abs(loss.value - 0.5) <= toleranceOf(loss) && toleranceOf(loss) < 0.06,
  section: "kto",
  title: "0.5 is KTO's loss while the model is the reference",
  says: "It is one minus a sigmoid, here of 0, and no `-logsigmoid`, as DPO's is. It lies between 0 and 1 before its weights.",
};

export const dpo = {
  when: DPO,
  not: any(OTHER_PREFERENCES, /smooth|bradley|reward model/), // with which a sure preference costs more than ln 2
  needs: ({ loss }) => loss.value >= 0 && loss.value < 1e3 && !(loss.isOther && !loss.isNamed),
  section: "dpo",
  title: ({ loss, loss: { value, text } }) => (Math.abs(value - Math.LN2) <= toleranceOf(loss)
    ? `A DPO loss of ${text} is near ln 2 = 0.6931, that of the reference` : value < 0.01 ? "The rewards of the two answers are far apart: the loss is near zero"
    : value > Math.LN2 ? `A DPO loss of ${text} is above ln 2 = 0.6931: of some pairs, the rejected answer has the higher reward`
      : `A DPO loss of ${text} is below ln 2 = 0.6931: on average, the chosen answer has the higher reward`),
  says: "`rewards/margins` says by how much. A batch of few pairs varies. Near zero, the model may have memorised the pairs, "
    + "or tell the two answers by their length: look at other pairs.",
  code: "-F.logsigmoid(margin)",
};
