# --8<-- [start:two_models]
import warnings

import torch
import torch.nn.functional as F

models = {"A": torch.full((4,), 0.5), "B": torch.tensor([0.9, 0.9, 0.9, 0.04])}
for name, right in models.items():  # (4,) each
    print(f"{name}: product {right.prod():.4f}, loss {-right.log().mean():.4f}", end=", ")
    print(f"mean probability {right.mean():.4f}")
# --8<-- [end:two_models]

# --8<-- [start:baseline]
share = torch.tensor([0.9, 0.1])  # (2,) of class 0 and class 1
print("best constant:", -(share * share.log()).sum())
print("nine labels:", -share[0].log())
print("one half each, 1 / 2:", -torch.tensor(0.5).log())
print("best constant, base 2:", -(share * share.log2()).sum())
# --8<-- [end:baseline]

# --8<-- [start:never_drawn]
q = torch.tensor([0.5, 0.5, 0.0])  # (3,)
print("entropy:", torch.special.entr(q).sum())
print("of 2 equal classes:", torch.special.entr(torch.ones(2) / 2).sum())
print("of 3 equal classes:", torch.special.entr(torch.ones(3) / 3).sum())
print("term of one class:", torch.special.entr(q)[0])
print("formula:", -(q * q.log()).sum())
# --8<-- [end:never_drawn]

# --8<-- [start:fair]
cases = ([0.5, 0.5], [0.0, 0.0]), ([1.0, 0.0], [100.0, 0.0]), ([1.0, 0.0], [0.0, 0.0])
for target, logits in cases:
    q, z = torch.tensor(target), torch.tensor(logits)  # (2,), (2,)
    kl = F.kl_div(z.log_softmax(dim=0), q, reduction="sum")
    print(f"target {target}, logits {logits}:", end=" ")
    print(f"loss {F.cross_entropy(z, q).abs():.4f}, divergence {kl.abs():.4f}")
# --8<-- [end:fair]

# --8<-- [start:rows_and_classes]
log_p = torch.arange(10.0).log_softmax(dim=0).expand(4, 10)  # (4, 10)
q = torch.full((4, 10), 0.1)  # (4, 10)
warnings.simplefilter("ignore")  # about the default
default = F.kl_div(log_p, q)
for reduction in "batchmean", "sum":
    other = F.kl_div(log_p, q, reduction=reduction)
    print(f"{reduction}: {other / default:.0f} times the default")
print("rows:", len(q), "entries:", q.numel())
# --8<-- [end:rows_and_classes]

# --8<-- [start:three_bits]
bits = torch.tensor(3.0)
print(f"bits: {bits:.0f}")
print(f"2 ** bits: {2 ** bits:.0f}")
print(f"exp(bits): {bits.exp():.0f}")
print(f"2 * bits: {2 * bits:.0f}")
# --8<-- [end:three_bits]
