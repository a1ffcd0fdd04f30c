// Says what is suspicious about pasted logits and targets. No DOM.
import { readTensors, Refusal } from "../calculator/tensors.js";
import { byPixel, compared } from "./compare.js";
import { aboutCounts, framed, tabled } from "./counts.js";
import { described, sizesOf } from "./sizes.js";

const DEBUG = "guides/debug/";
const DESCRIBED = /^logits: \(([\d, ]*)\) torch\.(\w+)/m;

const MOST_IN_LINK = 6000;
const NO_INDICES = /(?<![a-z])ctc|(?:target|label)_lengths|supcon|contrastive|\bkl_?div/i; // losses whose labels are no class indices of rows
const STATED = /(?<![\w.])-?(?:inf|nan)\b|loss\w*\W{1,3}(?:tensor\()?-\d/i; // a loss that no mean of probabilities has
// A loss below the batch that no batch explains.
const BESIDE = /(?:^\W*(?:\w*loss\w*[^\w\n-]{1,6})?|\)\s*(?:=|->|#)\s*)(?:tensor\()?(?:-\d*\.\d*|-?\binf\b|\bnan\b)(?:\)?[ \t]*$|, *(?:grad|device|dtype|requires))|\bloss\w*\W{1,3}(?:tensor\()?-?(?:nan|inf)\b/im;

/**
 * What is suspicious about the tensors in a text: { logits, target, found }, and the address and the label of a link to the
 * calculator, or { refusal } if they cannot be read; null if they are no batch.
 */
export function inspect(text) {
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
  const rank = ({ title }) => (/^Label \S+ is out of bounds|^The labels are -1/.test(title) ? 0 : /^These are (?:in half|log-)/.test(title) ? 2
    : /^The labels are [FD]/.test(title) ? 1.5 : /is not that of this print|right: the mean/.test(title) ? 3 : 1); // an error comes first
  const found = batch.found && [...batch.found].sort((a, b) => rank(a) - rank(b));
  const beside = batch.log === undefined ? BESIDE.exec(text)?.[0] : `loss ${batch.log}`;
  return { ...batch, ...(found && { found }), ...linked(batch), beside: found && !found.length ? beside : undefined };
}

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
const withoutCalls = (text) => text.replace(PROSE, " ").replace(
  CALL, (line, name) => (name && new RegExp(`^\\W*${name}\\b[ :=]*(?:tensor|array|\\[)`, "m").test(text) ? line : ""));

function read(text) {
  if (DESCRIBED.test(text)) return inspectDescription(text);
  if (/exp\(/.test(text) && /\b(?:inf|nan)\b/.test(text) && !/entropy|loss/i.test(text)) return { found: [overflow()] };
  const checked = aboutChecks(text);
  if (checked) return { found: checked };
  const table = tabled(text);
  if (table) return { found: aboutTable(table, text) };
  const [plain, values] = withoutChecks(text);
  const named = described(plain);
  if (named && named[0].shape.length > 1 && String(named[0].shape) === String(named[1].shape)
    && /\w\[\d+\]\s*[=:]?\s*tensor/.test(plain)) return { found: [] }; // a row of the target, which has the shape of the logits
  const sizes = /(?:tensor|array)\(/.test(plain) ? null : named;
  if (sizes) return { found: aboutSizes(sizes, text, values) };
  if (COLOURS.test(text)) return { found: [section("The mask has three channels: it was read as a colour image", "shapes/#masks-with-a-channel",
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

// A print that was cut off, closed after its last whole row.
const CUT = /(?:tensor|array)\(\[(?:\s*\[[-+\d.e,\s]*\],?)+(?!\s*,?\s*(?:[[\]]|\.\.\.))/g;
const closed = (text) => text.replace(/^\W*\((?=tensor)/, "").replace(/\],\s*(?:grad_fn|device|dtype)=<?[\w:'.]*$/gm, "])")
  .replace(CUT, (rows) => `${rows.replace(/,\s*$/, "")}])`);

// A text without the range or the distinct values of labels, as a check prints them, and these.
const CHECK = /(?:(\w+)[. ](?:min|max|unique)(?:\(\))?[\s:=>]*(?:(?:tensor|array)\()?\[?((?:-?\d+\.?\d*[,\s]*)+)\]?(?:, dtype=[\w.]+)?\)?|tensor\((-?\d+)\)\W+tensor\((-?\d+)\))/gi;
function withoutChecks(text) {
  const values = Array.from(text.matchAll(CHECK),
    ([, name = "target", list, ...both]) => (!TARGET.test(name.toLowerCase()) ? [] : list?.match(/-?\d+\.?\d*/g) ?? both)).flat();
  return [text.replace(CHECK, ""), { values: values.map(Number), dtype: values.some((x) => x.includes(".")) ? "Float" : "Long" }];
}

// How many values are nan, as a check prints it below or beside itself.
const ISNAN = /(?:(\w+)\.)?is(nan|inf)\(([\w.]*(?:\([\w.]*\))?)[^\n]{0,99}?\)(?:\.item\(\))?[\s:=>#]*(?:tensor\()?(\d+|True|False)\b/g;
const marked = (code) => `\`${code.replace(/(?:\.(?:data|cpu|detach|numpy)(?:\(\))?)+$/, "")}\``;

// What the checks print that the debugging page advises: of the labels' range, of those that count, of the logits; null if it is none.
function aboutChecks(text) {
  if (/isfinite\(/.test(text) && /\bFalse\b/.test(text)) return [notFinite("not finite")];
  const counts = Array.from(text.matchAll(ISNAN), ([, own, kind, of, count]) => ({ of: marked(of || own), kind, isBad: /[1-9]|True/.test(count) }));
  const at = counts.findIndex(({ isBad }) => isBad);
  if (at >= 0) return [{ ...notFinite(), title: `${counts[at].of} holds ${counts[at].kind}${at ? `, ${counts[0].of} does not` : ""}` }];
  if (counts.length) return [];
  if (/-100\)\.sum\(|^\W*tensor\(\d+\)\W+(?:tensor\()?True\W*$/.test(text)) return /tensor\(0[,)]|^0\b/m.test(text) ? [allIgnored()] : [];
  if (/isfinite\(/.test(text)) return [];
  if (/\.std\((?:dim=|axis=)?0\)/.test(text)) {
    const [list] = /\[[-\d.e+,\s]+\]/.exec(text.replace(/\(.*?\)\)?$/m, "")) ?? [];
    return list?.match(/[\d.]+(?:e[-+]\d+)?/g).every((x) => Number(x) < 1e-6)
      ? [section("The logits do not depend on the input", "symptoms/#the-loss-is-stuck-at-ln-c")] : list ? [] : null;
  }
  const isBare = /^\W*tensor\(-?\d+\)\W+tensor\(-?\d+\)[\s,\d)]*$/.test(text);
  if (/Size\(/.test(text) || (!isBare && !(/(?:label|target|mask|\by)\w*(?:\.\w+\(\))?\.min\(/i.test(text) && /\.max\(/.test(text)))) return null;
  const [least, most] = ["min", "max"].map((name) => new RegExp(`\\.${name}\\(\\)\\)?[\\s:=#>]*(?:tensor\\()?(-?\\d+)`).exec(text)?.[1]);
  const [low, high, more] = least && most ? [Number(least), Number(most)]
    : Array.from(text.replace(/\[\d\]|\w+:\d|(?:dim|axis)=-?\d/g, "").matchAll(/(?<![\w.-])-?\d+\.?\d*(?![\w.])/g), ([x]) => Number(x));
  const classes = more ?? Number(/(?:class\w*|shape\[1\])\D{1,9}(\d+)/i.exec(text)?.[1] ?? 0);
  if (high === undefined) return null;
  return aboutTarget({ low, high, shape: [2], dtype: "Long", isWhole: low % 1 === 0 && high % 1 === 0, isSeveral: true, isIgnored: high === -100 },
    classes);
}

const COLOURS = /mask[^\n]{0,20}(?:unique|value)[^\n]{0,20}\[(?:\[\d+, ?\d+, ?\d+\](?:, ?|\])){2}/i; // its distinct values
// What is certain of a print that cannot be read: a nan is one, whatever was left out.
function aboutUnread(text) {
  if (/softmax[^\n]{0,99}\n(?:[ \t[]{0,99}1(?:\.0*)?[\],]*[ \t]*(?:\n|$)){2,}/i.test(text)) return [
    { ...oneColumn(), title: "A softmax of 1 everywhere: there is one column" }];
  const [input, target, ...more] = text.matchAll(/\[torch\.(?:cuda\.)?(\w+)Tensor of size (\d+x\d+)/g);
  if (target && !more.length && input[2] === target[2] && /Double|Long/.test(target[1])
    && /^[01\s.\n]+$/.test(text.slice(input.index + input[0].length, target.index).replace(/^.*|^.*[a-z].*$/gim, ""))) {
    return [section(`The target has a column for each class: zeros and ones in a ${target[1]}Tensor`, "target/#integer-one-hot-target",
        "F.cross_entropy(logits, target.argmax(dim=1))",
        "Of one class a row, pass its index. If several can be true, pass `target.float()` to `binary_cross_entropy_with_logits`.")];
  }
  if (!/nan|inf/.test(text)) return [];
  if (/^[ \t]*-inf(?:[ \t]+-inf)+[ \t]*$/m.test(text)) return [{ ...about("A row of nothing but -inf: everything in it is masked",
        "guides/numerics/#a-row-in-which-everything-is-masked", "print(logits.isneginf().all(dim=1))", "It has no softmax: leave such rows out."),
        link: "A row in which everything is masked" }];
  const [, bad] = /\[[^\]]*?(?<![\w-])(nan|inf)\b[^\]]*\.\.\./.exec(text) ?? /\.\.\.[^\]]*?(?<![\w-])(nan|inf)\b/.exec(text) ?? [];
  return bad ? [notFinite(bad === "nan" ? NaN : Infinity)] : [];
}

// What an abbreviated print shows: its type, its range and what it went through, but neither its sizes nor the sums of its rows.
function aboutVisible(text) {
  const left = text.replace(/,?\s{0,99}\.\.\.,?/g, (dots) => (dots.includes(",") ? "," : " "));
  let parts = [];
  try { parts = readAll(left).filter((each) => each.shape.length && !each.text.startsWith("(")); } catch { return []; }
  const isTokens = parts.some(({ name }) => /^(?:input_ids|attention_mask)$/.test(name));
  return parts.flatMap((each) => {
    const all = [each.values].flat(Infinity);
    const bad = all.find((x) => !Number.isFinite(x));
    const [, through] = /grad_fn=<(Sigmoid|Softmax|LogSoftmax)/.exec(each.text) ?? [];
    if (bad !== undefined && !TARGET.test(each.name)) return [notFinite(bad)];
    if (isTokens ? each.name !== "labels" : /input/.test(each.name)) return [];
    if (FEATURES.test(each.name)) return aboutFeatures(each);
    if (TARGET.test(each.name) && /Float|Double/.test(each.dtype)) return aboutProbabilities(each).filter(({ title }) => !/add up/.test(title));
    if (TARGET.test(each.name) || /Long|Int|Byte/.test(each.dtype)) return aboutLevels({ values: [...new Set(all)].sort((a, b) => a - b), shape: [2] },
      isTokens ? "" : text) ?? aboutTarget({ ...labelsOf(each), dtype: "Long", shape: [2], isSeveral: false }, classesOf(text));
    if (through) return [{ Sigmoid: sigmoids, Softmax: throughSoftmax, LogSoftmax: logProbabilities }[through]()];
    if (each.shape.length === 2 && each.shape[0] > 2 && each.values.every((row) => String(row) === String(each.values[0]))) return [
      section("All visible rows are alike", "symptoms/#the-loss-is-stuck-at-ln-c", ALIKE)];
    return all.every(isUnit) && all.some((x) => x * (x - 1)) ? [{ ...throughSoftmax(), title: "All visible values lie between 0 and 1: probabilities?" }] : [];
  });
}

// What is told by features or embeddings: that the rows are alike.
function aboutFeatures({ shape, values, name }) {
  const isAlike = shape.length === 2 && shape[0] > 2 && values[0].some((x) => x) && values.every((row) => String(row) === String(values[0]));
  return isAlike ? [{ ...about("All rows of the features are alike: each candidate is as likely as any other",
      "guides/contrastive/#which-loss-to-expect-from-ln-n-to-the-floor", `print(${name}.std(dim=0))  # near 0: the features do not depend on the input`,
      "The loss is then that of a guess: ln N for N candidates, or ln C for C classes. Often the learning rate is too large:"),
    link: "Which loss to expect: from ln N to the floor" }] : [];
}

// The tensors in a text. Those of torch before 0.4 end with their size, and have a name in the line above.
const OLD = /(?:^[ \t]*([a-z_]\w*)[ \t]*[:=]?[ \t]*\n)?((?:(?!^[ \t]*[a-z_]\w*[ \t]*[:=]?[ \t]*\n)[^])*?\[torch\.[\w.]*Tensor of size [^\]]*\])/gim;
// With tensors written out.
const LOSS_CALL = /\b(?:[\w.]*(?:cross_entropy|nll_loss|kl_div)\w*|[\w.]*Loss\([^()]*\)|criterion|loss(?:_f\w+)?)\((?=\s*(?:torch\.|np\.|jnp\.)?(?:tensor|array)\()/gi;
const FROM_ARRAY = /\b(?:torch\.)?from_numpy\(((?:np|numpy)\.array\([^()]*\))\)/g;
const PROMPT = /^[ \t]*(?:>>>|\.\.\.|In \[\d+\]:)[ \t]?/gm;
function readAll(text) {
  const isOld = text.split("Tensor of size").length > 2;
  const found = isOld ? [...text.matchAll(OLD)].flatMap(
    ([, name, part]) => readTensors(part).map((each) => ({ ...each, name: name?.toLowerCase() ?? "" }))) : readTensors(text);
  const typed = text.replace(PROMPT, "");
  if (found.every(({ shape }) => !shape.length) && typed !== text) return readAll(typed); // losses below what a session was given
  const isOther = /tf\.Tensor|\bArray\(/.test(text); // where int32 is the type of labels
  return found.map((each) => {
    const [, comma, above] = /(,\s*)?\b([a-z_]\w*)(?:["']\])?(?:\[[\d:, ]*\])?(?: (?:is|are))?[\s:>=]*$/i.exec(text.slice(0, text.indexOf(each.text))) ?? [];
    const name = each.name || ((!comma || OTHERS.test(above)) && above?.toLowerCase()) || "";
    return { ...each, name: name && new RegExp(`weight=${name}\\b`, "i").test(text) ? "weight" : name,
      dtype: isOther && each.dtype === "Int" ? "Long" : each.dtype };
  });
}

// A tensor that is quoted twice counts once.
const withoutRepeats = (all) => all.filter(
  ({ name, text, shape }, at) => !shape.length || all.findIndex((each) => each.text === text && each.name === name) === at);

const TARGET = /label|teacher|target|targs|truth|mask|actual|gold|^gt$|(?:^|_)y(?:s|b|_?(?:true|batch|train|test|val))?$/;
const OUTPUT = /logit|out|pred|prob|score|softmax|hat/;
const FEATURES = /^x|feat|emb|imag|data|^sim|^matrix$|cos|dist/;
function readWhole(text) {
  try {
    const all = framed(text) ?? withoutRepeats(readAll(text.replace(FROM_ARRAY, "$1").replace(LOSS_CALL, "").replace(/\.CudaT/g, ".FloatT")));
    let first;
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

// What these tensors are, and what is suspicious about them.
function judged(parts, all, text) {
  if (parts.every((each) => isLoss(each, parts))) return { found: [], isOther: all.length > 0 };
  if (parts.length === 1 && isLog(parts[0], text)) return { found: [], log: parts[0].values.at(-1)[1] };
  if (parts.some(({ name }) => /^(?:input_ids|attention_mask)$/.test(name))) return aboutTokens(parts);
  const size = parts.length === 2 && parts.find((each) => /^\(\d+, ?\d+\)$/.test(each.text) && !TARGET.test(each.name));
  const labels = size && parts.find((each) => each !== size && String(each.shape) === String(size.values[0]) && each.dtype === "Long");
  if (labels) return { target: labels, found: aboutTarget(labelsOf(labels), size.values[1]) }; // the size of the logits, without the word
  const isLevels = ({ shape, values, name }) => shape.length === 1 && (/mask|unique/.test(name) || /mask|unique/i.test(text))
    && values.every(Number.isInteger);
  const isOne = parts.length === 1 && /label|target/i.test(text) && parts[0].dtype === "Long";
  const isTarget = (each) => isOne || TARGET.test(each.name) || isLevels(each) || (each.shape.length < 2 && !isFloat(each));
  const isOneHot = parts.length > 1 && !parts[0].name && String(parts[0].shape) === String(parts[1].shape) && areOneHot(parts[0])
    && !areOneHot(parts[1]);
  const isCall = parts.length === 2 && text.search(LOSS_CALL) >= 0; // whose target is the second
  if (parts.length > 1 && parts.every(({ name, shape }) => RUN.test(name) && shape.length === 1)) return { found: aboutRun(parts) };
  if (parts.length > 1 && parts.every(areIndices) && !OUTPUT.test(parts.map(({ name }) => name)) && !/argmax/.test(text)) return aboutIndices(parts, text);
  if (parts.length > 2) return aboutSeveral(parts);
  const named = parts.findIndex(({ name }) => TARGET.test(name));
  const results = parts.filter(({ name, shape }) => OUTPUT.test(name) && !TARGET.test(name) && shape.length > 1).length;
  if (results > 1 && parts.every(isFloat) && !aboutSoftmax(...parts)) return aboutSeveral(parts);
  const isLast = results === 1 && parts.length > 1 && parts.every(isFloat) && OUTPUT.test(parts[1].name) && !OUTPUT.test(parts[0].name);
  const at = isCall ? 1 : isOneHot || (isLast && named < 0) ? 0 : named >= 0 ? named : parts.findIndex(isTarget);
  const [head] = parts;
  const [target] = parts.length > 1 || at === 0 ? parts.splice(at < 0 ? 1 : at, 1) : [];
  const [logits] = parts;
  if (logits && [target?.values].flat(Infinity).includes(-Infinity)) return { logits: target, found: aboutLogits(target) }; // a result
  const told = !isCall && aboutNamed(TARGET.test(head.name) ? logits ?? target : head, text);
  if (told) return { found: [told] };
  if (!target && (/confusion/i.test(text) || FEATURES.test(logits.name))) return { logits, found: aboutFeatures(logits) };
  if (!logits && target.shape.length === 2 && areOneHot(target)) return { target, found: /Long|Bool/.test(target.dtype) ? [integerOneHot()] : [] };
  if (!logits) return { target, found: aboutLevels(target, text) ?? aboutTarget(labelsOf(target), classesOf(text)) };
  const softmax = target && !TARGET.test(target.name) ? aboutSoftmax(logits, target) : null;
  if (softmax) return { logits, found: softmax };
  const isSigmoid = /SigmoidBackward/.test(text);
  if (isSigmoid && !target) return { logits, found: [...undecided(logits), sigmoids()] };
  const [first, second] = [aboutLogits(logits, target), target ? aboutBoth(logits, target) : []];
  const about = isSigmoid ? [...aboutTwo(logits, target), ...undecided(logits), sigmoids()] : /add up to one$/.test(second[0]?.title)
    ? [...second, ...first] : [...first, ...second];
  return { logits, target, found: target ? withPrinted(about, compared(all, logits, target, text), logits, target) : about };
}

// Whether a number is a loss, alone or beside others, and no logit.
const isLoss = ({ shape, values, name, dtype }, all) => isFloat({ dtype }) && (!shape.length || (String(shape) === "1" && all.length > 1
  && !TARGET.test(name) && !OUTPUT.test(name) && all.every((each) => String(each.shape) === "1" && each.values[0] * (each.values[0] - 1) !== 0)));

// Of several tensors, each output with the target that fits it, by their names, their types and their sizes; all, if none fits.
function paired(all) {
  const parts = all.length > 1 && all.some(({ shape }) => shape.length) ? all.filter(({ shape, dtype }) => shape.length || dtype === "Long") : all;
  if (parts.length < 3) return [parts];
  const targets = parts.filter((each) => TARGET.test(each.name) || (areIndices(each) && !OUTPUT.test(each.name)));
  const outputs = parts.filter((each) => !targets.includes(each) && isOutput(each)).sort((a, b) => OUTPUT.test(b.name) - OUTPUT.test(a.name));
  const pairs = outputs.map((logits) => [logits, targets.find(({ shape }) => shape[0] === logits.shape[0])]).filter(([, target]) => target);
  return pairs.length ? pairs.map((pair) => parts.filter((each) => pair.includes(each))) : [parts];
}

// Whether a tensor holds floats, may be logits and no inputs of a network, or can only be class indices.
const isFloat = ({ dtype }) => /Float|Double|Half/.test(dtype);
const isOutput = (each) => isFloat(each) && !FEATURES.test(each.name);
const areIndices = ({ shape, dtype, bare }) => shape.length === 1 && /Long|Int|Byte/.test(dtype) && !bare;

// What class indices say of which no logits stand beside: levels of a mask, labels, predicted classes.
function aboutIndices(parts, text) {
  const found = parts.map((each) => aboutLevels(each, text) ?? aboutTarget(labelsOf(each), classesOf(text))).find(({ length }) => length);
  const isAlike = String(parts[0].shape) === String(parts[1].shape) && !/unique/.test(text);
  return { target: parts[0], found: found ?? (isAlike ? [section("Class indices alone: labels and predicted classes?", "precision-and-gpu/#not-implemented-for-long",
      "F.cross_entropy(logits, target)  # logits as the last layer returns them", "The loss takes the logits, before the `argmax`:")] : []) };
}

// What is told by more tensors than logits and target: what is certain of the first of which anything is.
function aboutSeveral(parts) {
  const found = parts.filter((each) => each.shape.length > 1 && isOutput(each)).map((each) => aboutLogits(each)).find(({ length }) => length);
  if (!found && parts.length > 2) throw new Refusal("There are more than two tensors in it.", "Paste the logits and the target.");
  return { found: found ?? [] };
}

// What is suspicious, and what the printed loss says: first what explains it.
function withPrinted(found, printed, logits, target) {
  if (!printed) return found.length ? found : aboutMistake(logits, target);
  const [first, ...others] = found;
  if (!first) return [printed];
  if (/out of bounds/.test(first.title) || printed.isNegative) return found;
  if (printed.isWrong) return [printed, ...found];
  const isFloor = /one-hot rows|^These are probab/.test(first.title) && printed.value;
  if (isFloor) return [{ ...first, at: FLOOR, code: PLAIN,
      says: `\`cross_entropy\` takes them as logits, and its softmax leaves the loss at ${printed.value} or above:` }, printed, ...others];
  return [...found, printed];
}

// Whether lines of two numbers are steps and losses: the first ones rise by the same amount.
const isLog = ({ values, shape, name }, text) => !name && shape.length === 2 && shape[1] === 2 && shape[0] > 2 && /^[^[({]*$/.test(text)
  && values.every(([step], at) => Number.isInteger(step) && (at < 1 || step - values[at - 1][0] === values[1][0] - values[0][0]))
    && values[1][0] > values[0][0] && !values.every(([, x]) => Number.isInteger(x));

// Losses of training and of validation, epoch by epoch.
const RUN = /^(?:train|val|valid|test)(?:ing|idation)?(?:_?loss(?:es)?)?$/;
function aboutRun(parts) {
  const [training, validation] = [true, false].map((is) => parts.find(({ name }) => name.startsWith("train") === is)?.values);
  const isApart = training && validation && training.at(-1) < training[0] && validation.at(-1) > validation[0];
  return isApart ? [confident("The validation loss rises while that of training falls: overfitting",
      "The model is sure of some validation rows, and wrong. Look at them:")] : [];
}

// The row that costs most, if its class has nearly no probability; or predicted classes in place of logits.
function aboutMistake({ values, shape, name, dtype, bare }, target) {
  if (shape.length === 1 && String(shape) === String(target.shape) && /pred/.test(name) && (dtype === "Long" || bare)
    && values.every(Number.isInteger) && values.some((x) => x > 1)) {
    return [section("These are predicted classes, not logits", "precision-and-gpu/#not-implemented-for-long",
        "F.cross_entropy(logits, target)  # logits as the last layer returns them",
        "An accuracy takes the classes. The loss takes the logits before the `argmax`:")];
  }
  const isBinary = isTwo({ shape }, target);
  const labels = !isBinary && String(shape) === String(target.shape) && areOneHot(target) ? target.values.map((row) => row.indexOf(1)) : target.values;
  if (!isBinary && (shape.length !== 2 || labels.length !== shape[0] || labels[0].length || shape[1] < 2)) return [];
  if (FEATURES.test(name) || (!isBinary && /input/.test(name))) return []; // or what the network gets
  const isSmall = !isBinary && values.length > 2 && values.flat().every((x) => Math.abs(x) < 0.2) && values.flat().some((x) => x < 0);
  if (isSmall) return [section(`All logits are near zero: the loss is near ln ${shape[1]} = ${Math.log(shape[1]).toFixed(4)}, that of a guess`,
      "symptoms/#the-loss-is-stuck-at-ln-c", ALIKE, "At the first step that is right. Nothing else about this batch is suspicious.")];
  const losses = values.map((row, at) => {
    if (isBinary) return Math.max(row, 0) - row * target.values[at] + Math.log1p(Math.exp(-Math.abs(row)));
    const [most, right] = [Math.max(...row), row[labels[at]]];
    return right === undefined ? 0 : most - right + Math.log(sum(row.map((x) => Math.exp(x - most))));
  });
  const worst = losses.indexOf(Math.max(...losses));
  const cost = losses[worst] < 1e6 ? Number(losses[worst].toFixed(4)) : losses[worst].toPrecision(2).replace("+", "");
  return losses[worst] > 20 ? [confident(`${isBinary ? "As logits, row" : "Row"} ${worst} has a loss of ${cost}: it is certain and wrong`,
    "Is its class masked, or its label wrong? Or are the logits large because the inputs are not normalised?", isBinary)] : [];
}

// Whether a logit and a target of 0 or 1 stand for each row.
const isTwo = ({ shape }, target) => (shape.length === 1 || (shape.length === 2 && shape[1] === 1)) && String(shape) === String(target.shape)
  && target.values.flat().every((x) => x * (x - 1) === 0);

// What is suspicious about the sizes and the types of a two-class loss.
function aboutTwo({ shape, values }, target) {
  const [size, to] = [shape, target.shape].map((each) => `(${each.join(", ")}${each.length === 1 ? "," : ""})`);
  const isColumn = shape.at(-1) === 1 && String(shape.slice(0, -1)) === String(target.shape);
  const isRounded = shape.length === 1 && String(shape) === String(target.shape) && shape[0] > 1 && values.every((x) => x * (x - 1) === 0)
    && values.some((x, at) => x !== target.values[at]);
  if (isRounded) return [{ ...section("The outputs are exactly 0 and 1, and some are wrong", "comparisons/#a-gradient-is-none-or-zero", BINARY,
        "If they went through a sigmoid, each wrong one costs 100 in `BCELoss`, and has no gradient. If they are predictions, the loss takes the logits:"),
          link: "A gradient is None or zero" }];
  return isColumn ? [section(`The output is ${size}, the target ${to}`, "two-classes/#target-size-that-is-different",
      "F.binary_cross_entropy_with_logits(logits.squeeze(-1), target.float())", "A two-class loss takes floats of one shape. Squeeze the column:")]
    : target.dtype === "Long" && !target.bare && String(shape) === String(target.shape) ? [integerTarget()] : [];
}

// What is told by probabilities that are all near one half.
function undecided({ values }) {
  const all = [values].flat(Infinity);
  return all.length > 2 && all.every((x) => Math.abs(x - 0.5) < 0.02)
    ? [section("All probabilities are near 0.5: the loss is near ln 2", "symptoms/#the-loss-is-stuck-at-ln-c",
        ALIKE, "At the first step that is right.")] : [];
}

// What is told by the softmax of logits, printed below them: null if it is none, over rows or columns.
function aboutSoftmax({ values, shape }, { values: printed, shape: to }) {
  if (shape.length !== 2 || String(shape) !== String(to) || shape[0] < 2 || shape[1] < 2) return null;
  const transposed = (rows) => rows[0].map((_, at) => rows.map((row) => row[at]));
  const isOf = (rows, probs) => rows.every((row, at) => {
    const exps = row.map((x) => Math.exp(x - Math.max(...row)));
    return exps.every((each, k) => Math.abs(each / sum(exps) - probs[at][k]) < 1e-3);
  });
  if (isOf(values, printed)) return [];
  return isOf(transposed(values), transposed(printed))
    ? [section("This is a softmax over the batch: each column adds up to one, not each row", "options/#implicit-dimension-choice",
        "logits.softmax(dim=1)", "Name the dimension of the classes:")] : null;
}

// How many classes a text names, or the size of the logits; 0 if neither.
function classesOf(text) {
  const [, named, size] = /num_(?:classes|labels)\W{1,3}(\d+)|(?:logit|out|pred)\w*(?:[. ](?:shape|size)(?:\(\))?)?[^\w\n]{1,4}(?:(?:torch\.)?Size\(\[|[([])\d+, *(\d+)[\])]/i.exec(text) ?? [];
  const [rows, ...more] = named ?? size ? []
    : sizesOf(text).filter(({ shape, before }) => shape.length === 2 && shape[1] > 1 && !TARGET.test(before.slice(-30)) && /ize|hape/.test(text));
  return Number(named ?? size ?? (rows && !more.length ? rows.shape[1] : 0));
}

// What is neither logits nor targets, by its name.
const OTHERS = /weight|alpha|sizes?$|gpu|epoch|^lrs?$|rate|step|seed|loss|^acc/i;

// Without the weights of classes, also under another name, sizes, losses and other results.
function withoutWeights(parts) {
  const isSize = ({ text, name }) => /logit|out|shape/.test(name) && /^\(\d+(?:, ?\d+)+\)$/.test(text)
    || /pred|logit|out/.test(name) && /^\[\d{3,}(?:, ?\d+)+\]$/.test(text); // as in "logits (16, 3)"
  const left = parts.filter((each) => !(OTHERS.test(each.name) && (each.shape.length < 2 || /loss/.test(each.name))) && !isSize(each));
  const rows = left[0]?.shape.length === 2 ? left[0].shape[0] : 0;
  const isAlone = ({ values }) => [values].flat(Infinity).length === 1;
  const isResult = ({ name, shape, dtype }, at) => at > 1 && (/softmax|prob/.test(name)
    || (dtype === "Float" && (String(shape) === String(rows) || (String(shape) === `${rows},1` && !OUTPUT.test(name)))));
  const isSoftmax = (each, at) => at > 1 && each.shape.length > 1 && String(each.shape) === String(left[0].shape) && rowsOf(each).every(addsUp);
  const isLoss = (each) => isAlone(each) && /entropy|nll|^b?ce$/i.test(each.name);
  return left.length > 2 ? left.filter((each, at) => !isLoss(each) && !isResult(each, at) && !isSoftmax(each, at)) : left;
}

// What is certain of a tensor that the text names: a gradient, predicted classes, a confusion matrix.
function aboutNamed(tensor, text) {
  const all = [tensor.values].flat(Infinity);
  const isWhole = all.every(Number.isInteger);
  if (/(?:pred|out|prob|hat|logit)\w*\.sum\(/.test(text)) return all.every((x) => Math.abs(x - 1) < 1e-3) ? probabilities() : null;
  if (/\bgrad\b/.test(text)) {
    return all.some((x) => !Number.isFinite(x))
      ? section("A gradient is not finite", "nan-and-infinity/#the-loss-is-finite-but-the-weights-become-nan")
      : all.every((x) => x === 0) ? section("The gradient is zero", "comparisons/#a-gradient-is-none-or-zero", "",
        "The loss does not depend on this tensor, or is saturated.") : null;
  }
  if (/\.log\(/.test(text) && all.every(isUnit) && all.includes(0) && !isWhole) return section(
    "A probability is 0, and its logarithm minus infinity", "nan-and-infinity/#the-loss-is-infinite", "log_probs = logits.log_softmax(dim=1)",
    "The loss is infinite, or nan, wherever the target has a share of that class. Take the log-softmax of the logits:");
  if (/softmax|sigmoid|probabilit/i.test(text) && tensor.shape.length === 2 && (all.length > 3 || /softmax\(/.test(text)) && /Float|Double/.test(tensor.dtype) && areOneHot(tensor)) return about(
    "A softmax rounded to 0 and 1: its logits are far apart", "understand/log-softmax/#far-apart-logsoftmax", "print(logits.min(), logits.max())",
    "The difference of two logits is large, as of inputs that are not normalised. Take the loss of the logits, not of their softmax:");
  if (/softmax/i.test(text) && all.every((x) => x === 1) && (all.length > 1 || tensor.shape.length > 1)) return section(
    "A softmax of 1 everywhere: over a dimension of size 1", "options/#implicit-dimension-choice", "logits.softmax(dim=1)  # (N, C)",
    "The softmax goes over the batch of one row, or there is one column. Name the dimension of the classes:");
  const isOneClass = /confusion/i.test(text) ? tensor.shape.length === 2
    && tensor.values[0].filter((_, at) => tensor.values.some((row) => row[at])).length === 1
    : (/argmax/i.test(text) || (/pred/i.test(text) && !/logit|prob/i.test(text))) && tensor.shape.length === 1 && isWhole && all.length > 3
      && new Set(all).size === 1;
  const never = /confusion/i.test(text) && tensor.shape.length === 2 && !isOneClass
    ? tensor.values[0].findIndex((_, at) => !tensor.values.some((row) => row[at])) : -1;
  if (never >= 0) return { ...about(`Class ${never} is never predicted: its column is zero`,
      "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", "",
      "If it is rare, train with the plain loss first, and change the threshold of the decision."), link: "Imbalanced classes" };
  return isOneClass ? section("Every prediction is the same class: equal logits, or a rare class", "symptoms/#the-loss-is-stuck-at-ln-c") : null;
}

const areOneHot = (tensor) => rowsOf(tensor).every((row) => row.length > 1 && addsUp(row) && row.every(Number.isInteger));

// What is suspicious about the distinct values of a mask, which a text lists: null if they may be class indices.
function aboutLevels({ values, shape }, text) {
  const isList = shape.length === 1 && /unique|mask|levels/i.test(text)
    && values.every((x, at) => Number.isInteger(x) && x >= 0 && !(x <= values[at - 1]));
  const classes = values.length - (values.at?.(-1) === 255);
  if (!isList || values.at(-1) < 2 || (classes > 1 && values[classes - 1] < 2 * classes)) return null;
  const isTwo = values.length === 2;
  return [section(isTwo ? `The mask holds ${values.join(" and ")}, not 0 and 1` : "The mask holds grey levels, not class indices",
      "target/#class-index-out-of-bounds",
    isTwo ? `target = (target > ${values[0]}).long()` : `levels = torch.tensor([${values.slice(0, 12)}])\ntarget = torch.bucketize(target, levels)`,
    "Map them to 0, 1, 2 …:")];
}

// What is suspicious about a column of a table, or about labels and how often each occurs.
function aboutTable({ labels, counts, values, dtype }, text) {
  const classes = classesOf(text);
  if (counts && classes && Math.max(...labels) >= classes) return [...aboutTarget(
    labelsOf({ values: labels, shape: [labels.length], dtype: "Long" }), classes), aboutCounts({ labels, counts })];
  if (counts) return [...(Math.min(...labels) === 1 || labels.includes(255) || labels.includes(-1)
      ? aboutTarget(labelsOf({ values: labels, shape: [labels.length], dtype: "Long" }), 0) : []), aboutCounts({ labels, counts })];
  if (values.some(Number.isNaN)) return [section("A label is missing: NaN", "target/#wrong-type-of-class-indices", "",
    "Leave out its row, or give it the index that is ignored. Then convert the labels to `int64`.")];
  const labelsDtype = /int/.test(dtype) ? "Long" : dtype;
  return values.every(Number.isInteger) ? aboutTarget(labelsOf({ values, shape: [values.length], dtype: labelsDtype }), 0) : [];
}

// What makes a loss negative that is printed below its batch, and what is wrong with a divergence or a regression; null if neither.
function aboutNegative({ logits, target, found }, text) {
  const isDivergence = /kl_?div|kullback|\bkld?\b/i.test(text);
  const isNegative = /-/.test(BESIDE.exec(text)?.[0]) || (/nll/i.test(text) && !/cross_?entropy/i.test(text));
  if (/logit/.test(logits?.name) && /logit/.test(target?.name)) return found.filter(({ at }) => /nan/.test(at)); // of two models
  const isBoth = logits && target && String(logits.shape) === String(target.shape) && !/Long|Bool/.test(target.dtype);
  if (/\bmse|mse_?loss|l1_?loss|huber|(?<!logistic )\bregress/i.test(text) && target && /Float|Double/.test(target.dtype)) {
    const isColumn = logits?.shape[1] === 1 && target.shape.length === 1;
    return isColumn ? [{ ...about(`The output is (${logits.shape.join(", ")}), the target (${target.shape[0]},): they broadcast`,
          "reference/losses/regression/#mseloss", "F.mse_loss(logits.squeeze(1), target)",
          "Every prediction meets every target. Squeeze the column:"), link: "MSELoss" }] : isBoth ? found.filter(({ at }) => /nan/.test(at)) : found;
  }
  if (isBoth && (isDivergence || (isNegative && /\.log\(\)/.test(text)))) {
    const wrong = rowsOf(target).map(sum).find((each) => Math.abs(each - 1) > 0.01);
    const says = "`kl_div` takes log-probabilities, then probabilities:";
    const pitfall = (title, code) => [{ ...about(title, "reference/losses/distributions-and-sequences/#kldivloss-pitfalls", code, says),
        link: "KLDivLoss: Pitfalls" }];
    if (wrong !== undefined) return pitfall(`A row of the target adds up to ${Number(wrong.toFixed(4))}, not to one: so a divergence may be negative`,
      "target = target / target.sum(dim=1, keepdim=True)");
    return isDivergence && !/\.log\(\)/.test(text) && [logits.values].flat(Infinity).some((x) => x > 1e-3)
      ? pitfall(`The input of \`kl_div\` is ${rowsOf(logits).every(addsUp) ? "probabilities" : "positive"}, not log-probabilities`, 'F.kl_div(logits.log_softmax(dim=1), target, reduction="batchmean")')
      : isDivergence ? found.filter(({ title }) => !/probabilities/.test(title)) : null;
  }
  if (isDivergence && logits && !target) {
    return /["']none["']/.test(text) && [logits.values].flat(Infinity).some((x) => x < 0)
      ? [{ ...about("A term of a divergence may be negative; the sum of a row is not",
            "reference/losses/distributions-and-sequences/#kldivloss-formula", 'print(F.kl_div(log_probs, target, reduction="none").sum(dim=1))',
            "That holds if both rows add up to one:"), link: "KLDivLoss" }] : found.filter(({ title }) => !/padding|probabilities/.test(title));
  }
  if (/one-hot in integers/.test(found[0]?.title) && /\bzero loss|loss\w*\W{1,3}0\.0+(?:e[-+]?0+)?(?![\d.])/i.test(text)) return [
    { ...about("A loss of zero of a one-hot target in integers: is it `multilabel_margin_loss`?",
        "reference/losses/binary-and-multi-label/#multilabelmarginloss-pitfalls", "F.multilabel_soft_margin_loss(logits, target.float())",
        "`cross_entropy` refuses such a target. This loss reads the zeros and ones as class indices:"), link: "MultiLabelMarginLoss: Pitfalls" }, ...found];
  return isNegative && /^These are probabilities/.test(found[0]?.title)
    ? [section("These are probabilities: `nll_loss` of them is negative", "symptoms/#the-loss-is-negative", PLAIN,
        "It takes log-probabilities. Or pass the logits:")] : null;
}

// What is suspicious about the sizes of logits and target.
function aboutSizes([logits, target], text, { values, dtype }) {
  const [of, to] = [logits.shape, target.shape];
  const labels = (classes) => (values.length ? aboutLevels({ values, shape: [2] }, text)
    ?? aboutTarget(labelsOf({ values, shape: [2], dtype }), classes) : []);
  const most = Math.max(...values);
  const [isSame, isColumn, channel] = [String(of) === String(to) && of.length > 1, of.length > 1 && of[1] === 1, "shapes/#masks-with-a-channel"];
  const two = (title, dimension, at) => [section(
    title, `two-classes/#${at}`, `${dimension < 0 ? "F.binary_cross_entropy_with_logits(logits, target.squeeze(1).float())" : "F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())"}`,
    `A two-class loss takes floats of one shape. Squeeze the ${of.length > 2 ? "channel" : "column"}:`)];
  if (isSame && most > 1) return [section(
    `The target goes up to ${most}, not to one`, "two-classes/#target-outside-zero-to-one", "target = (target > 0).float()",
    "With as many logits as targets, each target is a zero or a one. Map 0 and 255 to them:")];
  if (isSame) return /int64|long/i.test(text) ? [integerOneHot()] : [];
  if (of.length === 2 && isColumn && to.length === 1) return [oneColumn()];
  if (/binary_cross_entropy|bce/i.test(text) && !isColumn && !/(?<!binary_)cross_?entropy/i.test(text)) return [section(
    `The output is (${of.join(", ")}), the target (${to.join(", ")}): a two-class loss needs one shape`, "two-classes/#target-size-must-be-the-same",
    "print(logits.shape, target.shape)", "If several classes can be true, the target needs a zero or a one for each output.")];
  if (of.length === 1 && String(to) === `${of},1`) return two(
    `The output is (${of[0]},), the target (${to.join(", ")})`, -1, "target-size-that-is-different");
  if (of.length === 2 && to.length > 1 && to[0] === of[0] && to.slice(1).every((size) => size === 1)) return [{ ...secondDimension(),
      ...(to.length > 2 ? { code: "F.cross_entropy(logits, target.flatten())", says: "Flatten the labels:" } : {}) }];
  if (of.length > 2 && isColumn && most > 1) return [section(
    `The output has one channel, the labels go up to ${most}`, "target/#class-index-out-of-bounds", "print(logits.shape, target.unique())",
    "`cross_entropy` needs an output channel for each class. Of two classes, the labels are 0 and 1.")];
  if (of.length > 2 && isColumn && String(to) === String(of.filter((_, at) => at !== 1))) return two(
    `The output has one channel: (${of.join(", ")}), the target (${to.join(", ")})`, 1, "target-size-must-be-the-same");
  if (of.length > 3 && to.length === of.length) return [...labels(of[1]),
    to[1] === 1 ? section("The mask has a channel", channel, "F.cross_entropy(logits, target.squeeze(1))")
    : section("The target has a channel for each class or colour", channel, "print(target.shape)  # (N, H, W) of class indices",
      "Map each colour to a class index, or pass one-hot channels as floats, in the shape of the logits.")];
  return bySizes(logits, target, labels);
}

// What is suspicious about a batch of which the text says what the debugging page's function `describe` prints.
function inspectDescription(text) {
  const [, size, dtype] = DESCRIBED.exec(text);
  const [, targetSize = "", targetDtype = "int64"] = /^target: \(([\d, ]*)\) torch\.(\w+)/m.exec(text) ?? [];
  const [, low = 0, high = 0] = (/labels from (-?\d+) to (-?\d+)/.exec(text) ?? []).map(Number);
  const [shape, targetShape] = [size, targetSize].map((each) => (each.match(/\d+/g) ?? []).map(Number));
  const says = (line) => text.includes(`${line}: True`);
  const labels = { low, high, shape: targetShape, dtype: targetDtype === "int64" ? "Long" : targetDtype, isSeveral: true, isIgnored: false };
  return { found: [
    ...(/all finite: False/.test(text) ? [notFinite("not finite")] : []),
    ...(shape[1] === 1 ? [oneColumn()] : says("these are probabilities") ? [probabilities()] : says("log-probabilities") ? [logProbabilities()] : []),
    ...(/float16/.test(dtype) ? [inHalf(dtype)] : []),
    ...bySizes({ shape }, { shape: targetShape }, (classes) => aboutTarget(labels, classes)),
  ] };
}

const about = (title, at, code = "", says = "") => ({ title, at, code, says });
const section = (title, anchor, ...rest) => about(title, `${DEBUG}${anchor}`, ...rest);
const ALIKE = "print(logits.std(dim=0))  # near 0: the logits do not depend on the input";
const BINARY = "F.binary_cross_entropy_with_logits(logits, target)";
const PLAIN = "F.cross_entropy(logits, target)  # logits as the last layer returns them";
const rowsOf = ({ values, shape }) => (!shape.length ? [[values]] : shape.length === 1 ? [values] : shape.length === 2 ? values
  : shape.length > 3 ? byPixel(values) : values.flat(shape.length - 2));
const sum = (row) => row.reduce((total, x) => total + x, 0);
const isUnit = (x) => x >= 0 && x <= 1;
const FLOOR = `${DEBUG}symptoms/#the-loss-will-not-go-below-a-floor`;
const addsUp = (row) => row.every(isUnit) && Math.abs(sum(row) - 1) <= 1e-6 + 6e-5 * row.length;

const oneColumn = () => section("There is one column", "symptoms/#the-loss-is-exactly-zero",
  "F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())",
  "`cross_entropy` of one column is zero. The two-class loss takes floats of one shape:");
const sigmoids = () => section("These went through a sigmoid", "two-classes/#input-is-not-a-probability", BINARY,
  "Leave the sigmoid out: this loss applies it itself, to logits and floats of one shape.");
const secondDimension = () => section("The target has a second dimension", "target/#0d-or-1d-target-tensor-expected");
const severalLabels = () => ({ ...about(
    "A row of the target holds several ones, or none: several labels at once", "guides/choose/#several-labels-at-once",
  "F.binary_cross_entropy_with_logits(logits, target.float())", "If several classes can be true, use the loss for many labels. It takes floats:"),
    link: "Several labels at once" });
const signed = () => section("The labels are -1 and 1: map them to 0 and 1", "two-classes/#target-outside-zero-to-one", "target = (target + 1) / 2");
const integerTarget = () => section("The target is in integers: a two-class loss takes floats", "two-classes/#result-type-float-cant-be-cast",
  "F.binary_cross_entropy_with_logits(logits, target.float())");
const integerOneHot = () => section("The target is one-hot in integers", "target/#integer-one-hot-target", "F.cross_entropy(logits, target.float())");
const probabilities = () => section("These are probabilities: each row adds up to one", "symptoms/#the-loss-will-not-go-below-a-floor", PLAIN,
  "`cross_entropy` would apply a second softmax. Remove the first:");
const throughSoftmax = () => ({ ...probabilities(), title: "These went through a softmax" });
const logProbabilities = () => section("These are log-probabilities", "#look-at-what-goes-in", "F.nll_loss(log_probs, target)",
  "`cross_entropy` gives the same loss.");
const inHalf = (dtype) => about(`These are in half precision: ${dtype}`, "guides/numerics/#the-mean-in-half-precision",
  "F.cross_entropy(logits.float(), target)");

const overflow = () => about("The exponential overflows", "understand/log-softmax/#subtract-the-largest-logit",
  "z = logits - logits.max(dim=1, keepdim=True).values", "Subtract the largest logit first, or use `log_softmax`:");
const allIgnored = () => section("Every label is ignored: the mean is nan", "nan-and-infinity/#the-loss-is-nan");
const confident = (title, says, isBinary) => ({ ...section(title, "comparisons/#accuracy-is-fine-but-the-loss-is-high",
    `print(F.${isBinary ? "binary_cross_entropy_with_logits" : "cross_entropy"}(logits, target, reduction="none").topk(2))`, says),
    link: "Accuracy is fine but the loss is high" });
const notFinite = (x) => section(`A logit is ${x}`, "nan-and-infinity/#the-loss-is-nan", "print(logits.isfinite().all(dim=1))");

// What is suspicious about the labels of a batch of tokens, as Hugging Face's models take it.
function aboutTokens(parts) {
  const of = (name) => parts.find((each) => each.name === name);
  const [mask, labels, ids = labels] = [of("attention_mask"), of("labels") ?? of("label"), of("input_ids")];
  const shift = "guides/language-models/#shift-once";
  if (!labels) return { found: [about("There are no labels: the model returns no loss", shift,
        'batch["labels"] = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)')] };
  if (String(labels.shape) !== String(ids.shape)) return { found: aboutTarget(labelsOf(labels), 0) };
  const [tokens, seen, goals] = [ids, mask, labels].map((each) => each && [each.values].flat(Infinity));
  if (goals.every((y) => y === -100)) return { found: aboutTarget(labelsOf(labels), 0) };
  const ends = (row, x, at) => (x === row.at(-1) && x === row.at(-2) && row.slice(at).every((y) => y === x))
    || (x === row[0] && x === row[1] && row.slice(0, at).every((y) => y === x));
  const last = rowsOf(ids).flatMap((row) => row.map((x, at) => ends(row, x, at)));
  const isPadding = seen ? seen.map((x) => !x) : last;
  const counts = goals.some((y, at) => y !== -100 && isPadding[at]);
  if (counts) return { found: [about("The padding is a target: its labels are not -100", shift,
        'batch["labels"] = batch["labels"].masked_fill(batch["attention_mask"] == 0, -100)',
        `${String(tokens) === String(goals) ? "The labels equal the ids. " : ""}The attention mask does not mask the loss:`)] };
  return { found: [] };
}

function aboutLogits(logits, target) {
  const { shape, dtype } = logits;
  const rows = rowsOf(logits);
  const found = [];
  const bad = rows.flat().find((x) => !Number.isFinite(x));
  if (bad === -Infinity && shape.length && rows.every((row) => row.every((x) => x <= 0) && addsUp(row.map(Math.exp)))) {
    return [section("Log-probabilities with minus infinity: of a masked class, or of a probability rounded to 0",
        "nan-and-infinity/#the-loss-is-infinite", "log_probs = logits.log_softmax(dim=1)",
        "If no class is masked, this is the logarithm of a softmax. Take the log-softmax of the logits, which does not round to 0:")];
  }
  if (bad === -Infinity) found.push(about(
    "Some logits are minus infinity: masked?", "guides/numerics/#masked-logits", "", "No target may be a masked class: its loss is infinite."));
  else if (bad !== undefined) found.push(notFinite(bad));
  const labels = target && [target.values].flat(Infinity);
  const isOneHot = target && String(target.shape) === String(shape);
  const ofRight = (row, at) => row[isOneHot ? rowsOf(target)[at].indexOf(1) : labels?.[at]];
  if (/Float|Double/.test(dtype) && (/^p$|prob|softmax/.test(logits.name) || !rows.flat().every(Number.isInteger)) && rows.every(addsUp)
    && rows.some((row, at) => ofRight(row, at) === 0)) found.push(
      section("The right class has the probability 0, and its logarithm is minus infinity", "nan-and-infinity/#the-loss-is-infinite", PLAIN,
        "If it is rounded to 0, take the loss of the logits:"));
  const isBinary = String(target?.shape) === String(shape) && (shape.length === 1 || (shape[1] === 1 && isTwo(logits, target)));
  const kind = kindOf(rows, logits, isBinary, !isOneHot && labels?.some((y) => y > 1), String(shape) === "1" && target?.shape.length === 0);
  if (kind) found.push(kind);
  const empty = rows.findIndex((row, at) => row.length > 1 && row.every((x) => x === 0) && labels?.[at] !== -100);
  if (empty >= 0 && rows.flat().some((x) => x)) found.push(
    about(`Row ${empty} is all zeros: padding?`, "guides/weights-and-masks/#ignore_index", "F.cross_entropy(logits, target, ignore_index=-100)",
      "The mean counts it, unless its target is ignored:"));
  if (/Half|BFloat16/.test(dtype)) found.push(inHalf(dtype));
  return shape.length ? found : [];
}

// What rows are, if they are no logits.
function kindOf(rows, { shape, dtype, bare }, isBinary, isSeveral, isOneOutput) {
  const every = (test) => rows.every(test);
  const isColumn = shape.length > 1 && shape.length !== 3 && shape[1] === 1;
  if (isColumn && rows.length > 2 && Math.max(...rows.flat()) - Math.min(...rows.flat()) < 0.01 && rows.flat().every((x) => x > 0 && x < 0.99)) return section(
    "All rows are nearly alike", "symptoms/#the-loss-is-stuck-at-ln-c", ALIKE);
  if (isColumn && !isBinary) return oneColumn();
  if (isOneOutput) return { ...oneColumn(), title: "There is one output" };
  if (every((row) => addsUp(row) && row.every(Number.isInteger))) return section(
    "These are one-hot rows, not logits", "precision-and-gpu/#not-implemented-for-long");
  const isAlike = rows.length > 1 && rows[0].length > 1 && rows[0].every(Number.isFinite) && every((row) => String(row) === String(rows[0]));
  const [count] = [rows[0].length];
  if (count > 1 && every((row) => addsUp(row) && row.some((x) => x !== 1 / count) && row.every((x) => Math.abs(x * count - 1) < 0.025))) {
    return section(`These are probabilities near 1/${count}: the model predicts all ${count} classes alike`, "symptoms/#the-loss-is-stuck-at-ln-c",
      ALIKE,
      "If the training loss is low, they come from another input, another mode (`model.eval()`) or other weights than in training. Or a second softmax has flattened them.");
  }
  if (every(addsUp)) return isAlike ? { ...probabilities(), title: "These are probabilities, and all rows are alike",
    says: "They do not depend on the input. And `cross_entropy` would apply a second softmax; remove the first:" } : probabilities();
  if (rows.flat().length > 2 && rows.some((row) => Math.max(...row) < 100)
    && every((row) => row.length > 1 && row.every((x) => x >= 0) && Math.abs(sum(row) - 100) < 0.06 * row.length)) {
    return section("These are percentages: each row adds up to 100", "symptoms/#the-loss-will-not-go-below-a-floor", PLAIN,
      "Divided by 100, they are probabilities, and `nll_loss` takes their logarithm. `cross_entropy` takes the logits before the softmax:");
  }
  if (every((row) => row.every((x) => x <= 0) && addsUp(row.map(Math.exp)))) return logProbabilities();
  if (dtype === "Long" && !bare) return section("These are integers, not logits", "precision-and-gpu/#not-implemented-for-long");
  if (rows.length > 1 && rows[0].every((_, k) => addsUp(rows.map((row) => row[k])))) return section(
    "Each column adds up to one, not each row: a softmax over the batch", "options/#implicit-dimension-choice", PLAIN);
  if (!isSeveral && rows[0].length > 1 && rows.flat().length > 3 - isBinary && every((row) => row.every((x) => x > 0 && x < 1))) return undecided(
    { values: rows })[0] ?? section("All values lie between 0 and 1: a sigmoid?", "two-classes/#input-is-not-a-probability");
  const isNear = rows.length > 2 && rows[0].length > 1 && (areNear(rows) || every((row) => row.length === rows[0].length
      && row.every((x, k) => Math.abs(x - rows[0][k]) < Math.min(2e-3, 0.05 * Math.max(...rows[0].map(Math.abs))) && x !== 0)));
  if (isAlike || isNear) return section(isAlike ? "All rows are alike" : "All rows are nearly alike", "symptoms/#the-loss-is-stuck-at-ln-c", ALIKE);
  return null;
}

// Whether the rows of a larger print differ little beside what tells the classes apart.
function areNear(rows) {
  const columns = rows.length > 5 ? rows[0].map((_, k) => rows.map((row) => row[k])) : [];
  const means = columns.map((column) => sum(column) / rows.length);
  const gap = Math.max(...means) - Math.min(...means);
  return columns.length > 0 && columns.every((column) => Math.max(...column) - Math.min(...column) < 0.15 * gap);
}

// What is told of class indices: the lowest and the highest, 255 if there is one, and whether there are several and all are ignored.
function labelsOf({ values, shape, dtype }) {
  const labels = [values].flat(Infinity);
  const low = Math.min(...labels);
  const high = labels.includes(255) ? 255 : Math.max(...labels);
  return { low, high, shape, dtype, isWhole: labels.every(Number.isInteger), isSeveral: labels.length > 1 && (low !== 1 || isCovered(labels, high)),
    isIgnored: labels.every((y) => y === -100), isFromMinusOne: low === -1 && labels.length > 2 && labels.every((y, at) => y === at - 1),
    isSigned: low === -1 && labels.includes(1) && labels.every((y) => y * y === 1) };
}

// Whether labels are so many, or so varied, that each class should be among them.
const isCovered = (labels, high) => new Set(labels).size >= 0.6 * high || labels.length > 3 * high;

// What class indices show; `classes` is 0 if no logits say how many there are.
function aboutTarget({ low, high, shape, dtype, isWhole = true, isSeveral, isIgnored, isSigned, isFromMinusOne }, classes) {
  if (!isWhole) return classes ? [section("The labels are no integers", "target/#wrong-type-of-class-indices")] : [];
  const found = [];
  if (isSigned) return [signed()];
  if (!/Long|Byte/.test(dtype)) found.push(
    section(`The labels are ${dtype}, not int64`, "target/#wrong-type-of-class-indices", "F.cross_entropy(logits, target.long())"));
  if (shape.length === 2 && shape[1] === 1) found.push(secondDimension());
  const bounds = (title, code) => found.push(section(title, "target/#class-index-out-of-bounds", code));
  const ignored = high === 255 && classes <= 255 ? 255 : low < 0 && low !== -100 ? low : null;
  if (isFromMinusOne) bounds("The labels run from -1: counted one too low, or is -1 what does not count?",
    "target = target + 1  # or ignore_index=-1, if no row of that label counts");
  else if (ignored !== null) bounds(`A label is ${ignored}: padding?`, `F.cross_entropy(logits, target, ignore_index=${ignored})`);
  else if (low === 1 && isSeveral && (!classes || high === classes)) bounds(
    `${classes ? `Label ${high} is out of bounds: there are ${classes} classes. ` : ""}No label is 0: counted from 1?`,
    "F.cross_entropy(logits, target - 1)");
  else if (classes && high >= classes) bounds(
    `Label ${high} is out of bounds: there are ${classes} classes`, "print(target.min(), target.max(), logits.shape[1])");
  if (isIgnored) found.push(allIgnored());
  return found;
}

const aboutBoth = (logits, target) => (logits.shape.length > 1 && logits.shape[1] > 1 && String(logits.shape) === String(target.shape)
  ? aboutProbabilities(target) : isOutside(logits, target) ? aboutProbabilities(target) : isTwo(logits, target) ? aboutTwo(logits, target)
    : bySizes(logits, target, (classes) => aboutTarget(labelsOf(target), classes)));

// Whether each output has a target, and one of them is no probability.
const isOutside = (logits, target) => logits.shape.length === 1 && String(logits.shape) === String(target.shape) && /Float|Double/.test(target.dtype)
  && !target.values.every(isUnit);

// One row of logits, or a logit for each row, and another number of targets.
function unbatched(classes, targets) {
  const title = `The logits are (${classes},), the target (${targets},)`;
  return targets === 1 ? { ...about(title, "guides/shapes/#without-a-batch", "F.cross_entropy(logits, target.squeeze(0))",
      "One row of logits takes one index. In a tensor of one entry, the backward pass refuses it:"), link: "Without a batch" }
    : targets === classes ? section("One logit for each class index", "shapes/#1d-target-must-have-size",
      "print(logits.shape)  # (N, C) for C classes", "A class index needs a row of logits, one for each class. Keep that dimension:")
    : section(title, "shapes/#1d-target-must-have-size", "print(logits.shape, target.shape)",
      "For class indices, keep the batch dimension of the logits. For a two-class loss, both need the same shape.");
}

// What the sizes show, and what `aboutLabels` says for the number of classes that they tell.
function bySizes(logits, target, aboutLabels) {
  const [batch, ...rest] = logits.shape;
  if (rest[0] === 1 && rest.length === 1 && target.shape[0] === batch) return []; // one output: its labels are not class indices
  const is = (...shape) => String(shape) === String(target.shape);
  const sizes = "shapes/#wrong-size-of-sequence-targets";
  const spatial = [batch, ...rest.slice(1)];
  if (rest.length > 1 && is(...logits.shape.slice(0, -1))
    && !is(...spatial)) return [section("The class dimension is the last; the loss takes the second", sizes,
      "F.cross_entropy(logits.movedim(-1, 1), target)"), ...aboutLabels(rest.at(-1))];
  const isIndices = () => target.dtype === "Long" && !target.bare && target.values.some((x) => x > 1);
  if (!rest.length && target.shape.length === 1 && (target.shape[0] !== batch || isIndices())) return [unbatched(batch, target.shape[0])];
  if (rest.length === 2 && is(batch)) {
    if (rest[0] === 1) return [section(`The logits have a dimension of size 1: (${logits.shape.join(", ")})`, sizes,
        "F.cross_entropy(logits.squeeze(1), target)", "Squeeze it:")];
    return [section(`The logits have ${rest[0]} rows for each target`, sizes, "F.cross_entropy(logits[:, -1], target)",
        `If they are (N, L, C), with a class for each position: take one position, such as the last, or pool them. Else the target needs the shape (${spatial.join(", ")}).`)];
  }
  const found = [...aboutLabels(rest[0] ?? batch)];
  if (rest.length && target.shape[0] !== batch) found.unshift(
    section(`${batch} rows of logits, ${target.shape[0] ?? 0} of targets`, "shapes/#batch-sizes-that-do-not-match"));
  else if (rest.length > 1 && !is(...spatial)) found.unshift(section(`The target's size is not (${spatial.join(", ")})`, sizes));
  return found;
}

function aboutProbabilities(target) {
  const rows = rowsOf(target);
  if (/Long|Bool/.test(target.dtype)) return [areOneHot(target) ? integerOneHot() : rows.flat().every((x) => x * (x - 1) === 0) ? severalLabels()
    : secondDimension()];
  if (rows.flat().every((x) => x * x === 1)) return [signed()];
  if (rows.flat().some((x) => x < 0)) return [section("A target is negative", "symptoms/#the-loss-is-negative")];
  if (rows.every(addsUp)) return [];
  const most = Math.max(...rows.flat());
  if (most > 1) return [section(`The target goes up to ${most}, not to one`, "two-classes/#target-outside-zero-to-one",
      "print(target.min(), target.max())", "A target of these losses is a probability, or zero and one. Numbers of a regression go to `mse_loss`.")];
  return [section("The rows of the target do not add up to one", "symptoms/#the-loss-will-not-go-below-a-floor", BINARY,
      "If several classes can be true, use the loss for many labels:")];
}
