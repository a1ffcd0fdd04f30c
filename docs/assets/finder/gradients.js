// Cases of gradients that are None, zero or infinite, of parameters that get no step, and of the scale of the loss in half precision. No DOM.
import { any } from "./cases.js";
import { last } from "./questions.js";

export const noneOrZero = {
  when: any(
    /\bgrad(?:ient)?s? ?(?:of \S+ )?(?:is|are|=|:)? ?(?:all |always )?(?:none|zeros?|0)(?![.\w])/,
    /\bno gradient(?!s? (?:clip|accum|check|explo|penal|descent|norm|scal))/,
    /\bgrad(?:ient)?s?\W{0,3}\n?\s*tensor\([[\s]*(?:-?0\.[,\s.[\]]*){3}/, // a print of zeros
  ),
  section: "gradient",
  title: "A gradient is None or zero",
};

export const loopWithoutClearing = {
  when: /\.backward\(\)[^]*\.step\(\)/,
  not: /zero_grad|grad\.(?:data\.)?zero_|\.grad ?= ?None|scheduler\.step|accum|\.{3}|set_to_none|opt\w*\.step\([^)\n]*closure/i,
  needs: ({ is, values }) => is(/\bfor \w+(?:, ?\w+)* in\b|iterations?|epochs?/i) && values("loss").length > 3
    && values("loss").some((x, k, all) => k > 1 && Math.min(...all.slice(1, k)) < Math.min(all[0], x / 1.3)),
  section: "never_cleared",
  title: "No `zero_grad()` stands in this code, and the loss falls and rises again: do the gradients add up?",
  says: "Clear them before each backward pass:",
  code: "optimizer.zero_grad()",
};

export const madeAnew = {
  when: /(?:torch\.)?tensor\([^\n]*(?:loss|criterion|entropy|\.item\(\))[^\n]*requires_grad ?= ?True/i,
  section: "no_grad",
  title: "`torch.tensor(…, requires_grad=True)` makes a new tensor without a history: no gradient reaches the network",
  says: "Call `backward` on the loss itself:",
  code: "loss = criterion(logits, target)\nloss.backward()",
  isPart: true,
};

export const unregistered = {
  when: /self\.\w+ ?= ?(?:\[ ?|\{[^{}\n]*)nn\.\w+\(/i,
  not: /Sequential\(\*|ModuleList|ModuleDict/,
  section: "still",
  title: "Layers in a plain list or a dict are not parameters of the module: the optimizer never gets them",
  says: "Register them:",
  code: "self.layers = nn.ModuleList([...])  # or nn.Sequential",
};

export const neverCleared = {
  needs: (f) => {
    const named = f.numbers.filter(({ role, digits }) => role === "gradient" && digits > 0).map(({ value }) => value);
    const norms = named.length > 3 ? named : f.is(/grad[^\n]*norm/i) ? Array.from(f.said.matchAll(/(\d+\.\d+)\)?[ \t]*$/gm), ([, x]) => Number(x)) : [];
    return norms.length > 3 && norms[0] > 0 && norms.every((x, at) => Math.abs(x / norms[0] / (at + 1) - 1) < 0.01);
  },
  section: "never_cleared",
  title: "The gradient grows by the same amount in each step: it is not cleared in between, so all are added up",
  says: "Clear it before each backward pass:",
  code: "optimizer.zero_grad()",
};

export const newHead = {
  when: any(
    /(?:replac|chang|swapp?|reset|assign)\w*[^\n]{0,40}\b(?:fc|head|classifier|layer)\b[^.\n]{0,30}\bafter\b[^.\n]{0,25}\boptimi[sz]er/,
    /optimi[sz]er\b[^.\n]{0,25}\bbefore\b[^.\n]{0,30}(?:replac|chang|swapp?|add|creat)\w*[^.\n]{0,20}\b(?:fc|head|classifier|layer)/,
  ),
  section: "new_head",
  title: "The optimizer holds the parameters of the old layer: the new one gets no step",
  says: "Create the optimizer after the last change of the model:",
  code: "optimizer = torch.optim.Adam(model.parameters())",
};

export const infinite = {
  needs: (f) => last(f.values("gradient")) === Infinity,
  section: "half",
  title: "An infinite gradient: a gradient scaler skips such a step",
  isSaid: false,
};

export const skippedStep = {
  when: any(/loss.?scale[^]*(?:overflow|skipping|reducing|minimum)/, /(?:overflow|skipping|reducing|minimum)[^]*loss.?scale/, /\b(?:amp|scaler|float16|fp16)\b[^]*scale[^]*step (?:was |is )?skipped/),
  section: "unscale",
  title: "A gradient above the largest `float16`: the step is skipped, and the scale of the loss falls",
  says: "In the first steps that is usual. If it goes on, the loss or a logit overflows itself: take the loss in `float32`.",
};

export const scaleFalls = {
  when: /get_scale|(?:loss|grad\w*)[ _]?scal|scaler/i,
  needs: ({ said }) => halved(Array.from(said.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])/gi), Number)),
  section: "unscale",
  title: "The scale halves when a gradient is infinite or nan: that step is skipped, and no weight changes",
  says: "A few such steps at first are usual. If it goes on, look for what overflows in `float16`, and take the loss in `float32`:",
  code: "print([name for name, p in model.named_parameters() if p.grad is not None and not p.grad.isfinite().all()])",
};

// Whether three of these numbers follow each other, each half of the one before.
const halved = (all) => all.some((x, at) => x >= 4 && x === 2 * all[at + 1] && x === 4 * all[at + 2]);

export const scaleGrows = {
  when: /get_scale/i,
  needs: ({ said }) => {
    const all = Array.from(said.matchAll(/(?<![\w.])\d{4,}(?:\.0+)?(?![\w.])/g), Number);
    return all.some((x, at) => all[at + 1] === 2 * x);
  },
  section: "unscale",
  title: "The scale doubles after 2000 steps without an overflow: that is usual",
  says: "It grows until a gradient overflows in `float16`; that step is skipped, and the scale halved.",
};

export const scaledLoss = {
  when: /amp|16|half|scal/i,
  needs: scaled,
  section: "scaler",
  title: (f, [text, other]) => `${other} is ${text} times 65536, the first scale of \`GradScaler\``,
  says: "Log the loss before it is scaled:",
  code: "print(loss.item())\nscaler.scale(loss).backward()",
};

// A loss and 65536 times that, as they are written.
function scaled({ numbers }) {
  const losses = numbers.filter(({ role, value }) => role === "loss" && value > 0);
  const pairs = losses.flatMap((one) => losses.map((other) => [one, other]));
  return pairs.find(([one, other]) => Math.abs(other.value / one.value / 65536 - 1) < 0.03)?.map(({ text }) => text);
}

export const clippedScaled = {
  when: /scaler\.scale\([^]*clip_grad_(?:norm|value)/i,
  not: /unscale_/,
  section: "unscale",
  title: "The gradients are clipped while they are still scaled: call `unscale_` first",
  says: "Else nearly all of each gradient is clipped away, and the steps of SGD are tiny:",
  code: "scaler.unscale_(optimizer)\ntorch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)",
};

export const clippedInWords = {
  ...clippedScaled,
  when: /\bGradScaler\b/i,
  and: /\bclip_grad_\w+/i,
  not: /unscale|enabled ?= ?False/i,
  title: "Are the gradients clipped while they are still scaled? Call `unscale_` before",
};

export const learnedWeights = {
  when: /exp\(\s*-\s*(?:self\.)?[\w.[\]]+\s*\)\s*\*\s*(?:\w*loss|L\b)|uncertainty weight\w*[^]*negative/i,
  section: "losses_at_once",
  title: "Losses weighted by learned logarithms: the sum may be negative",
  says: "The added logarithms keep the weights from going to zero, and may be below zero themselves. Log each loss alone.",
};
