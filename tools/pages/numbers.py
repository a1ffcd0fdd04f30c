"""Finds the numbers in what a page says, in digits and in words, and what computes each of them under its heading."""

import functools
import itertools
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from tools.pages.assertions import COMPUTED, DIGITS, Computed, Judged, Sentence

UNIT = r"(?: ?%|(?:[kKMG]i?B|B|ms|µs|ns|s|px|em|bits?|nats?|[x×kKM])(?!\w))"
NUMBER = rf"(?<![\w.])[-−]?(?:{DIGITS})(?:[eE][-−+]?\d+)?{UNIT}?(?!\w|\.\d)|(?<!\w)[-−]?(?:inf|nan|∞)(?!\w)|[¼-¾⅐-⅞]"
ROUNDINGS = (ROUND_HALF_EVEN, ROUND_HALF_UP)
# a word with a digit in it, such as float32 or nn.L1Loss, or a version, such as 2.13.0
NAME = r"(?<![\w.])(?:[^\W\d]\w*\.)*(?=\w*[^\W\d])\w*[\d⁰-⁹²³¹₀-₉]\w*|(?<![\w.])\d+(?:\.\d+){2,}(?!\w)"
SMALL = "zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
PARTS = "half third quarter fifth sixth seventh eighth ninth tenth"
WORDS = {word: Decimal(number) for number, word in enumerate(SMALL.split()) if word != "-"}  # "one" is mostly no number
WORDS |= {word: Decimal(10 * number) for number, word in enumerate(TENS.split(), 2)}
WORDS |= {word: 1 / Decimal(number) for number, word in enumerate(PARTS.split(), 2)}
WORDS |= {"twice": Decimal(2), "dozen": Decimal(12), "thousand": Decimal(1000), "million": Decimal(1000000)}
STEM = re.compile(r"(?<![a-z])[a-z]{4,5}")  # the beginning of a word
TOKEN = re.compile(rf"{NUMBER}|(?P<name>{NAME})|\b(?P<word>(?i:{'|'.join(WORDS)}))s?\b")


def judge(sentence: Sentence, computed: Sequence[Computed], quotable: Collection[str]) -> Iterator[Judged]:
    """What the numbers and names of a sentence rest on; each digit that belongs to neither is wrong."""
    for kind, pieces in itertools.groupby(sentence.pieces, lambda piece: piece.kind):
        text = "".join(piece.text for piece in pieces)
        for token in TOKEN.finditer(text):
            yield token[0], *_judge(kind, token, computed, quotable)
        for character in filter(str.isnumeric, TOKEN.sub(" ", text)):
            yield character, "", "this digit stands where no rule reads it; write the number apart"


@functools.cache
def value(number: str) -> Decimal:
    """The Decimal that a number means, in digits or as a word; that of a percentage is the fraction."""
    if (word := number.lower().removesuffix("s")) in WORDS:
        return WORDS[word]
    if len(number) == 1 and not number.isdecimal() and number != "∞":
        return Decimal(str(unicodedata.numeric(number)))
    text = re.sub(f"{UNIT}$|[,_]", "", number.replace("−", "-").replace("∞", "inf"))
    return Decimal(text) / (100 if "%" in number else 1)


def source(number: str, computed: Sequence[Computed]) -> str:
    """What computes a number of the prose: "output 0.4076", "code 2.5", "rounds 0.3567"; "" if nothing does.

    It must be equal to a computed number or, if it has decimals, be the correct rounding of just one that has more.
    """
    this = value(number)
    for where, text, _ in computed:
        if value(text) == this or (value(text).is_nan() and this.is_nan()):
            return f"{where} {text}"
    longer = {value(text): text for _, text, _ in computed if _decimals(value(text)) > _decimals(this) > 0}
    rounded = [text for exact, text in longer.items() if this in (exact.quantize(this, how) for how in ROUNDINGS)]
    return f"rounds {rounded[0]}" if len(rounded) == 1 else ""


def rival(number: str, said: str, others: Collection[str], computed: Sequence[Computed]) -> str:
    """The line of output with another number that has more words of a sentence than any line with this one; or "".

    The `others` that are `said` count as words. Only a line that has two more is a rival of an integer.
    """
    this, words = value(number), {*STEM.findall(said.lower()), *map(value, others)} - {value(number)}
    shared = {line: words & {*STEM.findall(line.lower()), *map(value, COMPUTED.findall(line))} for *_, line in computed}
    least = max(len(shared[line]) for _, text, line in computed if value(text) == this) + ("." not in number)
    alike = [each for each in computed if each[0] == "output" and ("." in each[1]) == ("." in number)]
    lines = [line for _, text, line in alike if value(text) not in {this, *words} and len(shared[line]) > least]
    return max(lines, key=lambda line: len(shared[line]), default="").strip()


def _decimals(number: Decimal) -> int:
    return len(f"{number:f}".partition(".")[2])


def _judge(kind: str, token: re.Match[str], computed: Sequence[Computed], quotable: Collection[str]) -> tuple[str, str]:
    """What a match of TOKEN in a text of this kind rests on, and what is wrong with it; or ""."""
    number = token[0]
    if token["name"]:
        return "name", ""
    if kind == "quoted":
        listed = number.replace("−", "-") in quotable or token["word"]
        return kind, "" if listed else "it is marked as quoted, and the ledger lists no such number of this source"
    if kind == "recorded":
        return kind, ""
    if kind == "not recorded":
        return "", "what is recorded says so in a paragraph: Recorded with WHAT on 1 January 2026; not run at build."
    if kind == "formula" and re.fullmatch("[-−]?[\\d∞]", number):
        return "", ""  # it only gives the formula its form, as the 2 of a square does
    either = [number, number.lstrip("-−")] if kind == "formula" else [number]  # in a formula, a minus may subtract
    by = next(filter(None, (source(each, computed) for each in either)), "")
    by = "word" if token["word"] and by[:6] in ("", "rounds") else by
    remedy = "print it, or move the sentence to where it is printed"
    return by, "" if by else f"no code there computes it, {_nearest(number, computed)}; {remedy}"


def _nearest(number: str, computed: Sequence[Computed]) -> str:
    """The computed number closest to one of the prose, in words."""
    finite = (text for _, text, _ in computed if value(text).is_finite() and value(number).is_finite())
    nearest = min(finite, key=lambda text: abs(value(text) - value(number)), default="")
    return f"the nearest is {nearest}" if nearest else "nothing like it is computed there"
