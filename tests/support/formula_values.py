"""Evaluates a formula, as Presentation MathML, with values for its names.

A name is bound to a number, an array (lists in lists, of which an index picks an entry) or a function. A function may
have more parameters than it is given: their values are those of the names, as are all of a function that stands alone,
like ℓ in ∂ℓ/∂z.
"""

import dataclasses
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement
from mpmath import mp, mpf

Names = Mapping[str, Any]
Node = Callable[[Names], Any]  # a part of a formula: its value, given those of the names

BUILTIN: dict[str, Callable[..., Any]] = {
    "e": lambda: mp.exp(1),
    "log": lambda x: mp.log(x),
    "min": lambda x, y: min(x, y),
}
SCRIPTS = {"msub", "msup", "munder", "munderover"}
PAIRS = {"(": ")", "[": "]", "|": "|"}
ENDS = {"", "+", "−", "=", ",", ")", "]"}  # of a product
APART = "2em"  # the width of a space between statements
MOST_TERMS = 100
STEP = mpf(10) ** -16


class UnreadableError(Exception):
    """A part of a formula that has no value."""


@dataclasses.dataclass(frozen=True)
class Statement:
    """What stands between equals signs, and what must be equal for the last of these to hold, if anything."""

    sides: list[Node]
    condition: list[Node]

    def that_hold(self, names: Names) -> list[Node]:
        """The sides, but for the last where the condition does not hold."""
        return self.sides if len({each(names) for each in self.condition}) < 2 else self.sides[:-1]


def statements(formula: HtmlElement, functions: set[str]) -> Iterator[Statement]:
    """The statements of a formula, in order; `functions` are the names that parentheses behind them apply."""
    for row in list(formula.iter("mtr")) or [formula]:
        parts: list[list[HtmlElement]] = [[]]
        for token in _tokens(row):
            if token.tag == "mtext" or token.get("width") == APART:
                parts.append([token] if token.tag == "mtext" else [])
            elif token.tag != "mspace":
                parts[-1].append(token)
        for at, part in enumerate(parts):
            if part and part[0].tag != "mtext":
                following = parts[at + 1] if parts[at + 1 :] else []
                condition = following[1:] if following and following[0].tag == "mtext" else []
                yield Statement(_read(part, functions), _read(condition, functions) if condition else [])


def _tokens(part: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a row, from left to right, without those that only group or say nothing."""
    for child in part:
        if child.tag in ("mrow", "mtd"):
            yield from _tokens(child)
        elif (child.text or "").strip("\u2061\u2062\u2063\u200b") or len(child) or child.tag == "mspace":
            yield child


def _row(part: HtmlElement) -> list[HtmlElement]:
    return list(_tokens(part)) if part.tag == "mrow" else [part]


def _read(tokens: list[HtmlElement], functions: set[str], between: str = "=") -> list[Node]:
    reader = _Reader([token for token in tokens if token.tag != "mspace"], functions)
    sides = reader.sides(between)
    if reader.symbol() == ",":
        reader.take()
    if reader.symbol():
        raise UnreadableError(f"{reader.symbol()!r} is not understood there")
    return sides


def _symbol(token: HtmlElement) -> str:
    """The text of a token or of the operator that scripts are attached to; else its tag."""
    base = token[0] if token.tag in SCRIPTS and token[0].tag == "mo" else token
    return base.tag if len(base) else (base.text or "").strip()


class _Reader:
    """Reads a row of tokens from left to right."""

    def __init__(self, tokens: list[HtmlElement], functions: set[str]) -> None:
        self.rest, self.functions = tokens[::-1], functions | BUILTIN.keys() - {"e"}
        self.opened: list[str] = []

    def inside(self, part: HtmlElement) -> Node:
        """The value of an element that is a formula of its own, such as a numerator."""
        sides = _read(_row(part), self.functions)
        if sides[1:]:
            raise UnreadableError("an equation stands inside another")
        return sides[0]

    def symbol(self) -> str:
        return _symbol(self.rest[-1]) if self.rest else ""

    def take(self) -> HtmlElement:
        if not self.rest:
            raise UnreadableError("the formula ends too early")
        return self.rest.pop()

    def sides(self, between: str) -> list[Node]:
        found = [self.sum()]
        while self.symbol() == between and self.rest[:-1]:
            self.take()
            found.append(self.sum())
        return found

    def sum(self) -> Node:
        terms = [(self._sign(), self.product())]
        while self.symbol() in ("+", "−"):
            terms.append((self._sign(), self.product()))
        if len(terms) == 1 and terms[0][0] == 1:  # which may be an array
            return terms[0][1]
        return lambda names: sum(sign * term(names) for sign, term in terms)

    def _sign(self) -> int:
        return -1 if self.symbol() in ("+", "−") and _symbol(self.take()) == "−" else 1

    def product(self) -> Node:
        factors = [self.factor()]
        while self.symbol() not in ENDS and self.symbol() not in self.opened[-1:]:
            factors.append(self.factor())
        return (lambda names: mp.fprod(factor(names) for factor in factors)) if factors[1:] else factors[0]

    def factor(self) -> Node:
        token = self.take()
        symbol = _symbol(token)
        if symbol == "∑":
            return self._sum_over(token)
        if symbol in PAIRS:
            return self._bracketed(symbol)
        if token.tag == "mfrac":
            return self._fraction(token)
        if token.tag in ("msub", "msup"):
            return self._scripted(token, self.inside(token[0]))
        if token.tag == "mn":
            return lambda names: int(symbol) if symbol.isdigit() else mpf(symbol)
        if symbol in self.functions and self.symbol() == "(":
            return self._applied(symbol)
        if symbol in BUILTIN and symbol in self.functions:
            argument = self.factor()
            return lambda names: BUILTIN[symbol](argument(names))
        return lambda names: _call(symbol, names)

    def _bracketed(self, opening: str) -> Node:
        sides, closing = self._until(opening, "=")
        inside: Node = {
            "(": lambda names: sides[0](names),
            "[": lambda names: int(len({side(names) for side in sides}) == 1),
            "|": lambda names: abs(sides[0](names)),
        }[opening]
        if sides[1:] and opening != "[":
            raise UnreadableError(f"an equation stands in {opening}")
        return self._scripted(closing, inside)

    def _until(self, opening: str, between: str) -> tuple[list[Node], HtmlElement]:
        """What stands in brackets, and the closing one, which may have scripts."""
        self.opened.append(PAIRS[opening])
        inside = self.sides(between)
        if self.symbol() != self.opened.pop():
            raise UnreadableError(f"{opening} is not closed by {PAIRS[opening]}")
        return inside, self.take()

    def _applied(self, name: str) -> Node:
        self.take()
        arguments, closing = self._until("(", ",")
        return self._scripted(closing, lambda names: _call(name, names, [each(names) for each in arguments]))

    def _scripted(self, token: HtmlElement, base: Node) -> Node:
        if token.tag == "msub":
            return _entry(base, self._indices(token[1]))
        if token.tag == "msup":
            exponent = self.inside(token[1])
            return lambda names: mp.power(base(names), exponent(names))
        return base

    def _indices(self, part: HtmlElement) -> list[Node]:
        return _read(_row(part), self.functions, ",")

    def _sum_over(self, token: HtmlElement) -> Node:
        index, *first = [each.text for each in token[1].iter("mi", "mn")]
        last = self.inside(token[2]) if len(token) > 2 else None
        body = self.product()

        def value(names: Names) -> Any:
            terms = range(last(names) - int(first[0]) + 1 if last else MOST_TERMS)
            total = mpf(0)
            for position in terms:  # the first term takes the first entries, whatever number the formula gives them
                try:
                    total += body({**names, index: position})
                except IndexError:
                    if last:
                        raise
                    return total
            if not last:
                raise UnreadableError(f"the sum over {index} does not end")
            return total

        return value

    def _fraction(self, token: HtmlElement) -> Node:
        above, below = map(_row, token)
        if _symbol(above[0]) == "∂" == _symbol(below[0]):
            of = _read(above[1:], self.functions)[0] if above[1:] else self.product()
            return self._derivative(of, below[1:])
        numerator, denominator = self.inside(token[0]), self.inside(token[1])
        return lambda names: mpf(numerator(names)) / denominator(names)

    def _derivative(self, of: Node, by: list[HtmlElement]) -> Node:
        if [each.tag for each in by] not in (["mi"], ["msub"]):
            raise UnreadableError("a derivative is not by a name or an entry")
        name = next(by[0].iter("mi")).text
        indices = self._indices(by[0][1]) if len(by[0]) else []

        def value(names: Names) -> Any:
            at = [index(names) for index in indices]
            up, down = (of({**names, name: _moved(names[name], at, step)}) for step in (STEP, -STEP))
            return (up - down) / (2 * STEP)

        return value


def _call(name: str, names: Names, given: Sequence[Any] = ()) -> Any:
    """What a name stands for; if it is a function, the value for these arguments and others that are looked up."""
    value = names.get(name, BUILTIN.get(name))
    if value is None:
        raise UnreadableError(f"{name} has no value")
    if not callable(value):
        return value
    others = list(inspect.signature(value).parameters)[len(given) :]
    return value(*given, *(_call(other, names) for other in others))


def _entry(array: Node, indices: list[Node]) -> Node:
    def value(names: Names) -> Any:
        found = array(names)
        for index in indices:
            at = index(names)
            if not isinstance(found, list) or not isinstance(at, int):
                raise UnreadableError("an index stands where there is no array, or is no integer")
            if at < 0:
                raise IndexError(at)
            found = found[at]
        return found

    return value


def _moved(value: Any, at: list[int], step: mpf) -> Any:
    """The value, or its entry at these indices, plus a step."""
    if not at:
        return value + step
    return [_moved(each, at[1:], step) if position == at[0] else each for position, each in enumerate(value)]
