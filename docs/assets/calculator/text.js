// What the readers of pasted text share: refusals, numbers, and lines without prompts and quotation marks. No DOM.

/** Why an input is refused: what was found or what torch says, what to do, and the section that treats it. */
export class Refusal extends Error {
  constructor(said, remedy, at = "calculator/#what-a-paste-may-hold") {
    super(said);
    Object.assign(this, { remedy, at });
  }
}

export function abbreviated() {
  throw new Refusal('The tensor is abbreviated: numbers are missing where it says "...".',
    'PyTorch: torch.set_printoptions(profile="full"); NumPy: np.set_printoptions(threshold=sys.maxsize). Print and copy again.');
}

export function notUnderstood(line, word) {
  if (/\.\.|…/.test(word)) abbreviated();
  throw new Refusal(`Line ${line}: "${word.slice(0, 40)}" is not understood.`,
    "Paste only the tensor, as PyTorch or NumPy prints it.");
}

export function twoReadings(text, one, other) {
  throw new Refusal(`"${text.slice(0, 40)}" has two readings: ${one} or ${other}.`,
    "Write decimals with a point, and lists in brackets: [[0.5, 0.6]].");
}

export function severalTensors() {
  throw new Refusal("There is more than one tensor in it.", "Paste one at a time.");
}

export function unknown(call) {
  throw new Refusal(`"${call.slice(0, 40)}(…)" is not read: only tensors and arrays are.`, "Paste the tensor as print shows it.");
}

const NUMBER = /^[-+]?(?:(?:0|[1-9]\d*(?:_\d+)*)(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+)?$/i;
const SPECIAL = /^([-+]?)(?:[a-z]+\.)*(nan|inf|infinity|∞|true|false)_?$/i;

/** The number that a word is, with the dtype that torch.tensor gives it, as [x, dtype]; or null. */
export function number(word) {
  if (NUMBER.test(word)) return [Number(word.replaceAll("_", "")), /[.e]/i.test(word) ? "Float" : "Long"];
  const [, sign, name] = SPECIAL.exec(word.slice(0, 40)) ?? [];
  if (!name) return null;
  if (/e$/i.test(name)) return [Number(/t/i.test(name)), "Bool"];
  return [/nan/i.test(name) ? NaN : sign === "-" ? -Infinity : Infinity, "Float"];
}

export const RAGGED = "Every row needs as many numbers as the first; count the commas and brackets.";

/** The shape of nested lists, or torch's sentence about lists that have none. */
export function shapeOf(values) {
  const shape = [];
  for (let first = values; Array.isArray(first); first = first[0]) shape.push(first.length);
  const refuse = (said) => {
    throw new Refusal(said, RAGGED);
  };
  const compare = (value, depth) => {
    if (depth === shape.length) {
      if (Array.isArray(value)) refuse("TypeError: must be real number, not list");
    } else if (!Array.isArray(value)) refuse("TypeError: not a sequence");
    else if (value.length !== shape[depth]) refuse(`ValueError: expected sequence of length ${shape[depth]} at dim ${depth} (got ${value.length})`);
    else value.forEach((inner) => compare(inner, depth + 1));
  };
  compare(values, 0);
  return shape;
}

const QUOTED = /^\s*(?:>{1,2}(?!>)\s?)+/;
const TIME = /^\s*\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d[\d.,]*Z?\]?/;
const NO_ROW = /^\s*(?:```\w*|\[\d+ rows x \d+ columns\])\s*$/;
const PROMPT = /^\s*(?:>>>|In ?\[\d*\]:|\(?i?[pP]db\+*[)>])/;
const GOES_ON = /^\s*\.\.\.+(?::| |$)/;

/** The lines of a text without prompts, quotation marks, times and comments: of what was printed, and of everything. */
export function clean(text) {
  const lines = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[−–]/g, "-")
    .replace(/[\u00a0\u3000`]/g, (char) => (char === "`" ? char : " ")).replace(/[\u200b\ufeff]/g, "").split(/\r\n?|\n/)
    .map((line) => line.replace(QUOTED, "").replace(TIME, "").replace(NO_ROW, ""));
  const isComment = (line) => /^\s*#/.test(line);
  const hasCode = lines.some((line) => !isComment(line) && /\d/.test(line));
  let isTyped = false;
  const all = lines.map((line) => {
    isTyped = PROMPT.test(line) || (isTyped && GOES_ON.test(line));
    const own = isTyped ? line.replace(PROMPT, "").replace(GOES_ON, "") : line.replace(/^\s*Out ?\[\d*\]:/, "");
    const code = hasCode ? own.replace(/(^|[\s,;)\]])#(?!\d).*/, "$1") : own.replace(/^\s*#+/, "");
    return { isTyped, code: code.replaceAll("`", " ") };
  });
  const join = (some) => some.map(({ code }) => code).join("\n");
  return { printed: join(all.filter((line) => !line.isTyped)), whole: join(all) };
}
