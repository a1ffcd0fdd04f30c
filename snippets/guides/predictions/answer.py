# --8<-- [start:ways]
import torch

logits = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
log_probs = torch.log_softmax(logits, dim=1)  # (2, 3)
print("from logits:           ", torch.softmax(logits, dim=1)[0])
print("from log-probabilities:", log_probs.exp()[0])
print("classes:               ", logits.argmax(dim=1), log_probs.argmax(dim=1))
# --8<-- [end:ways]

# --8<-- [start:model]
import torch.nn as nn

model = nn.Sequential(nn.Dropout(0.5), nn.LayerNorm(3)).eval()
with torch.inference_mode():
    predicted = model(logits).argmax(dim=1)  # (2,)
print(predicted)
# --8<-- [end:model]
