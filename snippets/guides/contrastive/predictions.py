# --8<-- [start:alike]
import torch
import torch.nn.functional as F

cosines = torch.full((8, 8), 0.3)  # (8, 8) all the same
loss = F.cross_entropy(10 * cosines, torch.arange(8))
print("loss:", loss, "times the scale:", 10 * loss)
print("probability:", (-loss).exp())
print("to base 2:", loss / torch.tensor(2.0).log())
# --8<-- [end:alike]

# --8<-- [start:views]
z = torch.ones(6, 2)  # (6, 2) two views of three images
logits = z @ z.T  # (6, 6)
masked = logits.masked_fill(torch.eye(6, dtype=torch.bool), -torch.inf)  # (6, 6)
partner = torch.arange(6).roll(3)  # (6,)
print("candidates:", masked[0].isfinite().sum().item())
print("without the diagonal:", F.cross_entropy(masked, partner))
print("with it:", F.cross_entropy(logits, partner))
print("one view of each image:", F.cross_entropy(logits[:3, 3:], torch.arange(3)))
# --8<-- [end:views]

# --8<-- [start:micro]
part = torch.arange(32) // 8  # (32,) the micro-batch of each pair
meet = part[:, None] == part  # (32, 32)
print("computed:", meet.sum().item(), "of", meet.numel())
print("left out:", (~meet).sum().item(), "for one image:", (~meet[0]).sum().item())
print("negatives in one batch:", meet.numel() - len(meet))
# --8<-- [end:micro]

# --8<-- [start:rank]
ranks = torch.arange(4).repeat_interleave(8)  # (32,) the rank of each gathered row
for rank in 0, 2, 3:
    print(f"rank {rank}: first row", (ranks == rank).nonzero()[0, 0].item())
# --8<-- [end:rank]

# --8<-- [start:captions]
caption = torch.tensor([7, 7, 7, 9])  # (4,)
matches = caption[:, None] == caption  # (4, 4)
perfect = 100 * matches.float()  # (4, 4)
losses = F.cross_entropy(perfect, torch.arange(4), reduction="none")  # (4,)
print("mean:", losses.mean(), "of rows 0 to 2:", losses[:3].mean())
print("if one row paid:", losses[0] / 4)
print("if two matched:", 3 / 4 * torch.tensor(2.0).log())
masked = perfect.masked_fill(matches & ~torch.eye(4, dtype=torch.bool), -torch.inf)  # (4, 4)
print(f"masked: {F.cross_entropy(masked, torch.arange(4)).abs():.4f}")
# --8<-- [end:captions]
