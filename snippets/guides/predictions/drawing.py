# --8<-- [start:categorical]
import torch
from torch.distributions import Categorical

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print("unnamed: ", Categorical(logits).probs)
print("unnamed, log-probabilities:", Categorical(logits.log_softmax(dim=0)).probs)
print("logits=: ", Categorical(logits=logits).probs)
try:
    torch.multinomial(logits - 2, 1)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:categorical]
