# --8<-- [start:table]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5], requires_grad=True)  # (3,) the logits
F.cross_entropy(z, torch.tensor(1)).backward()  # the target is Boulder

print("| city | logit | exp(logit) | softmax | log-softmax | target | gradient |")
print("| --- | --: | --: | --: | --: | --: | --: |")
p, log_p = z.softmax(dim=0).tolist(), z.log_softmax(dim=0).tolist()
for k, city in enumerate(["Anaheim", "Boulder", "Chicago"]):
    print(f"| {city} | {z[k]:.1f} | {z[k].exp():.4f} | {p[k]:.4f} ", end="")
    print(f"| {log_p[k]:.4f} | {int(k == 1)} | {z.grad[k]:.4f} |")
print(f"| sum | | {z.exp().sum():.4f} | {sum(p):.4f} | | 1 | {z.grad.sum().abs():.4f} |")
# --8<-- [end:table]
