# --8<-- [start:define]
import torch
import torch.nn.functional as F


def mistake(size, target, mend):
    logits, kind = torch.zeros(size), str(target.dtype)[6:]
    try:
        F.cross_entropy(logits, target)
    except (RuntimeError, ValueError, IndexError) as error:
        what = f"`{size}` | `{kind} {tuple(target.shape)}` | {error}"
    loss = F.cross_entropy(*eval(mend))
    print(f"| {what} | `{mend}` | {loss:.4f} |")
# --8<-- [end:define]

# --8<-- [start:rows]
index, head = torch.long, "| logits | target | message | instead | loss |"
print(head, "| :-- | :-- | :-- | :-- | --: |", sep="\n")
mistake((2, 3), torch.zeros(2, 1, dtype=index), "logits, target[:, 0]")
mistake((2, 3), torch.zeros(1, 2, dtype=index), "logits, target[0]")
mistake((2, 3), torch.eye(3)[:2].long(), "logits, target.float()")
mistake((2, 3), torch.zeros(2), "logits, target.long()")
mistake((2, 3), torch.zeros(2, dtype=torch.int), "logits, target.long()")
mistake((2, 3), torch.tensor([1, 3]), "logits, target - 1")
mistake((1, 3), torch.tensor(0), "logits, target[None]")
mistake((10, 3), torch.zeros(2, 5, dtype=index), "logits, target.flatten()")
# --8<-- [end:rows]

# --8<-- [start:grids]
last, channel = torch.zeros(2, 4, 5), torch.zeros(2, 1, 4, 5)
soft, tags = torch.full((2, 5, 3), 1 / 3), torch.zeros(2, 5)
print(head, "| :-- | :-- | :-- | :-- | --: |", sep="\n")
mistake((2, 5, 3), tags.long(), "logits.transpose(1, 2), target")
mistake((2, 5, 3), tags.long().flatten(), "logits.flatten(0, 1), target")
mistake((2, 3, 5), soft, "logits, target.transpose(1, 2)")
mistake((2, 4, 5, 3), last.long(), "logits.movedim(-1, 1), target")
mistake((2, 3, 4, 5), channel.long(), "logits, target[:, 0]")
mistake((2, 3, 4, 5), last.byte(), "logits, target.long()")
# --8<-- [end:grids]
