# --8<-- [start:table]
import torch
import torch.nn.functional as F

labels = torch.tensor([1, 1, 0, 1])  # (4,)
print("| probability of class 1 | likelihood | mean NLL |")
print("| --: | --: | --: |")
for p1 in 0.5, 0.6, 0.7, 0.75, 0.8, 0.9:
    p = torch.tensor([[1 - p1, p1]]).expand(4, 2)  # (4, 2) each row alike
    likelihood = p[range(4), labels].prod()
    loss = F.nll_loss(p.log(), labels)
    print(f"| {p1:.2f} | {likelihood:.4f} | {loss:.4f} |")
# --8<-- [end:table]
