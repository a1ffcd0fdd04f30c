// Which sections are called by the words of a short text: by their titles, and by the other names that the pages give them. No DOM.
import { distinct, list } from "./lists.js";

const MOST_WORDS = 9; // of a text that names a section; a longer one reports something
const LEAST = 0.6; // share of the text's words, by weight, that a name must have
const BEGINNING = 6; // letters by which a word is told
const LESS = [[/^reference\/(?:ledger|sources|corrections)/, 0.7], [/^reference\/glossary|^learn\//, 0.9]]; // than sections that explain
const SMALL = new RegExp("^(?:a|an|and|are|between|can|difference|do|does|for|from|get|how|i|in|is|it|meaning|my|need|nn|of|on|or|pytorch"
  + "|should|the|to|torch|use|using|versus|what|when|which|why|with|vs|you|f)$");

const load = list("headings.json", read);

// The words of a text as they are told: CrossEntropyLoss and cross_entropy_loss are three words.
const apart = (text) => text.replace(/([a-z])(?=[A-Z][a-z])/g, "$1 ").replace(/\bfrom_(?=[a-z])/gi, "from"); // from_logits is an option
const wordsOf = (text) => [...new Set(apart(text).toLowerCase().match(/[a-z]+/g) ?? [])]
  .filter((word) => !SMALL.test(word)).map((word) => word.replace(/sses$/, "ss").replace(/(?<=\w{3})s$/, "").slice(0, BEGINNING));

// All names, each with its section and its words, and the weight of a word: rare ones count for more.
function read(sections) {
  const named = sections.flatMap(([at, title, ...names]) => [title, ...names].map((name) => {
    const [, lesser] = LESS.find(([pages]) => pages.test(at)) ?? [, 1];
    return { at, title, words: new Set(wordsOf(name)), part: lesser * (!at.includes("#") ? 1.3 : name === title ? 1.02 : 1) };
  }));
  const counts = new Map();
  for (const { words } of named) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { named, weigh: (words) => words.reduce((sum, word) => sum + Math.log(1 + named.length / (counts.get(word) ?? 0.5)), 0) };
}

/** The sections whose names have most words of a short text, the best first, as { at, title }. */
export async function called(text) {
  const given = wordsOf(text);
  if (!given.length || given.length > MOST_WORDS) return [];
  const { named, weigh } = await load();
  const all = weigh(given);
  const scores = named.map(({ at, title, words, part }) => {
    const weight = weigh(given.filter((word) => words.has(word)));
    const share = weight / all;
    return { at, title, share, score: part * share * (0.7 + 0.3 * (weight / (weigh([...words]) || 1))) };
  });
  return distinct(scores.filter(({ share }) => share >= LEAST).sort((a, b) => b.score - a.score));
}
