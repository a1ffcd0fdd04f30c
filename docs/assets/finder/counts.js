// What a print of labels and how often each occurs says, as by pandas, NumPy, torch or a Counter. No DOM.
import { withNames } from "./expressions.js";
import { section } from "./remedies.js";

const LINE = /^[ \t]*('?[^\s':]+'?)[ \t]+(-?\d+(?:\.\d+)?|NaN)[ \t]*$/gm;
const PAIR = /(-?\d+|'[^']*'|"[^"]*")\s*:\s*(\d+)(?![\d.e])/g;
const COUNTED = /value_counts|Name: (?:count|proportion)\b/;
const TWO = /(?:tensor|array)\(\[([-\d.,\s]+)\][^)]*\)\s*,\s*(?:tensor|array)\(\[([\d,\s]+)\]/;
const MATRIX = /\[\[[^]*?\]\s*\]/g; // such as a confusion matrix
const numbers = (list) => list.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];

/** The labels in a text and how often each occurs, as { labels, counts }, or { values } of a column; null if it is neither. */
export function tabled(text) {
  const [, first, second] = TWO.exec(text) ?? [];
  if (second && (/unique|counts/.test(text) || isListed(numbers(first), numbers(second)))) return { labels: numbers(first), counts: numbers(second) };
  if (/Counter\(|bincount|counts?\W+\[|^\s*(?:\w+\s*[=:]\s*)?\{[^{}[]*\}\s*$/.test(text)) return counter(text);
  if (!/dtype: \w+/.test(text) || /^\s*std\b|^[^\S\n]*\S+(?:[^\S\n]+-?[\d.]+){2}/m.test(text)) return null;
  const lines = Array.from(text.matchAll(LINE), ([, label, value]) => [label.replaceAll("'", ""), Number(value)]);
  if (lines.length < 2) return null;
  const [labels, values] = [lines.map(([label]) => label), lines.map(([, value]) => value)];
  const isFalling = values.every((value, at) => value >= 0 && !(value > values[at - 1]));
  const isCount = COUNTED.test(text) || (isFalling && (values[0] > 20 || Math.abs(values.reduce((sum, value) => sum + value) - 1) < 1e-3));
  return isCount ? { labels: labels.map((label) => Number(label)), counts: values } : { values, dtype: /dtype: (\w+)/.exec(text)[1] };
}

// Whether the first are labels in order, and the others how often each occurs.
const isListed = (labels, counts) => labels.length === counts.length && labels.length > 1
  && labels.every((label, at) => !at || label > labels[at - 1]) && Math.max(...counts) > Math.max(20, ...labels);

function counter(text) {
  const pairs = Array.from(text.matchAll(PAIR), ([, label, count]) => [Number(label), Number(count)]);
  const plain = /bincount/.test(text) ? withNames(text) : text;
  const listed = pairs.length ? [] : numbers((/\bcounts = \D*\[([\d,\s]+)\]/.exec(plain) ?? /\[([\d,\s]+)\]/.exec(plain.replace(MATRIX, " ")))?.[1] ?? "");
  if (listed.length > 1) return { labels: listed.map((_, at) => at), counts: listed };
  const isTold = /count/i.test(text) || (Math.max(...pairs.map(([, count]) => count)) > 20 && !/loss|acc|epoch|step|lr\b/i.test(text));
  return pairs.length > 1 && isTold ? { labels: pairs.map(([label]) => label), counts: pairs.map(([, count]) => count) } : null;
}

const FRAME = /\n0 .*\n1 +[-\d.]+ /;
const MEASURED = /loss|acc|epoch|step|\blr\b|score|f1|prec|recall|auc|price|age|size/i;
const LABELS = /label|target|truth|^y(?:_true)?$/i;

/** The logits and the target in a printed data frame, or null; undefined if it is no frame. */
export function framed(text) {
  if (!FRAME.test(text) || /dtype:|tensor|array|\[\d.*\]/.test(text)) return undefined;
  const lines = text.split("\n").map((line) => line.trim().split(/\s+/));
  const first = lines.findIndex(([index, ...rest]) => index === "0" && rest.every((x) => x !== "" && Number.isFinite(Number(x))));
  const names = lines[first - 1] ?? [];
  if (first >= 0 && !/[a-z]/i.test(names)) return undefined; // numbers alone, as of any tensor
  const rows = lines.slice(first).filter(({ length }, at, all) => length === names.length + 1 && all[at][0] === String(at))
    .map(([, ...row]) => row.map(Number));
  const at = names.findIndex((name) => LABELS.test(name));
  if (at < 0 && !MEASURED.test(names)) return undefined; // columns called as classes are
  const kept = names.map((name, k) => k).filter(
    (k) => k !== at && /prob|pred|logit|score|class|^p?_?\d+$/i.test(names[k]) && !rows.every((row) => Number.isInteger(row[k])));
  if (at < 0 || kept.length < 2 || rows.length < 2 || !rows.every((row) => Number.isInteger(row[at]))) return null;
  const tensor = (values, name, dtype, ...more) =>
    ({ values, name, dtype, shape: [values.length, ...more], text: JSON.stringify(values), bare: true });
  return [tensor(rows.map((row) => kept.map((k) => row[k])), "probs", "Float", kept.length), tensor(rows.map((row) => row[at]), "labels", "Long")];
}

const percent = (share) => `${Number((100 * share).toPrecision(3))} %`;

/** What such counts say. */
export function aboutCounts({ labels, counts }) {
  const [kept, rows] = [counts.filter((count) => count > 0), counts.reduce((sum, count) => sum + count, 0)];
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const entropy = kept.reduce((sum, count) => sum - (count / rows) * Math.log(count / rows), 0);
  const rare = labels[counts.indexOf(least)];
  const name = Number.isNaN(rare) ? "The rarest class" : `Class ${rare}`;
  const guess = `A model that predicts the shares for every row has the loss ${entropy.toFixed(4)}`;
  const accuracy = `, and the accuracy ${percent(most / rows)}`;
  if (least * 3 > most) return section(`No class is rare: the loss of a guess is ${entropy.toFixed(4)}`, "stuck", "", `${guess}${accuracy}.`);
  return section(`${name} has ${percent(least / rows)} of the rows`, "imbalance", "",
    `${guess}${accuracy}. Train with the plain loss first, and change the threshold of the decision.`);
}
