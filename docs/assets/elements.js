// Elements, and work that waits: what every live part of a page needs.

/** A new element with these properties ("aria-…", "role", "for" and the like: attributes) and children; a string is text, never HTML. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A function that runs `work` once the calls to it have paused. */
export function later(work, milliseconds) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}

/** A button. */
export function button(text, properties, work) {
  const made = h("button", { type: "button", ...properties }, text);
  made.addEventListener("click", work);
  return made;
}
