// <loss-prediction id="…" decimals="…">: a question to answer before reading on. It holds the question and a folded answer,
// whose first list has the choices in bold, the right one first, each with its reason. With `decimals` the answer is typed.
// Where no script runs, the folded answer is shown.
import { button, h } from "../elements.js";
import * as progress from "./progress.js";

class Prediction extends HTMLElement {
  connectedCallback() {
    if (this.verdict) return;
    const answer = this.querySelector("details");
    this.choices = [...answer.querySelector("ul").children].map(readChoice);
    this.verdict = h("div", { className: "prediction-verdict", role: "status" });
    const question = answer.previousElementSibling;
    question.id ||= `${this.id}-question`;
    answer.before(this.hasAttribute("decimals") ? this.field(question) : this.buttons(question), this.verdict);
    if (progress.address(this) in progress.answered()) this.classList.add("answered");
  }

  buttons(question) {
    const choices = [...this.choices].sort((a, b) => a.value - b.value || a.text.localeCompare(b.text));
    const all = choices.map((choice) => button("", { ariaPressed: "false" }, ({ currentTarget }) => {
      for (const each of all) each.ariaPressed = String(each === currentTarget);
      this.judge(choice);
    }));
    all.forEach((each, n) => each.append(...choices[n].label));
    return h("div", { className: "prediction-choices", role: "group", "aria-labelledby": question.id }, ...all);
  }

  field(question) {
    const decimals = Number(this.getAttribute("decimals"));
    const places = decimals ? `to ${decimals} decimal${decimals > 1 ? "s" : ""}` : "a whole number";
    const input = h("input", { id: `${this.id}-typed`, inputMode: "text", autocomplete: "off", "aria-describedby": question.id });
    const form = h("form", {}, h("label", { for: input.id }, `Your answer, ${places}`), input, h("button", {}, "Check"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = readNumber(input.value);
      if (!Number.isFinite(typed)) this.say("", "Type a number.");
      else this.judge(this.choices.find(({ value }) => Math.abs(value - typed) < (decimals ? 10 ** -decimals : 0.5)));
    });
    return form;
  }

  judge(choice) {
    const isRight = choice === this.choices[0];
    if (choice) this.say(isRight ? "right" : "wrong", h("b", {}, isRight ? "Right. " : "Not quite. "), ...copies(choice.reason));
    else this.say("wrong", h("b", {}, "Not quite. "), "It is none of the usual mistakes either. Try again, or open the answer.");
    progress.note(progress.address(this), isRight);
    this.classList.add("answered");
  }

  say(kind, ...nodes) {
    this.verdict.className = `prediction-verdict ${kind}`;
    this.verdict.replaceChildren(...nodes);
  }
}

const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

// A choice of the list: its text, its number if it is one, how it is shown, and the reason behind it.
function readChoice(item) {
  const [bold, ...reason] = [...(item.querySelector("p") ?? item).childNodes].filter((node) => node.textContent.trim());
  const text = bold.textContent.replace(/\.$/, "");
  const label = copies([...bold.childNodes]);
  if (label.at(-1).nodeType === Node.TEXT_NODE) label.at(-1).textContent = label.at(-1).textContent.replace(/\.$/, "");
  return { text, value: readNumber(text), label, reason };
}

// The number that a text is, with a decimal comma too; else NaN.
function readNumber(text) {
  return text.trim() ? Number(text.trim().replace("−", "-").replace(",", ".")) : NaN;
}

// On paper the answers stand at the end.
addEventListener("beforeprint", () => {
  const answers = [...document.querySelectorAll("loss-prediction")].map(({ choices: [right] }) =>
    h("li", {}, h("b", {}, right.text), " ", ...copies(right.reason)));
  if (answers.length) document.querySelector("article").append(h("section", { id: "printed-answers" }, h("h2", {}, "Answers to the predictions"), h("ol", {}, ...answers)));
});
addEventListener("afterprint", () => document.querySelector("#printed-answers")?.remove());

customElements.define("loss-prediction", Prediction);
