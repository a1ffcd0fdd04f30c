/* A report of a wrong number names the section that the reader was at. */
document.querySelector(".report")?.addEventListener("click", ({ currentTarget }) => {
  const report = new URL(currentTarget.href);
  const page = report.searchParams.get("body").split("#")[0];
  report.searchParams.set("body", `${page}${location.hash}`);
  currentTarget.href = report.href;
});
