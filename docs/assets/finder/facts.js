// Reads the facts in a text about a training run: each number with what it is, the loss, and which way loss and accuracy go. No DOM.
import { named, significant } from "./numbers.js";

// Losses that are no cross-entropies, and other numbers. Of the names before a number, the nearest is its own.
const KIND = String.raw`(?<!logistic )regress|\w?mse\b|\bmae\b|huber|(?:\b|smooth_?)l1|hinge|margin.?rank|triplet|\bdice(?! coef| score)|tversky|\bbrier|simsiam|byol\b|barlow|\breinforce|\bsi-?s[dn]r|ssim(?=.?loss)|jaccard(?=.?loss)|lov[aá]sz|focal|\bctc|\w*box|\bdfl|[cdg]iou|\brec(?:on\w*)?(?![a-z])|perceptual|policy|actor|critic|wgan|wasser|elbo|\bvae|center|cosine|\bppo|grpo|\bkto|gaussian|poisson|\bkl(?!as)|kullback`;
const LOSS = String.raw`loss|lost|nll|entropy|\bb?ce(?![a-z])|xent\b|\b[ms]lm(?![a-z]|_acc)|\bsop\b`;
const ACCURACY = String.raw`\bacc(?!um|ou|el|ep|es)[a-z]*(?:@\d+)?|(?<=[a-z]_)ac(?:c[a-z]*|\b)|top-?\d\b|hit\b`;
const OTHER = String.raw`[wc]er|psnr|\w?iou|ssim|lpips|fid|m?ap[@\d.:-]*|r2|r²|f1|kappa|score|bleu|rouge\S*|meteor|au\w*c|(?<!half |mixed )precision|recall|(?<!entropy )error|temperature|similarity|reward|scale|std|logits(?!,)|dice|time|min\(|max\(|margins?|(?:learning.?)?rate|lr`;
const NAMES = new RegExp(String.raw`(${KIND})?(?:[a-z/]*[ _/-])?(?:[a-z]*_)*[a-z]*(${LOSS})(?!.?scale)[a-z_]*|(${ACCURACY})|(perplexity|ppl\b)|(\bbits?\b|\bbp[bcd]\b)|(\bgrad(?:ient[a-z]*|s)?(?![a-z])|\w*norm\b)|((?<![a-z])(?:${OTHER})(?![a-z])|${KIND})`, "gi");
const ROLES = ["loss", "accuracy", "perplexity", "bits", "gradient", "other"];
const SPLIT = /(train|val|test|eval|dev)(?![a-z]*(?:ate|ing (?:on|for|with|a|the)) )\w*[^.;,|\n\d]{0,22}$/i;
const NUMBER = /(?<![\w.]|\d\/(?=\d+\b(?!\.)))(?:[-+]?(?:\d[\d_]*(?:[.,]\d+(?!\.\d))?|\.\d+)(?:e[-+]?\d+)?|[-+]?(?:nans?|inf(?:inity|inite)?)|not a number|zero|∞)(?!(?!ish\b)\w)/gi;
const TO = /^(?:[%,]?\s*(?:-*>|→|(?:and )?(?:then )?(?:\w+ )?(?:up |down |back )?to|now|(?:(?:and|then|but|it|is|gets) )*(?:stays?|stuck|remains?|settles?|plateaus?) (?:at|around|near))|\s*~)\s*[~≈]?$/i;
const LEFT = new RegExp(TO.source.replace("$", "[\\d.]"), "i"); // of two values, the first
const CARRIED = /(?:drop|f[ae]ll|ris|rose|increas|decreas|converg|go|went|jump|sho[ot]|climb|down|up)\w*(?: back| again)?(?: down| up)? to\s*[~≈]?$|\b(?:became|becomes)\s*$/i;
const AT = /(?:stuck|value of|at|around|about|near|plateaus?|is|says?|prints?|gets?|got|to|below|=|:|~|≈)\s*$/i;
const BEFORE = new RegExp(String.raw`(?:epochs?|steps?|lines?|iter\w*|batch(?:es)?|lr|rate|top|seed|rows?|class(?:es)?|labels?|folds?|size|alpha|gamma|epsilon|smoothing|`
  + String.raw`weights?|decay|dropout|momentum|threshold|version|torch|instead of|expected|should (?:be|(?:give|have|lead to|start at)(?: (?:an?|the|loss|value|of))*)|(?:expect|suppos|want)\w* (?:\w+ ){0,4}to (?:be|go to)|not|n't|(?<!(?:er|ss|re) )than|(?<!\bvalue )of|factor|(?:predictions?|probabilit\w+|outputs?|scores?)[^.\n]{0,20}(?:above|below|over|under)|\w\s*[<>]=?|[\w)]\s?\*)(?: equal to)?\s*[=:#]?\s*$|\b[a-kn-z]\s?=\s*$`, "i");
const MISSED = /(?:n't|\bnot|never)(?: it)? (?:(?:converge|go|get|fall|drop|come|decrease) (?:down )?to|reach|become) (?:a )?(?:loss of )?$/i; // a zero that is not seen
const CLASS = /\b(?:class|label):?\s*$/i; // which is a whole number
const COUNT = /^\s*[- ]?(?:class(?:es)?|categor\w+|labels?|attributes|tokens?|way|words|outputs|letters|char(?:acter)?s?|symbols|vocab)\b/i;
const UNIT = /^(?:[ \t]*%|[ \t-]*(?:epochs?|steps?|iter\w*|batches|rows|gpus?|samples|images|its?\b|times\b|(?:[hs]|(?:sec|min|hour)\w*|ms|fps|db|[gm]i?b|map|wer|acc\w*|x|(?:[a-z]+ ){0,2}(?:layers?|heads|bits?|blocks|folds|neurons|units|channels|videos|clusters|perplexity))\b(?!\W*\d)|\/\d))/i;
const WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function valueOf(text) {
  const word = text.toLowerCase();
  if (/nan|not a/.test(word)) return { value: NaN, digits: 0 };
  if (/inf|∞/.test(word)) return { value: word[0] === "-" ? -Infinity : Infinity, digits: 0 };
  if (word === "zero") return { value: 0, digits: 0 };
  const number = word.replaceAll("_", "").replace(/^([-+]?\d{1,2}),(\d+)/, "$1.$2").replaceAll(",", "");
  const [mantissa, exponent = "0"] = number.split("e");
  return { value: Number(number), digits: (mantissa.split(".")[1]?.length ?? 0) - Number(exponent) };
}

const splitOf = (text) => { const [, word] = SPLIT.exec(text) ?? []; return !word ? "" : /train/i.test(word) ? "train" : "val"; };

/** Each number in a text: { value, digits, text, index, role, split, name, isUnit, isLeft, isListed }. */
function numbersOf(text) {
  const names = [...text.matchAll(NAMES)];
  const isBare = /\btrain\w*[ :=]+[\d.]+.*\bval\w*[ :=]+[\d.]+/i.test(text) && !/acc/i.test(text); // "train 0.0004 | val 4.81"
  const found = [];
  let [at, last, carried] = [0, null, null];
  for (const match of text.matchAll(NUMBER)) {
    const { 0: written, index } = match;
    while (at < names.length && names[at].index + names[at][0].length <= index) {
      const [all, , ...groups] = names[at++];
      const end = names[at - 1].index + all.length;
      const role = ROLES[groups.findIndex(Boolean)];
      last = { role: role === "loss" && NOT_NAMED.test(all) && !ENTROPY.test(all) ? "other" : role, end, isFirst: true,
        name: all.toLowerCase().trim(), split: splitOf(text.slice(Math.max(0, end - all.length - 30), end - all.length) + all.toLowerCase()) };
    }
    const between = text.slice(last?.end ?? 0, index);
    const [before, after] = [text.slice(Math.max(0, index - 40), index), text.slice(index + written.length, index + written.length + 40)];
    const isEnd = /nan|inf|∞/i.test(written) && last?.role === "loss" && /^[^\d\n.;]{0,20}$/.test(between); // as in "2.3 and then NaN"
    const isChained = !!last && !last.isFirst && (TO.test(between) || isEnd);
    const isHead = /\n/.test(between) && /^ *[a-z]/i.test(after); // which begins the next line
    const isListed = !!last && !last.isFirst && !isChained && !isHead && /^[\s,;[\]()-]{1,16}$/.test(between) && !/[^\d.,;\s]/.test(last.list ?? "");
    const isNear = last?.isFirst && (/^(?:[^\d\n]{0,24}|\W?\n\W?(?:tensor\(|\[))$/.test(between)
      || (/^\W?\n$/.test(between) && /^[ \t]*(?:\n|$)/.test(after))); // on its line, or alone on the next
    const isCarried = !isNear && !isChained && !last?.isFirst && carried && CARRIED.test(before)
      && !/[.;\n]/.test(text.slice(carried.end + 9, index)); // as in "was 100, then became 800"
    if (isCarried) last = carried;
    const isNamed = !!(isNear || isChained || isCarried);
    const isNearly = /(?:near|close to|almost|nearly|practically)\s*$/i.test(before);
    const one = isNearly && valueOf(written).value === 0 ? { value: 1e-3, digits: 3 } : valueOf(written);
    const previous = found.at(-1);
    const gap = previous ? text.slice(previous.index + previous.text.length, index) : "";
    const isUnit = UNIT.test(after) || /(?:!=|≠|<>)\s*$/.test(before) || (one.value === 0 && MISSED.test(before)) || (BEFORE.test(before) && !(one.digits > 2 && CLASS.test(before)))
      || (one.digits < 1 && previous?.isUnit && /^ ?(?:(?:epoch|step|iter)\w* )?(?:to|->|and|or|vs\.?|,) ?$/.test(gap));
    // as in "batch size from 16 to 64"
    const isClasses = one.digits < 1 && (COUNT.test(after) || /(?:class(?:es)?|vocab\w*)[\s=:]+$/i.test(before));
    const isBeside = last?.role === "accuracy" && !last.split && previous?.role === "loss" && !/\n/.test(gap); // as in "train loss 1.15 acc 0.73"
    const split = isBeside ? previous.split : isBare && /(?:train|val)\w*[ :=]+$/i.test(before) ? splitOf(before) : "";
    found.push({ ...one, text: written, index, before, after, isUnit, isNamed: isNamed || (isBare && !!split), isListed, isLeft: LEFT.test(after),
        name: last?.name ?? "", role: isClasses ? "classes" : isNamed || isListed ? last.role : split && !isUnit ? "loss" : "",
        split: split || (last?.split ?? "") });
    if (isCarried) found.findLast((each) => each.role === last.role && each !== found.at(-1)).isLeft = true;
    if (isNamed && last && !isUnit) carried = { ...last, isFirst: false, end: index };
    if (last && (isNamed || isListed)) last = { ...last, isFirst: false, end: index + written.length };
    else if (last && isUnit && !last.isFirst) last = { ...last, end: index + written.length }; // as in "from 1.8 at epoch 14 to 10.1"
    else if (last && !isUnit && !isClasses) last = null;
  }
  return found;
}
const NOT_NAMED = new RegExp(KIND, "i");
const ENTROPY = /entropy|(?<!(?:gaussian|poisson)[ _]?)nll|bce|\bce\b|ppl|perplexity|softmax/i;

// A table with a header, as lines of a log: each number after the name of its column.
function spelled(text) {
  const lines = text.split("\n");
  const cells = (line) => line.trim().replace(/^[|*#=-]+ ?(?=[a-z|])|(?<=[a-z|]) ?[|*#=-]+$/gi, "").replace(/^\||\|$/g, "").split(/\s*[,|\t]\s*| {2,}/).map((each) => each.trim());
  const spaced = (line) => line.trim().split(/\s+/);
  const isNumbers = (each) => each.every((cell) => /^[-+\d.e%:]+$|^nan$/i.test(cell));
  let heads = [];
  return lines.map((line, at) => {
    let each = cells(line);
    const below = lines[at + 1] ? spaced(lines[at + 1]) : [];
    if (each.length < 2 && below.length > 2 && isNumbers(below) && spaced(line).length === below.length) each = spaced(line); // names without spaces
    if (each.length === 1 && isNumbers(spaced(line))) each = spaced(line);
    if (each.length > 1 && each.every((cell) => /^[a-z][\w /().-]*$/i.test(cell) && !/\d\.\d/.test(cell))) heads = each;
    else if (heads.length && each.length === heads.length && isNumbers(each)) return heads.map(
      (head, k) => `${head.replace(/^trn/i, "train")} ${each[k]}`).join(" | ");
    return line;
  }).join("\n");
}

// Which way the losses and the accuracies go, in words: of each, the last that is said.
const [UP, DOWN, FLAT] = ["increas|ris(?:es?|ing|en)\\b|rose\\b|gr[eo]w|climb|up\\b|explo|diverg|spik|jump|blow|blew|sho[ot]|worse",
  "decreas|fall|fell|drop|declin|reduc|down\\b|descend",
  "stuck|stay|same\\b(?! loss)|constant|flat\\b|plateau|unchanged|levels? (?:off|out)|remain|stagnat|stable|steady|always|saturat|oscillat|hover|holds?\\b|still (?:around|at)\\b"];
const TOKENS = new RegExp(String.raw`([.;\n](?!\d))|((?:\b(?:not|never|no longer|stop\w*|barely|hardly)|n't)\W+(?:\w+\W+){0,2}?)?\b(?:(${UP})|(${DOWN})|(${FLAT})|(improv|better)|(chang|mov(?:e|ing)|learn|converg|go(?:es|ing)?\b|get\w*|below(?! zero| 0\b))|((?<!(?:hard(?:est)?|false|true|random|easy|or|and|batch|\d)[- ])negative(?! (?:sample|example|pair|min|anchor|image|class|log|label|one|row|likel|and|or))|below zero|below 0\b(?!\.\d)|minus|(?:less|smaller|lower) than (?:zero|0\b(?!\.\d))))\w*|`
  + String.raw`(?:\b(train|val|test|eval|dev)\w*[ _]*(?:and \w+ )?(?:set )?)?(?:[a-z-]+[ _])?(?:(loss|\bnll\b)(?:es)?|(acc|m?iou|f1|auc|map|bleu|score|metric)(?:uracy|uracies|s)?)\b`, "gi");

function courseOf(text) {
  const course = {};
  let [subjects, isTold, pending] = [[], true, ""];
  for (const [, stop, not, up, down, flat, good, other, negative, split, loss, acc] of text.matchAll(TOKENS)) {
    if (stop) [subjects, pending, isTold] = [[], "", true];
    else if (loss || acc) {
      const subject = `${split ? (/train/i.test(split) ? "train" : "val") : ""}${acc ? "Acc" : loss ? "Loss" : ""}`;
      subjects = isTold ? [subject] : [...subjects, subject];
      isTold = !!pending;
      if (pending) course[subject] = pending;
      pending = "";
    } else {
      const way = flat && !not ? "flat" : not ? (flat ? "" : "flat") : up ? "up" : down ? "down" : good ? "good" : negative ? "negative" : "";
      if (!way || (!not && other)) continue;
      for (const subject of subjects) course[subject] = way === "good" ? (subject.endsWith("Acc") ? "up" : "down") : way;
      if (subjects.length) isTold = true;
      else pending = way === "good" ? "" : way;
    }
  }
  return course;
}

const METRIC = /f1|iou|auc|bleu|score|map/;
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
const ARGUMENTS = /([a-z_]\w*\.(?!(?:[a-z]*_)?(?:tensor|array|item)\b)[a-z_]\w*|\w*loss\b(?=\([^()]*[a-z]\w*["']?\s*[=,)]))\((?!\))(?:[^()]|\([^()]*\))*\)/gi;

// A text without what is no fact of a run, its tables as lines of a log.
const clear = (text) => spelled(text.slice(-4000)).replace(/\[\s*\d+\s*[,/]\s*\d+\s*\]/g, " ") // where in an epoch
  .replace(/float\(["'][^"']*["']\)|\w+=(?:'[^']*'|<[^>]*>|torch\.(?!tensor)\w+)/g, "") // what a tensor prints after its numbers
  .replace(/\b(?:Linear|Dense|Conv\dd|Embedding|LSTM|GRU|Dropout)\([^()]*\)/g, " ") // layers
  .replace(/(entropy\w*|nll_loss|Loss\(\))\((?:[^()]|\([^()]*\))*\)/g, "$1") // a call
  .replace(ARGUMENTS, "$1").replace(ARGUMENTS, "$1").replace(ARGUMENTS, "$1") // of calls in calls
  .replace(/(1\.0+e[-+]\d+) \*\s+([\d.]+)/, (_, scale, x) => scale * x) // as torch before 0.4 prints them
  .replace(/(\d(?:\.\d+)?)\.?x{2,}\b/g, "$1") // as in 4.8xx
  .replace(/(\d) (?=\d{3}\b(?![.,]?\d))/g, "$1").replace(/(\d),(?=\d{3}[.,]\d)/g, "$1"); // as in 16 000 and 1,234.5

/** The facts of a text: its words as `said`, the numbers, the loss that was read, the runs, the accuracies and the course. */
export function read(text, beside = text) {
  const plain = clear(text);
  const numbers = numbersOf(plain);
  const said = text.slice(-4000);
  const is = (words) => words.test(said);
  const values = (role, split) => longest(
    numbers.filter((each) => each.role === role && !each.isUnit && (split === undefined || each.split === split)));
  const shares = numbers.filter(({ role, value, isNamed }) => role === "accuracy" && isNamed && value >= 0 && value <= 100)
    .map(({ value, digits, name, before, after, split, index }) => {
    const [, rows] = /^\/(\d+)/.exec(after) ?? [];
    const whole = rows ? Number(rows) : /^\s*%/.test(after) || value > 1 ? 100 : 1;
    return { share: value / whole, half: rows ? 0 : (0.51 * 10 ** -digits) / whole, split, index,
      isPart: value <= 1 && whole === 1 && /@\d/.test(name), isTop: /(?:top[-_ ]?|@)(?:[2-9]|1\d)\b/i.test(name + before.slice(-24)) }; // of several classes each
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
  const loss = beside === text ? lossOf(plain, numbers, accuracies, said, top) : lossOf(beside, numbersOf(beside), accuracies, said, top);
  return { text: plain, said, is, numbers, values, accuracies, told, course, loss };
}

// The number of classes that printed sizes tell: the last dimension of logits (N, C), or that which the target (N, …) has not.
function columnsOf(text) {
  const sizes = Array.from(text.matchAll(/(?:Size\(\[|(?:shape|logits|size)\W{1,12})(\d+(?:, *\d+)*)/gi), ([, size]) => size.split(",").map(Number));
  const logits = sizes.find(({ length }) => length > 1);
  const target = sizes.find((size) => size !== logits && size.length === logits?.length - 1);
  const isSecond = logits?.length > 2 && (!target || target.at(-1) === logits.at(-1));
  return (isSecond ? logits[1] : logits?.at(-1)) > 1 && (logits.length === 2 || target) ? logits[isSecond ? 1 : logits.length - 1] : 0;
}

// The loss that the text is about: the number that is called so, else the likeliest one.
function lossOf(text, numbers, accuracies, said, top) {
  const isOther = NOT_NAMED.test(text) && !ENTROPY.test(/\bctc/i.test(text) ? (text + said).replace(/log_?softmax/gi, "") : text + said);
  let [best, classes] = [null, 0];
  const candidates = [];
  for (const one of numbers) {
    const { value, digits, before, role, isUnit, isNamed, isLeft } = one;
    if (role === "classes") {
      if (value >= 2) classes = value;
      continue;
    }
    const isLoss = isNamed && ["loss", "perplexity", "bits"].includes(role);
    const isForeign = isNamed && !isLoss;
    const isKind = isForeign && NOT_NAMED.test(one.name) && NOT_NAMED.test(before); // of a loss that is no cross-entropy
    const rank = 3 * isLoss + 2 * isKind + (!isLoss && AT.test(before)) - 4 * ((isForeign && !isKind) || isUnit || isLeft)
      + (digits > 0 || -/[a-z]{3} /i.test(text)) + (/^ loss/.test(one.after) ? 6 : 3) * !Number.isFinite(value);
    const candidate = { value, digits, rank, index: one.index, split: one.split, isNamed: isLoss, isOther: isOther || isForeign,
      isMixed: NOT_NAMED.test(text), text: one.text, isLeft, isUnit, isRough: /^-?ish/.test(one.after), series: isNamed ? one.name + one.split : before.replace(/[\W\d]/g, "").slice(-5),
      isPerplexity: role === "perplexity" || /perpl|(?<![a-z])ppl|wikitext|\bptb\b/i.test(before + one.name) || /^ ?ppl\b(?!\W*\d)/i.test(one.after),
      isBits: /\bbits?\b|\bbp[bcd]/i.test(before) };
    candidates.push(candidate);
    if (!best || rank > best.rank || (rank === best.rank && /\n|\. |\bbut\b/i.test(text.slice(best.index, one.index)))) best = candidate;
  }
  if (!best) return null;
  const [, dataset] = /\b(?:cifar|hmdb|ucf|caltech|food|kinetics|flowers?|birds?)[-_ ]?(\d{2,4})\b/i.exec(text) ?? [];
  const word = WORDS.findIndex((each) => new RegExp(`\\b${each}[- ]class`, "i").test(text));
  const [, size, rows = size] = /batch(?:[ _]?size\D{0,4}|(?: of)? )(\d+)|(\d+) (?:rows|samples)/i.exec(text) ?? [];
  const isBinary = /bce|binary|sigmoid/i.test(text);
  const [, first, second] = /^\s*(\d+\.\d+)[\s,]+(0?\.\d+|1\.0+)\s*$/.exec(text) ?? [];
  if (first) best = { ...best, ...valueOf(first), text: first, rank: 0 }; // as print(loss, accuracy) writes them
  classes ||= columnsOf(said);
  const accuracy = Number(second ?? accuracies.find(({ share }) => share > 0)?.share ?? NaN);
  const whole = (one) => ({ ...one, classes: classes || Number(dataset ?? (word < 0 ? 2 * isBinary : word + 2)), rows: Number(rows ?? 0),
    isBinary, accuracy, top, named: named(text).concat(one.isBits ? 256 : []),
    lowest: Math.min(...candidates.filter((other) => other.split === one.split && other.isNamed && other.digits > 0 && !other.isUnit)
      .map(({ value }) => value)), isRough: one.isRough || significant(one.value, one.digits) < 2 });
  const others = candidates.filter((one, at) => one !== best && one.rank > (one.digits > 2 ? 0 : 1) && !one.isLeft
    && !candidates.some((next, k) => k > at && next.series === one.series) && one.value > 0 && one.value < 3e38 && !one.isOther);
  return best.rank >= 0 || best.isOther ? { ...whole(best), others: others.slice(-12).map(whole) } : null;
}
