# ---
# description: "PyTorch's F.cross_entropy written four times, from the formula to the library call:
#   where the naive versions break, and the two steps that keep it stable."
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Inside cross_entropy
#
# For class indices without label smoothing, PyTorch's `F.cross_entropy` is log-softmax followed by the negative
# log-likelihood. This notebook writes it four times, from the formula to the library call, and then shows where the
# first two ways break and why the others do not.
#
# After this notebook you can write cross-entropy from scratch and name the two steps that keep it stable.
#
# **The source.** This notebook recomputes Yang Zhang, *How is Pytorch's Cross Entropy function related to softmax, log
# softmax, and NLL*, a notebook published on Medium. The input, the targets and the results are the source's.

# %% [markdown]
# ## The input and the targets
#
# The source draws five rows of three logits and five targets, and prints them, but gives no seed. The code makes
# another draw of the same shapes and types, and then takes the numbers that the source prints. Passing
# `dtype=torch.long` changes nothing, since `randint` draws that type by default.

# %%
import torch
import torch.nn.functional as F

batch_size, n_classes = 5, 3
torch.manual_seed(0)
x = torch.randn(batch_size, n_classes)  # (5, 3) another draw
target = torch.randint(n_classes, size=(batch_size,), dtype=torch.long)  # (5,)
print(x.shape, target.shape, target.dtype)
print(torch.randint(n_classes, size=(batch_size,)).dtype)

x = torch.tensor(  # (5, 3) as printed
    [
        [0.9826, 1.0630, -0.4096],
        [-0.6213, 0.2511, 0.5659],
        [0.5662, 0.7360, -0.6783],
        [-0.4638, -1.4961, -1.0877],
        [1.8186, -0.2998, 0.1128],
    ]
)
target = torch.tensor([1, 0, 1, 1, 1])  # (5,) as printed

# %% [markdown]
# ## Softmax, then minus the logarithm
#
# The version closest to the formula takes the logarithm of the right class's probability, flips the sign, and
# averages over the five rows:
#
# $$
# \ell = -\frac{1}{5} \sum_{n=1}^{5} \log \frac{e^{x_{n, y_n}}}{\sum_k e^{x_{n, k}}}
# $$
#
# where $y_n$ is the target of row $n$. The source calls its second function *nl*, for *negative likelihood*, but the
# function returns the negative *log*-likelihood.

# %%
def softmax(x):
    return x.exp() / x.exp().sum(dim=-1, keepdim=True)


def nl(input, target):
    return -input[torch.arange(len(target)), target].log().mean()


print(nl(softmax(x), target))

# %% [markdown]
# ## Log-softmax, then minus
#
# Here the logarithm of the quotient is written as a difference: $\log p_k = x_k - \log \sum_j e^{x_j}$.

# %%
def log_softmax(x):
    return x - x.exp().sum(dim=-1, keepdim=True).log()


def nll(input, target):
    return -input[torch.arange(len(target)), target].mean()


print(nll(log_softmax(x), target))

# %% [markdown]
# ## The same two steps by PyTorch

# %%
print(F.nll_loss(F.log_softmax(x, dim=-1), target))

# %% [markdown]
# ## And in one call

# %%
print(F.cross_entropy(x, target))

# %% [markdown]
# `allclose` compares the four results more closely than the four printed decimals allow:

# %%
ways = {
    "softmax, log": lambda x, target: nl(softmax(x), target),
    "log_softmax": lambda x, target: nll(log_softmax(x), target),
    "F.log_softmax": lambda x, target: F.nll_loss(F.log_softmax(x, dim=-1), target),
    "F.cross_entropy": F.cross_entropy,
}
for name, way in ways.items():
    print(torch.allclose(way(x, target), F.cross_entropy(x, target)), name)

# %% [markdown]
# For class indices without label smoothing, `cross_entropy` is `log_softmax` and `nll_loss` in one call.
# {: .keep }

# %% [markdown]
# ## Where the first two break
#
# The source says that the first version is *not numerically stable*. Both hand-written versions break as soon as the
# *sum* of the exponentials overflows in `float32`. One logit is enough if it passes the logarithm of the largest
# float. With C equal logits, the sum overflows at a logit that is smaller by log C:

# %%
limit = torch.tensor(torch.finfo(torch.float32).max).log()  # ()
for count in 1, 3:
    print(f"{count} large: {limit - torch.tensor(count).log():.4f}")

# %% [markdown]
# <loss-prediction id="predict-three-logits-of-88" markdown="1">
# Take a row with three logits of 88 each. The exponential of 88 is finite in `float32`. What does the second version,
# the hand-written `log_softmax`, give as the loss?
#
# ??? example "Answer"
#
#     - **Infinity.** The sum of the three exponentials is infinite, and so is its logarithm, which is subtracted.
#     - **The right loss.** No single exponential overflows, but the sum of three does. With C equal logits, the sum
#       overflows at a logit that is smaller by log C.
#     - **`nan`.** That would take infinity minus infinity. The logit is finite, so the difference is infinite.
#
# </loss-prediction>

# %%
for row in [88.0, 0.0, 0.0], [89.0, 0.0, 0.0], [88.0, 88.0, 88.0]:
    for name, way in ways.items():
        loss = way(torch.tensor([row]), torch.tensor([0]))
        print(f"{row} {loss.abs():8.4f}  {name}")

# %% [markdown]
# In the first two rows, the first logit is far above the others and its class is right, so the loss should round to 0.
# At 89, the first version divides infinity by infinity, and the second subtracts infinity. In the third row, no
# exponential is infinite, but the sum is.

# %% [markdown]
# <loss-prediction id="predict-one-logit-far-below" markdown="1">
# The logits are 0 and -104, and the second class is right. Which of the two hand-written versions still gives
# the right loss?
#
# ??? example "Answer"
#
#     - **The second.** It subtracts the logarithm of the sum from the logit. The sum is close to 1, and no probability
#       is formed.
#     - **The first.** It forms the probability, which is rounded to 0. The logarithm of 0 is minus infinity.
#     - **Neither.** The second version breaks only if the sum overflows or underflows. Here the larger logit keeps
#       the sum close to 1.
#
# </loss-prediction>
#
# The hand-written versions break in two more ways. If one logit is far *below* another, the first version rounds that
# logit's probability. Below the smallest normal `float32`, a probability keeps fewer digits the smaller it is, and in
# the end it is 0, whose logarithm is minus infinity. The gradient is lost while the loss is still finite: one such row
# makes weights `nan` or infinite at the next step. If *all* logits are very negative, the sum itself underflows to 0,
# and both hand-written versions break:

# %%
for row in [0.0, -80.0], [0.0, -100.0], [0.0, -104.0], [-104.0, -105.0]:
    for name, way in ways.items():
        z = torch.tensor([row], requires_grad=True)
        loss = way(z, torch.tensor([1]))
        loss.backward()
        grad = ", ".join(f"{g:.4f}" for g in z.grad[0])
        print(f"{row} {loss:9.4f}  [{grad}]  {name}")

# %% [markdown]
# At a gap of 100, the loss of the first version is still finite but already wrong: 99.9831 instead of 100.
#
# Overflow gives infinity or `nan`. Underflow can give a loss that is finite and wrong.
# {: .keep }

# %% [markdown]
# ## How large is the error before they break?
#
# The second version also loses digits if both logits of a row are large. Here the logits are an offset and the
# offset plus 1, so the loss must not depend on the offset. The reference is the same loss in `float64`:

# %%
right = torch.tensor([0])
exact = F.cross_entropy(torch.tensor([[0.0, 1.0]]).double(), right)
print(f"exact: {exact:.4f}")
for offset in 0.0, 40.0, 80.0:
    logits = torch.tensor([[offset, offset + 1]])
    for name, way in ways.items():
        error = (way(logits, right).double() - exact).abs()
        print(f"{offset:2.0f}  error below 1e-6: {bool(error < 1e-6)}  {name}")

# %% [markdown]
# The hand-written `log_softmax` subtracts two numbers near the offset. The digits that a float
# spends on the offset are missing from the result.
#
# The larger the logits, the fewer digits are left for their difference.
# {: .keep }

# %% [markdown]
# ## What the stable form does differently
#
# First, it subtracts the largest logit of each row, which changes nothing mathematically, since
# $e^{x_k - m} / \sum_j e^{x_j - m} = e^{x_k} / \sum_j e^{x_j}$ for every $m$. After that, no exponential is above one,
# and that of the largest logit is exactly one. The sum lies between one and the number of classes, so in `float32` it
# neither overflows nor underflows to 0. Second, it takes the logarithm of that sum, not of the quotient, so it forms
# no probability that could be rounded to 0:

# %%
def stable_log_softmax(x):
    shifted = x - x.amax(dim=-1, keepdim=True)
    return shifted - shifted.exp().sum(dim=-1, keepdim=True).log()


for logits in torch.tensor([[89.0, 0.0, 0.0]]), torch.tensor([[0.0, -104.0]]):
    print(stable_log_softmax(logits))
    print(F.log_softmax(logits, dim=-1))

# %% [markdown]
# <loss-prediction id="predict-subtract-and-take-the-logarithm" markdown="1">
# Subtract the largest logit, take the softmax, and then take its logarithm. What does that give for the second of the
# logits `[0.0, -104.0]`?
#
# ??? example "Answer"
#
#     - **Minus infinity.** After the subtraction, the exponential of -104 is still too small for a `float32`. It is
#       rounded to 0, whose logarithm is minus infinity.
#     - **The right log-probability.** The subtraction prevents overflow. It leaves the gap between the logits as it is,
#       and the probability is rounded to 0.
#
# </loss-prediction>

# %% [markdown]
# Neither step alone is enough. The logarithm of a softmax with the largest logit subtracted still rounds a small
# probability to 0. The hand-written `log_softmax`, which does not subtract the largest logit, still overflows:

# %%
far_below = torch.tensor([[0.0, -104.0]])
print(softmax(far_below - far_below.amax(dim=-1, keepdim=True)).log())
print(log_softmax(torch.tensor([[89.0, 0.0, 0.0]])))

# %% [markdown]
# With both steps, the source's batch has the same loss as before:

# %%
print(nll(stable_log_softmax(x), target))
print(torch.allclose(stable_log_softmax(x), F.log_softmax(x, dim=-1)))

# %% [markdown]
# Subtract the largest logit first, and take the logarithm of the sum, not of a quotient.
# {: .keep }

# %% [markdown]
# ## Change the batch
#
# Here are the input and the targets once more:

# %%
print(x)

# %%
print(target)

# %% [markdown]
# The page of this notebook has a calculator here, which starts from these two.
#
# <batch-calculator></batch-calculator>

# %% [markdown]
# ## The source's claims
#
# The numbers that the source prints are in [the ledger](../reference/ledger.md#inside-cross_entropy). All its claims,
# code and outputs, in order, are in [the sources, line by line](../reference/sources.md#inside-cross_entropy).
#
# - **All four give the same loss.** They do, to the digits printed, for these logits: [four times](#and-in-one-call).
# - **Softmax and then the logarithm is not numerically stable.** True; [shown above](#where-the-first-two-break).
# - **Two separate operations are slower and numerically unstable** (PyTorch's documentation, as the source quotes it).
#   They are unstable. Whether they are slower, this site tests by counts, not by time: they take [one more operator
#   each way](../understand/cost.md#operators-called). The hand-written `log_softmax` is one formula and still unstable,
#   since it lacks the subtraction.
# - **`F.cross_entropy` is a single function for the two steps.** With class indices and no label smoothing, it is. With
#   one-hot targets, it [never calls the second](iris-two-ways.md#three-ways-to-write-the-last-step).

# %% [markdown]
# Except for a comma, the sentence that the source quotes from the documentation is still in the docstring of
# `F.log_softmax`:

# %%
quoted = "doing these two operations separately is slower and numerically unstable"
print(quoted in " ".join(F.log_softmax.__doc__.split()))
