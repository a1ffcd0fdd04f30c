# --8<-- [start:order]
import torch
import torch.nn.functional as F

q = torch.tensor([[0.2, 0.7, 0.1]])  # (1, 3)
p = torch.tensor([[0.5, 0.25, 0.25]])  # (1, 3)
print("KL(q || p), formula:", (q * (q / p).log()).sum())
print("kl_div(log p, q):   ", F.kl_div(p.log(), q, reduction="sum"))
print("KL(p || q), formula:", (p * (p / q).log()).sum())
print("kl_div(log q, p):   ", F.kl_div(q.log(), p, reduction="sum"))
# --8<-- [end:order]

# --8<-- [start:not_log]
print("kl_div(p, q):", F.kl_div(p, q, reduction="sum"))
# --8<-- [end:not_log]

# --8<-- [start:mean]
import warnings

two_p, two_q = p.expand(2, 3), q.expand(2, 3)  # (2, 3) the row twice
print("sum:      ", F.kl_div(two_p.log(), two_q, reduction="sum"))
print("batchmean:", F.kl_div(two_p.log(), two_q, reduction="batchmean"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("default:  ", F.kl_div(two_p.log(), two_q))
print(caught[0].category.__name__, str(caught[0].message), sep=": ")
# --8<-- [end:mean]
