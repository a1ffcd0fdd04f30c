// Cases of segmentation: Dice and IoU, masks of 0 and 255, logits of pixels. No DOM.
import { any } from "./cases.js";
import { isNegative } from "./questions.js";

export const scoreOutsideRange = {
  needs: outside,
  section: "negative",
  title: (f, { value }) => `A score of ${Number(value.toFixed(4))}, outside zero to one, and a negative loss: the mask is not 0 and 1`,
  says: "Map values such as 0 and 255 to 0 and 1. If the mask is right, the prediction is not a probability.",
  code: "print(target.unique())",
};

// A Dice or IoU score below 0 or above 1, beside a negative loss.
function outside({ loss, numbers }) {
  const isScore = ({ name, before, digits, after }) => /(?:dice|iou)(?!\w*.?loss)/i.test(name + before.slice(-14)) && digits > 0
    && !/^ ?%/.test(after);
  const isOutside = (value) => value < -1e-3 || (value > 1.001 && value < 10);
  return loss?.value < 0 && numbers.find((each) => isScore(each) && each.value !== loss.value && isOutside(each.value));
}

export const negativeDice = {
  when: /dice|iou.?loss|tversky|jaccard|nn-?u-?net/i,
  not: /nll|log_?softmax/i,
  needs: (f) => isNegative(f) && !f.loss.isBinary,
  section: "dice",
  title: "A negative loss with a Dice term: the score is subtracted, or the mask is not 0 and 1",
  says: "Look at the mask. If it is 0 and 1, compare the loss with that of other epochs, not with zero: a perfect score gives -1.",
  code: "print(target.unique())",
};

export const weightedDice = {
  when: any(/(?:class.?weights?|weighted)[^]*dice[^]*loss: -/, /dice[^]*(?:class.?weights?|weighted)[^]*loss: -/),
  section: "weighted",
  title: "A weighted Dice loss below zero: the score is subtracted, or the weights do not average one",
  says: "Weight the losses, and divide by the sum of the weights:",
  code: "(w * (1 - dice)).sum() / w.sum()",
};

export const ignoredObject = {
  when: /(?:labels?|mask|gt|class)[^.\n]{0,30}\b0 ?(?:,|and|\/) ?255\b/i,
  and: /(?:iou|acc)\w*\W{0,4}(?:is |= ?)?(?:0(?:\.0+)?(?![\d.])|nan\b)/i, // a score of zero or nan
  not: any(/\bbce|sigmoid/, /divid\w* by 255|== ?255/), // two classes, or mapped already
  section: "ignored",
  title: "A mask of 0 and 255: 255 is often the label that is ignored, so no object counts",
  says: "Map it to 1 first:",
  code: "target = (target == 255).long()",
};

export const reshaped = {
  when: /\b(?:out|logit|pred|score)\w*(?:\.\w+\([^()]*\))*\.(?:reshape|view)\(-1, ?(?!1\))[\w.]+\)/i,
  and: /segment|\bseg\b|pixel|H, ?W|\bmask|conv2d|tagging|\(B, ?C|\(N, ?C/i,
  not: /permute|movedim|moveaxis|transpose/i,
  section: "reshaped",
  title: "Logits of images, reshaped to rows: classes and pixels are mixed up, unless the classes are last",
  says: "`cross_entropy` takes (N, C, H, W) as it is. For rows, move the classes to the end first:",
  code: "logits.movedim(1, -1).flatten(0, -2)",
};

export const diceNearOne = {
  when: /dice|tversky/i,
  needs: ({ loss, values, numbers }) => loss?.isNamed && loss.value > 0.95 && loss.value <= 1 && loss.digits > 1 && values("loss", loss.split).every((each) => each > 0.9)
    && !numbers.some(({ name, before, value }) => /dice(?![^]*loss)/i.test(before.slice(-24) + name) && value > 0.2),
  section: "empty_masks",
  title: ({ loss }) => `A Dice loss of ${loss.text}: hardly any overlap, as if most masks are empty or the object is small`,
  says: "If it stays there, look at the mask, and at the probabilities within it. Then add cross-entropy, whose gradient does not depend on the overlap:",
  code: "print(target.unique(), target.mean(dtype=torch.float))",
};

export const noClass = {
  when: /iou/i,
  and: /mean of empty slice|iou\W{1,3}nan(?:\n\w+: nan){2}/i,
  section: "iou",
  title: "An IoU of nan is 0 divided by 0: if every class has it, no pixel of these masks has a valid label",
  says: "The labels of test sets are often withheld, and their masks then hold the ignored value alone:",
  code: "print(target.unique())",
};

export const noSuchPixel = {
  when: /background\W[^\n]*precision\W{1,3}100[^\n]*\n[^\n]*iou\W{1,3}0(?:\.0+)?\b(?!\.)(?![^]*\n\W*\w[\w ]*:\s*iou\W{1,3}(?:[1-9]|0\.0*[1-9]))/i,
  section: "ignored",
  title: "The precision of the background is 100 %: hardly a pixel of another class, if any, is in these masks",
  says: "Is the object 255 there, or another value that is no class? Look, and map it:",
  code: "print(target.unique())",
};

export const rareObject = {
  when: /segment|pixel/i,
  and: /iou\W{1,4}(?:is |of )?0(?:\.0+)?\b(?!\.)/i,
  not: /\b255\b|background is ignored|nan\b/i,
  needs: ({ accuracies }) => accuracies.some(({ share }) => share > 0.9),
  section: "rare_pixels",
  title: "A high pixel accuracy and an IoU of 0: no pixel of a rare class is found",
  says: "Add a Dice term, or count the hardest pixels only; and judge by the IoU of each class:",
  code: "losses = F.cross_entropy(logits, target, reduction=\"none\").flatten()\nloss = losses.topk(losses.numel() // 10).values.mean()",
};

export const backgroundCounts = {
  when: /\bm?iou\b|\bdice\b/i,
  and: /(?:includ|exclud|with|without|leave out)\w* (?:the )?background|background (?:is )?(?:usually )?(?:includ|exclud|count)\w*/i,
  not: /loss|\bnan\b/i,
  section: "weighted",
  title: "The background is a class like the others, and easy: with it, the mean is higher",
  says: "Both are used. Say which one you report, and show each class.",
};

export const allBackground = {
  ...rareObject,
  when: /segment|pixel|mask/i,
  and: [/background/i, /\b9\d(?:\.\d+)? ?%|all.?background|only (?:the )?background|imbalanc|dominat|occup/i, /always|all|only|0 ?%|\bnever|nothing/i],
  not: /ignore_index|how (?:do|to) (?:i )?(?:exclude|ignore)|divid\w* by 255|ToTensor|nan\b/i,
  needs: ({ said }) => said.length < 600,
  title: "If nearly all pixels are background, predicting it everywhere gives a low loss and a high accuracy",
  says: "Measure the IoU of each class. Add a Dice term, or count the hardest pixels only:",
};

export const absentClass = {
  when: /iou\w*\[[^\]\n]*nan[^\]\n]*\] ?= ?1|iou[^]*nan\w*[^.\n]{0,30}(?:to|as|with|=) ?(?:1(?![.\d])|one\b(?!-))/i,
  section: "iou",
  title: "A class that neither the mask nor the prediction has is counted as 1: that raises the mean",
  says: "Its IoU is 0 divided by 0. Add up overlaps and unions over all images, then leave out the classes that never occur:",
  code: "(overlap / union)[union > 0].mean()",
};

export const emptySlices = {
  when: /dice (?:loss|score)?/i,
  and: [/without (?:a |any )?(?:lesion|object|foreground|tumou?r)|empty (?:slice|mask|image)/i, /\bloss\b/i, /\b1(?:\.0+)?\b(?!\.)/],
  not: /DiceMetric|\bnan\b/i,
  section: "empty_masks",
  title: "Without a smoothing term, the Dice loss of an empty mask is 1, however small the probabilities are",
  says: "Add the term to both, or leave such images out of the mean:",
  code: "1 - (2 * overlap + 1) / (total + 1)",
};

export const diceMetric = {
  when: /DiceMetric|get_not_nans|ignore_empty/,
  and: /empty|nan|zeros/i,
  section: "dice_metric",
  title: "Where the mask is empty, a library's Dice score is either nan, and left out of the mean, or else 0 or 1",
  says: "Read what the metric counts, and report images without an object separately.",
  isPart: true,
};
