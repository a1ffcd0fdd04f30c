// Cases of `CTCLoss`: negative, infinite or nan, and only blanks. No DOM.
import { any } from "./cases.js";

export const below = {
  when: /\bctc/i,
  needs: ({ loss, values }) => loss?.value < 0 || values("loss").some((value) => value < 0 && value > -3e38),
  section: "ctc",
  title: "A negative CTC loss: the input is not log-probabilities, or a label is the blank",
  says: "Take `log_softmax`. If a label has the blank's index, which is 0 unless you name another, move the labels up by one.",
  code: "print(targets.min())  # above the blank's 0",
};

export const onlyBlanks = {
  when: any(
    /\b(?:wer|cer)\b[^\n\d]{0,12}1(?:\.0+)?(?![.\d]| ?%)/,
    /only (?:predicts? )?(?:the )?blanks?/,
    /predict\w* (?:only |all |nothing but )?blanks?/,
    /(?:^|\s)-{8,} *=> *, *gt:/, // as crnn.pytorch prints it
    /empty (?:transcri|string|output|predict)\w*/,
    /(?:\|\s*1\.0{3,}\s*(?:\||\n|$)[^]*){2}/,
  ),
  and: any(/\bctc/, /wav2vec/, /\bcrnn\b/, /\bwer\b/, /=> *, *gt:/),
  not: /\bnan\b|\binf\b|whisper|seq2seq|attention|never|silence|between|because|remov|all words|raises|jiwer|transducer|rnn-?t\b/i,
  needs: ({ loss }) => !(loss?.value < 0),
  section: "blanks",
  title: ({ is }) => (is(/blank|empty|=> *, *gt:/i) ? "Only blanks are predicted: the model does not yet tell the time steps apart"
    : "An error rate of 1: are only blanks predicted? Then the model does not yet tell the time steps apart"),
  says: "Many CTC models begin so. If it does not end, train on one batch first, and check the lengths, the blank's index and the alphabet:",
  code: "print(log_probs.argmax(dim=-1).unique(return_counts=True))",
};

export const infinite = {
  when: /(?<![a-z])ctc|input_lengths?|label_lengths?|target_lengths?/i,
  needs: ({ loss, is }) => (loss && !Number.isFinite(loss.value)) || is(/(?:loss\w*\W{1,3}(?:is |gets? |= ?)?|\bthe loss |get )(?:\w+ ){0,2}-?inf/i),
  section: "ctc",
  title: ({ loss, is }) => (Number.isNaN(loss?.value) && !is(/\binf/i) ? "`CTCLoss` of nan: was a target longer than its input in a step before?"
    : "An infinite CTC loss: is a target longer than its input allows?"),
  says: "Each label needs a step, and equal neighbours one more between them. Print the smallest difference of the lengths, and leave such rows out:",
  code: "print((input_lengths - target_lengths).min())",
};

export const errorAboveOne = {
  when: /\b[wc]er\b[^.\n]{0,30}(?:bigger|above|greater|over|more|larger|higher) than (?:1|100|one)\b|\b[wc]er\b[^.\n]{0,20}above (?:1|100|one)\b/i,
  section: "averaged_scores",
  title: "A word error rate may be above one: insertions count too, and the divisor is the length of the reference",
  says: "Over a corpus, add up the errors and the lengths, and divide once.",
};
