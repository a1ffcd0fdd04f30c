// Which sections explain a text, by its words, as tools/maintenance/learn.py learned it from reports. No DOM.
import { list } from "./lists.js";

const BEGINNING = 5; // letters by which a word is told
const LONGEST = 5; // characters of a number
// As in tools/pages/reports.py.
const WORD = /[a-z_]{2,}/g;
const NUMBER = /(?<![a-z0-9_.])-?[0-9]+(?:\.[0-9])?/g;
const SIGN = /(?<![a-z])[a-z]{1,6}[0-9]+|%|\?|grad_fn|torch\.size|\[\[|->/g;
const KNOWN = 3; // words of a text that must be known from reports
const SEVERAL = 7; // known words; fewer cannot outweigh what else speaks for a section,
const DECISIVE = 99; // which counts so many times then,
const FEW = 12; // words of a short text, known or not,
const MORE = 2; // in which that counts so many times
const LEAST = -0.57; // score of a section that perhaps explains the text
const CLEARLY = 0.3; // and of one that probably does, by the words alone
const MOST = 3; // sections
const NEAR = 0.4; // to the best score: a section that is further below it is left out

const load = list("reports.json");

/**
 * The sections that explain such a text, the best first, as { at, title, says, score, known, isFew, isLikely }; `known` is how many of its
 * words are known, and none is returned if these are too few. `told` holds what else speaks for sections, as { at, weight }; if a section stands
 * there twice, the last weight counts.
 */
export async function alike(text, told = []) {
  const lower = text.toLowerCase();
  const begun = new Set(lower.match(WORD)?.map((word) => word.slice(0, BEGINNING)));
  if (begun.size < KNOWN) return [];
  const { sections, words } = await load();
  const numbers = lower.match(NUMBER)?.filter((number) => number.length <= LONGEST) ?? [];
  const isKnown = (token) => Object.hasOwn(words, token);
  const known = [...begun].filter(isKnown).length;
  if (known < KNOWN) return [];
  const sums = sections.map(() => 0);
  let squares = 0;
  for (const token of new Set([...begun, ...numbers, ...(lower.match(SIGN) ?? [])].filter(isKnown))) {
    const [rarity, ...added] = words[token];
    squares += rarity ** 2;
    for (let at = 0; at < added.length; at += 2) sums[added[at]] += added[at + 1];
  }
  const isFew = known < SEVERAL;
  const counted = isFew ? DECISIVE : begun.size < FEW ? MORE : 1;
  const more = new Map(told.map(({ at, weight }) => [at, counted * weight]));
  const scored = sections.map(([at, title, alone, says], place) => {
    const own = sums[place] / Math.sqrt(squares) + alone;
    return { at, title, says, score: own + (more.get(at) ?? 0), known, isFew, isLikely: own > CLEARLY && !isFew };
  }).sort((a, b) => b.score - a.score);
  return scored.slice(0, MOST).filter(({ score }) => scored[0].score >= LEAST && score > scored[0].score - NEAR);
}
