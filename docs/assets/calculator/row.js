// <loss-calculator>: one row of logits, moved by hand. It starts from the table inside it, which shows where no script runs.
// With the attribute "brief", the table, the options and the code are folded.
import { FORMATS, steps, sum } from "./arithmetic.js";
import { drawCurve, movePoint } from "./curve.js";
import { fromLink, MOST_CLASSES, NAMES, toLink } from "./link.js";
import { button, code, copyButton, fixed, h, later, python, pythonTensor, readAddress, renew, reveal, table, writeAddress } from "./page.js";

const FLOOR = new URL("../../guides/debug/symptoms/#the-loss-will-not-go-below-a-floor", import.meta.url).href;
const OFF = { temperature: null, labelSmoothing: null, weight: null, twice: false, format: "float64" };
const RATE = 1; // of a step of gradient descent
const MOST_STEPS = 40; // when it plays
const WAYS = ["log(exp(z) / exp(z).sum())", "log(softmax(z))", "log_softmax(z)"];

// A number as fields show it; the state holds all of its digits.
const brief = (x) => Number(x.toPrecision(6));

/** States to look at, by what a reader calls them, for three classes of which the second is the target. */
const PRESETS = {
  "sure and right": { logits: [0, 5, -1] },
  "sure and wrong": { logits: [5, 0, -1] },
  "softmax twice": { logits: [10, 0, -1], twice: true },
  "label smoothing": { logits: [0, 10, -1], labelSmoothing: 0.1 },
  "float16 overflows": { logits: [12, 1, -2], format: "float16" },
};

/** The state that a table's columns "logit" and "target" hold, with the names in its first. */
function readTable(element) {
  const rows = [...element.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
  const [head, ...body] = rows.filter(([name]) => name !== "sum");
  const column = (name) => body.map((row) => Number(row[head.indexOf(name)]));
  return { ...OFF, label: head[0], names: body.map(([name]) => name), logits: column("logit"), target: column("target").indexOf(1) };
}

// What a state gives: every step up to the loss, and the gradient.
const compute = ({ logits, target, temperature, labelSmoothing, ...options }) =>
  steps(logits, target, { ...options, temperature: temperature ?? 1, labelSmoothing: labelSmoothing ?? 0 });

class LossCalculator extends HTMLElement {
  connectedCallback() {
    if (this.own) return;
    this.own = readTable(this);
    this.linked = document.querySelector("loss-calculator") === this;
    const [state, wrong] = fromLink(this.linked ? readAddress(NAMES) : {}, this.own);
    this.status = h("p", { className: "calc-status", role: "status" });
    this.message = h("p", { className: "calc-message", role: "status" });
    this.body = h("div", { className: "calc calc-row" });
    this.body.addEventListener("pointermove", (event) => this.light(event.target));
    this.body.addEventListener("pointerleave", () => this.light(null));
    this.speak = later(() => (this.status.textContent = this.summary()), 400);
    this.remember = later(() => this.linked && writeAddress(toLink(this.state, this.own)), 250);
    this.isNumbered = this.own.names.every((name, k) => name === String(k));
    if (state.logits.length < this.own.logits.length) state.names = []; // which are left, no link says
    this.state = state;
    this.build();
    this.update();
    this.replaceChildren(this.body, this.status);
    if (!wrong.length) return;
    this.say(`Not understood in the link, and left as it was: ${wrong.join("; ")}.`);
    addEventListener("load", () => reveal(this.message), { once: true });
  }

  name(k) {
    return this.state.names[k] ?? (this.isNumbered ? String(k) : `class ${k}`);
  }

  /** Show a message where the reader looks: below the line of a field, or below the options. */
  say(text, field) {
    field?.closest(".calc-class, .calc-setting").after(this.message);
    this.message.textContent = text;
    reveal(this.message);
  }

  /**
   * Change the state as the reader wants it. With `focus`, a control's name, the controls are built anew around it; `former` is the
   * state to which the reader can go back: for steps, that before the first.
   */
  change(state, focus, former = null) {
    Object.assign(this.state, state);
    [this.former, this.walk] = [former, null];
    this.message.textContent = "";
    this.undoButton.hidden = !former;
    if (focus) {
      this.stop();
      this.build();
      this.body.querySelector(`[name="${focus}"]`)?.focus();
    }
    this.update();
    this.speak();
    this.remember();
  }

  // A field for a number; one that is none, or not right, is marked and does not count.
  field(name, label, value, set, right = () => true, needed = "a number") {
    const field = h("input", { type: "number", step: "any", name, value: String(brief(value)), "aria-label": label });
    field.addEventListener("input", () => {
      const x = field.valueAsNumber;
      const wrong = !Number.isFinite(x) || !right(x);
      field.setAttribute("aria-invalid", String(wrong));
      if (wrong) this.say(`${label}: ${needed} is needed; until then the last one counts.`, field);
      else set(x);
    });
    return field;
  }

  // A slider and a field for the same number; the slider reaches as far as the number does.
  pair(name, label, value, set, [least, most], right, needed) {
    const slider = h("input", { type: "range", name: `${name}-slider`, "aria-label": `${label}, slider` });
    const fit = (x, others = []) => {
      const [from, to] = [Math.min(least, x, ...others), Math.max(most, x, ...others)];
      Object.assign(slider, { min: from, max: to, step: (to - from) / 100 });
      slider.value = x;
      slider.style.setProperty("--zero", (0 - from) / (to - from));
    };
    const field = this.field(name, label, value, (x) => (fit(x), set(x), this.stretch()), right, needed);
    let before = value; // to which a slider goes back, if a swipe that began on it scrolls the page
    slider.addEventListener("pointerdown", () => (before = slider.value));
    slider.addEventListener("pointercancel", () => {
      slider.value = before;
      slider.dispatchEvent(new Event("input"));
    });
    slider.addEventListener("input", () => {
      field.value = String(brief(Number(slider.value)));
      field.setAttribute("aria-invalid", "false");
      set(Number(field.value));
    });
    fit(value);
    return [slider, field, fit];
  }

  /** Let the sliders of the logits reach equally far: as far as the logits do. */
  stretch() {
    this.state.logits.forEach((logit, k, logits) => this.fits[k](logit, logits));
  }

  /** Build the controls for the present classes and options. */
  build() {
    const { logits, target, weight, temperature, labelSmoothing, twice, format } = this.state;
    const soft = Array.isArray(target);
    [this.fits, this.lit] = [[], ""];
    const group = `target-${[...document.querySelectorAll("loss-calculator")].indexOf(this)}`;
    const lit = (quantity) => ({ "data-quantity": quantity });
    this.bars = logits.map(() => h("div", { className: "calc-bar", "aria-hidden": "true", ...lit("softmax") }, h("i"), h("b"), h("span")));
    this.pushes = logits.map(() => h("div", { className: "calc-push", "aria-hidden": "true", ...lit("gradient") }, h("i"), h("b"), h("span")));
    const element = (key, k) => (x) => this.change({ [key]: this.state[key].with(k, x) });

    const lines = logits.map((logit, k) => {
      const name = this.name(k);
      const pick = h("input", { type: "radio", name: group, checked: target === k, "aria-label": `target: ${name}` });
      pick.addEventListener("change", () => this.change({ target: k }));
      const [slider, field, fit] = this.pair(`logit-${k}`, `logit of ${name}`, logit, element("logits", k), [-5, 5]);
      this.fits.push(fit);
      const extra = (text, control) => h("label", { className: "calc-extra" }, text, control);
      return h("div", { className: "calc-class" },
        h("label", { className: "calc-name" }, ...(soft ? [] : [pick]), name),
        h("div", { className: "calc-move", ...lit("logit") }, slider), field, this.bars[k], this.pushes[k],
        button("×", { name: `remove-${k}`, disabled: logits.length === 1, "aria-label": `remove ${name}` }, () => this.remove(k)),
        ...(soft ? [extra("target ", this.field(`target-${k}`, `target probability of ${name}`, target[k], element("target", k)))] : []),
        ...(weight ? [extra("weight ", this.field(`weight-${k}`, `weight of ${name}`, weight[k], element("weight", k)))] : []));
    });
    const setting = (name, key, ...range) => h("div", { className: "calc-setting" }, h("span", { className: "calc-name" }, name),
      ...this.pair(`${key}-value`, name, this.state[key], (x) => this.change({ [key]: x }), ...range).slice(0, 2));
    const option = (text, name, on, state) =>
      button(text, { name, "aria-pressed": String(on) }, () => this.change(state(), name));
    const dtype = h("select", { name: "dtype", "aria-label": "dtype" },
      ...Object.keys(FORMATS).map((value) => h("option", { value, selected: value === format }, value)));
    dtype.addEventListener("change", () => this.change({ format: dtype.value }));
    const otherTarget = () => (soft ? target.indexOf(Math.max(...target)) : logits.map((_, k) => Number(k === target)));

    const head = (text, quantity, span = "") => h("span", { className: span, ...lit(quantity) }, text);
    const preset = ([text, state]) => button(text, { name: text }, () =>
      this.change({ ...structuredClone(this.own), ...structuredClone(state) }, text, structuredClone(this.state)));
    this.playButton = button("▶ play", { name: "play" }, () => this.play());
    this.undoButton = button("Undo", { name: "undo", hidden: !this.former }, () => this.change(this.former, "reset"));
    this.curve = drawCurve();
    this.total = h("p", { className: "calc-loss", ...lit("loss") });
    this.output = h("div");
    this.more = h("details", { className: "calc-more", open: this.more?.open ?? !this.hasAttribute("brief") }, h("summary", {}, "Every step, options and code"),
      h("div", { className: "calc-options", role: "group", "aria-label": "Options" },
        button("+ class", { name: "add", disabled: logits.length >= MOST_CLASSES }, () => this.add()),
        option("Temperature", "temperature", temperature !== null, () => ({ temperature: temperature === null ? 1 : null })),
        option("Label smoothing", "smoothing", labelSmoothing !== null, () => ({ labelSmoothing: labelSmoothing === null ? 0.1 : null })),
        option("Class weights", "weights", !!weight, () => ({ weight: weight ? null : logits.map(() => 1) })),
        option("Soft target", "soft", soft, () => ({ target: otherTarget() })),
        option("Softmax twice", "twice", twice, () => ({ twice: !twice })), dtype,
        ...(this.linked ? [copyButton("Copy link", () => (writeAddress(toLink(this.state, this.own)), location.href))] : [])),
      this.output);
    this.body.replaceChildren(
      h("p", { className: "calc-title" }, "Drag a logit"),
      h("p", { className: "calc-legend" }, soft || labelSmoothing !== null ? "The dashed marks are the target." : "Choose the target, the right class: y (dashed) is 1 there and 0 elsewhere. Then move the logits, the scores of the classes."),
      h("div", { className: "calc-classes", role: "group", "aria-label": "Logits and target" },
        h("div", { className: "calc-head", "aria-hidden": "true" },
          head(soft ? "" : "target", "target"), head("logit z", "logit", "calc-wide"), head("probability p", "softmax"), this.gradientHead = head("", "gradient")),
        ...lines),
      ...(temperature === null ? [] : [setting("temperature", "temperature", [0.1, 10.1], (x) => x > 0, "a number above zero")]),
      ...(labelSmoothing === null ? []
        : [setting("label smoothing", "labelSmoothing", [0, 1], (x) => x >= 0 && x <= 1, "a number from 0 to 1")]),
      this.message,
      h("div", { className: "calc-result" }, this.total, this.curve),
      ...(this.own.logits.length === 3 ? [h("div", { className: "calc-options", role: "group", "aria-label": "Examples" }, ...Object.entries(PRESETS).map(preset))] : []),
      this.notes = h("div"),
      h("div", { className: "calc-options", role: "group", "aria-label": "Steps of gradient descent" },
        h("span", { className: "calc-steps" }, h("b", {}, "→"), ` Gradient descent, learning rate ${RATE}:`), button("one step", { name: "step" }, () => this.step()), this.playButton,
        button("Reset", { name: "reset" }, () => this.change(structuredClone(this.own), "reset", structuredClone(this.state))), this.undoButton),
      this.more);
    this.stretch();
  }

  /** Whether the gradient is the softmax minus the target, whose sum is 1. */
  isPlain() {
    const { temperature, weight, twice } = this.state;
    return temperature === null && !weight && !twice && fixed(sum(this.shares)) === fixed(1);
  }

  /** Mark the quantity under the pointer wherever it stands: in the head, the rows, the line of the loss and the tables. */
  light(target) {
    const quantity = target?.closest?.("[data-quantity]")?.dataset.quantity ?? "";
    if (quantity === this.lit) return;
    this.lit = quantity;
    this.body.querySelectorAll(".calc-lit").forEach((each) => each.classList.remove("calc-lit"));
    if (quantity) this.body.querySelectorAll(`[data-quantity="${quantity}"]`).forEach((each) => each.classList.add("calc-lit"));
  }

  /** Move each logit against its gradient, as gradient descent does. */
  step() {
    const { logits } = this.state;
    const moved = logits.map((z, k) => z - RATE * this.result.gradient[k]);
    if (!moved.every(Number.isFinite)) return false;
    const start = this.walk ?? structuredClone(this.state);
    const walked = this.walk ? this.walked + 1 : 1;
    this.change({ logits: moved }, undefined, start);
    [this.walk, this.walked] = [start, walked];
    moved.forEach((z, k) => (this.body.querySelector(`[name="logit-${k}"]`).value = String(Number(z.toFixed(4)))));
    this.stretch();
    return moved.some((z, k) => Math.abs(z - logits[k]) > 1e-9);
  }

  /** Take steps until it is stopped, or nothing moves any more. */
  play() {
    if (this.playing) return this.stop();
    let left = MOST_STEPS;
    this.playButton.textContent = "■ stop";
    this.playing = setInterval(() => (this.isConnected && left-- && this.step()) || this.stop(), 150);
  }

  stop() {
    if (this.playing && this.walk) {
      const said = `From a loss of ${fixed(compute(this.walk).loss)} to ${fixed(this.result.loss)} in ${this.walked} steps.`;
      this.notes.append(h("p", { className: "calc-note" }, said));
    }
    clearInterval(this.playing);
    this.playing = 0;
    this.playButton.textContent = "▶ play";
  }

  add() {
    const { logits, target, weight } = this.state;
    const longer = Array.isArray(target) ? [...target, 0] : target;
    this.change({ logits: [...logits, 0], target: longer, weight: weight && [...weight, 1] }, `logit-${logits.length}`);
  }

  remove(k) {
    const { logits, target, weight, names } = this.state;
    const left = (row) => row.filter((_, at) => at !== k);
    const index = target > k || target === logits.length - 1 ? target - 1 : target;
    const shorter = Array.isArray(target) ? left(target) : Math.max(0, index);
    const numbered = names.every((name, at) => name === String(at));
    const state = { logits: left(logits), names: numbered ? names : left(names), target: shorter, weight: weight && left(weight) };
    this.change(state, `logit-${Math.max(0, k - 1)}`, structuredClone(this.state));
  }

  /** Compute, and show every step. */
  update() {
    const { logits, target, temperature, labelSmoothing, weight, twice, format, label } = this.state;
    const soft = Array.isArray(target);
    const smoothing = labelSmoothing ?? 0;
    this.result = compute(this.state);
    const { z, exp, probs, logProbs, gradient } = this.result;
    this.shares = logits.map((_, k) => (soft ? target[k] : Number(k === target)) * (1 - smoothing) + smoothing / logits.length);
    this.gradientHead.textContent = this.isPlain() ? "gradient p − y" : "gradient";
    const share = soft || smoothing ? fixed : String;
    const total = (row, write = fixed) => write(Math.abs(sum(row)) < 1e-9 ? 0 : sum(row));
    const columns = [
      [label, logits.map((_, k) => this.name(k)), "sum"],
      ["logit", logits.map((z) => python(brief(z))), ""],
      ...(temperature === null ? [] : [["logit / T", z.map(fixed), ""]]),
      [temperature === null ? "exp(logit)" : "exp(logit / T)", exp.map(fixed), total(exp)],
      ["softmax", probs.map(fixed), total(probs)],
      [twice ? "log-softmax of the softmax" : "log-softmax", logProbs.map(fixed), ""],
      ["target", this.shares.map(share), total(this.shares, share)],
      ...(weight ? [["weight", weight.map(python), ""]] : []),
      ["gradient", gradient.map(fixed), total(gradient)],
    ];
    const cells = (k) => columns.map(([, column]) => column[k]);
    const heads = columns.map(([head]) => head);
    const frame = table("Every step from the logits to the gradient", heads, logits.map((_, k) => cells(k)), columns.map(([, , foot]) => foot));
    if (!soft) frame.querySelectorAll("tbody tr")[target].className = "calc-target";
    this.body.querySelectorAll(".calc-class").forEach((line, k) => line.classList.toggle("calc-target", k === target));
    Object.entries(PRESETS).forEach(([name, state]) => {
      const isShown = Object.entries({ ...this.own, ...state }).every(([key, value]) => String(value) === String(this.state[key]));
      this.body.querySelector(`[name="${name}"]`)?.setAttribute("aria-current", String(isShown));
    });
    this.bars.forEach((bar, k) => {
      bar.style.setProperty("--p", probs[k] || 0);
      bar.style.setProperty("--y", Math.min(1, Math.max(0, this.shares[k])));
      bar.lastChild.textContent = fixed(probs[k]);
    });
    this.pushes.forEach((push, k) => {
      push.style.setProperty("--g", Math.min(1, Math.abs(gradient[k] || 0)));
      push.classList.toggle("calc-down", gradient[k] < 0);
      push.lastChild.textContent = `${gradient[k] > 0 ? "+" : ""}${fixed(gradient[k])}`;
    });
    movePoint(this.curve, soft ? NaN : probs[target], this.result.loss);
    renew(this.total, h("strong", { className: "calc-total" }, fixed(this.result.loss)), h("span", { className: "calc-line" }, ...this.line()));
    renew(this.notes, ...this.remarks());
    renew(this.output, frame, this.threeWays(), code(this.code()));
  }

  /** The same log-probabilities in three ways, of which two can break; open if the reader had it open. */
  threeWays() {
    const { ways, logProbs } = this.result;
    const { format, label, twice } = this.state;
    const least = Math.max(0.001, 2 ** (2 - FORMATS[format].bits)); // less is a matter of rounding
    const off = (x, k) => !Number.isFinite(x) || Math.abs(x - logProbs[k]) > least * Math.max(1, Math.abs(logProbs[k]));
    const broken = WAYS.filter((_, way) => ways[way].some(off));
    const isAlike = ways.every((way) => String(way.map(fixed)) === String(logProbs.map(fixed)));
    const said = broken.length ? `${broken.join(" and ")} break${broken[1] ? "" : "s"}`
      : `three ways to the log-softmax ${isAlike ? "agree" : "differ in their last digits"}`;
    const given = twice ? "; z is what the loss is given, the softmax" : "";
    return h("details", { open: this.output.querySelector("details")?.open ?? false }, h("summary", { className: "calc-ways" }, `In ${format}, ${said}`),
      table(`Three ways to the log-softmax, in ${format}${given}`, [label, ...WAYS], logProbs.map((_, k) => [this.name(k), ...ways.map((way) => fixed(way[k]))])));
  }

  /** The line that computes the loss, with its numbers; each part carries its quantity. */
  line() {
    const { target, weight, twice, labelSmoothing } = this.state;
    const { logProbs, probs } = this.result;
    const part = (quantity, text) => h("span", { "data-quantity": quantity }, text);
    const loss = part("loss", "loss");
    const w = (k) => (weight ? `${weight[k] < 0 ? `(${python(weight[k])})` : python(weight[k])} · ` : "");
    if (!Array.isArray(target) && !labelSmoothing) {
      if (twice) return [loss, ` = −${w(target)}`, part("log-softmax", `log-softmax(softmax)[${target}]`), ` = −${w(target)}(${fixed(logProbs[target])})`];
      const isExact = fixed(Math.log(Number(fixed(probs[target])))) === fixed(logProbs[target]);
      const [logarithm, value] = [[` −${w(target)}log `, part("softmax", fixed(probs[target]))], [` −${w(target)}`, part("log-softmax", `(${fixed(logProbs[target])})`)]];
      return [loss, ` = −${w(target)}log `, part("softmax", `p[${target}]`), " =", ...value, isExact ? " =" : " ≈", ...logarithm];
    }
    const terms = logProbs.map((x, k) => `${fixed(this.shares[k])} · ${w(k)}(${fixed(x)})`).join(" + ");
    return [loss, " = −sum(", part("target", "target"), ` · ${weight ? "weight · " : ""}`, part("log-softmax", `log-softmax${twice ? "(softmax)" : ""}`), `) = −[${terms}]`];
  }

  /** What the reader should know about this state, if anything. */
  remarks() {
    const { target, weight, twice, logits, format, labelSmoothing } = this.state;
    const { exp, z } = this.result;
    const isInf = exp.includes(Infinity) && z.every(Number.isFinite);
    const total = fixed(Array.isArray(target) ? sum(target) : 1);
    return [
      twice && logits.length > 1 && "Softmax twice: the loss takes the probabilities for logits. They lie between 0 and 1, so no class gets more than e times as much as another.",
      twice && logits.length > 1 && !Array.isArray(target) && this.once(),
      twice && logits.length > 1 && !Array.isArray(target) && labelSmoothing === null && !weight && [
        `After a softmax, rounding aside, no loss is less than ${fixed(Math.log(Math.E + logits.length - 1) - 1)}.`, " ", h("a", { href: FLOOR }, "Why?")],
      isInf && !twice && `In ${format}, exp(${Math.max(...z)}) is inf, and so log(exp(z) / exp(z).sum()) breaks. The loss takes log_softmax(z), which subtracts the largest logit first.`,
      !isInf && /16/.test(format) && `Everything is rounded to ${format}: the last digits may differ from those of exact numbers.`,
      labelSmoothing > 0 && !weight && !twice && !Array.isArray(target) && logits.length > 1 && `Label smoothing gives every class a share of the target. Rounding aside, the loss cannot fall below ${fixed(-sum(this.shares.map((y) => (y ? y * Math.log(y) : 0))))}.`,
      weight && 'The loss is shown as reduction="sum" gives it: the mean of a single row divides by its weight again, if the target is a class index.',
      total !== fixed(1) && `The target adds up to ${total}, not to 1. torch does not check that.`,
      logits.length === 1 && "With one class the softmax is 1 whatever the logit, and nothing is learned. Two classes in one logit: F.binary_cross_entropy_with_logits.",
    ].filter(Boolean).map((note) => h("p", { className: "calc-note" }, ...[note].flat()));
  }

  /** What a single softmax would give for the right class. */
  once() {
    const { target } = this.state;
    const { loss, gradient } = compute({ ...this.state, twice: false });
    return `With one softmax, the loss is ${fixed(loss)}, and the gradient of the target's logit ${fixed(gradient[target])}.`;
  }

  /** The PyTorch code that gives the same loss and gradient. */
  code() {
    const { logits, target, temperature, labelSmoothing, weight, twice, format } = this.state;
    const dtype = `, dtype=torch.${format}`;
    const z = temperature === null || temperature === 1 ? "logits" : `logits / ${temperature}`;
    const options = [
      weight && `weight=${pythonTensor(weight, dtype)}`, labelSmoothing && `label_smoothing=${labelSmoothing}`, weight && 'reduction="sum"',
    ].filter(Boolean);
    return `logits = ${pythonTensor(logits, `${dtype}, requires_grad=True`)}
target = ${Array.isArray(target) ? pythonTensor(target, dtype) : `torch.tensor(${target})`}
loss = F.cross_entropy(${[twice ? `F.softmax(${z}, dim=0)` : z, "target", ...options].join(", ")})
loss.backward()
print(loss.item(), logits.grad)`;
  }

  summary() {
    const { target, logits } = this.state;
    const { loss, probs } = this.result;
    const softmax = Array.isArray(target) ? "" : ` The softmax of the target, ${this.name(target)}, is ${fixed(probs[target])}.`;
    return `${logits.length} class${logits[1] === undefined ? "" : "es"}, loss ${fixed(loss)}.${softmax}`;
  }
}

customElements.define("loss-calculator", LossCalculator);
