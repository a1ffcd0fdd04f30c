// What is certain of prints that are abbreviated, cut off or otherwise not read as a whole. No DOM.
import { aboutProbabilities } from "./both.js";
import { aboutLevels, aboutTarget, classesOf, labelsOf } from "./labels.js";
import { aboutFeatures } from "./logits.js";
import { integerOneHot, logProbabilities, maskedRow, notFinite, oneColumn, probabilities, section, sigmoids, throughSoftmax } from "./remedies.js";
import { FEATURES, readAll, TARGET } from "./roles.js";
import { areOneHot, flat, isUnit } from "./rows.js";
import { ALIKE } from "./sections.js";

// A print that was cut off, closed after its last whole row.
const CUT = /((?:tensor|array)\()?\[(?:\s*\[[-+\d.e,\s]*\],?)+(?!\s*,?\s*(?:[[\]]|\.\.\.))/g;
export const closed = (text) => text.replace(/^\W*\((?=tensor)/, "").replace(/\],\s*(?:grad_fn|device|dtype)=<?[\w:'.]*$/gm, "])")
  .replace(CUT, (rows, call) => `${rows.replace(/,\s*$/, "")}]${call ? ")" : ""}`);

export const COLOURS = /mask[^\n]{0,20}(?:unique|value)[^\n]{0,20}\[(?:\[\d+, ?\d+, ?\d+\](?:, ?|\])){2}/i; // its distinct values
// What is certain of a print that cannot be read: a nan is one, whatever was left out.
export function aboutUnread(text) {
  if (/softmax[^\n]{0,99}\n(?:[ \t[]{0,99}1(?:\.0*)?[\],]*[ \t]*(?:\n|$)){2,}/i.test(text)) return [
    { ...oneColumn(), title: "A softmax of 1 everywhere: there is one column" }];
  const [input, target, ...more] = text.matchAll(/\[torch\.(?:cuda\.)?(\w+)Tensor of size (\d+x\d+)/g);
  if (target && !more.length && input[2] === target[2] && /Double|Long/.test(target[1])
    && /^[01\s.\n]+$/.test(text.slice(input.index + input[0].length, target.index).replace(/^.*|^.*[a-z].*$/gim, ""))) {
    return [section(`The target has a column for each class: zeros and ones in a ${target[1]}Tensor`, "integer_one_hot",
        "F.cross_entropy(logits, target.argmax(dim=1))",
        "Of one class a row, pass its index. If several can be true, pass `target.float()` to `binary_cross_entropy_with_logits`.")];
  }
  if (!/nan|inf/.test(text)) return [];
  if (/^[ \t]*-inf(?:[ \t]+-inf)+[ \t]*$/m.test(text)) return [maskedRow()];
  const [, bad] = /\[[^[\]]*?(?<![\w-])(nan|inf)\b[^[\]]*\.\.\./.exec(text) ?? /\.\.\.[^\]]*?(?<![\w-])(nan|inf)\b/.exec(text) ?? [];
  return bad ? [notFinite(bad === "nan" ? NaN : Infinity)] : [];
}

// What an abbreviated print shows: its type, its range and what it went through, but neither its sizes nor the sums of its rows.
export function aboutVisible(text) {
  const left = text.replace(/,?\s{0,99}\.\.\.,?/g, (dots) => (dots.includes(",") ? "," : " "));
  let parts = [];
  try { parts = readAll(left).filter((each) => each.shape.length && !each.text.startsWith("(")); } catch { return []; }
  const isTokens = parts.some(({ name }) => /^(?:input_ids|attention_mask)$/.test(name));
  return parts.flatMap((each) => {
    const all = flat(each);
    const bad = all.find((x) => !Number.isFinite(x));
    const [, through] = /grad_fn=<(Sigmoid|Softmax|LogSoftmax)/.exec(each.text) ?? [];
    if (bad !== undefined && !TARGET.test(each.name)) return [notFinite(bad)];
    if (isTokens ? each.name !== "labels" : /input/.test(each.name)) return [];
    const isOneHot = TARGET.test(each.name) && /Long|Int|Byte/.test(each.dtype) && each.shape.length === 2 && each.shape[0] > 2
      && areOneHot(each) && !/multi.?label|bce|sigmoid/i.test(text);
    if (isOneHot && parts.some(({ dtype, shape }) => /Float/.test(dtype) && shape[1] === each.shape[1])) return [integerOneHot()];
    if (FEATURES.test(each.name)) return aboutFeatures(each);
    if (TARGET.test(each.name) && /Float|Double/.test(each.dtype)) return aboutProbabilities(each).filter(({ title }) => !/add up/.test(title));
    if (TARGET.test(each.name) || /Long|Int|Byte/.test(each.dtype)) return aboutLevels({ values: [...new Set(all)].sort((a, b) => a - b), shape: [2] },
      isTokens ? "" : text) ?? aboutTarget({ ...labelsOf(each), dtype: "Long", shape: [2], isSeveral: false }, classesOf(text));
    if (through) return [{ Sigmoid: sigmoids, Softmax: throughSoftmax, LogSoftmax: logProbabilities }[through]()];
    if (each.shape.length === 2 && each.shape[0] > 2 && each.values.every((row) => String(row) === String(each.values[0]))) return [
      section("All visible rows are alike", "stuck", ALIKE)];
    if (/multi.?label|toxic/i.test(text) && all.every((x) => x > 0 && x < 0.1)) return [section("All visible values are below 0.1: sigmoids of rare labels?",
        "labels", "print(target.mean(dim=0))  # how often each label occurs",
        "Most rows lack a rare label, so small values are right for them. Look at rows that have one, and choose a threshold for each label:")];
    return all.every(isUnit) && all.some((x) => x * (x - 1)) ? [{ ...throughSoftmax(), title: "All visible values lie between 0 and 1: probabilities?" }] : [];
  });
}
