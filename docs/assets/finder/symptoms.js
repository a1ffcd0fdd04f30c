// Cases that are told in plain words, whatever numbers stand beside them. No DOM.
import { idle } from "./accuracies.js";
import { any } from "./cases.js";
import { NOT_NAMED } from "./names.js";
import { GROWS_WITH_ROWS, meanOfMeans, OF_ALL_STEPS } from "./scales.js";
import { ALIKE, BINARY, CHECK, FROM_ONE_BATCH, LARGEST, PLAIN } from "./sections.js";
import { OVERFITS } from "./validation.js";
import { MAY_BE_NEGATIVE, NO_CLASSES, VALIDATION_FALLS, VIEWS } from "./words.js";

// What is spoken of, in the words that people use for it.
const LOSS = String.raw`(?<![a-z])(?:loss(?:es)?|cross.?entropy|b?ce|objective|cost|nll)(?![a-z])`;
const VALIDATION = String.raw`(?<![a-z])(?:val(?:id(?:ation)?)?|held.?out|test|eval(?:uation)?|dev)(?![a-z])`;
const ACCURACY = String.raw`(?<![a-z])(?:\w*acc(?:uracy|uracies)?|f1|m?ap|m?iou|metrics?|scores?|correct(?:ly)?|recognised)(?![a-z])`;

// How it is, or which way it goes.
const SMALL = String.raw`(?:\btiny|(?:very|super|so|quite) (?:very )?(?:small|low)`
  + String.raw`|\b(?:almost|nearly|practically|next to) (?:nothing|nil|zero|0\b)`
  + String.raw`|\bsmall\b(?! (?:batch|number|data|learning|model|net|sample|step)))`;
const LARGE = String.raw`(?:\b(?:big|large|high|huge)\b(?! (?:batch|accura|learning|weight|resolution|at first)))`;
const POOR = String.raw`(?:\bat chance|\bbad\b|\bterrible|\bpoor\b|\bawful|(?:very|so) low|\bone (?:in|out of) \w+)`;
const FINE = String.raw`(?:\b(?:very |really )?(?:good|great|fine|excellent)\b)`;
const UP = String.raw`(?:↑|\b(?:ris(?:es?|ing)|rose|climb\w*|grow\w*|increas\w*|goes up|(?:bigger and )?bigger|worse)\b)`;
const BETTER = String.raw`(?:↑|\b(?:improv\w*|ris(?:es?|ing)|rose|climb\w*|grow\w*|increas\w*|goes up|better)\b)`;
const DOWN = String.raw`(?:↓|\b(?:smaller|fall\w*|fell|drop\w*|decreas\w*|improv\w*|descend\w*|goes? (?:down|to zero))\b)`;
const STILL = String.raw`(?:\bconstant|all the time|(?:not|n't) (?:move|change|improve)\w*|\bstays?\b|\bflat\b`
  + String.raw`|\bthe same\b(?! (?:as|on|in|for|loop))|\bfixed)`;

// Words of a thing and a state in one clause, in either order; the state is not denied.
const SO = String.raw`(?<!(?:\b(?:not|never|no longer|hardly|barely)|n't)\s(?:\w+\s)?)`;
const near = (thing, state) => any(
  new RegExp(String.raw`${thing}(?:(?!\b(?:while|whereas|but)\b)[^.;,\n]){0,45}${SO}${state}`),
  new RegExp(String.raw`${SO}${state}(?:(?!\b(?:while|whereas|but|model)\b)[^.;,\n]){0,15}${thing}`));
const of = (thing) => String.raw`${VALIDATION}[^.;,\n]{0,12}${thing}`;
const OF_CLASSES = /\bf1\b|iou|\bmap\b|scores?\b|multi.?label/i; // scores in which a rare class counts as much as a common one
const FREE = /\bnan\b|\binf\b|negative/i; // which another case explains

export const lowLossPoorAccuracy = {
  when: near(LOSS, SMALL),
  and: near(ACCURACY, POOR),
  not: any(FREE, NOT_NAMED, /smooth|\bmap\b|regular|contrastive|distil|\bkd\b|\baux/, new RegExp(String.raw`train[^.\n]*${of(ACCURACY)}`)),
  needs: ({ loss }) => !(loss?.value > 1),
  section: ({ is }) => (is(OF_CLASSES) ? "imbalance" : "idle"),
  title: ({ is }) => (is(OF_CLASSES) ? "A low loss at a low score: is a class rare, or do they look at different rows or outputs?"
    : "A low loss at a low accuracy: they look at different rows, labels or outputs"),
  says: ({ is }) => (is(OF_CLASSES) ? "A rare class adds little to the mean of the loss, but much to such a score. Count the labels:"
    : "The accuracy may take another dimension or other labels. Or the loss leaves out the wrong rows, or no label counts. "
      + "Compute both from one batch:"),
  code: ({ is }) => (is(OF_CLASSES) ? "print(target.unique(return_counts=True))"
    : FROM_ONE_BATCH),
};

export const highLossFineAccuracy = {
  when: near(LOSS, LARGE),
  and: near(ACCURACY, FINE),
  not: any(FREE, NOT_NAMED, /smooth|\bsum\b|top.?[2-9]|train[^]*\bval|\bval[^]*train/),
  section: "high",
  title: "The accuracy is fine, the loss is high: a few confident mistakes, or a softmax before the loss",
  says: "The accuracy counts rows, the loss how sure the model is. Look at the largest losses:",
  code: LARGEST,
};

export const fallsWithoutAccuracy = {
  ...idle,
  when: near(LOSS, DOWN),
  and: near(ACCURACY, STILL),
  not: any(FREE, new RegExp(of(LOSS)), /discrim|\b100 ?%|stays? (?:high|good|perfect|near)/),
  needs: ({ accuracies }) => !accuracies.some(({ share }) => share > 0.9),
  says: "Rows improve, but stay wrong; or the accuracy is computed differently from the loss. Or one is of training, the other "
    + "of validation: overfitting. Look at the predictions:",
};

export const bothRise = {
  when: near(of(LOSS), UP),
  and: near(of(ACCURACY), BETTER),
  not: any(FREE, VALIDATION_FALLS, new RegExp(`(?:not|n't|never|no longer|to) ${BETTER}`), /train\w* (?:set|data|rows)|fp16|batch.?size/),
  section: "rises",
  title: "The validation loss rises while the accuracy does too: a few confident mistakes",
  says: "The loss counts how sure the model is, the accuracy only which class it names. Choose the checkpoint by what you need.",
};

export const overfits = {
  when: any(
    /(?:perfect|great|good|100 ?%|right) (?:on|for|in) (?:the |my )?train\w*[^.\n]{0,40}(?:bad|poor|wrong|fails?|terrible)/,
    /memori[sz]\w* (?:the )?(?:train|data)|overfit/,
    new RegExp(String.raw`train\w*[^.\n]{0,30}(?:low|${SMALL})[^.\n]{0,40}${of(LOSS)}[^.\n]{0,20}${SO}${LARGE}`),
    new RegExp(String.raw`train\w*[^.\n]{0,30}${SO}${DOWN}[^.\n]{0,40}${of(LOSS)}[^.\n]{0,20}${SO}${UP}`),
    new RegExp(String.raw`train\w* loss[^.\n]{0,30}${SMALL}[^.\n]{0,40}${of(ACCURACY)}[^.\n]{0,20}${POOR}`),
  ),
  not: any(
    FREE,
    VALIDATION_FALLS,
    /able to overfit|\d+-\w+ overfit|overfit (?:test|run)|overfit\w* (?:on |to )?(?:one|a single|a small|sixteen|\d+|the same|few)|(?:try|tried|want)[^.\n]{0,20} to overfit|underfit/,
    /(?:not|n't|never|even|prevent|against|avoid|without|stop|no|sign of|reduc\w*) (?:to )?(?:overfit|memori)/,
    /\b(?:is|am|are|was|what|how|why|could|expect|fear|worried|if)\b[^.;\n]{0,30}overfit/,
    /overfit\w* (?:is|was) (?:no|not|my first)|expected overfit|overfit\w* (?:on purpose|means)|on purpose/,
    /overfit detect|overfitting possible|this overfit|perfect[^.\n]*perfect|first epoch only/,
  ),
  ...OVERFITS,
  title: "It does well on the training rows alone: overfitting, or other rows",
  isWeak: true,
};

export const belowZero = {
  when: any(
    new RegExp(String.raw`${LOSS}[^.\n]{0,50}(?:\b(?:is|gets|goes|turns|becomes?) negative|\bminus sign|\bis minus\b|less than zero|(?:sinks?|falls?|goes|drops?) below zero|under zero)`),
    /(?:can|could|why)[^.?\n]{0,30}(?:loss|entropy)[^.?\n]{0,20}(?:less than zero|below zero|negative|minus)/,
    /labels? (?:of )?(?:minus one|-1) and (?:plus )?(?:one|1)\b[^.\n]{0,80}(?:below zero|negative)/,
  ),
  not: any(MAY_BE_NEGATIVE, /on purpose|maximi[sz]e|\bdice|\bkl\b|kl_div|simsiam|byol|info.?nce/),
  section: ({ is }) => (is(/\bctc/i) ? "ctc" : "negative"),
  title: ({ is }) => (is(/\bctc/i) ? "A negative CTC loss: the input is not log-probabilities, or a label is the blank" : "The loss is negative"),
  says: ({ is }) => (is(/\bctc/i) ? "Take `log_softmax`. If a label has the blank's index, move the labels up by one." : ""),
};

export const secondSoftmax = {
  when: any(
    /(?:double|two|second|twice)[- ]?(?:a )?softmax|softmax twice/,
    /(?<!log[_ -]?)softmax[^.\n]{0,40}(?:at the end|last layer|final layer|in (?:the|my) (?:model|network|forward))/,
  ),
  and: /loss|objective|entropy/i,
  needs: (f) => f.is(/plateau|stuck|not (?:go|fall|get)|refus|floor|above zero|stays?|(?:positive|certain) (?:value|constant)|converg/i),
  not: any(
    /accura\w* (?:is |of )?(?:low|bad)|\bnan\b|\bmse|\bbce|keras|tensorflow|nll_?loss|attention|only in eval|gumbel|hierarch|reconstruct/,
    /categorical_?cross|Dense\(|from_logits|\bkl|\blog\(|log.?likelihood/, // which take probabilities
    /\b(?:no|not|without|remov\w*|drop\w*)\b[^.\n]{0,20}softmax/,
  ),
  section: "floor",
  title: "A softmax before `cross_entropy`, which applies a softmax itself: the loss has a floor",
  says: "Remove it, and pass the output of the last layer:",
  code: PLAIN,
};

export const softFloor = {
  when: /soft (?:target|label)s?|teacher_prob\w*/i,
  and: /(?:positive constant|instead of (?:0|zero)|not (?:go|fall|converge)\w* to (?:0|zero)|above (?:0|zero))/i,
  not: /\bmse|\bkl|kullback|dqn|\btau\b|update/i, // a divergence goes to zero
  section: "soft",
  title: "With soft targets, the lowest loss is their entropy, not 0",
  says: "Subtract the entropy to see how far the model is from it:",
  code: ({ is }) => (is(/\bbce|binary|sigmoid/i)
    ? "F.binary_cross_entropy_with_logits(logits, target) - F.binary_cross_entropy(target, target)"
    : "F.cross_entropy(logits, target) - torch.special.entr(target).sum(dim=1).mean()"),
};

export const largeAtStart = {
  when: any(
    /(?:initial|first|step (?:0|zero)|at (?:the )?start|begins?|starts?)[^.\n]{0,40}(?:hundreds|thousands|huge|enormous|gigantic|way too (?:high|large))/,
    /(?:hundreds|thousands|huge|enormous)[^.\n]{0,30}(?:at first|initially|step (?:0|zero)|at (?:the )?start)/,
  ),
  and: /loss|entropy/i,
  not: any(NOT_NAMED, /\bnan\b|(?:hundreds|thousands) of|norm is|enormous grad|learning.?rate|(?:not|no longer) (?:huge|enormous|hundreds|thousands)|no more|yolo|detect|\bgan\b/, NO_CLASSES),
  section: ({ is, numbers }) => (numbers.some(({ value }) => value > 1e4 && value < 1e9) ? "rows" : is(/lm_head|tied?\b|tying|shar(?:e|ing)\b/i) ? "tied" : "one_batch"),
  title: "The first loss is far above that of a guess: it is a sum, or the first logits are far apart",
  says: "A guess between C classes or tokens has ln C; a regression has no such scale. Weights that begin too large cause that, such as "
    + "embeddings that are tied to the output.",
  code: "print(logits.std(), logits.shape)  # about 1 or less at first",
};

export const withoutGraph = {
  when: /(?:^|\n)[ \t>]*(?:print\()?\w*loss\w*\)?[ \t:=]*tensor\([-\d.e]+, requires_grad=True\)|(?:\b(?:no|without|missing|lacks|lost) (?:an? |its |the )?|where is (?:the|its) )grad_?fn/i,
  and: /\bloss/i,
  not: /\bleaf\b|\beval|\bvalid|\btest/i,
  section: "no_grad",
  title: "A loss without `grad_fn` is cut off from the parameters, so nothing can learn from it",
  says: "It was computed without gradients, or from numbers that were detached, converted or made anew. Print `grad_fn` from the logits on; the first `None` is behind the cut:",
  code: "print(logits.grad_fn, loss.grad_fn)",
};

export const growsWithBatch = {
  when: any(
    /batch(?:.?size)?[^.\n]{0,40}(?:twice|double|bigger|larger|chang\w*|large)[^.\n]{0,30}loss[^.\n]{0,30}(?:twice|double|bigger|larger|chang\w*)/,
    /loss[^.\n]{0,30}(?:grows|scales|doubles|depends|proportional)[^.\n]{0,30}batch(?! composition)/,
    /change[^.\n]{0,40}(?:batch.?size|length)[^.\n]{0,40}loss(?! scal)[^.\n]{0,20}(?<!same )scale/,
    /small batch[^.\n]{0,20}small[^.\n]{0,20}large batch[^.\n]{0,20}large/,
  ),
  not: any(VIEWS, /\bclip\b|siglip|learning.?rate|noise|epoch|accura|batch.?norm|\bval/), // whose candidates are the batch
  ...GROWS_WITH_ROWS,
};

export const meanOverLoader = {
  ...meanOfMeans,
  when: /(?:divide\w*|\/) ?(?:it |this )?(?:by )?(?:the )?(?:len\(\w*loader\w*\)|number of batches)/i,
  and: /loss/i,
  not: /drop_last ?= ?True|equal (?:batch|size)|backward\(\)[^]*divid/i,
  isWeak: false,
};

export const accumulates = {
  when: /grad\w*[ _-]?accum\w*|accumulat\w* (?:the )?(?:grad|steps?|batch)/i,
  and: any(/≠|!=|differ|n't match|not (?:the )?(?:same|equal|match)|\bvs\b/, /loss[^.\n]{0,60}(?:worse|larger|higher)|(?:worse|larger|higher)[^.\n]{0,20}loss/),
  not: /\bnan\b|batch.?norm|learning.?rate|slower|\bddp\b|val\w* (?:acc|loss)[^]*train|\bhow (?:to|do|does)\b/i,
  ...OF_ALL_STEPS,
  title: "Accumulated steps are not one large batch: their losses are added up, or their means averaged",
};

export const unscaledTarget = {
  when: /\b(?:mse|l1|mae|huber|smooth_?l1)\w*\b|regress|price/i,
  and: [/e\+(?:0?[6-9]|1\d)\b|\b\d{7,}/, /stuck|hardly|barely|not (?:mov|chang|fall|learn|decreas)\w*|learning|constant|same|huge|large/i],
  not: /\bnan\b|explod|diverg|param/i,
  section: "numbers",
  title: "Targets that large need weights that large: a step of Adam moves each weight by about the learning rate",
  says: "Scale the targets, and undo it at prediction:",
  code: "target = (target - target.mean()) / target.std()  # of the training rows",
};

export const logsOneRank = {
  when: /\bddp\b|DistributedDataParallel|multi-?gpu/i,
  and: [/\bloss/i, /curves?\b|plot|tensorboard|wandb|\blog(?:ged|ging|s)?\b(?!its)|\bprints?\b/i, /one gpu|rank 0|every (?:gpu|rank|process) (?:prints|logs|has|shows)|each (?:gpu|rank|process)|averag|main process|single gpu/i],
  not: /\bnan\b|learning.?rate|hang|deadlock|slow|all_?reduce/i,
  section: "logging",
  title: "Each process has the loss of its own rows: add up the sums and the counts before you log",
  says: "Do so in every process, even if only one of them writes the log:",
  code: "torch.distributed.all_reduce(totals)  # the sum and the count",
};

export const ranksDiffer = {
  when: /\bddp\b|DistributedDataParallel|\brank \d|multi-?gpu|\d+ gpus?\b/i,
  and: /loss[^.\n]{0,40}(?:another|differ|not agree|disagree|not (?:the )?same|higher|lower)|(?:another|different) loss/i,
  not: /\bnan\b|loss function|learning.?rate|val\w*[^]*\btrain|each (?:epoch|head)|must not|(?:other|different|because of(?: the)?) seeds?\b/i,
  section: "processes",
  title: ({ is }) => (is(/\branks?\b/i) ? "Each rank has the loss of its own rows, so the losses of two ranks differ"
    : "The loss differs between numbers of processes: a mean of means, or a sum"),
  says: ({ is }) => `${is(/\branks?\b/i) ? "For the loss of all rows, average over the ranks." : "Or one of them is the loss of one process alone."} `
    + "If the batches differ in size or in the targets that count, gather both numerator and denominator.",
};

export const oneOutput = {
  when: any(
    new RegExp(String.raw`(?:same|identical) (?:vector|output|logits|probabilit\w+|prediction)s? (?:for|on|with) `
      + String.raw`(?:all|every|any|each)\b(?! (?:run|epoch|gpu|class|seed|step))`),
    /all (?:the )?pred\w*(?: are)? ?(?:=|==|is|are) ?(?:class |label )?\d\b(?!\.)/,
    /(?:whatever|whichever|no matter (?:which|what)) (?:image|input|text|sentence|sample)[^.\n]{0,60}(?:return|output|predict|give|get)/,
    /confusion[_ ]matrix[^.\n]{0,30}(?:single|one) (?:non-?empty )?column/,
  ),
  not: any(FREE, /dropout|regress|quanti[sz]|onnx|tokeni[sz]er|loader|ensembl|\bhow (?:to|do)\b|labels are all|100 ?%|not the same|no, they|is gone/),
  section: "stuck",
  title: "All rows get one output: the logits do not depend on the input, or one class is common",
  code: ALIKE,
};

export const rareNeverFound = {
  when: /ill-defined|no predicted samples|never (?:finds?|detects?|predicts?|recogni[sz]es?)|(?:is|are) never (?:detect|found|predict)\w*|not (?:once|a single time)|says? "?no"? to every/i,
  and: /\bfew\b|\brare\b|imbalanc|unbalanc|minorit|scarce|support|fraud|\bsick\b|disease|positives?\b|findings/i,
  not: any(
    /weights?[^.\n]{0,40}(?:batch.?size of one|no difference|not make a difference)/,
    /regress|early stop|tokeni[sz]er|no true samples|small objects|everything positive|\bhow (?:to|do)\b/,
  ),
  section: "imbalance",
  title: "A rare class is never predicted",
  says: "At first it pays to predict the common class. Look at the logits of its rows; then weight the class, or lower the threshold:",
  code: "print(logits[target == 1])",
};

export const weightsOfOneRow = {
  when: /weights?\b[^]*(?:batch.?size (?:of |= ?)?(?:one|1)\b|one row (?:a|per) batch)/i,
  and: /no difference|not (?:seem to )?make a difference|no effect|nothing|with and without|same/i,
  not: /\bnan\b|batch.?norm|loaded|pre-?train|weights? init|\bsum\b/i,
  section: "weights",
  title: "Class weights change nothing: in a batch of one row, the weight cancels in the mean",
};

export const mask255 = {
  when: /\b255\b/,
  and: /\bmask|void|white pixel|\bPIL\b|\bpng\b|segment/i,
  not: any(
    /\.max\(\)|(?:use|pass|set|with|as)\b[^.\n]{0,12}ignore_index|ignore_index ?= ?255|\/ ?255|(?:divid|normali[sz]|scal)\w* by 255/,
    /(?:images?|inputs?|intensit\w+)\b[^.\n]{0,30}255/,
    /\b255 classes|\b256\b|png images|mapped|\brgb\b|colou?r|mnist/,
  ),
  needs: (f) => !f.accuracies.length && !f.values("loss").length,
  section: "ignored",
  title: "A label of 255: pixels that do not count, or a mask of 0 and 255",
  says: "Look at the values. Ignore 255 if it marks a border; map a mask of 0 and 255 to 0 and 1:",
  code: "print(target.unique())  # then ignore_index=255, or (target > 0)",
};

export const scaledMask = {
  when: /ToTensor\(\)/,
  and: /mask|ground truth|background|label (?:map|image)|pixel/i,
  not: /mnist|cifar|int\b|numpy|gives images|(?:on|for|scales) (?:the )?images?\b|read with|as_tensor|by 255|error/i,
  section: "ignored",
  title: "`ToTensor` divides by 255: a mask of class indices becomes zero",
  says: "Read the mask without scaling it:",
  code: "target = torchvision.transforms.v2.PILToTensor()(mask).squeeze(0).long()",
};

export const paddingCounts = {
  when: /\bpad(?:ding|ded|s)?\b(?! (?:mode|size))|<pad>|filled up with zeros/i,
  and: /loss|target|learns? to predict|perplexity|count/i,
  not: any(
    /conv|\bnan\b|negative|attention_mask|labels ?= ?input_ids|collator|ignore_index|-100|already|\bkeras|\bz-?loss/,
    /pack_padd|(?:does|do|is|are) ?(?:not|n't) count|\bctc|only on|size divisor|nn\.Embedding|of images|generation|out of memory|\bhow to pad|["'= ]same["']/,
    /\bpad\w*\b[^.\n]{0,30}\b(?:ignored|masked|excluded|left out)|\bimages?\b/,
    /(?<!token.?)classif|sentiment/, // one label for each sequence
  ),
  needs: (f) => !f.values("loss").length,
  section: "ignore_index",
  title: "Padding counts as a target, unless its label is ignored",
  says: "Give the padding the label -100 in the target:",
  code: "target = ids.masked_fill(mask == 0, -100)",
};

export const paddingOfModel = {
  when: /attention_mask|labels ?= ?input_ids|collator/i,
  and: /padding|\bpad\b/i,
  not: /\bnan\b|Traceback|Error:|-100|classif|padding side|ForLanguageModeling|\bcls\b|tokenizer\.pad/i,
  needs: (f) => !f.values("loss").length && !f.is(/tensor\(/),
  section: "shift",
  title: "The attention mask does not mask the loss: with `labels=input_ids`, the padding is a target",
  says: "Label it -100:",
  code: 'batch["labels"] = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)',
};

export const shiftedTwice = {
  when: any(
    /(?:already|twice|double)[ -]?shift\w*|shift\w* (?:twice|again|already)|already shifted/,
    /ids\[:-1\][^]*ids\[1:\][^]*(?:CausalLM|labels ?=)|skips? every second (?!batch|step|row)/,
    /decoder_input_ids ?= ?labels(?![[.]| shift)/,
  ),
  not: /LossBack|traceback|schedule|distribution|domain|(?:not|n't) shifted twice|norm\b|need to shift|\bown gpt|nanogpt|custom|from scratch|fixed|solved|no longer/i,
  section: "shift",
  title: "Labels that are shifted twice, or that the decoder reads: it predicts the token after the next, or sees its answer",
  says: "Hugging Face's models shift the labels themselves. Pass them unshifted, of the length of the ids, and no `decoder_input_ids`:",
  code: "model(input_ids=ids, labels=ids)",
};

export const outsideRange = {
  when: /(?:-1|minus one) (?:to|and) \+?1\b[^\n]{0,80}\b0 (?:to|and) 1\b/i,
  and: /expect|need|require|range|should/i,
  not: /hinge|\bsvm\b|cosine|\bmse\b|normali[sz]e|images?\b|labels?\b/i,
  section: "range",
  title: "A loss of probabilities got values from -1 to 1, as from a `tanh`",
  says: "Pass the output of the last layer, without an activation, to the loss that takes logits:",
  code: BINARY,
};

export const ofItself = {
  when: /(?:\bkl\w*|consistency|distil\w*)\b[^.\n]{0,60}(?:always|exactly|constantly|stays?|only)[^.\n\d]{0,12}(?:zero\b|-?0(?:\.0+)?(?![.\d]))/i,
  and: /teacher|\bema\b|self-distil/i,
  not: /\bnan\b|negative|reward|policy|\bref/i,
  section: "zero",
  title: "A divergence from a teacher that is zero: are both one model?",
  says: "Copy the student before the training, as an average of its weights needs a model of its own:",
  code: "teacher = copy.deepcopy(student)",
};

export const notFinite = {
  when: /TerminateOnNaN|Invalid loss, terminating|isnan\([^)]*\)(?:\.\w+\(\))* (?:turns|becomes|is|gives) True/i,
  not: /assert not|never|\bhow to\b|isnan\((?:x|df)\)|input|pandas/i,
  section: "nan",
  title: "The loss or a weight is nan",
  says: "Look at the batch and the logits before it happens:",
  code: CHECK,
};

export const accuracyOfIgnored = {
  when: /compute_metrics|token.?classif|\bner\b|tagging|acc\w*[^.\n]{0,30}(?:compar|includ|count|not exclude)/i,
  and: [/-100/, /acc/i],
  not: /\bnan\b|!= ?-100|ne\(-100\)|already|(?<!not )exclud|masked out|is right|\bhow to\b/i,
  section: "padding",
  title: "Labels of -100 count as mistakes in an accuracy that does not leave them out",
  says: "The loss ignores them. Mask them in the metric too:",
  code: "(logits.argmax(dim=-1) == target)[target != -100].float().mean()",
};

export const otherBase = {
  when: /paper|by hand|calculator|log2|expect|instead|pytorch (?:says|gives|prints)/i,
  not: /\b(?:val|train|acc|epoch|bleu|learning)|perplexity|tokens/i,
  needs: ({ numbers }) => numbers.find((one) => one.digits > 1 && numbers.some(
    (other) => other.digits > 1 && Math.abs(other.value / one.value * Math.LN2 - 1) < 1.5e-3)),
  section: "bits",
  title: (f, { digits }) => `One number is the other times 1.4427: bits beside nats${digits > 2 ? "" : "?"}`,
  says: "PyTorch takes the natural logarithm. The other calculation may take base 2:",
  code: "loss / math.log(2)  # bits",
};

export const withoutNegatives = {
  when: /simsiam|\bbyol\b/i,
  and: /loss/i,
  not: /probe|entropy/i,
  section: "collapse",
  title: "Without negatives, the lowest loss is also that of collapsed vectors: look at their spread",
  says: "SimSiam's goes to -1, BYOL's to 0. The spread is near one over the root of the number of entries, and 0 after a collapse:",
  code: "print(F.normalize(z, dim=1).std(dim=0).mean())",
};

export const trainingAlone = {
  when: /train/i,
  and: /val|test/i,
  needs: ({ accuracies, loss }) => {
    const [training, validation] = ["train", "val"].map((split) => accuracies.findLast((each) => each.split === split)?.share);
    return (!loss || loss.isOther) && training > 0.9 && validation < training - 0.15;
  },
  section: "high",
  title: "The training rows are right, many of the others are not: overfitting, or other rows",
  says: "Are the others prepared and labelled alike, and is the model in `eval` mode? Look at the largest losses:",
  code: LARGEST,
};
