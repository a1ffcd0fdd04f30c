/* Light or dark: as the reader chose on this site, else as the system says. The button that is shown leads to the other. */
{
  const buttons = [...document.querySelectorAll("[data-scheme]")];
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen; // on this page: where storage is blocked, it holds for this page alone
  const kept = () => {
    try {
      return __md_get("__scheme"); // __md_get: the theme's, for this site only
    } catch {
      return null;
    }
  };
  const show = () => {
    const known = buttons.map((button) => button.dataset.scheme);
    const scheme = [chosen, kept()].find((each) => known.includes(each)) ?? (system.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = scheme;
    for (const button of buttons) button.hidden = button.dataset.scheme !== scheme;
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const other = buttons.find((each) => each !== button);
      chosen = other.dataset.scheme;
      show();
      try {
        __md_set("__scheme", chosen);
      } catch {} // storage is blocked
      other.focus();
    });
  }
  system.addEventListener("change", show);
  show();
}
