// Says what is suspicious about pasted logits and targets. No DOM.
import { Refusal } from "../calculator/tensors.js";
import { aboutNegative, BESIDE, NO_INDICES, STATED, withPrinted } from "./beside.js";
import { aboutBoth, aboutSizes, aboutTwo } from "./both.js";
import { aboutChecks, DESCRIBED, inspectDescription, withoutChecks } from "./checks.js";
import { compared } from "./compare.js";
import { framed, tabled } from "./counts.js";
import { withNames } from "./expressions.js";
import { aboutLevels, aboutTable, aboutTarget, aboutTokens, classesOf, labelsOf } from "./labels.js";
import { aboutClass, aboutFeatures, aboutLogits, aboutNamed, aboutSoftmax, undecided } from "./logits.js";
import { isOneToken, VIEWS } from "./words.js";
import { aboutUnread, aboutVisible, closed, COLOURS } from "./partial.js";
import { aboutPrint } from "./prints.js";
import { confident, integerOneHot, maskedRow, overflow, probabilityVector, section, sigmoids } from "./remedies.js";
import {
  areIndices, assigned, FEATURES, FROM_ARRAY, isFloat, isLog, isLoss, isOutput,
  LOSS_CALL, OUTPUT, outputsOf, paired, readAll, TARGET, withoutRepeats, withoutWeights,
} from "./roles.js";
import { addsUp, areOneHot } from "./rows.js";
import { PLAIN } from "./sections.js";
import { described } from "./sizes.js";

// Lines of code, or of a session.
const CODE = /^[ \t]*(?:>>>|In \[\d+\]:|\(Pdb\))|^[ \t]*\w+ ?= ?[a-z_.]+\(|^[ \t]*print\(/m;
const MOST_IN_LINK = 6000;

// Losses with targets that would be suspicious in another.
const UNLIKE = [[/cosine_?embedding|hinge|margin_?rank|(?<!label_?)soft_?margin/i, /labels are -1 and 1/], [/multi_?label_?margin/i, /A label is -1/], [/gaussian_?nll|poisson_?nll/i, /target is negative/],
  [/on purpose|has no (?:class |label )?0\b/i, /No label is 0/],
  // Slices of a batch whose sizes agree, or that are printed as slices.
  [/torch\.Size\(\[(\d+), \d+\]\)[^]*torch\.Size\(\[\1\]\)|\w\[(?:0?:\d+|0)\](?!\s*=[^=])/, /^\d+ rows? of logits, \d+ of targets|^The logits are \(\d+,\), the target/],
  [/(?:targets?|labels?) ?[/,] ?softmax(?:\(\w+\))? ?[/,]/i, /probabilities/], // which is printed beside the loss
  [/^(?![^]*(?:loss|bce|entropy))[^]*(?:auc\b|average_precision)/i, /^All values lie between 0 and 1|in integers/],
  [/^(?![^]*(?:cross.?entropy|\bce\b))[^]*\bdice\b/i, /^The labels are (?:Float|Double)/],
  [/\bacc\w*[^\n]{0,12}(?:[2-9]\d\d+(?:\.\d+)? ?%|\b[2-9]\.0\b)|-> ?[2-9]\d\d+(?:\.\d+)? ?%/i, /^There is one column/],
  [/padding_idx|after (?:opt\w*\.)?zero_grad/i, /gradient is zero/],
  [/gets? the raw logits|raw logits (?:go|are passed)|only for display/i, /^These are probabilities/],
  [/(?<!from )\bbce|binary_?cross/i, /^The rows of the target do not|^Rows of the target hold|^The target is all zeros|^The labels are (?:Float|Double)/],
  [/^(?![^]*cross.?entropy)[^]*(?:\bmse|mse_?loss|\bl1_?loss|huber|(?<!logistic )\bregress)/i, /^The labels are (?:Float|Double)|^The labels are no integers/]];

/**
 * What is suspicious about the tensors in a text: { logits, target, found }, and the address and the label of a link to the
 * calculator, or { refusal } if they cannot be read; null if they are no batch.
 */
export function inspect(text) {
  if (/\bmeans?\W{0,3}(?:tensor\()?[[(][^]*\bstds?\W{0,3}(?:tensor\()?[[(]/.test(text)) return null; // of images
  if (/acc\w*[^\d\n]{0,16}(?:1[1-9]\d|[2-9]\d\d|\d{4,})(?:\.\d+)? ?%/i.test(text)) return { isOther: true };
  if (isOneToken(text) || /copying a param/.test(text)) return { isOther: true }; // of which the words say more
  const frame = framed(text);
  const batch = frame === null ? {} : read(text);
  if (frame) batch.found = batch.found?.filter(({ title }) => /out of bounds/.test(title)); // the rest is of results, not of what the loss gets
  if (frame === null || (frame && !batch.found?.length)) return null; // a table of other things
  batch.found &&= aboutNegative(batch, text) ?? batch.found;
  if (batch.found?.length && NO_INDICES.test(text)) {
    batch.found = batch.found.filter(({ at }) => !/debug\/target\//.test(at));
    const isPlain = !batch.found.length || batch.logits?.shape.length === 1; // or the list of the losses themselves
    if (isPlain && STATED.test(text)) return { isOther: true }; // the loss leads
  }
  batch.found &&= batch.found.filter(({ title }) => !UNLIKE.some(([loss, said]) => said.test(title) && loss.test(text)));
  if (/^These are probabilities/.test(batch.found?.[0]?.title) && PRIORS.test(text) && !TRAINED.test(text)) batch.found = [probabilityVector()];
  const rank = ({ title }) => RANKS.find(([words]) => words.test(title))?.[1] ?? 1;
  const found = batch.found && [...batch.found].sort((a, b) => rank(a) - rank(b));
  const beside = batch.log === undefined ? BESIDE.exec(text)?.[0] : `loss ${batch.log}`;
  return { ...batch, ...(found && { found }), ...linked(batch), beside: found && !found.length ? beside : undefined };
}

// In which order what is suspicious is told: an error comes first.
const RANKS = [[/^Label \S+ is out of bounds|^The labels are -1/, 0], [/^These are (?:in half|log-)/, 2], [/^The labels are [FD]/, 1.5],
  [/is not that of this print|right: the mean/, 3], [/^Every row gets/, 1.7]];

// Probabilities of which a text asks something, but that no loss gets.
const PRIORS = /softmax(?:\(| of)|\bpriors?\b|shares of|frequenc|attention/i;
const TRAINED = /loss|entropy|criterion|\bnll|\bb?ce\b|train|accura|model|network|target|label|output/i;

// What a text prints of sums over a tensor that stands above them.
const SUMS = /\b(?=\w+\.sum\()(?<=\]\][^[]*)\w+\.sum\([^()]*\)\s*[=:]*\s*tensor\(\[[-\d.,\s]*\][^()]*\)/g;

// A link to the calculator with this batch, if it is not too long for an address; none without its numbers.
function linked({ logits, target }) {
  if (!logits) return {};
  const numbers = new URLSearchParams({ batch: logits.text, targets: target?.text ?? (logits.shape[1] ? `[${logits.values.map(() => 0)}]` : 0) });
  const at = (query) => `calculator/${query}#a-batch`;
  const address = at(`?${numbers}`);
  if (address.length > MOST_IN_LINK) return { address: at(""), label: "This is too long for a link: paste it into the calculator" };
  return { address, label: target ? "See its loss in the calculator" : "See it in the calculator, with targets of zero" };
}

// Lines that are a call without a tensor, such as those that make the loss, unless they change a tensor that is printed.
const CALL = /^[ \t>]*(?:(\w+)\s*=\s*)?(?!(?:torch\.|np\.)?(?:tensor|array)\b)[a-z_][\w.]*\((?!.*\[).*\)\W*$/gim;
const PROSE = /(?<=[a-z])\([a-z]+ [a-z]+ [^()\d=,]*\)/gi; // in parentheses, which is no call
const withoutCalls = (text) => withNames(text).replace(PROSE, " ").replace(
  CALL, (line, name) => (name && new RegExp(`^\\W*${name}\\b[ :=]*(?:tensor|array|\\[)`, "m").test(text) ? line : ""));

function read(text) {
  if (DESCRIBED.test(text)) return inspectDescription(text);
  const print = aboutPrint(text);
  if (print) return { found: [print] };
  if (/exp\(/.test(text) && /\b(?:inf|nan)\b/.test(text) && !/entropy|loss/i.test(text)) return { found: [overflow()] };
  const checked = aboutChecks(text);
  if (checked) return { found: checked };
  const table = tabled(text);
  if (table) return { found: aboutTable(table, text) };
  const [plain, values] = withoutChecks(text);
  const both = described(plain);
  if (both && both[0].shape.length > 1 && String(both[0].shape) === String(both[1].shape)
    && /\w\[\d+\]\s*[=:]?\s*tensor/.test(plain)) return { found: [] }; // a row of the target, which has the shape of the logits
  const sizes = /(?:tensor|array)\(/.test(plain) ? null : both;
  if (sizes) return { found: aboutSizes(sizes, text, values) };
  if (COLOURS.test(text)) return { found: [section("The mask has three channels: it was read as a colour image", "channel",
        "target = target[..., 0]  # of (N, H, W, 3)", "If they differ, map each colour to a class index. If all are alike, take one, then look at its values:")] };
  const first = readWhole(text);
  const found = first.refusal ? aboutUnread(text) : [];
  if (found.length) return { found };
  const visible = first.refusal && text.length < 2e4 && /\.\.\./.test(text) ? aboutVisible(text) : [];
  if (visible.length) return { found: visible };
  for (const change of first.refusal ? [withoutCalls, ...(text.length < 2e4 ? [closed] : [])] : []) {
    const next = readWhole(change(text));
    if (!next.refusal) return next;
  }
  return first;
}

// The batch that stands in a text, judged as a whole: the first pair about which anything is suspicious.
function readWhole(text) {
  try {
    const all = framed(text) ?? withoutRepeats(readAll(text.replace(SUMS, "").replace(FROM_ARRAY, "$1").replace(LOSS_CALL, "").replace(/\.CudaT/g, ".FloatT")));
    const isNan = ({ values }) => [values].flat(Infinity).every(Number.isNaN);
    if (/\.grad\b/.test(text) && all.at(-1)?.shape.length && isNan(all.at(-1))) return { found: [aboutNamed(all.at(-1), "grad")] };
    if (all.some(({ values, shape }) => shape.length === 2 && shape[1] > 1 && values.some((row) => row.every((x) => x === -Infinity)))) return { found: [maskedRow()] };
    if (/mask(?!.?r-?cnn)|attn|attention/i.test(text) && !/ignore_index|!= ?\d/.test(text) && all.some(hasNanRows)) {
      return { found: [{ ...maskedRow(), title: "Some rows are nan, others are not: is everything in them masked?", says: MASKED }] };
    }
    if (all.some((each) => hasNanRows(each) && areMaskedShares(each))) {
      return { found: [{ ...maskedRow(), title: "A softmax with zeros, and a row of nan: is everything in it masked?", says: MASKED }] };
    }
    let first;
    const shaped = all.filter(({ shape }) => shape.length);
    const isNamed = ({ name }) => OUTPUT.test(name) || TARGET.test(name);
    if (shaped.length > 1 && !shaped.some(isNamed) && (shaped.length > 2 || CODE.test(text))) return { found: [], isOther: true }; // any of them may be logits
    for (const parts of paired(withoutWeights(all))) {
      const batch = judged(parts, all, text);
      if (batch.found.length) return batch;
      first ??= batch;
    }
    return first;
  } catch (refusal) {
    if (refusal instanceof Refusal) return { refusal };
    throw refusal;
  }
}

const MASKED = "A row in which everything is masked has no softmax. Leave such rows out:";

// Whether whole rows are nan, and others are not.
function hasNanRows({ values, shape }) {
  const rows = shape.length > 1 ? values.flat(shape.length - 2) : [];
  return rows.some((row) => row.every(Number.isNaN)) && rows.some((row) => row.every(Number.isFinite));
}

// Whether the finite rows add up to one, and hold zeros, as those of a masked softmax do.
function areMaskedShares({ values, shape }) {
  const rows = values.flat(shape.length - 2).filter((row) => row.every(Number.isFinite));
  return rows.every(addsUp) && rows.some((row) => row.includes(0) && !row.includes(1));
}

// What these tensors are, and what is suspicious about them.
function judged(parts, all, text) {
  if (parts.every((each) => isLoss(each, parts))) return { found: [], isOther: all.length > 0 };
  if (parts.length === 1 && isLog(parts[0], text)) return { found: [], log: parts[0].values.at(-1)[1] };
  if (parts.some(({ name }) => /^(?:input_ids|attention_mask)$/.test(name))) return aboutTokens(parts, text);
  if (/tokeni[sz]|encode\(/.test(text) && parts.every(({ bare, dtype }) => bare && dtype === "Long")) return { found: [], isOther: true }; // ids
  if (/\bf1\b|torchmetrics|sklearn|scikit|roc_auc|average_precision/i.test(text) && parts.every(({ shape, dtype }) => shape.length === 1 && dtype === "Long")) return { found: [], isOther: true };
  const size = parts.length === 2 && parts.find((each) => /^\(\d+, ?\d+\)$/.test(each.text) && !TARGET.test(each.name));
  const labels = size && parts.find((each) => each !== size && String(each.shape) === String(size.values[0]) && each.dtype === "Long");
  if (labels) return { target: labels, found: aboutTarget(labelsOf(labels), size.values[1]) }; // the size of the logits, without the word
  if (parts.length > 1 && parts.every(({ name, shape }) => RUN.test(name) && shape.length === 1)) return { found: aboutRun(parts) };
  if (parts.length === 2 && parts.every(areIndices) && areShifted(...parts)) return { found: [], isOther: true }; // inputs, and the tokens after them
  if (parts.every(({ name }) => /^rewards?$|^advantages?$/.test(name))) return { found: [], isOther: true };
  if (parts.length > 1 && parts.every(areIndices) && !OUTPUT.test(parts.map(({ name }) => name)) && !/argmax/.test(text)) return aboutIndices(parts, text);
  if (parts.length > 1 && parts.every(({ name }) => name === "grad")) {
    return { found: parts.map((each) => aboutNamed(each, "grad")).filter((told) => told?.at.includes("nan")).slice(0, 1) };
  }
  if (!/loss|entropy|bce|dice|label|target/i.test(text) && parts.every(({ name, dtype }) => /^mask/.test(name) && dtype === "Bool")) return { found: [], isOther: true };
  const isRange = (each) => isFloat(each) && each.shape.length === 1 && !TARGET.test(each.name) && String(each.values) === "0,1"; // what `unique` prints
  if ((/confusion/i.test(text) && parts.some(({ shape }) => shape.length === 1)) || (parts.length === 1 && isRange(parts[0]))) return { found: [], isOther: true };
  const isCalled = /not implemented|\bout(?:put)?s? ?[=:\n]|argmax\([^\n]*\n?[^\n]*loss|entropy\w*\([^\n]*argmax/i.test(text);
  if (!isCalled && parts.some(isOfTokens)) {
    const left = parts.filter((each) => !isOfTokens(each) && each.shape.length);
    return left.some(isFloat) ? judged(left, all, text) : { found: [], isOther: true };
  }
  if (parts.length > 2) return aboutSeveral(parts);
  if (outputsOf(parts).length > 1 && parts.every(isFloat) && !aboutSoftmax(...parts)) return aboutSeveral(parts);
  const [{ logits, target, isCall }, [head]] = [ignoring(assigned(parts, text), text), parts];
  if (logits && [target?.values].flat(Infinity).includes(-Infinity)) return { logits: target, found: aboutLogits(target) }; // a result
  const told = !isCall && aboutNamed(TARGET.test(head.name) ? logits ?? target : head, text);
  if (told) return { found: [told] };
  if (!target && (/confusion/i.test(text) || VIEWS.test(text) || (FEATURES.test(logits.name) && !/\boutput|predict|logit|Addmm/i.test(text)))) return { logits, found: aboutFeatures(logits, text) };
  if (!logits && target.shape.length === 2 && areOneHot(target)) return { target, found: /Long|Bool/.test(target.dtype) ? [integerOneHot()] : [] };
  if (!logits && isFloat(target) && target.shape.length === 2 && target.values.flat().every((x) => x * (x - 1) === 0)) return { target, found: [] }; // several labels
  if (!logits) return { target, found: aboutLevels(target, text) ?? aboutTarget(labelsOf(target), classesOf(text)) };
  const softmax = target && !TARGET.test(target.name) ? aboutSoftmax(logits, target) : null;
  if (softmax) return { logits, found: softmax };
  const isSigmoid = /SigmoidBackward/.test(text);
  if (isSigmoid && !target) return { logits, found: [...undecided(logits), sigmoids()] };
  const [first, second] = [aboutLogits(logits, target), target ? aboutBoth(logits, target) : []];
  const about = isSigmoid ? [...aboutTwo(logits, target), ...undecided(logits), sigmoids()] : /add up to one$|all zeros|several labels at once/.test(second[0]?.title)
    ? [...second, ...first] : [...first, ...second];
  return { logits, target, found: target ? withPrinted([...about, ...aboutClass(logits, target)], compared(all, logits, target, text), logits, target) : about };
}

// Whether the second holds what the first does, from its second entry on.
const areShifted = ({ values: x }, { values: y }) => x.length === y.length && x.length > 3 && x.slice(1).every((each, at) => each === y[at]);

// Whether a tensor holds rows of integers that are not called an output: tokens, or labels.
const isOfTokens = ({ shape, dtype, name, bare, values }) => dtype === "Long" && !bare && shape.length === 2 && shape[1] > 2 && !OUTPUT.test(name)
  && !TARGET.test(name) && Math.max(...values.flat()) > 1;

// A batch whose labels that a text ignores, as by `ignore_index=-1`, are written as -100.
function ignoring(batch, text) {
  const [, ignored] = /ignore_index ?= ?(-\d+|255)/.exec(text) ?? [];
  const written = (y) => (Array.isArray(y) ? y.map(written) : y === Number(ignored) ? -100 : y);
  return ignored && batch.target ? { ...batch, target: { ...batch.target, values: written(batch.target.values) } } : batch;
}

// What class indices say of which no logits stand beside: levels of a mask, labels, predicted classes.
function aboutIndices(parts, text) {
  const found = parts.map((each) => aboutLevels(each, text) ?? aboutTarget(labelsOf(each), classesOf(text))).find(({ length }) => length);
  const isAlike = String(parts[0].shape) === String(parts[1].shape) && !/unique/.test(text);
  return { target: parts[0], found: found ?? (isAlike ? [section("Class indices alone: labels and predicted classes?", "not_for_long", PLAIN,
      "The loss takes the logits, before the `argmax`:")] : []) };
}

// What is told by more tensors than logits and target: what is certain of the first of which anything is.
function aboutSeveral(parts) {
  const found = parts.filter((each) => each.shape.length > 1 && isOutput(each)).map((each) => aboutLogits(each)).find(({ length }) => length);
  if (!found && parts.length > 2) throw new Refusal("There are more than two tensors in it.", "Paste the logits and the target.");
  return { found: found ?? [] };
}

// Losses of training and of validation, epoch by epoch.
const RUN = /^(?:train|val|valid|test)(?:ing|idation)?(?:_?loss(?:es)?)?$/;
function aboutRun(parts) {
  const [training, validation] = [true, false].map((is) => parts.find(({ name }) => name.startsWith("train") === is)?.values);
  const isApart = training && validation && training.at(-1) < training[0] && validation.at(-1) > validation[0];
  return isApart ? [confident("The validation loss rises while that of training falls: overfitting",
      "The model is sure of some validation rows, and wrong. Look at them:")] : [];
}
