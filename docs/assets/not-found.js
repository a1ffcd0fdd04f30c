// On the page for addresses where there is none: offers to search for the words of the address.
// The address is foreign text: it only ever becomes textContent, or the value of the search box.

function readable(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not valid UTF-8: as it stands
  }
}

const address = readable(location.pathname);
const words = (address.replace(/\.html?$/, "").match(/[\p{L}\p{N}_]{3,}/gu) || []).slice(-4).join(" ");

document.getElementById("wrong-address").textContent = `: ${address}`;
if (words) {
  const offer = document.getElementById("search-for");
  offer.querySelector("q").textContent = words;
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => {
    const box = document.querySelector("[data-md-component=search-query]");
    box.value = words;
    box.focus();
    box.dispatchEvent(new KeyboardEvent("keyup")); // at which the theme reads the box
  });
}
