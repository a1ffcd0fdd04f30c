// What the checks print that the debugging page advises, such as the range of the labels or how many values are nan. No DOM.
import { bySizes } from "./both.js";
import { aboutRange, aboutTarget } from "./labels.js";
import { allIgnored, badLabel, inHalf, logProbabilities, notFinite, oneColumn, probabilities, section } from "./remedies.js";
import { TARGET } from "./roles.js";

export const DESCRIBED = /^logits: \(([\d, ]*)\) torch\.(\w+)/m;

// A text without the range or the distinct values of labels, as a check prints them, and these.
const CHECK = /(?:(\w+)[. ](?:min|max|unique)(?:\(\))?[\s:=>]*(?:(?:tensor|array)\()?\[?((?:-?\d+\.?\d*[,\s]*)+)\]?(?:, dtype=[\w.]+)?\)?|tensor\((-?\d+)\)\W+tensor\((-?\d+)\))/gi;
export function withoutChecks(text) {
  const values = Array.from(text.matchAll(CHECK),
    ([, name = "target", list, ...both]) => (!TARGET.test(name.toLowerCase()) ? [] : list?.match(/-?\d+\.?\d*/g) ?? both)).flat();
  return [text.replace(CHECK, ""), { values: values.map(Number), dtype: values.some((x) => x.includes(".")) ? "Float" : "Long" }];
}

// How many values are nan, as a check prints it below or beside itself.
const ISNAN = /(?:(\w+)\.)?is(nan|inf)\(\(*([\w.]*(?:\([\w.]*\))?)[^\n]{0,99}?\)(?:\.item\(\))?[\s:=>#]*(?:tensor\()?(\d+|True|False)\b/g;
const marked = (code) => `\`${code.replace(/(?:\.(?:data|cpu|detach|numpy)(?:\(\))?)+$/, "")}\``;

// What the checks print that the debugging page advises: of the labels' range, of those that count, of the logits; null if it is none.
export function aboutChecks(text) {
  if (/target\.isfinite\(/.test(text) && /\bFalse\b[^]*\bTrue\b/.test(text)) return [badLabel()];
  if (/isfinite\(/.test(text) && /\bFalse\b/.test(text)) return [notFinite("not finite")];
  const counts = Array.from(text.matchAll(ISNAN), ([, own, kind, of, count]) => ({ of: of || own ? marked(of || own) : "It", kind, isBad: /[1-9]|True/.test(count) }));
  const at = counts.findIndex(({ isBad }) => isBad);
  if (at >= 0) return [{ ...notFinite(), title: `${counts[at].of} holds ${counts[at].kind}${at ? `, ${counts[0].of} does not` : ""}` }];
  if (counts.length) return [];
  if (/-100\)\.sum\(|^\W*tensor\(\d+\)\W+(?:tensor\()?True\W*$/.test(text)) return /tensor\(0[,)]|^0\b/m.test(text) ? [allIgnored()] : [];
  if (/isfinite\(/.test(text)) return [];
  if (/\.std\((?:dim=|axis=)?0\)/.test(text)) {
    const [list] = /\[[-\d.e+,\s]+\]/.exec(text.replace(/\(.*?\)\)?$/m, "")) ?? [];
    return list?.match(/[\d.]+(?:e[-+]\d+)?/g).every((x) => Number(x) < 1e-6)
      ? [section("The logits do not depend on the input", "stuck")] : list ? [] : null;
  }
  const isBare = /^\W*tensor\(-?\d+\)\W+tensor\(-?\d+\)[\s,\d)]*$/.test(text);
  if (/Size\(/.test(text) || (!isBare && !(/(?:label|target|mask|\by)\w*(?:\.\w+\(\))?\.min\(/i.test(text) && /\.max\(/.test(text)))) return null;
  const [least, most] = ["min", "max"].map((name) => new RegExp(`\\.${name}\\(\\)\\)?[\\s:=#>]*(?:tensor\\()?(-?\\d+)`).exec(text)?.[1]);
  const [low, high, more] = least && most ? [Number(least), Number(most)]
    : Array.from(text.replace(/\[\d\]|\w+:\d|(?:dim|axis)=-?\d/g, "").matchAll(/(?<![\w.-])-?\d+\.?\d*(?![\w.])/g), ([x]) => Number(x));
  const classes = more ?? Number(/(?:class\w*|shape\[1\])\D{1,9}(\d+)/i.exec(text)?.[1] ?? 0);
  if (high === undefined) return null;
  return aboutRange(low, high, classes);
}

// What is suspicious about a batch of which the text says what the debugging page's function `describe` prints.
export function inspectDescription(text) {
  const [, size, dtype] = DESCRIBED.exec(text);
  const [, targetSize = "", targetDtype = "int64"] = /^target: \(([\d, ]*)\) torch\.(\w+)/m.exec(text) ?? [];
  const [, low = 0, high = 0] = (/labels from (-?\d+) to (-?\d+)/.exec(text) ?? []).map(Number);
  const [shape, targetShape] = [size, targetSize].map((each) => (each.match(/\d+/g) ?? []).map(Number));
  const says = (line) => text.includes(`${line}: True`);
  const labels = { low, high, shape: targetShape, dtype: targetDtype === "int64" ? "Long" : targetDtype, isSeveral: true, isIgnored: false };
  return { found: [
    ...(/all finite: False/.test(text) ? [notFinite("not finite")] : []),
    ...(shape[1] === 1 ? [oneColumn()] : says("these are probabilities") ? [probabilities()] : says("log-probabilities") ? [logProbabilities()] : []),
    ...(/float16/.test(dtype) ? [inHalf(dtype)] : []),
    ...(shape[1] > 1 && targetShape.reduce((product, n) => product * n, 1) > 7 && low === high && low >= 0 && /labels from/.test(text) ? [section(`Every label is ${low}`, "zero", "print(target.unique())",
      "If that is so in other batches too, the loss falls to zero and the model predicts one class. Was the mask divided by 255, as by `ToTensor`, or are the rows sorted by class?")] : []),
    ...bySizes({ shape }, { shape: targetShape }, (classes) => aboutTarget(labels, classes)),
  ] };
}
