// Cases of half precision in what a run logs: losses on its grid, and sums that stop. No DOM.
import { FLOATS } from "./sections.js";

const BITS = 8; // of a bfloat16: one before the point, seven behind it
const CHANCE = 1e-3; // below which losses lie on the grid by no chance
const NAMED = 1e-2; // where the text names the type

// How far apart the numbers of bfloat16 are at a value.
const stepAt = (value) => 2 ** (Math.floor(Math.log2(value)) - BITS + 1);

// The losses of a text, if they are all numbers of bfloat16, as they are written, and would hardly be so by chance.
function onGrid({ numbers, is }) {
  const losses = numbers.filter(({ role, value, digits, isUnit }) => (role === "loss" || (!role && !is(/accura|\bacc\b/i))) && !isUnit && digits > 1 && value > 0 && value < 1e3);
  const least = is(/bf16|bfloat16/i) ? [1, NAMED] : [2, CHANCE];
  const isOn = ({ value, digits }) => Math.abs(Math.round(value / stepAt(value)) * stepAt(value) - value) <= 0.5001 * 10 ** -digits;
  const written = new Map(losses.map((each) => [each.value, 10 ** -each.digits / stepAt(each.value)]));
  const chance = [...written.values()].reduce((product, share) => product * Math.min(1, share), 1);
  return losses.every(isOn) && written.size > least[0] && chance < least[1] ? losses : null;
}

export const countedInHalf = {
  when: /bf(?:loat)?16|half precision/i,
  and: [/correct|count|acc\w*|total/i, /\badd|accumulat|\bsum|\+=|per sample/i, /always|stops?|stuck|exactly|same|never/i],
  not: /optimi[sz]er|weights? (?:in|are)|learning.?rate/i,
  section: "half",
  title: "A count in `bfloat16` stops at 256: 256 + 1 is rounded to 256",
  says: "In `float16` it stops at 2048. Count in integers or in `float32`:",
  code: "correct += (pred == target).sum().item()",
};

export const slowerInHalf = {
  when: /bf(?:loat)?16|pure (?:fp|half)/i,
  and: [/slow|worse|higher|does not (?:learn|decreas|fall|converg)|not converg|stops? (?:learn|decreas|fall)/i, /fp32|float32|full precision/i, /\bloss/i],
  not: /speed|\bnan\b|tokens? per second|throughput|memory/i,
  section: "scaler",
  title: "Weights in `bfloat16` lose small steps: a step below half a unit in their last place is rounded away",
  says: "Keep the weights and the optimizer in `float32`, and let autocast compute in `bfloat16`:",
  code: 'with torch.autocast("cuda", dtype=torch.bfloat16):',
};

export const endOfCounting = {
  when: /(?<![\d.])16_?777_?216(?:\.0+)?\b|\b1\.6777216e\+?0?7\b/i,
  not: /alloc|param|bytes|numel|shape|size/i,
  section: "same_seed",
  title: "16777216 is 2 to the 24th: there, adding 1 to a `float32` changes nothing",
  says: "Count in `int64`, and add up losses in `float64`:",
  code: "total = torch.zeros((), dtype=torch.float64)",
};

export const onTheGrid = {
  not: /\b(?:in )?(?:fp32|float32)\b/i,
  needs: onGrid,
  section: "half_precision",
  title: (f, losses) => `Losses such as ${losses.at(-1).text} lie on the grid of \`bfloat16\`, which keeps ${BITS} bits of a number`,
  says: "The loss is computed or logged in half precision, so it moves in steps. Take it in float32:",
  code: FLOATS,
};

export const weightsInHalf = {
  when: /(?<!\b(?:x|h|\w*(?:logit|input|image|target|label|output|pred|batch)s?|data))\.to\(torch\.(?:bfloat16|float16|half)\)|\bmodel\.(?:half|bfloat16)\(\)|\bpure (?:bf16|bfloat16|fp16)|(?:model|weights|parameters) (?:in|to) (?:bf16|bfloat16|fp16|float16|half)/i,
  and: /(?:n't|\bnot|\bnever|\bbarely|\bhardly) (?:learn|train|improv|converg|chang|mov|fall)|\bunchanged\b|\bstuck\b|\bstays? (?:at|near|about|around|high|flat|constant|exactly|the same)\b|\bplateau/i,
  not: /\bnan\b|\binf\b|master weights|GradScaler|unscale|inference|onnx|export|on disk|\b(?:adapters?|parameters|weights) (?:are |stay |kept )?in (?:float32|fp32)/i,
  section: "scaler",
  title: "Weights in half precision: is each step so small beside the weight that it is rounded away?",
  says: "Keep the parameters in float32, and compute in half precision under autocast:",
  code: 'with torch.autocast("cuda", dtype=torch.bfloat16):\n    loss = F.cross_entropy(model(x), target)',
};

export const runningInHalf = {
  when: /bf16|bfloat16|fp16|float16|half precision|\.half\(/i,
  and: /\bsum|\btotal|\baccumulat|\brunning|\badd(?:s|ed|ing)?\b|\+=/i,
  not: /\+= ?[\w.]*\.item\(|\bscale|\b[MG]i?B\b/i,
  needs: ({ numbers }) => numbers.some(({ value, digits }, at) => value >= 256 && Number.isInteger(Math.log2(value))
    && numbers.filter((each, k) => k > at && each.value === value).length > (value === 2048 && digits > 0 ? 0 : 1)),
  section: "half",
  title: "A running sum in half precision stops: what is added is below half a step of the sum",
  says: "Add up Python numbers, or a tensor in float32:",
  code: "total += loss.item()",
};
