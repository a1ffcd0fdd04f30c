from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/ctc_loss.py"
ctc_loss = run_path(str(FUNCTION))["ctc_loss"]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.4, 0.1], [0.2, 0.5, 0.3], [0.3, 0.1, 0.6]])
log_probs = p.log()  # (3, 3): 3 time steps, the classes blank, a and b
ab = torch.tensor([1, 2])  # (2,) the target "ab"
print("one:", F.ctc_loss(log_probs, ab, [3], [2], 0, "none"))
pair = torch.stack([log_probs, log_probs], 1)  # (3, 2, 3): (T, N, C)
concatenated = torch.tensor([1, 2, 1])  # "ab" and "a"
for how in "none", "sum", "mean":
    loss = F.ctc_loss(pair, concatenated, [3, 3], [2, 1], 0, how)
    print(f"{how}:", loss)
# --8<-- [end:example]

# --8<-- [start:numpy]
ours = ctc_loss(log_probs.numpy(), ab.numpy(), [3], [2], 0, "none")
print("one:", ours.round(4))
arrays = pair.numpy(), concatenated.numpy()
for how in "none", "sum", "mean":
    print(f"{how}:", ctc_loss(*arrays, [3, 3], [2, 1], 0, how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:paths]
from itertools import groupby, product

total = torch.zeros(3, 3)  # probability of the paths through each class
for path in product(range(3), repeat=3):  # every path of 3 classes
    merged = [k for k, run in groupby(path)]  # equal neighbours become one
    if [k for k in merged if k != 0] == [1, 2]:  # without blanks: "ab"
        factors = p[range(3), path]  # (3,)
        total[range(3), path] += factors.prod()
        name = "".join("-ab"[k] for k in path)
        written = " * ".join(f"{factor:.1f}" for factor in factors)
        print(name, written, f"= {factors.prod():.3f}")
print(f"sum {total[0].sum():.3f}, -log of it {-total[0].sum().log():.4f}")
# --8<-- [end:paths]

# --8<-- [start:recursion]
states = [0, 1, 0, 2, 0]  # blank, a, blank, b, blank
alpha = torch.zeros(3, 5)  # (T, 2S+1)
alpha[0, :2] = p[0, [0, 1]]
for t in 1, 2:
    for s, k in enumerate(states):
        skip = s > 1 and k != states[s - 2]
        before = alpha[t - 1, max(s - 1 - skip, 0) : s + 1].flip(0)
        alpha[t, s] = before.sum() * p[t, k]
        terms = " + ".join(f"{term:.2f}" for term in before)
        print(f"t={t} {'-ab'[k]} ({terms}) * {p[t, k]:.1f} = {alpha[t, s]:.3f}")
print(alpha)
print(f"{alpha[2, 3]:.3f} + {alpha[2, 4]:.3f} = {alpha[2, 3:].sum():.3f}")
# --8<-- [end:recursion]

# --8<-- [start:gradient]
z = log_probs.clone().requires_grad_()  # (3, 3) logits
F.ctc_loss(z.log_softmax(dim=1), ab, [3], [2], 0, "none").backward()
share = total / total.sum(1, keepdim=True)  # (3, 3)
print("autograd:", z.grad)
print("by hand: ", p - share)
# --8<-- [end:gradient]

# --8<-- [start:floor]
sure = torch.tensor([[0.0, 1.0, 0.0], [0.0, 0.5, 0.5], [0.0, 0.0, 1.0]])
for target in [1, 2], [2, 1]:  # the paths left are aab and abb
    target = torch.tensor(target)  # (2,) "ab", then "ba"
    print(F.ctc_loss(sure.log(), target, [3], [2], reduction="none"))
# --8<-- [end:floor]

# --8<-- [start:pitfall_mean]
losses = F.ctc_loss(pair, concatenated, [3, 3], [2, 1], 0, "none")
print("mean:                     ", F.ctc_loss(pair, concatenated, [3, 3], [2, 1]))
print("divided by target lengths:", (losses / torch.tensor([2, 1])).mean())
print("mean of the losses:       ", losses.mean())
empty = concatenated[:2]  # (2,) "ab" and a target without labels
losses = F.ctc_loss(pair, empty, [3, 3], [2, 0], 0, "none")
print("mean:                     ", F.ctc_loss(pair, empty, [3, 3], [2, 0]))
print("length 0 as 1:     ", (losses / torch.tensor([2, 1])).mean())
# --8<-- [end:pitfall_mean]

# --8<-- [start:pitfall_short]
aa = torch.tensor([1, 1])  # (2,) the target "aa" needs the path "a-a"
for steps in 3, 2:
    for zero_infinity in False, True:
        leaf = log_probs.clone().requires_grad_()
        options = {"reduction": "none", "zero_infinity": zero_infinity}
        loss = F.ctc_loss(leaf.log_softmax(dim=1), aa, [steps], [2], **options)
        loss.backward()
        print(f"{steps} steps: {loss:.4f}", leaf.grad[0])
print(f"-log of a-a: {-(p[0, 1] * p[1, 0] * p[2, 1]).log():.4f}")
# --8<-- [end:pitfall_short]

# --8<-- [start:pitfall_logits]
logits = torch.tensor([[5.0, 1.0, 0.0], [0.0, 4.0, 3.0], [1.0, 0.0, 6.0]])
print("logits:     ", F.ctc_loss(logits, ab, [3], [2], reduction="sum"))
normal = logits.log_softmax(dim=1)  # (3, 3)
print("log_softmax:", F.ctc_loss(normal, ab, [3], [2], reduction="sum"))
# --8<-- [end:pitfall_logits]

# --8<-- [start:pitfall_order]
batch = torch.stack([log_probs, log_probs.flip(0), log_probs.flip(1)])
targets = torch.tensor([[1], [1], [2]])  # (3, 1); batch (3, 3, 3): (N, T, C)
lengths = [3, 3, 3], [1, 1, 1]
print("(N, T, C):", F.ctc_loss(batch, targets, *lengths))
print("(T, N, C):", F.ctc_loss(batch.transpose(0, 1), targets, *lengths))
try:
    F.ctc_loss(batch[:2], targets[:2], [3, 3], [1, 1])
except RuntimeError as problem:
    print("(2, 3, 3):", problem)
# --8<-- [end:pitfall_order]

# --8<-- [start:pitfall_range]
for target in [1, 3], [1, -1]:
    try:
        ctc_loss(log_probs.numpy(), target, [3], [2])
    except IndexError as problem:
        print("IndexError:", problem)
# --8<-- [end:pitfall_range]

# --8<-- [start:pitfall_blank]
with_blank = torch.tensor([1, 0])  # (2,) a label that is the blank
print("target with a blank:", F.ctc_loss(log_probs, with_blank, [3], [2]))
print("target \"ab\":        ", F.ctc_loss(log_probs, ab, [3], [2]))
moved = log_probs[:, [1, 2, 0]]  # (3, 3): a, b and blank
print("blank moved to 2:   ", F.ctc_loss(moved, ab - 1, [3], [2], blank=2))
often = torch.tensor([[0.9, 0.05, 0.05]] * 3).log()  # (3, 3): mostly blank
print("the blank alone:    ", F.ctc_loss(often, with_blank[1:], [3], [1]))
# --8<-- [end:pitfall_blank]

# --8<-- [start:pitfall_gradient]
leaf = log_probs.clone().requires_grad_()  # (3, 3) log-probabilities
F.ctc_loss(leaf, ab, [3], [2], 0, "none").backward()
print("autograd, first row:", leaf.grad[0])
slopes = []
for k in range(3):
    step = torch.zeros(3, 3, dtype=torch.float64)
    step[0, k] = 1e-4
    ends = [log_probs.double() + step, log_probs.double() - step]
    above, below = (F.ctc_loss(end, ab, [3], [2], 0, "none") for end in ends)
    slopes.append((above - below) / 2e-4)
print("slope of the loss:  ", torch.stack(slopes).float())
print("-share:             ", -share[0])
# --8<-- [end:pitfall_gradient]

# --8<-- [start:pitfall_strided]
labels = torch.tensor([2, 0, 1, 0])[::2]  # (2,) one label a row
lengths = torch.tensor([3, 3]), torch.tensor([1, 1])
read = F.ctc_loss(pair, labels, *lengths, reduction="none")
right = F.ctc_loss(pair, labels.contiguous(), *lengths, reduction="none")
print(torch.equal(read[0], right[0]), torch.equal(read[1], right[1]))
arrays = (x.numpy() for x in (pair, labels, *lengths))
print(torch.from_numpy(ctc_loss(*arrays, reduction="none")).allclose(right))
# --8<-- [end:pitfall_strided]

# --8<-- [start:pitfall_lengths]
labels = torch.tensor([1, 2, 1])  # (3,): "ab" and "a"
try:
    F.ctc_loss(torch.stack([log_probs, log_probs], dim=1), labels, [3, 3], [2, 2])
except RuntimeError as problem:
    print(problem)
# --8<-- [end:pitfall_lengths]

# --8<-- [start:blanks]
target = torch.tensor([[1, 2, 3]])  # (1, 3) three labels; the blank is 0
logits = torch.zeros(4, requires_grad=True)  # the same ones at each of 20 steps
optimizer = torch.optim.SGD([logits], lr=0.03)
for step in range(1001):
    log_probs = logits.log_softmax(dim=0).expand(20, 1, 4)  # (T, N, C)
    loss = F.ctc_loss(log_probs, target, [20], [3], reduction="sum")
    if step in (0, 500, 1000):
        classes = log_probs.argmax(dim=2).unique()  # on the best path
        print(f"step {step}: loss {loss:.4f}, best path: {classes.tolist()}")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print("blank, then labels:", logits.detach().softmax(dim=0))
# --8<-- [end:blanks]
