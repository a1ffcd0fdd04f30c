// What a text means by its words: without the troubles that it denies or tells of as past, and those of other fields. No DOM.

// Of each kind, the words that are left out, and what stands there instead.
const NOT_MEANT = [
  // a trouble that is denied: "the loss is never negative"
  [/(?<!(?:should|must|can|could|may) )\b(?:not|never|no longer|isn't)\s+(?:(?:even|always|really|becom\w+|be|get\w*|turn\w*|yet)\s+){0,2}(?:nan|inf(?:inite|inity)?|negative|exactly (?:zero|0))\b(?: (?:or|and) (?:nan|inf(?:inite|inity)?)\b)?/gi, " "],
  // a nan of something else: "the accuracy is nan", "the labels are nan"
  [/\b(?:acc(?:uracy)?|auc|auroc|f1|precision|recall|metrics?|learning rate|lr)\b(?:(?!loss|grad)[^.,;\n\d]){0,30}\bnan\b/gi, " "],
  [/\bnan (?:targets?|labels?)\b|\b(?:targets?|labels?) (?:is|are) nan\b/gi, " "],
  // a trouble that is absent, or over: "without any nan", "that fixed the nan"
  [/\b(?:no|neither|nor|without(?: any)?)\s+(?:nan|inf(?:inity)?)\b(?! (?:check|loss))/gi, " "],
  [/\b(?:fixed|solved|got rid of|stopped|doesn't|isn't|aren't|won't)\s+(?:the |my |be\w* |becom\w* |get\w* |go\w* |turn\w* |to ){0,2}(?:nan|inf(?:inite|inity)?)\b/gi, " "],
  [/\b(?:the |my )?(?:nan|inf(?:inity)?)s? (?:is|are|has|have|was|went) (?:now )?(?:gone|away|over|fixed|solved)\b/gi, " "],
  [/\b(?:nan|inf(?:inite|inity)?)\b ?\? ?(?:no|not)\b|\b(?:nan|inf(?:inity)?) (?:would|in nothing)\b/gi, " "],
  [/\b(?:nan|inf(?:inity)?)\b(?=[^.\n]*[.\n#)\s]*[^.\n]{0,20}\b(?:has|have) (?:never )?happened (?:0 times|$)|[^\n]{0,40}has never happened)/gi, " "],
  [/\b(?:never|no longer) zero\b/gi, " "],
  [/\b(?:nothing|(?:is|am|are|was)(?: not|n't)|never|not) (?:is |are |gets? )?(?:really )?stuck\b(?: at (?:ln \w+|[\d.]+\d))?/gi, " "],
  [/[\d.]+\d ?\? ?no\b/gi, " "],
  // one that is over, before the trouble of now: "I fixed that, now the loss is nan"
  [/^[^]*\b(?:fixed|solved|resolved|cured)\b[^.\n]{0,60}[.,;] ?(?:and |but )?now\b(?=[^]*(?:loss|nan|error|accuracy))/i, " "],
  [/^[^]*(?:\b(?:after|once|since) I fixed (?:that|it|this)\b|\b(?:one|the only) thing (?:is )?left\b)(?=[^]*(?:loss|nan|error|accuracy))/i, " "],
  // settings, a driver, and a score in percent
  [/\bbetas ?= ?\([^)]*\),? *eps ?= ?[\d.e-]+|\bno kernel image is available[^\n]*|\b(?:EM|s?MAPE)\b(?: loss)?\W{0,3}\d+(?:\.\d+)?/g, " "],
  // a loss of another field
  [/\bloss-free\b|\btotal loss\b(?=[^]*\b(?:insur|deductible|car\b))|(?<![.\d])\d+ ?(?:ml|kg|km|cm|mm|litres?|grams?)\b/gi, " "],
  [/(?<!\bclass )\b(?:packet|stop|net|hearing|hair|data|weight|heat|insurance|blood|tax|power|signal|water|trading|path)[ -]loss(?:es)?\b(?! (?:function|term))(?:[^.\n]{0,16}?\d+(?:\.\d+)?)?/gi, " "],
  [/\bloss (?:ratio|of (?:signal|weight|heat|power))\b(?:[^.\n]{0,16}?\d+(?:\.\d+)?)?|\bselect\b[^;.\n]*\bfrom \w+\s*(?:where\b|order by\b|group by\b|limit\b|;|$)[^]*/gi, " "],
  // a loss that equals another, or a bound: "the same on all ranks", "cannot fall below the entropy"
  [/\b(?:both|two|all) (?:runs|models|seeds|ranks)\b[^.\n]{0,20}\bsame\b/gi, " "],
  [/\bsame (?:on|across|for) (?:every|each|all|the|both)? ?(?:ranks?|gpus?|process\w*|devices?)/gi, " "],
  [/\b(?:never|not|cannot|can't) (?:fall|go|drop|get)\w* below (?:the |its )?(?:entropy|floor)/gi, " "],
  [/\bno inf (?=checks)/gi, "no "],
  [/(?<=\b(?:cuda|cudnn|python|torch|version|driver)\W{0,2})\d{1,3}\.\d{1,2}\b(?!\.?\d)/gi, " "], // a version
  [/\b(?:in|by|within|between|range(?: of)?|interval)\s*\[-?\d(?:\.\d+)?, ?-?\d(?:\.\d+)?\]/gi, " "], // an interval
  [/\b\d+(?:\.\d+){3}\b/g, " "], // an address on the internet
  [/\((\d+),(?=\d+\))/g, "($1, "], // a shape without a space, which is no decimal
];
const TABLES = /\bselect\b.*\bfrom\b|\binsert into\b|pandas|data ?frame|\bdf\b|fillna|dropna/i; // in which nan is a missing entry

const VALUE = /(?<![\w.])\d+(?:\.\d+)?(?![\w%]|\.\d)/.source;
const EARLY = /before (?:any )?training|untrained|at init(?:iali[sz]ation)?|at (?:the )?start|at (?:the )?first step|(?:at )?step 0|baseline|chance(?: level)?/.source;
const LATE = /now|after(?:wards| training)?|later|(?:in|at|after) (?:the end|step [1-9]\d*|epoch [1-9]\d*|\d+ (?:steps|epochs))|step [1-9]\d*|ours?|our net|we get|mine is/.source;
// A first value, and a later one: "0.6931 at step 0, 0.48 at step 300", "before training: loss 0.69 … after: loss 0.12".
const COURSES = [
  new RegExp(String.raw`(?<first>${VALUE})(?=[^\d\n.;]{0,24}\b(?:${EARLY})\b[^\n]*?(?<later>${VALUE})\W{0,3}(?:${LATE})\b)`, "i"),
  new RegExp(String.raw`(?<first>${VALUE})(?=[^\d\n.;]{0,24}\b(?:${EARLY})\b[^\n]*?\b(?:${LATE})\b[^\d\n]{0,16}(?<later>${VALUE}))`, "i"),
  new RegExp(String.raw`(?<=\b(?:${EARLY})\b[^\d\n]{0,24})(?<first>${VALUE})(?=[^\n]*?\b(?:${LATE})\b[^\d\n]{0,16}(?<later>${VALUE}))`, "i"),
];
const FALLEN = 0.85; // of the first value, if a loss is no longer there

/** The text without what it does not mean. */
export function meant(text) {
  const told = TABLES.test(text) ? text.replace(/\bnan\b/gi, " ") : text;
  const course = COURSES.map((words) => words.exec(told)?.groups).find((each) => each && Number(each.later) < FALLEN * Number(each.first));
  const left = course ? told.replace(course.first, " ") : told;
  return NOT_MEANT.reduce((kept, [words, other]) => kept.replace(words, other), left);
}
