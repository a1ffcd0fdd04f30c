# --8<-- [start:zero]
import torch

logits = torch.tensor([-3.0, -0.5, 0.5, 3.0])  # (4,) one logit per row
print(torch.sigmoid(logits))
print((torch.sigmoid(logits) > 0.5).tolist())
print((logits > 0).tolist())
# --8<-- [end:zero]

# --8<-- [start:thresholds]
print("| threshold on p | threshold on the logit | predicted |")
print("| --: | --: | --- |")
for t in 0.1, 0.5, 0.9:
    at = torch.logit(torch.tensor(t))  # log(t / (1 - t))
    predicted = (logits >= at).int().tolist()
    print(f"| {t} | {at:.4f} | {predicted} |")
# --8<-- [end:thresholds]

# --8<-- [start:two]
pairs = torch.tensor([[0.5, 2.0], [1.0, 0.0]])  # (2, 2) two logits per row
difference = pairs[:, 1] - pairs[:, 0]  # (2,)
print(torch.softmax(pairs, dim=1)[:, 1], torch.sigmoid(difference))
print(pairs.argmax(dim=1), (difference > 0).long())
# --8<-- [end:two]

# --8<-- [start:edge]
tiny = torch.tensor(1e-9)
print("logit > 0:  ", (tiny > 0).item())
print("p > 0.5:    ", (torch.sigmoid(tiny) > 0.5).item())
# --8<-- [end:edge]
