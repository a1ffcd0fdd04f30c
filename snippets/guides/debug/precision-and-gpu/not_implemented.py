# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
predicted = F.one_hot(logits.argmax(dim=1), num_classes=3)  # (2, 3)
try:
    F.cross_entropy(predicted, target)
except RuntimeError as error:
    print(f"{type(error).__name__}:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(logits, target))
z = logits.clone().requires_grad_()
as_floats = F.one_hot(z.argmax(dim=1), num_classes=3).float()
print(F.cross_entropy(as_floats, target).requires_grad)
# --8<-- [end:fix]

# --8<-- [start:half]
half = logits.half()  # (2, 3)
try:
    F.multi_margin_loss(half, target, margin=2.0)
except RuntimeError as error:
    print(f"{type(error).__name__}:", error)
print(F.multi_margin_loss(half.float(), target, margin=2.0))
# --8<-- [end:half]

# --8<-- [start:others]
for function in (F.nll_loss, lambda z, _: z.softmax(dim=1)):
    try:
        function(predicted, target)
    except RuntimeError as error:
        print(f"{type(error).__name__}:", error)
# --8<-- [end:others]
