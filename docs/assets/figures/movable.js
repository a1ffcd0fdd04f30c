// <movable-figure figure="…">: a figure that a slider redraws. Where no script runs, the drawn figure inside it is shown.
import { crossEntropy, softmax } from "../calculator/arithmetic.js";
import { part } from "../drawing.js";
import { h } from "../elements.js";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 300, 42, 96, 24, 44];
const SAMPLES = 81;

const loss = (lead, smoothing) => crossEntropy([[lead, 0, 0]], [0], { labelSmoothing: smoothing }).loss;
const logits = [2.5, 3.5, 1.5];
const heated = (temperature) => softmax(logits.map((z) => z / temperature));

/**
 * Each figure: the name and range of its slider, the value it starts with, its axes, and for a value its lines, points and sentence.
 * A line is { at, label }: a function of x, and what it is called where it ends; a point { x, y }.
 */
const FIGURES = {
  "best-lead": {
    slider: "label smoothing ε", from: 0, to: 0.6, step: 0.01, start: 0.1,
    x: { from: 0, to: 8, ticks: [0, 4, 8], name: "lead of the right logit over the two others" },
    y: { from: 0, to: 3.3, ticks: [0, 1, 2, 3], name: "loss" },
    draw(smoothing) {
      const lines = [{ at: (x) => loss(x, smoothing), label: `ε = ${smoothing.toFixed(2)}` }];
      if (!smoothing) return { lines, points: [], says: "Without smoothing, a larger lead always costs less." };
      const best = Math.log(1 + (3 * (1 - smoothing)) / smoothing);
      const least = loss(best, smoothing);
      lines.push({ at: (x) => loss(x, 0), label: "ε = 0" });
      return { lines, points: [{ x: best, y: least }], says: `The best lead is ${best.toFixed(2)}; the loss there is ${least.toFixed(4)}.` };
    },
  },
  temperature: {
    slider: "temperature T", from: 0.05, to: 8, step: 0.05, start: 1,
    x: { from: 0.05, to: 8, ticks: [1, 4, 8], name: "temperature T" },
    y: { from: 0, to: 1, ticks: [0, 0.5, 1], name: "probability" },
    draw(temperature) {
      const probs = heated(temperature);
      const lines = [1, 0, 2].map((k) => ({ at: (x) => heated(x)[k], label: `logit ${logits[k]}` }));
      return {
        lines, points: probs.map((p) => ({ x: temperature, y: p })),
        says: `At T = ${temperature.toFixed(2)} the probabilities are ${probs.map((p) => p.toFixed(4)).join(", ")}.`,
      };
    },
  },
};

class MovableFigure extends HTMLElement {
  connectedCallback() {
    if (this.figure) return;
    this.figure = FIGURES[this.getAttribute("figure")];
    const { slider, from, to, step, start } = this.figure;
    this.drawing = part("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" });
    this.slider = h("input", { type: "range", min: from, max: to, step, value: start, "aria-label": slider });
    this.output = h("output", {});
    this.slider.addEventListener("input", () => this.update());
    const drawn = this.querySelector("[role=img]");
    drawn.removeAttribute("role"); // its text is of the drawn figure; the output says what this one shows
    drawn.removeAttribute("aria-label");
    drawn.replaceChildren(this.drawing, h("label", { className: "movable-slider" }, slider, this.slider), this.output);
    this.update();
  }

  update() {
    const { x, y, draw } = this.figure;
    const { lines, points, says } = draw(Number(this.slider.value));
    const at = (value) => LEFT + ((value - x.from) / (x.to - x.from)) * (WIDTH - LEFT - RIGHT);
    const up = (value) => HEIGHT - BOTTOM - ((Math.min(value, y.to) - y.from) / (y.to - y.from)) * (HEIGHT - BOTTOM - TOP);
    const samples = Array.from({ length: SAMPLES }, (_, n) => x.from + (n / (SAMPLES - 1)) * (x.to - x.from));
    const ends = spread(lines.map((line) => up(line.at(x.to)) + 4));
    this.drawing.replaceChildren(
      part("path", { class: "movable-axis", d: `M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}` }),
      ...x.ticks.map((tick) => part("text", { x: at(tick), y: HEIGHT - BOTTOM + 18, "text-anchor": "middle" }, String(tick))),
      ...y.ticks.map((tick) => part("text", { x: LEFT - 8, y: up(tick) + 4, "text-anchor": "end" }, String(tick))),
      part("text", { x: (LEFT + WIDTH - RIGHT) / 2, y: HEIGHT - 6, "text-anchor": "middle" }, x.name),
      part("text", { x: 4, y: 12 }, y.name),
      ...lines.map((line, n) => part("polyline", {
        class: `movable-line movable-line-${n}`, points: samples.map((value) => `${at(value).toFixed(1)},${up(line.at(value)).toFixed(1)}`).join(" "),
      })),
      ...lines.map((line, n) => part("text", { x: WIDTH - RIGHT + 8, y: ends[n] }, line.label)),
      ...points.map((point) => part("circle", { class: "movable-point", cx: at(point.x), cy: up(point.y), r: 6 })),
    );
    this.output.textContent = says;
  }
}

// Heights for labels that would overlap, moved apart.
function spread(heights) {
  const order = heights.map((_, n) => n).sort((a, b) => heights[a] - heights[b]);
  const free = [...heights];
  for (const [place, n] of order.entries()) if (place) free[n] = Math.max(free[n], free[order[place - 1]] + 19);
  return free;
}

customElements.define("movable-figure", MovableFigure);
