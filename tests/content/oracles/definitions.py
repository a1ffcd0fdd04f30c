"""What the site teaches, from its definitions, without torch: in 50-digit arithmetic, and by exact float32 rounding."""

import numpy as np
from mpmath import exp, ldexp, log, mp, mpf, nint, sqrt

mp.dps = 50
INF, NAN = float("inf"), float("nan")
EPS = mpf(1) / 10  # the usual label smoothing


def numbers(text):
    """Each number of a text, exactly."""
    return [mpf(each) for each in text.split()]


def flat(rows):
    """The entries of all rows, one after the other."""
    return [each for row in rows for each in row]


def dot(a, b):
    """Σ_k a_k b_k."""
    return sum(x * y for x, y in zip(a, b, strict=True))


def shares(values):
    """Each value over their sum."""
    total = sum(values)
    return [each / total for each in values]


def cosine(a, b, eps=0):
    """a·b / √((a·a + ε) (b·b + ε))."""
    return dot(a, b) / sqrt((dot(a, a) + eps) * (dot(b, b) + eps))


def softmax(z):
    """e^z_k / Σ_j e^z_j for each k."""
    return shares([exp(each) for each in z])


def log_softmax(z):
    """z_k − log Σ_j e^z_j for each k."""
    total = log(sum(exp(each) for each in z))
    return [each - total for each in z]


def cross_entropy(z, c=1):
    """The loss log Σ_j e^z_j − z_c."""
    return -log_softmax(z)[c]


def soft_loss(z, y):
    """The loss − Σ_k y_k log p_k of class probabilities y."""
    return -sum(share * each for share, each in zip(y, log_softmax(z)))


def smoothed(y, eps=EPS):
    """Label smoothing of class probabilities y: the part ε of them is the same for each class."""
    return [(1 - eps) * each + eps / len(y) for each in y]


def bce(z, y, w=1):
    """The loss −(w y log σ(z) + (1 − y) log σ(−z)) of one logit, w the weight of a positive."""
    return -(w * y * log(sigmoid(z)) + (1 - y) * log(sigmoid(-z)))


def entropy(q):
    """− Σ_k q_k log q_k, where 0 log 0 is 0."""
    return -sum(each * log(each) for each in q if each)


def gradient(loss, z):
    """∂ loss / ∂z_k for each k, as (loss(z + h) − loss(z − h)) / 2h with h = 10^-16 at z_k: right to 30 digits."""
    h, found = mpf(10) ** -16, []
    for k in range(len(z)):
        up, down = ([each + h * sign * (j == k) for j, each in enumerate(z)] for sign in (1, -1))
        found.append((loss(up) - loss(down)) / (2 * h))
    return found


def sigmoid(d):
    """1 / (1 + e^-d)."""
    return 1 / (1 + exp(-d))


def squared_errors(p, c=1):
    """(p_k − y_k)² for each k, y one-hot."""
    return [(each - (k == c)) ** 2 for k, each in enumerate(p)]


def mean(values):
    """Their arithmetic mean."""
    return sum(values) / len(values)


def reductions(losses):
    """What an example prints of them: they themselves, their mean and their sum."""
    return [*losses, mean(losses), sum(losses)]


def by_numpy(oracle):
    """The oracle, with what each NumPy function prints for its example, the same as torch."""
    return oracle | {f"{key.split(':')[0]}:numpy": oracle[key] for key in oracle if key.endswith(":example")}


def float32(x):
    """The float32 nearest to x: 24 binary digits, none below 2^-149, infinite above the largest."""
    if x == 0 or x in (INF, -INF):
        return x
    unit = ldexp(1, max(int(mp.floor(log(abs(x), 2))) - 23, -149))
    nearest = nint(x / unit) * unit
    return nearest if abs(nearest) < ldexp(1, 128) else INF if x > 0 else -INF


def naive_log_softmax(z):
    """The logarithm of the formula of softmax in float32 steps, and the formula of log-softmax in float32 steps."""
    exps = [float32(exp(each)) for each in z]
    total = float32(sum(exps))
    probs = [NAN if total in (0, each) and each in (0, INF) else float32(each / total) for each in exps]
    logs = [NAN if p is NAN else log(p) if p else -INF for p in probs]
    return logs, [each - (INF if total == INF else log(total) if total else -INF) for each in z]


def log_of_softmax(z):
    """The logarithm of a stable softmax that is rounded to float32."""
    return [log(p) if p else -INF for p in (float32(each) for each in softmax(z))]


class Generator:
    """Random numbers as torch draws them on a CPU: a Mersenne Twister, seeded as NumPy's, 24 bits for each float32."""

    def __init__(self, seed):
        self.numbers = np.random.RandomState(seed)

    def uniform(self, count):
        """`count` numbers from 0 to 1."""
        return [mpf(int(bits) % 2**24) / 2**24 for bits in self.numbers.randint(0, 2**32, count, dtype=np.uint64)]

    def randn(self, count):
        """`count` standard normal numbers, 16 or more, by Box-Muller on blocks of 16.

        An odd rest is drawn again, with the numbers that make it a block.
        """
        drawn = self.uniform(count)
        starts = [*range(0, count - 15, 16), *([count - 16] if count % 16 else [])]
        for start in starts:
            if start % 16:
                drawn[start:] = self.uniform(16)
            for at in range(start, start + 8):
                radius, angle = sqrt(-2 * log(1 - drawn[at])), 2 * mp.pi * drawn[at + 8]
                drawn[at], drawn[at + 8] = radius * mp.cos(angle), radius * mp.sin(angle)
        return drawn

    def linear(self, inputs, outputs):
        """The weight (outputs, inputs) and bias (outputs,) of a new nn.Linear, uniform within ±1/√inputs."""
        bound = float(1 / sqrt(inputs))
        drawn = np.array(self.uniform(inputs * outputs + outputs), dtype=np.float32)
        drawn = (drawn * np.float32(2 * bound) - np.float32(bound)).astype(np.float64)
        return drawn[:-outputs].reshape(outputs, inputs), drawn[-outputs:]


def train(x, y, last, epochs=601, carried=0):
    """A 4-7-3 network with tanh, trained as on the page about Iris, with gradients written out in NumPy.

    `last` is what follows the logits: "log-softmax" (or nothing, then CrossEntropyLoss), "twice" (softmax, then
    CrossEntropyLoss) or "softmax" (then NLLLoss). `carried` times the direction of a step is added to the next
    gradient. Returns the loss and the length of the step of each epoch (epochs,), and a function from inputs to logits.
    """
    generator, losses, lengths, target = Generator(1), [], [], np.eye(3)[y]
    (w1, b1), (w2, b2) = generator.linear(4, 7), generator.linear(7, 3)
    weights, directions, rate = [w1, b1, w2, b2], [0, 0, 0, 0], 0.05

    def probabilities(z):
        exps = np.exp(z - z.max(axis=1, keepdims=True))
        return exps / exps.sum(axis=1, keepdims=True)

    def through_softmax(p, grad):
        return p * (grad - (p * grad).sum(axis=1, keepdims=True))

    for _ in range(epochs):
        w1, b1, w2, b2 = weights
        hidden = np.tanh(x @ w1.T + b1)
        p = probabilities(hidden @ w2.T + b2)
        twice = probabilities(p)
        if last == "softmax":
            losses.append(-p[range(len(y)), y].mean())
            grad = through_softmax(p, -target)
        elif last == "twice":
            losses.append(-np.log(twice[range(len(y)), y]).mean())
            grad = through_softmax(p, twice - target)
        else:
            losses.append(-np.log(p[range(len(y)), y]).mean())
            grad = p - target
        grad = grad / len(y)
        back = (grad @ w2) * (1 - hidden**2)
        gradients = back.T @ x, back.sum(axis=0), grad.T @ hidden, grad.sum(axis=0)
        directions = [carried * before + now for before, now in zip(directions, gradients)]
        weights = [weight - rate * direction for weight, direction in zip(weights, directions)]
        lengths.append(rate * np.sqrt(sum((direction**2).sum() for direction in directions)))
    w1, b1, w2, b2 = weights
    return losses, lengths, lambda x: np.tanh(x @ w1.T + b1) @ w2.T + b2
