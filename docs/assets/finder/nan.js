// Cases of nan: in evaluation alone, in the gradient, after the first step. No DOM.
import { any } from "./cases.js";
import { hasFiniteLoss } from "./questions.js";
import { BINARY, CHECK } from "./sections.js";
import { FOCAL } from "./words.js";

const HIDDEN = "Hugging Face's trainer logs another number in place of a loss that is nan, unless `logging_nan_inf_filter=False`.";
const LOGGED_AS_ZERO = { section: "zero", says: HIDDEN, code: CHECK };

export const inEvaluation = {
  when: any(
    /(?<!\bno )\bnan\b[^.;\n]{0,25}\b(?:eval|valid|test|inference)/,
    /(?:eval|valid|test|inference)\w*\(?\)?(?: loss)?[^.;\n\d]{0,20}(?<!\bno )\bnan\b/,
  ),
  needs: hasFiniteLoss,
  section: "nan",
  title: "A loss of nan in evaluation alone",
  says: "A batch without a valid label, such as an empty last one; or inputs and statistics of a normalisation that training "
    + "does not use. Look at the first batch whose loss is nan:",
  code: CHECK,
};

// Whether the gradient is nan, in a log or in words, and the loss is not.
const hasNanGradient = (f) => hasFiniteLoss(f) && (f.values("gradient").some(Number.isNaN)
  || f.is(/(?<!\b(?:no|any|for) )\bnan\W{1,2}grad(?!\w*\W{1,3}no(?:ne)?\b)/i));

export const gradientBesideZero = {
  needs: (f) => f.loss?.value === 0 && hasNanGradient(f),
  section: "nan",
  title: "The gradient is nan, and the loss zero: does the trainer hide a loss of nan?",
  says: `${HIDDEN} Look at one batch:`,
  code: CHECK,
};

export const gradient = {
  needs: hasNanGradient,
  section: ({ is }) => (is(/\bamp\b|fp16|float16|scaler/i) ? "unscale" : "finite"),
  title: "The gradient is nan, although the loss is finite",
  says: `Or some losses are nan too: ${HIDDEN}`,
};

export const afterOneStep = {
  needs: breaks,
  section: "finite",
  title: "Finite at first, then nan at each step: the weights became nan",
  says: "The first gradient was not finite, or the step was too large for the type, such as that of Adam in `float16`. Look at "
    + "the weights after the first step:",
  code: "print([name for name, p in model.named_parameters() if not p.isfinite().all()])",
};

export const infiniteFirst = {
  not: /\b(?:fine|normal|finite|after|until|then (?:it is |goes? to )?inf)/i,
  needs: ({ loss, values }) => loss && values("loss").length > 1 && values("loss")[0] === Infinity && values("loss").slice(1).some(Number.isNaN),
  section: "counted",
  title: "The first loss is infinite already: an infinite class weight, a masked target, or a logarithm of zero",
  says: "A weight of 1 divided by the count is infinite for a class without rows, and label smoothing reaches every class. Look at both:",
  code: "print(weight, logits.isfinite().all())",
};

// Whether a log has one finite loss, and then nothing but nan.
function breaks({ loss, numbers }) {
  const losses = numbers.filter(({ role, before, isUnit }) => !isUnit && (role === "loss" || /tensor\($/.test(before)));
  return loss && losses.length > 2 && losses[0].value > 0 && losses[0].value < Infinity && losses.slice(1).every(({ value }) => Number.isNaN(value));
}

export const zeroAfterSteps = {
  when: /\bafter\b|\bthen\b|sudden|drops?\b|becom|went/i,
  and: /lora|llama|deepspeed|trainer|fine-?tun|learning_rate|fp16|half/i,
  not: /accura|garbage|generat|triplet|contrastive|hinge|\bdpo\b|\baux|overfit|memori|\btoy\b|\bf1\b/i,
  needs: ({ loss }) => loss?.value === 0 && !loss.isOther,
  ...LOGGED_AS_ZERO,
  title: "The loss becomes exactly zero: does the trainer log a nan as zero, or does no label count?",
};

export const zeroBesideNan = {
  when: /\bloss ?(?:=|is|will|:)[^.\n]{0,8}\b0(?:\.0+)?\b(?!\.)/i,
  and: [/eval\w*[ _]loss\W+nan/i, /fp16|float16|half|trainer|train_loss/i],
  ...LOGGED_AS_ZERO,
  title: "A training loss near zero and an evaluation loss of nan: does the trainer log a nan as zero?",
};

export const loggedAsZero = {
  needs: dropsToZero,
  ...LOGGED_AS_ZERO,
  title: "The loss drops to exactly zero at once: does the trainer log a nan as zero, or does no label count?",
};

// Whether the loss is zero after one that was not low, and the accuracy is not high.
function dropsToZero({ loss, values, accuracies }) {
  return loss?.value === 0 && !loss.isOther && values("loss", loss.split).at(-2) > 0.5 && !accuracies.some(({ share }) => share > 0.9);
}

export const focal = {
  when: FOCAL,
  needs: ({ loss, is }) => Number.isNaN(loss?.value) || is(/\bloss (?:turns|becomes|goes|went)\W(?:in)?(?:to )?nan\b/i),
  section: "finite",
  title: "A focal loss of nan: a logit that is not finite, or a power or a logarithm of a rounded probability",
  says: "Or it is divided by the positives, and there are none. With an exponent between zero and one, the power has an "
    + "infinite slope at zero. Clamp one minus the probability, and take the logarithm from the logits:",
  code: "weight = (1 - probability).clamp(min=1e-6) ** gamma",
};

export const missingLabels = {
  when: /missing|unlabel|unknown|partly labell?ed|labell?ed \d+ ?\/|\bnot all[^.\n]{0,20}label/i,
  and: [/label|target/i, /\bnan\b/i, /mask|loss/i],
  not: /ignore_index|-100|\biou\b|empty slice/i,
  section: "unknown_labels",
  title: "A label that is nan stays nan behind a mask: zero times nan is nan",
  says: "Replace it before the loss, then leave it out of the sum and of the divisor:",
  code: "known = target.isfinite()\nlosses = F.binary_cross_entropy_with_logits(logits, target.nan_to_num(), reduction=\"none\")\nloss = losses[known].mean()",
};

const MASKED = {
  section: "masked_logits",
  isPart: true,
  says: "If the mask is 0 at what it hides, put minus infinity there:",
  code: "scores.masked_fill(mask == 0, -torch.inf).softmax(dim=-1)",
};

export const addedMask = {
  when: /softmax\([^()\n]*\+ ?\w*mask/i,
  and: /\[ ?1(?:\.0*)?,? [^\]]*\b0(?:\.0*)?\b|pad\w*[^.\n]{0,20} (?:still|also|too)\b/i,
  not: /\binf\b|1e\d|-\d{3}|finfo|\blog/i,
  ...MASKED,
  title: "Does the mask hold zeros and ones? Added to the scores, it hides nothing: it must hold 0 and minus infinity",
};

export const zeroedScores = {
  when: /masked scores|\bscores? ?\* ?\w*mask/i,
  and: /softmax|\battn\b|attention|attend/i,
  not: /\binf\b|1e\d|-\d{3}|finfo|\bnan\b|scores? ?= ?[^\n;]*softmax/i,
  ...MASKED,
  title: "Are masked scores 0? A score of 0 keeps its place in the softmax, since e to the 0 is 1",
};

export const maskedRow = {
  when: /mask/i,
  and: [/softmax|attention|attend/i, /\bnans?\b/i, /\b(?:all|only|every\w*|entire(?:ly)?|fully|completely|whole)\b[^.\n]{0,25}(?:mask|\b0'?s?\b|zeros?|false|-inf|padd?)/i],
  not: /loss (?:is|becomes|goes|turns)|ignore_index/i,
  section: "all_masked",
  title: "A row in which everything is masked has no softmax: minus infinity minus minus infinity is nan",
  says: "Leave such rows out, or give them a mask that keeps one entry and ignore what comes out:",
  code: "keep = mask.any(dim=-1)",
};

export const paddingMask = {
  when: /(?:src|tgt|memory)_key_padding_mask|MultiheadAttention[^]*key_padding_mask|\b(?:sdpa|scaled_dot_product)[^]*mask|mask[^]*\b(?:sdpa|scaled_dot_product)/i,
  and: /\bnans?\b|isnan\([^]*True/i,
  not: /mask\w*\)? (?:works|is right|is fine)|no nan|pandas/i,
  section: "all_masked",
  title: "Does the mask leave out everything in a row? Then its softmax is nan, and so are its gradients",
  says: ({ is }) => `${is(/key_padding_mask/) ? "`True` in `key_padding_mask` means leave out. " : ""}Each row needs one entry that is kept. Look for rows that are all alike:`,
  code: "print(mask.all(dim=-1), (~mask).all(dim=-1))",
};

export const rootOfZero = {
  when: /sqrt\([^\n]*\*\* ?2|\brmse\b[^]*sqrt|sqrt\([^\n]*mse/i,
  and: /\bnan\b/i,
  not: /\beps|\+ ?1e-|clamp/i,
  section: "finite",
  title: "A root that reaches 0 has an infinite slope: 0 times infinity is nan",
  says: "Minimise the mean itself, or add a small number inside the root:",
  code: "torch.sqrt(F.mse_loss(pred, target) + 1e-8)",
};

export const powerOfLoss = {
  when: /torch\.exp\(\s*(?:criterion|loss|F\.\w+)\w*\([^]*backward/i,
  not: /perplex|\bppl\b/i,
  section: "infinite",
  title: "The exponential of a loss above 88.73 is infinite in `float32`; its gradient is that of the loss times the exponential",
  says: "Minimise the loss itself, which has the same minimum. If you need the exponential, clip the gradients:",
  code: "F.cross_entropy(logits, target).backward()",
};

export const logOfSoftmax = {
  when: /(?:torch\.|np\.|\b)log\(\s*(?:\w+\.)*softmax\(|(?<!log_)softmax\([^()\n]*\)\.log\(\)/i,
  and: /\binf\b|infinit/i,
  not: /log_?softmax[^\n]*(?:inf|nan)|\beps|clamp/i,
  section: "infinite",
  title: "The softmax of a far smaller logit is rounded to 0, and its logarithm is infinite",
  says: "Take the log-softmax, which takes no logarithm of a rounded 0:",
  code: "F.cross_entropy(logits, target)  # or logits.log_softmax(dim=1)",
};

export const logOfSigmoid = {
  when: /\bsigmoid\b/i,
  and: [/\blog\((?!its)|\.log\(\)/i, /\b(?:nan|inf)\b/i],
  not: /log_?sigmoid|with_?logits|\bnot (?:nan|inf)|\beps|clamp/i,
  section: "takes_logit",
  title: "The logarithm of a rounded sigmoid: of 0 or 1, it is infinite, and its gradient may be nan",
  says: "In half precision, that happens much earlier. Take the loss of the logits:",
  code: BINARY,
};

export const smoothedInHalf = {
  when: /label_?smooth/i,
  and: [/\binf\b/i, /half|float16|fp16/i],
  not: /mask|-inf/i,
  section: "many_classes",
  title: "Label smoothing adds up the log-probabilities of all classes, and their sum overflows in `float16`",
  says: "With tens of thousands of classes, it passes 65504. Take the loss in `float32`:",
  code: "F.cross_entropy(logits.float(), target, label_smoothing=0.1)",
};

export const zeroWeight = {
  when: /\bw(?:eights?)?(?: ?= ?|\()(?:torch\.)?tensor\(\[[^\]]*\b0(?:\.0*)?\s*[,\]]/i,
  and: /\bloss\b[^\d\n]{0,12}\bnan\b/i,
  section: "class_weights",
  title: "A class weight of 0: in a batch of such classes alone, the weighted mean is 0 divided by 0",
  says: "Add up, and divide by a sum that is not 0:",
  code: 'F.cross_entropy(logits, target, w, reduction="sum") / w[target].sum().clamp(min=1e-8)',
};

export const scaleOfZero = {
  when: /grad\w*.?scale\w*\W{1,4}0(?:\.0*)?(?![.\d])|loss.?scale (?:to|is|=|:) ?\d\.\d+e-\d\d/i,
  and: /\bnan\b|\binf\b|overflow/i,
  section: ({ is }) => (is(/\bnan\b/i) ? "nan" : "unscale"),
  title: "The scaler has halved its scale down to 0, or nearly: every step overflowed",
  says: "So the loss, a logit or a gradient is not finite, whatever the scale. Look at them in `float32`:",
  code: "print(logits.float().abs().max(), loss)",
};

export const entropyBeside = {
  when: /(?<!cross.)\bentropy[ =:]{1,3}nan/i,
  and: /(?:pg|policy|actor)\w* ?loss|reward|action/i,
  section: "entropy",
  title: "The entropy is nan, and the loss with it: are actions masked with minus infinity?",
  says: "Zero times minus infinity is nan. Mask with a large negative number, and take the entropy from `log_softmax`:",
  code: "log_p = logits.masked_fill(mask, -1e4).log_softmax(dim=-1)\nentropy = -(log_p.exp() * log_p).sum(dim=-1)",
};

export const ofEntropy = {
  ...entropyBeside,
  when: /\bnan\b/i,
  and: [/(?<!cross.)\bentropy (?:bonus|term|regulari|is|=)|\bentr\(|\.entropy\(\)|p ?\* ?(?:p\.)?log/i, /mask|illegal|invalid|-inf/i],
  not: /\bno nan\b|without a mask|all (?:illegal|masked|invalid)|rewards?\b/i,
  title: "An entropy over masked logits: zero times minus infinity is nan, and so is the gradient of `entr`",
  says: "Mask with a large negative number, and take the entropy from `log_softmax`:",
};

export const bothBranches = {
  when: /(?:torch|np)\.where\(/,
  and: [/grad|backward/i, /\bnan\b/i],
  section: "finite",
  title: "`torch.where` computes both branches: an infinite slope in the one not taken, times 0, is nan",
  says: "Change the input of that branch first, so that both are finite:",
  code: "torch.where(mask, x.clamp(max=0).exp(), 1 + x)",
};

export const maskedBinary = {
  when: /bce.?with.?logits|binary_cross_entropy_with_logits/i,
  and: /mask\w*[^.\n]{0,60}-(?: ?inf|1e\d)|-inf[^.\n]{0,60}mask/i,
  not: /attention|softmax/i,
  section: "masked_logits",
  title: "A logit of minus infinity makes a two-class loss nan: infinity minus infinity, or infinity times 0",
  says: "Leave such entries out of the loss:",
  code: 'loss = F.binary_cross_entropy_with_logits(logits, target, reduction="none")[logits.isfinite()].mean()',
};

export const ofExponential = {
  when: /(?:torch|np|math)\.exp\(\s*(?:criterion|loss|F\.cross_entropy|ce)\b|exponential of the (?:cross|loss)/i,
  and: /\bnan\b|\binf/i,
  section: "infinite",
  title: "The exponential of a loss overflows: above 88.7 in `float32`, and its gradient with it",
  says: "Average the loss itself, or clamp it before the exponential:",
  code: "loss.clamp(max=80).exp()",
};
