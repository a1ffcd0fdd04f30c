// What is suspicious about labels: class indices, levels of a mask, tokens, a table of counts. No DOM.
import { isTwo } from "./both.js";
import { aboutCounts } from "./counts.js";
import { about, allIgnored, secondDimension, section, signed } from "./remedies.js";
import { TARGET } from "./roles.js";
import { flat, rowsOf } from "./rows.js";
import { sizesOf } from "./sizes.js";

// How many classes a text names, or the size of the logits; 0 if neither.
export function classesOf(text) {
  const [, named, size] = /num_(?:classes|labels)\W{1,3}(\d+)|(?:logit|out|pred)\w*(?:[. ](?:shape|size)(?:\(\))?)?[^\w\n]{1,4}(?:(?:torch\.)?Size\(\[|[([])\d+, *(\d+)[\])]/i.exec(text) ?? [];
  const [rows, ...more] = named ?? size ? []
    : sizesOf(text).filter(({ shape, before }) => shape.length === 2 && shape[1] > 1 && !TARGET.test(before.slice(-30)) && /ize|hape/.test(text));
  return Number(named ?? size ?? (rows && !more.length ? rows.shape[1] : 0));
}

// What is suspicious about the distinct values of a mask, which a text lists: null if they may be class indices.
export function aboutLevels({ values, shape }, text) {
  const isList = shape.length === 1 && /unique|mask|levels/i.test(text)
    && values.every((x, at) => Number.isInteger(x) && x >= 0 && !(x <= values[at - 1]));
  const classes = values.length - (values.at?.(-1) === 255);
  if (!isList || values.length < 2 || values.at(-1) < 2 || (classes > 1 && values[classes - 1] < 2 * classes)) return null;
  const named = /num_classes\W{1,3}(\d+)|(\d+) classes/i.exec(text);
  if (named && values[classes - 1] < Number(named[1] ?? named[2])) return null; // which need not all occur
  const isTwo = values.length === 2;
  if (isTwo && /\bbce|binary|with_?logits/i.test(text) && !/(?<!binary[_ ]?)cross[_ ]?entropy/i.test(text)) return [section(`The mask holds ${values.join(" and ")}, not 0 and 1`,
    "outside", `target = (target > ${values[0]}).float()`, "A two-class loss of such a target may be negative, without a lower bound:")];
  return [section(isTwo ? `The mask holds ${values.join(" and ")}, not 0 and 1` : "The mask holds grey levels, not class indices",
      "bounds",
    isTwo ? `target = (target > ${values[0]}).long()  # .float() for a two-class loss` : `levels = torch.tensor([${values.slice(0, 12)}])\ntarget = torch.bucketize(target, levels)`,
    "Map them to 0, 1, 2 …:")];
}

// What is suspicious about a column of a table, or about labels and how often each occurs.
export function aboutTable(table, text) {
  const { labels, counts, values, dtype } = withoutIgnored(table, text);
  const classes = classesOf(text);
  if (counts && classes && Math.max(...labels) >= classes) return [...aboutTarget(
    labelsOf({ values: labels, shape: [labels.length], dtype: "Long" }), classes), aboutCounts({ labels, counts })];
  if (counts) return [...(Math.min(...labels) === 1 || labels.includes(255) || labels.includes(-1)
      ? aboutTarget(labelsOf({ values: labels, shape: [labels.length], dtype: "Long" }), 0) : []), aboutCounts({ labels, counts })];
  if (values.some(Number.isNaN)) return [section("A label is missing: NaN", "type_of_indices", "",
    "Leave out its row, or give it the index that is ignored. Then convert the labels to `int64`.")];
  const labelsDtype = /int/.test(dtype) ? "Long" : dtype;
  return values.every(Number.isInteger) ? aboutTarget(labelsOf({ values, shape: [values.length], dtype: labelsDtype }), 0) : [];
}

// A table without the label that a text ignores.
function withoutIgnored({ labels, counts, ...rest }, text) {
  const ignored = Number(/ignore_index ?= ?(-\d+|255)/.exec(text)?.[1] ?? NaN);
  const isKept = (value, at) => labels[at] !== ignored;
  return counts ? { ...rest, labels: labels.filter(isKept), counts: counts.filter(isKept) } : rest;
}

// What is suspicious about the labels of a batch of tokens, as Hugging Face's models take it.
export function aboutTokens(parts, text) {
  const of = (name) => parts.find((each) => each.name === name);
  const [mask, labels, ids = labels] = [of("attention_mask"), of("labels") ?? of("label") ?? of("label_ids"), of("input_ids")];
  const shift = "guides/language-models/#shift-once";
  if (!labels) return !ids || /\bloss\W{1,3}\d|SequenceClassification/i.test(text) || (!mask && !/loss|label|model|forward/i.test(text)) ? { found: [], isOther: true } : { found: [about("There are no labels: the model returns no loss", shift,
        'batch["labels"] = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)')] };
  const [tokens, seen, goals] = [ids, mask, labels].map((each) => each && flat(each));
  if (String(labels.shape) !== String(ids.shape) || goals.every((y) => y === -100)) return { found: aboutTarget(labelsOf(labels), 0) };
  const ends = (row, x, at) => (x === row.at(-1) && x === row.at(-2) && row.slice(at).every((y) => y === x))
    || (x === row[0] && x === row[1] && row.slice(0, at).every((y) => y === x));
  const last = rowsOf(ids).flatMap((row) => row.map((x, at) => ends(row, x, at)));
  const isPadding = seen ? seen.map((x) => !x) : last;
  const counts = goals.some((y, at) => y !== -100 && isPadding[at]);
  if (counts) return { found: [about("The padding is a target: its labels are not -100", shift,
        'batch["labels"] = batch["labels"].masked_fill(batch["attention_mask"] == 0, -100)',
        `${String(tokens) === String(goals) ? "The labels equal the ids. " : ""}The attention mask does not mask the loss:`)] };
  return { found: [] };
}

// What is told of class indices: the lowest and the highest, 255 if there is one, and whether there are several and all are ignored.
export function labelsOf({ values, shape, dtype }) {
  const labels = [values].flat(Infinity);
  const low = Math.min(...labels);
  const high = labels.includes(255) ? 255 : Math.max(...labels);
  return { low, high, shape, dtype, isWhole: labels.every(Number.isInteger), isSeveral: labels.length > 1 && (low !== 1 || isCovered(labels, high)),
    isIgnored: labels.every((y) => y === -100), isFromMinusOne: low === -1 && labels.length > 2 && labels.every((y, at) => y === at - 1),
    isSigned: low === -1 && labels.includes(1) && labels.every((y) => y * y === 1) };
}

// Whether labels are so many, or so varied, that each class should be among them.
const isCovered = (labels, high) => new Set(labels).size >= 0.6 * high || labels.length > 3 * high;

// What labels from `low` to `high` show.
export const aboutRange = (low, high, classes) => aboutTarget(
  { low, high, shape: [2], dtype: "Long", isWhole: low % 1 === 0 && high % 1 === 0, isSeveral: true, isIgnored: high === -100 }, classes);

// What class indices show; `classes` is 0 if no logits say how many there are.
export function aboutTarget({ low, high, shape, dtype, isWhole = true, isSeveral, isIgnored, isSigned, isFromMinusOne }, classes) {
  if (!isWhole) return classes ? [section("The labels are no integers", "type_of_indices")] : [];
  const found = [];
  if (isSigned) return [signed()];
  if (!/Long|Byte/.test(dtype)) found.push(
    section(`The labels are ${dtype}, not int64`, "type_of_indices", "F.cross_entropy(logits, target.long())"));
  if (shape.length === 2 && shape[1] === 1) found.push(secondDimension());
  const bounds = (title, code) => found.push(section(title, "bounds", code));
  const ignored = high === 255 && classes <= 255 ? 255 : low < 0 && low !== -100 ? low : null;
  if (isFromMinusOne) bounds("The labels run from -1: counted one too low, or is -1 what does not count?",
    "target = target + 1  # or ignore_index=-1, if no row of that label counts");
  else if (ignored !== null) bounds(`A label is ${ignored}: padding?`, `F.cross_entropy(logits, target, ignore_index=${ignored})`);
  else if (low === 1 && isSeveral && (!classes || high === classes)) bounds(
    `${classes ? `Label ${high} is out of bounds: there are ${classes} classes. ` : ""}No label is 0: counted from 1?`,
    "F.cross_entropy(logits, target - 1)");
  else if (classes && high >= classes) bounds(
    `Label ${high} is out of bounds: there are ${classes} classes`, "print(target.min(), target.max(), logits.shape[1])");
  if (isIgnored) found.push(allIgnored());
  return found;
}
