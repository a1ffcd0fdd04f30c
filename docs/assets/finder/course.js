// Which way the losses and the accuracies of a text go, in words. No DOM.
import { joined } from "./names.js";

const UP = joined(String.raw`
  increas|ris(?:es?|ing|en)\b|rose\b|gr[eo]w|climb|up\b
  explo|diverg|spik|jump|blow|blew|sho[ot]|worse
`);
const DOWN = String.raw`decreas|fall|fell|drop|declin|reduc|down\b|descend`;
const FLAT = joined(String.raw`
  stuck|stay|same\b(?! (?:loss|seed|model|data|code|for (?:both|all)))|constant|flat\b|plateau|unchanged|levels? (?:off|out)|remain|stagnat|stable|steady|always
  saturat|oscillat|hover|holds?\b|still (?:around|at)\b
`);
const GOOD = "improv|better";
const CALM = /^(?:explo|diverg|spik|jump|blow)/i; // "does not explode" does not say that it stays
const CHANGES = String.raw`chang|mov(?:e|ing)|learn|converg|go(?:es|ing)?\b|get\w*|below(?! zero| 0\b)`;

// "negative" as a value, not as in "hard negative", "negative sample" or "negative log-likelihood"; and other words for it.
const OTHER_NEGATIVES = String.raw`(?<!(?:hard(?:est)?|as|false|true|random|easy|or|and|batch|\d)[- ])`;
const NEGATIVE_OTHERS = "(?! (?:sampl|example|pair|min|anchor|image|class|log|label|one|row|likel|and|or|transfer|correl|slope|grad|weight|word))";
const NEGATIVE = joined(String.raw`
  ${OTHER_NEGATIVES}negative${NEGATIVE_OTHERS}
  below zero|below 0\b(?!\.\d)|minus
  (?:less|smaller|lower) than (?:zero|0\b(?!\.\d))
`);

const STOP = String.raw`[.;\n](?!\d)|(?<=\d[%]? )while\b`;
const DENIED = String.raw`(?:\b(?:not|never|no longer|stop\w*|barely|hardly)|n't)\W+(?:\w+\W+){0,2}?`;
const SET = String.raw`(?:\b(train|val|test|eval|dev)\w*[ _]*(?:and \w+ )?(?:set )?)?(?:[a-z-]+[ _])?`;
const LOSS = String.raw`loss|\bnll\b`;
const METRIC = "acc|m?iou|f1|auc|map|bleu|score|metric";

// The end of a clause; a way, perhaps denied; or a loss or a metric, perhaps with its set.
const TOKENS = new RegExp(
  String.raw`(${STOP})|(${DENIED})?\b(?:(${UP})|(${DOWN})|(${FLAT})|(${GOOD})|(${CHANGES})|(${NEGATIVE}))\w*`
  + String.raw`|${SET}(?:(${LOSS})(?:es)?(?!\()|(${METRIC})(?:uracy|uracies|s)?)\b`, "gi");

/** Of each loss and each accuracy, such as `valLoss`, the way that is said last: up, down, flat or negative. */
export function courseOf(text) {
  const course = {};
  let [subjects, isTold, pending, end] = [[], true, "", 0];
  for (const match of text.matchAll(TOKENS)) {
    const [all, stop, not, up, down, flat, good, other, negative, split, loss, acc] = match;
    if (stop) [subjects, pending, isTold] = [[], "", true];
    else if (loss || acc) {
      if (/\d/.test(text.slice(end, match.index))) isTold = true; // the subject before has its value
      end = match.index + all.length;
      const subject = `${split ? (/train/i.test(split) ? "train" : "val") : ""}${acc ? "Acc" : loss ? "Loss" : ""}`;
      subjects = isTold ? [subject] : [...subjects, subject];
      isTold = !!pending;
      if (pending) course[subject] = pending;
      pending = "";
    } else {
      const said = up ? "up" : down ? "down" : good ? "good" : negative ? "negative" : "";
      const way = flat ? (not ? "" : "flat") : not ? (negative ? "" : "flat") : said; // "does not fall" is flat, "is not stuck" says nothing
      if (!way || (!not && other) || (not && CALM.test(up))) continue;
      const isWorse = /^worse/i.test(up ?? "") && !not;
      for (const subject of subjects) {
        const isMetric = subject.endsWith("Acc");
        course[subject] = way === "good" ? (isMetric ? "up" : "down") : isWorse && isMetric ? "down" : way;
      }
      if (subjects.length) isTold = true;
      else pending = way === "good" ? "" : way;
    }
  }
  return course;
}
