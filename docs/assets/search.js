/* The theme asks for its search index, most of what a first visit would move, as soon as a page opens. This lets the request
   wait until the reader turns to the search, or comes from it. */
{
  const { open, send } = XMLHttpRequest.prototype;
  const turned = new Promise((resolve) => {
    for (const part of document.querySelectorAll("[data-md-component=search-query], .md-header [for=__search]")) {
      for (const event of ["focus", "pointerover"]) part.addEventListener(event, resolve, { once: true });
    }
    if (new URLSearchParams(location.search).has("h")) resolve(); // a result: its words will be highlighted
  });

  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    open.call(this, method, address, ...rest);
    if (address.endsWith("/search/search_index.json")) this.send = () => turned.then(() => send.call(this));
  };
}

/* The theme starts the worker that its settings name: ours, which loads the theme's. */
{
  const config = document.getElementById("__config");
  const settings = JSON.parse(config.textContent);
  const theme = new URL(settings.search, location).pathname;
  const worker = new URL(`${settings.base.replace(/\/$/, "")}/assets/search-worker.js`, location);
  worker.searchParams.set("theme", theme);
  settings.search = worker.href;
  config.textContent = JSON.stringify(settings);
}
