/* Light or dark: as the reader chose on this site, else as the system says. The button that is shown leads to the other. */
{
  const buttons = [...document.querySelectorAll("[data-scheme]")];
  const system = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const scheme = __md_get("__scheme") ?? (system.matches ? "slate" : "default"); // __md_get: the theme's, for this site only
    document.body.dataset.mdColorScheme = scheme;
    for (const button of buttons) button.hidden = button.dataset.scheme !== scheme;
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const other = buttons.find((each) => each !== button);
      __md_set("__scheme", other.dataset.scheme);
      show();
      other.focus();
    });
  }
  system.addEventListener("change", show);
  show();
}
