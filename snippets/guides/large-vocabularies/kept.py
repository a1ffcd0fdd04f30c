# --8<-- [start:kept]
import torch
import torch.nn.functional as F
from torch.utils.checkpoint import checkpoint

x = torch.zeros(256, 16, dtype=torch.bfloat16).requires_grad_()  # (N, F)
w = torch.zeros(1024, 16, dtype=torch.bfloat16).requires_grad_()  # (V, F)
y = torch.arange(256)  # (N,)


def kept(loss_of, *inputs):
    """The bytes that autograd keeps until the backward pass, for each logit."""
    saved = {}

    def pack(tensor):
        if tensor.numel() == 256 * 1024:
            saved[tensor.data_ptr()] = tensor.nbytes
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        loss_of(*inputs)
    return sum(saved.values()) // (256 * 1024)
# --8<-- [end:kept]

# --8<-- [start:ways]
def cap(z):
    return 30 * torch.tanh(z / 30)


def z_loss(z):
    return F.cross_entropy(z, y) + 1e-4 * z.logsumexp(dim=1).square().mean()


def z_loss_once(z):
    log_z = z.logsumexp(dim=1)  # (N,)
    target = z.gather(1, y[:, None]).squeeze(1)  # (N,)
    return (log_z - target + 1e-4 * log_z.square()).mean()


ways = {
    "`cross_entropy(z)`": lambda x, w: F.cross_entropy(F.linear(x, w), y),
    "`cross_entropy(z.float())`": lambda x, w: F.cross_entropy(F.linear(x, w).float(), y),
    "… capped in `bfloat16`": lambda x, w: F.cross_entropy(cap(F.linear(x, w)).float(), y),
    "… capped in `float32`": lambda x, w: F.cross_entropy(cap(F.linear(x, w).float()), y),
    "… plus z-loss": lambda x, w: z_loss(F.linear(x, w).float()),
    "both from one `logsumexp`": lambda x, w: z_loss_once(F.linear(x, w).float()),
}
print("| way | kept | in a checkpoint |\n| --- | --: | --: |")
for name, way in ways.items():
    inside = kept(lambda x, w: checkpoint(way, x, w, use_reentrant=False), x, w)
    print(f"| {name} | {kept(way, x, w)} | {inside} |")
# --8<-- [end:ways]
