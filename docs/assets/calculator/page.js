// What both calculators need of the page: elements, numbers as text, the state in the address, the clipboard.
import { button, h, later } from "../elements.js";

export { button, h, later };

/** A number with four decimals, as PyTorch prints it; very large and very small ones with an exponent. */
export function fixed(x) {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x < 0 ? "-inf" : "inf";
  const size = Math.abs(x);
  if (size !== 0 && (size < 0.00005 || size >= 1e7)) return x.toExponential(4).replace(/e([-+])(\d)$/, "e$10$2");
  return (x + 0).toFixed(4);
}

/** A number as Python reads it, a float. */
export function python(x) {
  if (!Number.isFinite(x)) return `float("${fixed(x)}")`;
  const text = Object.is(x, -0) ? "-0" : String(x);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** torch.tensor(…) of nested arrays of floats, or of integers. */
export function pythonTensor(values, options = "", write = python) {
  const nested = (value) => (Array.isArray(value) ? `[${value.map(nested).join(", ")}]` : write(value));
  return `torch.tensor(${nested(values)}${options})`;
}

/** What the address says under these names, as text; those it does not name are missing. */
export function readAddress(names) {
  const search = new URLSearchParams(location.search);
  return Object.fromEntries(names.filter((name) => search.has(name)).map((name) => [name, search.get(name)]));
}

/** Put the state into the address; an empty text takes a name out. False if it is too long for a link. */
export function writeAddress(state) {
  const address = new URL(location);
  for (const [name, text] of Object.entries(state)) {
    if (text) address.searchParams.set(name, text);
    else address.searchParams.delete(name);
  }
  address.search = address.search.replaceAll("%2C", ",");
  if (address.href.length > 8000) return false;
  if (address.href !== location.href) history.replaceState(history.state, "", address);
  return true;
}

/** A table in a frame of its own, which moves when the table is wider than the page. The first words tell the quantities. */
export function table(caption, heads, rows, foot) {
  const quantity = (text) => ({ "data-quantity": text.split(" ")[0] });
  const line = ([first, ...rest]) => h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, cell)));
  const head = (text) => h("th", { scope: "col", ...quantity(text) }, text);
  return h("div", { className: "calc-frame", tabIndex: 0, role: "region", "aria-label": caption, ...quantity(caption) },
    h("table", { className: "calc-table" }, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...heads.map(head))),
      h("tbody", {}, ...rows.map(line)), ...(foot ? [h("tfoot", {}, line(foot))] : [])));
}

/** A button that copies what `text()` gives, and says so. */
export function copyButton(name, text) {
  const made = button(name, {}, async () => {
    const done = await navigator.clipboard?.writeText(text()).then(() => true, () => false);
    made.textContent = done ? "Copied" : "Copy it by hand";
    setTimeout(() => (made.textContent = name), 2000);
  });
  return made;
}

/** PyTorch code with its imports, and a button to copy it. */
export function code(text) {
  const shown = h("pre", {}, h("code", {}, `import torch\nimport torch.nn.functional as F\n\n${text}\n`));
  return h("div", { className: "calc-code no-copy" }, shown, copyButton("Copy code", () => shown.textContent));
}

/** New children in the place of the old ones; what is alike stays and only changes its text, so that nothing jumps. */
export function renew(output, ...children) {
  const old = [...output.childNodes];
  if (old.length !== children.length) return output.replaceChildren(...children);
  return children.forEach((child, at) => old[at].isEqualNode(child) || turn(old[at], child));
}

function turn(old, made) {
  const [from, to] = [[...old.childNodes], [...made.childNodes]];
  const isLike = old.nodeName === made.nodeName && from.length === to.length && old.dataset?.quantity === made.dataset?.quantity;
  if (!isLike) old.replaceWith(made);
  else if (old.nodeType === Node.TEXT_NODE) old.data = made.data;
  else {
    old.className = made.className;
    from.forEach((each, at) => each.isEqualNode(to[at]) || turn(each, to[at]));
  }
}

/** Move the page no further than until this element can be seen. */
export const reveal = (element) => element.scrollIntoView({ block: "nearest", behavior: "instant" });
