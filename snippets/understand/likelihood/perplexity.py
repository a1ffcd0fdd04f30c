# --8<-- [start:meaning]
import torch
import torch.nn.functional as F

probs = torch.tensor([0.5, 0.8, 0.1, 0.5])  # (4,) of the right tokens
print("exp(mean NLL):     ", (-probs.log().mean()).exp())
print("2 ** bits:         ", 2 ** -probs.log2().mean())
print("1 / geometric mean:", 1 / probs.prod() ** (1 / 4))
# --8<-- [end:meaning]

# --8<-- [start:uniform]
undecided = torch.zeros(1, 50)  # (1, 50) the same logit for 50 tokens
loss = F.cross_entropy(undecided, torch.tensor([7]))
print(f"loss {loss:.4f}, perplexity {loss.exp():.4f}")
# --8<-- [end:uniform]
