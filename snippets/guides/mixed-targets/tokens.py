# --8<-- [start:sum]
import torch
import torch.nn.functional as F

logits = (torch.tensor([4, 2, 1, 1]) / 8).log().expand(2, 4, 4)  # (2, 4, 4)
ids = torch.tensor([[0, 1, 2, 3], [0, 1, 1, 0]])  # (2, 4): chosen, rejected
answer = torch.tensor([[0, 0, 1, 1], [0, 0, 1, 0]])  # (2, 4): prompt 0 1, padding 0
labels = ids.masked_fill(answer == 0, -100)[:, 1:]  # (2, 3)
losses = F.cross_entropy(logits[:, :-1].transpose(1, 2), labels, reduction="none")
log_probs = -losses.sum(dim=1)  # (2,)
# --8<-- [end:sum]

# --8<-- [start:wrong]
bit = torch.tensor(2.0).log()
every = -F.cross_entropy(logits[:, :-1].transpose(1, 2), ids[:, 1:], reduction="none")
valid = torch.tensor([[1, 1, 1], [1, 1, 0]])  # (2, 3), all but the padding
for name, (chosen, rejected) in {
    "answers, summed": log_probs / bit,
    "with the prompt": (every * valid).sum(dim=1) / bit,
    "with the padding": every.sum(dim=1) / bit,
    "answers, mean": log_probs / answer.sum(dim=1) / bit,
}.items():
    print(f"{name:16} {chosen:.2f} {rejected:.2f} difference {chosen - rejected:.2f}")
# --8<-- [end:wrong]
