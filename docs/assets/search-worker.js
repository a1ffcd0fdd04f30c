/* The theme's search worker, with a fault of lunr corrected, and with the finder's answers first: what a pasted message or the
   value of a loss means is known better than by its words. */
const PATTERNS = /["*^~:+-]+/g; // of a query: what would require, exclude or vary a word
const CODE = /[a-z][A-Z]|_|\(/;
const LOG = /(?:loss|bce)["']?\s*[=:]\s*[-\d]*\.?\d|loss["']?[=:]\s*nan|(?:stuck|plateaus|stays) at \d|below \d/i;
const WORDS = /[a-z]{2,}|$/gi;
const LEAD = /^(?:(?:my|the|why|is) )+(?=\w+ \w+ )/; // of a title or a query of three words and more
const LETTERS = /(?<![^\s([{,])\w(?![^\s)\]},])/g; // would stand for all words that begin with them
const MOST = 40; // words of a query
const [SETUP, QUERY, RESULT] = [0, 2, 3];
const post = postMessage;
const leads = []; // for each query on its way, the addresses of the sections to show first
const docs = new Map();
let theirs;
let turn = Promise.resolve();

addEventListener = (_, listener) => { theirs = listener; };
importScripts(new URL(new URLSearchParams(location.search).get("theme"), location.origin).pathname);

/* lunr tells the nodes of its index of words apart by a signature, each letter followed by the number of the next node, and
   nothing between: "1" to 23 is "12" to 3. Where digits are letters, nodes are confused, and a query such as "Target 3" ends
   in an error. */
lunr.TokenSet.prototype.toString = function () {
  if (this._str) return this._str;
  const edges = Object.keys(this.edges).sort().map((letter) => `${letter}${this.edges[letter].id}`);
  return [this.final ? 1 : 0, ...edges].join();
};

onmessage = ({ data }) => { turn = turn.then(() => heard(data)); };

async function heard({ type, data }) {
  if (type === SETUP) for (const doc of data.docs) docs.set(doc.location, doc);
  if (type !== QUERY) return theirs({ data: { type, data } });
  const found = await explained(data);
  leads.push(found.length ? found : called(data));
  return theirs({ data: { type, data: plain(data) } });
}

// The sections that have this text as their title or as another name, those of pages that are boosted first.
function called(text) {
  const name = wordsOf(text);
  const found = [...docs.values()].filter(({ title, tags = [] }) => [title, ...tags].some((each) => wordsOf(each) === name));
  return found.sort((a, b) => (b.boost ?? 1) - (a.boost ?? 1)).map((doc) => doc.location);
}

const wordsOf = (text) => text.replace(/<[^>]*>|\b(?:torch|nn|F|functional)\./g, "").toLowerCase().match(/\w+/g)?.join(" ").replace(LEAD, "");

// Of a long text, such as a traceback, the end: the theme takes seconds to show what it finds by hundreds of words.
function plain(text) {
  const words = text.replace(PATTERNS, " ").trim().split(/\s+/).slice(-MOST).join(" ");
  return words.replace(LETTERS, "").trim() || words;
}

// Where the finder leads, if it is sure; a number that stands among many words, or beside a name in code, may be of anything.
async function explained(text) {
  try {
    const { explain } = await import("./finder/answers.js");
    const { found, isUnsure, kind } = await explain(text);
    const isLoss = kind === "number" && (LOG.test(text) || (!CODE.test(text) && (/\bloss\b/i.test(text) || text.match(WORDS).length < 4)));
    return isUnsure || !(isLoss || kind === "message") ? [] : found.map(({ at }) => at);
  } catch {
    return []; // without its messages, the search still has the words
  }
}

postMessage = ({ type, data }) => {
  const first = type === RESULT ? leads.shift() : [];
  post({ type, data: first.length ? { ...data, items: first.reduceRight(raise, data.items) } : data });
};

// The results with this section first: on its page, and its page among all.
function raise(items, address) {
  const page = address.split("#")[0];
  const isOf = (group) => group.some((doc) => doc.location === page);
  const group = items.find(isOf) ?? [bare(page)];
  const section = { ...(group.find((doc) => doc.location === address) ?? bare(address)), score: Number.MAX_VALUE };
  return [[section, ...group.filter((doc) => doc.location !== address)], ...items.filter((each) => !isOf(each))];
}

const bare = (address) => ({ ...(docs.get(address) ?? docs.get(whole(address))), location: address, score: 0, terms: {} });

// The section of which one is a part that the index has no entry for.
const whole = (address) => [...docs.keys()].find((each) => each.includes("#") && address.startsWith(`${each}-`));
