# --8<-- [start:table]
import torch

q = torch.tensor([0.2, 0.7, 0.1])  # (3,)
p = torch.tensor([2.5, 3.5, 1.5]).softmax(dim=0)  # (3,)
terms = -q * p.log(), -q * q.log(), q * (q / p).log()  # each (3,)
print("| q | p | −q log p | −q log q | q log(q / p) |")
print("| --: | --: | --: | --: | --: |")
for q_k, p_k, *three in zip(q, p, *terms):
    print(f"| {q_k:.1f} | {p_k:.4f} |", *(f"{t:.4f} |" for t in three))
print("| sum | |", *(f"{term.sum():.4f} |" for term in terms))
# --8<-- [end:table]
