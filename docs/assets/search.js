/* The theme asks for its search index, most of what a first visit would move, as soon as a page opens. This lets the request
   wait until the reader turns to the search, or comes from it. Zensical's search is a button, which "/" presses too; it
   heeds Ctrl+K only once its index is there. */
{
  const box = document.querySelector("[data-md-component=search-query]");
  const button = document.querySelector(".md-search__button");
  const { open, send } = XMLHttpRequest.prototype;
  const turned = new Promise((resolve) => {
    for (const part of [box ?? button, ...document.querySelectorAll(".md-header [for=__search]")]) {
      for (const event of ["focus", "pointerover", "click"]) part.addEventListener(event, resolve, { once: true });
    }
    if (new URLSearchParams(location.search).has("h")) resolve(); // a result: its words will be highlighted
  });
  const press = (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    button.click();
  };
  if (button) addEventListener("keydown", press);

  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    open.call(this, method, address, ...rest);
    if (!/\/search(\/search_index)?\.json$/.test(address)) return;
    this.send = () => turned.then(() => send.call(this));
    this.addEventListener("load", () => removeEventListener("keydown", press));
  };

  /* Material looks when a key is let go, and not when text comes by mouse or touch. It starts the worker that its settings
     name: ours, which loads the theme's. */
  if (box) {
    box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")));
    // Tab closes the search. Material would take the focus off the box first, after which WebKit begins at the top of the page.
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Tab") return;
      event.stopPropagation();
      const toggle = document.getElementById("__search");
      if (toggle.checked) toggle.click();
    });
    const config = document.getElementById("__config");
    const settings = JSON.parse(config.textContent);
    const theme = new URL(settings.search, location).pathname;
    const worker = new URL(`${settings.base.replace(/\/$/, "")}/assets/search-worker.js`, location);
    worker.searchParams.set("theme", theme);
    settings.search = worker.href;
    config.textContent = JSON.stringify(settings);
  }
}
