# --8<-- [start:mixture]
import torch
import torch.nn.functional as F

parts = torch.tensor([[[4.0, 0.0, 0.0], [0.0, 4.0, 0.0]]])  # (N, K, V) two softmaxes
log_shares = torch.tensor([[0.5, 0.5]]).log()  # (N, K)
of_mixture = torch.logsumexp(log_shares.unsqueeze(2) + parts.log_softmax(dim=2), dim=1)  # (N, V)
first = torch.tensor([0])  # (N,)
print(f"probabilities add up to {of_mixture.exp().sum():.4f}")
print(f"loss: {F.nll_loss(of_mixture, first):.4f}")
mean_logits = (log_shares.exp().unsqueeze(2) * parts).sum(dim=1)  # (N, V)
print(f"loss of the mean logits: {F.cross_entropy(mean_logits, first):.4f}")
# --8<-- [end:mixture]
