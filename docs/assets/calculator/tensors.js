// Reads a tensor as PyTorch or NumPy prints it, or as somebody types it. No DOM.

/** Why an input is refused: what torch says, if it would say anything, and what to do. */
export class Refusal extends Error {
  constructor(said, remedy) {
    super(said);
    this.remedy = remedy;
  }
}

const DTYPES = {
  float: "Float", float32: "Float", double: "Double", float64: "Double", half: "Half", float16: "Half", bfloat16: "BFloat16",
  long: "Long", int64: "Long", int: "Int", int32: "Int", short: "Short", int16: "Short", int8: "Char", uint8: "Byte", byte: "Byte",
  bool: "Bool", tensor: "Float",
};
const NUMBER = String.raw`([-+]?(?:(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan|true|false))(?=[\s,\])]|$)`;
const SPECIAL = String.raw`(?:float\(['"]|(?:np|numpy|torch|math)\.)([-+]?(?:inf|nan))(?:['"]\))?`;
const TOKEN = new RegExp(String.raw`\s*(?:${NUMBER}|${SPECIAL}|([[(])|([\])])|,)`, "iy");
const CALL = /^(?:[a-z_]\w*\.)*(tensor|as_tensor|array|asarray|FloatTensor|LongTensor|DoubleTensor)\s*\(\s*/i;
const FULL = 'PyTorch: torch.set_printoptions(profile="full"); NumPy: np.set_printoptions(threshold=sys.maxsize). Print and copy again.';

/**
 * The tensor that a text holds: { values, shape, dtype, bare }.
 *
 * Nested lists, tensor(…) and array(…) with what they print after the numbers (dtype, device, grad_fn, …), a name and "=" or a
 * prompt before; without brackets, one row a line. `values` are nested arrays of numbers (a number, if the shape is []).
 * `dtype` is torch's name of the type (Float, Long, …); `bare` says that only the numbers tell it. Throws a Refusal.
 */
export function readTensor(text) {
  if (/^\s*>>>/.test(text)) text = text.replace(/^\s*>>>.*\n(?!\s*(>>>|\.\.\. ))/, "").replace(/^\s*(>>>|\.\.\. ) ?/gm, "");
  if (/\.\.\.|…/.test(text)) throw new Refusal('The tensor is abbreviated: numbers are missing where it says "...".', FULL);
  text = text.replace(/#.*/g, "").trim().replaceAll("−", "-").replace(/^(Parameter containing:|(In|Out) ?\[\d+\]:)\s*/, "").replace(/^[A-Za-z_]\w*\s*[=:]\s*/, "");
  if (/^[[(]/.test(text)) text = text.replace(/\b(?:np\.[a-z]+\d+|tensor)\(([^(),]*)(?:,[^()]*)?\)/g, "$1"); // a list of single numbers
  if (!/\d|inf|nan|true|false/i.test(text)) throw new Refusal("There is no number in it.", "Paste a tensor, such as [[2.5, 3.5, 1.5]].");
  const call = CALL.exec(text);
  const inside = call ? text.slice(call[0].length) : text;
  const body = call ? inside.slice(0, endOfNumbers(inside)) : /^[[(]/.test(text) ? text : lines(text);
  const after = call ? inside.slice(body.length) : "";
  if (call && !/^\s*[,)]/.test(after)) refuse(text, text.length - after.length);
  if (/(tensor|array)\s*\(/i.test(after)) throw new Refusal("There is more than one tensor in it.", "Paste one at a time.");

  const { items, dtype: found } = readLists(body);
  const values = items.length === 1 ? items[0] : items;
  const named = /(?:dtype\s*=\s*|\.astype\()['"]?(?:\w+\.)*(\w+)/.exec(after) ?? /\.(float|double|half|bfloat16|long|int|bool)\(\)$/.exec(after);
  const [kind] = /^(Float|Double|Long)|[aA]rr|^Tensor/.exec(call?.[1] ?? "") ?? [""];
  const told = named?.[1] ?? kind.toLowerCase();
  const dtype = told === "arr" ? (found === "Float" ? "Double" : found) : told ? DTYPES[told] : found;
  if (!dtype) throw new Refusal(`These losses take no dtype ${told}.`, "Convert it: logits.float(), target.long().");
  return { values, shape: shapeOf(values), dtype, bare: !call };
}

// Where the list (or the one number) at the start of the text ends.
function endOfNumbers(text) {
  if (!/^[[(]/.test(text)) return text.search(/[,)]|$/);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ("[(".includes(text[at])) depth++;
    if (")]".includes(text[at]) && --depth === 0) return at + 1;
  }
  return text.length;
}

// One row a line, as a spreadsheet or a CSV file gives it; lines of one number each are one row.
function lines(text) {
  const rows = text.split("\n").map((line) => line.replace(/[;,\s]+$/, "").replaceAll(";", ",")).filter((line) => line.trim());
  if (rows.length > 1 && rows.every((row) => !/\S[\s,]+\S/.test(row))) return `[${rows.join(",\n")}]`;
  if (rows.length > 1) return `[${rows.map((row) => `[${row}]`).join(",\n")}]`;
  return /\S[\s,]+\S/.test(rows[0]) ? `[${rows[0]}]` : rows[0];
}

function refuse(text, at) {
  const here = text.slice(at).trim();
  if (!here) throw new Refusal("The text ends before its brackets are closed.", "Copy it to its last bracket.");
  const line = text.slice(0, text.indexOf(here, at)).split("\n").length;
  const [word] = /^[^\s,()[\]]+|./.exec(here);
  throw new Refusal(`Line ${line}: "${word.slice(0, 40)}" is not understood.`, "Numbers, commas and brackets are, as PyTorch and NumPy print them.");
}

// The items of a text of numbers and brackets, and the dtype that torch.tensor would give them.
function readLists(text) {
  const open = [[]];
  let [sawFloat, onlyBool] = [false, true];
  const nothing = /[[(,]\s*,/.exec(text);
  if (nothing) refuse(text, nothing.index);
  for (TOKEN.lastIndex = 0; text.slice(TOKEN.lastIndex).trim(); ) {
    const at = TOKEN.lastIndex;
    const [token, number, special, opens, closes] = TOKEN.exec(text) ?? refuse(text, at);
    if (opens) open.push([]);
    else if (closes && open.length === 1) refuse(text, at);
    else if (closes) open.at(-2).push(open.pop());
    else if (token.trim() !== ",") {
      const word = (number ?? special).toLowerCase();
      const isBool = /true|false/.test(word);
      onlyBool &&= isBool;
      sawFloat ||= !isBool && /[.ein]/.test(word);
      open.at(-1).push(isBool ? Number(word === "true") : /nan/.test(word) ? NaN : Number(word.replace(/inf.*/, "Infinity").replaceAll("_", "")));
    }
  }
  if (open.length > 1) refuse(text, text.length);
  return { items: open[0], dtype: onlyBool ? "Bool" : sawFloat ? "Float" : "Long" };
}

// The shape of nested lists, or torch's sentence about lists that have none.
function shapeOf(values) {
  const shape = [];
  for (let first = values; Array.isArray(first); first = first[0]) shape.push(first.length);
  const remedy = "Every row needs as many numbers as the first; count the commas and brackets.";
  const compare = (value, depth) => {
    if (depth === shape.length) {
      if (Array.isArray(value)) throw new Refusal("TypeError: must be real number, not list", remedy);
    } else if (!Array.isArray(value)) {
      throw new Refusal("TypeError: not a sequence", remedy);
    } else if (value.length !== shape[depth]) {
      throw new Refusal(`ValueError: expected sequence of length ${shape[depth]} at dim ${depth} (got ${value.length})`, remedy);
    } else {
      value.forEach((inner) => compare(inner, depth + 1));
    }
  };
  if (shape.length > 64) throw new Refusal("There are more than 64 brackets in each other.", remedy);
  compare(values, 0);
  return shape;
}
