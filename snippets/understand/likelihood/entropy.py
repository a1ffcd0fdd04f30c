# --8<-- [start:three]
import torch

distributions = {
    "one-hot": torch.tensor([0.0, 1.0, 0.0]),
    "soft": torch.tensor([0.2, 0.7, 0.1]),
    "uniform": torch.ones(3) / 3,
}
for name, q in distributions.items():
    print(f"{name}: {torch.special.entr(q).sum():.4f}")
# --8<-- [end:three]

# --8<-- [start:zero]
one_hot = distributions["one-hot"]  # (3,)
print("q log q, as written:", (one_hot * one_hot.log()).sum())
print("by xlogy:           ", torch.xlogy(one_hot, one_hot).sum())
# --8<-- [end:zero]

# --8<-- [start:masked]
for lowest in -torch.inf, -1e9:
    logits = torch.tensor([1.0, 0.0, lowest], requires_grad=True)  # (3,): the third class is masked
    entropy = torch.special.entr(logits.softmax(dim=0)).sum()
    entropy.backward()
    print(f"entr, {lowest:g}: {entropy:.4f}, gradient", logits.grad)
logits = torch.tensor([1.0, 0.0, -1e9], requires_grad=True)  # (3,)
log_p = logits.log_softmax(dim=0)  # (3,)
(-log_p.exp() * log_p).sum().backward()
print("log_softmax, -1e9: gradient", logits.grad)
# --8<-- [end:masked]
