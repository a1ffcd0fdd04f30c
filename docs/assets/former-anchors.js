// On a page whose sections have moved to others: leads each anchor that it once had to its section, as former-anchors.json says.
const ROOT = new URL("../", import.meta.url);

async function lead() {
  const anchor = location.hash.slice(1);
  if (!anchor || document.getElementById(anchor)) return;
  const response = await fetch(new URL("former-anchors.json", import.meta.url));
  const page = location.pathname.slice(ROOT.pathname.length).replace(/index\.html$/, "");
  const place = (await response.json())[page]?.[anchor];
  if (!place) return;
  const there = new URL(place, ROOT);
  there.search = location.search;
  location.replace(there);
}

addEventListener("hashchange", lead);
lead();
