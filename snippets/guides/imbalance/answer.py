# --8<-- [start:answer]
import torch

counts = torch.tensor([[760, 40], [80, 20], [60, 40]])  # (3, 2), x by class
logits = (counts / counts.sum(dim=1, keepdim=True)).log()  # (3, 2) the best
prior = counts.sum(dim=0) / counts.sum()  # (2,) the shares of the classes
p = logits.softmax(dim=1)[:, 1]  # (3,) the probability of class 1
print(prior, p)
print(logits.argmax(dim=1))  # all errors cost the same
print((p > 1 / (1 + 3)).long())  # a miss costs 3, a false alarm 1
print((logits - prior.log()).argmax(dim=1))  # all classes count the same
# --8<-- [end:answer]
