// Names each printed tensor by the expression that printed it, in a session or below calls of `print`. No DOM.

// What a session shows of one or several values.
const VALUE = /\[[^[\]()]*\](?!\))|(?:tensor|array)\((?:[^()]|\([^()]*\))*\)|torch\.Size\(\[[^\]]*\]\)|torch\.[a-z]+\d*\b|(?<![\w.])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])/g;
const SESSION = /^[ \t]*(?:>>>|In \[\d+\]:|\(Pdb\) pp?\b)/;
const PROMPT = /^[ \t]*(?:>>>|\.{3}(?::|(?=[ \t]|$))|In \[\d+\]:|\(Pdb\) pp?\b)[ \t]?/; // also of a line that goes on
const OUT = /^[ \t]*(?:Out\[\d+\]|output):[ \t]?/i;
const PRINT = /^[ \t]*print\((.*)\)[ \t]*(?:#.*)?$/;
const CALLED = /^[ \t]*(?!(?:torch\.|np\.)?(?:tensor|array|Size|print)\()((?:[\w.]+(?:\([^()\n]*\)|\[[^\]\n]*\]))+(?:\.\w+(?:\([^()\n]*\))?)*)[ \t]*(?:(?:[=:]|->|\n)[ \t\n]*)?((?:tensor|array)\((?:[^()]|\([^()]*\))*\))/gm; // a call before its value
const ASSIGNED = /^\w+(?:, ?\w+)* ?[-+*/]?=(?!=)|^(?:import|from|for|with|def|if)\b/;

// A value that many others were reduced to: neither logits nor targets.
const REDUCED = /\.(?:sum|mean|min|max|std|var|norm|diagonal|diag|any|all)\([^()]*\)(?:\[[^\]]*\]|\.\w+\([^()]*\))*$|[=!<>]=|\b(?:cosine_similarity|box_iou)\(/;
const NEITHER = /^(?:l|fl|ce|nll|w|sizes?|bs|\w*boxes|\w+_lengths?)$/; // losses, weights, sizes of batches, boxes
const LOSS = /entropy\w*\(|loss\w*\(|\bcrit\w*\(/i;
const NAME = /^(?:self\.)?([a-z_]\w*)(?:\[[^\]]*\]|\.(?:detach|cpu|numpy|float|squeeze)\([^()]*\))*$/i;

// The arguments of a call, split at the commas outside brackets; without its texts, which print themselves.
function split(list) {
  const [parts, open] = [[""], []];
  for (const mark of list) {
    if ("([{".includes(mark)) open.push(mark);
    if (")]}".includes(mark)) open.pop();
    if (mark === "," && !open.length) parts.push("");
    else parts[parts.length - 1] += mark;
  }
  return parts.map((part) => part.trim()).filter((part) => part && !/^f?["']/.test(part));
}

// Whether an expression takes the softmax or the sigmoid of what the text passes to a loss as it is.
function isForShow(expression, text) {
  const [, name, own = name] = /^(?:torch\.|F\.)?(?:softmax|sigmoid)\((\w+)|^(\w+)(?:\[[^\]]*\])?\.(?:softmax|sigmoid)\(/.exec(expression) ?? [];
  return own && new RegExp(`(?:entropy\\w*|loss\\w*|crit\\w*|\\))\\(\\s*${own}\\s*,`, "i").test(text);
}

// A printed value after the name of its expression, or nothing in place of a value that says nothing of a batch.
function assigned(value, expression, text) {
  if (!/^(?:tensor|array|\[)/.test(value)) return value;
  if (/\.grad$/.test(expression)) return `\ngrad = ${value}`;
  if (REDUCED.test(expression) || isForShow(expression, text)) return " ";
  const name = LOSS.test(expression) ? "loss" : NAME.exec(expression)?.[1] ?? "";
  if (NEITHER.test(name)) return " ";
  if (/bincount\(/.test(expression)) return `\ncounts = ${value}`;
  return name ? `\n${name} = ${value}` : value;
}

// What was printed, each of the first values after its name, if there are at least as many values as expressions.
function labelled(printed, expressions, write, text) {
  const values = printed.match(VALUE) ?? [];
  if (!expressions.length || values.length < expressions.length) return printed;
  let at = 0;
  const isTuple = expressions.length > 1 && /^\s*\(.*\)\s*$/s.test(printed);
  return (isTuple ? printed.trim().slice(1, -1) : printed).replace(VALUE, (value) => (at < expressions.length ? write(value, expressions[at++], text) : value));
}

/** The text of a session, or of code that prints and what it printed, with a name before each tensor that has one. */
export function withNames(text) {
  const told = rewritten(text, assigned, false);
  const isOne = told.split(/(?:tensor|array)\(/).length < 3;
  return isOne ? told : told.replace(CALLED, (all, expression, value) => assigned(value, expression, text));
}

/** The same text with its code, and the printed numbers told apart: losses, accuracies, and what is neither. */
export const spoken = (text) => rewritten(text, called, true);

const NO_LOSS = /\.(?:min|max|std|var|norm|numel|size)\([^()]*\)(?:\.item\(\))?$|\.grad\b|^len\(|^(?!\w*(?:loss|nll|ce|l)(?:e?s)?\b|\w*token)[a-z_]\w*\.mean\(/;

// A printed number after what it is, or nothing in place of one that is no loss.
function called(value, expression, text) {
  if (!/^(?:tensor\()?-?[\d.]+(?:e[-+]?\d+)?(?:,[^[\]]*)?\)?$/.test(value)) return value;
  if (/==[^]*\.mean\(/.test(expression)) return `\nacc ${value}`;
  if (/grad\w*\.norm\(|grad_norm/.test(expression)) return /print\(/.test(text) ? `\ngrad norm ${value}` : value; // a session has it above
  if (NO_LOSS.test(expression)) return " ";
  return LOSS.test(expression) ? `\nloss = ${value}` : value;
}

// The text with each printed value rewritten by the expression that printed it; the code stays if it is kept.
function rewritten(text, write, isKept) {
  const lines = text.split("\n");
  const isSession = lines.some((line) => SESSION.test(line));
  const isPrint = (line) => (isSession ? PROMPT : PRINT).test(line);
  const isCode = (line) => isPrint(line) || (!isSession && ASSIGNED.test(line.trim()) && !/^\w+ ?= ?(?:tensor|array)\(/.test(line));
  if (!lines.some(isPrint)) return text;
  const parts = []; // each some lines of code, and the lines below
  for (const line of lines) {
    const last = parts.at(-1);
    if (isCode(line) && (isSession || !last || last.below.some((each) => each.trim()))) parts.push({ code: [line], below: [] });
    else if (isCode(line)) last.code.push(line);
    else if (last) last.below.push(line);
    else parts.push({ code: [], below: [line] });
  }
  return parts.map(({ code, below }) => {
    const expressions = code.flatMap((line) => {
      const typed = line.replace(PROMPT, "").trim();
      const [, list] = PRINT.exec(typed) ?? [];
      return ASSIGNED.test(typed) ? [] : split(list ?? typed.replace(/#.*$/, ""));
    });
    const printed = below.map((line) => line.replace(OUT, "")).join("\n");
    const isLoop = code.some((line) => /^\s+print\(/.test(line)) && below.filter((line) => line.trim()).length > 1; // which prints more than once
    const shown = isLoop ? printed : labelled(printed, expressions, write, text);
    return [...(isKept || shown === printed ? code : []), ...(below.length ? [shown] : [])].join("\n");
  }).join("\n");
}
