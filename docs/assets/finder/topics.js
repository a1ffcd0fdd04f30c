// Sections by the words that lead to them if nothing else does, in the order in which they are shown. No DOM.
import { any, holds } from "./cases.js";
import { sectionOf } from "./sections.js";
import { VIEWS } from "./words.js";

// Each with words as a case has them (see cases.js), and a name in sections.js; `title` where it has no title there.
const TOPICS = [
  { when: /auto-?encoder[^]*(?:bce|binary.?cross)/i, section: "floor", title: "The loss will not go below a floor" },
  { when: /dice/i, and: /smooth/i, section: "empty_masks" },
  { when: /differ|compar|same|equal|\bvs\b|versus/i, and: [/(?<!binary.?)cross.?entropy/i, /bce|binary.?cross/i], section: "one_hot" },
  { when: /label.?smoothing/i, section: "smoothing" },
  { when: /pos_weight/i, section: "pos_weight" },
  { when: /class.?weight|weighted loss|entropy\w*\([^)\n]*weight|\bweight=/i, section: "class_weights" },
  { when: /accumulat/i, section: "accumulation" },
  { when: /perplexity|\bppl\b/i, section: "perplexity" },
  { when: /\bctc|\bblank\W{1,2}(?:token|label|symbol)/i, section: "ctc" },
  { when: /\bdpo\b/i, section: "dpo" },
  { when: /\b(?:grpo|ppo)\b/i, section: "policy" },
  { when: /\bkl(?:_?div\w*|d)?\b|kullback/i, section: "mean_of_kl" },
  { when: /distil|teacher/i, section: "distillation" },
  { when: /siglip/i, section: "siglip" },
  { when: /triplet/i, section: "triplet" },
  { when: VIEWS, section: "contrastive" },
  { when: /\bclip\b/i, section: "contrastive" },
  { when: /focal/i, section: "focal" },
  { when: /overfit|val\w* loss.*(?:increas|ris)/i, section: "rises" },
  { when: /imbalance|\brare\b|minority|recall\W{1,4}(?:is )?0(?:\.0*)?(?![.\d])/i, section: "imbalance" },
  { when: /fp16|float16|half.?precision|bf16|\bamp\b/i, section: "half" },
  { when: /ignore_index|-100|padding/i, section: "ignore_index" },
  {
    when: any(/outputs?\b.{0,20}\bnegative/, /negative (?:outputs?|values)/, /softmax\b[^]*\bprobabilit\w* (?:of|for) each/,
      /\b(?:get|want|obtain|convert)\b[^.\n]{0,30}\bprobabilit/, /\bnot (?:the |a )?probabilit/),
    section: "predictions",
  },
  { when: any(/mask[^]*(?:resiz|interpol|border)/, /(?:resiz|interpol)[^]*mask/, /(?:ring|rim|halo|outline)s? (?:around|of)/, /iou[^]*border/), section: "resize" },
  { when: /mixup|cutmix|fmix/i, section: "mixup" },
  { when: /\bvae|variational|elbo/i, section: "vae" },
  { when: /class_to_idx|ImageFolder|id2label/i, section: "same_class" },
  { when: /sampler/i, section: "sampler" },
  { when: /\bordinal|\bcoral\b|\bcorn\b/i, section: "ordered" },
  { when: /soft (?:label|target)/i, section: "soft" },
  { when: /batch.?size/i, section: "rows" },
  { when: /\bddp\b|multi-?gpu|\d+ gpus/i, section: "processes" },
  { when: /by hand|manual|(?:my|our) own |from scratch|numpy|scikit|sklearn|formula/i, section: "by_hand" },
  { when: /keras|tensorflow/i, section: "keras" },
  { when: /\b(?:dice|m?iou)\b/i, section: "dice" },
  { when: /multi.?label|each label|several labels/i, section: "several" },
  { when: any(/model\.eval/, /(?:eval|train)\w* mode/, /(?:remove|disabl|after|without)\w* (?:\w+ )?(?:dropout|batch.?norm)/), section: "evaluation" },
];

/** The two sections whose words stand in a text, as answers that are not sure. */
export function topics(text) {
  const is = (words) => words.test(text);
  return TOPICS.filter((each) => holds(each, { is })).slice(0, 2).map(({ section, title }) => {
    const { at, link = title } = sectionOf(section);
    return { at, title: link, link, isHint: true, isTopic: true };
  });
}
