// <movable-figure figure="…">: a figure with a slider below it, which moves dots, bars and lines of the figure as it is drawn.
import { crossEntropy, softmax, sum } from "../calculator/arithmetic.js";
import { part } from "../drawing.js";
import { h } from "../elements.js";

const [MOVED, SAMPLES] = ["#1f5fa8", 97]; // the colour of a drawing's first line, and how many points a line gets
const WRONG = "#d62728"; // tab:red
const LINES = ["#1f5fa8", "#a3470b", "#4d7c1b"]; // the colours of its lines, in the order of tools/examples/matplotlibrc

const loss = (lead, smoothing) => crossEntropy([[lead, 0, 0]], [0], { labelSmoothing: smoothing }).loss;
const signed = (number, digits) => (number < 0 ? "−" : "+") + Math.abs(number).toFixed(digits);
const logits = [2.5, 3.5, 1.5];
const [target, wrong] = [[0.2, 0.7, 0.1], [0.6, 0.3, 0.1]]; // a soft target, and a prediction

/**
 * Each figure: the name and range of its slider, the position it starts from, and `move`, which moves the drawing `svg` with the axes
 * `x` and `y` to a position, and says what is then seen. The slider goes to `of` its position, if there is one. With `along`, it moves
 * along the x axis, whose label is also its own: it stands under the value.
 */
const FIGURES = {
  "best-lead": {
    slider: "label smoothing ε", from: 0, to: 0.3, step: 0.01, start: 0.1,
    move(svg, x, y, smoothing) {
      const best = Math.log(1 + (3 * (1 - smoothing)) / smoothing);
      const least = loss(best, smoothing);
      const samples = Array.from({ length: SAMPLES }, (_, n) => (8 * n) / (SAMPLES - 1));
      const points = samples.map((lead) => `${x(lead).toFixed(2)} ${y(loss(lead, smoothing)).toFixed(2)}`);
      svg.querySelector(`path[stroke="${MOVED}"]`).setAttribute("d", `M ${points.join("\nL ")}`);
      const dot = svg.querySelector(`use[fill="${MOVED}"]`);
      dot.toggleAttribute("hidden", !smoothing);
      if (smoothing) place(dot, x(best), y(least));
      this.end ??= [...svg.querySelectorAll("text")].find((text) => text.textContent.startsWith("ε = 0.1"));
      this.note ??= [...svg.querySelectorAll("g")].find((group) => /^\s*best lead/.test(group.textContent));
      const height = y(loss(8, smoothing));
      this.end.textContent = `ε = ${Number(smoothing.toFixed(2))}`;
      this.end.setAttribute("transform", `translate(0 ${(height - this.end.getAttribute("y")).toFixed(2)})`);
      this.end.toggleAttribute("hidden", smoothing < 0.03 || smoothing > 0.26); // where another line has its label
      this.note.toggleAttribute("hidden", smoothing !== this.start);
      return smoothing ? `The best lead is ${best.toFixed(2)}; the loss there is ${least.toFixed(4)}.` : "Without smoothing, a larger lead always costs less.";
    },
  },
  "entropy-and-kl": {
    slider: "prediction p", from: 0, to: 1, step: 0.01, start: 1,
    move(svg, x, y, share) {
      const named = (name) => svg.querySelector(`[id$="-${name}"]`);
      const write = (name, words) => { named(name).querySelector("text").textContent = words; };
      const probs = target.map((q, k) => q + share * (wrong[k] - q));
      const terms = target.map((q, k) => q * Math.log(q / probs[k]));
      const [entropy, divergence] = [-sum(target.map((q) => q * Math.log(q))), sum(terms)];
      probs.forEach((p, k) => {
        const [mark, end] = [x(-Math.log(target[k])), x(-Math.log(p))];
        const more = Math.max(mark, end);
        span(named(`paid-${k}`), x(0), Math.min(mark, end));
        span(named(`more-${k}`), mark, more);
        span(named(`less-${k}`), end, more);
        named(`note-${k}`).querySelector("text").setAttribute("x", (more + x(0.06) - x(0)).toFixed(2));
        write(`note-${k}`, terms[k] ? `p ${terms[k] > 0 ? "<" : ">"} q: KL ${signed(terms[k], 2)}` : "p = q");
        write(`p-${k}`, p.toFixed(2));
      });
      const [whole, floor, rest] = [entropy + divergence, entropy, divergence].map((value) => value.toFixed(4));
      write("sum", `cross-entropy ${whole} = entropy ${floor} + KL ${rest}`);
      return share ? `The terms of the KL divergence are ${terms.map((term) => (term ? signed(term, 4) : "0")).join(", ")}.` : "At p = q the divergence is 0, and the entropy is left.";
    },
  },
  temperature: {
    along: true,
    slider: "temperature T", from: -1.3, to: 2, step: 0.01, start: 0, of: (position) => 10 ** position, logarithmic: true,
    move(svg, x, y, temperature) {
      const probs = softmax(logits.map((z) => z / temperature));
      this.dots ??= [1, 0, 2].map((k, n) => svg.appendChild(part("circle", { class: "movable-point", r: 4.5, fill: LINES[n], "data-class": k })));
      for (const dot of this.dots) place(dot, x(temperature), y(probs[dot.dataset.class]), "c");
      return `At T = ${temperature.toFixed(2)} the probabilities are ${probs.map((p) => p.toFixed(4)).join(", ")}.`;
    },
  },
  threshold: {
    slider: "threshold", from: -4.5, to: 4.5, step: 0.1, start: 0, along: true,
    move(svg, x, y, threshold) {
      const at = x(threshold);
      const count = { TP: 0, FP: 0, FN: 0, TN: 0 };
      for (const dot of svg.querySelectorAll('use[stroke-width="2"]')) {
        const above = Number(dot.getAttribute("x")) > at;
        const right = above === dot.hasAttribute("fill"); // positive rows are filled
        count[(right ? "T" : "F") + (above ? "P" : "N")]++;
        for (const name of ["stroke", "fill"]) if (dot.hasAttribute(name)) dot.setAttribute(name, right ? MOVED : WRONG);
      }
      const { TP, FP, FN } = count;
      const [precision, recall, f1] = [[TP, TP + FP], [TP, TP + FN], [2 * TP, 2 * TP + FP + FN]];
      const value = ([part, whole], digits) => (whole ? (part / whole).toFixed(digits) : "0/0");
      const ratio = (share) => (share[1] ? `${share.join("/")} = ${value(share, 2)}` : "0/0");
      const shown = Number(threshold.toFixed(1)).toString().replace("-", "−");
      const ends = [`path[stroke="${MOVED}"][clip-path]`, `path[fill="${MOVED}"]`]; // the line, and the ground to its right
      this.moved ??= ends.map((end) => svg.querySelector(end)).map((path) => [path, path.getAttribute("d")]);
      this.drawn ??= this.moved[0][1].match(/[\d.]+/)[0];
      for (const [path, d] of this.moved) path.setAttribute("d", d.replaceAll(`${this.drawn} `, `${at.toFixed(2)} `));
      this.texts ??= Object.fromEntries([...svg.querySelectorAll("text")].map((text) => [text.textContent.split(" ")[0], text]));
      for (const name in count) this.texts[name].textContent = `${name} ${count[name]}`;
      this.texts.recall.textContent = `recall ${ratio(recall)}`;
      this.texts.precision.nextElementSibling.textContent = ratio(precision);
      this.texts.F1.textContent = `F1 ${value(f1, 2)}`;
      this.texts.threshold.textContent = `threshold ${shown}`;
      this.texts.threshold.setAttribute("transform", `translate(${(at - this.drawn).toFixed(2)} 0)`);
      return `At a threshold of ${shown}, precision is ${value(precision, 4)}, recall ${value(recall, 4)} and F1 ${value(f1, 4)}.`;
    },
  },
};

class MovableFigure extends HTMLElement {
  connectedCallback() {
    if (this.figure) return;
    this.figure = FIGURES[this.getAttribute("figure")];
    const { slider, from, to, step, start, logarithmic, along, of } = this.figure;
    this.svg = this.querySelector("svg");
    this.axes = [axis(this.svg, "x", logarithmic), axis(this.svg, "y")];
    this.slider = h("input", { type: "range", min: from, max: to, step, value: start, "aria-label": slider });
    this.output = h("output", {});
    this.slider.addEventListener("input", () => this.update());
    const label = h("label", { className: "movable-slider" }, along ? "" : slider, this.slider);
    if (along) {
      const [left, right] = [from, to].map((position) => `${(100 * this.axes[0](of ? of(position) : position)) / this.svg.viewBox.baseVal.width}%`);
      label.classList.add("along");
      this.slider.style.setProperty("--left", left);
      this.slider.style.setProperty("--right", right);
    }
    this.querySelector("[role=img]").after(label, this.output);
    this.update();
  }

  update() {
    const position = Number(this.slider.value);
    const value = this.figure.of ? this.figure.of(position) : position;
    this.slider.setAttribute("aria-valuetext", value.toFixed(2));
    this.output.textContent = this.figure.move(this.svg, ...this.axes, value);
  }
}

/** Where a value stands on a drawing's axis "x" or "y", by the first and the last of its ticks; nothing, if it has none. */
function axis(svg, name, logarithmic) {
  const of = logarithmic ? Math.log : Number;
  const ticks = [...svg.querySelectorAll(`[id*="-${name}tick_"]`)];
  if (!ticks.length) return null;
  const [first, last] = [ticks[0], ticks.at(-1)].map((tick) =>
    ({ at: Number(tick.querySelector("use").getAttribute(name)), value: of(Number(tick.textContent.replace("−", "-"))) }));
  return (value) => first.at + ((of(value) - first.value) / (last.value - first.value)) * (last.at - first.at);
}

/** Move a dot. */
function place(dot, x, y, prefix = "") {
  dot.setAttribute(`${prefix}x`, x.toFixed(2));
  dot.setAttribute(`${prefix}y`, y.toFixed(2));
}

/** Have a bar reach from `left` to `right`. */
function span(bar, left, right) {
  const path = bar.querySelector("path");
  const [, below, , , , above] = path.getAttribute("d").match(/[\d.]+/g);
  const [from, to] = [left, right].map((x) => x.toFixed(2));
  path.setAttribute("d", `M ${from} ${below} L ${to} ${below} L ${to} ${above} L ${from} ${above} z`);
}

customElements.define("movable-figure", MovableFigure);
