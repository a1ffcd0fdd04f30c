"""What people paste into the box of the debugging page: messages in disguise, and losses whose cause is known."""

import math
import random
import re
from collections.abc import Iterator

from tests.support import pages
from tests.support.project import address
from tools.pages import messages

NUMBER = re.compile(r"(?<![\w.'\"/])(?<!index )-?\d+(?:\.\d+)?(?![\w.])")
# The sign of an index and the type of what has no size tell which section it is.
OBJECT = re.compile(r"'(?:list|tuple|float)'(?= object(?! has no attribute 'size'))")
KERNEL = re.compile(r'"\w+_(?:impl|frame|kernel|cpu)"')
TRACEBACK = """Traceback (most recent call last):
  File "/home/user/train.py", line LINE, in <module>
    loss = criterion(outputs, labels)
  File "/opt/venv/lib/python3.11/site-packages/torch/nn/modules/module.py", line 1553, in _wrapped_call_impl
    return self._call_impl(*args, **kwargs)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/opt/venv/lib/python3.11/site-packages/torch/nn/functional.py", line 3104, in cross_entropy
    return torch._C._nn.cross_entropy_loss(input, target, weight, _Reduction.get_enum(reduction), ignore_index)
RuntimeError: MESSAGE"""
JUPYTER = """---------------------------------------------------------------------------
\x1b[0;31mRuntimeError\x1b[0m                              Traceback (most recent call last)
Cell \x1b[0;32mIn[LINE], line 7\x1b[0m
\x1b[1;32m      5\x1b[0m optimizer.zero_grad()
\x1b[0;32m----> 7\x1b[0m loss = criterion(model(x), y)
      8 loss.backward()

\x1b[0;31mRuntimeError\x1b[0m: MESSAGE"""
FRAMES = [
    "MESSAGE",
    "RuntimeError: MESSAGE",
    "ValueError: MESSAGE",
    "  E   RuntimeError: MESSAGE",
    "> IndexError: MESSAGE",
    "[rank0]: RuntimeError: MESSAGE",
    '"RuntimeError: MESSAGE"',
    "2026-11-26 10:LINE:00,123 - ERROR - trainer: MESSAGE",
    "/opt/venv/lib/torch/nn/_reduction.py:LINE: UserWarning: MESSAGE\n  warnings.warn(warning)",
    "I get this error: MESSAGE What does it mean?",
    "\x1b[31mRuntimeError: MESSAGE\x1b[0m",
    TRACEBACK,
    JUPYTER,
]


def said() -> list[tuple[str, str]]:
    """Each message that the site shows or quotes, with the address of its section."""
    found = messages.read(pages.found())
    return [(each.text, f"{address(each.section.page)}#{each.section.anchor}") for each in found]


def vary(message: str, draw: random.Random) -> str:
    """The message with other numbers and names, in a frame in which people find it, perhaps over two lines."""
    text = NUMBER.sub(lambda _: draw.choice(["-1", "0", "7", "19", "64", "255", "1024", "-100", "0.5"]), message)
    text = OBJECT.sub(lambda found: draw.choice([found[0], "'numpy.ndarray'", "'SequenceClassifierOutput'"]), text)
    text = KERNEL.sub(lambda found: draw.choice([found[0], '"smooth_l1_cpu"', '"nll_loss2d_forward_out_frame"']), text)
    text = text.replace("cuda:0", f"cuda:{draw.randint(0, 7)}")
    if draw.random() < 0.2 and len(text) > 50:
        at = text.index(" ", len(text) // 3)
        text = f"{text[:at]}\n{text[at + 1 :]}"
    if draw.random() < 0.2:
        text = text.replace("'", "’").replace('"', "“")
    return draw.choice(FRAMES).replace("LINE", str(draw.randint(10, 59))).replace("MESSAGE", text)


# A loss: the value, its digits, the end of its section's address, and a word of the answer's title.
Loss = tuple[float, int, str, str]
STUCK = "the-loss-is-stuck-at-ln-c"
FLOOR = "the-loss-will-not-go-below-a-floor"
BY_HAND = "the-loss-differs-from-a-hand-calculation"
CERTAIN = "a-gradient-is-none-or-zero"
SAYINGS = [
    "{}",
    "loss is {}",
    "stuck at {}",
    "Epoch 3/10, loss: {}, acc: 0.1",
    "my loss does not go below {}",
    "train_loss={} lr=0.001",
]
WORDS = {
    "the-loss-is-nan": ["nan", "NaN", "tensor(nan)"],
    "the-loss-is-infinite": ["inf", "Infinity", "-inf"],
    "the-loss-is-exactly-zero": ["0", "0.0", "0.0000", "-0."],
}


def losses() -> list[tuple[str, str, str]]:
    """A hundred losses as people type them, each with the end of its section's address, and a word of the title."""
    found = [*_at_chance(), *_with_two_softmaxes(), *_smoothed(), *_with_other_units(), *_others()]
    typed = [(f"{value:.{digits}f}", at, title) for value, digits, at, title in found]
    typed += [(word, at, "") for at, words in WORDS.items() for word in words]
    return [(SAYINGS[at % len(SAYINGS)].format(text), *rest) for at, (text, *rest) in enumerate(typed)]


def _at_chance() -> Iterator[Loss]:
    for classes in [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 37, 50, 100, 120, 200, 1000]:
        yield math.log(classes), 4, STUCK, f"ln {classes} "
    for classes in [2, 3, 4, 5, 10, 100]:
        yield math.log(classes), 2, STUCK, f"ln {classes} "
    for classes in [30522, 32000, 50257, 128256, 151936, 250002]:
        yield math.log(classes), 4, STUCK, f"ln {classes} "


def _with_two_softmaxes() -> Iterator[Loss]:
    for classes in [2, 3, 4, 5, 6, 8, 10, 20, 100, 1000]:
        yield math.log(math.e + classes - 1) - 1, 4, FLOOR, "twice"
    for classes in [3, 4, 5, 10, 100, 1000]:
        yield math.log(math.e + classes - 1) - 1 / classes, 4, FLOOR, "always"


def _smoothed() -> Iterator[Loss]:
    for classes in [2, 3, 5, 10, 20, 100, 1000]:
        for smoothing in [0.1, 0.2] if classes > 3 else [0.1]:
            other = smoothing / classes
            right = 1 - smoothing + other
            yield -right * math.log(right) - (classes - 1) * other * math.log(other), 4, FLOOR, "label_smoothing"


def _with_other_units() -> Iterator[Loss]:
    for classes in [3, 10, 100, 1000]:
        yield math.log2(classes), 4, "nats-and-bits", "bits"
    for share, classes in [(0.5, 3), (0.5, 10), (0.75, 3), (0.75, 10)]:
        yield share * math.log(classes), 4, BY_HAND, "padding"
    for rows, classes in [(32, 10), (64, 10), (16, 2), (128, 1000)]:
        yield rows * math.log(classes), 4, "the-loss-differs-between-batch-sizes", "added up"


def _others() -> Iterator[Loss]:
    for epsilon in [1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6]:
        yield -math.log(epsilon), 4, "an-epsilon-inside-the-logarithm", "epsilon"
    for value in [-0.6652, -0.3333, -0.9871, -0.1]:
        yield value, 4, "the-loss-is-negative", "probabilities"
    for value in [-3.5, -12.75]:
        yield value, 4, "the-loss-is-negative", "logits"
    for value in [-250.0, -99.8992]:
        yield value, 4, "the-loss-is-negative", "target"
    for value in [25.0, 12.5, 50.0, 100.0]:
        yield value, 4, CERTAIN, "BCELoss"
    for value in [17.4, 43.21, 88.1234]:
        yield value, 4, "accuracy-is-fine-but-the-loss-is-high", "confident"
    yield 65504.0, 1, "half-precision", "float16"


def unnamed(message: str) -> str:
    """The message without the name of a kernel, of which there are many."""
    return KERNEL.sub("", message)
