// Lists: those that the box looks things up in, each fetched once, and again after a failure; and those of answers. No DOM.

/** A function that promises the list in a file beside this module, as `read` makes it. */
export function list(name, read = (written) => written) {
  let loading;
  return () => (loading ??= fetch(new URL(name, import.meta.url)).then((response) => response.json()).then(read).catch((error) => {
    loading = null;
    throw error;
  }));
}

/** The first few answers, one of each section. */
export const distinct = (found) => found.filter(({ at }, place) => found.findIndex((each) => each.at === at) === place).slice(0, 4);
