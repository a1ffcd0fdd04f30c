# --8<-- [start:ignore]
import torch
import torch.nn.functional as F

logits = torch.tensor([[[0.2, 0.5, 0.4, 0.1], [0.7, 0.4, 0.2, 0.1], [0.1, 0.1, 0.4, 0.8]]]).log()
logits.requires_grad_()  # (N, C, L) = (1, 3, 4), the pixels in one row
target = torch.tensor([[0, 1, 2, 255]])  # (N, L)
valid = (target != 255).unsqueeze(1)  # (N, 1, L)
probs = logits.softmax(dim=1)  # (N, C, L)
one_hot = F.one_hot(target.where(target != 255, 0), 3).movedim(-1, 1)  # (N, C, L)
ways = {
    "255 as class 0": (probs, one_hot),
    "only the target masked": (probs, one_hot * valid),
    "both masked": (probs * valid, one_hot * valid),
}
for name, (p, y) in ways.items():
    loss = (1 - 2 * (p * y).sum(dim=2) / (p + y).sum(dim=2)).mean()
    grad = torch.autograd.grad(loss, logits, retain_graph=True)[0]  # (1, 3, 4)
    print(f"{name}: {loss:.4f}, gradient of the ignored pixel {grad[0, :, 3]}")
# --8<-- [end:ignore]
# --8<-- [start:binary]
binary = torch.tensor([[[[2.0, -1.0], [1.0, 3.0]]]])  # (N, 1, H, W)
labels = torch.tensor([[[[1, 0], [0, 255]]]])  # (N, 1, H, W)
losses = F.binary_cross_entropy_with_logits(binary, labels.float(), reduction="none")  # (N, 1, H, W)
print([f"{loss:.2f}" for loss in losses.flatten()])
print(f"mean of all: {losses.mean():.2f}, of the valid: {losses[labels != 255].mean():.2f}")
# --8<-- [end:binary]
# --8<-- [start:bytes]
mask = torch.tensor([[0, 1], [2, 255]], dtype=torch.uint8)  # (H, W) as loaded
print(mask.long())
print((mask / 255).long())  # after ToTensor
print((torch.tensor([0, 255], dtype=torch.uint8) > 127).float())  # one object
# --8<-- [end:bytes]
