// What a case is: the words and facts that it asks for, and what it answers. For examples, see segmentation.js. No DOM.
import { answer } from "./sections.js";

/*
 * A case is an object with one field a line. A text must fulfil all of these that the case has:
 *
 *   when:   words that must stand in it, as a regular expression, or several with `any`
 *   and:    a regular expression, or a list of them: words that must stand in it too
 *   not:    words that must not stand in it
 *   needs:  a function of the facts (see facts.js), such as `hasFiniteLoss`: what it found, or nothing
 *
 * These are its answer. Each is a value, or a function of the facts and of what `needs` found:
 *
 *   section:  a name in sections.js
 *   title:    what is the matter
 *   says:     what to do; without it, the box shows what the section says
 *   code:     the line of code for it
 *   isSaid:   false if the value of the loss may say more; true if it is left out
 *   isWeak:   true if the value of the loss may say more, if that value is certain
 *   isHint:   true if it is shown where nothing is certain
 *   isPart:   true if it is shown though the text holds a batch too
 *   tells:    in place of all these: a function of the facts that returns the whole answer, or null
 */

/** Any of these words, in small letters or capitals. */
export const any = (...words) => new RegExp(words.map(({ source }) => source).join("|"), "i");

/** The answer of a case to the facts of a text, or null if they do not fit it. */
export function tell(each, f) {
  const found = holds(each, f);
  if (!found) return null;
  if (each.tells) return each.tells(f, found) || null;
  const told = { isSaid: true, isWeak: false, says: "", code: "" };
  for (const [name, value] of Object.entries(each)) {
    if (!ASKED.has(name)) told[name] = typeof value === "function" ? value(f, found) : value;
  }
  const { section, title, says, code, ...rest } = told;
  return { ...answer(section, title, says, code), ...rest };
}
const ASKED = new Set(["when", "and", "not", "needs"]);

/** What `needs` finds in the facts of a text, or true, if the text has the words of a case; else nothing. */
export function holds({ when, and = [], not, needs }, f) {
  if ((when && !f.is(when)) || (not && f.is(not)) || ![and].flat().every((words) => f.is(words))) return null;
  return needs ? needs(f) : true;
}

/** The answer of the first of several cases that the facts fit, or null. */
export function first(cases, f) {
  for (const each of cases) {
    const told = tell(each, f);
    if (told) return told;
  }
  return null;
}
