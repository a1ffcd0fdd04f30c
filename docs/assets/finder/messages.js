// Finds which recorded message a pasted text holds: a line, a traceback, a log. No DOM.

export const KIND = /(?:^|[\s:>(])(?<!est )(?:[\w.]*\.)?\w*(?:Error|Exception|Warning):(?:\s+|$)(.*)/m;
const COLOURS = /\x1b\[[0-9;?]*[A-Za-z]|\[\d{1,2}(?:;\d{1,3})*m/g;
const QUOTED = /^\s*(?:(?:>|\||E(?=\s{2})|-+>\s*\d*|#|\/\/)\s*)+/;
const CODE = /^\s*(?:File "|at \/|Traceback|During handling|The above exception)|^-{3,}|^\s+\d+\s|^\s*[\^~]+\s*$/;
const WORD = /\d?[a-z_]\w*/g;
const PATH = /[/\\][\w.+:-]+(?:[/\\][\w.+:-]*)+/g;
const FULL = /CUDA out of memory/g; // whose fault that is, the traceback tells
const ASSERTED = /.*device-side assert.*/g; // what follows a failed assertion, and says less
const MOST_LINES = 400;
const MOST_JOINED = 5;

/** A text as it was before a terminal, a web page or a quotation changed it: plain quotes and minus, no colours, nothing bold. */
export function clean(text) {
  return text.replace(COLOURS, "").replace(/\r\n?/g, "\n").replace(/\\n(?=\s|[A-Z])/g, "\n")
    .replace(/[‘’‚′´]/g, "'").replace(/[“”„″]/g, '"').replace(/[−–]/g, "-").replace(/[\u00a0\u2009\u202f]/g, " ").replace(/[\u200b\ufeff]/g, "")
    .replace(/(?<![\w*])\*\*(\w[^*\n]*)\*\*(?![\w*])/g, "$1").replace(/&(?:#39|apos);/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").trim();
}

// The words of a message in order; numbers, sizes, signs and the paths of files vary, and are left out.
const words = (text) => text.replace(PATH, " ").toLowerCase().match(WORD) ?? [];

// The words and the pairs of neighbours, since the order tells "Long but found Float" from its reverse. Of an attribute or a
// missing argument, the name decides; that of a kernel hardly matters.
const NAMED = /^(attribute|arguments?|in) /;
const KERNEL = /[a-z0-9]_\w+_/;
function features(text) {
  const list = words(text);
  return new Set([...list, ...list.slice(1).map((word, at) => `${list[at]} ${word}`)]);
}

/** What finds messages among these texts: rare words count for more than those that many messages share. */
export class Index {
  constructor(texts) {
    this.entries = texts.map(features);
    const counts = new Map();
    for (const entry of this.entries) for (const each of entry) counts.set(each, (counts.get(each) ?? 0) + 1);
    const share = (each) => (NAMED.test(each) ? 3 : KERNEL.test(each) ? 0.3 : each.includes(" ") ? 0.6 : 1);
    this.weights = new Map([...counts].map(([each, n]) => [each, Math.log(1 + texts.length / n) * share(each)]));
    this.totals = this.entries.map((entry) => this.weigh(entry));
  }

  weigh(set, among = set) {
    let total = 0;
    for (const each of set) if (among.has(each)) total += this.weights.get(each) ?? (each.includes(" ") ? 0 : 1.2);
    return total;
  }

  /** How well each entry fits one line, from 0 to 1: above all, how much of the entry the line holds. */
  score(line) {
    const given = features(line);
    const [, name] = /(?:attribute|import name) '(\w+)'/.exec(line.toLowerCase()) ?? [];
    const all = this.weigh(given) || 1;
    return this.entries.map((entry, at) => {
      const common = this.weigh(entry, given);
      return (common / this.totals[at]) * (0.7 + 0.3 * (common / all)) * (name && !entry.has(name) ? 0.6 : 1);
    });
  }

  /** The entries that fit a pasted text, best first, as { at, score }; of its lines, the last that fits well decides. */
  find(text) {
    const left = /Assertion .* failed/.test(text) ? text.replace(ASSERTED, "") : /logits|entropy|lm_head/.test(text)
      ? text.replace(FULL, "logits of the loss: $&") : text;
    const lines = clean(left).split("\n").slice(-MOST_LINES).map((line) => line.replace(QUOTED, ""));
    let best = [];
    for (const candidates of [raised(lines), windows(lines)]) {
      for (const candidate of candidates) {
        const scores = this.score(candidate);
        const found = scores.map((score, at) => ({ at, score })).sort((a, b) => b.score - a.score).slice(0, 6);
        if (!best.length || found[0].score >= Math.min(best[0].score, 0.75) + (found[0].score < best[0].score ? 0.02 : 0)) best = found;
      }
      if (best[0]?.score >= SURE) break;
    }
    return best;
  }
}

/** From this score on, a message is the one that was found; below, it only looks like it. */
export const SURE = 0.66;
export const LIKELY = 0.38;

// What follows "SomeError:", each with one more of the lines after it: a message may go on there.
function* raised(lines) {
  for (const [at, line] of lines.entries()) {
    const kind = KIND.exec(line);
    if (!kind) continue;
    let message = kind[1];
    yield message;
    for (const next of lines.slice(at + 1, at + MOST_JOINED + 1)) {
      if (!next.trim() || KIND.test(next) || CODE.test(next)) break;
      yield next.trim();
      yield (message += ` ${next.trim()}`);
    }
  }
}

// All lines that are no code of a traceback, alone and joined with those before.
function* windows(lines) {
  const left = lines.filter((line) => line.trim() && !CODE.test(line));
  for (let end = 1; end <= left.length; end++) for (let size = 1; size <= Math.min(MOST_JOINED, end); size++) yield left.slice(end - size, end)
    .join(" ");
}
