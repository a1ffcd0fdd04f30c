# --8<-- [start:claim]
import torch
import torch.nn as nn

logits = torch.tensor([[2.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3)
probs = logits.softmax(dim=1)  # (1, 3)
loss_of_logits = nn.CrossEntropyLoss()(logits, one_hot)
loss_of_probs = nn.CrossEntropyLoss()(probs, one_hot)
print(f"from logits        {loss_of_logits:.4f}")
print(f"from probabilities {loss_of_probs:.4f}")
# --8<-- [end:claim]

# --8<-- [start:why]
twice = probs.softmax(dim=1)  # (1, 3)
print(probs.detach())
print(twice.detach())
print(f"-log of the second entry: {-twice[0, 1].log():.4f}")
# --8<-- [end:why]

# --8<-- [start:gradient]
print(logits.argmax(dim=1) == probs.argmax(dim=1))
print(*torch.autograd.grad(loss_of_logits, logits))
print(*torch.autograd.grad(loss_of_probs, logits))
# --8<-- [end:gradient]

# --8<-- [start:floor]
print(nn.CrossEntropyLoss()(one_hot, one_hot))  # a perfect prediction
print((torch.tensor(1.0).exp() + 2).log() - 1)  # ln(e + 2) - 1
# --8<-- [end:floor]

# --8<-- [start:grid]
index = torch.tensor([1])  # (1,)
print("| the network returns | `CrossEntropyLoss` | `NLLLoss` |")
print("| --- | --: | --: |")
with torch.no_grad():
    returned = {"logits": logits, "probabilities": probs}
    returned["log-probabilities"] = logits.log_softmax(dim=1)
    for name, x in returned.items():
        ce, nll = nn.CrossEntropyLoss()(x, index), nn.NLLLoss()(x, index)
        print(f"| {name} | {ce:.4f} | {nll:.4f} |")
# --8<-- [end:grid]
