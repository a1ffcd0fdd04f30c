// <loss-finder>: a box for an error, a number or a tensor, and below it at once what that means.
import { button, h, later } from "../elements.js";
import { explain, load } from "./answers.js";

const ROOT = new URL("../../", import.meta.url);
const EXAMPLES = ["stuck at 1.0986", "IndexError: Target 3 is out of bounds.", "-0.6652", "nan"];

// Text in which backticks mark code.
const marked = (text) => text.split("`").map((part, at) => (at % 2 ? h("code", {}, part) : part));
const link = (at, text) => h("a", { href: new URL(at, ROOT).href }, ...marked(text));

class LossFinder extends HTMLElement {
  connectedCallback() {
    if (this.field) return;
    const placeholder = "RuntimeError: …   or   2.3026   or   tensor([[…";
    this.field = h("textarea", { rows: 2, name: "find", spellcheck: false, autocomplete: "off", placeholder });
    this.status = h("p", { className: "finder-status", role: "status" });
    this.output = h("div", { className: "finder-answer" });
    const changed = later(() => this.update(), 150);
    this.field.addEventListener("input", changed);
    this.field.addEventListener("focus", () => load().catch(() => {}), { once: true });
    const examples = EXAMPLES.map((text) => button(text, {}, () => this.fill(text)));
    this.replaceChildren(h("div", { className: "finder" }, h("label", {}, h("b", {}, "Paste the error, or type the loss you see"), this.field),
        h("p", { className: "finder-examples" }, "For example: ", ...examples), this.status, this.output));
    addEventListener("pagehide", () => history.replaceState({ ...history.state, pasted: this.field.value }, "")); // for who comes back
    addEventListener("hashchange", () => location.hash === `#${this.closest("[id]")?.id}` && this.field.focus());
    this.field.value = history.state?.pasted ?? "";
    if (this.field.value) this.update();
  }

  fill(text) {
    this.field.value = text;
    this.field.focus();
    this.update();
  }

  async update() {
    const text = this.field.value;
    if (!this.text || !text.startsWith(this.text.slice(0, 8))) this.asked = this.shown; // another text, perhaps what that code prints
    this.text = text;
    const isLoaded = await load().then(() => true, () => false);
    const parts = !text.trim() ? [] : isLoaded ? this.parts(await explain(text, this.asked)) : NOT_LOADED();
    if (this.field.value !== text) return; // typed on meanwhile
    this.output.replaceChildren(...parts);
    this.shown = this.output.querySelector("code:not(p *)")?.textContent ?? this.shown;
    const titles = [...this.output.querySelectorAll(".finder-title")];
    this.status.textContent = [...new Set([...parts.slice(0, 1), ...titles])].map((each) => each.textContent).join(" ");
  }

  parts(given) {
    const { found, kind, isUnsure, loss, refusal } = given;
    const alike = others(given.alike ?? [], "Reports with some of these words are explained in");
    const calculator = given.label ? [h("p", {}, link(given.address, given.label))] : [];
    if (refusal) return [title(`This tensor is not understood: ${refusal.message}`), says(refusal.remedy), h("p", {}, link(refusal.at, "Read on"))];
    if (kind === "batch") return [...(found.length ? found.flatMap(whole) : UNSUSPICIOUS()),
      ...(given.hints.length ? [says("The section with the text's words:"), ...whole(given.hints[0]), ...others(given.hints.slice(1), "Similar")] : alike), ...calculator];
    if (kind === "number" && isUnsure && !found[0]?.isHint) return [title(
      `${loss.text} is ${loss.isOther ? "not a cross-entropy" : "no value that this site knows"}`), ...alike, says(given.unknown),
        h("p", {}, link("guides/debug/#by-symptom", "Look it up by symptom")), ...others(found, "It fits, if")];
    if (!found.length && alike.length) return [title("No message or value is known in this text"), ...alike];
    if (!found.length) return [title("This is not understood"), h("p", {}, "Paste the last line of a traceback, a loss or a tensor, or ", searched(this.field.value), ".")];
    const lead = kind === "words" ? "The section that fits these words best:" : found[0].isTopic
      ? "The value alone does not tell. The section with the text's words:"
      : kind === "number" ? "The value alone does not tell. What the text tells:" : "No section has exactly these words. The closest is:";
    const more = kind !== "number" || found[0].isTopic ? "Similar" : isUnsure ? "It also fits, if" : "It may also be";
    const isByWords = given.isSaid && !/\d/.test(this.field.value); // a sentence may mean something else
    const said = isUnsure ? [says(lead)] : isByWords ? [says("Going by the words of the text:")] : [];
    return [...said, ...whole(found[0]), ...others(found.slice(1), more), ...calculator];
  }
}

const UNSUSPICIOUS = () => [title("Nothing about this batch is suspicious"),
  says("The cause may lie elsewhere: type what the loss and the accuracy do."), h("p", {}, link("guides/debug/#by-symptom", "Look it up by symptom"))];
const NOT_LOADED = () => [title("The list of messages could not be loaded"), says("Look in the tables of the debugging page, or try again.")];
const searched = (text) => h("a", { href: `?q=${encodeURIComponent(text.trim().slice(0, 80))}` }, "search the site for it");
const title = (text) => h("p", { className: "finder-title" }, ...marked(text));
const says = (text) => h("p", {}, ...marked(text));

// An answer: what it is, the fix as code, where to read on.
function whole({ title: name, says: text, code, at, link: section, note }) {
  return [title(name), ...(text ? [says(text)] : []),
    ...(code ? [h("pre", {}, h("code", {}, code), button("Copy", {}, () => navigator.clipboard.writeText(code)))] : []),
    h("p", {}, link(at, `Read on: ${section ?? name}`), ...(note ? [h("span", { className: "finder-note" }, ` ${note}.`)] : []))];
}

const others = (found, lead) => (found.length ? [h("div", { className: "finder-others" }, `${lead}:`,
      h("ul", {}, ...found.map(({ at, title: name }) => h("li", {}, link(at, /if$/.test(lead) ? given(name) : name)))))] : []);

// A cause with the condition that tells it from the others.
const CONDITIONS = [[/^(?:Near )?ln (\d+)/, "there are $1 classes"], [/^(\d+).* in bits/, "it is in bits, of $1 classes"],
  [/^(\d+).* padding/, "padding counts, and there are $1 classes"],
  [/^(\d+).* added up over (\d+)/, "it is added up over $2 rows of $1 classes"], [/^Softmax twice/, "the network ends in a softmax"],
  [/^With label_/, "the labels are smoothed"]];
const given = (name) => {
  const [words, text] = CONDITIONS.find(([words]) => words.test(name)) ?? [];
  return text ? `${words.exec(name)[0].replace(words, text)}: ${name}` : name;
};

customElements.define("loss-finder", LossFinder);
