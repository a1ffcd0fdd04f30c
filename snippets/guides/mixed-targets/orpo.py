# --8<-- [start:odds]
import torch

log_p = torch.tensor([-0.5, -1e-8])  # (2,): the means of two answers
print("log(1 - exp):", log_p - torch.log(1 - log_p.exp()))
print("log1p(-exp): ", log_p - torch.log1p(-log_p.exp()))
print("log(-expm1): ", log_p - torch.log(-torch.expm1(log_p)))
# --8<-- [end:odds]
