// Which sections have the words of a text, in reports that they explain or in their own text, as tools/pages/reports.py weighed them. No DOM.
import { list } from "./lists.js";

const WORD = /[a-z_]{2,}/g;
const BEGINNING = 5; // letters by which a word is told
const KNOWN = 3; // words that must be known
const LEAST = 10; // weight that the best section must have
const MOST = 3; // sections

const load = list("reports.json");

/**
 * The sections that have most of the words of a text, by weight, as { at, title, says, score, beside }, where `beside` is the
 * score of the section at `address`; none if too few words are known.
 */
export async function alike(text, address) {
  const { sections, words } = await load();
  const known = [...new Set(text.toLowerCase().match(WORD)?.map((word) => word.slice(0, BEGINNING)))].filter((word) => Object.hasOwn(words, word));
  if (known.length < KNOWN) return [];
  const scores = sections.map(([, , added]) => added * known.length);
  for (const word of known) for (let at = 0; at < words[word].length; at += 2) scores[words[word][at]] += words[word][at + 1];
  const best = sections.map(([at, title, , says], place) => ({ at, title, says, score: scores[place] })).sort((a, b) => b.score - a.score);
  const beside = best.find(({ at }) => at === address)?.score ?? 0;
  return best[0].score < LEAST ? [] : best.slice(0, MOST).filter(({ score }) => score > 0.4 * best[0].score).map((each) => ({ ...each, beside }));
}
