# --8<-- [start:targets]
import torch
import torch.nn.functional as F

rows = torch.zeros(4, 10, dtype=torch.long)  # (N, L)
print("shifted in each row:", rows[:, 1:].numel())
print("not shifted:        ", rows.numel())
print("flattened, shifted: ", rows.flatten()[1:].numel())
print("shifted twice:      ", rows[:, 2:].numel())
# --8<-- [end:targets]

# --8<-- [start:answer]
chat = torch.tensor([8, 4, 6, 3, 9, 0])  # (L,)
answer = torch.arange(6) >= 3  # (L,) the positions of its tokens
here, after = answer[:-1], answer[1:]  # (L - 1,) the token here, the next one
print("labels masked, shifted:   ", after.nonzero().flatten().tolist())
print("positions of the labels:  ", answer.nonzero().flatten().tolist())
print("shifted without the mask: ", here.nonzero().flatten().tolist())
print("not masked:               ", list(range(len(chat) - 1)))
# --8<-- [end:answer]

# --8<-- [start:shares]
counts = torch.tensor([2.0, 8.0])  # (N,) targets of the short and of the long row
sequences = 1 / counts / len(counts)  # (N,) the share of each token
tokens = torch.ones(2) / counts.sum()  # (N,)
print(f"over sequences: {sequences[0] / sequences[1]:.2f}")
print(f"over tokens:    {tokens[0] / tokens[1]:.2f}")
print(f"upside down:    {sequences[1] / sequences[0]:.2f}")
# --8<-- [end:shares]

# --8<-- [start:perplexity]
p = torch.tensor([0.5, 0.125, 0.25])  # (T,) of the right tokens
nats = -p.log()  # (T,)
print("losses in bits:", -p.log2(), "1 / p:", 1 / p)
print(f"exp of the mean loss:     {nats.mean().exp():.2f}")
print(f"mean of 1 / p:            {(1 / p).mean():.2f}")
print(f"1 / mean of p:            {1 / p.mean():.2f}")
print(f"exp of the sum:           {nats.sum().exp():.2f}")
print(f"exp of the mean in bits:  {(-p.log2()).mean().exp():.2f}")
# --8<-- [end:perplexity]

# --8<-- [start:gains]
lengths, gains = torch.tensor([10.0, 2.0]), torch.tensor([0.1, 0.3])  # (2,) chosen, rejected
for name, (chosen, rejected) in ("sum", lengths * gains), ("mean", gains):
    loss = -F.logsigmoid(0.1 * (chosen - rejected))
    print(f"by {name}: gains {chosen:.1f} and {rejected:.1f}, loss {loss:.4f}")
print("equal gains, log 2:", torch.tensor(2.0).log())
# --8<-- [end:gains]
