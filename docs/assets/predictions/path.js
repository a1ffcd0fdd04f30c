// <learning-path>: how many predictions of each step of its table a reader has answered. <learning-progress>: where one stopped.
import { button, h } from "../elements.js";
import { answered, forget, root } from "./progress.js";

const below = (link) => new URL(link.href).pathname.slice(root().pathname.length);

class LearningPath extends HTMLElement {
  connectedCallback() {
    const addresses = Object.keys(answered());
    for (const row of this.querySelectorAll("tbody tr")) {
      const link = row.querySelector("a");
      const cell = row.lastElementChild;
      const done = link ? addresses.filter((each) => each.startsWith(`${below(link)}#`)).length : 0;
      if (done) cell.textContent = `${Math.min(done, Number(cell.textContent))} of ${cell.textContent}`;
    }
    if (addresses.length) this.append(button("Forget my answers", {}, () => {
      forget();
      location.reload();
    }));
  }
}

class LearningProgress extends HTMLElement {
  connectedCallback() {
    const addresses = Object.keys(answered());
    const last = addresses.at(-1);
    const link = last && [...document.querySelectorAll("article a[href]")].find((each) => below(each) === last.split("#")[0]);
    if (!link) return;
    const title = link.querySelector("strong") ?? link;
    this.append("You stopped at ", h("a", { href: new URL(last, root()).href }, title.textContent), `. Answered so far: ${addresses.length}.`);
  }
}

customElements.define("learning-path", LearningPath);
customElements.define("learning-progress", LearningProgress);
