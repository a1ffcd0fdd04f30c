"""What a shape comment says, such as `# (N, C), (N,)`, and whether values have these shapes.

Marked code calls the Witness for each value of which a comment speaks. It runs where snippets run, and imports little.
"""

import functools
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import FrameType
from typing import Any

DIMENSION = r"(?:\d*[A-Za-z]\w*(?: ?[-+/] ?\d+)?|\d+|\.\.\.|\*)"
SHAPE = rf"\((?:{DIMENSION}(?:, {DIMENSION})+|{DIMENSION},|[A-Z]|\*|)\)"
JOINT = r"(?:, | and | / | or | = |: | to | -> )"
# What comments begin with that speak of no value of their line.
NOT_OF_THE_LINE = {
    "# () counts as no rows": "of a shape, as a value",
    "# (C, F) and (N, F)": "of what would take so much memory",
    "# (2, 3) / (2,)": "of what the function divides",
    "# (2, 2) / (2,)": "of what the function divides",
    "# (3, 1) / (3,)": "of what the function divides",
}
COMMENT = re.compile(rf"# (?:each )?({SHAPE}(?:{JOINT}{SHAPE})*)(?![\w(])")

Shape = tuple[int, ...]
Letters = dict[str, tuple[int, str]]  # the size that a letter stands for, and the place that said so


def read(comment: str) -> str:
    """The shapes with which a comment begins, and what joins them; "" if it begins with none."""
    found = None if comment in NOT_OF_THE_LINE else COMMENT.match(comment)
    return found[1] if found else ""


@functools.cache
def parse(text: str) -> list[list[str]]:
    """The shapes of a comment, each as its dimensions; "..." stands for any number of them."""
    shapes = [re.sub(r"\w+, \.\.\., \w+|\*", "...", shape) for shape in re.findall(SHAPE, text)]
    return [[size for size in re.split(", ?", shape[1:-1]) if size] for shape in shapes]


def shape_of(value: Any) -> Shape | None:
    """The shape of a tensor, an array, a number or nested lists of numbers; a shape itself; None of anything else."""
    if isinstance(value, (bool, int, float)):
        return ()
    if isinstance(value, list):
        inside = {shape_of(each) for each in value}
        only = inside.pop() if len(inside) == 1 else None
        return None if only is None else (len(value), *only)
    found = value if isinstance(value, tuple) else getattr(value, "shape", None)
    return tuple(found) if isinstance(found, tuple) and all(type(size) is int for size in found) else None


def shapes_of(value: Any) -> list[Shape]:
    """The shapes of what a line makes: of one value, or of those in a tuple or dict that have one."""
    parts = [value] if shape_of(value) is not None or not isinstance(value, (tuple, dict)) else value
    shapes = map(shape_of, parts.values() if isinstance(parts, dict) else parts)
    return [shape for shape in shapes if shape is not None]


def fits(said: Sequence[str], shape: Shape, letters: Letters, place: str, frame: FrameType) -> bool:
    """Whether a shape is the one that is said. What letters stand for is learnt."""
    if "..." in said:
        at = said.index("...")
        said, shape = [*said[:at], *said[at + 1 :]], shape[:at] + shape[len(shape) - (len(said) - at - 1) :]
    return len(said) == len(shape) and all(
        _is_size(each, size, letters, place, frame) for each, size in zip(said, shape, strict=True)
    )


def _is_size(said: str, size: int, letters: Letters, place: str, frame: FrameType) -> bool:
    if said.isdecimal():
        return int(said) == size
    variables = {**frame.f_globals, **frame.f_locals}
    known = {name: each for name, each in variables.items() if type(each) is int}
    known |= {letter: each for letter, (each, _) in letters.items()}
    if said.isidentifier() and said not in known:
        letters[said] = size, place
        return True
    try:
        return bool(eval(re.sub(r"(?<=\d)(?=[A-Z])", "*", said), {}, known) == size)
    except NameError:
        return True  # 2S+1, and nothing has said what S is


class Witness:
    """Hears the values of which comments speak, and knows which comments are wrong.

    `place` is the comment's file and line. Letters mean the same throughout a `section`, which is named with its file,
    or if that is "", in one call of a function.
    """

    def __init__(self) -> None:
        self.letters: dict[Any, Letters] = {}
        self.wrong: dict[str, str] = {}
        self.parts: dict[str, list[Shape]] = {}  # the shapes of the parts of a line
        self.heard: set[str] = set()  # the lines a part of which has had each shape of the comment

    def whole(self, place: str, section: str, comment: str, value: Any) -> Any:
        """Compare the value of a line with its comment; the value."""
        self._judge(place, section, comment, value, sys._getframe(1))
        return value

    def unpacked(self, place: str, section: str, comment: str, value: Iterable[Any]) -> tuple[Any, ...]:
        """Compare what a line unpacks with its comment; the values."""
        values = tuple(value)
        self._judge(place, section, comment, values, sys._getframe(1))
        return values

    def each(self, place: str, section: str, comment: str, values: Iterable[Any]) -> Iterator[Any]:
        """Compare each value that a loop takes with the comment; the values."""
        for value in values:
            self._judge(place, section, comment, value, sys._getframe(1))
            yield value

    def part(self, place: str, section: str, comment: str, value: Any) -> Any:
        """Compare a part of a line with the comment, which speaks of some of the parts; the value."""
        shape, frame = shape_of(value), sys._getframe(1)
        if shape is not None and place not in self.heard:
            seen, letters = self.parts.setdefault(place, []), self._letters(section, frame)
            seen.append(shape)
            if all(any(fits(said, each, letters, place, frame) for each in seen) for said in parse(comment)):
                self.heard.add(place)
        return value

    def call(self, place: str, section: str, comment: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Decorates a function whose comment says the shapes of its arguments and, behind `to` or `->`, its result."""
        arguments, _, returned = comment.replace(" to ", " -> ").partition(" -> ")

        def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
            @functools.wraps(function)
            def called(*values: Any, **options: Any) -> Any:
                frame = sys._getframe(0)
                self._judge(place, "", arguments, values, frame)
                result = function(*values, **options)
                if returned:
                    self._judge(place, "", returned, result, frame)
                return result

            return called

        return decorate

    def report(self) -> list[str]:
        """A line for each place whose comment is wrong."""
        for place in self.parts.keys() - self.heard:
            self.wrong[place] = f"no value here has the shape of the comment; they are {_list(self.parts[place])}"
        return [f"{place}: {wrong}" for place, wrong in self.wrong.items()]

    def _letters(self, section: str, frame: FrameType) -> Letters:
        return self.letters.setdefault(section or frame, {})

    def _judge(self, place: str, section: str, comment: str, value: Any, frame: FrameType) -> None:
        letters, shapes = self._letters(section, frame), shapes_of(value)
        for letter in [letter for letter, (_, at) in letters.items() if section and at == place]:
            del letters[letter]  # a loop comes here again
        known = "".join(f", {letter} = {size}" for letter, (size, _) in letters.items() if letter in comment)
        if not _is_true(comment, shapes, letters, place, frame):
            self.wrong.setdefault(place, f"the comment says {comment}{known}, the shape is {_list(shapes) or 'none'}")


def _is_true(comment: str, shapes: Sequence[Shape], letters: Letters, place: str, frame: FrameType) -> bool:
    said = parse(comment)
    pairs = [(each, shape) for each in said for shape in shapes]
    if len(said) == len(shapes):
        pairs = list(zip(said, shapes, strict=True))
    elif len(shapes) == 1 and re.search(" and | or ", comment):
        return any(fits(each, shapes[0], letters, place, frame) for each in said)
    elif len(said) > 1 and not re.search(" = |: ", comment):
        return False
    return bool(pairs) and all(fits(each, shape, letters, place, frame) for each, shape in pairs)


def _list(shapes: Iterable[Shape]) -> str:
    return ", ".join(map(str, shapes))
