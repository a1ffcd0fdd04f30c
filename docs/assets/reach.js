/* What scrolls sideways can be reached from the keyboard; the buttons that the theme puts on code are no landmark. */
{
  const reach = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  const look = (element) => {
    for (const each of element.querySelectorAll("div.arithmatex, .md-typeset__scrollwrap")) reach.observe(each);
    for (const each of element.querySelectorAll(".md-code__nav")) each.role = "none";
  };

  look(document);
  new MutationObserver((changes) => {
    for (const { target } of changes) look(target);
  }).observe(document.querySelector("article"), { childList: true, subtree: true });
}
