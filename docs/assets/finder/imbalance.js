// Cases of rare classes: a recall of zero, the entropy of a share, focal losses. No DOM.
import { any } from "./cases.js";
import { causes, entropyOf, toleranceOf } from "./numbers.js";
import { last, percent } from "./questions.js";
import { ALIKE, answer, BINARY } from "./sections.js";
import { FOCAL, STAYS } from "./words.js";

export const microAverages = {
  when: /average ?= ?["']micro["']/,
  and: /identical|same|equal/i,
  section: "macro",
  title: "With one class for each row, the micro averages of precision, recall and F1 are all the accuracy",
  says: "Each wrong row is a false positive of one class and a false negative of another. To see the classes, take the macro average:",
  code: 'f1_score(target, pred, average="macro")',
};

export const recallOfZero = {
  when: any(
    /\bf1(?:[ -]?score)?[^\d\n.]{0,6}(?:0(?:\.0+)?(?![.\d])|zero\b)/,
    /\b(?:recall|sensitivity|tpr)\W{1,4}(?:is |of )?0(?:\.0+)?(?![.\d])/,
    /\bSE: ?0\.0+\b[^]*\bSP: ?(?:1\.0|0\.9)/, // sensitivity and specificity
  ),
  not: /\bf1\b[^]*\b(?:then|now|later|->|→)[^]*\b0?\.\d*[1-9]/i, // which rises
  needs: ({ accuracies, is }) => accuracies.length || is(/\bf1\b/i),
  section: "imbalance",
  title: "A recall of 0: no row of the class is predicted correctly",
  says: ({ accuracies }) => {
    const isLow = accuracies.length && last(accuracies).share < 0.7;
    return `${isLow ? "Nearly all rows probably get another class." : "The class is probably rare."} Look at the logits of its rows. `
      + "Is `pos_weight` the negatives divided by the positives, and passed by its name? Or lower the threshold.";
  },
  code: "print(logits[target == 1])",
};

export const entropyOfShare = { tells: ofShare };

const RARE = /positiv|negativ|bce|binary|balance|rare|minority|foreground|fraud|churn|% of /i;
const SHARE = /([\d.]+) ?%|([\d.]+)(?: ?[/:] ?| (?:neg|pos)\w*\W+)([\d.]+)|([\d.]+) (?:\w+ )?(?:in|of|out of) ([\d.]+)/g;

// The loss of the best constant prediction, for a share of positives that the text names, or for the accuracy of such a model.
function ofShare({ text, accuracies, loss }) {
  const { value, classes } = loss;
  const accuracy = accuracies[0]?.share;
  const tolerance = toleranceOf(loss);
  if (tolerance > 0.1 * value) return null;
  const shares = RARE.test(text) ? sharesIn(text).filter((p) => !accuracies.some(({ share }) => Math.abs(share - p) < 1e-9)) : [];
  const isAt = (p, limit) => p > 0 && p < 1 && p !== 0.5 && Math.abs(value - entropyOf(p)) <= limit;
  const isFixed = /fixed|always|constant|all (?:rows |samples )?(?:are )?(?:neg|pos|the same)/i.test(text);
  const isGuess = accuracy > 0.52 && classes < 3 && tolerance < 1e-3 && isAt(accuracy, isFixed ? 0.005 * value : tolerance);
  const share = isGuess ? accuracy : shares.find((p) => isAt(p, Math.max(tolerance, 0.005 * value))); // shares are rounded
  const rarer = percent(Math.min(share, 1 - share), 4);
  if (share && FLIPPED.test(text)) return answer("floor", `The entropy of ${rarer} % wrong labels: on average, no model can do better`,
    "Unless it learns the wrong labels by heart. On labels that are right, the loss is lower.");
  const what = isGuess && !isFixed ? "does the model predict all rows alike?" : "the model predicts all rows alike"; // perhaps by chance
  return share ? answer("stuck", `The entropy of ${rarer} % positives: ${what}`, "", ALIKE) : null;
}

const FLIPPED = /flip|mislabel|nois[ey]\w* (?:in the )?labels?|(?:wrong|random) labels?|label nois/i;
const COUNTER = /(?:epoch|step|iter\w*|batch|fold)\W{0,3}\d+ ?\/ ?\d+|\[ *\d+ ?\/ ?\d+ *\]/gi; // where a run is

// The shares that a text writes: as percentages, as a ratio such as 1:9, or as 3 of 100.
const sharesIn = (text) => Array.from(text.replace(COUNTER, " ").matchAll(SHARE), ([, percent, one, other, part, whole]) =>
  (percent ? percent / 100 : one ? [one / (Number(one) + Number(other)), one / other] : part / whole)).flat();

// Losses whose best constant is no entropy.
const OTHER_LOSS = /focal|mse|squared|\bl1|\bmae\b|dice|iou|hinge|huber/i;

export const constantPrediction = { tells: constant };

// A two-class loss that no longer falls: the share of positives whose entropy it is.
function constant({ text, loss, accuracies }) {
  if (!loss?.isBinary || OTHER_LOSS.test(text) || !(loss.value > 5e-3 && loss.value < 0.68) || !STAYS.test(text) || /\bbalanced\b/i.test(text)
    || accuracies.some(({ share }) => share > 0.995)) return null;
  let [low, high] = [0, 0.5];
  for (let step = 0; step < 40; step++) {
    const p = (low + high) / 2;
    if (entropyOf(p) < loss.value) low = p;
    else high = p;
  }
  const isFloor = /^With label/.test(causes(loss)[0]?.title); // of smoothed labels, which this loss has not
  return { ...answer("imbalance", `With ${percent(low, 2)} % positives, a model that predicts all rows alike has this loss`,
    "If that is about the share in the labels, the model has learned nothing else:",
    "print(target.float().mean())  # the share of positives"), isSaid: isFloor };
}

export const squaredGuess = {
  when: /\bmse|squared.?error|brier/i,
  and: /sigmoid|probab|binary|\b0\/1|\b0 (?:and|or) 1/i,
  needs: ({ loss }) => loss.digits > 1 && Math.abs(loss.value - 0.25) <= toleranceOf(loss),
  section: "constant",
  title: "0.25 is the squared error of one half for each row: a guess between two classes",
  says: "The gradient through a sigmoid is small for confident mistakes. Use the loss that takes the logit:",
  code: BINARY,
};

export const squaredShares = {
  when: /\bmse|squared.?error|brier/i,
  and: /one.?hot|softmax|class/i,
  needs: ({ loss }) => loss?.value > 0 && loss.digits > 1 && (loss.classes > 2 ? [loss.classes] : [10, 3, 4, 5, 6, 7, 8, 9, 100]).find(
    (count) => Math.abs(loss.value - (count - 1) / count ** 2) <= toleranceOf(loss) && toleranceOf(loss) < 0.02 * loss.value),
  section: "squared",
  title: ({ loss: { text } }, classes) => `${text} is the mean squared error of 1/${classes} for every class: the model guesses between ${classes}`,
  says: "The gradient of a squared error through a softmax is small for confident mistakes. Use cross-entropy, on logits:",
  code: "F.cross_entropy(logits, target)",
};

export const focalOfMean = {
  when: /(?:ce|loss|nll|xent) ?= ?(?:F\.|nn\.functional\.)?(?:cross_entropy|nll_loss|binary_cross_entropy(?:_with_logits)?)\((?![^\n]*reduc)[^\n]*\)/,
  and: /\bpt ?= ?(?:torch\.)?exp\(-/,
  not: /(?:reduction ?= ?["']none["']|reduce ?= ?False)[^]*\bpt ?=|batch.?size (?:of |is |= ?)?1\b/i,
  section: "focal_weight",
  title: "The cross-entropy is averaged before the focal factor: one factor for the whole batch",
  says: "Each row needs its own. Average last:",
  code: 'ce = F.cross_entropy(logits, target, reduction="none")\nloss = ((1 - (-ce).exp()) ** 2 * ce).mean()',
};

export const focalIsSmall = {
  when: FOCAL,
  not: /dice|accuracy|acc\b/i,
  needs: ({ is, numbers }) => is(/(?:very|so|too|extremely|really) (?:small|low|tiny)|near(?:ly)? (?:zero|0)\b|\b(?:lower|smaller|less|tiny)\b/i)
    || (is(/\bb?ce\b|cross.?entropy/i) && numbers.filter(({ value, digits, isUnit }) => digits > 1 && value > 0 && value < 13 && !isUnit).length > 1),
  section: "focal",
  title: "A focal loss is smaller than the cross-entropy of the same logits: easy rows count little, and alpha scales all",
  says: "Compare it with itself, or models by a metric. Detectors divide its sum by the number of positive anchors, not of all:",
  code: "loss.sum() / positives.clamp(min=1)",
};

export const focalWithoutPrior = {
  when: /focal|retina/i,
  and: /anchor|detect|retina/i,
  needs: ({ loss, is }) => loss?.value > 20 && is(/(?:step|iter\w*|epoch)\W{1,2}0\b|first|start/i),
  section: "priors",
  title: "A large first focal loss: each of the many anchors begins with a probability of one half",
  says: "Start the bias of the last layer at the logarithm of the odds of a positive:",
  code: "torch.nn.init.constant_(head.bias, math.log(0.01 / 0.99))",
};

export const focalStays = {
  when: FOCAL,
  and: /not (?:converge|learn|train|work|fall|decreas|improv)|fails to converge|stuck|hardly moves/i,
  not: /\bnan\b|\(N, ?1\)|shape|negative/i,
  needs: ({ accuracies }) => !accuracies.length,
  section: "focal",
  title: "The gradient of a focal loss is mostly smaller too: alpha scales all of it, and of easy rows the factor leaves hardly any",
  says: "Divide by the positives, not by all entries, and start the bias at the log-odds of their share. Then raise the learning rate:",
  code: "loss.sum() / positives.clamp(min=1)",
};

export const noPositives = {
  when: /(?:division by zero|divid\w* by (?:zero|0\b)|ZeroDivision)[^]*(?:num_pos|positives?|objects)|(?:num_pos|no positives?|no objects)[^]*(?:division by zero|equal to (?:0|zero)|is (?:0|zero)\b)/i,
  and: /loss/i,
  not: /pos_weight|\brecall|precision|supcon|contrastive|triplet/i,
  section: "focal",
  title: "An image without positives: the loss is divided by their number, 0",
  says: "Divide by at least one. The background still counts:",
  code: "loss.sum() / max(positives, 1)",
};

export const focalOfEqualLogits = {
  when: FOCAL,
  tells: focal,
};

// The focal loss of equal logits, or of a row that is wrong, whose factor is one.
function focal({ text, loss, accuracies }) {
  const of = (name) => Number(new RegExp(String.raw`${name}[^\d.]{0,9}(\d*\.?\d+)`, "i").exec(text)?.[1] ?? NaN);
  const [gamma, alpha, tolerance] = [of("(?:gamma|γ)") || 2, of("(?:alpha|α)"), toleranceOf(loss)];
  const at = (count) => (1 - 1 / count) ** gamma * Math.log(count);
  const isAt = (count) => [1, alpha, 1 - alpha, 0.5].some((weight) => Math.abs(weight * at(count) - loss.value) <= tolerance);
  const [plain] = causes({ ...loss, isOther: false });
  if (/^-ln\(/.test(plain?.title)) return { ...plain, isSaid: true };
  const isAlike = (count) => isAt(count) && !accuracies.some(({ share }) => share > 1.5 / count);
  const count = tolerance < (STAYS.test(text) ? 0.1 : 0.01) * loss.value ? (loss.classes > 1 ? [loss.classes] : [2, 10]).find(isAlike) : 0;
  return count ? answer("focal", `The focal loss of equal logits, with gamma ${gamma}: ${count} classes are predicted alike`,
    "At the first step that is right. The factor makes the loss smaller than ln C.") : null;
}

export const orderedAlike = {
  when: /\bcoral\b|ordinal/i,
  needs: ({ loss }) => loss.value > 0.69 && Math.abs(loss.value / Math.LN2 - Math.round(loss.value / Math.LN2)) * Math.LN2 <= toleranceOf(loss)
    && toleranceOf(loss) < 0.02,
  section: "coral",
  title: ({ loss }) => {
    const questions = Math.round(loss.value / Math.LN2);
    return questions > 1 ? `${questions} ln 2 = ${(questions * Math.LN2).toFixed(4)}: each of the ${questions} questions of CORAL is a guess`
      : "ln 2 = 0.6931: each question of CORAL is a guess";
  },
  says: "That is right at the first step. CORAL adds up one two-class loss for each threshold, one fewer than the classes.",
};

export const samplerAndWeights = {
  when: /weighted.?(?:random.?)?sampl|balanc\w*.?(?:\w+ )?sampl|over-?sampl/i,
  and: /class.?weights?|weight=|pos_weight|(?:inverse|frequency|balanced) (?:\w+ )?weights/i,
  not: /distributed|\bhow (?:to|do)\b|instead|neither|which (?:one )?(?:should|is better|do)|should I|not the loss|\bor class|\bvs\b|remov|dropped the|weight=(?:None|torch\.ones)|weights ?= ?class_weights/i,
  section: "sampler",
  title: "A sampler, and class weights in the loss too? Together they count the rare class twice",
  says: "Take one of them. With both, the model may predict the rare class nearly everywhere.",
};

export const roundedLogits = {
  when: /\b(?:add|put|insert|includ)\w* (?:a |an? extra |another |the )?sigmoid\b/i,
  and: [/round\((?!acc|corr)/i, /accurac/i, /layer|model|network|self\./i],
  not: /\b(?:BCELoss|mse\w*|keras|tensorflow)\b|don't|\bnot (?:add|put)|outside|after the model|accuracy fine/i,
  section: "logits",
  title: "Does the loss apply a sigmoid too, as `BCEWithLogitsLoss` does?",
  says: "Then a sigmoid in the network is a second one in training. Let the network return the logit, and take the sigmoid for predictions:",
  code: "pred = logits > 0  # a probability above one half",
};

export const predictedTooOften = {
  when: /precision/i,
  and: /recall/i,
  needs: ({ numbers }) => {
    const last = (name) => numbers.filter((each) => name.test(each.name) && each.value >= 0 && each.value <= 1).at(-1)?.value;
    return last(/recall/i) > 0.85 && last(/precision/i) < 0.35;
  },
  section: "sampler",
  title: "High recall and low precision: the rare class is predicted too often",
  says: "Does it count twice, by a sampler and by class weights? Use one of them, or choose the threshold on validation rows.",
};

export const reversedAuc = {
  when: /\b(?:roc.?)?au(?:ro)?c(?:_score)?\b[^\d\n.]{0,12}0?\.[0-2]\d*(?![\d%])/i,
  not: /pr.?auc|average.precision|\bnan\b|\bloss\b|random|above 0\.5/i,
  section: "auc",
  title: "An AUC far below one half: are the scores in reverse order?",
  says: "They may be of the other class. Take the logit of the positive one, or their difference; 1 minus the AUC is that of the reverse order:",
  code: "score = logits[:, 1] - logits[:, 0]",
};

export const roundedAuc = {
  when: /(?<![a-z])au(?:ro)?c(?![a-z])/i,
  and: /\bround(?:ed|ing)?\b|\bargmax\b|\bbinari[sz]ed|\b(?:hard|thresholded) (?:pred|label)|\bpred\w* (?:class(?:es)?|labels?)\b|\.predict\(|> ?0?\.5\)\.(?:int|long|float)|(?<!\b(?:y|target|label)\w* ?= ?\([^\n]{0,40})> ?0\)\.(?:int|long|float)/i,
  not: /predict_proba|\bnot (?:round|argmax)|without (?:round|argmax)/i,
  section: "auc",
  title: "An AUC of rounded predictions: it takes scores, of which it compares all pairs",
  says: "Rounded, the scores have one threshold left, and the area is the balanced accuracy. Pass logits or probabilities:",
  code: "roc_auc_score(target, logits)  # of two classes: the logit, or logits[:, 1] - logits[:, 0]",
};

export const allEqual = {
  when: /acc/i,
  and: [/recall/i, /prec/i],
  not: /0?\.0+(?!\d)|100 ?%|macro|support|per.?class|specific|binary|sigmoid/i,
  needs: ({ numbers, said }) => numbers.some(({ value, digits }, at) => digits > 1 && numbers.filter((each, k) => k >= at && each.value === value).length > 2)
    || /\b(?:all|exactly) (?:are )?(?:equal|identical)|are all the same\b/i.test(said),
  section: "macro",
  title: "Accuracy, precision and recall are equal: they are micro averages",
  says: "With one class for each row, micro averages are all the accuracy. Take the macro average, or one value for each class:",
  code: 'f1_score(target, pred, average="macro")',
};

export const invertedPosWeight = {
  when: /pos_?weight\w* ?[=:(][^\n]{0,16}(?:\by\w*|target\w*|label\w*|pos\w*|train_y)(?:\.sum\(\)|\.mean\(\)|) ?\/ ?(?:\(|n?_?neg)/i,
  section: "pos_weight",
  title: "`pos_weight` the wrong way round? It is the negatives divided by the positives",
  says: "Below 1, it makes a positive count less, and recall falls:",
  code: "pos_weight = (1 - y).sum() / y.sum()",
};

export const posWeightBelowOne = {
  when: /pos_weight\w* ?[=:]? ?(?:torch\.)?(?:tensor\()?\[?0?\.[0-4]\d*/i,
  and: /\bno positives?\b|\ball (?:0\b(?!\.)|zeros?|negative)|predicts? (?:only |always )?(?:0\b(?!\.\d)|zeros?|no\b|negative)|never predict|recall[^.\n]{0,12}(?:low|poor|terrible|bad|0(?:\.[0-4]\d*)?\b(?!\.))/i,
  not: /pos_weight[^\]\n]*[[, ][1-9]\d*\.|majority/i,
  section: "pos_weight",
  title: "A `pos_weight` below 1 makes a positive count less: is it the wrong way round?",
  says: "It is the negatives divided by the positives:",
  code: "pos_weight = n_neg / n_pos",
};

export const perfectOrder = {
  when: /\b(?:roc.?)?auc\b[^\d\n]{0,20}\b1(?:\.0+)?\b(?!\.\d)/i,
  and: /misclass|accura\w*[^\d\n]{0,12}(?:0?\.\d|\d{2}(?!\d))/i,
  not: /overfit|leak|train|multi.?class|\bov[ro]\b|macro/i,
  section: "auc",
  title: "An AUC of exactly 1: every positive row has a higher score than every negative one; the mistakes come from the threshold",
  says: "The area depends on the order alone. Choose a threshold between the two, on validation rows.",
};

export const tiltedByWeight = {
  when: /pos_weight|class.?weights?|oversampl|sampler/i,
  and: /mean of (?:the )?(?:sigmoid|probab|predict)|mean (?:predicted )?probabilit|wants? (?:the )?probabilit|(?:real|true|calibrated) (?:\w+ )?probabilit|probabilities"? are (?:too high|inflated|far above|nonsense)|sigmoid\([^()]*\)\.mean\(\)/i,
  not: /pos_weight(?:\W|torch|tensor){0,12}0?\.\d/i,
  section: "undo",
  title: "A weight above 1 for positives raises every probability: the outputs are no longer those of the data",
  says: "Subtract its logarithm from the logit before the sigmoid; the ranks, and so the AUC, stay:",
  code: "probability = (logits - pos_weight.log()).sigmoid()",
};

export const hardSubmission = {
  when: /log.?loss/i,
  and: [/> ?0?\.5\)?\.(?:int|long|float|astype)|\bround\(|argmax\(|hard labels?/i, /submi|kaggle|leaderboard|\blb\b|score/i],
  section: "scikit_learn",
  title: "A log loss of hard labels: each wrong row costs as much as a certain mistake",
  says: "Submit the probabilities:",
  code: "probability = logits.sigmoid()  # of several classes: logits.softmax(dim=1)",
};

export const ranksButNoThreshold = {
  when: /\bau(?:roc|c)\b/i,
  and: /\b(?:f1|recall)\b/i,
  not: /round|argmax\(|> ?0\.5\)\.|binary predictions/i,
  needs: ({ numbers }) => {
    const of = (name) => numbers.filter((each) => name.test(each.name) && each.value > 0).map(({ value, after }) => (value > 1 || /^ ?%/.test(after) ? value / 100 : value));
    return of(/au(?:roc|c)/i).some((x) => x > 0.8) && of(/f1|recall/i).some((x) => x < 0.25);
  },
  section: "own_threshold",
  title: "A high AUC beside a low F1 or recall: the order is good, but is the threshold?",
  says: "Where positives are rare, hardly any probability passes 0.5. Choose the threshold on validation rows:",
  code: "pred = probability > threshold  # the best on validation rows",
};

export const otherMacro = {
  when: /macro/i,
  and: [/sklearn|scikit/i, /torchmetrics|ignite|\bown\b|by hand|manual/i],
  section: "macro",
  title: "Two macro averages differ: over all classes, or over those that occur",
  says: "scikit-learn averages over the classes in targets or predictions, unless it gets `labels`. Compute both over the whole set:",
  code: 'f1_score(target, pred, average="macro", labels=range(C))',
};

export const onlyZeros = {
  when: /dominant 0|(?:mostly|mainly|dominated by) (?:0|zeros?)|\b0s? dominate/i,
  and: /all (?:\w+ )?0 pred|predict\w* any 1|only (?:0|zeros?)|all zeros/i,
  section: "pos_weight",
  title: "Nearly all labels are 0, so it pays to predict none, and the accuracy is high",
  says: "Measure each label's average precision, and choose its threshold. A `pos_weight` raises the probabilities:",
  code: "F.binary_cross_entropy_with_logits(logits, target, pos_weight=negatives / positives)  # (L,)",
};

export const scoreOfLabels = {
  ...onlyZeros,
  when: /multi.?label/i,
  and: /\bf-?(?:1|score)\b[^\d\n]{0,12}0\.0+\b/i,
  needs: ({ loss }) => loss?.value > 0 && loss.value < 0.1,
  title: "A low loss and an F1 of 0: are nearly all labels 0? Then it pays to predict none",
};

export const accuracyOfLabels = {
  when: /multi.?label|\b\d{2,} (?:labels|tags)\b/i,
  and: /no (?:tag|label) is ever|all (?:\w+ )?0\b|only 0|(?:any|no|not a single) 1\b|\bbad\b|poor|wrong|nothing|useless|all (?:zeros?|0)|no labels?|same (?:confidence|score)|never predict/i,
  needs: ({ accuracies }) => accuracies.length && accuracies.every(({ share }) => share > 0.9),
  section: "macro",
  title: "Over all labels, a high accuracy counts mostly zeros: so would a model that predicts none",
  says: "Compare it with the share of zeros. Look at the F1 or the average precision of each label:",
  code: "print(1 - target.float().mean())  # the accuracy of predicting no label",
};

export const thresholdOnLogits = {
  when: /(?:\bout(?:put)?s?|logits?|pred\w*|scores?) ?(?:>=?|greater than|above) ?0?\.5\b/i,
  and: /logits/i,
  not: /sigmoid|softmax|softplus|proba|expit|activation|\biou\b|\bmap\b|detect|argmax|is wrong|regress|(?<!binary.?)cross.?entropy/i,
  section: "threshold",
  title: "A threshold of 0.5 on a logit is one of 0.62 on the probability: compare with 0",
  says: "The loss takes logits, so the outputs are logits. Rows with logits from 0 to 0.5 are missed:",
  code: "pred = logits > 0",
};

export const thresholdWithoutSigmoid = {
  ...thresholdOnLogits,
  when: /(?:n't|\bnot|\bno|without)\b[^.\n]{0,30}\bsigmoid\b/i,
  and: /\b0\.5\b[^.\n]{0,24}threshold|threshold\w*[^.\n]{0,12}\b0\.5\b/i,
  not: /bceloss|need (?:a |the )?sigmoid|sigmoid\(|(?<!n't |not )(?:apply|call) (?:a |the )?(?:torch\.)?sigmoid|softmax/i,
  says: "If the loss takes the sigmoid itself, the outputs are logits. Those from 0 to 0.5 are missed:",
};

export const probabilitiesAllLow = {
  when: /(?:\b\d{2,}\+? (?:labels|tags|attributes)|multi.?label)/i,
  and: /predicts? (?:only |all )?zeros? (?:for|every)|(?:every|all|each|no)\b[^.\n]{0,24}prob\w*[^.\n]{0,24}(?:be?low|blew|under|<|less than|above|over|>) ?0?\.\d/i,
  section: "pos_weight",
  title: "Most labels of a row are 0: low probabilities everywhere have a low loss and a high accuracy",
  says: "Measure each label's AUC or average precision, and choose its threshold. A `pos_weight` raises the probabilities:",
  code: "F.binary_cross_entropy_with_logits(logits, target, pos_weight=negatives / positives)  # (L,)",
};

export const averagedScores = {
  when: /(?<![a-z])f1|\bauc|\b(?:precision|recall|dice)\b|\bm?iou\b|\bmap\b/i,
  and: any(/(?:batch.?size|\bbs ?=)[^]*(?:chang|differ|depend|another|not the same)/, /(?:chang|differ|depend|another|not the same)[^]*(?:batch.?size|\bbs ?=)/,
    /(?:f1|auc|precision|recall|iou)\w*[^.\n]{0,40}(?:per|each|every|of the) batch(?:es)?[^.\n]{0,40}(?:averag|mean)|(?:averag|mean)\w*[^.\n]{0,24}(?:f1|auc|precision|recall|iou)\w*[^.\n]{0,24}(?:over|of|per) (?:the |all |each )?batch/),
  not: /learning.?rate|\blr\b|train(?:ing)? with|converg|seed|\btiles?\b|folds?\b|(?:does not|n't) depend|independent/i,
  section: "averaged_scores",
  title: "The mean of the batches' scores is not the score of all rows",
  says: "F1, AUC and IoU are no means over rows. Keep counts or all outputs, and compute the score once, at the end of the epoch.",
};

export const logitsAsMask = {
  when: /bce.?with.?logits|binary_cross_entropy_with_logits/i,
  and: /(?:prediction|output|result|mask)s?\b[^.\n]{0,40}(?:negative|above 1|greater than (?:1|one)|not (?:a mask|0 (?:and|or) 1|(?:a )?probabilit|between))/i,
  not: /\bloss (?:is|becomes?|gets|goes) negative|sigmoid\(/i,
  section: "threshold",
  title: "The model returns logits, which may be any number: the loss takes them as they are",
  says: "For probabilities, take the sigmoid; for a mask, compare with 0:",
  code: "mask = logits > 0",
  isPart: true,
};

export const argmaxOfLabels = {
  when: /multi.?label/i,
  and: /(?<!not )argmax\(/i,
  not: /multi.?class|single.?label|instead of (?:the |an )?argmax|without argmax|no argmax/i,
  section: "labels",
  title: "`argmax` names one class of each row; with several labels, each has a threshold of its own",
  says: "Compare each logit with 0:",
  code: "pred = (logits > 0).float()",
};

export const allPositiveInEvaluation = {
  when: /recall[^\d\n]{0,12}(?:1\.0+|100)(?!\d)/i,
  and: /precision[^\d\n]{0,12}(?:0?\.[3-6]|[3-6]\d)|everything positive|all positive|predicts? (?:only )?positive/i,
  section: "idle",
  title: "Every row is called positive: is a sigmoid taken twice, or a probability compared with 0?",
  says: "A sigmoid of a probability is never below one half. Compare the logit with 0, or its sigmoid with 0.5:",
  code: "pred = logits > 0",
};
