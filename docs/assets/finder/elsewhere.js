// What a message or a table of other libraries says, such as scikit-learn's, TensorFlow's or Hugging Face's. No DOM.

/** An answer to what other libraries print, or null; `isSaid` alone if it is none of a loss. */
export const elsewhere = (text) => aboutReport(text) ?? raised(text) ?? highest(text);

// A report of scores without a loss: a class that is never predicted, or no answer.
function aboutReport(text) {
  const [, kind] = /ill-defined and being set to 0\.0 (?:in \w+ with|due to) no (true nor|true|predicted)/i.exec(text) ?? [];
  const macro = { isSaid: true, at: "guides/measuring/#macro-micro-and-weighted-f1", link: "Macro, micro and weighted F1",
    code: "print(target.unique())" };
  if (kind === "true") return { ...macro, title: "A class without a row: its recall is 0 divided by 0",
    says: "No label in these rows is that class. Measure over all rows at once, or name the classes that count as `labels`." };
  if (kind === "true nor") return { ...macro, title: "A class that is neither a label nor predicted: its F1 is 0 divided by 0",
    says: "scikit-learn counts it as 0. Leave it out of the mean: name the classes that count as `labels`." };
  if (kind) return { isSaid: true, title: "A class is never predicted: a rare class, or equal logits",
    at: "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", link: "Imbalanced classes",
    code: "print(logits.argmax(dim=1).unique())",
    says: "Its precision is 0 divided by 0. If the class is rare, change the threshold of the decision." };
  const isTable = /^[ \t|]*[a-z_][\w.-]*(?:[ \t|]{2,}[a-z_][\w.-]*)+[ \t|]*$/im.test(text)
    && (text.match(/^.*\d[ \t|]+[\d.]+[ \t|]+[\d.]+[ \t|]*$/gm)?.length ?? 0) > 1;
  if (!isTable || /loss|entropy|\bnll|\bb?ce\b|ppl|perplex|bits/i.test(text)) return null;
  const [, never] = (/precision\s+recall/.test(text) && /^[ \t]*(\S.*?)[ \t]+0\.0+[ \t]+0\.0+[ \t]+0\.0+[ \t]+[1-9]/m.exec(text)) || [];
  return never ? { isSaid: true, title: `Class ${never.replace(/^class /i, "")} is almost never predicted correctly: a rare class, or equal logits`,
    at: "guides/imbalance/#imbalanced-classes-weights-samplers-focal-loss-thresholds", link: "Imbalanced classes",
    code: "", says: "Train with the plain loss first, and change the threshold of the decision." } : { isSaid: true };
}

// What a message of TensorFlow, Keras or Hugging Face's trainer says.
function raised(text) {
  const [, rows, classes, count] = /same first dimension, got logits shape \[(\d+),(\d+)\] and labels shape \[(\d+)\]/.exec(text)?.map(Number) ?? [];
  const [, logits, labels] = /must have the same shape, received \(\((\w+, \d+)\) vs \((\w+, \d+)\)\)/.exec(text) ?? [];
  if (labels) return { isSaid: true, title: `The output is (${logits}), the labels are (${labels})`,
    at: "guides/debug/two-classes/#target-size-must-be-the-same", link: "Target size must be the same", code: "",
    says: "A two-class loss needs as many outputs as labels. For one class out of several, use the loss for classes: `sparse_categorical_crossentropy` in Keras, for class indices." };
  if (/\bloss=None\b/.test(text)) return { isSaid: true, isPart: true, title: "`loss=None`: the model got no labels",
    link: "argument 'target' must be Tensor", at: "guides/debug/target/#argument-target-must-be-tensor", code: "probs = logits.softmax(dim=-1)",
    says: "Pass `labels=` for a loss. For a prediction, none is needed: the softmax of the logits gives the probabilities of the classes." };
  if (/model did not return a loss/.test(text)) return { isSaid: true, title: "The model got no labels, so it returns no loss",
    at: "guides/language-models/#shift-once", link: "Shift once",
    code: 'batch["labels"] = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)',
    says: "A column of labels must be named `labels`, or as `label_names` says. For a language model, the labels are the tokens:" };
  const [, isEmpty, isNegative] = /invalid multinomial distribution \((?:(sum)|(encount))/.exec(text) ?? [];
  if (isEmpty || isNegative) return { isSaid: true,
    title: `\`torch.multinomial\` refuses the probabilities: ${isEmpty ? "a row adds up to zero" : "one is negative, or nan"}`,
    at: "guides/debug/nan-and-infinity/#the-loss-is-nan", link: "The loss is nan",
    code: "print(probs.min(), probs.sum(dim=1), logits.isfinite().all())",
    says: isEmpty ? "All of its classes are masked, or each is rounded to 0. Pass the softmax of the logits."
      : "If it is negative, these are logits: pass their softmax, or `Categorical(logits=logits)`. If it is nan, look at the logits." };
  if (/no dimensions/.test(text) && /nll_loss|cross_entropy|target/.test(text)) return { isSaid: true,
    title: "A tensor without dimensions: a number in place of a batch", at: "guides/debug/shapes/#expected-one-or-more-dimensions",
    link: "Expected one or more dimensions", code: "print(logits.shape, target.shape)",
    says: "Often a `squeeze()` removed the batch of one row. The target is (N,), the input (N, C):" };
  if (/length is zero/.test(text)) return { isSaid: true };
  if (!rows) return null;
  const each = count / rows;
  return { isSaid: true, title: `${rows} rows of logits, ${count} labels`, at: "guides/debug/shapes/#batch-sizes-that-do-not-match",
    link: "Batch sizes that do not match", code: "",
    says: each === classes ? "This loss takes class indices. If the labels are one-hot, pass their argmax, or use `categorical_crossentropy`."
      : Number.isInteger(each) ? `There are ${each} labels for each row. For a class per token, the network needs a row of logits for each, in Keras by \`return_sequences=True\`.`
        : "Each row of logits needs one class index." };
}

// The highest label, alone.
function highest(text) {
  const [, label] = /(?:mask|label|target)\w*\.max\(\)[\s=:>]*(?:tensor\()?(\d+)/.exec(text) ?? [];
  return label > 1 ? { isSaid: true, title: `The labels go up to ${label}: \`cross_entropy\` needs ${Number(label) + 1} classes`,
    at: "guides/debug/target/#class-index-out-of-bounds", link: "Class index out of bounds", code: "print(target.unique(), logits.shape[1])",
    says: label === "255" ? "A mask of 0 and 255 has two classes: map them to 0 and 1. Or 255 marks what is ignored: pass `ignore_index=255`." : "" }
      : null;
}
