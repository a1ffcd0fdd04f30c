// The order in which the cases are asked: the first that the facts of a text fit gives its answer. No DOM.
import * as accuracies from "./accuracies.js";
import * as adversarial from "./adversarial.js";
import * as caps from "./caps.js";
import { first } from "./cases.js";
import * as contrastive from "./contrastive.js";
import * as ctc from "./ctc.js";
import * as divergences from "./divergences.js";
import * as floors from "./floors.js";
import * as gradients from "./gradients.js";
import * as guesses from "./guesses.js";
import * as half from "./half.js";
import * as imbalance from "./imbalance.js";
import * as languageModels from "./language-models.js";
import * as libraries from "./libraries.js";
import * as nan from "./nan.js";
import * as negative from "./negative.js";
import * as pairs from "./pairs.js";
import * as policies from "./policies.js";
import * as runs from "./runs.js";
import * as sameAnswers from "./same-answers.js";
import * as scales from "./scales.js";
import * as segmentation from "./segmentation.js";
import * as symptoms from "./symptoms.js";
import * as units from "./units.js";
import * as validation from "./validation.js";
import * as weights from "./weights.js";
import * as zero from "./zero.js";

// What the value of a loss means whose kind the text names, such as a divergence, a focal or a contrastive loss. Each needs a loss.
export const KINDS = [
  // A perplexity is no loss: its values mean something else.
  units.perplexityNearOne,
  units.infinitePerplexity,
  units.largePerplexity,
  // Below zero: the kinds that may be, or have a reason of their own; then two classes, several classes, and any loss.
  segmentation.negativeDice,
  divergences.negative,
  ctc.someBelow,
  ctc.shorterInput,
  negative.logLikelihood,
  negative.density,
  negative.ofLogarithms,
  negative.ofTwoClasses,
  negative.crossEntropy,
  negative.besideAccuracy,
  // Above zero: kinds by their names; then values that only few losses have; then kinds whose values may be anything.
  policies.kto,
  policies.dpoAtReference,
  policies.dpo,
  policies.ipo,
  floors.smoothingOfMasked,
  imbalance.squaredGuess,
  imbalance.squaredShares,
  imbalance.focalIsSmaller,
  imbalance.focalBesideEntropy,
  caps.ofKeras,
  caps.ofBceLoss,
  caps.eachWrongRow,
  caps.eachWrongRowOfBce,
  floors.sigmoidTwice,
  imbalance.entropyOfShare,
  imbalance.focalOfEqualLogits,
  imbalance.focalStays,
  imbalance.orderedAlike,
  contrastive.margin,
  adversarial.discriminator,
  contrastive.candidatesAlike,
  guesses.vocabulary,
];

// Symptoms in a sentence or two: what is named by its own words first, then losses beside accuracies, then the rest.
export const SYMPTOMS = [
  symptoms.notFinite,
  symptoms.outsideRange,
  symptoms.ofItself,
  symptoms.withoutNegatives,
  symptoms.shiftedTwice,
  symptoms.scaledMask,
  symptoms.accuracyOfIgnored,
  symptoms.otherBase,
  symptoms.lowLossPoorAccuracy,
  symptoms.bothRise,
  symptoms.highLossFineAccuracy,
  symptoms.fallsWithoutAccuracy,
  symptoms.belowZero,
  symptoms.secondSoftmax,
  symptoms.softFloor,
  symptoms.largeAtStart,
  symptoms.accumulates,
  symptoms.logsOneRank,
  symptoms.ranksDiffer,
  symptoms.meanOverLoader,
  symptoms.growsWithBatch,
  symptoms.weightsOfOneRow,
  symptoms.oneOutput,
  symptoms.rareNeverFound,
  symptoms.paddingOfModel,
  symptoms.paddingCounts,
  symptoms.mask255,
  symptoms.overfits,
  symptoms.trainingAlone,
];

// What words alone show. They are asked last, and where the value of the loss says nothing that is sure.
export const SEEN = [
  languageModels.generatesNonsense,
  weights.changeNothing,
  accuracies.lowLossLowAccuracy,
  sameAnswers.oneClassInWords,
  contrastive.rankingMargin,
  contrastive.tripletMargin,
  divergences.negativeInWords,
  negative.inWords,
  floors.inWords,
  contrastive.atLogarithm,
  sameAnswers.allPositive,
  sameAnswers.ownLossInWords,
  sameAnswers.flatInWords,
];

// A layer and a loss, in a text that says nothing else.
export const PAIRS = [
  pairs.softTarget,
  pairs.softmaxAndBce,
  pairs.logSoftmaxAndCrossEntropy,
  pairs.softmaxAndCrossEntropy,
  pairs.softmaxAndNll,
  pairs.nllLoss,
  pairs.sigmoidAndLogits,
  pairs.sigmoidAndBce,
  pairs.sigmoidAndCrossEntropy,
  pairs.kullback,
  pairs.argmax,
  pairs.relu,
  pairs.takesLogits,
  pairs.fromProbabilities,
  pairs.oneHot,
  pairs.insideCall,
];

// Causes that a text tells by itself, whatever the value of its loss may be by chance.
export const RULES = [
  { tells: (f) => first(PAIRS, f) },

  // Nothing else counts in a text of these: numbers that are impossible, nan, and a loss of exactly zero.
  segmentation.scoreOutsideRange,
  divergences.logTarget,
  nan.inEvaluation,
  nan.bothBranches,
  nan.entropyBeside,
  nan.ofExponential,
  ctc.infinite,
  gradients.clippedScaled,
  gradients.learnedWeights,
  nan.maskedBinary,
  nan.gradientBesideZero,
  nan.gradient,
  nan.infiniteFirst,
  gradients.scaleFalls,
  gradients.scaleGrows,
  caps.endOfBceLoss,
  nan.afterOneStep,
  nan.loggedAsZero,
  nan.zeroAfterSteps,
  negative.besideZero,
  negative.evenMore,
  languageModels.zero,
  zero.withoutGradient,
  zero.oneOfSeveral,
  languageModels.nearZero,
  languageModels.lowButNonsense,

  // One mistake, by its own words or code. Before the values: these explain a value that would also fit another cause.
  scales.timesSteps,
  scales.accumulation,
  scales.lossOfEachGpu,
  half.runningInHalf,
  half.onTheGrid,
  half.slowerInHalf,
  scales.unevenSteps,
  scales.sameUpdate,
  scales.meanOfRanks,
  scales.timesCount,
  scales.timesProcesses,
  scales.sumOfGuesses,
  scales.dividedByRows,
  units.twoPerplexities,
  scales.ofLabels,
  scales.levelSum,
  ctc.below,
  policies.referenceDivergence,
  weights.ignoredLogits,
  weights.order,
  weights.infinite,
  languageModels.accuracyNearZero,
  divergences.overEntries,
  divergences.tiny,
  ctc.errorAboveOne,
  validation.keepsGraphs,
  validation.mixedInTraining,
  imbalance.allPositiveInEvaluation,
  contrastive.rightWithoutScale,
  validation.aboveFromTheFirst,
  contrastive.targetOfClip,
  contrastive.additiveMargin,
  contrastive.falseNegatives,
  contrastive.zeroedDiagonal,
  gradients.madeAnew,
  gradients.unregistered,
  gradients.newHead,
  nan.maskedRow,
  nan.paddingMask,
  nan.missingLabels,
  weights.recallOfIgnored,
  weights.smoothedRises,
  weights.ignoredClassCounts,
  accuracies.aboveAll,
  scales.dividedTwice,
  caps.ofClamp,
  validation.farBelow,
  validation.isSum,
  nan.logOfSoftmax,
  nan.logOfSigmoid,
  nan.smoothedInHalf,
  nan.zeroWeight,
  nan.scaleOfZero,
  scales.twoBatchSizes,
  units.otherBase,
  units.perplexityOfBatches,
  accuracies.coldTemperature,
  languageModels.invertedMask,
  languageModels.paddedVocabulary,
  sameAnswers.sameOutput,
  weights.ignored,
  weights.weightedMean,
  validation.wrongInEvaluation,
  validation.modesDiffer,
  adversarial.discriminatorWins,
  zero.softmaxOverOneOutput,
  contrastive.distancesVanish,
  contrastive.marginChanged,
  segmentation.weightedDice,
  segmentation.ignoredObject,
  segmentation.diceMetric,
  segmentation.absentClass,
  segmentation.allBackground,
  languageModels.shiftedByHand,
  languageModels.notShifted,
  languageModels.nextTokenAccuracy,
  languageModels.oneToken,
  weights.ignoredClass,
  imbalance.noPositives,
  nan.focal,
  negative.someBelow,
  guesses.firstOfTokens,
  contrastive.cosinesWithoutScale,

  // Symptoms in a sentence or two, whatever numbers stand beside them.
  { needs: (f) => f.said.length < 400 && !/\n[^\n]*\n/.test(f.said.trim()), tells: (f) => first(SYMPTOMS, f) },

  // A loss that leaves every scale.
  runs.repeats,
  runs.scheduled,
  runs.largeAtFirst,
  runs.diverges,

  // What other libraries print, which names the cause.
  // Mistakes that words or code name, whatever the values are.
  imbalance.samplerAndWeights,
  imbalance.predictedTooOften,
  imbalance.scoreOfLabels,
  imbalance.probabilitiesAllLow,
  imbalance.averagedScores,
  imbalance.argmaxOfLabels,
  imbalance.logitsAsMask,
  imbalance.thresholdOnLogits,
  imbalance.reversedAuc,
  imbalance.roundedAuc,
  imbalance.allEqual,
  imbalance.invertedPosWeight,
  imbalance.otherMacro,
  imbalance.accuracyOfLabels,
  imbalance.roundedLogits,
  divergences.collapses,
  ctc.onlyBlanks,
  weights.classNeverPredicted,
  nan.ofEntropy,

  libraries.otherClasses,
  libraries.schedulerFirst,
  libraries.maximumOfNothing,
  libraries.putOfAnotherType,
  libraries.mixedTargets,
  libraries.oneClassOfPart,
  libraries.noSuchLabel,
  libraries.noSuchClass,
  libraries.neverPredicted,
  libraries.hardlyPredicted,
  libraries.otherTable,
  libraries.unequalShapes,
  libraries.lossOfNone,
  libraries.noLabels,
  libraries.emptyDistribution,
  libraries.negativeDistribution,
  libraries.noDimensions,
  libraries.emptySequence,
  libraries.labelsForRows,
  libraries.highestLabel,

  // Overfitting that a log shows. Before the kinds: whatever the loss is, the two courses tell it.
  units.paddedPerplexity,
  units.impossiblePerplexity,
  validation.textGetsWorse,
  accuracies.farBelowValidation,
  validation.metricRises,
  validation.otherLabels,
  validation.overfits,

  // The kinds, before all that takes a loss for a mean cross-entropy.
  { tells: (f) => f.loss && first(KINDS, f) },
  guesses.atHighAccuracy,

  // More mistakes by their words or code. After the kinds: a kind explains the value better, if the text names one.
  gradients.noneOrZero,
  gradients.skippedStep,
  accuracies.sureOfMistakes,
  divergences.notANumber,
  segmentation.reshaped,
  divergences.temperature,
  divergences.otherRows,
  policies.nearZero,
  imbalance.recallOfZero,
  imbalance.focalIsSmall,
  segmentation.diceNearOne,
  guesses.firstFarAbove,
  languageModels.predictsPadding,

  // A loss beside its accuracy.
  accuracies.aboveOne,
  accuracies.confidentMistakes,
  accuracies.contradiction,
  accuracies.ofValidation,
  accuracies.stillFalls,

  // More mistakes by their words or code, which an accuracy explains better, if the text has one.
  scales.meanOfMeans,
  scales.smallerLastBatch,
  scales.lastOfTest,
  languageModels.beyondEmbedding,
  floors.sigmoidOfHalf,
  runs.spoiled,
  sameAnswers.printedClass,

  // What a course of losses and accuracies tells: first what holds for the whole run, then training beside validation.
  runs.upAndDown,
  sameAnswers.validationAccuracy,
  accuracies.sameAccuracy,
  accuracies.idle,
  validation.lowLossLowAccuracy,
  validation.trainingAloneFalls,
  runs.rises,

  // A loss in another unit, summed up, or with a floor.
  units.bitsBesidePerplexity,
  units.perplexityFits,
  scales.sumOverRows,
  validation.smallerInWords,
  floors.squashed,
  floors.oneHotAsLogits,
  floors.labelSmoothing,
  guesses.around,
  scales.total,

  // What may be said of any loss: above a guess, beside that of validation, along its course, at its accuracy.
  guesses.above,
  accuracies.tooAccurate,
  validation.farAbove,
  validation.atGuess,
  validation.smaller,
  validation.apart,
  imbalance.constantPrediction,
  gradients.infinite,
  runs.fallsWithoutAccuracy,
  runs.fallsAtChance,
  runs.startsAtGuess,
  runs.fallsInWords,
  runs.falls,
  runs.manyCandidates,
  runs.staysAtGuess,
  guesses.atItsAccuracy,
  units.guessInBits,
  scales.processes,
  languageModels.belowGuess,
  validation.dropout,
  gradients.scaledLoss,
  sameAnswers.ownLoss,
  sameAnswers.flat,

  // Words alone, in a short text without a loss that is no question how to do something.
  {
    not: /\bhow (?:to|do)\b|accumul|\bbatch\b(?!.?size \d)/i,
    needs: (f) => f.text.length < 300 && (!f.loss || (f.loss.isOther && f.accuracies.length && !f.values("loss").length)),
    tells: (f) => first(SEEN, f),
  },
];
