# --8<-- [start:near]
import torch

small = torch.tensor(0.001)
next_up = torch.nextafter(small, torch.tensor(1.0))  # the next float32
logits = torch.stack([small, next_up])  # (2,)
probs = logits.softmax(dim=0)  # (2,)
log_probs = logits.log_softmax(dim=0)  # (2,)
print("larger:", logits[1] > logits[0], probs[1] > probs[0])
print("argmax:", logits.argmax(), probs.argmax(), log_probs.argmax())
# --8<-- [end:near]

# --8<-- [start:brain]
logits = torch.tensor([10.01, 10.02, 9.0])  # (3,)
rounded = logits.bfloat16()  # (3,)
print(rounded)
print("argmax:", logits.argmax(), rounded.argmax())
# --8<-- [end:brain]

# --8<-- [start:far]
logits = torch.tensor([200.0, 0.0, 1.0])  # (3,)
print("probabilities:    ", logits.softmax(dim=0))
print("log-probabilities:", logits.log_softmax(dim=0))
print("second best:      ", logits.topk(2).indices[1])
# --8<-- [end:far]

# --8<-- [start:sure]
logits = torch.tensor([[30.0, 0.0], [20.0, 0.0]])  # (2, 2)
top = logits.softmax(dim=1).amax(dim=1)  # (2,)
best, second = logits.topk(2, dim=1).values.unbind(dim=1)  # (2,) each
print("probabilities:", top, "equal:", top[0] == top[1])
print("margins:      ", best - second)
# --8<-- [end:sure]

# --8<-- [start:many]
logits = torch.zeros(2, 10_001)
logits[:, 0] = torch.tensor([30.0, 28.0])
logits[1, 2:] = -100.0  # the second row has one rival, the first 10,000
best, second = logits.topk(2, dim=1).values.unbind(dim=1)  # (2,) each
log_odds = best - logits[:, 1:].logsumexp(dim=1)  # (2,)
print("margins: ", best - second)
print("log-odds:", log_odds)
# --8<-- [end:many]
