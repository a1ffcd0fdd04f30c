// Which answer a text gets, and how sure it is: by what it tells, by the value of its loss, or by what it hints at. No DOM.
import { first } from "./cases.js";
import { extreme } from "./extremes.js";
import { read } from "./facts.js";
import { causes, significant, unknown, unsure } from "./numbers.js";
import { isLanguageModel, last, ranksWell } from "./questions.js";
import { RULES, SEEN } from "./rules.js";
import { topics } from "./topics.js";
import { CAPPED, WITH_LOGITS } from "./words.js";

const GUESS = /^(?:Near )?ln/; // the title of a cause that is ln C, or near it
const SERIES = /\d+\.\d+(?:\s*(?:,|->|→|\b(?:to|auf|until)\b|から)\s*\d+\.\d+)+/g; // values of a run in a line
const EXPECTED = /want|expect|should|desired|supposed|instead|target|goal/i;

// Whether a cause fits the facts about a loss: a function of the cause.
function fits(f) {
  const { text, is, accuracies, values, told, loss } = f;
  const { value, lowest, split, classes, digits, isBinary } = loss;
  const run = values("loss", split).slice(-5);
  const shares = accuracies.map(({ share }) => share);
  const highest = Math.max(...shares);
  const own = accuracies.filter((each) => !each.split || !split || each.split === split).map(({ share }) => share);
  const isFlat = Object.values(told).includes("flat");
  const isFallen = !classes && digits < 3 && run.length > 1 && last(run) === value && run[0] > 1.5 * value && !isFlat;
  const isFalling = [...text.replace(/(?<![.\d])(\d+),(?=\d+(?![.,\d]))/g, "$1.").matchAll(SERIES)].map(([list]) => list.match(/\d+\.\d+/g).map(Number))
    .some((list) => list.includes(value) && last(list) < 0.75 * list[0] && list.every((each, at) => !at || each < list[at - 1]));
  const isUneven = run.length > 3 && Math.max(...run) > 1.05 * Math.min(...run);
  const written = loss.text.replace(/\W/g, "\\$&");
  const isFirst = new RegExp(String.raw`\b(?:start|begin|initial|first)\w*[^\d\n]{0,20}${written}`, "i").test(text);
  const isLower = lowest < value - 0.02 && !is(EXPECTED); // a loss before was
  const isTraining = !is(/val|test|eval|dev/i); // where the labels may not be smoothed
  const isText = digits < 3 && !classes && isLanguageModel(f);
  // Each with the titles of the causes that it speaks against.
  const against = [
    [isFallen || (isFalling && !is(/stuck|plateau|stops? (?:fall|decreas|improv|learn|mov)|slow|\bflat\b|no further|(?:not|n't) move/i)) || ranksWell(f), GUESS],
    [is(/pos_weight(?:\W|torch|tensor){0,16}(?!1(?:\.0*)?\b)\d/i), GUESS], // equal logits cost more than ln 2 then, or less
    [isLower && digits < 2, /^(?:Near )?ln \d{4}/],
    [isUneven, /^Near ln/],
    [is(WITH_LOGITS) && !is(CAPPED), /at its cap/],
    [isBinary && !is(/smooth/i), /^With label_/],
    [Math.max(...own) > 0.3 && Math.max(...own) < 0.97, /^(?:Softmax twice: the lowest|With label_)/], // where every row is right
    [Math.max(...own) > 0.5, /classes predicted alike,|each row of .* is wrong/],
    [split === "val" && digits < 4 && last(values("loss", "train")) < 0.8 * value, GUESS], // the model has learned something
    [isBinary && !is(/bits?\b/i), /in bits$/],
    [loss.isBits && !classes && significant(value, digits) < 4 && !is(EARLY), GUESS], // such as one bit for each byte
    [highest > 0.5, /always the same/],
    [is(/\b(?:no|without(?: a| any)?) softmax|softmax (?:only )?in(?:side)? the attention/i), /^Softmax twice/],
    [highest - Math.min(...shares) > 0.1, /^Softmax twice\?/], // it is not known with which accuracy the loss goes
    [is(/train\w* loss[^.\n]{0,16}\b(?:always |exactly |stays? (?:at )?)?0(?:\.0+)?(?![.\d])/i), /^Softmax twice/],
    [isFirst || isLower || is(/temperature.?scal|calibrat\w* (?:with|by|on)|\bECE\b/i), /^Softmax twice/], // a floor is neither first nor above another loss
    [(isFirst || isLower) && isTraining, /^With label_smoothing/],
  ].filter(([isSo]) => isSo);
  const isBetter = (title) => GUESS.test(title) && (digits < 4 || /^Near/.test(title))
    && highest > 1.3 / Number(/ln (\d+)/.exec(title)?.[1]) + 0.03; // than a guess
  const isVocabulary = (title) => !(Number(/^(?:Near )?ln (\d+)/.exec(title)?.[1]) < 20);
  const least = Math.min(...f.numbers.filter((each) => each.role === "loss" && each.isNamed && !each.isUnit && each.digits > 1 && each.value > 0.01).map((each) => each.value));
  const isBelow = (title) => least < Number(/^Softmax twice.* is (\d+\.\d+)/.exec(title)?.[1]) - 0.01; // its floor
  const isOther = (title) => classes > 2 && Number(/^Softmax twice\D*(\d+) classes/.exec(title)?.[1] ?? classes) !== classes;
  return ({ title }) => !isOther(title) && !isBelow(title) && !against.some(([, titles]) => titles.test(title)) && !isBetter(title) && (!isText || isVocabulary(title));
}

const EARLY = /\b(?:start|begin|init|first|scratch|random|untrained|step 0|epoch 0|converg|lowest|below)|\(0%\)/i;
const IN_HALF = /mixed.?precision|fp16|float16|half.?precision|\bamp\b|\.half\(\)/i;
const NOT_IN_HALF = /bf16|bfloat|\b(?:without|no|not|disabl\w*|fp32|float32|both)\b/i;
const MINIMUM = /(?:minim\w+|lowest|smallest) (?:possible |achievable )?(?:loss|value)|lower bound/i;

// Whether the text supports a cause, besides its value: it gives a number of classes, says that the loss is the first, or stays …
function isSupported({ loss, told, is, text, values, accuracies }, best) {
  const end = values("loss", loss.split).slice(-3);
  const isStill = values("loss", loss.split).length > 1 && Math.max(...end) < 1.01 * Math.min(...end);
  const isGuessing = ({ share }) => share > 0 && share < 1.3 * Math.exp(-loss.value) + 0.01;
  return loss.classes > 0 || loss.named.length > 0 || Object.values(told).includes("flat") || best?.score > 0.8 || is(EARLY)
    || !/[a-z]/i.test(text) || isStill || (GUESS.test(best?.title) && accuracies.some(isGuessing));
}

// Whether a cause is likelier than chance. One that the text does not support must fit more than three digits, or a common C.
function isLikely(f, best) {
  const { loss, is, text } = f;
  const isGiven = isSupported(f, best);
  const nats = loss.isPerplexity ? Math.log(loss.value) : loss.isBits ? loss.value * Math.LN2 : loss.value;
  const isFar = /^Near/.test(best?.title) && Math.abs(nats / Number(/= ([\d.]+)/.exec(best.title)[1]) - 1) > 1e-3;
  const isLowest = loss.isNamed && is(MINIMUM) && best?.title.startsWith("Softmax twice");
  const isShort = !isLowest && loss.digits < 3 && loss.value > 0 && !GUESS.test(best?.title) && loss.value < 13;
  const least = Math.max(unsure(loss), isGiven || loss.digits > 3 || !(loss.value > 0) ? 0 : 0.04);
  if (!(best?.score >= Math.min(isLowest ? 0.01 : 1, least))) return false;
  const isOtherNumber = (/^A sum/.test(best.title) || (loss.value === 0 && !is(/stuck|stays?\b/i))) && !loss.isNamed && /[a-z]{4}/i.test(text)
    && (!is(/loss|entropy|criterion|\bnll|\bb?ce\b/i) || (loss.value >= 100 && loss.digits < 1 && /^A sum/.test(best.title)));
  const isBare = GUESS.test(best.title) && significant(loss.value, loss.digits) < 3 && loss.value < 13 // such as 0.7 or 1.1, which many losses pass
    && !is(/stuck|stays?\b|plateau/i);
  const isOneClass = /always the same one/.test(best.title) && /[a-z]/i.test(text)
    && !(loss.isNamed || loss.classes || f.accuracies.length || is(EARLY) || is(/softmax|stuck|stays?\b|plateau|same|always/i));
  if (isOneClass) return false; // which one value in a thousand fits by chance
  const isPart = /classes predicted alike, (?:where|divided|with)/.test(best.title) && best.score < 0.025; // of one of many divisors
  if (isPart && !(isGiven && /[a-z]/i.test(text)) && !is(/pad|mask|ignor|stuck|stays?\b|\bmean\b|by hand|manual|own|numpy/i)) return false;
  return !isOtherNumber && (isGiven ? !(isShort && loss.isRough) : !(isFar || isShort || isBare));
}

// Of these losses of a text, the one that fits a cause best: by its digits, and by the classes or the vocabulary that the text names.
function best(f, losses, least) {
  const weighed = losses.map((loss) => {
    const found = causes(loss).filter(fits({ ...f, loss }));
    const [first] = found;
    const isNamed = (count) => count > 1 && first?.title.includes(`${count} `);
    const isGiven = loss.isPerplexity || [loss.classes, ...loss.named].some(isNamed);
    const isExact = significant(loss.value, loss.digits) > 3 && (isGiven || first?.score > 0.3);
    const isStrong = first?.score > Math.max(0.05, 1.5 * least) && isLikely({ ...f, loss }, first) && !/^Near|\?/.test(first.title);
    return { loss, found, score: isStrong && (isExact || (isGiven && !least)) && (isGiven || !least) ? first.score : 0 };
  });
  return weighed.filter(({ score }) => score).sort((a, b) => b.score - a.score)[0];
}

/**
 * What a text means: { found, isUnsure, loss, isNamed, isSaid }; `found` is null if it says nothing of a loss. One rule for how
 * sure it is: a cause is said that the text tells by itself; else one that the value of the loss fits, if it is likelier than
 * chance and nothing in the text is against it; else what the text hints at; else all that the value may be by chance. The loss
 * is read in `beside`, if a batch stands in the text; not at all unless `isRead`.
 */
export function judge(text, beside, isRead, isRaised) {
  const f = read(text, beside);
  const isNamed = !!f.loss?.isNamed;
  const isBroken = f.is(/loss/i) && f.loss && !Number.isFinite(f.loss.value); // as in "Loss went to NaN"
  if (!isRead || (isRaised && !isBroken)) f.loss = null;
  const { loss } = f;
  const told = first(RULES, f);
  const given = told?.isWeak && loss?.value > 0 ? best(f, [loss, ...loss.others], 0.8) : null;
  if (/^Softmax/.test(given?.found[0].title)) {
    return { found: [...given.found, told].slice(0, 4), loss: given.loss, isNamed, isSaid: true };
  }
  if (told?.isSaid) return { found: told.title ? [told] : [], isNamed, isSaid: true, isPart: told.isPart };
  if (!loss) return { found: told?.title ? [told] : null, isNamed, subjects: topics(text) };
  return byValue(f, text, told, isNamed);
}

// What the value of the loss means, beside what the text tells that is not sure.
function byValue(f, text, told, isNamed) {
  const { loss } = f;
  const more = told?.title ? [told] : [];
  const isPositive = loss.value > 0 && loss.value < 3e38;
  const found = isPositive ? causes(loss).filter(fits(f)) : extreme(loss, f.is(IN_HALF) && !f.is(NOT_IN_HALF));
  const isExtreme = found.length && (loss.isNamed ? loss.value === 0 : !Number.isFinite(loss.value));
  const isSum = loss.isMixed && loss.value < 0; // of several losses, which may be negative
  const isUnsure = (!isLikely(f, found[0]) || !!told?.isApart || isSum) && !isExtreme;
  const others = isPositive && !told?.isApart ? loss.others.filter(({ value }) => value !== loss.value) : [];
  const better = best(f, others, isUnsure ? 0 : found[0].score);
  if (better) return { found: [...better.found, ...(isUnsure ? [] : found)].slice(0, 4), isUnsure: false, loss: better.loss, isNamed };
  if (!isUnsure) more.unshift(...(best(f, others, 0.3)?.found.slice(0, 1) ?? [])); // another number of the text that fits as well
  if (isUnsure && told?.isHint) return { found: [told, ...found], isUnsure, loss, isNamed };
  const hints = isUnsure && !more[0] ? hinted(f, text) : [];
  if (hints[0]) return { found: hints, isUnsure, loss, isNamed };
  if (isUnsure && more[0]) return { found: more, isNamed };
  return { found: [...found, ...more], isUnsure, loss, isNamed, unknown: unknown(loss) };
}

// What words alone show, and the sections to which they lead.
function hinted(f, text) {
  const seen = first(SEEN, f);
  const all = [...(seen ? [{ ...seen, isHint: true }] : []), ...topics(text)];
  return all.sort((a, b) => !!a.isWeak - !!b.isWeak);
}
