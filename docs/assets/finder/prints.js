// Cases of a printed tensor and the words beside it: together they say more than the tensor alone. No DOM.
import { Refusal } from "../calculator/tensors.js";
import { about, BINARY } from "./remedies.js";
import { isFloat, readAll, TARGET } from "./roles.js";
import { addsUp, isUnit, rowsOf, sum } from "./rows.js";

const flat = ({ values }) => [values].flat(Infinity);
const areZerosAndOnes = (tensor) => flat(tensor).every((x) => x * (x - 1) === 0);
const isTarget = ({ name, shape }) => TARGET.test(name) && shape.length === 2 && shape[1] > 1;
const areMultiHot = (each) => isFloat(each) && each.shape.length === 2 && each.shape[1] > 2 && areZerosAndOnes(each) && rowsOf(each).some((row) => sum(row) > 1);

// Each with the words that must stand in the text, what must hold for the tensors in it, and the answer with its link.
const PRINTS = [
  {
    when: /reduction ?= ?["']none["']|per.?token loss|loss(?:es)? per token/i,
    needs: (all) => all.some((each) => isFloat(each) && flat(each).includes(0) && flat(each).some((x) => x > 0.1)
      && flat(each).every((x) => x >= 0)) && !all.some(isTarget),
    ...about("Losses of exactly 0 beside others: are these targets ignored? Then `.mean()` counts them, and `\"mean\"` does not",
      "guides/weights-and-masks/#ignore_index", "losses.sum() / (target != -100).sum()", "Divide by the targets that count:"),
    link: "`ignore_index`",
  },
  {
    when: /entropy|\bce\b|criterion|loss/i,
    not: /bce|binary|multi.?label|logits\W/i,
    needs: (all) => all.some((each) => areMultiHot(each) && (isTarget(each) || all.length === 1)),
    ...about("Some rows of the target hold several ones: `cross_entropy` has a floor there", "understand/two-classes/#several-labels-cross-entropy-runs-and-has-a-floor",
      BINARY, "It takes a row for probabilities that add up to one. If several classes can be true, use the loss for many labels:"),
    link: "Several labels: cross-entropy runs, and has a floor",
  },
  {
    needs: (all) => all.some((each) => isTarget(each) && isFloat(each) && flat(each).every(isUnit) && !areZerosAndOnes(each)
      && rowsOf(each).some((row) => Math.abs(sum(row) - 1) > 0.01)) && all.length === 1,
    ...about("The rows of the target do not add up to one", "guides/weights-and-masks/#they-are-not-validated",
      "target = target / target.sum(dim=1, keepdim=True)", "`cross_entropy` does not check that: the loss and its gradient grow with the sum. If each row has one mixed class, divide:"),
    link: "Soft targets are not validated",
  },
  {
    when: /negative/i,
    and: /prob/i,
    needs: (all) => all.length === 1 && all[0].shape.length === 2 && rowsOf(all[0]).every((row) => row.every((x) => x <= 0) && addsUp(row.map(Math.exp))),
    ...about("These are log-probabilities, which are never positive", "guides/predictions/#exponentials-of-logits-are-not-probabilities",
      "probabilities = log_probs.exp()", "The network ends in a log-softmax, and `nll_loss` takes its output. For probabilities, take the exponential:"),
    link: "Exponentials of logits are not probabilities",
  },
  {
    when: /argmax\((?:dim ?= ?|axis ?= ?)?0\)/,
    and: /acc|label|target|pred/i,
    needs: (all) => all.length > 0,
    ...about("The `argmax` goes over the rows, not over the classes", "guides/debug/comparisons/#the-loss-falls-but-accuracy-does-not",
      "pred = logits.argmax(dim=1)", "Of logits (N, C), `argmax(0)` has C results, one for each class. Name the dimension of the classes:"),
    link: "The loss falls but accuracy does not",
  },
  {
    when: /mask|label|target|unique/i,
    needs: (all) => all.some((each) => isFloat(each) && flat(each).some((x) => x > 0) && flat(each).every((x) => x >= 0 && x < 0.1 && Math.abs(x * 255 - Math.round(x * 255)) < 0.02)),
    ...about("These are class indices divided by 255, as `ToTensor` does with a mask", "guides/segmentation/#the-ignore-label-255",
      "mask = torchvision.transforms.functional.pil_to_tensor(image).long()", "Load the mask without scaling it:"),
    link: "The ignore label 255",
  },
  {
    when: /weights?/i,
    needs: (all) => all.some((each) => /weight/.test(each.name) && flat(each).includes(Infinity)),
    ...about("A class weight is infinite: 1 divided by a count of zero", "guides/weights-and-masks/#weights-from-counts",
      "weight = 1 / torch.bincount(target, minlength=C).clamp(min=1)", "A class that does not occur gets a finite weight:"),
    link: "Weights from counts",
  },
  {
    when: /\bAUC|\b0\.5\b|threshold/i,
    and: /sigmoid|prob/i,
    needs: (all) => all.length === 1 && flat(all[0]).length > 3 && flat(all[0]).every((x) => x > 0 && x < 0.5) && !rowsOf(all[0]).every(addsUp),
    ...about("Every probability is below one half: choose the threshold on validation rows", "guides/imbalance/#a-threshold-instead-of-weights",
      "", "If the AUC is high, the order is right. Where positives are rare, their probabilities are low, and 0.5 finds none."),
    link: "A threshold instead of weights",
  },
  {
    when: /log\([^()\n]*\+ ?(?:1e-?\d+|eps\w*)/i,
    needs: (all) => all.some((each) => flat(each).includes(-Infinity)),
    ...about("The epsilon is rounded away: the logarithm of 0 is still minus infinity", "understand/log-softmax/#an-epsilon-inside-the-logarithm",
      "log_probs = logits.log_softmax(dim=1)", "In `float16`, 1e-8 is 0. Take the log-softmax of the logits, which needs no epsilon:"),
    link: "An epsilon inside the logarithm",
  },
  {
    when: /\b(?:dice|m?iou|jaccard)\b/i,
    needs: (all) => all.some((each) => each.shape.length > 0 && flat(each).some(Number.isNaN) && flat(each).some(Number.isFinite)),
    ...about("A score of nan: the mask and the prediction are both empty, and 0 is divided by 0", "guides/segmentation/#empty-masks-and-the-smoothing-term",
      "dice = (2 * overlap + 1) / (total + 1)", "Add a smoothing term to both, or leave such images out of the mean:"),
    link: "Empty masks and the smoothing term",
  },
  {
    when: /CausalLM|hugging|labels ?= ?labels|\bHF\b|Trainer/i,
    needs: (all) => {
      const [ids, labels] = ["input_ids", "labels"].map((name) => all.find((each) => each.name === name));
      return ids && labels && rowsOf(ids).every((row, at) => row.length > 2 && row.slice(1).every((x, k) => x === rowsOf(labels)[at]?.[k]));
    },
    ...about("The labels are already moved by one, and the model moves them again", "guides/language-models/#shift-once",
      "labels = input_ids.clone()", "The model then learns the token after the next. Pass the ids themselves as labels:"),
    link: "Shift once",
  },
  {
    when: /label|target/i,
    and: /token|text|\blm\b|llm|gpt|bert|translat|seq2seq|generat|vocab|pad/i,
    not: /ignore_index/,
    needs: (all) => all.length === 1 && all[0].shape.length === 2 && all[0].dtype === "Long" && !flat(all[0]).includes(-100) && Math.max(...flat(all[0])) > 50
      && rowsOf(all[0]).some((row) => row.length > 3 && new Set(row.slice(-3)).size === 1),
    ...about("The rows end in one and the same label: padding counts as a target", "guides/weights-and-masks/#ignore_index",
      "F.cross_entropy(logits.movedim(-1, 1), target, ignore_index=pad_id)  # logits (N, L, V)",
      "Predicting it is easy, so the loss is low and the text is bad. Ignore its index, or set such labels to -100:"),
    link: "`ignore_index`",
  },
  {
    when: /weights?/i,
    and: /counts?/i,
    needs: (all) => {
      const [weights, counts] = [/weight/, /count/].map((name) => all.find((each) => name.test(each.name))).map((each) => each && flat(each));
      return weights?.length > 1 && counts?.length === weights.length && weights.every((w, k) => Math.abs(w / weights[0] - counts[k] / counts[0]) < 0.01);
    },
    ...about("These weights are the shares of the classes, not their inverses: the common class counts most", "guides/weights-and-masks/#weights-from-counts",
      "weight = counts.sum() / (len(counts) * counts)", "Divide by the counts:"),
    link: "Weights from counts",
  },
];

/** The answer of the first case that the words and the tensors of a text fit, or null. */
export function aboutPrint(text) {
  const asked = PRINTS.filter(({ when = /./, and = /./, not }) => when.test(text) && and.test(text) && !not?.test(text));
  if (!asked.length) return null;
  try {
    const all = readAll(text.replace(/\)\.(?:mean|sum)\([^\n]*/g, ")")).filter(({ shape }) => shape.length);
    const told = all.length && asked.find(({ needs }) => needs(all));
    return told ? { title: told.title, at: told.at, code: told.code, says: told.says, link: told.link } : null;
  } catch (refusal) {
    if (refusal instanceof Refusal) return null;
    throw refusal;
  }
}
