// What a print shows that the box asked for: the output of the code in its last answer. No DOM.
import { aboutLevels, aboutRange, aboutTarget } from "./labels.js";
import { entropyOf } from "./numbers.js";
import { about, allIgnored, badLabel, notFinite, section, signed } from "./remedies.js";
import { ALIKE, CHECK, LARGEST } from "./sections.js";

const MOST = 4000;
const OUTPUT = /^(?:[\W\d_e]|tensor|torch\.(?:return_types\.topk|Size|[a-z]+\d*)|values|indices|grad_fn=<\w+>|device='\w+:?\d*'|dtype=|requires_grad=|True|False|nan|inf)+$/;
const VALUE = /-?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf\b|nan\b)/g;
const short = (x) => Number(x.toPrecision(4));

// Each print, by what stands in its code, with what its values say.
const PRINTS = [
  [/-100\)\.sum\(\), target\.isfinite/, ([count], text) => (!/True|False/.test(text) ? null : /False[^]*True/.test(text) ? badLabel()
    : /False/.test(text) ? notFinite("not finite") : count === 0 ? allIgnored()
    : section(`${count} labels count, and all labels and logits are finite`, "nan", "",
      "If the loss is nan all the same, an option may make it so: an infinite weight of a class, or `kl_div` with logarithms as its target and no `log_target=True`."))],
  [/^print\(target\.unique\(\)\)/, (values) => (values.length > 1 && values.every((x) => x === 0 || x === 1)
    ? section("The target holds zeros and ones alone", "outside")
    : values.length === 1 ? section(`Every target is ${values[0]}`, "outside", "", "Is it so in every batch?")
    : aboutLevels({ values, shape: [values.length] }, "unique")?.[0])],
  [/isneginf\(\)\.all\(dim=1\)/, (_, text) => {
    const at = text.match(/True|False/g)?.indexOf("True") ?? -1;
    return about(at < 0 ? "No row is masked as a whole" : `Row ${at} is masked as a whole: it has no softmax`, "guides/numerics/#a-row-in-which-everything-is-masked");
  }],
  [/^print\(logits\.min\(\)\)/, ([low]) => (Number.isNaN(low) ? notFinite("not a number") : -low >= 1e4
    ? about(`The lowest logit is ${low}: a class is masked`, "guides/numerics/#one-hot-targets-and-label-smoothing-with-a-mask")
    : section(`The lowest logit is ${low}: no class is masked`, "high", LARGEST))],
  [/^print\(targets\.min\(\)\)/, ([low]) => about(low < 0 ? `A label is ${low}: pad with any class, since the lengths say what counts`
    : low === 0 ? "The lowest label is 0: is that the blank?" : `The lowest label is ${low}, above a blank of 0`,
  "reference/losses/distributions-and-sequences/#ctcloss-pitfalls")],
  [/^print\(tokens\.min/, ([low, high, count]) => section(low < 0 || high >= count ? `Token ${low < 0 ? low : high} is outside the embedding, which has ${count} rows`
    : `All tokens have a row of the embedding, from ${low} to ${high}`, "bounds")],
  [/^print\(probs\.min/, ([low, ...sums], text) => (/False|nan|inf/.test(text) ? notFinite("not finite") : about(low < 0 ? "A probability is negative"
    : sums.includes(0) ? `Row ${sums.indexOf(0)} adds up to zero: all of it is masked, or has underflowed` : "Each row has a positive sum, and no entry is negative",
  "guides/predictions/#drawing-a-class"))],
  [/^print\(target\.unique\(\), logits\.shape/, (values) => aboutTarget({ low: values[0], high: values.at(-2), shape: [2], dtype: "Long",
    isWhole: values.every(Number.isInteger), isSeveral: true, isIgnored: values.at(-2) === -100 }, values.at(-1))[0] ?? section("The labels fit the classes", "bounds")],
  [/^print\(target\.unique\(\), target\.mean/, (values) => (!values.slice(0, -1).every((x) => x === 0 || x === 1) ? null
    : about(values.at(-1) ? `The object takes ${short(100 * values.at(-1))} % of the mask` : "The mask is empty", "guides/segmentation/#empty-masks-and-the-smoothing-term"))],
  [/^print\(outputs\.min/, ([low, high, ...sums]) => about(low < 0 || high > 1 ? "The outputs leave the range of 0 to 1: they are no probabilities"
    : sums.every((each) => Math.abs(each - 1) < 1e-3) ? "The outputs are probabilities: each row adds up to one" : "The outputs lie between 0 and 1: are they sigmoids?",
  "guides/predictions/#several-labels-per-row")],
  [/^print\(logits\[target == 1\]\)/, (values, text) => (/\[\[/.test(text) ? null
    : about(`${values.filter((x) => x > 0).length} of ${values.length} rows of class 1 have a logit above 0`,
      "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds"))],
  [/^print\(losses\.shape\)/, ([rows, more]) => section(more === undefined ? `One loss for each of ${rows} rows`
    : `The losses are (${rows}, ${more}): ${rows === more ? "the shapes have broadcast" : "one for each entry"}`, "index_tensor",
  rows === more ? "z.squeeze(1)  # to the shape of the target" : "")],
  [/^print\(log_probs\.argmax/, (_, text) => {
    const classes = /\[[^\]]*\]/.exec(text)?.[0].match(VALUE) ?? [];
    return about(classes.length === 1 ? `Only class ${classes[0]} is predicted${classes[0] === "0" ? ": the blank, unless you name another" : ""}` : `${classes.length} classes are predicted`,
      "reference/losses/distributions-and-sequences/#ctcloss-only-blanks");
  }],
  [/^print\(target, logits\.argmax/, (_, text) => {
    const [labels, classes] = Array.from(text.matchAll(/\[([^\]]*)\]/g), ([, list]) => list.match(VALUE)?.map(Number) ?? []);
    if (labels?.length !== classes?.length || /\.\.\.|\[\[/.test(text)) return null;
    const right = labels.filter((label, at) => label === classes[at]).length;
    return section(`${right} of ${labels.length} rows are right${new Set(classes).size === 1 ? `: every prediction is class ${classes[0]}` : ""}`, "idle", "",
      right === labels.length ? "" : right
        ? "Look at the wrong rows: their inputs and their labels." : "If one class is always predicted for another, the labels or their order differ from those of training.");
  }],
  [/logits\.abs\(\)\.max/, ([most]) => (Number.isFinite(most) ? section(`No logit is further from 0 than ${most}: a row costs at most ${short(2 * most)} + ln C`, "nan", "",
    "If the loss is larger, it adds up rows, or other terms. If logits of this size are new, lower the learning rate, or clip the gradients.") : notFinite("not finite"))],
  [/logits\.std\(dim=0\)/, (spreads) => (spreads.some(Number.isNaN) ? section("The spread is nan: there is only one row, or a logit is not finite", "stuck")
    : Math.max(...spreads) < 1e-6 ? section("The logits do not depend on the input", "stuck")
    : Math.max(...spreads) < 1e-3 ? section(`The logits hardly depend on the input: they differ by up to ${short(Math.max(...spreads))} (standard deviation)`, "stuck")
    : section(`The logits differ between rows, by up to ${short(Math.max(...spreads))} (standard deviation): they depend on the input`, "one_batch", "",
      "If the loss still does not fall, train on one batch."))],
  [/isfinite\(\)\.all\(dim=1\)/, (_, text) => {
    const at = text.match(/True|False/g)?.indexOf("False") ?? -1;
    return at < 0 ? section("All logits are finite", "nan") : { ...notFinite("not finite"), title: `The logits of row ${at} are not finite`, code: "" };
  }],
  [/logits\.min\(\), logits\.max\(\)/, ([low, high]) => (!Number.isFinite(high - low) ? notFinite("not finite") : low >= 0 && high <= 1
    ? section("All values lie between 0 and 1: is a sigmoid or a softmax before the loss?", "idle", "", "If so, remove it: the loss takes logits, and a threshold at 0 calls every probability above 0 positive.")
    : low === 0 ? section("No value is below 0: is a ReLU at the end of the network?", "idle", "", "If so, remove it: logits may be negative.")
    : section(low > 0 || high <= 0 ? "All values have one sign: with a threshold at 0, every row gets one class" : "The logits have both signs", "stuck", ALIKE))],
  [/argmax\(dim=1\)\.unique\(return_counts/, (_, text) => {
    const [classes = ""] = /\[[^\]]*\]/.exec(text) ?? [];
    const all = classes.match(VALUE) ?? [];
    return all.length === 1 ? section(`Every prediction is class ${all[0]}`, "idle", ALIKE,
        "Of one output, the `argmax` is always 0: compare the output with 0. Of several, the logits are nearly equal, or the class is common.")
      : section(`${all.length} classes are predicted`, "idle", "print(target.unique(return_counts=True))", "Compare them with those of the labels:");
  }],
  [/target\.float\(\)\.mean\(\)/, ([share]) => section(!(share >= 0 && share <= 1) ? `The mean of the target is ${share}: it is not of zeros and ones` : share === 0 || share === 1 ? `Every target is ${share}` :
    `With ${short(100 * share)} % positives, a model that predicts all rows alike has a loss of at least ${short(entropyOf(share))}`, "stuck")],
  [/reduction="none"\)\.topk/, (_, text) => {
    const largest = Math.max(...(text.split("indices")[0].match(VALUE) ?? []).map(Number));
    return section(`The largest loss is ${largest}: the right class has a probability of ${short(Math.exp(-largest))}`, "high", "",
      "Look at the rows that `indices` names: their inputs and their labels.");
  }],
  [/cross_entropy\(logits, target\), \(/, ([loss, accuracy]) => (loss < 0.999 * (1 - accuracy) * Math.LN2
    ? section("The two still contradict each other: a wrong row costs at least ln 2", "idle", "", "Does the loss ignore the wrong rows, by `ignore_index` or by a weight?")
    : section("From one batch, the two fit: did those before come from different rows or outputs?", "idle"))],
  [/target\.max\(\), logits\.shape/, ([low, high, ...sizes], text) => aboutRange(low, high, /Size/.test(text) ? sizes[1] : sizes[0])[0] ?? section("The labels fit the classes", "bounds")],
  [/target\.min\(\), target\.max\(\)/, ([low, high]) => (low === -1 && high === 1 ? { ...signed(), title: "The target goes from -1 to 1: labels of -1 and 1, or pixels that were normalised?",
    says: "If there are only -1 and 1, map them:" } : low < 0
    ? section("A target is negative", "negative", "", "A two-class loss takes numbers from 0 to 1.")
    : Number.isNaN(low + high) ? section("The target is not a number", "nan")
    : high > 1 ? section(`The target goes up to ${high}, not to one`, "outside", high === 255 ? "target = target / 255" : "",
        high === 255 ? "A mask of 0 and 255 becomes 0 and 1:" : "A two-class loss takes numbers from 0 to 1. Class indices go to `cross_entropy`.")
      : section("The target lies between 0 and 1, as it should", "outside"))],
  [/logits\.std\(\), logits\.shape/, ([spread]) => (spread > 3
    ? section(`The first logits are far apart: their standard deviation is ${short(spread)}`, "tied", "",
      "Begin with smaller weights in the last layer. If these are an embedding's too, scale them.")
    : section("The first logits are close together: is the loss a sum?", "rows"))],
];

// Outputs that tell by themselves what was printed.
const TENSOR = String.raw`tensor\((-?[\d.]+)(?:, device='[\w:]+')?\)`;
const WHOLE = TENSOR.replace("[\\d.]+", "\\d+\\.?0*");
const TELLING = [
  [new RegExp(`^${TENSOR}\\W+tensor\\((?:True|False)`), CHECK],
  [new RegExp(`^${WHOLE}\\W+${WHOLE}\\W+(?:torch\\.Size\\(\\[\\d+, |\\d+$)`), "print(target.min(), target.max(), logits.shape)"],
  [new RegExp(`^${TENSOR}\\W+${TENSOR}\\W+torch\\.Size\\(\\[\\d+, `), "print(logits.min(), logits.max(), logits.shape)"],
  [/^tensor\(-?\d+\.\)\W+tensor\(-?\d+\.\)\s*$/, "print(target.min(), target.max())"],
  [/^tensor\(\[[^\]]*\],\s*grad_fn=<Std/, ALIKE], [/^tensor\([^)]*grad_fn=<Std\w+>\) torch\.Size/, "print(logits.std(), logits.shape)"],
  [/return_types\.topk/, LARGEST],
];

/** What a text says as the output of the code `asked`, or of the print that it tells by itself, as an answer; null if it is neither. */
export function answered(asked, text) {
  if (asked === ALIKE && /\[\s*\[/.test(text)) return null; // rows, which a standard deviation over rows is not
  const code = /logits\.m|logits_of_|^print\((?:tokens|probs|targets|outputs|log_probs|losses)\.|unique\(\), /.test(asked) ? asked : TELLING.find(([output]) => output.test(text))?.[1] ?? asked ?? "";
  const names = /named_parameters/.test(code) && /^\[(?:'[\w.]+'(?:,\s*)?)*\]$/.test(text) ? text.match(/[\w.]+/g) ?? [] : null;
  if (names) return { ...section(names.length ? `${names.length} weights are not finite, the first ${names[0]}` : "All weights are finite",
    "finite", "", names.length ? "Print them before the step, too: what made them so is the step's gradient, or its size." : ""),
  note: `Read as the output of ${code.split("  #")[0]}` };
  const isLoss = /grad_fn=<\w*(?:Loss|Logits)\w*Backward/.test(text) && !/entropy/.test(code); // typed instead of what the code prints
  const isBare = /^[-+]?(?:nan|inf)$/i.test(text.trim()); // a loss: what the code prints are tensors
  if (isLoss || isBare || (code.includes("dim=0") && !text.includes("["))) return null;
  const [, says] = (text.length < MOST && /[a-z[]/i.test(text) && OUTPUT.test(text) && PRINTS.find(([each]) => each.test(code))) || [];
  const values = text.replace(/\w+=(?:<\w*>|'[^']*'|torch\.\w+)|torch\.\w+/g, "").match(VALUE)?.map((each) => Number(each.replace("inf", "Infinity"))) ?? [];
  const told = (values.length || /True|False/.test(text)) && says?.(values, text);
  return told ? { ...told, note: `Read as the output of ${code.split("  #")[0]}` } : null;
}
