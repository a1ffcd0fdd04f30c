// What a reader has answered, kept in the reader's browser alone: for the address of each prediction below the site's root,
// in the order of answering, whether the first answer was right.
const KEY = "__predictions";

/** What was answered, as { address: was right }. */
export function answered() {
  try {
    const kept = __md_get(KEY); // __md_get: the theme's, for this site only
    return kept?.constructor === Object ? kept : {};
  } catch {
    return {}; // storage is blocked, or holds something else
  }
}

function keep(answers) {
  try {
    __md_set(KEY, answers);
  } catch {} // storage is blocked
}

/** Notes the first answer to the prediction at this address, as the latest. */
export function note(address, isRight) {
  const { [address]: first = isRight, ...others } = answered();
  keep({ ...others, [address]: first });
}

/** Forgets all answers. */
export function forget() {
  keep({});
}

/** The address of a prediction on this page, from the site's root. */
export function address(prediction) {
  return `${location.pathname.slice(root().pathname.length)}#${prediction.id}`;
}

/** The site's root. */
export function root() {
  return new URL(`${JSON.parse(document.querySelector("#__config").textContent).base}/`, location);
}
