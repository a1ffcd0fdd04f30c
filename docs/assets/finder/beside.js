// What the loss says that is printed or stated beside a batch: a negative one, a divergence, nan. No DOM.
import { aboutMistake } from "./both.js";
import { about, section } from "./remedies.js";
import { addsUp, flat, rowsOf, sized, sum } from "./rows.js";
import { PLAIN, sectionOf } from "./sections.js";

export const NO_INDICES = /(?<![a-z])ctc|(?:target|label)_lengths|supcon|contrastive|\bkl_?div/i; // losses whose labels are no class indices of rows
export const STATED = /(?<![\w.])-?(?:inf|nan)\b|loss\w*\W{1,3}(?:tensor\()?-\d/i; // a loss that no mean of probabilities has
// A loss below the batch that no batch explains.
export const BESIDE = /(?:^\W*(?:\w*loss\w*[^\w\n-]{1,6})?|\)\s*(?:=|->|#)\s*)(?:tensor\()?(?:-\d*\.\d*|-?\binf\b|\bnan\b)(?:\)?[ \t]*$|, *(?:grad|device|dtype|requires))|\bloss\w*\W{1,3}(?:tensor\()?-?(?:nan|inf)\b/im;

// What is suspicious, and what the printed loss says: first what explains it.
export function withPrinted(found, printed, logits, target) {
  if (!printed) return found.length ? found : aboutMistake(logits, target);
  const [first, ...others] = found;
  if (!first) return [printed];
  if (/out of bounds/.test(first.title) || printed.isNegative) return found;
  if (printed.isWrong) return [printed, ...found];
  const isFloor = /one-hot rows|^These are probab/.test(first.title) && printed.value;
  if (isFloor) return [{ ...first, ...sectionOf("floor"), code: PLAIN,
      says: `\`cross_entropy\` takes them as logits, and its softmax leaves the loss at ${printed.value} or above:` }, printed, ...others];
  return [...found, printed];
}

// What makes a loss negative that is printed below its batch, and what is wrong with a divergence or a regression; null if neither.
export function aboutNegative({ logits, target, found }, text) {
  const isDivergence = /kl_?div|kullback|\bkld?\b/i.test(text);
  const isNegative = /-/.test(BESIDE.exec(text)?.[0]) || (/nll/i.test(text) && !/cross_?entropy|log\(|(?<!-)\b\d\.\d+, grad_fn=<NllLoss/i.test(text));
  if (/logit/.test(logits?.name) && /logit/.test(target?.name)) return found.filter(({ at }) => /nan/.test(at)); // of two models
  const isBoth = logits && target && String(logits.shape) === String(target.shape) && !/Long|Bool/.test(target.dtype);
  if (/\bmse|mse_?loss|l1_?loss|huber|(?<!logistic )\bregress/i.test(text) && target && /Float|Double/.test(target.dtype)) {
    const isColumn = logits?.shape[1] === 1 && target.shape.length === 1;
    return isColumn ? [about(`The output is ${sized(logits.shape)}, the target ${sized(target.shape)}: they broadcast`,
          "reference/losses/regression/#mseloss", "F.mse_loss(logits.squeeze(1), target)",
          "Every prediction meets every target. Squeeze the column:")] : isBoth ? found.filter(({ at }) => /nan/.test(at)) : found;
  }
  if (isBoth && (isDivergence || (isNegative && /\.log\(\)/.test(text)))) {
    const wrong = rowsOf(target).map(sum).find((each) => Math.abs(each - 1) > 0.01);
    const says = "`kl_div` takes log-probabilities, then probabilities:";
    const pitfall = (title, code) => [section(title, "kl", code, says)];
    if (flat(target).some((x) => x < 0)) return pitfall("The target has negative numbers: logits? `kl_div` takes probabilities there",
      'F.kl_div(logits.log_softmax(dim=1), teacher.softmax(dim=1), reduction="batchmean")');
    if (wrong !== undefined) return pitfall(`A row of the target adds up to ${Number(wrong.toFixed(4))}, not to one: so a divergence may be negative`,
      "target = target / target.sum(dim=1, keepdim=True)");
    return isDivergence && !/\.log\(\)/.test(text) && flat(logits).some((x) => x > 1e-3)
      ? pitfall(`The input of \`kl_div\` is ${rowsOf(logits).every(addsUp) ? "probabilities" : "positive"}, not log-probabilities`, 'F.kl_div(logits.log_softmax(dim=1), target, reduction="batchmean")')
      : isDivergence ? found.filter(({ title }) => !/probabilities/.test(title)) : null;
  }
  if (isDivergence && logits && !target) {
    return /["']none["']/.test(text) && flat(logits).some((x) => x < 0)
      ? [{ ...about("A term of a divergence may be negative; the sum of a row is not",
            "reference/losses/distributions-and-sequences/#kldivloss-formula", 'print(F.kl_div(log_probs, target, reduction="none").sum(dim=1))',
            "That holds if both rows add up to one:"), link: "KLDivLoss" }] : found.filter(({ title }) => !/padding|probabilities/.test(title));
  }
  if (/one-hot in integers/.test(found[0]?.title) && /\bzero loss|loss\w*\W{1,3}0\.0+(?:e[-+]?0+)?(?![\d.])/i.test(text)) return [
    { ...about("A loss of zero of a one-hot target in integers: is it `multilabel_margin_loss`?",
        "reference/losses/binary-and-multi-label/#multilabelmarginloss-pitfalls", "F.multilabel_soft_margin_loss(logits, target.float())",
        "`cross_entropy` refuses such a target. This loss reads the zeros and ones as class indices:"), link: "MultiLabelMarginLoss: Pitfalls" }, ...found];
  return isNegative && /^These are probabilities/.test(found[0]?.title)
    ? [section("These are probabilities: `nll_loss` of them is negative", "negative", PLAIN,
        "It takes log-probabilities. Or pass the logits:")] : null;
}
