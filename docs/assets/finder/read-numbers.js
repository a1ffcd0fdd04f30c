// Reads the numbers of a text, each with what it is by the words around it: a loss, an accuracy, a count, a step … No DOM.
import { ENTROPY, joined, NAMES, NOT_NAMED, ROLES } from "./names.js";

// Which rows a number is of: training, or validation.
const SPLIT = /(train|val(?!ue)|test|eval|dev)(?![a-z]*(?:ate|ing (?:on|for|with|a|the)) )\w*[^.;,|\n\d]{0,22}$/i;

// A number: no part of a word, of a version or of a fraction.
const DIGITS = String.raw`[-+]?(?:\d[\d_]*(?:[.,]\d+(?!\.\d))?|\.\d+)(?:e[-+]?\d+)?`;
const NUMBER = new RegExp(String.raw`(?<![\w.]|\d\/(?=\d+\b(?!\.)))(?:${DIGITS}|[-+]?(?:nans?|inf(?:inity|inite)?)|not a number|zero|∞)`
  + String.raw`(?!(?!ish\b)\w)`, "gi");

// Between two numbers of one name, such as "from 2.3 to 0.5", "2.3 -> 0.5" or "2.3 and then stays at 0.5".
const STAYS_AT = String.raw`(?:(?:and|then|but|it|is|gets) )*(?:stays?|stuck|remains?|settles?|plateaus?) (?:at|around|near)`;
const BETWEEN = String.raw`^(?:[%,]?\s*(?:-*>|→|(?:and )?(?:then )?(?:\w+ )?(?:up |down |back )?to|now|${STAYS_AT})|\s*~)\s*[~≈]?`;
const TO = new RegExp(`${BETWEEN}$`, "i");
const LEFT = new RegExp(String.raw`${BETWEEN}[\d.]`, "i"); // of two values, the first

// Before a number that goes on with the name before, as in "was 100, then became 800".
const MOVES = "drop|f[ae]ll|ris|rose|increas|decreas|converg|go|went|jump|sho[ot]|climb|down|up";
const CARRIED = new RegExp(String.raw`(?:${MOVES})\w*(?: back| again)?(?: down| up)? to\s*[~≈]?$|\b(?:became|becomes)\s*$`, "i");

// Before a number that is no loss: what it counts or sets, what was expected, what it is compared with.
const BEFORE = new RegExp(String.raw`(?:${joined(String.raw`
  epochs?|steps?|ranks?|lines?|bs|(?<!\b(?:without|with|than|of|at|for) )\bit|iter\w*|batch(?:es)?|lr|rate|top|seed|rows?|class(?:es)?|labels?|folds?|size
  alpha|gamma|epsilon|smoothing|weights?(?: (?:is|are))?|decay|dropout|momentum|threshold|round\w* (?:at|to)|version|torch
  instead of|expected|shouldn't (?:it|the loss|that) be(?: (?:about|around|near|close to))*|should (?:be|(?:give|have|lead to|start at)(?: (?:an?|the|loss|value|of))*)
  (?:expect|suppos|want)\w* (?:\w+ ){0,4}to (?:be|go to)
  (?:below|above|under|than) (?:ln|log)\(?\s*\d+\)?
  (?:agree|differ|match|equal|close)\w* (?:only )?(?:to|by|within|up to)
  not|n't|(?<!(?:er|ss|re) )than|(?<!\bvalue )of|factor
  (?:predictions?|probabilit\w+|outputs?|scores?)[^.\n]{0,20}(?:above|below|over|under)
  [\w)\]]\s*[<>]=?|[a-z_)\]]\s*[\/%]|(?<!loss ?)==|[\w)]\s?[*+]
`)})(?: equal to)?\s*[=:#]?\s*$|\b[a-kn-z]\s?=\s*$`, "i");

// Before a zero that is not reached.
const GOES_TO = "(?:(?:converge|go|get|fall|drop|come|decrease) (?:down )?to|reach|become)";
const MISSED = new RegExp(String.raw`(?:n't|\bnot|never)(?: it)? ${GOES_TO} (?:a )?(?:loss of )?$`, "i");
const CLASS = /\b(?:class|label):?\s*$/i; // which is a whole number

// After a number that counts classes.
const COUNT = new RegExp(String.raw`^\s*[- ]?(?:${joined(String.raw`
  (?:[a-z]+ )?classes|class|cls\b|categor\w+|labels?|attributes|tokens?(?! (?:masked|ignored|each|long|per))|way|words|outputs|letters|char(?:acter)?s?|symbols|vocab
`)})\b`, "i");

// After a number of another unit.
const PARTS = "layers?|heads|bits?|blocks|folds|neurons|units|channels|videos|clusters|perplexity";
const UNIT = new RegExp(String.raw`^(?:[ \t]*%|[ \t-]*(?:${joined(String.raw`
  epochs?|steps?|iter\w*|batches|(?:(?:test|train\w*|val\w*) )?(?:rows|samples|images)|gpus?|its?\b|times\b
  (?:[hs]|(?:sec|min|hour)\w*|ms|fps|db|[gm]i?b|map|wer|acc\w*|x|(?:[a-z]+ ){0,2}(?:${PARTS}))\b(?!\W*\d)
  \/\d
`)}))`, "i");

/** The value of a number as it is written, and how many decimals it has. */
export function valueOf(text) {
  const word = text.toLowerCase();
  if (/nan|not a/.test(word)) return { value: NaN, digits: 0 };
  if (/inf|∞/.test(word)) return { value: word[0] === "-" ? -Infinity : Infinity, digits: 0 };
  if (word === "zero") return { value: 0, digits: 0 };
  const number = word.replaceAll("_", "").replace(/^([-+]?\d{1,2}),(\d+)/, "$1.$2").replaceAll(",", "");
  const [mantissa, exponent = "0"] = number.split("e");
  return { value: Number(number), digits: (mantissa.split(".")[1]?.length ?? 0) - Number(exponent) };
}

// Which rows the words before a number say it is of: "train", "val", or neither.
function splitOf(text) {
  const [, word] = SPLIT.exec(text) ?? [];
  return !word ? "" : /train/i.test(word) ? "train" : "val";
}

// What a name in a text says of the numbers that follow it.
function named(match, text) {
  const [all, , ...groups] = match;
  const end = match.index + all.length;
  const role = ROLES[groups.findIndex(Boolean)];
  const isForeign = role === "loss" && NOT_NAMED.test(all) && !ENTROPY.test(all);
  const before = text.slice(Math.max(0, match.index - 30), match.index);
  const name = all.toLowerCase();
  return { role: isForeign ? "other" : role, end, isFirst: true, name: name.trim(), split: splitOf(before + name) };
}

/** Each number in a text: { value, digits, text, index, role, split, name, isUnit, isLeft, isListed }. */
export function numbersOf(text) {
  const names = [...text.matchAll(NAMES)];
  const isBare = /\btrain\w*[ :=]+[\d.]+.*\bval\w*[ :=]+[\d.]+/i.test(text) && !/acc\w*[ :=]+(?:train|val)|(?:train|val)\w*[ _]acc/i.test(text); // "train 0.0004 | val 4.81"
  const found = [];
  let [at, last, carried] = [0, null, null];
  for (const match of text.matchAll(NUMBER)) {
    const { 0: written, index } = match;
    while (at < names.length && names[at].index + names[at][0].length <= index) last = named(names[at++], text);
    const between = text.slice(last?.end ?? 0, index);
    const [before, after] = [text.slice(Math.max(0, index - 40), index), text.slice(index + written.length, index + written.length + 40)];
    const isEnd = /nan|inf|∞/i.test(written) && last?.role === "loss" && /^[^\d\n.;]{0,20}$/.test(between); // as in "2.3 and then NaN"
    const isChained = !!last && !last.isFirst && (TO.test(between) || isEnd);
    const isHead = /\n/.test(between) && /^ *[a-z]/i.test(after); // which begins the next line
    const isListed = !!last && !last.isFirst && !isChained && !isHead && /^[\s,;[\]()-]{1,16}$/.test(between);
    const isNear = last?.isFirst && (/^(?:[^\d\n]{0,24}|\W?\n\W?(?:tensor\(|\[))$/.test(between)
      || (/^\W?\n$/.test(between) && /^[ \t]*(?:\n|$)/.test(after))); // on its line, or alone on the next
    const isCarried = !isNear && !isChained && !last?.isFirst && carried && CARRIED.test(before)
      && !/[.;\n]/.test(text.slice(carried.end + 9, index));
    if (isCarried) last = carried;
    const isNamed = !!(isNear || isChained || isCarried);
    const isNearly = /(?:near|close to|almost|nearly|practically|about)\s*$/i.test(before);
    const one = isNearly && valueOf(written).value === 0 ? { value: 1e-3, digits: 3 } : valueOf(written);
    const previous = found.at(-1);
    const gap = previous ? text.slice(previous.index + previous.text.length, index) : "";
    const isOfShape = /\((?:\d+, ?)*$/.test(before) && /^(?:, ?\d+)*,?\)/.test(after) && (after[0] === "," || /, ?$/.test(before));
    const isUnit = UNIT.test(after) || isNoValue(one, before) || isOfUnit(one, previous, gap) || isOfShape;
    const isClasses = one.digits < 1 && (COUNT.test(after) || /(?:classes|class(?=\s*[=:])|vocab\w*(?: size)?(?: of)?)[\s=:]+$/i.test(before));
    const isShare = /^ ?% (?:of (?:the |my |all )?\w+ )?(?:right|correct)/i.test(after); // as in "97 % of the digits right"
    // As in "train loss 1.15 acc 0.73".
    const isBeside = last?.role === "accuracy" && !last.split && previous?.role === "loss" && !/\n/.test(gap);
    const split = isBeside ? previous.split : isBare && /(?:train|val)\w*[ :=]+$/i.test(before) ? splitOf(before) : "";
    found.push({ ...one, text: written, index, before, after, isUnit, isNamed: isNamed || isShare || (isBare && !!split), isListed,
      isLeft: LEFT.test(after), name: last?.name ?? "", split: split || (last?.split ?? ""),
      role: isShare ? "accuracy" : isClasses ? "classes" : isNamed || isListed ? last.role : split && !isUnit ? "loss" : "" });
    const earlier = isCarried && found.findLast((each) => each.role === last.role && each !== found.at(-1));
    if (earlier) earlier.isLeft = true;
    if (isNamed && last && !isUnit) carried = { ...last, isFirst: false, end: index };
    if (last && (isNamed || isListed)) last = { ...last, isFirst: false, end: index + written.length };
    else if (last && isUnit && !last.isFirst) last = { ...last, end: index + written.length }; // as in "from 1.8 at epoch 14 to 10.1"
    else if (last && !isUnit && !isClasses) last = null;
  }
  return found;
}

// Whether the words before a number say that it is no value of the run: it is denied, not reached, or set.
const isNoValue = ({ value, digits }, before) => (value === -100 && digits < 1 && !/loss\W*$/i.test(before)) || /(?:!=|≠|<>)\s*$/.test(before) || (value === 0 && MISSED.test(before))
  || (BEFORE.test(before) && !(digits > 2 && CLASS.test(before)));

// Whether a whole number goes on with one of another unit, as in "batch size from 16 to 64".
const isOfUnit = ({ digits }, previous, gap) => digits < 1 && previous?.isUnit
  && /^ ?(?:(?:epoch|step|iter)\w* )?(?:to|->|and|or|vs\.?|,) ?$/.test(gap);
