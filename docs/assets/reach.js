/* What scrolls sideways can be reached from the keyboard, and says what it is; a figure says so anyway. The buttons that the
   theme puts on code are no landmark. */
{
  const name = (frame) => {
    if (frame.matches(".frame")) return "Table";
    if (frame.matches(".arithmatex")) return "Formula";
    return frame.closest(".output") ? "Output" : "Code";
  };
  const reach = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      const isWide = target.scrollWidth > target.clientWidth;
      if (target.matches("figure *")) target.tabIndex = isWide ? 0 : -1;
      else if (isWide) {
        target.tabIndex = 0;
        target.role = "group";
        target.ariaLabel = `${name(target)}, wider than the screen`;
      } else for (const each of ["tabindex", "role", "aria-label"]) target.removeAttribute(each);
    }
  });
  const look = (element) => {
    for (const each of element.querySelectorAll(".frame, div.arithmatex, pre > code, .plot.wide > div")) reach.observe(each);
    for (const each of element.querySelectorAll(".md-code__nav")) each.role = "none";
  };

  look(document);
  new MutationObserver((changes) => {
    for (const { target } of changes) look(target);
  }).observe(document.querySelector("article"), { childList: true, subtree: true });
}
