// The names of what a number in a text may be: a loss, an accuracy, a perplexity, bits, a gradient, or another number. No DOM.

const CHINESE = [[/训练(?:集|次数|轮数)?/g, " train "], [/(?:验证|测试)集?/g, " test "], [/整体|总的?/g, " total "], [/损失(?:函数)?(?:值)?/g, " loss "],
  [/正确率|准确率/g, " accuracy "], [/困惑度/g, " perplexity "], [/学习率/g, " learning rate "], [/第?(\d+)\s*(?:轮|个epoch)/g, "epoch $1 "], [/：/g, ": "], [/，/g, ", "], [/。/g, ". "]];

/** A text whose Chinese names of losses, scores and sets of rows are English. */
export const inEnglish = (text) => CHINESE.reduce((left, [words, name]) => left.replace(words, name), text);

/** Lines of alternatives as one: each line is an alternative, or several with bars between. */
export const joined = (lines) => lines.trim().split(/\s*\n\s*/).join("|");

// Losses that are no cross-entropies, by subject: regression, margins, masks, speech and images, boxes, policies, densities.
const KIND = joined(String.raw`
  (?<!logistic )regress|\w?mse\b|\bmae\b|huber|(?:\b|smooth_?)l1
  hinge|margin.?rank|triplet
  \bdice(?! coef| score)|tversky
  \bbrier|simsiam|byol\b|barlow|\breinforce|\bsi-?s[dn]r|ssim(?=.?loss)
  jaccard(?=.?loss)|lov[aá]sz|focal|\bctc
  \w*box|\bdfl|[cdg]iou
  \brec(?:on\w*)?(?![a-z])|perceptual
  policy|actor|critic|\bvalue(?= loss)|wgan|wasser
  elbo|\bvae|center|cosine|\bppo|grpo|\bkto
  gaussian|poisson|\bkl(?!as)|kullback
`);
const LOSS = joined(String.raw`
  loss|lost|nll|entropy|\bb?ce(?![a-z]| weight)|xent\b
  \b[ms]lm(?![a-z]|_acc)|\bsop\b
`);
const ACCURACY = joined(String.raw`
  \bacc(?!um|ou|el|ep|es)[a-z]*(?:@\d+)?
  (?<=[a-z]_)ac(?:c[a-z]*|\b)
  top-?\d\b|hit\b
`);
const PERPLEXITY = String.raw`perplexity|ppl\b`;
const BITS = String.raw`\bbits?\b|\bbp[bcd]\b`;
const GRADIENT = String.raw`\bgrad(?:ient[a-z]*|s)?(?![a-z])|\w*norm\b`;
const OTHER = joined(String.raw`
  [wc]er|psnr|\w?iou|ssim|lpips|fid|m?ap[@\d.:-]*|r2|r²|f1|kappa|score|bleu|rouge\S*|meteor|au\w*c
  (?<!half |mixed )precision|recall|(?<!entropy )error
  temperature|similarity|reward|scale|std|logits(?!,)|dice|time|min\(|max\(|margins?|(?:learning.?)?rate|lr
`);

/** A name, with its kind and then a group for each of the roles. Of the names before a number, the nearest is its own. */
export const NAMES = new RegExp(
  String.raw`(${KIND})?(?:[a-z/]*[ _/-])?(?:[a-z]*_)*[a-z]*(${LOSS})(?!.?scale)[a-z_]*`
  + String.raw`|(${ACCURACY})|(${PERPLEXITY})|(${BITS})|(${GRADIENT})|((?<![a-z])(?:${OTHER})(?![a-z])|${KIND})`, "gi");
export const ROLES = ["loss", "accuracy", "perplexity", "bits", "gradient", "other"];

/** The names of losses that are no cross-entropies, and of those that are. */
export const NOT_NAMED = new RegExp(KIND, "i");
export const ENTROPY = /entropy|(?<!(?:gaussian|poisson)[ _]?)nll|bce|\bce\b|ppl|perplexity|softmax/i;
