// What a pasted text means: an error, a number or a tensor. No DOM.
import { distinct, list } from "./lists.js";
import { meant } from "./meant.js";
import { clean, Index, KIND, LIKELY, SURE } from "./messages.js";

const MOST = 200000;
const SENTENCE = 120; // characters of a text that is no short question
const UNREAD = /only tensors|no number/; // in what refuses a batch
// What the first answer adds to the score that the words of the text give its section, by its kind; words alone are never sure.
const SPEAKS = { batch: 0.35, message: 2, number: 0.35 };
const UNSURE = { batch: 0.15, message: 0.3, number: 0.15, words: 0.15 }; // if it is not sure
const AFTER = 0.1; // and what each further answer adds
const OF_PRINT = 10; // known words beside a tensor; fewer may only say what is printed
const PRINT = /^\s*(?:\(?tensor\(-?[\d.]+[,)]|.*return_types)|=<Std/; // perhaps of a print that an answer advises
const CALL = /(?:tensor|array)\s*\(\s*\[|Tensor of size/i;
const LISTS = /\[\s*(?:\[|[-+\d.e]+[\s,]+[-+\d.])/;
const TABLE = /exp\(.*\binf\b|logits: \([\d, ]*\) torch\.|\{['"]?[\w-]+['"]?: \d+, |\bdtype: \w|(?:(?:bels?|gets?|sk|y\w*)\.min|std|is(?:finite|nan|inf))\(|\(-?\d+\)\W+tensor|counts?[(=]|\.unique\(|(?:shape|size\W)[^]*(?:shape|size\W)|\n0 .*\n1 +[-\d.]+ /i;
const SIZED = /multi.?label|not one.?hot|multinomial|n_classes|math range|interpol|bicubic|[Mm]ix[Uu]p|[Cc]ut[Mm]ix|\bF\.|[([]\d|\(\[\]\)|object|Tensor, not|(?:index|get) -?\d|implemented|got \(|[Cc]osine|ambig|state_dict|argument 'weight/;
const LOSSES = /\],[^[\])]*LossBack|ctc[^\n]*?tensor\(\[[\d.e,\sinf]+\]|^[^\w\n]*\w*(?:loss|ppl)\w*\W+(?:tensor\()?\[[-+\d.e,\s]+\][^[]*$|^\[[\d, ]+\].*loss\W+[\d.]+$/im;
const LOG = /^[^|\n]*\|(?:.*\|)?[^|\n]*(?:loss|acc)[^|\n]*\|[^]*\n[^|\n]*\|[^\n]*\d/im; // a table whose columns are named so
const BESIDES = /copying a param|before `?optim|Index put|reduction dim|loss.scale|ill-def|same first|shape, rec|return a loss|d multin|no dim|is zero|mix of|only one class/i; // messages of other libraries
const LONG = /(\w{99})\w+/g; // no message, loss or tensor has such a word
const PRINTED = /(?:tensor|array)\(\s*\[(?:[^()]|\([^()]*\))*\)|\[[-+\d.e,\s]*\]/g;
const PRINTS = /^[ \t]*(?:print\(|>>>|In \[|\(Pdb\))/m; // lines that print
const BARE = /^[-+\d.e ,;\t]+$/;
const ROW = /^(?!\d+,\d+$)[-+\d.e]+(?:[ \t,;]+[-+\d.e]+)+\s*(?:\n|$)/;

/** The site's messages, in the form of tools/site/finder.py. */
export const load = list("messages.json", read);

// The answers and the addresses of the sections, from the lists of the file.
function read({ pages, places, answers: [at, says, codes], versions, messages: [texts, steps, by] }) {
  const sections = places.map(([page, title, anchor]) => ({ title, at: `${pages[page]}#${anchor ?? anchorOf(title)}` }));
  const all = summed(at).map((place, each) => ({ ...sections[place], says: says[each], code: codes[each] }));
  const placed = summed(steps);
  const first = new Map([...all].reverse().map((each) => [each.at, each]));
  return {
    index: new Index(texts),
    message: (at) => ({ ...all[placed[at]], note: versions[by[at]].replace(/^\d/, "Seen in torch $&") }),
    fill: (each) => {
      const { says, code, title } = first.get(each.at) ?? {};
      return { ...each, title: each.title ?? title, says: each.says || says, code: each.code || code, link: each.link ?? title };
    },
  };
}

// Numbers that are written as steps.
const summed = (steps) => steps.map(((sum) => (step) => (sum += step))(0));

const anchorOf = (title) => title.toLowerCase().replace(/[^\w\s-]/g, "").trim().replace(/[-\s]+/g, "-");

/**
 * What a text means: { kind, found, isUnsure } and what was read, the likeliest first; nothing is found if it is not understood. Where
 * nothing is known, `alike` are the sections that explain reports in such words. `asked` is the code of the answer before.
 */
export async function explain(text, asked) {
  const output = asked || PRINT.test(text) ? (await import("./asked.js")).answered(asked, text.trim()) : null;
  const { fill } = await load();
  if (output) return { found: [{ ...fill(output), says: output.says, code: output.code }], hints: [], kind: "batch" };
  const short = text.replace(LONG, "$1");
  const plain = clean(short.slice(LISTS.test(short) ? -MOST : -20000));
  const told = await judged(short, meant(plain), plain);
  const held = (await alike(plain, speaking(told))).map(fill);
  if (!told.refusal) return weighed(told, held);
  const isCode = UNREAD.test(told.refusal.message) && held[0]?.known >= OF_PRINT; // without a tensor
  return isCode || held[0]?.isLikely ? { found: held, isUnsure: true, kind: "words" } : told;
}

const answersOf = ({ found = [], hints = [] }) => [...found, ...hints];

// What the answers to a text add to the scores of their sections; the first stands last, so that it counts if its section has another.
function speaking(told) {
  const [first, ...more] = answersOf(told);
  const weight = (told.isUnsure || first?.isTopic ? UNSURE : SPEAKS)[told.kind];
  return [...more.map(({ at }) => ({ at, weight: AFTER })), ...(first ? [{ at: first.at, weight }] : [])];
}

// The answers to a text; if its words lead elsewhere, their section comes first, and nothing is sure.
function weighed(told, held) {
  const own = answersOf(told);
  const isUnknown = !own.length || (told.kind === "number" && told.isUnsure && !own[0].isHint);
  if (isUnknown && (told.kind === "batch" || !held[0]?.isLikely)) return { ...told, alike: held };
  if (!held.length || (!isUnknown && held[0].at === own[0].at)) return told;
  if (held[0].isFew && !held[0].at.startsWith(`${own[0].at}#`)) return told; // an answer of which nothing is learned, such as a whole page
  if (told.kind === "batch" && held[0].known < OF_PRINT) return told;
  if (told.kind === "batch" && !told.found.length) return { ...told, hints: distinct([...held, ...own]).slice(0, 2) };
  const best = (!told.isUnsure && own.find(({ at }) => at === held[0].at)) || held[0];
  const others = own.filter(({ title }) => title !== best.title); // a page has the title of its first section
  return { ...told, found: distinct([best, ...others, ...held]), isUnsure: true, kind: "words" };
}

// The sections that explain such a text, if the list can be loaded: perhaps there is no network.
const alike = (text, told) => import("./reports.js").then((module) => module.alike(text, told)).catch(() => []);

async function judged(text, plain, whole) {
  const { index, message, fill } = await load();
  const messages = index.find(plain);
  const score = messages[0]?.score ?? 0;
  const isRaised = score >= SURE || KIND.test(plain) || /Assertion .*failed/.test(plain);
  const isBatch = !isRaised && !LOSSES.test(plain) && !LOG.test(plain) && [CALL, LISTS, ROW, TABLE].some((each) => each.test(plain));
  const inspected = isBatch ? (await import("./batches.js")).inspect(text.length > MOST ? text : plain) : null;
  const batch = inspected?.isOther ? null : inspected; // lists of other things
  const isOne = batch?.logits && !batch.target && [batch.logits.values].flat(Infinity).length === 1;
  const isNothing = batch?.found?.length === 0 && !isOne; // about which the words may say more
  const words = isNothing && !batch.beside ? plain.replace(PRINTED, " ") : plain;
  const told = score < LIKELY || !isRaised || BESIDES.test(plain)
    ? (await import("./judge.js")).judge(PRINTS.test(words) ? (await import("./expressions.js")).spoken(words) : words, batch?.beside, score < LIKELY || !isRaised, isRaised) : null;
  const isLine = BARE.test(plain) && !batch?.found?.length; // numbers on a line: a row, or losses
  // Such as code with lists in it, and a log below.
  const isKnown = told?.found?.length ? !told.isUnsure || told.found[0].isHint : told?.subjects?.length;
  const isOther = isOne || isLine || batch?.beside || (batch?.refusal && (score >= LIKELY || told?.isNamed || isKnown));
  const isExact = batch && !batch.logits && (told?.loss?.digits > 3 || /tensor\(nan/.test(plain)); // a loss without a name, but of many digits, or nan
  const isSure = (told?.isNamed || isExact) && told.found?.length && !told.isUnsure;
  const isTelling = isSure ? !(batch?.logits && batch.target) : told?.isNamed && told.found?.length && !batch?.logits;
  const isTold = isSure || (told?.isSaid && told.found.length && (!isRaised || BESIDES.test(plain)) && score < SURE);
  if (batch && !isOther && !(isNothing && (isTelling || told?.isPart))) {
    const said = isNothing ? (told?.found ?? []).filter(({ isHint }) => isHint || told.isSaid) : [];
    const hints = isNothing ? [...said, ...(await import("./topics.js")).topics(words)].slice(0, 2) : [];
    return { ...batch, found: (batch.found ?? []).map(fill), hints: hints.map(fill), kind: "batch" };
  }
  if (told?.found && (isTold || score < LIKELY || plain.length < 160 || (!isRaised && score < SURE && (told.isNamed || !told.isUnsure)))) {
    return { ...told, found: told.found.map(fill), kind: "number" };
  }
  if (score < LIKELY && isRaised) return { found: [], kind: "message" };
  if (score < LIKELY || (score < SURE && !isRaised && plain.length > SENTENCE)) {
    const called = await import("./headings.js").then((module) => module.called(plain)).catch(() => []);
    const found = called.length ? called : distinct([...await alike(whole), ...told?.subjects ?? []]);
    return { found: found.map(fill), isUnsure: true, kind: "words" };
  }
  const found = messages.filter((each) => each.score > 0.6 * score).map(({ at }) => message(at));
  const fitted = SIZED.test(plain) ? (await import("./sizes.js")).fitted : distinct;
  const shown = fitted(distinct(found), plain);
  const more = (await import("./topics.js")).topics(plain).filter(({ at }) => !shown.some((each) => each.at.split("#")[0] === at.split("#")[0]));
  return { found: [...shown, ...more.map(fill)].slice(0, 4), isUnsure: score < SURE, kind: "message" };
}
