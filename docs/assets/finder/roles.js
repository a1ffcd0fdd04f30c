// Which printed tensors are logits, which are targets, and which are neither. No DOM.
import { readTensors } from "../calculator/tensors.js";
import { withNames } from "./expressions.js";
import { addsUp, areOneHot, rowsOf } from "./rows.js";

// The tensors in a text. Those of torch before 0.4 end with their size, and have a name in the line above.
const OLD = /(?:^[ \t]*([a-z_]\w*)[ \t]*[:=]?[ \t]*\n)?((?:(?!^[ \t]*[a-z_]\w*[ \t]*[:=]?[ \t]*\n)[^])*?\[torch\.[\w.]*Tensor of size [^\]]*\])/gim;
// A call of a loss with tensors written out.
export const LOSS_CALL = /\b(?:[\w.]*(?:cross_entropy|nll_loss|kl_div)\w*|[\w.]*Loss\([^()]*\)|criterion|loss(?:_f\w+)?)\((?=\s*(?:torch\.|np\.|jnp\.)?(?:tensor|array)\()/gi;
export const FROM_ARRAY = /\b(?:torch\.)?from_numpy\(((?:np|numpy)\.array\([^()]*\))\)/g;
const COMPARED = /[<>]=? ?-?[\d.]+\)?\W*$/; // what a comparison with a number returns
const ECHO = /^[ \t]*([a-z_]\w*) ?= ?(?!(?:torch\.|np\.)?(?:tensor|array)\()[^\n=]*\n(?=[ \t]*(?:tensor|array)\()/gim; // and what it made
const REPORT = /^[ \t]*precision[ \t]+recall\b[^]*/m; // of scikit-learn
// What a line says of a tensor that others were reduced to.
const DERIVED = /\b(?:row|col\w*)[ _]?sums?\b|\bmean per\b|\.?\bsum\([^()]*\)|\bsum over\b|\bbincount\(|\bdiag\b|\bmin ?\/ ?max\b/i;
const PROMPT = /^[ \t]*(?:>>>|\.\.\.|In \[\d+\]:)[ \t]?/gm;
export function readAll(written) {
  const text = withNames(written.replace(REPORT, "").replace(ECHO, "$1 = ")).replace(/\(\d+(?:, ?\d+)*,?\)(?= torch\.\w)/g, " "); // without sizes
  const isOld = text.split("Tensor of size").length > 2;
  const found = isOld ? [...text.matchAll(OLD)].flatMap(
    ([, name, part]) => readTensors(part).map((each) => ({ ...each, name: name?.toLowerCase() ?? "" }))) : readTensors(text);
  const typed = text.replace(PROMPT, "");
  if (found.every(({ shape }) => !shape.length) && typed !== text) return readAll(typed); // losses below what a session was given
  const isOther = /tf\.Tensor|\bArray\(/.test(text); // where int32 is the type of labels
  const all = found.filter(({ text: own, name }) => !/boxes$|^bbox|^anchors?$|^strides?$/i.test(name) && !COMPARED.test(text.slice(0, text.indexOf(own)))).map((each) => {
    const [, comma, above] = /(,\s*)?\b([a-z_]\w*)(?:["']\])?(?:\[[\d:, ]*\])?(?: (?:is|are))?[\s:>=]*$/i.exec(text.slice(0, text.indexOf(each.text))) ?? [];
    const isPerRow = /loss(?:es)? per \w+[\s:=]*$/i.test(text.slice(0, text.indexOf(each.text)));
    const isMine = found.length === 1 && /\b(?:this|these|that) (?:is|are) (?:my|the) (?:y|targets?|labels?)\b/i.test(text);
    const name = isPerRow ? "loss" : each.name || (isMine && "target") || ((!comma || OTHERS.test(above)) && above?.toLowerCase()) || "";
    return { ...each, name: name && new RegExp(`weight=${name}\\b`, "i").test(written) ? "weight" : name,
      dtype: isOther && each.dtype === "Int" ? "Long" : each.dtype };
  });
  return withoutResults(all, text);
}

// Without what was computed from the batch, if anything else is left: sums, counts of each class, and predicted classes beside their scores.
function withoutResults(all, text) {
  const sizes = [...text.matchAll(/torch\.Size\(\[(\d+), ?(\d+)\]\)/g)].map(([, rows, classes]) => [Number(rows), Number(classes)]);
  const areCounts = ({ shape, dtype, values }) => shape.length === 1 && dtype === "Long"
    && sizes.some(([rows, classes]) => rows !== classes && shape[0] === classes && values.reduce((sum, x) => sum + x, 0) === rows);
  const isDerived = (each) => DERIVED.test(text.slice(0, text.indexOf(each.text)).split("\n").at(-1));
  const isScored = /\b(?:recall|precision)\b/i.test(text) && /loss|bce/i.test(text);
  const isHard = ({ name, shape, values }) => isScored && /^(?:y_?)?pred/.test(name) && shape.length === 1 && values.every((x) => x * (x - 1) === 0);
  const kept = all.filter((each) => !areCounts(each) && !isDerived(each) && !isHard(each));
  return kept.some(({ shape }) => shape.length) ? kept : all;
}

// A tensor that is quoted twice counts once.
export const withoutRepeats = (all) => all.filter(
  ({ name, text, shape }, at) => !shape.length || all.findIndex((each) => each.text === text && each.name === name) === at);

export const TARGET = /label|teacher|target|targs|truth|mask|actual|gold|^gt$|(?:^|_)y(?:s|b|_?(?:true|batch|train|test|val))?$/;
export const OUTPUT = /logit|out|pred|prob|score|softmax|hat/;
export const FEATURES = /^x|feat|emb|imag|data|^sim|^matrix$|cos|dist/;

// The tensors of a text that are named as outputs of a network.
export const outputsOf = (parts) => parts.filter(({ name, shape }) => OUTPUT.test(name) && !TARGET.test(name) && shape.length > 1);

// Which one of at most two tensors is the target, and which are the logits; `isCall` if a call of a loss holds them.
export function assigned(parts, text) {
  const isLevels = ({ shape, values, name }) => shape.length === 1 && (/mask|unique/.test(name) || /mask|unique/i.test(text))
    && values.every(Number.isInteger);
  const isOne = parts.length === 1 && /label|target/i.test(text) && parts[0].dtype === "Long";
  const isTarget = (each) => isOne || TARGET.test(each.name) || isLevels(each) || (each.shape.length < 2 && !isFloat(each));
  const isOneHot = parts.length > 1 && !parts[0].name && String(parts[0].shape) === String(parts[1].shape) && areOneHot(parts[0])
    && !areOneHot(parts[1]);
  const isCall = parts.length === 2 && text.search(LOSS_CALL) >= 0; // whose target is the second
  const named = parts.findIndex(({ name }) => TARGET.test(name));
  const isLast = outputsOf(parts).length === 1 && parts.length > 1 && parts.every(isFloat) && OUTPUT.test(parts[1].name) && !OUTPUT.test(parts[0].name);
  const at = isCall ? 1 : isOneHot || (isLast && named < 0) ? 0 : named >= 0 ? named : parts.findIndex(isTarget);
  const left = [...parts];
  const [target] = parts.length > 1 || at === 0 ? left.splice(at < 0 ? 1 : at, 1) : [];
  const [logits] = left;
  return { logits, target, isCall };
}

// Whether a number is a loss, alone or beside others, and no logit.
export const isLoss = ({ shape, values, name, dtype }, all) => isFloat({ dtype }) && (!shape.length || (String(shape) === "1" && all.length > 1
  && !TARGET.test(name) && !OUTPUT.test(name) && all.every((each) => String(each.shape) === "1" && each.values[0] * (each.values[0] - 1) !== 0)));

// Of several tensors, each output with the target that fits it, by their names, their types and their sizes; all, if none fits.
export function paired(all) {
  const parts = all.length > 1 && all.some(({ shape }) => shape.length) ? all.filter(({ shape, dtype }) => shape.length || dtype === "Long") : all;
  if (parts.length < 3) return [parts];
  const targets = parts.filter((each) => TARGET.test(each.name) || (areIndices(each) && !OUTPUT.test(each.name)));
  const outputs = parts.filter((each) => !targets.includes(each) && isOutput(each)).sort((a, b) => OUTPUT.test(b.name) - OUTPUT.test(a.name));
  const pairs = outputs.map((logits) => [logits, targets.find(({ shape }) => shape[0] === logits.shape[0])]).filter(([, target]) => target);
  return pairs.length ? pairs.map((pair) => parts.filter((each) => pair.includes(each))) : [parts];
}

// Whether a tensor holds floats, may be logits and no inputs of a network, or can only be class indices.
export const isFloat = ({ dtype }) => /Float|Double|Half/.test(dtype);
export const isOutput = (each) => isFloat(each) && !FEATURES.test(each.name);
export const areIndices = ({ shape, dtype, bare }) => shape.length === 1 && /Long|Int|Byte/.test(dtype) && !bare;

// Whether lines of two numbers are steps and losses: the first ones rise by the same amount.
export const isLog = ({ values, shape, name }, text) => !name && shape.length === 2 && shape[1] === 2 && shape[0] > 2 && /^[^[({]*$/.test(text)
  && values.every(([step], at) => Number.isInteger(step) && (at < 1 || step - values[at - 1][0] === values[1][0] - values[0][0]))
    && values[1][0] > values[0][0] && !values.every(([, x]) => Number.isInteger(x));

// What is neither logits nor targets, by its name.
const OTHERS = /weight|alpha|sizes?$|gpu|epoch|^lrs?$|rate|step|seed|loss|^acc/i;

// Without the weights of classes, also under another name, sizes, losses and other results.
export function withoutWeights(parts) {
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
