# ---
# description: cross_entropy taken apart, one cell at a time, in a notebook.
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
# A loss for a row of logits $z$ and the index $c$ of the right class:
#
# $$
# \ell = \log \Bigl( \sum_k e^{z_k} \Bigr) - z_c
# $$

# %%
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
target = torch.tensor([1])  # (1,)

# %% [markdown]
# ## By hand
#
# The logarithm of the sum, less the logit of the right class:

# %%
print(logits.logsumexp(dim=1) - logits[0, target])

# %% [markdown]
# ## By PyTorch

# %%
print(F.cross_entropy(logits, target, reduction="none"))
F.cross_entropy(logits, target)
