// On the page for addresses where there is none: offers to search for the words of the address.
// The address is foreign text: it only ever becomes textContent, or the value of the search box.

function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not valid UTF-8: as it stands
  }
}

// Zensical's box comes, in a shadow tree, some time after its button was pressed: with its index.
async function searchBox() {
  const box = document.querySelector("[data-md-component=search-query]");
  if (box) return box;
  document.querySelector(".md-search__button").click();
  for (let frame = 0; frame < 600; frame++) {
    for (const { shadowRoot } of document.body.children) {
      const found = shadowRoot?.querySelector("input");
      if (found) return found;
    }
    await new Promise(requestAnimationFrame);
  }
  throw new Error("the search does not open");
}

const address = readable(location.pathname);
const parts = address.replace(/\.html?$/, "").split("/").map((part) => part.match(/[\p{L}\p{N}_]{3,}/gu)).filter(Boolean);
const words = (parts.at(-1) ?? []).slice(-4).join(" "); // of the last part that has any

document.getElementById("wrong-address").textContent = `: ${address}`;
if (words) {
  const offer = document.getElementById("search-for");
  offer.querySelector("q").textContent = words;
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", async () => {
    const box = await searchBox();
    box.value = words;
    box.focus();
    for (const event of ["input", "keyup"]) box.dispatchEvent(new KeyboardEvent(event)); // at which a theme reads the box
  });
}
