# --8<-- [start:ignore]
import torch
import torch.nn.functional as F

probs = [[0.6, 0.2, 0.1], [0.3, 0.7, 0.1], [0.1, 0.1, 0.8]]  # of three pixels
logits = torch.tensor([probs]).log().requires_grad_()  # (N, C, L) = (1, 3, 3)
target = torch.tensor([[0, 1, 255]])  # (N, L)
valid = (target != 255).unsqueeze(1)  # (N, 1, L)
one_hot = F.one_hot(target.where(target != 255, 0), 3).movedim(-1, 1)  # (N, C, L)
p = logits.softmax(dim=1)  # (N, C, L)
ways = {
    "255 as class 0": (p, one_hot),
    "target masked": (p, one_hot * valid),
    "both masked": (p * valid, one_hot * valid),
}
for name, (p, y) in ways.items():
    loss = (1 - 2 * (p * y).sum(dim=2) / (p + y).sum(dim=2)).mean()
    grad = torch.autograd.grad(loss, logits, retain_graph=True)[0]  # (N, C, L)
    print(f"{name}: {loss:.4f}, gradient of the third pixel", grad[0, :, 2])
# --8<-- [end:ignore]
# --8<-- [start:binary]
binary = torch.tensor([[[[2.0, -1.0], [1.0, 3.0]]]])  # (N, 1, H, W)
labels = torch.tensor([[[[1, 0], [0, 255]]]])  # (N, 1, H, W)
bce = torch.nn.BCEWithLogitsLoss(reduction="none")
losses = bce(binary, labels.float())  # (N, 1, H, W)
print([f"{loss:.2f}" for loss in losses.flatten()])
print(f"mean {losses.mean():.2f}, of the valid {losses[labels != 255].mean():.2f}")
# --8<-- [end:binary]
# --8<-- [start:bytes]
mask = torch.tensor([[0, 1], [2, 255]], dtype=torch.uint8)  # (H, W) as loaded
print((mask / 255).long())  # after ToTensor
print((torch.tensor([0, 255], dtype=torch.uint8) > 127).float())  # one object
# --8<-- [end:bytes]

# --8<-- [start:zero]
raw = torch.tensor([0, 1, 2, 255], dtype=torch.uint8)  # 0 is no class
moved = raw - 1  # in bytes, 0 - 1 is 255
print(moved.tolist(), moved.where(moved != 254, 255).tolist())
print(raw.masked_fill(raw == 0, -1).tolist())  # so is -1
# --8<-- [end:zero]
