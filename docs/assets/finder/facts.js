// Reads the facts in a text about a training run: its numbers, the loss, the accuracies, and which way both go. No DOM.
import { courseOf } from "./course.js";
import { ENTROPY, inEnglish, NOT_NAMED } from "./names.js";
import { countsNamed, significant } from "./numbers.js";
import { numbersOf, valueOf } from "./read-numbers.js";
import { NO_CLASSES } from "./words.js";

// Before a loss that has no name.
const AT = /(?:stuck|value of|at|around|about|near|plateaus?|is|says?|prints?|gets?|got|to|below|=|:|~|≈)\s*$/i;
const WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

// A table with a header, as lines of a log: each number after the name of its column.
function spelled(text) {
  const lines = text.split("\n");
  const bare = (line) => line.trim().replace(/^[|*#=-]+ ?(?=[a-z|])|(?<=[a-z|]) ?[|*#=-]+$/gi, "").replace(/^\||\|$/g, "");
  const cells = (line) => bare(line).split(/\s*[,;|\t]\s*| {2,}/).map((each) => each.trim());
  const spaced = (line) => line.trim().split(/\s+/);
  const isNumbers = (each) => each.every((cell) => /^[-+\d.e%:]+$|^nan$/i.test(cell));
  let heads = [];
  return lines.map((line, at) => {
    let each = cells(line);
    const below = lines[at + 1] ? spaced(lines[at + 1]) : [];
    const isHead = each.length < 2 && below.length > 2 && isNumbers(below) && spaced(line).length === below.length;
    if (isHead) each = spaced(line); // names without spaces
    if (each.length === 1 && isNumbers(spaced(line))) each = spaced(line);
    if (each.length > 1 && each.every((cell) => /^[a-z][\w /().-]*$/i.test(cell) && !/\d\.\d/.test(cell))) heads = each;
    else if (heads.length && each.length === heads.length && isNumbers(each)) return heads.map(
      (head, k) => `${head.replace(/^trn?(?![a-z])|^trn/i, "train").replace(/^te(?![a-z])/i, "test")} ${each[k]}`).join(" | ");
    return line;
  }).join("\n");
}

const LOGARITHM_OF = /\b(?:ln|log) ?\(? ?\d+ ?\)? ?[=≈] ?(?=\d)/gi; // as in ln(256) = 5.545
const METRIC = /f1|iou|auc|bleu|score|map/;

// Which way the values of a run go, from the first to the last.
const way = (values) => {
  const [first, last] = [values[0], values.at(-1)];
  return last > first * 1.01 ? "up" : last < first * 0.99 ? "down" : "flat";
};

// Of numbers with several names, such as the parts of a loss, those of one name.
function longest(numbers) {
  const runs = new Map();
  for (const { name, value } of numbers) runs.set(name, [...(runs.get(name) ?? []), value]);
  return [...runs.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

// What a method or a loss is called with: sizes, dimensions and options, but no loss.
const METHOD = String.raw`[a-z_]\w*\.(?!(?:[a-z]*_)?(?:tensor|array|item)\b)[a-z_]\w*`;
const LOSS = String.raw`\w*loss\b(?=\([^()]*[a-z]\w*["']?\s*[=,)])`;
const ARGUMENTS = new RegExp(String.raw`(${METHOD}|${LOSS})\((?!\))(?:[^()]|\([^()]*\))*\)`, "gi");

// A text without what is no fact of a run, its tables as lines of a log.
const clear = (text) => spelled(text.slice(-4000)).replace(/^([ \t]*\w*loss\w*[ \t]*=)[ \t]*0(?:\.0*)?[ \t]*$(?=[^]*\+=)/gim, "$1") // before a loop
  .replace(/\|+ ?grad[^|\n]*\|+ ?=? ?[-+]?\.?\d[-+.\de]*/gi, " ") // the norm of a gradient
  .replace(/\[\s*\d+\s*[,/]\s*\d+\s*\]/g, " | ") // where in an epoch
  .replace(/(?<=\w)\[[^[\]]*:[^[\]]*\]/g, " ") // a slice
  .replace(/\b(?:mean|std) ?= ?[[(][^\])]*[\])]/g, " ") // of the channels of an image
  .replace(/\b\w*_(?:id|index) ?= ?-?\d+/g, " ")
  .replace(/\[[ \t]*\d+(?:[ \t]+\d+)+[ \t]*\]/g, " ") // a row of a confusion matrix
  .replace(/(batch(?:[ _]?size)?(?: of)?[ =:]{1,3})(\d+)k\b/gi, (_, words, count) => words + count * 1024)
  .replace(/^[ \t]*(?!\w*(?:loss|ppl|acc))\w+ *= *\[\[.*$/gim, " ") // rows
  .replace(/(?<!loss\w*\W{0,4})(?:tensor|array)\(\[\[[^()]*?(?:\.\.\.[^()]*)(?:\)|$)/gi, " ") // and those of which a print leaves out some
  .replace(/\b(?:\d{4}[-/]\d\d[-/]\d\d[ T,]*)?\d\d:\d\d:\d\d(?:[.,]\d+)?/g, " ") // when a line was logged
  .replace(/\b((?:iteration|epoch|step|batch)\w*) \((?:about |around |~ ?)?\d+\)/gi, "$1") // how many
  .replace(/float\(["'][^"']*["']\)|\w+=(?:'[^']*'|<[^>]*>|torch\.(?!tensor)\w+)/g, "") // what a tensor prints after its numbers
  .replace(/\b(?:dim|axis) ?= ?-?\d+/g, " ")
  .replace(/\b(?:Linear|Dense|Conv\dd|Embedding|LSTM|GRU|Dropout)\([^()]*\)/g, " ") // layers
  .replace(/(entropy\w*|nll_loss|Loss\(\))\((?:[^()]|\([^()]*\))*\)/g, "$1") // a call
  .replace(ARGUMENTS, "$1").replace(ARGUMENTS, "$1").replace(ARGUMENTS, "$1") // of calls in calls
  .replace(/(1\.0+e[-+]\d+) \*\s+([\d.]+)/, (_, scale, x) => scale * x) // as torch before 0.4 prints them
  .replace(/(\d(?:\.\d+)?)\.?x{2,}\b/g, "$1") // as in 4.8xx
  .replace(/(\d) (?=\d{3}\b(?![.,]?\d))/g, "$1").replace(/(\d),(?=\d{3}[.,]\d)/g, "$1"); // as in 16 000 and 1,234.5

/** The facts of a text: its words as `said`, the numbers, the loss that was read, the runs, the accuracies and the course. */
export function read(written, beside = written) {
  const text = inEnglish(written);
  const plain = clear(text);
  const numbers = numbersOf(plain.replace(LOGARITHM_OF, (written) => " ".repeat(written.length)));
  const said = text.slice(-4000);
  const is = (words) => words.test(said);
  const values = (role, split) => longest(
    numbers.filter((each) => each.role === role && !each.isUnit && (split === undefined || each.split === split)));
  const shares = numbers.filter(({ role, value, isNamed, after }) => role === "accuracy" && isNamed && value >= 0 && (value <= 100 || /^\/\d/.test(after)))
    .map(({ value, digits, name, before, after, split, index }) => {
    const [, rows] = /^\/(\d+)/.exec(after) ?? [];
    const whole = rows ? Number(rows) : /^\s*%/.test(after) || value > 1 ? 100 : 1;
    const isPart = value <= 1 && whole === 1 && /@\d/.test(name);
    const isTop = /(?:top[-_ ]?|@)(?:[2-9]|1\d)\b/i.test(`${name} ${before.slice(-24)}`); // of several classes each
    return { share: value / whole, half: rows ? 0 : (0.51 * 10 ** -digits) / whole, split, index, isPart, isTop };
  }).filter(({ share, isPart }) => share <= 1 && !isPart);
  const accuracies = shares.filter(({ isTop }) => !isTop);
  const top = Math.max(...shares.filter(({ isTop }) => isTop).map(({ share }) => share));
  const told = courseOf(plain);
  const course = { ...told };
  for (const split of ["train", "val", ""]) {
    const [losses, run] = [values("loss", split), accuracies.filter((each) => each.split === split).map(({ share }) => share)];
    if (losses.length > 1 && losses.every(Number.isFinite)) course[`${split}Loss`] = split === "val" && losses.length > 2
      && losses.at(-1) > 1.05 * Math.min(...losses) ? "up" : way(losses);
    if (!run.length) run.push(...numbers.filter((each) => each.role === "other" && each.split === split && METRIC.test(each.name))
      .map(({ value }) => value));
    if (run.length > 1) course[`${split}Acc`] = Math.abs(run.at(-1) - run[0]) <= 0.005 ? "flat" : way(run);
  }
  const loss = beside === written ? lossOf(plain, numbers, accuracies, said, top) : lossOf(beside, numbersOf(beside), accuracies, said, top);
  return { text: plain, said, is, numbers, values, accuracies, told, course, loss };
}

// The number of classes that printed sizes tell: the last dimension of logits (N, C), or that which the target (N, …) has not.
function columnsOf(text) {
  const written = text.matchAll(/(?:Size\(\[|(?:shape|logits|target|size)\W{1,12})(\d+(?:, *\d+)*)/gi);
  const sizes = Array.from(written, ([, size]) => size.split(",").map(Number));
  const logits = sizes.find(({ length }) => length > 1);
  const target = sizes.find((size) => size !== logits && size.length === logits?.length - 1);
  const isSecond = logits?.length > 2 && (!target || target.at(-1) === logits.at(-1));
  return (isSecond ? logits[1] : logits?.at(-1)) > 1 && (logits.length === 2 || target) ? logits[isSecond ? 1 : logits.length - 1] : 0;
}

// Of several losses in a row, such as "loss 2.36 2.31 2.30", the last.
function endOf(best, candidates, numbers) {
  const from = numbers.findIndex(({ index }) => index === best.index);
  const end = numbers.findIndex(({ isListed, digits, role }, at) => at > from && !(isListed && role === "loss" && digits > 0));
  const row = numbers.slice(from, end < 0 ? undefined : end);
  const values = row.map(({ value }) => value);
  const isCourse = best.isNamed && row.length > 2 && values.every((value, at) => !at || value <= 1.02 * values[at - 1]);
  const last = isCourse && candidates.find(({ index }) => index === row.at(-1).index);
  return last ? { ...best, value: last.value, digits: last.digits, text: last.text, index: last.index } : best;
}

// The loss that the text is about: the number that is called so, else the likeliest one.
function lossOf(text, numbers, accuracies, said, top) {
  const isOther = (NOT_NAMED.test(text) || NO_CLASSES.test(text)) && !ENTROPY.test(/\bctc/i.test(text) ? (text + said).replace(/log_?softmax/gi, "") : text + said);
  let [best, classes] = [null, 0];
  const candidates = [];
  for (const one of numbers) {
    const { value, digits, before, role, isUnit, isNamed, isLeft } = one;
    if (role === "classes") {
      if (value >= 2) classes = value;
      continue;
    }
    if (role === "gradient" && !Number.isFinite(value)) continue;
    const isLoss = isNamed && ["loss", "perplexity", "bits"].includes(role);
    const isForeign = isNamed && !isLoss;
    const isKind = isForeign && NOT_NAMED.test(one.name) && NOT_NAMED.test(before); // of a loss that is no cross-entropy
    const rank = 3 * isLoss + 2 * isKind + (!isLoss && AT.test(before)) - 4 * ((isForeign && !isKind) || isUnit || isLeft)
      + (digits > 0 || -/[a-z]{3} /i.test(text)) + (/^ loss/.test(one.after) ? 6 : 3) * !Number.isFinite(value);
    const isPerplexity = role === "perplexity" || /perpl|(?<![a-z])ppl|wikitext|\bptb\b/i.test(before + one.name)
      || /^ ?ppl\b(?!\W*\d)/i.test(one.after);
    const candidate = { value, digits, rank, index: one.index, split: one.split, isNamed: isLoss, isOther: isOther || isForeign,
      isMixed: NOT_NAMED.test(text), text: one.text, isLeft, isUnit, isRough: /^-?ish/.test(one.after), isPerplexity,
      series: isNamed ? one.name + one.split : before.replace(/[\W\d]/g, "").slice(-5),
      isBits: /\bbits?\b|\bbp[bcd]/i.test(before) };
    candidates.push(candidate);
    if (!best || rank > best.rank || (rank === best.rank && /\n|\. |\bbut\b/i.test(text.slice(best.index, one.index)))) best = candidate;
  }
  if (!best) return null;
  best = endOf(best, candidates, numbers);
  const [, dataset] = /\b(?:cifar|hmdb|ucf|caltech|food|kinetics|flowers?|birds?)[-_ ]?(\d{2,4})\b/i.exec(text) ?? [];
  const word = WORDS.findIndex((each) => new RegExp(`\\b${each}[- ]class`, "i").test(text));
  const [, size, rows = size] = /batch(?:[ _]?size\D{0,4}|(?: of)? )(\d+)|(\d+) (?:rows|samples)/i.exec(text) ?? [];
  const isBinary = /bce|binary|sigmoid/i.test(text);
  const [, first, second] = /^\s*(\d+\.\d+)[\s,]+(0?\.\d+|1\.0+)\s*$/.exec(text) ?? [];
  if (first) best = { ...best, ...valueOf(first), text: first, rank: 0 }; // as print(loss, accuracy) writes them
  classes ||= columnsOf(said);
  const accuracy = Number(second ?? accuracies.find(({ share }) => share > 0)?.share ?? NaN);
  const whole = (one) => ({ ...one, classes: classes || Number(dataset ?? (word < 0 ? 2 * isBinary : word + 2)), rows: Number(rows ?? 0),
    isBinary, accuracy, top, named: countsNamed(text).concat(one.isBits ? 256 : []),
    lowest: Math.min(...candidates.filter((other) => other.split === one.split && other.isNamed && other.digits > 0 && !other.isUnit)
      .map(({ value }) => value)), isRough: one.isRough || significant(one.value, one.digits) < 2 });
  const others = candidates.filter((one, at) => one !== best && one.rank > (one.digits > 2 ? 0 : 1) && !one.isLeft
    && !candidates.some((next, k) => k > at && next.series === one.series) && one.value > 0 && one.value < 3e38 && !one.isOther);
  return best.rank >= 0 || best.isOther ? { ...whole(best), others: others.slice(-12).map(whole) } : null;
}
