// Cases of what other libraries print: scikit-learn, TensorFlow, Keras, Hugging Face's trainer; and of the highest label, alone. No DOM.

// A warning of scikit-learn: "… is ill-defined and being set to 0.0 …".
const UNDEFINED = String.raw`ill-defined and being set to 0\.0 (?:in \w+ with|due to) no `;

export const noSuchLabel = {
  when: new RegExp(`${UNDEFINED}true(?! nor)`, "i"),
  section: "macro",
  title: "A class without a row: its recall is 0 divided by 0",
  says: "No label in these rows is that class. Measure over all rows at once, or name the classes that count as `labels`.",
  code: "print(target.unique())",
};

export const noSuchClass = {
  when: new RegExp(`${UNDEFINED}true nor`, "i"),
  section: "macro",
  title: "A class that is neither a label nor predicted: its F1 is 0 divided by 0",
  says: "scikit-learn counts it as 0. Leave it out of the mean: name the classes that count as `labels`.",
  code: "print(target.unique())",
};

export const neverPredicted = {
  when: new RegExp(`${UNDEFINED}predicted`, "i"),
  section: "imbalance",
  title: "A class is never predicted: a rare class, or equal logits",
  says: "Its precision is 0 divided by 0. If the class is rare, change the threshold of the decision.",
  code: "print(logits.argmax(dim=1).unique())",
};

export const otherClasses = {
  when: /size mismatch for [\w.]+: copying a param/,
  section: "new_head",
  title: "Does the checkpoint's last layer have another number of classes than the model's?",
  says: "Then load all but that layer, and train it anew:",
  code: "model.load_state_dict({k: v for k, v in state.items() if not k.startswith(\"fc.\")}, strict=False)",
};

export const schedulerFirst = {
  when: /`?lr_scheduler\.step\(\)`? before `?optimizer\.step\(\)/,
  section: "unscale",
  title: "The scheduler took a step before the optimizer: the order is wrong, or the scaler skipped the first step",
  says: "Call `optimizer.step()` first. With a gradient scaler, step the scheduler only if the scale has not fallen:",
  code: "before = scaler.get_scale()\nscaler.step(optimizer); scaler.update()\nif scaler.get_scale() >= before: scheduler.step()",
};

export const maximumOfNothing = {
  when: /Expected reduction dim[^\n]*(?:non-zero size|numel\(\) == 0)/,
  section: "out_of_range",
  title: "The largest or smallest of no entries: an image without objects, or a mask that keeps nothing",
  says: "Leave such a row out beforehand. If the loss needs a value for it, take one that keeps the graph:",
  code: "loss = logits[:0].sum()",
};

export const putOfAnotherType = {
  when: /Index put requires the source and destination dtypes match/,
  section: "scaler",
  title: "Values of one type are written into a tensor of another: `torch.full` and `torch.zeros` make `float32`, but autocast may not return it",
  says: "Make it with the type and device of what is written into it:",
  code: "matrix = torch.full(size, -torch.inf, dtype=scores.dtype, device=scores.device)",
};

const LOSS = /loss|entropy|\bnll|\bb?ce\b|ppl|perplex|bits/i;
const HEADER = /^[ \t|]*[a-z_][\w.-]*(?:[ \t|]{2,}[a-z_][\w.-]*)+[ \t|]*$/im;
const ROWS = /^.*\d[ \t|]+[\d.]+[ \t|]+[\d.]+[ \t|]*$/gm;
const ROW_OF_ZEROS = /^[ \t]*(\S.*?)[ \t]+0\.0+[ \t]+0\.0+[ \t]+0\.0+[ \t]+[1-9]/m;

// Whether a text is a table of numbers, such as scikit-learn's report.
const isTable = ({ is, said }) => is(HEADER) && (said.match(ROWS)?.length ?? 0) > 1;

export const hardlyPredicted = {
  when: /precision\s+recall/,
  not: LOSS,
  needs: (f) => isTable(f) && ROW_OF_ZEROS.exec(f.said),
  section: "imbalance",
  title: (f, [, name]) => `Class ${name.replace(/^class /i, "")} is almost never predicted correctly: a rare class, or equal logits`,
  says: "Train with the plain loss first, and change the threshold of the decision.",
};

export const otherTable = {
  not: LOSS,
  needs: isTable,
  tells: () => NOTHING,
};
const NOTHING = { isSaid: true }; // of a loss

export const unequalShapes = {
  needs: ({ said }) => /must have the same shape, received \(\((\w+, \d+)\) vs \((\w+, \d+)\)\)/.exec(said),
  section: "target_size",
  title: (f, [, logits, labels]) => `The output is (${logits}), the labels are (${labels})`,
  says: (f, [, , labels]) => (/, [2-9]|, \d\d/.test(labels)
    ? "The labels have several columns, so the last layer needs as many outputs. If each row has one class, take `categorical_crossentropy` in Keras."
    : "A two-class loss needs as many outputs as labels. For one class out of several, use the loss for classes: "
      + "`sparse_categorical_crossentropy` in Keras, for class indices."),
};

export const lossOfNone = {
  when: /\bloss=None\b/,
  section: "tensor",
  title: "`loss=None`: the model got no labels",
  says: "Pass `labels=` for a loss. For a prediction, none is needed: the softmax of the logits gives the probabilities of the classes.",
  code: "probs = logits.softmax(dim=-1)",
  isPart: true,
};

const NO_HEAD = /keys: last_hidden_state/; // of a model without one

export const noLabels = {
  when: /model did not return a loss/,
  section: ({ is }) => (is(NO_HEAD) ? "tensor" : "shift"),
  title: ({ is }) => (is(NO_HEAD) ? "The model has no head, so it returns no loss" : "The model got no labels, so it returns no loss"),
  says: ({ is }) => (is(NO_HEAD) ? "Take the class for the task, such as `AutoModelForSequenceClassification`, in place of `AutoModel`."
    : "A column of labels must be named `labels`, or as `label_names` says. For a language model, the labels are the tokens:"),
  code: ({ is }) => (is(NO_HEAD) ? "" : 'batch["labels"] = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)'),
};

// The answer where probabilities are none.
const NO_PROBABILITIES = {
  section: "nan",
  code: "print(probs.min(), probs.sum(dim=1), logits.isfinite().all())",
};

export const emptyDistribution = {
  when: /invalid multinomial distribution \(sum/i,
  title: "`torch.multinomial` refuses the probabilities: a row adds up to zero",
  says: "All of its classes are masked, or each is rounded to 0. Pass the softmax of the logits.",
  ...NO_PROBABILITIES,
};

export const negativeDistribution = {
  when: /invalid multinomial distribution \(encount/i,
  title: "`torch.multinomial` refuses the probabilities: one is negative, or nan",
  says: "If it is negative, these are logits: pass their softmax, or `Categorical(logits=logits)`. If it is nan, look at the logits.",
  ...NO_PROBABILITIES,
};

export const noDimensions = {
  when: /no dimensions/,
  and: /nll_loss|cross_entropy|target/,
  section: "dimensions",
  title: "A tensor without dimensions: a number in place of a batch",
  says: "Often a `squeeze()` removed the batch of one row. The target is (N,), the input (N, C):",
  code: "print(logits.shape, target.shape)",
};

export const emptySequence = {
  when: /length is zero/,
  tells: () => NOTHING,
};

export const labelsForRows = {
  needs: labelsAndRows,
  section: "batch_sizes",
  title: (f, { rows, labels }) => `${rows} rows of logits, ${labels} labels`,
  says: (f, { classes, each }) => (each === classes
    ? "This loss takes class indices. If the labels are one-hot, pass their argmax, or use `categorical_crossentropy`."
    : Number.isInteger(each) ? `There are ${each} labels for each row. `
      + "For a class per token, the network needs a row of logits for each, in Keras by `return_sequences=True`."
      : "Each row of logits needs one class index."),
};

const FIRST_DIMENSION = /same first dimension, got logits shape \[(\d+),(\d+)\] and labels shape \[(\d+)\]/;

// The numbers in TensorFlow's message about a first dimension: rows and classes of logits, labels, and labels for each row.
function labelsAndRows({ said }) {
  const [, rows, classes, labels] = FIRST_DIMENSION.exec(said)?.map(Number) ?? [];
  return rows ? { rows, classes, labels, each: labels / rows } : null;
}

export const highestLabel = {
  needs: highest,
  section: "bounds",
  title: (f, label) => `The labels go up to ${label}: \`cross_entropy\` needs ${Number(label) + 1} classes`,
  says: (f, label) => (label === "255"
    ? "A mask of 0 and 255 has two classes: map them to 0 and 1. Or 255 marks what is ignored: pass `ignore_index=255`." : ""),
  code: "print(target.unique(), logits.shape[1])",
};

// The highest label that a text prints, if it is above 1.
function highest({ said, is }) {
  const [, label] = /(?:mask|label|target)\w*\.max\(\)[\s=:>]*(?:tensor\()?(\d+)(?!\d|\.\d*[1-9])/.exec(said) ?? [];
  return label > 1 && !is(/\bmse|l1_?loss|huber|(?<!logistic )regress/i) && !is(new RegExp(`ignore_index ?=? ?${label}\\b`)) ? label : null;
}

export const mixedTargets = {
  when: /can't handle a mix of [\w-]+ and continuous/i,
  section: "scikit_learn",
  title: "The metric takes classes, and got scores: logits or probabilities",
  says: "Take the largest of several classes. With one logit for each label, compare it with 0:",
  code: "pred = logits.argmax(dim=1)  # one logit for each label: (logits > 0).long()",
};

export const oneClassOfPart = {
  when: /only one class present in y_true/i,
  and: /\bddp\b|\branks?\b|\bgpus?\b|batch|sanity|process/i,
  section: "averaged_scores",
  title: "A part of the rows may have only one class, and so no AUC: compute it over all rows at once",
  says: "Gather the scores and the labels of all batches and processes first.",
};
