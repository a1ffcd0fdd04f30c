# ---
# description: "PyTorch's F.cross_entropy written four times, from the formula to the library call:
#   where the naive versions overflow, and the one step that keeps it stable."
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
# PyTorch's `F.cross_entropy` is log-softmax followed by the negative log-likelihood. This notebook writes it four
# times, from the formula to the library call, gets the same number each time, and then shows where the first two ways
# break and why the others do not.
#
# After it you can write cross-entropy from scratch, say at which logits a naive version overflows, and name the one
# step that keeps it stable.
#
# **The source.** This notebook recomputes Yang Zhang, *How is Pytorch's Cross Entropy function related to softmax, log
# softmax, and NLL*
# a notebook published on Medium. The input, the targets and the results are the source's.

# %% [markdown]
# ## The input and the targets
#
# The source draws both at random and prints them. It gives no seed, so they stand here as printed: five rows, three
# classes.

# %%
import torch
import torch.nn.functional as F

x = torch.tensor(  # (5, 3)
    [
        [0.9826, 1.0630, -0.4096],
        [-0.6213, 0.2511, 0.5659],
        [0.5662, 0.7360, -0.6783],
        [-0.4638, -1.4961, -1.0877],
        [1.8186, -0.2998, 0.1128],
    ]
)
target = torch.tensor([1, 0, 1, 1, 1])  # (5,)
print(x.shape, target.shape)

# %% [markdown]
# ## Softmax, then minus the logarithm
#
# Closest to the formula: the probability of the right class, its logarithm, the sign, the mean over the five rows,
#
# $$
# \ell = -\frac{1}{5} \sum_{n=1}^{5} \log \frac{e^{x_{n, y_n}}}{\sum_k e^{x_{n, k}}}
# $$
#
# where $y_n$ is the target of row $n$.

# %%
def softmax(x):
    return x.exp() / x.exp().sum(-1).unsqueeze(-1)


def nl(input, target):
    return -input[range(target.shape[0]), target].log().mean()


print(nl(softmax(x), target))

# %% [markdown]
# ## Log-softmax, then minus
#
# The logarithm of the quotient, written as a difference: $\log p_k = x_k - \log \sum_j e^{x_j}$.

# %%
def log_softmax(x):
    return x - x.exp().sum(-1).log().unsqueeze(-1)


def nll(input, target):
    return -input[range(target.shape[0]), target].mean()


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
# Four times the same four decimals. Are they the same number?

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
# ## Where the first two break
#
# The source says that the first version is *not numerically stable*, and leaves it at that. In `float32` the
# exponential is infinite above the logarithm of the largest float, so both hand-written versions break as soon as a
# logit gets there:

# %%
print(f"{torch.tensor(torch.finfo(torch.float32).max).log():.4f}")
for z in 88.72, 88.73:
    print(z, bool(torch.tensor(z).exp().isinf()))

# %%
for size in 88.0, 89.0:
    logits = torch.tensor([[size, 0.0, 0.0]])
    for name, way in ways.items():
        print(f"{size:.0f} {way(logits, torch.tensor([0])).abs():8.4f}  {name}")

# %% [markdown]
# The first logit is far above the others and its class is right, so the loss is 0. At 89, the first version divides
# infinity by infinity, and the second subtracts infinity. PyTorch's functions give 0.
#
# Below zero it is the first version alone that breaks. The smaller the probability, the fewer digits a `float32` has
# for it, and in the end it is 0, whose logarithm is minus infinity. The gradient is lost even earlier: one such row
# puts `nan` into every weight at the next step.

# %%
for gap in 80.0, 100.0, 104.0:
    for name, way in ways.items():
        z = torch.tensor([[0.0, -gap]], requires_grad=True)
        loss = way(z, torch.tensor([1]))
        loss.backward()
        print(f"{gap:.0f} {loss:9.4f}  {z.grad.tolist()}  {name}")

# %% [markdown]
# At a gap of 100 the loss of the first version is 99.9831 instead of 100: already wrong, and still finite.

# %% [markdown]
# ## How large is the error before they break?
#
# The first version just showed that it can be wrong before it breaks. The second loses digits when both logits are
# large. Here they are 1 apart, so the loss must not depend on the offset. The yardstick is the same loss in
# `float64`:

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
# The hand-written `log_softmax` subtracts two numbers near the offset to get one near 1, and the digits that a float
# spends on the offset are lost. PyTorch's version subtracts the largest logit first and works with small numbers
# throughout.

# %% [markdown]
# ## What the stable form does differently
#
# It subtracts the largest logit of each row, which changes nothing mathematically, since $e^{x_k - m} / \sum_j e^{x_j
# - m} = e^{x_k} / \sum_j e^{x_j}$ for every $m$. After that no exponential is above one, and the one of the largest
# logit is exactly one, so the sum is never 0:

# %%
def stable_log_softmax(x):
    shifted = x - x.max(-1, keepdim=True).values
    return shifted - shifted.exp().sum(-1, keepdim=True).log()


for logits in torch.tensor([[89.0, 0.0, 0.0]]), torch.tensor([[0.0, -104.0]]):
    print(stable_log_softmax(logits))
    print(F.log_softmax(logits, dim=-1))

# %%
print(nll(stable_log_softmax(x), target))
print(torch.allclose(stable_log_softmax(x), F.log_softmax(x, dim=-1)))

# %% [markdown]
# ## Change the batch
#
# The input and the targets once more:

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
# Every number that it prints is in [the ledger](../reference/ledger.md#inside-cross_entropy).
#
# - **All four give the same loss.** They do, to the digits printed, for these logits: [four times](#and-in-one-call).
# - **Softmax and then the logarithm is not numerically stable.** True; shown above.
# - **Two separate operations are slower and numerically unstable.** Unstable, yes; [what each
#   costs](iris-two-ways.md) is counted on another page. The hand-written `log_softmax` is one formula and still
#   unstable: it lacks the subtraction.
# - **`F.cross_entropy` is a single function for the two steps.** It is.
