// The state of one row as the part of an address after "?", and back. No DOM.
import { FORMATS } from "./arithmetic.js";

export const MOST_CLASSES = 20;
export const NAMES = ["logits", "target", "temperature", "smoothing", "weight", "twice", "dtype"];

const write = (row) => row.join(",");
const one = (text) => (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN);
const read = (text) => text.split(",").map(one);

/** The texts of a state, by name; an empty text for what is as on the page (its state `own`) or off. */
export function toLink({ logits, target, temperature, labelSmoothing, weight, twice, format }, own) {
  const moved = JSON.stringify([logits, target]) !== JSON.stringify([own.logits, own.target]);
  const soft = Array.isArray(target);
  return {
    logits: moved ? write(logits) : "",
    target: !moved ? "" : soft && target.length === 1 ? `${target[0]},` : String(target),
    temperature: String(temperature ?? ""),
    smoothing: String(labelSmoothing ?? ""),
    weight: write(weight ?? []),
    twice: twice ? "1" : "",
    dtype: format === own.format ? "" : format,
  };
}

/** The state that these texts change `own` to, and a list of those that are not understood. */
export function fromLink(texts, own) {
  const state = structuredClone(own);
  const wrong = [];
  const take = (name, key, value, right) => {
    if (!(name in texts)) return;
    if (right(value)) state[key] = value;
    else wrong.push(`${name}=${texts[name].slice(0, 40)}`);
  };
  const row = (name) => read(texts[name]?.replace(/,$/, "") ?? "");
  const finite = (values) => values.every(Number.isFinite);
  take("logits", "logits", row("logits"), (z) => finite(z) && z.length <= MOST_CLASSES);
  const classes = state.logits.length;
  const target = row("target");
  if (/,/.test(texts.target)) take("target", "target", target, (q) => finite(q) && q.length === classes);
  else take("target", "target", target[0], (y) => Number.isInteger(y) && y >= 0 && y < classes);
  if (state.target >= classes) state.target = 0;
  take("temperature", "temperature", one(texts.temperature ?? ""), (t) => t > 0 && t < Infinity);
  take("smoothing", "labelSmoothing", one(texts.smoothing ?? ""), (s) => s >= 0 && s <= 1);
  take("weight", "weight", row("weight"), (w) => finite(w) && w.length === classes);
  take("twice", "twice", texts.twice === "1", () => /^[01]$/.test(texts.twice));
  take("dtype", "format", texts.dtype, (format) => Object.hasOwn(FORMATS, format));
  return [state, wrong];
}
