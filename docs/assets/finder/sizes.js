// What the sizes and the types in a message or a print tell, beyond the words around them. No DOM.
import { sized } from "./rows.js";
import { sectionOf } from "./sections.js";

const SIZE = /(?:\(\[|(?<!\w)\[|(?<!\.size)\()(\d+(?:, *\d+)*),?[\])]/g;
const TARGET = /label|target|mask|truth|\by\b|\by_(?:true|train|batch)/i;
const LOGITS = /logit|pred|out|input|hat/i;
const INPUTS = /\bx(?:_\w+)?\b|\bxb\b|images?\b|features?\b|inputs\b|\bdata\b|(?:crop|image|img|input|patch|kernel)_size/i; // of the network, not of the loss
const ADVERSARIAL = /\bd?c?gan\b|discrim|generator|\bfakes?\b|net[dg]\b/i;
const REGRESSION = /mse|l1_?loss|huber|kl_div|kldiv/i;

/** The sizes in a text, each as { shape, before }, with what stands between it and the one before. */
export function sizesOf(text) {
  let end = 0;
  return Array.from(text.matchAll(SIZE), ({ 0: all, 1: size, index }) => {
    const before = text.slice(end, index);
    end = index + all.length;
    return { shape: size.split(",").map(Number), before };
  });
}

/** The two sizes that a text without numbers says, those of logits and target, or null. */
export function described(text) {
  const all = sizesOf(text);
  const named = (text.match(/(?:\b|_)(?:shape|size)\b|Size\(/gi) ?? []).length;
  if (named < 2 && !(named && all.every(({ shape }) => shape.length > 2))) return null;
  if (all.length !== 2 || all.some(({ before }) => INPUTS.test(before))) return null;
  const isTarget = ({ before }) => TARGET.test(before) && !LOGITS.test(before);
  return isTarget(all[0]) && !isTarget(all[1]) ? all.reverse() : all;
}

/** The answers to a message: the first one fits the sizes and the loss that the text names. */
export function fitted([first, ...others], text) {
  const [, anchor] = first.at.split("#");
  const told = RULES[anchor]?.(text.slice(-4000));
  return [{ ...first, ...told }, ...others.filter(({ at }) => at !== told?.at)];
}

const BINARY = "F.binary_cross_entropy_with_logits";
const one = (says, code = "") => ({ says, code });
const other = (title, section, says, code) => ({ title, ...sectionOf(section), ...one(says, code) }); // of another section

// Class indices of a type that old kernels refuse.
const wrongType = (text) => (/"nll_loss_out_frame" not implemented for '(?:Int|Short|Char)'/.test(text)
  ? other("The class indices have the wrong type", "type_of_indices",
    "They must be `int64`. On Windows, NumPy before 2 makes `int32`:", "F.cross_entropy(logits, target.long())") : null);

// A function that is no loss and no softmax, and the type for which it has no kernel.
const FUNCTION = /"((?!\w*(?:soft_?max|loss|entropy|margin|nll))\w+)" not implemented for '(\w+)'/i;

// What a text says of the labels that a GPU's assertion refuses: that they count from 1, or that one of them is to be ignored.
function outsideOnGpu(text) {
  if (!/t >= 0 && t < n_classes/.test(text)) return null;
  if (/labels?[^\n]{0,24}\b1 ?(?:\.\.|to|-|–|~|through) ?\d|(?:start|begin|count)\w* (?:at|from|with) (?:1|one)\b/i.test(text)) return other(
    "The labels count from 1: subtract one", "bounds", "With C logits, labels go from 0 to C - 1:", "F.cross_entropy(logits, target - 1)");
  if (/(?<![\d.])255(?![\d.])/.test(text)) return other("Is there a label of 255, of pixels that do not count, such as borders?", "ignored",
    "Then ignore it. In a mask of 0 and 255, map it to 1 instead:", "F.cross_entropy(logits, target, ignore_index=255)");
  return /= ?-1\b|ignore_index/.test(text) ? other("A label such as -1: does it mark padding, or rows that do not count? Ignore it", "ignore_index",
    "Or set such labels to -100, which is ignored:", "F.cross_entropy(logits, target, ignore_index=-1)") : null;
}

const RULES = {
  "target-size-must-be-the-same": binary, mseloss: squared, "channels-of-the-input": channels,
  "the-loss-is-nan": (text) => (/multinomial\(\w*logits(?!\w*\.softmax)/i.test(text) ? other("`torch.multinomial` takes probabilities, and these are logits", "drawing",
    "If the softmax is not finite either, a logit is nan or infinite:", "torch.multinomial(logits.softmax(dim=-1), num_samples=1)") : null),
  "0d-or-1d-target-tensor-expected": (text) =>
    (/multi.?label|several labels|not one.?hot/i.test(text) ? other("Several labels in a row: `cross_entropy` takes one", "several",
      "Use the two-class loss for each label, with a target of zeros and ones (N, C):", "F.binary_cross_entropy_with_logits(logits, target.float())") :
    /cosine_?embedding/i.test(text) ? { title: "`CosineEmbeddingLoss` takes one target for each pair", link: "CosineEmbeddingLoss",
    at: "reference/losses/ranking-and-embedding/#cosineembeddingloss",
    ...one("The two inputs are (N, D), and the target is (N,), of 1 and -1:", "F.cosine_embedding_loss(x1, x2, target.flatten())") } : null),
  "class-index-out-of-bounds": (text) => {
    const [, label] = /Target (-?\d+) is out of bounds/i.exec(text) ?? [];
    if (/compile/i.test(text) && /\bno (?:more )?error|n't (?:fail|raise|crash)|any ?more|silent|no longer/i.test(text)) return other(
      "A compiled loss may check less: the label is as wrong as before", "lost_checks",
      "Check the labels before the call:", "assert target.max() < logits.shape[1]");
    return label === "255" ? one("A label of 255 often marks pixels that do not count: ignore it. In a mask of 0 and 255, map it to 1.",
      "F.cross_entropy(logits, target, ignore_index=255)")
      : label < 0 ? one(`A label of ${label} is negative: padding, or what does not count? Ignore it:`,
        `F.cross_entropy(logits, target, ignore_index=${label})`) : { code: "print(target.min(), target.max(), logits.shape)" };
  },
  "wrong-type-of-class-indices": (text) => (/(?:mixup|cutmix)(?! ?= ?(?:0|none|false|off))|\blam(?:bda)?\b ?\* ?(?:y|target|label)/i.test(text) ? other(
      "A mixed class index is another class", "mixup", "Mix the two losses, or the one-hot rows, instead of the indices:",
      "lam * F.cross_entropy(logits, a) + (1 - lam) * F.cross_entropy(logits, b)") :
    /type Float but got (?:scalar type )?Long[^\n]*'target'/.test(text) && /cosine|bce|binary|mse|l1_loss|margin|hinge|kl_div/i.test(text)
    ? { title: "Found dtype Long", link: "Found dtype Long", at: "guides/debug/two-classes/#found-dtype-long",
      ...one("This loss takes a float target:", "target = target.float()") } :
    /scalar type.*'weight'/.test(text) ? { title: "Weights of a different type", link: "Weights of a different type",
        at: "guides/debug/options/#weights-of-another-type",
    ...one("The weights must have the dtype of the logits:", "F.cross_entropy(logits, target, weight=weight.to(logits.dtype))") } : null),
  "unexpected-key-lossweight": (text) => (/state_dict: "/.test(text) && !/"(?:[\w.]*(?:loss|crit)\w*\.)?(?:pos_)?weight"|loss|crit/i.test(text.split("state_dict: ")[1])
    ? one("The saved model has names that this one lacks, as of another last layer, or with a prefix such as `module.`. Compare them:", "print(set(saved) - set(model.state_dict()))") : null),
  "got-an-unexpected-keyword-argument-weight": (text) => (/(?:Entropy|NLL|Logits|BCE)Loss\.forward/.test(text)
    ? one("The constructor takes the weights, not the call:", "nn.CrossEntropyLoss(weight=weight)(logits, target)") : /Loss\b/.test(text)
    ? one("The module takes no weights. The functions `mse_loss`, `l1_loss` and `huber_loss` do, since torch 2.6:", "F.mse_loss(input, target, weight=weight)") : null),
  "input-is-not-a-probability": (text) => (/bicubic|sigmoid[^]*interpolat|interpolat[^]*sigmoid/i.test(text)
    ? one("Interpolation can leave the range of 0 to 1, as bicubic does. Enlarge the logits instead, without a sigmoid before:",
      'F.binary_cross_entropy_with_logits(F.interpolate(logits, target.shape[-2:], mode="bilinear"), target)') : null),
  "boolean-value-of-tensor-is-ambiguous": (text) => (/(?:mse|l1|margin|embedding)_loss\(|kl_div\(/.test(text)
    ? one("A third tensor is taken for `size_average`, as a mask is. Multiply the losses of the rows by it, then add up and divide:",
      '(F.mse_loss(input, target, reduction="none") * mask).sum() / mask.sum()') : /loss|size_average/i.test(text) ? null
    : one("If the constructor of a loss got the logits, construct the loss first, then call it. Else a whole tensor is a condition, as in `if`: use `all()` or `any()`.",
      "nn.CrossEntropyLoss()(logits, target)")),
  "target-size-that-is-different": (text) => (REGRESSION.test(text) ? squared : binary)(text),
  "batch-sizes-that-do-not-match": rows, "masks-with-a-channel": mask, "size-mismatch-of-images": unbatched, "wrong-size-of-sequence-targets": sequence,
  "no-attribute-log_softmax": (text) => taken(/'(\w+)' object/.exec(text)?.[1]),
  "argument-target-must-be-tensor": (text) => {
    const [, type] = /'input'.* must be Tensor, not ([\w.]+)/.exec(text) ?? [];
    if (/'target'.* not NoneType/.test(text)) return one("The target is `None`: a data set or a function has returned nothing.", "print(target)");
    if (/NoneType/.test(type)) return one("A function has returned nothing: does `forward` end with `return`?", "print(model(x))");
    return /ndarray|list/.test(type) ? one("Convert the logits to a tensor:", "logits = torch.as_tensor(logits)") : taken(type);
  },
  "missing-argument-dim": (text) => {
    const [, name, got = ""] = /(\w+)(?:\(\))? received an invalid combination of arguments - got \(([^)]*)/.exec(text) ?? [];
    const [input, second] = (/\binput=[\w.]+/.exec(got)?.[0].slice(6) ?? got).split(", ");
    if (/NLLCriterion/.test(name) && !/LongTensor/.test(got)) return other("Wrong type of class indices", "type_of_indices",
      "The target must be a tensor of class indices, in `int64`. Convert it; one-hot rows become indices by `argmax`:",
      "F.cross_entropy(logits, target.long())");
    const isWrong = (type) => type && !/^(?:\w+\.)*(?:Tensor|Parameter)$|^(?:int|float|bool|str|NoneType)$|^torch\.|=/.test(type);
    if (isWrong(input)) return { title: `A ${input} in place of a tensor`, ...sectionOf("no_log_softmax"),
      ...(taken(input) ?? (/list|ndarray/.test(input) ? one("Convert it to a tensor:", "torch.as_tensor(x)")
          : one("Pass the output of the layer, a tensor:", "F.log_softmax(logits, dim=1)"))) };
    return !name || /softmax/.test(name) ? null
      : other(isWrong(second) ? `A ${second} in place of a tensor` : "A type among the arguments is wrong", "tensor",
        "Compare the types that the call got with those that the message lists. Convert a list or an array with `torch.as_tensor`.");
  },
  "the-range-of-exp": (text) => (/perplexity|ppl\b/i.test(text)
    ? other("The exponential overflows: is the loss a sum over tokens?", "perplexity",
      "Divide it by the tokens first:", "math.exp(total_loss / total_tokens)") : null),
  "weights-for-another-number-of-classes": (text) => {
    const [, classes, weights] = /all (\d+) classes[^]*shape: \[(\d+)\]/.exec(text) ?? [];
    return Number(weights) < Number(classes) ? one(`${weights} weights for ${classes} classes. If you counted the labels, some classes do not occur among them: count with \`minlength\`. If they are weights of rows, multiply the losses of the rows instead.`,
      `counts = torch.bincount(target, minlength=${classes}).clamp(min=1)`) : null;
  },
  "log-probability-of-given-tokens": (text) => (/label_smoothing/.test(text) && /\bweight/.test(text) && /index -\d+ is out of/.test(text)
    ? { title: "Weights, an ignored index and label smoothing at once", link: "Weights, ignore_index and label smoothing",
      at: "guides/weights-and-masks/#weights-ignore_index-and-label-smoothing",
      ...one("In some versions, the three together fail. Leave out the ignored rows first:", "F.cross_entropy(logits[target >= 0], target[target >= 0], weight, label_smoothing=0.1)") }
    : /index 255 is out of/.test(text)
    ? other("Class index out of bounds: 255 marks pixels that do not count", "ignored",
      "`ignore_index` helps the loss alone. Before you index with the target, as in `alpha[target]`, replace the label:", "alpha[target.where(target != 255, 0)]  # and mask these losses")
    : /index (?:-1|\d+) is out of\s+bounds/.test(text)
    ? other("Class index out of bounds", "bounds",
      `The index is ${/index -/.test(text) ? "negative" : "as large as this dimension, or larger"}. If it is a label: labels run from 0 to C - 1.`,
      "print(target.min(), target.max(), logits.shape)") : null),
  "gaussian_nll_loss-float-object-has-no-attribute-size": (text) => {
    const [, type] = /'(\w+)' object/.exec(text) ?? [];
    return !type || type === "float" ? null : { title: `A ${type} in place of a tensor`, ...sectionOf("no_log_softmax"), ...(taken(type) ?? one("Convert it to a tensor:", "torch.as_tensor(x)")) };
  },
  "not-implemented-for-long": (text) => wrongType(text) ?? (FUNCTION.test(text)
    ? one("This function takes floats, but got integers. Convert the tensor:", "x = x.float()") : null),
  "messages-of-a-gpu": (text) => {
    const named = outsideOnGpu(text) ?? wrongType(text);
    if (named) return named;
    const [, name, type] = FUNCTION.exec(text) ?? [];
    return name ? other(`\`${name}\` is not implemented for ${type}`, "not_for_long", "Convert its input to a type that it takes.") : null;
  },
  "not-implemented-for-half-float16-on-the-processor": (text) => (FUNCTION.test(text)
    ? one("On a CPU, this function has no `float16` in this version. Convert its inputs, such as the weights of a layer, to `float32` or `bfloat16`.") : null),
  "no-attribute-backward": (text) => (/Output\w*' object/.test(text)
    ? one("The model returns an object that holds the loss, if it got `labels`:", "outputs.loss.backward()") : /'(?:tuple|list|dict)'/.test(text)
    ? one(`The loss is a ${/'(\w+)' object/.exec(text)?.[1]}, not a tensor. If it holds the loss, take it out; if it holds several losses, add them up:`,
      /'dict'/.test(text) ? "sum(losses.values()).backward()" : /'list'/.test(text) ? "sum(losses).backward()" : "loss = outputs[0]")
    : /'int'/.test(text) ? one("The loss is a plain number, such as a sum that begins with 0 and to which no loss was added.", "print(loss)")
    : /'NoneType'/.test(text)
    ? one("The loss is `None`. A model of Hugging Face computes it only if it gets `labels`. Or compute it:",
      "loss = F.cross_entropy(logits, target)") : null),
  "pos_weight-of-another-size": (text) => (/(?:argmax\((?:dim ?= ?)?|torch\.max\([\w.]+, ?|max\([^\n]*dim ?= ?)0\)/.test(text)
    ? other("The `argmax` goes over the rows, not over the classes", "idle",
      "Over dimension 0, logits (N, C) give C results, one for each class. Name the dimension of the classes:", "pred = logits.argmax(dim=1)")
    : /(?:BCE\w*|binary_cross\w*)\([^\n]*\bweight ?=/.test(text) && /weight (?:per|for each|of each) (?:sample|row|image|example)/i.test(text)
    ? one("One weight for each row needs a column, so that it meets all labels of its row:", `${BINARY}(logits, target, weight=weight[:, None])`)
    : /dice|intersection|jaccard|\biou\b/i.test(text) && /dimension 1\b/.test(text) ? other("Dice of several classes takes a mask for each class", "weighted",
    "If the probabilities are (N, C, H, W) and the target (N, H, W), make it one-hot:", "target = F.one_hot(target, C).movedim(-1, 1)  # (N, C, H, W)")
    : /kl_?div|distil/i.test(text) && /teacher|student/i.test(text)
    ? { title: "Teacher and student have different numbers of classes", link: "Distillation of sequences",
      at: "guides/mixed-targets/#distillation-of-sequences",
      ...one("If one vocabulary is only padded, cut the columns that are no token. Else the two tokenizers differ:",
        "teacher_logits = teacher_logits[..., :student_logits.shape[-1]]") } : REGRESSION.test(text)
    ? one("From the last dimension on, the sizes of input and target must be equal, or one of them 1. For class indices, use `cross_entropy`:",
      "F.cross_entropy(logits, target)")
    : ofLoss(text) ?? worded(text) ?? enlarged(text) ?? (/pos_weight|bce|binary|weight=/i.test(text) ? null
      : one("From the last dimension on, sizes must be equal, or one of them 1. Compare the two tensors in the line that the traceback names, such as logits and target:",
        "print(logits.shape, target.shape)"))),
};

// Of a loss other than those for classes, which the traceback names.
const PAIRED = [["hinge_embedding", "HingeEmbeddingLoss"], ["margin_ranking", "MarginRankingLoss"], ["cosine_embedding", "CosineEmbeddingLoss"],
  ["triplet_margin", "TripletMarginLoss"]];
function ofLoss(text) {
  const [, a, b] = /tensor a \((\d+)\)[^]*tensor b \((\d+)\)/.exec(text) ?? [];
  const [, name] = PAIRED.find(([each, called]) => text.includes(`${each}_loss`) || text.includes(called)) ?? [];
  return name && a ? { title: `\`${name}\`: its tensors differ in size, ${a} and ${b}`, link: name,
    at: `reference/losses/ranking-and-embedding/#${name.toLowerCase()}`, ...one("Compare the shapes that it takes with those that it got.", "") }
      : null;
}

// Of an image's height or width, in which a prediction and a mask differ.
function enlarged(text) {
  const [, a, b] = (/tensor a \((\d+)\)[^]*tensor b \((\d+)\) at non-singleton dimension [23]/.exec(text) ?? []).map(Number);
  return Math.min(a, b) > 12 && /mask|inter|dice|iou|segm|pixel/i.test(text)
    ? other(`The prediction and the mask differ in size: ${a} and ${b}`, "resize",
      "Enlarge the logits, not the mask:", 'logits = F.interpolate(logits, mask.shape[-2:], mode="bilinear")') : null;
}

// Of two sizes that do not broadcast: those of logits and class indices, if the text names them.
function worded(text) {
  const [, classes, count] = /tensor a \((\d+)\)[^]*tensor b \((\d+)\)/.exec(text) ?? [];
  const all = sizesOf(text).map(({ shape }) => String(shape));
  if (/\bweight=/.test(text) && all.includes(`${count},${classes}`)) return one(
    `Is the weight (${count},), one for each row of (${count}, ${classes})? It needs a dimension of size 1:`,
    "F.binary_cross_entropy_with_logits(logits, target, weight[:, None])");
  return all.includes(`${count},${classes}`) && all.lastIndexOf(count) > all.indexOf(count)
    ? one(`The logits are (${count}, ${classes}), the target (${count},). For one class out of ${classes}, use \`cross_entropy\`, or make the target one-hot:`,
      "F.cross_entropy(logits, target)") : null;
}

// Of an output that is no tensor: where its logits are.
function taken(type) {
  if (type === "str") return one("This is a name: a model of Hugging Face gives names if its output is unpacked. Take the logits by theirs:", "logits = outputs.logits");
  if (!/Output|Past|dict|^tuple$/i.test(type)) return null;
  const logits = /Ordered/.test(type) ? 'outputs["out"]  # of torchvision; else see outputs.keys()' : /dict/i.test(type) ? 'outputs["logits"]' : type === "tuple" ? "outputs[0]" : "outputs.logits";
  return one(`The network returns \`${type}\`, not a tensor. Take the logits out of it:`, `logits = ${logits}`);
}

// Of a regression, whose answer holds for a column: what else the sizes tell.
function squared(text) {
  const told = binary(text);
  return told && !told.code.startsWith(BINARY) ? told : null;
}

// Of a two-class loss, which needs a target as large as its input.
function binary(text) {
  const [, said] = /target size([^]*)/i.exec(text) ?? [];
  const [target, input] = sizesOf(said ?? "").map(({ shape }) => shape);
  if (!input) return null;
  const both = `The target is ${sized(target)}, the input ${sized(input)}.`;
  const [a, b] = [target, input].map(String);
  const without = (shape) => String(shape.filter((_, at) => at !== 1));
  const isColumn = (shape) => shape.length > 1 && shape[1] === 1;
  if (isColumn(input) && a === without(input)) return one(`${both} Squeeze dimension 1 of the input:`, `${BINARY}(logits.squeeze(1), target)`);
  if (isColumn(target) && b === without(target)) return one(`${both} Squeeze dimension 1 of the target:`, `${BINARY}(logits, target.squeeze(1))`);
  if (input.at(-1) === 1 && a === String(input.slice(0, -1))) return one(
    `${both} Squeeze the last dimension of the input:`, `${BINARY}(logits.squeeze(-1), target)`);
  if (!input.length && a === "1") return one(`${both} \`squeeze()\` has removed the batch too, which holds one row. Squeeze the last dimension alone:`,
    "logits = output.squeeze(-1)");
  if ([...target, ...input].includes(0)) return one(`${both} One of them is empty, and the mean of nothing is nan. Find the step that leaves nothing:`,
    "print(logits.shape, target.shape)");
  if (target[0] !== input[0]) return one(
    `${both} They must have the same number of rows. If it fails in the last batch alone, that batch is smaller.`
      + (ADVERSARIAL.test(text) ? " Make the discriminator's targets in the shape of its output:" : ""),
    ADVERSARIAL.test(text) ? "target = torch.ones_like(logits)  # zeros_like for the fakes" : "print(logits.shape, target.shape)");
  const classes = input[1];
  const several = "If several classes can be true, the target needs a zero or a one for each.";
  if (a === without(input)) return one(`${both} For one class out of ${classes}, use \`cross_entropy\`. ${several}`,
    "F.cross_entropy(logits, target.long())");
  if (isColumn(target) && without(target) === without(input)) return one(
    `${both} For one class out of ${classes}, use \`cross_entropy\`. For a single class, the network needs one output. ${several}`,
    "F.cross_entropy(logits, target.squeeze(1).long())");
  if (isColumn(input) && without(target) === without(input) && input.length === 4 && target[1] === 3) return one(
    `${both} A mask with three channels was usually loaded as a colour image. If they are equal, keep one:`, `${BINARY}(logits, target[:, :1])`);
  if (isColumn(input) && without(target) === without(input) && !/critic|td_|q_?val|\bq\d?\(|reward/i.test(text)) return one(
    `${both} The network has one output, the target ${target[1]}. Give it ${target[1]} outputs${target[1] === 2 ? ", or keep the target of class 1:" : "."}`,
    target[1] === 2 ? `${BINARY}(logits, target[:, 1:])` : "");
  if (input.length === 4 && String(target.slice(-2)) !== String(input.slice(-2))) return one(
    `${both} Images differ in size: resize the logits to the target.`, 'logits = F.interpolate(logits, target.shape[-2:], mode="bilinear")');
  return one(`${both} Both need the same shape.`, "print(logits.shape, target.shape)");
}

// Of a loss that has more or fewer rows than its target.
function rows(text) {
  const [, input, target] = (/batch_size \((\d+)\) to match target batch_size \((\d+)\)/.exec(text) ?? []).map(Number);
  if (input > target && target > 1 && input % target === 0) {
    if (/\bview\(|\breshape\(|conv/i.test(text) && !/labels\.view|lm|bert|gpt|token/i.test(text)) return one(
      `The logits have ${input / target} rows for each target: the network folds features into the batch, as \`x.view(-1, n)\` does with a wrong \`n\`. Keep the batch:`,
      "x = x.flatten(1)  # before the linear layer");
    return one(`The logits have ${input / target} rows for each target. For a class per token, flatten the labels too; for a class per sequence, take or pool one token. If the network flattens images with \`x.view(-1, n)\`, take \`x.flatten(1)\`.`,
      "print(logits.shape, target.shape)");
  }
  if (target > input && input > 1 && target % input === 0) {
    if (/multi.?label|per (?:row|example|sample)|one.?hot/i.test(text)) {
      return one(`There are ${target / input} targets for each row of logits. If several classes can be true, the loss is another one. In Hugging Face's models, set \`problem_type="multi_label_classification"\`:`,
        "F.binary_cross_entropy_with_logits(logits, target.float())");
    }
    return one(`There are ${target / input} targets for each row of logits. For a class per token or pixel, the network needs a row of logits for each. One-hot rows become class indices.`,
      "print(logits.shape, target.shape)");
  }
  const sequences = Math.abs(target - input);
  const of = sequences === 1 ? "a sequence" : `${sequences} sequences`;
  return sequences && input % sequences === 0 && input > 8 * sequences
    ? one(`There are ${input} rows of logits and ${target} labels: they must be as many. If they are the tokens of ${of}, only the ${input < target ? "logits" : "labels"} are shifted. Shift both:`,
    "F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())") : { code: "print(logits.shape, target.shape)" };
}

// Of a convolution that expects other channels.
function channels(text) {
  const [, expected, got] = /to have (\d+) channels?, but got (\d+)/.exec(text)?.map(Number) ?? [];
  const input = /expected input ?\[([\d, ]+)\]/.exec(text)?.[1].split(",").map(Number);
  if (!input || input.at(-1) === expected) return null; // the channels are last
  const both = `The layer takes ${expected} ${expected === 1 ? "channel" : "channels"}, its input ${sized(input)} has ${got}.`;
  const isImage = /weight of size \[?\d+(?:,? \d+){3}(?!\d|,? \d)/.test(text); // no sequence or volume
  return isImage && got === 1 && expected === 3 ? one(`${both} Repeat that of a grey image, or let the layer take one:`, "images = images.repeat_interleave(3, dim=-3)")
    : isImage && got === 4 && expected === 3 ? one(`${both} The fourth is often the transparency: leave it out.`, "images = images[..., :3, :, :]")
    : isImage && got === 3 && expected === 1 ? one(`${both} Make the images grey, or let the layer take three:`, "images = images.mean(dim=-3, keepdim=True)")
    : one(`${both} Compare \`in_channels\` with the \`out_channels\` of the layer before it, or with the images.`);
}

// Of one row of logits, and several targets.
function unbatched(text) {
  const [input, target] = sizesOf(/got input: ([^]*)/.exec(text)?.[1] ?? "").map(({ shape }) => shape);
  if (input?.length === 4 && target?.length === 3 && input[0] === target[0] && String(input.slice(0, 3)) !== String(target)) return one(
    `The logits are ${sized(input)}, the target ${sized(target)}: resize the logits to the target.`,
    'logits = F.interpolate(logits, target.shape[1:], mode="bilinear")');
  return input?.length === 1 && target?.length === 1
    ? other(`The logits are ${sized(input)}, the target ${sized(target)}`, "one_size",
      "Is the batch dimension of the logits lost, as by `model(x)[0]`? Keep it: class indices need logits (N, C).",
      "print(logits.shape, target.shape)") : null;
}

// Of sequences: the sizes that the loss expected of the target, and got.
function sequence(text) {
  const [, said] = /expected target size([^]*)/i.exec(text) ?? [];
  const [expected, got] = sizesOf(said ?? "").map(({ shape }) => shape);
  if (got?.length === 2 && expected.length === 2 && Math.abs(got[1] - expected[1]) === 1) {
    const [logits, target] = got[1] < expected[1] ? ["logits[..., :-1]", "target"] : ["logits", "target[:, 1:]"];
    return one(`The target is ${sized(got)}, not ${sized(expected)}. If ${expected[1]} is the number of positions, the target is shifted by one: shift both; if it is that of classes, move the class dimension to second place.`,
      `F.cross_entropy(${logits}, ${target})`);
  }
  if (got?.length > 2 && got[1] === 1 && String(got.filter((_, at) => at !== 1)) === String(expected)) return one(
    `The target is ${sized(got)}, not ${sized(expected)}: squeeze its channel.`, "F.cross_entropy(logits, target.squeeze(1))");
  if (got?.length > 2 && got.length === expected.length && String(got.slice(0, -1)) === String(expected.slice(0, -1))) return one(
    `The target is ${sized(got)}, not ${sized(expected)}. Are the classes the last dimension of the logits? Move them to second place. Else the sizes differ.`,
    "F.cross_entropy(logits.movedim(-1, 1), target)");
  if (got?.length > 2 && got.length === expected.length && got[0] === expected[0]) {
    return { title: "The logits and the target differ in size", link: "Size mismatch of images", at: "guides/debug/shapes/#size-mismatch-of-images",
      ...one(`The target is ${sized(got)}, not ${sized(expected)}: resize the logits to the target.`,
        "logits = F.interpolate(logits, target.shape[1:])") };
  }
  return got?.length === 1 && expected.length === 2
    ? one(`The target is ${sized(got)}, not ${sized(expected)}: it has one index for each row. For logits (N, L, C) and a class per sequence, take or pool one position:`,
      "F.cross_entropy(logits[:, -1], target)") : null;
}

// Of images, whose target is a class index for each pixel.
function mask(text) {
  const [, dimension] = /targets of dimension: (\d)/.exec(text) ?? [];
  if (dimension === "1") return one("The target has one class for each image: reduce the logits to (N, C), as by a mean over the pixels.",
    "F.cross_entropy(logits.mean(dim=(2, 3)), target)");
  if (dimension === "2") return one("The target lacks a dimension, such as that of the batch. For images, it is (N, H, W):", "print(logits.shape, target.shape)");
  const [, said] = /targets of size([^]*)/.exec(text) ?? [];
  const [target] = sizesOf(said ?? "").map(({ shape }) => shape);
  if (target?.length !== 4 || target[1] === 1) return null;
  const last = target[3];
  return last === 1 ? one("Squeeze the channel, which is the last dimension:", "F.cross_entropy(logits, target.squeeze(3))")
    : last < 5 ? one(`${sized(target)} holds colours, not class indices: map them to indices first.`)
      : one(`${sized(target)} has ${target[1]} channels. If they are one-hot, pass them as floats, or their argmax:`,
        "F.cross_entropy(logits, target.argmax(dim=1))");
}
