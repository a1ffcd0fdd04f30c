// Reads the tensor in what people paste: a print, nested lists, a session, a log, a table. No DOM.
import { Brackets } from "./brackets.js";
import { readTable } from "./table.js";
import { clean, Refusal, severalTensors, shapeOf, unknown } from "./text.js";

export { Refusal };

const FIELD = /logits|labels?$|targets?$/;
const MOST = 300_000;
const OLD_PRINT = /Tensor of size|Type\{/;

/**
 * The one tensor in a text: { values, shape, dtype, bare, name, text }. What stands around it is skipped; of several, the one is
 * taken whose name fits. `values` are nested arrays of numbers (a number, if the shape is []). `dtype` is torch's name of the
 * type (Float, Long, …); `bare` says that only the numbers tell it. Throws a Refusal.
 */
export function readTensor(text, name = /(?:)/) {
  const all = readTensors(text);
  const named = all.filter((each) => name.test(each.name));
  if (named.length === 1) return named[0];
  const other = all.find((each) => FIELD.test(each.name) && !name.test(each.name));
  if (other && all.length === 1) throw new Refusal(`The tensor is called "${other.name}".`, "Paste it into the field of that name.");
  if (new Set(all.map(({ shape, values }) => `${shape}:${values}`)).size > 1) {
    severalTensors();
  }
  return all.at(-1);
}

/** All tensors in a text. What a session's reader typed counts only if no tensor is printed. */
export function readTensors(text) {
  if (text.length > MOST) throw new Refusal(`The text has ${text.length} characters, more than ${MOST}.`, "Paste the first rows only.");
  const { printed, whole } = clean(text);
  const own = new Brackets(printed);
  const read = own.found.length || printed === whole ? own : new Brackets(whole);
  if (read.broken) throw read.broken;
  if (read.found.length && read.hasRows) severalTensors();
  if (read.found.length) return withoutOthers(read.found.map((each) => ({ ...each, shape: shapeOf(each.values) })));
  if (read.call) unknown(read.call);
  if (read.refusal && !OLD_PRINT.test(printed)) throw read.refusal;
  if (!/\d|\b(?:inf|nan|true|false)|∞/i.test(printed)) throw new Refusal("There is no number in it.", "Paste a tensor, such as [[2.5, 3.5, 1.5]].");
  const table = readTable(printed);
  return [{ ...table, shape: shapeOf(table.values), name: "", text: text.trim() }];
}

// Without shapes in parentheses, and without single numbers such as a loss if there is more.
function withoutOthers(found) {
  const isShape = (each) => each.isTuple && found.some((other) => other !== each && String(other.shape) === String(each.values));
  const left = found.filter((each) => !isShape(each));
  const larger = left.filter(({ shape, bare, dtype }) => !(bare && String(shape) === "1") && (shape.length || dtype === "Long"));
  return larger.length ? larger : left;
}
