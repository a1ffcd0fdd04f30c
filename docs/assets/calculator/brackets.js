// Finds the tensors and the lists of numbers in a text, whatever stands around them. No DOM.
import { abbreviated, notUnderstood, number, RAGGED, Refusal, shapeOf, twoReadings, unknown } from "./text.js";

// torch's name of a type, by the names that code has for it.
const TYPES = "Float float float32,Double double float64,Half half float16,BFloat16 bfloat16,Long long int64,Int int int32,"
  + "Short short int16,Char char int8,Byte byte uint8,Bool bool bool_";
const pairs = TYPES.split(",").flatMap((line) => line.split(" ").map((name, _, [type]) => [name, type]));
const DTYPES = { __proto__: null, ...Object.fromEntries(pairs) };
const BUILT_IN = { __proto__: null, int: "int64", float: "float64" }; // Python's, as dtypes
const TOKEN = /"[^"\n]*"|'[^'\n]*'|[-+]?\.?\d[^\s,;()[\]{}<>=:|*]*|\.?[a-z_∞](?:[\w.]|'(?=\w))*|\.{2,}|\S/gi;
const TENSOR = /^(?:as_?)?(?:tensor|array)$|^(?:[A-Z]\w*)?(?:Tensor(?:Base|Category)?|Array)$|^(?:constant|matrix)$/;
const NUMBER = /^(?:float|double|bfloat|u?int)\d*$/;
const HOLDER = /^(?!Size$)[A-Z]\w*$|^(?:print|list|tuple|dict|display|p?print|pp?)$/; // may hold a tensor, and does not change it
const WRAPPER = /^(?:Variable|Parameter|OrderedDict)$/;
const KEEPS = /^\.(?:cpu|cuda|detach|numpy|tolist|clone|copy|contiguous|requires_grad_|data|item|to|type|astype)$/;
const ABOUT = /^(?:shape|size|dtype|device|numpy|.*Tensor|Variable)$/i; // names that are not of a tensor
const last = (name) => name.slice(name.lastIndexOf(".") + 1).replace(/["']/g, "");
const held = (each) => (each.dtype ? each.values : each);
const mapped = (values, f) => (Array.isArray(values) ? values.map((each) => mapped(each, f)) : f(values));

/**
 * What a text holds: the tensors `found`, each with values, dtype, bare, name, text and isTuple; why what looks like one is none
 * (`broken`) and why other brackets are none (`refusal`); the first call whose result the text does not say; and `hasRows` if numbers
 * without brackets fill a line.
 */
export class Brackets {
  constructor(text) {
    this.all = text;
    this.tokens = Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({ word, at: index, end: index + word.length }));
    this.closing = new Map();
    this.stray = new Set();
    const open = [];
    this.tokens.forEach(({ word }, at) => {
      if (word === "[" || word === "(") open.push(at);
      else if (word === "]" || word === ")") {
        if (this.word(open.at(-1)) === (word === "]" ? "[" : "(")) this.closing.set(open.pop(), at);
        else if (word === "]") this.stray.add(at);
      }
    });
    Object.assign(this, { i: 0, found: [], broken: null, refusal: null, call: null, closed: 0, name: "", names: new Set() });
    this.readAll();
  }

  word(at = this.i) {
    return this.tokens[at]?.word ?? "";
  }

  // What is between a token and the one before it: nothing, spaces, or the end of a line.
  gap(at = this.i) {
    return this.all.slice(this.tokens[at - 1]?.end ?? 0, this.tokens[at]?.at);
  }

  isBeside(at) {
    return at > 0 && at < this.tokens.length && !this.gap(at).includes("\n");
  }

  isCall(at = this.i) {
    return this.word(at + 1) === "(" && this.gap(at + 1) === "" && /^\.?[a-z_]/i.test(this.word(at));
  }

  after(open) {
    return (this.closing.get(open) ?? open) + 1;
  }

  refuse(at = this.i) {
    if (!this.tokens[at]) throw new Refusal("The text ends before its brackets are closed.", "Copy it to its last bracket.");
    notUnderstood(this.all.slice(0, this.tokens[at].at).split("\n").length, this.word(at));
  }

  readAll() {
    while (this.i < this.tokens.length && !this.broken) {
      const { i } = this;
      const word = this.word();
      const name = last(word);
      const isBracket = word === "[" || word === "(";
      const value = /^[=:]$/.test(this.word(i + 1)) ? i + 2 : i + 1;
      const isChanged = this.names.has(name.toLowerCase()) && /^[=[]$/.test(this.word(i + 1));
      if (isChanged) caught(() => this.computed(word));
      else if (this.isCall() && TENSOR.test(name)) this.attempt(false);
      else if (isBracket && i >= this.closed) this.attempt(true);
      else if (this.isCall() && HOLDER.test(name) && !(/^[A-Z]/.test(name) && this.word(i + 2) === "[" && !WRAPPER.test(name))) this.i += 2;
      else if (this.isCall()) {
        if (name !== "Size") this.call ??= word;
        this.i = this.after(i + 1);
      } else if (/^(?:shape|size)$/i.test(name) && this.closing.has(value)) this.i = this.after(value);
      else if (/^[a-z_]/i.test(word) && this.word(i + 1) === "[" && this.gap(i + 1) === "") this.i = this.after(i + 1);
      else this.skip(word, name, value);
    }
  }

  skip(word, name, value) {
    const isField = /^(?:logits|labels?|targets?)$/i.test(name) && TENSOR.test(last(this.word(this.i + 1)));
    const isName = /^[a-z_]/i.test(word) ? isField || value === this.i + 2 : /^["']/.test(word) && /^[:,]$/.test(this.word(this.i + 1));
    if (isName && !ABOUT.test(name)) this.name = name.toLowerCase();
    else if (/^\w/.test(word) && !ABOUT.test(name) && !DTYPES[name]) this.name = ""; // it is a name of something else
    if (this.stray.has(this.i)) {
      this.refusal ??= caught(() => this.refuse());
      const isList = number(this.word(this.i - 1)) && (this.word(this.i - 2) === "," || number(this.word(this.i - 2)));
      if (isList) this.broken ??= this.refusal;
    }
    if (!this.isBeside(this.i)) this.run = 0;
    this.run += number(word) ? 1 : /^[,;|│┆]$/.test(word) ? 0 : -Infinity;
    if (this.run > 1 && !this.isBeside(this.i + 1)) this.hasRows = true;
    this.i++;
  }

  // Reads the tensor or the list that begins here; brackets that hold no numbers are passed over.
  attempt(isBare) {
    const start = this.i;
    [this.seen, this.kinds] = [0, new Set()];
    const refusal = caught(() => {
      this.checkBefore();
      const got = this.value(0);
      const isOneInParentheses = this.word(start) === "(" && this.seen === 1 && !got.dtype && this.word(this.i - 2) !== ",";
      if (isBare && (isOneInParentheses || (!this.seen && !got.dtype && !got.many))) return;
      const dtype = this.change(got.dtype ?? this.kind(), isBare);
      const isOnlyNumbers = isBare && !got.dtype && !got.many;
      for (const each of got.many ?? [{ values: held(got), dtype }]) this.found.push(this.tensor(each, isOnlyNumbers, start));
    });
    if (refusal) {
      const open = isBare ? start : start + 1;
      this.refusal ??= refusal;
      if (this.seen && (!isBare || this.word(start) === "[")) this.broken ??= refusal;
      this.closed = Math.max(this.closed, this.closing.get(open) ?? Infinity);
      this.i = open + 1;
    }
    if (this.name) this.names.add(this.name);
    this.name = "";
  }

  tensor({ values, dtype }, bare, start) {
    const convert = dtype === "Bool" ? (x) => Number(x !== 0) : /Float|Double|Half/.test(dtype) ? (x) => x : Math.trunc;
    const text = this.all.slice(this.tokens[start].at, this.tokens[this.i - 1].end);
    return { values: mapped(values, convert), dtype, bare, name: this.name, isTuple: bare && this.word(start) === "(", text };
  }

  // A number, nested arrays, or a tensor as { values, dtype }; of several tensors { many }.
  value(depth) {
    if (depth > 64) {
      this.seen++;
      throw new Refusal("There are more than 64 brackets in each other.", RAGGED);
    }
    if (this.word() === "[" || this.word() === "(") return this.list(depth);
    if (this.isCall() && TENSOR.test(last(this.word()))) return this.called(depth);
    const sign = this.sign();
    if (!this.isCall() || !NUMBER.test(last(this.word()))) return this.leaf(sign + this.word());
    this.i += 2; // np.float32(1.5), float("-inf")
    const x = this.leaf(this.sign() + this.word().replace(/["']/g, ""));
    if (this.word() !== ")") this.refuse();
    this.i++;
    return sign === "-" ? -x : x;
  }

  sign() {
    return /^[-+]$/.test(this.word()) && this.gap(this.i + 1) === "" ? this.tokens[this.i++].word : "";
  }

  leaf(word) {
    if (/\.\.|…/.test(word)) {
      this.seen++;
      abbreviated();
    }
    const [x, kind] = number(word) ?? this.refuse();
    this.i++;
    this.seen++;
    this.kinds.add(kind);
    return x;
  }

  list(depth) {
    const open = this.i++;
    const close = this.word(open) === "[" ? "]" : ")";
    const rows = [[]];
    const gaps = new Set();
    let isNext = true;
    let [breaks, isShort] = [0, false];
    for (; this.word() !== close; ) {
      const word = this.word();
      if (word === "," || word === ";") {
        if (isNext) this.refuse();
        if (word === ";") rows.push([]);
        else gaps.add(this.gap() + this.gap(this.i + 1) === "" ? ",tight" : ",");
        this.i++;
      } else {
        if (!isNext) gaps.add(" ");
        if (!isNext && word !== "[" && this.gap().includes("\n")) {
          const { end } = this.tokens[this.i - 1];
          isShort ||= end - this.all.lastIndexOf("\n", end - 1) < 50;
          breaks++;
        }
        rows.at(-1).push(this.value(depth + 1));
      }
      isNext = word === "," || word === ";";
    }
    this.i++;
    if (gaps.has(" ") && gaps.size > 1) this.ask(open, "commas between numbers", "commas in numbers");
    if (isShort && rows[0].length > breaks + 1) this.ask(open, "one row", "a row for each line");
    if (rows.length === 1) return this.together(rows[0], this.word(open));
    if (!rows.at(-1).length) rows.pop();
    const areWhole = rows.every((row) => row.length === 2 && row.every(Number.isInteger));
    if (gaps.has(",tight") && areWhole) this.ask(open, "decimal commas", "rows of two");
    return rows.map((row) => (row.length === 1 && Array.isArray(row[0]) ? row[0] : row));
  }

  ask(open, ...readings) {
    this.seen++;
    twoReadings(this.all.slice(this.tokens[open].at, this.tokens[this.i - 1].end), ...readings);
  }

  // Tensors in a list are its rows; one alone is what it is.
  together(items, open) {
    if (!items.some((each) => each.dtype || each.many)) return items;
    if (items.length === 1 && (items[0].many || open === "(" || Array.isArray(items[0].values))) return items[0];
    const shapes = items.map((each) => String(each.many ? null : shapeOf(held(each))));
    const areRows = new Set(shapes).size === 1 && /^\d*$/.test(shapes[0]);
    if (areRows) return { dtype: items.find((each) => each.dtype).dtype, values: items.map(held) };
    return { many: items.flatMap((each) => each.many ?? (each.dtype ? each : { values: each, dtype: this.kind() })) };
  }

  // tensor(…), array(…): its numbers, perhaps with a scale before them, then what says the dtype.
  called(depth) {
    const name = last(this.word());
    const close = this.closing.get(this.i + 1);
    const outer = this.kinds;
    this.kinds = new Set();
    this.i += 2;
    let got = this.value(depth + 1);
    if (this.word() === "*" && typeof got === "number") {
      const scale = got;
      this.i++;
      got = mapped(this.value(depth + 1), (x) => x * scale);
    }
    if (close === undefined) this.refuse(this.tokens.length);
    if (this.word() !== "," && this.i !== close) this.refuse();
    const [kind] = /^(?:Float|Double|Half|Long|Int|Short|Char|Byte|Bool)(?=Tensor)|^Tensor$/.exec(name) ?? [""];
    const named = this.told(close);
    if (kind && !named && typeof got === "number") unknown(name); // torch.FloatTensor(3) has three numbers
    const told = named || kind.replace("Tensor", "Float");
    this.i = close + 1;
    if (told && !DTYPES[told]) throw new Refusal(`These losses take no dtype ${told}.`, "Convert it: logits.float(), target.long().");
    const own = this.kind();
    this.kinds = outer.add(own);
    return got.dtype || got.many ? got : { values: got, dtype: DTYPES[told] ?? (/arr/i.test(name) && own === "Float" ? "Double" : own) };
  }

  // The dtype that the rest of a call names.
  told(close) {
    const second = last(this.word(this.i + 1));
    if (this.i + 2 === close && DTYPES[second]) return second;
    for (let at = this.i; at < close; at++) {
      if (this.word(at) !== "dtype" || this.word(at + 1) !== "=") continue;
      return BUILT_IN[this.word(at + 2)] ?? last(this.word(this.isCall(at + 2) ? at + 4 : at + 2));
    }
    return "";
  }

  kind() {
    return this.kinds.has("Float") || !this.kinds.size ? "Float" : this.kinds.has("Long") ? "Long" : "Bool";
  }

  checkBefore() {
    const { i } = this;
    if (!this.isBeside(i)) return;
    const [before, operand] = [this.word(i - 1), this.isBeside(i - 1) ? this.word(i - 2) : ""];
    const isSign = /^[-+]$/.test(before) && (this.gap() === "" || number(operand));
    const isOperator = /^[*/@%]$/.test(before) && operand && operand !== before;
    const isGiven = before === ")" && this.word() === "(" && this.gap() === "";
    if (isSign || isOperator || isGiven) this.computed(before);
  }

  // What is called on a tensor may change its dtype; whatever else computes with it is not known here.
  change(dtype, isBare) {
    for (; /^\.[a-z]/i.test(this.word()); this.i = this.after(this.isCall() ? this.i + 1 : this.i)) {
      const method = this.word().slice(1);
      const inside = this.isCall() ? this.i + (this.word(this.i + 3) === "=" ? 4 : 2) : this.i;
      if (!DTYPES[method] && !KEEPS.test(this.word())) this.computed(this.word());
      dtype = DTYPES[method] ?? DTYPES[last(this.word(inside)).replace("Tensor", "")] ?? dtype;
    }
    if (this.stray.has(this.i)) this.refuse();
    const word = this.word();
    const isIndex = word === "[" && this.gap() === "";
    if (this.isBeside(this.i) && (isIndex || /^[-+*/@%^']/.test(word) || (isBare && number(word)))) this.computed(word);
    return dtype;
  }

  computed(word) {
    this.broken ??= new Refusal(`The "${word.slice(0, 40)}" beside the tensor may change it.`, "Paste the result as print shows it.");
    throw this.broken;
  }
}

function caught(work) {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return null;
}
