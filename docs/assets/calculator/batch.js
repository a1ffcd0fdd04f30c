// <batch-calculator>: a pasted tensor and its targets. It starts from the first two outputs inside it, logits and target,
// or in a notebook, where it is empty, from the last two above it.
import { check, rows } from "./arguments.js";
import { crossEntropy, sum } from "./arithmetic.js";
import { button, code, copyButton, fixed, h, later, pythonTensor, readAddress, renew, reveal, table, writeAddress } from "./page.js";
import { readTensor } from "./tensors.js";
import { clean, number, Refusal } from "./text.js";

const SHOWN = 100;
const ROOT = new URL("../../", import.meta.url);
const INDICES = "guides/debug/target/#wrong-type-of-class-indices";
// By its name in the address, each field's label and hint.
const FIELDS = {
  batch: ["logits", "as PyTorch or NumPy prints them: (C), (N, C) or (N, C, d, …)"],
  targets: ["target", "one class index a row, or probabilities in the shape of the logits"],
  weights: ["weight", "one a class"],
  ignore_index: ["ignore_index", "-100"],
  label_smoothing: ["label_smoothing", "0.0"],
  reduction: ["reduction", ""],
};

// A link to a section, in the words of its anchor.
function readOn(at) {
  const words = at.slice(at.indexOf("#") + 1).replaceAll("-", " ");
  return h("a", { href: new URL(at, ROOT).href }, `Read on: ${words}`);
}

class BatchCalculator extends HTMLElement {
  connectedCallback() {
    if (this.fields) return;
    const outputs = [...document.querySelectorAll(".output pre")];
    const above = (output) => this.compareDocumentPosition(output) & Node.DOCUMENT_POSITION_PRECEDING;
    const inside = outputs.filter((output) => this.contains(output));
    const [logits, target] = (inside.length ? inside : outputs.filter(above).slice(-2)).map((output) => output.textContent.trim());
    this.own = { batch: logits, targets: target, weights: "", ignore_index: "", label_smoothing: "", reduction: "mean" };
    this.linked = document.querySelector("batch-calculator") === this;
    const state = { ...this.own, ...(this.linked ? readAddress(Object.keys(FIELDS)) : {}) };
    this.remember = later(() => this.link(), 250);
    this.tooMuch = h("p", {}, "This is too much for a link: the address is left as it was.");
    const changed = later(() => this.update(true), 150);
    const reductions = new Set(["mean", "sum", "none", state.reduction]);
    const kinds = {
      batch: h("textarea", { rows: 5 }), targets: h("textarea", { rows: 2 }),
      reduction: h("select", {}, ...[...reductions].map((value) => h("option", { value }, value))),
    };
    this.fields = Object.fromEntries(Object.entries(FIELDS).map(([name, [, placeholder]]) => {
      const field = Object.assign(kinds[name] ?? h("input"), { name, placeholder, value: state[name], spellcheck: false });
      field.addEventListener("input", changed);
      return [name, field];
    }));
    this.status = h("p", { className: "calc-status", role: "status" });
    this.message = h("div", { role: "alert" });
    this.output = h("div");
    const fill = (texts) => {
      const before = Object.fromEntries(Object.entries(this.fields).map(([name, { value }]) => [name, value]));
      for (const [name, field] of Object.entries(this.fields)) field.value = texts[name];
      this.update(true);
      return before;
    };
    this.undo = button("Undo", { name: "undo-batch", hidden: true }, () => {
      fill(this.former);
      reset.focus();
    });
    const reset = button("Reset", { name: "reset-batch" }, () => {
      this.former = fill(this.own);
      this.undo.hidden = false;
    });
    this.body = h("div", { className: "calc-fields" },
      ...Object.entries(this.fields).map(([name, field]) => h("label", { className: `calc-${name}` }, FIELDS[name][0], field)));
    this.body.append(this.message);
    this.replaceChildren(h("div", { className: "calc" }, this.body,
      h("div", { className: "calc-options" }, reset, this.undo, ...(this.linked ? [copyButton("Copy link", () => (this.link(), location.href))] : [])),
      this.output, this.status));
    this.update(false);
  }

  /** The arguments of F.cross_entropy as the fields hold them; throws a Refusal that names the field. */
  read() {
    const of = (name, read) => {
      const text = this.fields[name].value;
      try {
        return read(text);
      } catch (error) {
        if (error instanceof Refusal) error.field = name;
        throw error;
      }
    };
    const one = (text, otherwise, at) => {
      const [x, kind] = number(clean(text).printed.trim() || String(otherwise)) ?? [];
      if (Number.isFinite(x) && kind !== "Bool") return x;
      throw new Refusal(`"${text.slice(0, 40)}" is not a number.`, `Leave it empty for ${otherwise}.`, at);
    };
    const logits = of("batch", (text) => readTensor(text, /logits|predictions/));
    if (logits.bare && logits.dtype === "Long") logits.dtype = "Float";
    const target = of("targets", (text) => readTensor(text, /label|target/));
    const isShort = /^(?:Int|Short|Char)$/.test(target.dtype) && String(target.shape) !== String(logits.shape);
    const weight = of("weights", (text) => (text.trim() ? readTensor(text, /weight/) : null));
    if (weight?.bare) weight.dtype = logits.dtype;
    const given = {
      logits, target, weight, reduction: this.fields.reduction.value,
      ignoreIndex: of("ignore_index", (text) => one(text, -100, "guides/weights-and-masks/#ignore_index")),
      labelSmoothing: of("label_smoothing", (text) => one(text, 0, "guides/debug/options/#label_smoothing-out-of-range")),
      notes: isShort ? [
        `The target is read as class indices. torch says: expected target dtype to be Long or Byte, but got ${target.dtype}. In PyTorch, write target.long().`,
      ] : [],
    };
    if (isShort) target.dtype = "Long";
    if (!logits.shape.concat(target.shape).every(Boolean)) throw new Refusal("A tensor without numbers has no loss.", "Paste at least one row.", "guides/numerics/#empty-batches");
    check(given);
    return given;
  }

  update(byReader) {
    for (const field of Object.values(this.fields)) field.removeAttribute("aria-invalid");
    this.undo.hidden = true;
    try {
      this.show(this.read());
      this.message.replaceChildren();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const field = this.fields[error.field];
      field?.setAttribute("aria-invalid", "true");
      this.output.replaceChildren();
      this.status.textContent = "";
      const label = field ? `${FIELDS[error.field][0]}: ` : "";
      if (field?.rows) field.parentNode.after(this.message);
      else this.body.append(this.message);
      this.message.replaceChildren(h("p", { className: "calc-error" }, label, h("code", {}, error.message)),
        h("p", {}, error.remedy, " ", readOn(error.at)));
      if (byReader) reveal(this.message);
    }
    if (byReader) this.remember();
  }

  show(given) {
    const { logits, target, weight, reduction, ignoreIndex, notes } = given;
    const soft = String(logits.shape) === String(target.shape);
    const targets = rows(target, soft);
    const weights = weight && weight.values.flat(Infinity);
    const found = crossEntropy(rows(logits, true), targets, { ...given, weight: weights });
    const label = (at) => logits.shape.slice(2).reduceRight(([n, ...after], size) => [Math.floor(n / size), n % size, ...after], [at]).join(", ");
    const first = (values) => values.slice(0, SHOWN);
    const grid = (caption, heads, values) => table(caption, ["row", ...heads], values.map((row, at) => [label(at), ...row]));
    const byClass = (caption, values) =>
      grid(caption, first(values[0]).map((_, k) => `class ${k}`), first(values).map((row) => first(row).map(fixed)));
    const losses = soft
      ? grid("The loss of each row", ["target", "loss"], first(targets).map((q, at) => [first(q).map(fixed).join(" "), fixed(found.losses[at])]))
      : grid("The loss of each row", ["target", "softmax of the target", "loss"], first(targets).map((y, at) =>
        [...(y === ignoreIndex ? [`${y}, ignored`, ""] : [String(y), fixed(found.probs[at][y])]), fixed(found.losses[at])]));
    const total = fixed(sum(found.losses));
    const value = h("strong", { className: "calc-total" }, reduction === "none" ? `${found.losses.length} losses` : fixed(found.loss));
    const divisor = Number.isInteger(found.denominator) ? found.denominator : fixed(found.denominator);
    const counted = soft ? "number of rows" : weights ? "sum of the weights of the targets that count" : "number of targets that count";
    const line = {
      none: [value, `, which add up to ${total}`],
      sum: ["sum of the losses = ", value],
      mean: [`mean = sum of the losses / ${counted} = ${total} / ${divisor} = `, value],
    }[reduction];
    const of = reduction === "none" ? "sum" : reduction;
    renew(this.output,
      h("p", { className: "calc-loss" }, ...line),
      ...notes.map((note) => h("p", { className: "calc-note" }, `${note} `, readOn(INDICES))),
      ...[[found.losses, "rows"], [found.probs[0], "classes"]].filter(([all]) => all.length > SHOWN)
        .map(([all, what]) => h("p", {}, `Shown are the first ${SHOWN} of ${all.length} ${what}.`)),
      h("div", { className: "calc-tables" },
        losses, byClass("softmax", found.probs), byClass("log-softmax", found.logProbs), byClass(`gradient of the ${of} by the logits`, found.gradient)),
      code(this.code(given, soft)));
    this.status.textContent = this.output.firstChild.textContent;
  }

  /** The PyTorch code that gives the same numbers. */
  code({ logits, target, weight, ignoreIndex, labelSmoothing, reduction }, soft) {
    const dtype = ", dtype=torch.float64";
    const dim = Math.min(1, logits.shape.length - 1);
    const options = [
      weight && `weight=${pythonTensor(weight.values, dtype)}`, ignoreIndex !== -100 && `ignore_index=${ignoreIndex}`,
      labelSmoothing && `label_smoothing=${labelSmoothing}`, reduction !== "mean" && `reduction="${reduction}"`,
    ].filter(Boolean);
    return `logits = ${pythonTensor(logits.values, `${dtype}, requires_grad=True`)}
target = ${soft ? pythonTensor(target.values, dtype) : pythonTensor(dim ? target.values : Number(target.values), "", String)}
loss = F.cross_entropy(${["logits", "target", ...options].join(", ")})
loss.sum().backward()
print(F.softmax(logits, dim=${dim}), F.log_softmax(logits, dim=${dim}), loss, logits.grad, sep="\\n")`;
  }

  /** Put the fields that differ from the page's own into the address. */
  link() {
    if (!this.linked) return;
    const state = Object.fromEntries(Object.entries(this.fields).map(([name, { value }]) => [name, value === this.own[name] ? "" : value]));
    if (!writeAddress(state)) this.message.append(this.tooMuch);
  }
}

customElements.define("batch-calculator", BatchCalculator);
