# --8<-- [start:heads]
import torch
import torch.nn.functional as F

marked = torch.tensor([-100, 0, 2, 1, -100])  # (L,) by position: the prompt, an answer of three tokens, padding
heads = torch.zeros(2, 5, 3)  # (K, L, C) the logits for one token ahead, and for two
heads[0, :3] = torch.tensor([[3.0, 0.0, 0.0], [0.0, 0.0, 2.0], [0.0, 4.0, 0.0]])
heads[1, :2] = torch.tensor([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
means = []
for ahead, z in enumerate(heads, start=1):
    later = F.pad(marked[ahead:], (0, ahead), value=-100)  # (L,)
    means.append(F.cross_entropy(z, later))  # over the targets of this head
    print(f"{ahead} ahead: {later.tolist()}, mean {means[-1]:.4f}")
print(f"to train: {means[0] + 0.3 * means[1]:.4f}, to log: {means[0]:.4f}")
# --8<-- [end:heads]
