# --8<-- [start:data]
import torch
import torch.nn.functional as F

z = torch.tensor(
    [
        [6.0, 1.0, 0.0], [0.5, 5.0, 1.0], [1.0, 0.0, 4.0], [4.5, 3.0, 0.0],
        [0.0, 3.5, 3.0], [2.0, 6.5, 0.0], [5.0, 0.0, 1.0], [1.0, 2.0, 1.5],
        [3.0, 0.5, 0.0], [0.0, 4.0, 1.0], [1.0, 0.0, 5.5], [2.5, 2.0, 0.0],
    ]
)  # (12, 3)  # fmt: skip
y = torch.tensor([0, 1, 2, 1, 1, 1, 2, 2, 0, 0, 2, 0])  # (12,)
# --8<-- [end:data]

# --8<-- [start:scores]
def best_temperature(scores):
    log_t = torch.zeros((), requires_grad=True)
    optimizer = torch.optim.LBFGS([log_t], max_iter=50, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        loss = F.cross_entropy(scores / log_t.exp(), y)
        loss.backward()
        return loss

    optimizer.step(closure)
    return log_t.exp().item()


takes = {
    "logits": z,
    "log-probabilities": z.log_softmax(dim=1),
    "probabilities": z.softmax(dim=1),  # a mistake
}
for name, scores in takes.items():
    t = best_temperature(scores)
    before, after = F.cross_entropy(scores, y), F.cross_entropy(scores / t, y)
    print(f"{name:17} T {t:.2f}, loss {before:.4f}, then {after:.4f}")
# --8<-- [end:scores]

# --8<-- [start:errors]
def error_in_bins(p, bins):
    sure, predicted = p.max(dim=1)  # (12,) each
    at = (sure * bins).long().clamp(max=bins - 1)  # (12,)
    gaps = torch.zeros(bins).index_add(0, at, sure - (predicted == y).float())
    return gaps.abs().sum() / len(y)


print("| T | mean loss | error, 10 bins | 15 bins |\n| --: | --: | --: | --: |")
for t in 1.0, 1.5, 2.2644, 3.0:
    p = (z / t).softmax(dim=1)  # (12, 3)
    print(f"| {t} | {F.cross_entropy(z / t, y):.4f} |", end=" ")
    print(f"{error_in_bins(p, 10):.4f} | {error_in_bins(p, 15):.4f} |")
# --8<-- [end:errors]
